#pragma once

#include "place.h"
#include "visits.h"

#include <QHash>
#include <QIcon>
#include <QWidget>

#include <functional>

class QAction;
class QActionGroup;
class QStackedWidget;

namespace ui {

class ObjectTabBar;

/// The middle of the workspace: its pages, one at a time under the first tab, and a closable tab
/// for each object that was opened. It knows the way between them: back and forward, the order of
/// the last use, what was closed, and what was open when the console ended.
class Deck final : public QWidget
{
    Q_OBJECT

public:
    /// What an object's tab holds.
    struct Tab
    {
        QWidget* widget;
        QIcon icon;
    };
    using MakeTab = std::function<Tab(const Place&)>;

    explicit Deck(MakeTab makeTab, QWidget* parent = nullptr);

    /// `action` leads to the page and carries its title and icon; its object name is the page's.
    void addPage(QAction* action, QWidget* page);
    [[nodiscard]] QList<QAction*> pageActions() const;

    /// Shows a page, or the tab of an object, which is opened if it is not. A page that does not
    /// exist is not shown.
    void go(const Place& place);
    void close(const Place& place);
    [[nodiscard]] const Place& current() const { return m_current; }
    [[nodiscard]] QWidget* currentWidget() const;

    [[nodiscard]] QAction* backAction() const { return m_back; }
    [[nodiscard]] QAction* forwardAction() const { return m_forward; }
    /// All that can be done with tabs, in the order of menus.
    [[nodiscard]] QList<QAction*> tabActions() const;

    /// The open tabs and the page or tab that is shown, to be remembered.
    [[nodiscard]] QByteArray state() const;
    /// Shows the page that was shown, or another one if there was none.
    void restorePage(const QByteArray& state, const QAction* otherwise);
    /// Opens the tabs that were open and whose objects still exist.
    void restoreTabs(const QByteArray& state, const std::function<bool(const Place&)>& exists);

    void retranslate();

signals:
    /// Another place is shown.
    void shown(const ui::Place& place);
    /// `state` is another one.
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QAction* makeAction(const QString& name, const QString& keys, void (Deck::*run)());
    [[nodiscard]] Place placeOfTab(int tab) const;
    [[nodiscard]] bool open(const Place& place);
    void display(const Place& place);
    void remember(const Place& place);
    void touch(const Place& place);
    void showPageTitle();
    void updateActions();
    void goBack();
    void goForward();
    void closeCurrent();
    void closeOthers();
    void reopen();
    void walkDown() { walk(1); }
    void walkUp() { walk(-1); }
    void walk(int step);
    void endWalk();
    void moveLeft() { moveTab(-1); }
    void moveRight() { moveTab(1); }
    void moveTab(int step);

    MakeTab m_makeTab;
    ObjectTabBar* m_bar;
    QStackedWidget* m_stack;
    QActionGroup* m_pageActions;
    QHash<QString, QWidget*> m_widgets; // by the text of their place
    Place m_current;
    Place m_page; // under the first tab
    Visits m_visits;
    QList<Place> m_recent; // what is open, used last first; of the pages only the last
    QList<Place> m_closed;
    qsizetype m_walk = -1; // place in m_recent while Ctrl+Tab goes through it

    QAction* m_back;
    QAction* m_forward;
    QAction* m_next;
    QAction* m_previous;
    QAction* m_moveLeft;
    QAction* m_moveRight;
    QAction* m_close;
    QAction* m_closeOthers;
    QAction* m_reopen;
};

} // namespace ui
