#pragma once

#include <QFrame>

class QAction;
class QLabel;
class QMenu;
class QToolButton;

namespace ui {

class Connection;
class Label;

/// The top of the window: which connection is shown, what kind it is, whether it may be written and
/// whether others depend on it. Always there, always in words; the button leads to the others.
class ConnectionBar final : public QFrame
{
    Q_OBJECT

public:
    /// `menu` opens below the button; its owner keeps it.
    explicit ConnectionBar(QMenu* menu, QWidget* parent = nullptr);

    /// Null while none is open.
    void setConnection(const Connection* connection);
    /// The way back and forward; null while there is none.
    void setWay(QAction* back, QAction* forward);
    /// A button at the right.
    void addButton(QAction* action);
    void retranslate();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    const Connection* m_connection = nullptr; // whoever sets it takes it back before it goes
    QToolButton* m_switch;
    QLabel* m_sign;
    Label* m_mode;
    QLabel* m_lock;
    Label* m_access;
    QWidget* m_production;
    QToolButton* m_back;
    QToolButton* m_forward;
};

/// What a connection is called: by the person, or by its kind.
[[nodiscard]] QString connectionName(const Connection& connection);

/// A dot in the connection's colour.
[[nodiscard]] QIcon connectionIcon(const Connection& connection);

} // namespace ui
