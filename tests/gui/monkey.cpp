#include "monkey.h"

#include "naughty.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>
#include <QTextBrowser>
#include <QWheelEvent>

using namespace Qt::StringLiterals;

namespace {

/// Where people are most of the time is where a monkey is most of the time.
constexpr int ClickShare = 50;
constexpr int KeyShare = 75;
constexpr int TextShare = 87;
constexpr int WheelShare = 93;
constexpr int DragShare = 98;

QString nameOf(const QWidget& widget)
{
    return QString::fromLatin1(widget.metaObject()->className()) + u' ' + widget.objectName();
}

/// What gets the events now: a menu before a dialog before a window.
QWidget* topWindow(QRandomGenerator& random)
{
    if (QWidget* popup = QApplication::activePopupWidget())
        return popup;
    if (QWidget* modal = QApplication::activeModalWidget())
        return modal;
    QWidgetList windows;
    for (QWidget* window : QApplication::topLevelWidgets()) {
        if (window->isVisible() && !window->inherits("QTipLabel") &&
            !window->inherits("QFocusFrame"))
            windows += window;
    }
    return windows.isEmpty() ? nullptr : windows.at(random.bounded(int(windows.size())));
}

} // namespace

Monkey::Monkey(std::uint32_t seed)
    : m_random(seed)
    , m_texts(naughtyTexts() + QStringList{u"orders"_s, u"prices"_s, u"5m"_s, u"64K"_s,
                                           u"active>1"_s, u"{\"order\": 1}"_s})
{
}

QWidget* Monkey::chooseWidget()
{
    QWidget* window = topWindow(m_random);
    if (!window)
        return nullptr;
    QWidgetList widgets{window};
    for (QWidget* widget : window->findChildren<QWidget*>()) {
        if (widget->isVisible() && widget->isEnabled() && widget->window() == window &&
            !widget->size().isEmpty())
            widgets += widget;
    }
    return widgets.at(upTo(int(widgets.size())));
}

QString Monkey::act()
{
    QWidget* widget = chooseWidget();
    if (!widget)
        return u"nothing is there"_s;
    const int idea = upTo(100);
    if (idea < ClickShare)
        return click(*widget);
    if (idea < KeyShare)
        return pressKey(*widget);
    if (idea < TextShare)
        return write(*widget);
    if (idea < WheelShare)
        return turnWheel(*widget);
    if (idea < DragShare)
        return drag(*widget);
    return resize(*widget);
}

QString Monkey::click(QWidget& widget)
{
    const QPoint where(upTo(widget.width()), upTo(widget.height()));
    const auto button = upTo(6) == 0 ? Qt::RightButton : Qt::LeftButton;
    const Qt::KeyboardModifiers keys = upTo(8) == 0   ? Qt::ControlModifier
                                       : upTo(8) == 0 ? Qt::ShiftModifier
                                                      : Qt::NoModifier;
    const bool isDouble = upTo(10) == 0;
    QString what = u"%1 at %2,%3 of %4"_s.arg(isDouble ? u"double click"_s : u"click"_s)
                       .arg(where.x())
                       .arg(where.y())
                       .arg(nameOf(widget));
    if (isDouble)
        QTest::mouseDClick(&widget, button, keys, where);
    else
        QTest::mouseClick(&widget, button, keys, where);
    return what;
}

QString Monkey::drag(QWidget& widget)
{
    const QString what = u"drag in "_s + nameOf(widget);
    // A text or a row that is dragged away runs an event loop of the platform's, which nobody ends.
    const QWidget* around = widget.parentWidget();
    if (qobject_cast<QLineEdit*>(&widget) || qobject_cast<const QPlainTextEdit*>(around) ||
        qobject_cast<const QTextBrowser*>(around) || qobject_cast<const QAbstractItemView*>(around))
        return what + u" was not wanted"_s;
    const QPointer<QWidget> target = &widget;
    const QPoint from(upTo(widget.width()), upTo(widget.height()));
    const QPoint to(upTo(2 * widget.width()) - widget.width() / 2, upTo(widget.height()));
    QTest::mousePress(&widget, Qt::LeftButton, {}, from);
    if (target)
        QTest::mouseMove(target, (from + to) / 2);
    if (target)
        QTest::mouseMove(target, to);
    if (target)
        QTest::mouseRelease(target, Qt::LeftButton, {}, to);
    return what;
}

