#include "stylepaint.h"

#include "style.h"
#include "tokens.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>

namespace ui::paint {

namespace {

constexpr auto StateOf = [](const QStyleOption& option, QStyle::StateFlag flag) {
    return option.state.testFlag(flag);
};

ButtonKind kindOf(const QWidget* widget)
{
    return widget ? ButtonKind(widget->property("buttonKind").toInt()) : ButtonKind::Normal;
}

QColor mixed(const QColor& one, const QColor& other, double share)
{
    const auto channel = [share](int a, int b) { return int(a + (b - a) * share); };
    return {channel(one.red(), other.red()), channel(one.green(), other.green()),
            channel(one.blue(), other.blue())};
}

struct Antialiased
{
    explicit Antialiased(QPainter& p)
        : painter(p)
    {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
    }
    ~Antialiased() { painter.restore(); }
    Antialiased(const Antialiased&) = delete;
    Antialiased& operator=(const Antialiased&) = delete;
    QPainter& painter;
};

} // namespace

void roundedBox(QPainter& painter, const QRect& rect, const QColor& fill, const QColor& border,
                qreal radius)
{
    const Antialiased scope(painter);
    painter.setPen(border.isValid() ? QPen(border, 1) : QPen(Qt::NoPen));
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

void chevron(QPainter& painter, const QRect& rect, Qt::ArrowType direction, const QColor& color)
{
    const Antialiased scope(painter);
    painter.setPen(QPen(color, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.translate(QRectF(rect).center());
    switch (direction) {
    case Qt::UpArrow: painter.rotate(180); break;
    case Qt::LeftArrow: painter.rotate(90); break;
    case Qt::RightArrow: painter.rotate(-90); break;
    case Qt::DownArrow:
    case Qt::NoArrow: break;
    }
    const QPointF points[] = {{-3.5, -1.75}, {0, 1.75}, {3.5, -1.75}};
    painter.drawPolyline(points, 3);
}

QColor buttonText(const QStyleOptionButton& option, const QWidget* widget)
{
    const Tokens& t = tokensOf(option.palette);
    if (!StateOf(option, QStyle::State_Enabled))
        return t.disabled;
    return kindOf(widget) == ButtonKind::Normal ? t.text : t.onAccent;
}

void button(QPainter& painter, const QStyleOptionButton& option, const QWidget* widget)
{
    const Tokens& t = tokensOf(option.palette);
    if (option.features.testFlag(QStyleOptionButton::Flat)) {
        flatButton(painter, option);
        return;
    }
    const bool pressed = StateOf(option, QStyle::State_Sunken) || StateOf(option, QStyle::State_On);
    const bool hovered = StateOf(option, QStyle::State_MouseOver);
    const ButtonKind kind = kindOf(widget);
    if (!StateOf(option, QStyle::State_Enabled)) {
        roundedBox(painter, option.rect, t.sunken, t.hairline);
    } else if (kind != ButtonKind::Normal) {
        const QColor base = kind == ButtonKind::Primary ? t.accent : t.dead;
        const QColor fill = mixed(base, t.text, pressed ? 0.25 : hovered ? 0.12 : 0);
        roundedBox(painter, option.rect, fill, fill);
    } else {
        const QColor fill = pressed ? t.selection : hovered ? t.sunken : t.surface;
        roundedBox(painter, option.rect, fill, mixed(t.hairline, t.controlBorder, 0.45));
    }
}

void buttonFace(QPainter& painter, const QStyleOptionButton& option, const QColor& text, int gap)
{
    const bool enabled = StateOf(option, QStyle::State_Enabled);
    const int iconWidth = option.icon.isNull() ? 0 : option.iconSize.width();
    const int textWidth = option.fontMetrics.size(Qt::TextShowMnemonic, option.text).width();
    const int between = iconWidth > 0 && textWidth > 0 ? gap : 0;
    int x = option.rect.left() + (option.rect.width() - iconWidth - between - textWidth) / 2;
    if (iconWidth > 0) {
        const QRect place(QPoint(x, option.rect.center().y() - option.iconSize.height() / 2 + 1),
                          option.iconSize);
        option.icon.paint(&painter, place, Qt::AlignCenter,
                          enabled ? QIcon::Normal : QIcon::Disabled);
        x += iconWidth + between;
    }
    painter.save();
    painter.setPen(text);
    painter.drawText(QRect(x, option.rect.top(), textWidth, option.rect.height()),
                     Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic | Qt::TextDontClip,
                     option.text);
    painter.restore();
}

void flatButton(QPainter& painter, const QStyleOption& option)
{
    const Tokens& t = tokensOf(option.palette);
    if (!StateOf(option, QStyle::State_Enabled))
        return;
    if (StateOf(option, QStyle::State_Sunken) || StateOf(option, QStyle::State_On))
        roundedBox(painter, option.rect, t.selection, {});
    else if (StateOf(option, QStyle::State_MouseOver))
        roundedBox(painter, option.rect, t.sunken, t.hairline);
}

void toolButtonFace(QPainter& painter, const QStyleOptionToolButton& option, int indent, int gap)
{
    const Tokens& t = tokensOf(option.palette);
    const bool enabled = StateOf(option, QStyle::State_Enabled);
    QRect rest = option.rect.adjusted(indent, 0, -indent, 0);
    if (!option.icon.isNull()) {
        const QRect place(QPoint(rest.left(), rest.center().y() - option.iconSize.height() / 2 + 1),
                          option.iconSize);
        option.icon.paint(&painter, place, Qt::AlignCenter,
                          enabled ? QIcon::Normal : QIcon::Disabled);
        rest.setLeft(place.right() + 1 + gap);
    }
    painter.save();
    painter.setFont(option.font);
    painter.setPen(enabled ? t.text : t.disabled);
    painter.drawText(rest,
                     Qt::AlignVCenter | Qt::AlignLeft | Qt::TextHideMnemonic | Qt::TextDontClip,
                     option.text);
    painter.restore();
}

void input(QPainter& painter, const QStyleOption& option, const QWidget* widget)
{
    const Tokens& t = tokensOf(option.palette);
    const bool enabled = StateOf(option, QStyle::State_Enabled);
    const bool invalid = widget && widget->property("invalid").toBool();
    roundedBox(painter, option.rect, enabled ? t.surface : t.window,
               !enabled  ? t.hairline
               : invalid ? t.dead
                         : t.controlBorder);
}

void frame(QPainter& painter, const QStyleOption& option, const QWidget*)
{
    const Tokens& t = tokensOf(option.palette);
    painter.save();
    painter.setPen(t.hairline);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(option.rect.adjusted(0, 0, -1, -1));
    painter.restore();
}

void checkBox(QPainter& painter, const QStyleOption& option)
{
    const Tokens& t = tokensOf(option.palette);
    const bool enabled = StateOf(option, QStyle::State_Enabled);
    const bool on = StateOf(option, QStyle::State_On) || StateOf(option, QStyle::State_NoChange);
    const QColor edge = enabled ? t.controlBorder : t.hairline;
    const QColor full = enabled ? t.accent : t.disabled;
    roundedBox(painter, option.rect, on ? full : t.surface, on ? full : edge);
    if (!on)
        return;
    const Antialiased scope(painter);
    painter.setPen(QPen(t.onAccent, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.translate(QRectF(option.rect).center());
    if (StateOf(option, QStyle::State_NoChange)) {
        painter.drawLine(QPointF(-3.5, 0), QPointF(3.5, 0));
    } else {
        const QPointF points[] = {{-3.5, 0.2}, {-1, 2.7}, {3.6, -2.6}};
        painter.drawPolyline(points, 3);
    }
}

void radioButton(QPainter& painter, const QStyleOption& option)
{
    const Tokens& t = tokensOf(option.palette);
    const bool enabled = StateOf(option, QStyle::State_Enabled);
    const bool on = StateOf(option, QStyle::State_On);
    const Antialiased scope(painter);
    const QRectF circle = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    const QColor full = enabled ? t.accent : t.disabled;
    painter.setPen(QPen(on ? full : enabled ? t.controlBorder : t.hairline, 1));
    painter.setBrush(on ? full : t.surface);
    painter.drawEllipse(circle);
    if (on) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.onAccent);
        painter.drawEllipse(circle.center(), circle.width() / 5, circle.height() / 5);
    }
}

void header(QPainter& painter, const QStyleOptionHeader& option)
{
    const Tokens& t = tokensOf(option.palette);
    painter.fillRect(option.rect, StateOf(option, QStyle::State_MouseOver) ? t.sunken : t.window);
    painter.save();
    painter.setPen(t.hairline);
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    const bool last = option.position == QStyleOptionHeader::End ||
                      option.position == QStyleOptionHeader::OnlyOneSection;
    if (option.orientation == Qt::Horizontal && !last)
        painter.drawLine(option.rect.topRight() + QPoint(0, 6),
                         option.rect.bottomRight() - QPoint(0, 6));
    painter.restore();
}

void scrollBarHandle(QPainter& painter, const QStyleOptionSlider& option, const QRect& handle)
{
    const Tokens& t = tokensOf(option.palette);
    const bool active =
        StateOf(option, QStyle::State_MouseOver) || StateOf(option, QStyle::State_Sunken);
    const Antialiased scope(painter);
    painter.setPen(Qt::NoPen);
    painter.setBrush(active ? t.controlBorder : mixed(t.hairline, t.controlBorder, 0.4));
    const QRectF body = QRectF(handle).adjusted(3, 3, -3, -3);
    const qreal radius = std::min(body.width(), body.height()) / 2;
    painter.drawRoundedRect(body, radius, radius);
}

void tab(QPainter& painter, const QStyleOptionTab& option)
{
    const Tokens& t = tokensOf(option.palette);
    const bool selected = StateOf(option, QStyle::State_Selected);
    if (!selected && StateOf(option, QStyle::State_MouseOver))
        roundedBox(painter, option.rect.adjusted(2, 2, -2, -4), t.sunken, {});
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                     t.hairline);
    if (selected)
        painter.fillRect(
            QRect(option.rect.left() + 4, option.rect.bottom() - 1, option.rect.width() - 8, 2),
            t.accent);
}

void progress(QPainter& painter, const QStyleOptionProgressBar& option)
{
    const Tokens& t = tokensOf(option.palette);
    const Antialiased scope(painter);
    const QRectF groove =
        QRectF(option.rect.x(), option.rect.center().y() - 1.5, option.rect.width(), 4);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.hairline);
    painter.drawRoundedRect(groove, 2, 2);
    const int span = option.maximum - option.minimum;
    if (span <= 0)
        return;
    const double done = double(option.progress - option.minimum) / span;
    QRectF bar = groove;
    bar.setWidth(groove.width() * std::clamp(done, 0.0, 1.0));
    painter.setBrush(t.accent);
    painter.drawRoundedRect(bar, 2, 2);
}

void focusRing(QPainter& painter, const QStyleOption& option)
{
    const Antialiased scope(painter);
    painter.setPen(QPen(tokensOf(option.palette).accent, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), Radius + 2, Radius + 2);
}

} // namespace ui::paint
