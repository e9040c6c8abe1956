#pragma once

#include <QByteArray>
#include <QObject>
#include <QStringList>

#include <functional>

class QHBoxLayout;
class QMenu;
class QToolButton;

namespace ui {

class Drafts;

/// The menus of a composer: variables to put in, bodies that were kept, and what was sent before.
class ComposerMenus final : public QObject
{
    Q_OBJECT

public:
    /// What is written now; null if it cannot be kept.
    using Written = std::function<QByteArray()>;

    /// `window` is the parent of menus and dialogs; `drafts` outlives us.
    ComposerMenus(Drafts& drafts, Written written, QWidget* window);

    void addTo(QHBoxLayout* layout);
    void retranslate();

signals:
    void variableChosen(const QString& text);
    void snippetChosen(const QByteArray& body);
    /// `filter`: its tags, or its routing key.
    void sentChosen(const QByteArray& body, const QStringList& filter);

private:
    struct Button
    {
        QToolButton* button;
        QMenu* menu;
    };

    [[nodiscard]] Button makeButton(const QString& name, QStringView iconName,
                                    void (ComposerMenus::*fill)());
    void fillVariables();
    void fillSnippets();
    void fillSent();
    void openSave(const QByteArray& body);

    Drafts& m_drafts;
    Written m_written;
    QWidget* m_window;
    Button m_variables;
    Button m_snippets;
    Button m_sent;
};

} // namespace ui
