#pragma once

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QPointer>
#include <QTableView>
#include <QTest>

/// What a person at the console does and sees, for tests that read like a story. Everything is
/// found by object name, done with real keys and clicks, and read from what is shown.
namespace person {

/// The visible widget of that name in any window; none after the time a person would wait.
template <class T = QWidget>
QPointer<T> find(const QString& name)
{
    QPointer<T> found;
    (void)QTest::qWaitFor([&] {
        for (QWidget* widget : QApplication::allWidgets()) {
            if (widget->objectName() == name && widget->isVisible())
                found = qobject_cast<T*>(widget);
            if (found)
                return true;
        }
        return false;
    });
    return found;
}

/// The dialog that is open, modal or not; null if there is none.
inline QWidget* openDialog()
{
    if (QWidget* modal = QApplication::activeModalWidget())
        return modal;
    for (QWidget* window : QApplication::topLevelWidgets()) {
        if (window->isVisible() && window->inherits("QDialog"))
            return window;
    }
    return nullptr;
}

inline bool isGone(const QString& name)
{
    return QTest::qWaitFor([&] {
        for (QWidget* window : QApplication::topLevelWidgets()) {
            if (window->isVisible() && window->objectName() == name)
                return false;
        }
        return true;
    });
}

/// Clicks once it can be clicked; false if that never comes.
inline bool click(const QString& name)
{
    const QPointer<QWidget> widget = find(name);
    if (!widget || !QTest::qWaitFor([&] { return !widget || widget->isEnabled(); }) || !widget)
        return false;
    QTest::mouseClick(widget, Qt::LeftButton);
    return true;
}

/// Replaces what a field holds by typing.
inline bool type(const QString& name, const QString& text)
{
    const QPointer<QWidget> field = find(name);
    if (!field)
        return false;
    field->setFocus();
    QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(field, Qt::Key_Delete);
    QTest::keyClicks(field, text);
    return true;
}

inline void press(const QString& name, Qt::Key key, Qt::KeyboardModifiers modifiers = {})
{
    const QPointer<QWidget> widget = find(name);
    if (!widget)
        return;
    // Shortcuts work in the active window only, and no window manager is here to make it active.
    widget->window()->activateWindow();
    (void)QTest::qWaitForWindowActive(widget->window());
    QTest::keyClick(widget, key, modifiers);
}

inline QString read(const QString& label)
{
    const QPointer<QLabel> found = find<QLabel>(label);
    return found ? found->text() : QString();
}

/// Cell of the row of a queue (or of what else a table lists), as it is shown; column by its place.
inline QString cell(const QString& queue, int column,
                    const QString& tableName = QStringLiteral("queuesTable"))
{
    const QPointer<QTableView> table = find<QTableView>(tableName);
    for (int row = 0; table && row < table->model()->rowCount(); ++row) {
        if (table->model()->index(row, 0).data().toString() == queue)
            return table->model()->index(row, column).data().toString();
    }
    return {};
}

inline bool clickRow(const QString& queue, const QString& tableName = QStringLiteral("queuesTable"))
{
    const QPointer<QTableView> table = find<QTableView>(tableName);
    for (int row = 0; table && row < table->model()->rowCount(); ++row) {
        const QModelIndex index = table->model()->index(row, 0);
        if (index.data().toString() != queue)
            continue;
        table->scrollTo(index);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(index).center());
        return true;
    }
    return false;
}

} // namespace person