QString Monkey::turnWheel(QWidget& widget)
{
    const QPointF where(widget.rect().center());
    const int angle = upTo(2) == 0 ? 120 : -120;
    QWheelEvent event(where, widget.mapToGlobal(where), {}, QPoint(0, angle), Qt::NoButton,
                      upTo(4) == 0 ? Qt::ControlModifier : Qt::NoModifier, Qt::NoScrollPhase,
                      false);
    const QString what = u"wheel over "_s + nameOf(widget);
    QApplication::sendEvent(&widget, &event);
    return what;
}

QString Monkey::pressKey(QWidget& widget)
{
    static constexpr Qt::Key Keys[] = {
        Qt::Key_Tab,      Qt::Key_Tab,    Qt::Key_Backtab,   Qt::Key_Escape, Qt::Key_Return,
        Qt::Key_Space,    Qt::Key_Up,     Qt::Key_Down,      Qt::Key_Left,   Qt::Key_Right,
        Qt::Key_Home,     Qt::Key_End,    Qt::Key_F1,        Qt::Key_F3,     Qt::Key_F5,
        Qt::Key_F7,       Qt::Key_F8,     Qt::Key_F12,       Qt::Key_Menu,   Qt::Key_PageUp,
        Qt::Key_PageDown, Qt::Key_Delete, Qt::Key_Backspace, Qt::Key_1,      Qt::Key_2,
        Qt::Key_3,        Qt::Key_4,      Qt::Key_5,         Qt::Key_6,      Qt::Key_7,
        Qt::Key_A,        Qt::Key_C,      Qt::Key_D,         Qt::Key_E,      Qt::Key_F,
        Qt::Key_K,        Qt::Key_L,      Qt::Key_N,         Qt::Key_R,      Qt::Key_T,
        Qt::Key_V,        Qt::Key_W,      Qt::Key_X,         Qt::Key_Z,      Qt::Key_Question};
    const Qt::Key key = Keys[upTo(int(std::size(Keys)))];
    Qt::KeyboardModifiers modifiers = upTo(3) == 0 ? Qt::ControlModifier : Qt::NoModifier;
    if (upTo(5) == 0)
        modifiers |= Qt::ShiftModifier;
    if (upTo(12) == 0)
        modifiers |= Qt::AltModifier;
    QWidget* focused = widget.window()->focusWidget();
    QWidget& target = focused ? *focused : widget;
    const QString what =
        u"%1 in %2"_s.arg(QKeySequence(modifiers | key).toString(), nameOf(target));
    QTest::keyClick(&target, key, modifiers);
    return what;
}

/// As an input method commits it, which any text can be written with.
QString Monkey::write(QWidget& widget)
{
    const int which = upTo(int(m_texts.size()));
    QWidget* target = qobject_cast<QLineEdit*>(&widget) ? &widget : widget.window()->focusWidget();
    if (!target)
        return u"nobody to write to"_s;
    const QString what = u"text %1 to %2"_s.arg(which).arg(nameOf(*target));
    QInputMethodEvent event;
    event.setCommitString(m_texts.at(which));
    QApplication::sendEvent(target, &event);
    return what;
}

QString Monkey::resize(QWidget& widget)
{
    QWidget* window = widget.window();
    const QString what = u"resize "_s + nameOf(*window);
    if (window->inherits("QMainWindow"))
        window->resize(960 + upTo(900), 600 + upTo(600));
    return what;
}
