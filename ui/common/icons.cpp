#include "icons.h"

#include "tokens.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

QByteArray svgOf(const QString& name)
{
    QFile file(u":/icons/%1.svg"_s.arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Recolours `currentColor` from the palette at the moment of painting, so that one file serves
/// both themes and the disabled state.
class SvgIconEngine final : public QIconEngine
{
public:
    SvgIconEngine(QString name, Tone tone)
        : m_name(std::move(name))
        , m_tone(tone)
    {
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, scaledPixmap(rect.size() * ratio, mode, state, ratio));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal ratio) override
    {
        const QPalette palette = QGuiApplication::palette();
        const QColor color =
            mode == QIcon::Disabled ? tokensOf(palette).disabled : toneColor(m_tone, palette);
        const QString key =
            u"icon/%1/%2/%3x%4"_s.arg(m_name, color.name()).arg(size.width()).arg(size.height());
        QPixmap pixmap;
        if (!QPixmapCache::find(key, &pixmap)) {
            pixmap = rendered(size, color);
            QPixmapCache::insert(key, pixmap);
        }
        pixmap.setDevicePixelRatio(ratio);
        return pixmap;
    }

    [[nodiscard]] QIconEngine* clone() const override { return new SvgIconEngine(*this); }
    [[nodiscard]] QString key() const override { return u"cmq"_s; }
    [[nodiscard]] bool isNull() override { return false; }

private:
    [[nodiscard]] QPixmap rendered(const QSize& size, const QColor& color) const
    {
        QByteArray svg = svgOf(m_name);
        svg.replace("currentColor", color.name().toLatin1());
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        QSvgRenderer(svg).render(&painter);
        return pixmap;
    }

    QString m_name;
    Tone m_tone;
};

} // namespace

QColor toneColor(Tone tone, const QPalette& palette)
{
    const Tokens& t = tokensOf(palette);
    switch (tone) {
    case Tone::Text: return t.text;
    case Tone::Secondary: return t.secondary;
    case Tone::Muted: return t.muted;
    case Tone::Accent: return t.accent;
    case Tone::OnAccent: return t.onAccent;
    case Tone::Visible: return t.visible;
    case Tone::InFlight: return t.inFlight;
    case Tone::Delayed: return t.delayed;
    case Tone::Rewindable: return t.rewindable;
    case Tone::Dead: return t.dead;
    case Tone::Expired: return t.expired;
    case Tone::Ok: return t.ok;
    }
    return t.text;
}

QIcon icon(QStringView name, Tone tone)
{
    return QIcon(new SvgIconEngine(name.toString(), tone));
}

QIcon appIcon()
{
    QIcon icon;
    QSvgRenderer renderer(svgOf(u"app"_s));
    for (const int size : {16, 24, 32, 48, 64, 128, 256}) {
        QPixmap pixmap(size, size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        renderer.render(&painter);
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace ui
