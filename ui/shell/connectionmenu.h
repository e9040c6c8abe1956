#pragma once

#include "ui/common/icons.h"

#include <QList>
#include <QMenu>

namespace ui {

class Connection;

/// A connection that could be opened.
struct SavedConnection
{
    QString id;
    QString name;
    Tone tone = Tone::Accent;
};

/// The way between connections: those that are open, those that are saved, and what can be done
/// with them.
class ConnectionMenu final : public QMenu
{
    Q_OBJECT

public:
    explicit ConnectionMenu(QWidget* parent);

    /// Whoever opens a connection takes it out again before it goes.
    void setOpen(const QList<Connection*>& open, Connection* current);
    /// Those that are not open.
    void setSaved(const QList<SavedConnection>& saved);
    void retranslate();

    [[nodiscard]] QAction* manageAction() const { return m_manage; }
    [[nodiscard]] QAction* closeAction() const { return m_close; }

signals:
    void connectionChosen(ui::Connection* connection);
    void savedChosen(const QString& id);
    void manageRequested();
    void closeRequested();

private:
    void fill();

    QList<Connection*> m_open;
    Connection* m_current = nullptr;
    QList<SavedConnection> m_saved;
    QList<QAction*> m_choices; // made anew with each change
    QAction* m_manage;
    QAction* m_close;
};

} // namespace ui
