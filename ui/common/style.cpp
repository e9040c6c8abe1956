#include "style.h"

#include "icons.h"
#include "stylelayout.h"
#include "stylepaint.h"
#include "tokens.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QHeaderView>
#include <QPainter>
#include <QPushButton>
#include <QStyleOption>
#include <QTextEdit>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

bool isTextEdit(const QWidget* widget)
{
    return widget && (widget->inherits("QPlainTextEdit") || widget->inherits("QTextEdit"));
}

} // namespace

void setButtonKind(QPushButton* button, ButtonKind kind)
{
    button->setProperty("buttonKind", int(kind));
    button->update();
}

void setInvalid(QWidget* input, bool invalid)
{
    if (input->property("invalid").toBool() == invalid)
        return;
    input->setProperty("invalid", invalid);
    input->update();
}

Style::Style()
    : QProxyStyle(u"Fusion"_s)
{
}

void Style::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QHeaderView*>(widget) || qobject_cast<QAbstractSpinBox*>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
            paint::button(*painter, *button, widget);
            return;
        }
        break;
    case PE_PanelButtonTool: paint::flatButton(*painter, *option); return;
    case PE_PanelLineEdit:
    case PE_FrameLineEdit:
        if (layout::inputOf(widget))
            paint::input(*painter, *option, widget);
        return;
    case PE_Frame:
        if (isTextEdit(widget))
            paint::input(*painter, *option, widget);
        else
            paint::frame(*painter, *option, widget);
        return;
    case PE_IndicatorCheckBox: paint::checkBox(*painter, *option); return;
    case PE_IndicatorRadioButton: paint::radioButton(*painter, *option); return;
    case PE_IndicatorArrowDown:
        paint::chevron(*painter, option->rect, Qt::DownArrow, tokensOf(option->palette).secondary);
        return;
    case PE_IndicatorArrowRight:
        paint::chevron(*painter, option->rect, Qt::RightArrow, tokensOf(option->palette).secondary);
        return;
    case PE_FrameFocusRect: return; // the ring around the widget says it
    case PE_FrameStatusBarItem: return;
    case PE_PanelStatusBar:
    case PE_PanelToolBar: return;
    default: break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                        const QWidget* widget) const
{
    switch (element) {
    case CE_PushButtonLabel:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
            paint::buttonFace(*painter, *button, paint::buttonText(*button, widget),
                              layout::IconGap);
            return;
        }
        break;
    case CE_Header:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option)) {
            drawHeader(*header, *painter, widget);
            return;
        }
        break;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, tokensOf(option->palette).window);
        painter->fillRect(
            QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
            tokensOf(option->palette).hairline);
        return;
    case CE_ToolButtonLabel:
        if (const auto* tool = qstyleoption_cast<const QStyleOptionToolButton*>(option);
            tool && tool->toolButtonStyle == Qt::ToolButtonTextBesideIcon) {
            paint::toolButtonFace(*painter, *tool, layout::TextIndent, layout::IconGap);
            return;
        }
        break;
    case CE_TabBarTabShape:
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option)) {
            paint::tab(*painter, *tab);
            return;
        }
        break;
    case CE_ProgressBar:
        if (const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option)) {
            paint::progress(*painter, *bar);
            return;
        }
        break;
    case CE_FocusFrame: paint::focusRing(*painter, *option); return;
    case CE_ToolBar: return;
    default: break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawHeader(const QStyleOptionHeader& header, QPainter& painter,
                       const QWidget* widget) const
{
    paint::header(painter, header);
    painter.setPen(tokensOf(header.palette).secondary);
    const QRect label = subElementRect(SE_HeaderLabel, &header, widget);
    painter.drawText(label, int(header.textAlignment) | Qt::TextSingleLine,
                     header.fontMetrics.elidedText(header.text, Qt::ElideRight, label.width()));
    if (header.sortIndicator == QStyleOptionHeader::None)
        return;
    const bool up = header.sortIndicator == QStyleOptionHeader::SortUp;
    paint::chevron(painter, subElementRect(SE_HeaderArrow, &header, widget),
                   up ? Qt::DownArrow : Qt::UpArrow, tokensOf(header.palette).secondary);
}

QIcon Style::standardIcon(StandardPixmap standard, const QStyleOption* option,
                          const QWidget* widget) const
{
    if (standard == SP_LineEditClearButton)
        return icon(u"x-lg", Tone::Muted);
    return QProxyStyle::standardIcon(standard, option, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                               QPainter* painter, const QWidget* widget) const
{
    const Tokens& t = tokensOf(option->palette);
    const QColor arrow = option->state.testFlag(State_Enabled) ? t.secondary : t.disabled;
    if (control == CC_ComboBox) {
        paint::input(*painter, *option, widget);
        paint::chevron(*painter, subControlRect(control, option, SC_ComboBoxArrow, widget),
                       Qt::DownArrow, arrow);
        return;
    }
    if (control == CC_SpinBox) {
        paint::input(*painter, *option, widget);
        paint::chevron(*painter, subControlRect(control, option, SC_SpinBoxUp, widget), Qt::UpArrow,
                       arrow);
        paint::chevron(*painter, subControlRect(control, option, SC_SpinBoxDown, widget),
                       Qt::DownArrow, arrow);
        return;
    }
    if (const auto* tool = qstyleoption_cast<const QStyleOptionToolButton*>(option);
        tool && layout::opensMenu(*tool)) {
        // Fusion would squeeze a small arrow into the corner.
        QStyleOptionToolButton face(*tool);
        face.features &= ~QStyleOptionToolButton::HasMenu;
        QProxyStyle::drawComplexControl(control, &face, painter, widget);
        const QRect place(option->rect.right() - layout::ArrowWidth, option->rect.top(),
                          layout::ArrowWidth, option->rect.height());
        paint::chevron(*painter, place, Qt::DownArrow, arrow);
        return;
    }
    if (control == CC_ScrollBar) {
        if (const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option)) {
            if (slider->maximum > slider->minimum)
                paint::scrollBarHandle(*painter, *slider,
                                       subControlRect(control, option, SC_ScrollBarSlider, widget));
            return;
        }
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace ui
