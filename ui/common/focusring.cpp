#include "focusring.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>

namespace ui {

namespace {

/// What the ring goes around: the combo or spin box of an inner line edit, the frame of a viewport.
QWidget* outerOf(QWidget* widget)
{
    QWidget* parent = widget->parentWidget();
    if (!parent)
        return widget;
    if (parent->inherits("QAbstractSpinBox") || parent->inherits("QComboBox") ||
        parent->property("focusRing").toBool())
        return parent;
    return widget;
}

bool takesText(const QWidget* widget)
{
    return widget->inherits("QLineEdit") || widget->inherits("QPlainTextEdit") ||
           widget->inherits("QAbstractSpinBox") || widget->inherits("QComboBox");
}

bool wantsRing(const QWidget* widget)
{
    if (widget->isWindow() || widget->inherits("QMenu") || widget->inherits("QMenuBar") ||
        widget->inherits("QMainWindow"))
        return false;
    return takesText(widget) || widget->window()->testAttribute(Qt::WA_KeyboardFocusChange);
}

} // namespace

FocusRing::FocusRing(QApplication& application)
    : QObject(&application)
{
    connect(&application, &QApplication::focusChanged, this,
            [this](QWidget*, QWidget* now) { follow(now); });
}

void FocusRing::follow(QWidget* focused)
{
    delete m_frame;
    if (!focused)
        return;
    QWidget* widget = outerOf(focused);
    if (!wantsRing(widget))
        return;
    m_frame = new QFocusFrame(widget);
    m_frame->setObjectName(QStringLiteral("focusRing"));
    m_frame->setWidget(widget);
}

} // namespace ui
