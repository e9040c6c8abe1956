#include "figuretile.h"

#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/connections/figures.h"

#include <QBoxLayout>
#include <QEvent>

namespace ui {

using namespace Qt::StringLiterals;

FigureTile::FigureTile(const QString& name, QStringView iconName, Tone tone, QWidget* parent)
    : Card(name, parent)
    , m_iconName(iconName.toString())
    , m_tone(tone)
    , m_icon(new QLabel)
    , m_figure(new Label(TextRole::Figure))
    , m_title(new Label(TextRole::Body, Tone::Muted))
{
    m_icon->setObjectName(name + u"Icon"_s);
    m_figure->setObjectName(name + u"Figure"_s);
    m_title->setObjectName(name + u"Title"_s);
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_icon);
    head->addWidget(m_title, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(m_figure);
    showIcon();
}

void FigureTile::setTitle(const QString& title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void FigureTile::setFigure(std::int64_t figure, bool isExact)
{
    m_figure->setText(figureText(figure, isExact));
    m_figure->setToolTip(figuresHelp(isExact));
    m_figure->setTone(figure == 0 ? Tone::Muted : Tone::Text);
}

void FigureTile::setRate(double perSecond)
{
    m_figure->setText(formatRate(perSecond));
    m_figure->setTone(perSecond == 0 ? Tone::Muted : Tone::Text);
}

void FigureTile::setUnknown()
{
    m_figure->setText(u"–"_s);
    m_figure->setToolTip({});
    m_figure->setTone(Tone::Muted);
}

void FigureTile::showIcon()
{
    m_icon->setPixmap(icon(m_iconName, m_tone).pixmap(QSize(16, 16), devicePixelRatioF()));
}

void FigureTile::changeEvent(QEvent* event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showIcon();
}

} // namespace ui
