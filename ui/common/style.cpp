#include "style.h"

#include "icons.h"
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

constexpr int ControlPadding = 12; // control height = font height + this
constexpr int FocusRingWidth = 2;
constexpr int ArrowWidth = 22;
constexpr int TextIndent = 8; // of text in inputs, headers and cells
constexpr int IconGap = 6;

const QWidget* inputOf(const QWidget* widget)
{
    // The line edit inside a combo or spin box paints no box of its own.
    const QWidget* parent = widget ? widget->parentWidget() : nullptr;
    return qobject_cast<const QAbstractSpinBox*>(parent) || qobject_cast<const QComboBox*>(parent)
               ? nullptr
               : widget;
}

bool opensMenu(const QStyleOptionToolButton& tool)
{
    return tool.features.testFlag(QStyleOptionToolButton::HasMenu) &&
           !tool.features.testFlag(QStyleOptionToolButton::MenuButtonPopup);
}

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

int Style::rowHeight(const QFontMetrics& metrics) const
{
    return metrics.height() + (m_density == Density::Comfortable ? 10 : 4);
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
        if (inputOf(widget))
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
            paint::buttonFace(*painter, *button, paint::buttonText(*button, widget), IconGap);
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
            paint::toolButtonFace(*painter, *tool, TextIndent, IconGap);
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
        tool && opensMenu(*tool)) {
        // Fusion would squeeze a small arrow into the corner.
        QStyleOptionToolButton face(*tool);
        face.features &= ~QStyleOptionToolButton::HasMenu;
        QProxyStyle::drawComplexControl(control, &face, painter, widget);
        const QRect place(option->rect.right() - ArrowWidth, option->rect.top(), ArrowWidth,
                          option->rect.height());
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

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex* option,
                            SubControl part, const QWidget* widget) const
{
    const QRect whole = option->rect;
    if (control == CC_SpinBox) {
        const QRect arrows(whole.right() - ArrowWidth + 1, whole.top(), ArrowWidth, whole.height());
        const int half = whole.height() / 2;
        switch (part) {
        case SC_SpinBoxUp: return arrows.adjusted(0, 3, -2, half - whole.height());
        case SC_SpinBoxDown: return arrows.adjusted(0, half, -2, -3);
        case SC_SpinBoxEditField: return whole.adjusted(TextIndent - 2, 1, -ArrowWidth, -1);
        case SC_SpinBoxFrame: return whole;
        default: break;
        }
    }
    if (control == CC_ComboBox) {
        const QRect arrow(whole.right() - ArrowWidth + 1, whole.top(), ArrowWidth, whole.height());
        if (part == SC_ComboBoxArrow)
            return arrow;
        if (part == SC_ComboBoxEditField)
            return whole.adjusted(TextIndent, 1, -ArrowWidth, -1);
    }
    if (control == CC_ScrollBar && (part == SC_ScrollBarAddLine || part == SC_ScrollBarSubLine))
        return {};
    if (control == CC_ScrollBar) {
        // Without line buttons the groove is everything, and the slider moves in all of it.
        if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option)) {
            const bool horizontal = bar->orientation == Qt::Horizontal;
            const int length = horizontal ? whole.width() : whole.height();
            const qint64 range = qint64(bar->maximum) - bar->minimum;
            int slider = length;
            if (range > 0)
                slider =
                    std::max(28, int(qint64(bar->pageStep) * length / (range + bar->pageStep)));
            slider = std::min(slider, length);
            const int start = sliderPositionFromValue(
                bar->minimum, bar->maximum, bar->sliderPosition, length - slider, bar->upsideDown);
            const auto span = [&](int from, int to) {
                return horizontal ? QRect(from, 0, to - from, whole.height())
                                  : QRect(0, from, whole.width(), to - from);
            };
            QRect rect;
            switch (part) {
            case SC_ScrollBarGroove: rect = span(0, length); break;
            case SC_ScrollBarSlider: rect = span(start, start + slider); break;
            case SC_ScrollBarSubPage: rect = span(0, start); break;
            case SC_ScrollBarAddPage: rect = span(start + slider, length); break;
            default: return QProxyStyle::subControlRect(control, option, part, widget);
            }
            return visualRect(bar->direction, whole, rect.translated(whole.topLeft()));
        }
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QRect Style::subElementRect(SubElement element, const QStyleOption* option,
                            const QWidget* widget) const
{
    switch (element) {
    case SE_LineEditContents:
        if (inputOf(widget))
            return option->rect.adjusted(TextIndent - 2, 0, 2 - TextIndent, 0);
        break;
    case SE_HeaderLabel: {
        const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option);
        const bool sorted = header && header->sortIndicator != QStyleOptionHeader::None;
        const int arrow = sorted ? pixelMetric(PM_HeaderMarkSize, option, widget) + 2 : 0;
        return option->rect.adjusted(TextIndent, 0, -TextIndent - arrow, 0);
    }
    case SE_HeaderArrow: {
        const int size = pixelMetric(PM_HeaderMarkSize, option, widget);
        return {option->rect.right() - TextIndent - size + 2,
                option->rect.center().y() - size / 2 + 1, size, size};
    }
    default: break;
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                              const QWidget* widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    const int control = option ? option->fontMetrics.height() + ControlPadding : result.height();
    switch (type) {
    case CT_PushButton:
        result.setHeight(control);
        result.setWidth(std::max(result.width() + 12, 72));
        break;
    case CT_LineEdit: result.setHeight(control); break;
    case CT_ComboBox:
        result.setHeight(control);
        result.setWidth(size.width() + ArrowWidth + 14);
        break;
    case CT_SpinBox:
        result.setHeight(control);
        result.setWidth(size.width() + ArrowWidth + 10);
        break;
    case CT_MenuItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
            item && item->menuItemType != QStyleOptionMenuItem::Separator)
            result.setHeight(std::max(result.height(), option->fontMetrics.height() + 10));
        break;
    case CT_ToolButton:
        result.setHeight(std::max(result.height(), control));
        if (const auto* tool = qstyleoption_cast<const QStyleOptionToolButton*>(option);
            tool && tool->toolButtonStyle == Qt::ToolButtonTextBesideIcon)
            result.setWidth(tool->iconSize.width() + IconGap + 2 * TextIndent +
                            tool->fontMetrics.size(Qt::TextShowMnemonic, tool->text).width() +
                            (opensMenu(*tool) ? ArrowWidth - TextIndent : 0));
        break;
    case CT_HeaderSection: result.setHeight(option->fontMetrics.height() + ControlPadding); break;
    case CT_TabBarTab:
        result.setHeight(control + 4);
        result.rwidth() += 8;
        break;
    default: break;
    }
    return result;
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return 8;
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin: return widget && widget->isWindow() ? 20 : 0;
    case PM_DefaultFrameWidth: return 1;
    case PM_ScrollBarExtent: return 12;
    case PM_ScrollBarSliderMin: return 28;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical: return 0;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_TabBarIconSize:
    case PM_ToolBarIconSize: return 16;
    case PM_ToolBarItemSpacing: return 4;
    case PM_ToolBarItemMargin: return 8;
    case PM_ToolBarFrameWidth: return 0;
    case PM_HeaderMargin: return 8;
    case PM_HeaderMarkSize: return 12;
    case PM_FocusFrameHMargin:
        // Item views take this for the margin of their cells.
        return qobject_cast<const QAbstractItemView*>(widget) ? TextIndent - 1 : FocusRingWidth;
    case PM_FocusFrameVMargin: return FocusRingWidth;
    case PM_ProgressBarChunkWidth: return 1;
    case PM_MenuHMargin:
    case PM_MenuVMargin: return 4;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                     QStyleHintReturn* result) const
{
    switch (hint) {
    case SH_FocusFrame_AboveWidget: return 1;
    case SH_ItemView_ShowDecorationSelected: return 1;
    case SH_Header_ArrowAlignment: return Qt::AlignRight | Qt::AlignVCenter;
    case SH_ComboBox_Popup: return 0;
    case SH_EtchDisabledText:
    case SH_DitherDisabledText: return 0;
    case SH_MessageBox_CenterButtons: return 0;
    case SH_ToolTip_WakeUpDelay: return 400;
    case SH_UnderlineShortcut: return 1;
    case SH_Table_GridLineColor: return option ? int(tokensOf(option->palette).hairline.rgba()) : 0;
    case SH_Widget_Animate: return 0;
    default: return QProxyStyle::styleHint(hint, option, widget, result);
    }
}

} // namespace ui
