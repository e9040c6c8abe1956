#include "style.h"

#include "stylelayout.h"
#include "tokens.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QStyleOption>

#include <algorithm>
#include <optional>

namespace ui {

namespace layout {

const QWidget* inputOf(const QWidget* widget)
{
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

} // namespace layout

namespace {

/// Without line buttons the groove is everything, and the slider moves in all of it.
std::optional<QRect> scrollBarPart(const QStyleOptionSlider& bar, QStyle::SubControl part)
{
    constexpr int SliderMin = 28;
    const bool isHorizontal = bar.orientation == Qt::Horizontal;
    const int length = isHorizontal ? bar.rect.width() : bar.rect.height();
    const qint64 range = qint64(bar.maximum) - bar.minimum;
    int slider = length;
    if (range > 0)
        slider = std::max(SliderMin, int(qint64(bar.pageStep) * length / (range + bar.pageStep)));
    slider = std::min(slider, length);
    const int start = QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition,
                                                      length - slider, bar.upsideDown);
    const auto span = [&](int from, int to) {
        return isHorizontal ? QRect(from, 0, to - from, bar.rect.height())
                            : QRect(0, from, bar.rect.width(), to - from);
    };
    switch (part) {
    case QStyle::SC_ScrollBarAddLine:
    case QStyle::SC_ScrollBarSubLine: return QRect();
    case QStyle::SC_ScrollBarGroove: return span(0, length);
    case QStyle::SC_ScrollBarSlider: return span(start, start + slider);
    case QStyle::SC_ScrollBarSubPage: return span(0, start);
    case QStyle::SC_ScrollBarAddPage: return span(start + slider, length);
    default: return {};
    }
}

} // namespace

int Style::rowHeight(const QFontMetrics& metrics) const
{
    return metrics.height() + (m_density == Density::Comfortable ? 10 : 4);
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex* option,
                            SubControl part, const QWidget* widget) const
{
    const QRect whole = option->rect;
    if (control == CC_SpinBox) {
        const QRect arrows(whole.right() - layout::ArrowWidth + 1, whole.top(), layout::ArrowWidth,
                           whole.height());
        const int half = whole.height() / 2;
        switch (part) {
        case SC_SpinBoxUp: return arrows.adjusted(0, 3, -2, half - whole.height());
        case SC_SpinBoxDown: return arrows.adjusted(0, half, -2, -3);
        case SC_SpinBoxEditField:
            return whole.adjusted(layout::TextIndent - 2, 1, -layout::ArrowWidth, -1);
        case SC_SpinBoxFrame: return whole;
        default: break;
        }
    }
    if (control == CC_ComboBox) {
        const QRect arrow(whole.right() - layout::ArrowWidth + 1, whole.top(), layout::ArrowWidth,
                          whole.height());
        if (part == SC_ComboBoxArrow)
            return arrow;
        if (part == SC_ComboBoxEditField)
            return whole.adjusted(layout::TextIndent, 1, -layout::ArrowWidth, -1);
    }
    if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
        bar && control == CC_ScrollBar) {
        if (const auto rect = scrollBarPart(*bar, part))
            return visualRect(bar->direction, whole, rect->translated(whole.topLeft()));
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QRect Style::subElementRect(SubElement element, const QStyleOption* option,
                            const QWidget* widget) const
{
    switch (element) {
    case SE_LineEditContents:
        if (layout::inputOf(widget))
            return option->rect.adjusted(layout::TextIndent - 2, 0, 2 - layout::TextIndent, 0);
        break;
    case SE_HeaderLabel: {
        const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option);
        const bool sorted = header && header->sortIndicator != QStyleOptionHeader::None;
        const int arrow = sorted ? pixelMetric(PM_HeaderMarkSize, option, widget) + 2 : 0;
        return option->rect.adjusted(layout::TextIndent, 0, -layout::TextIndent - arrow, 0);
    }
    case SE_HeaderArrow: {
        const int size = pixelMetric(PM_HeaderMarkSize, option, widget);
        return {option->rect.right() - layout::TextIndent - size + 2,
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
    const int control =
        option ? option->fontMetrics.height() + layout::ControlPadding : result.height();
    switch (type) {
    case CT_PushButton:
        result.setHeight(control);
        result.setWidth(std::max(result.width() + 12, 72));
        break;
    case CT_LineEdit: result.setHeight(control); break;
    case CT_ComboBox:
        result.setHeight(control);
        result.setWidth(size.width() + layout::ArrowWidth + 14);
        break;
    case CT_SpinBox:
        result.setHeight(control);
        result.setWidth(size.width() + layout::ArrowWidth + 10);
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
            result.setWidth(
                tool->iconSize.width() + layout::IconGap + 2 * layout::TextIndent +
                tool->fontMetrics.size(Qt::TextShowMnemonic, tool->text).width() +
                (layout::opensMenu(*tool) ? layout::ArrowWidth - layout::TextIndent : 0));
        break;
    case CT_HeaderSection:
        result.setHeight(option->fontMetrics.height() + layout::ControlPadding);
        break;
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
        return qobject_cast<const QAbstractItemView*>(widget) ? layout::TextIndent - 1
                                                              : layout::FocusRingWidth;
    case PM_FocusFrameVMargin: return layout::FocusRingWidth;
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
