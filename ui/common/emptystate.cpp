#include "emptystate.h"

#include "label.h"
#include "style.h"
#include "stylepaint.h"
#include "tokens.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPainter>
#include <QPushButton>

#include <algorithm>
#include <array>

namespace ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int IconSize = 48;
constexpr int TextWidth = 420;

constexpr int SkeletonAfterMs = 150;
constexpr int LineHeight = 10;
/// How far the grey lines reach, in percent of the width.
constexpr std::array LineWidths{62, 48, 71, 55, 66, 40};
} // namespace

EmptyState::EmptyState(const QString& name, QStringView iconName, QWidget* parent)
    : QWidget(parent)
    , m_iconName(iconName.toString())
    , m_icon(new QLabel)
    , m_title(new Label(TextRole::Section))
    , m_sentence(new Label(TextRole::Body, Tone::Muted))
    , m_primary(new QPushButton)
    , m_secondary(new QPushButton)
{
    setObjectName(name);
    m_icon->setObjectName(name + u"Icon"_s);
    m_title->setObjectName(name + u"Title"_s);
    m_sentence->setObjectName(name + u"Sentence"_s);
    m_primary->setObjectName(name + u"Primary"_s);
    m_secondary->setObjectName(name + u"Secondary"_s);
    m_title->setAlignment(Qt::AlignCenter);
    m_sentence->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_sentence->setWordWrap(true);
    m_sentence->setFixedWidth(TextWidth);
    setButtonKind(m_primary, ButtonKind::Primary);
    m_primary->hide();
    m_secondary->hide();
    m_secondary->setFlat(true);
    showIcon();
    m_skeletonSoon.setSingleShot(true);
    m_skeletonSoon.setInterval(SkeletonAfterMs);
    connect(&m_skeletonSoon, &QTimer::timeout, this, qOverload<>(&QWidget::update));

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(m_primary);
    buttons->addWidget(m_secondary);
    buttons->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(8);
    layout->addStretch(2);
    layout->addWidget(m_icon, 0, Qt::AlignHCenter);
    layout->addSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_sentence, 0, Qt::AlignHCenter);
    layout->addSpacing(8);
    layout->addLayout(buttons);
    layout->addStretch(3);
}

void EmptyState::setLoading(bool isLoading)
{
    m_isLoading = isLoading;
    for (QLabel* label : {m_icon, static_cast<QLabel*>(m_title), static_cast<QLabel*>(m_sentence)})
        label->setVisible(!isLoading);
    setAccessibleName(isLoading ? tr("Loading…") : QString());
    update();
}

void EmptyState::showLoading()
{
    if (m_isLoading)
        return;
    m_primary->hide();
    m_secondary->hide();
    setLoading(true);
    m_skeletonSoon.start();
}

void EmptyState::paintEvent(QPaintEvent*)
{
    if (!m_isLoading || m_skeletonSoon.isActive())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokensOf(palette()).hairline);
    const int pitch = fontMetrics().height() + 10; // of a table's rows
    int y = pitch / 2;
    for (const int percent : LineWidths) {
        painter.drawRoundedRect(QRectF(16, y, (width() - 32) * percent / 100.0, LineHeight),
                                paint::Radius, paint::Radius);
        y += pitch;
    }
}

void EmptyState::setTexts(const QString& title, const QString& sentence)
{
    if (m_isLoading)
        setLoading(false);
    m_title->setText(title);
    m_sentence->setText(sentence);
    // Qt asks a centred label for its height only, not for the height at this width.
    m_sentence->setFixedHeight(std::max(0, m_sentence->heightForWidth(TextWidth)));
    m_primary->setVisible(!m_primary->text().isEmpty());
    m_secondary->setVisible(!m_secondary->text().isEmpty());
}

void EmptyState::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showIcon();
}

void EmptyState::showIcon()
{
    m_icon->setPixmap(
        icon(m_iconName, Tone::Muted).pixmap(QSize(IconSize, IconSize), devicePixelRatioF()));
}

} // namespace ui
