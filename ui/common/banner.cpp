#include "banner.h"

#include "label.h"
#include "stylepaint.h"
#include "tokens.h"
#include "translated.h"

#include <QAction>
#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QPainter>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

struct Look
{
    QStringView icon;
    Tone tone;
};

Look lookOf(BannerKind kind)
{
    switch (kind) {
    case BannerKind::Info: break;
    case BannerKind::Success: return {u"check-circle", Tone::Ok};
    case BannerKind::Warning: return {u"exclamation-triangle", Tone::InFlight};
    case BannerKind::Error: return {u"exclamation-octagon", Tone::Dead};
    }
    return {u"info-circle", Tone::Accent};
}

} // namespace

Banner::Banner(const QString& name, QWidget* parent)
    : QFrame(parent)
    , m_icon(new QLabel)
    , m_text(new Label)
    , m_detail(new Label(TextRole::Caption, Tone::Muted))
    , m_buttons(new QHBoxLayout)
    , m_copy(new QToolButton)
    , m_close(new QToolButton)
{
    setObjectName(name);
    m_icon->setObjectName(name + u"Icon"_s);
    m_text->setObjectName(name + u"Text"_s);
    m_detail->setObjectName(name + u"Detail"_s);
    m_copy->setObjectName(name + u"Copy"_s);
    m_close->setObjectName(name + u"Close"_s);
    for (Label* label : {m_text, m_detail}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_copy->setAutoRaise(true);
    m_copy->setIcon(icon(u"copy"));
    connect(m_copy, &QToolButton::clicked, this, [this] {
        QStringList lines{m_text->text(), m_detail->text()};
        lines.removeAll(QString());
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
    });
    m_close->setAutoRaise(true);
    m_close->setIcon(icon(u"x-lg"));
    connect(m_close, &QToolButton::clicked, this, [this] {
        clear();
        emit closed();
    });
    keepTranslated(this, [this] {
        m_copy->setToolTip(tr("Copy these words"));
        m_copy->setAccessibleName(m_copy->toolTip());
        m_close->setToolTip(tr("Close"));
        m_close->setAccessibleName(tr("Close this message"));
    });

    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_text);
    texts->addWidget(m_detail);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 8, 8);
    layout->setSpacing(12);
    layout->addWidget(m_icon);
    layout->addLayout(texts, 1);
    layout->addLayout(m_buttons);
    layout->addWidget(m_copy, 0, Qt::AlignTop);
    layout->addWidget(m_close, 0, Qt::AlignTop);
    hide();
}

void Banner::show(BannerKind kind, const QString& text, const QString& detail)
{
    removeActions();
    m_kind = kind;
    const Look look = lookOf(kind);
    m_icon->setPixmap(icon(look.icon, look.tone).pixmap(QSize(18, 18), devicePixelRatioF()));
    m_text->setText(text);
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
    m_copy->setVisible(kind == BannerKind::Error);
    setAccessibleName(text);
    setVisible(true);
    update();
}

void Banner::showBriefly(const QString& text)
{
    constexpr int GoodNewsMs = 6000;
    show(BannerKind::Success, text);
    QTimer::singleShot(GoodNewsMs, this, [this, text] {
        if (this->text() == text)
            clear();
    });
}

void Banner::clear()
{
    hide();
    m_text->clear();
    m_detail->clear();
    removeActions();
}

void Banner::removeActions()
{
    while (QLayoutItem* item = m_buttons->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the one that was pressed
        delete item;
    }
}

QString Banner::text() const
{
    return m_text->text();
}

void Banner::addAction(QAction* action)
{
    auto* button = new QPushButton(action->text());
    button->setObjectName(action->objectName() + u"Button"_s);
    button->setIcon(action->icon());
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    m_buttons->addWidget(button);
}

void Banner::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Tokens& t = tokensOf(palette());
    paint::roundedBox(painter, rect(), t.surface, t.hairline);
    painter.fillRect(QRect(0, int(paint::Radius), 3, height() - 2 * int(paint::Radius)),
                     toneColor(lookOf(m_kind).tone, palette()));
}

} // namespace ui
