#include "deadletterpart.h"

#include "queuecommands.h"

#include "ui/common/card.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/label.h"
#include "ui/common/translated.h"
#include "ui/connections/connection.h"

#include <QBoxLayout>
#include <QPushButton>
#include <QToolButton>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

void emptyLayout(QLayout* layout)
{
    while (QLayoutItem* item = layout->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater(); // it may be inside its own signal
        delete item;
    }
}

} // namespace

DeadLetterPart::DeadLetterPart(Connection& connection, QueueCommands& commands, QWidget* parent)
    : QWidget(parent)
    , m_connection(connection)
    , m_targetTitle(new Label(TextRole::Section))
    , m_target(new QVBoxLayout)
    , m_policy(new Label(TextRole::Body, Tone::Secondary))
    , m_unbind(new QPushButton)
    , m_sourcesTitle(new Label(TextRole::Section))
    , m_sources(new QVBoxLayout)
    , m_sourcesText(new Label(TextRole::Body, Tone::Secondary))
    , m_messages(new QPushButton)
{
    setObjectName(u"deadLetterPart"_s);
    m_targetTitle->setObjectName(u"deadLetterTargetTitle"_s);
    m_policy->setObjectName(u"deadLetterPolicyText"_s);
    m_policy->setWordWrap(true);
    m_unbind->setObjectName(u"unbindDeadLetters"_s);
    m_sourcesTitle->setObjectName(u"deadLetterSourcesTitle"_s);
    m_sourcesText->setObjectName(u"deadLetterSourcesText"_s);
    m_sourcesText->setWordWrap(true);
    const auto makeCard = [](const QString& name, std::initializer_list<QWidget*> head,
                             QVBoxLayout* links, std::initializer_list<QWidget*> tail) {
        auto* card = new Card(name);
        auto* layout = new QVBoxLayout(card);
        layout->setContentsMargins(16, 12, 16, 12);
        layout->setSpacing(8);
        for (QWidget* widget : head)
            layout->addWidget(widget);
        layout->addLayout(links);
        for (QWidget* widget : tail)
            layout->addWidget(widget, 0,
                              qobject_cast<QPushButton*>(widget) ? Qt::AlignLeft : Qt::Alignment());
        layout->addStretch();
        return card;
    };
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 12);
    layout->setSpacing(12);
    layout->addWidget(
        makeCard(u"deadLetterTargetCard"_s, {m_targetTitle}, m_target, {m_policy, m_unbind}), 1);
    layout->addWidget(makeCard(u"deadLetterSourcesCard"_s, {m_sourcesTitle, m_sourcesText},
                               m_sources, {m_messages}),
                      1);
    m_messages->setObjectName(u"showDeadLetters"_s);
    connect(m_messages, &QPushButton::clicked, this, &DeadLetterPart::messagesRequested);
    connect(m_unbind, &QPushButton::clicked, &commands, [this, &commands] {
        if (m_queue)
            commands.unbindDeadLetters(QString::fromStdString(m_queue->queueName));
    });
    keepTranslated(this, [this] { retranslate(); });
}

void DeadLetterPart::setQueue(const cmq::QueueAttributes& queue)
{
    m_queue = queue;
    showTarget();
    showSources();
}

void DeadLetterPart::retranslate()
{
    m_targetTitle->setText(tr("Where dead letters of this queue go"));
    m_sourcesTitle->setText(tr("Whose dead letters come here"));
    m_unbind->setText(tr("Unbind"));
    m_messages->setText(tr("Show the dead letters"));
    m_messages->setToolTip(tr("Look at them, and send them back from there"));
    if (m_queue)
        setQueue(cmq::QueueAttributes(*m_queue));
}

QToolButton* DeadLetterPart::makeLink(const QString& objectName, const QString& queueName)
{
    auto* link = new QToolButton;
    link->setObjectName(objectName);
    link->setAutoRaise(true);
    link->setIcon(icon(u"queue", Tone::Accent));
    link->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    link->setText(formatForeign(queueName).replace(u'&', u"&&"_s));
    connect(link, &QToolButton::clicked, this,
            [this, queueName] { emit queueRequested(queueName); });
    return link;
}

void DeadLetterPart::showTarget()
{
    const auto& policy = m_queue->settings.deadLetterPolicy;
    m_unbind->setVisible(policy.has_value());
    const QString reason = m_connection.whyNot(cmq::UnbindDeadLetterQueue());
    m_unbind->setEnabled(reason.isEmpty());
    m_unbind->setToolTip(reason);
    if (!policy) {
        emptyLayout(m_target);
        m_policy->setText(tr("Nowhere: what nobody consumes stays until its retention ends. A "
                             "dead-letter queue is chosen among the attributes."));
        return;
    }
    const QString name = QString::fromStdString(policy->deadLetterQueue);
    const auto* present =
        m_target->count() > 0 ? qobject_cast<QToolButton*>(m_target->itemAt(0)->widget()) : nullptr;
    if (!present || present->text() != formatForeign(name).replace(u'&', u"&&"_s)) {
        emptyLayout(m_target);
        m_target->addWidget(makeLink(u"deadLetterTargetLink"_s, name), 0, Qt::AlignLeft);
    }
    m_policy->setText(policy->policy == cmq::DeadLetterRule::MaxReceiveCount
                          ? tr("A message goes there when it was received %n time(s) without being "
                               "deleted.",
                               nullptr, int(policy->maxReceiveCount))
                          : tr("A message goes there when nobody has deleted it %1 after it became "
                               "visible.")
                                .arg(formatDuration(policy->maxTimeToLive)));
}

void DeadLetterPart::showSources()
{
    QStringList names;
    for (const cmq::QueueListItem& source : m_queue->deadLetterSource)
        names += QString::fromStdString(source.queueName);
    m_sourcesText->setText(names.isEmpty()
                               ? tr("Nobody's: no queue has this one as its dead-letter queue.")
                               : tr("%n of at most %1 queue(s):", nullptr, int(names.size()))
                                     .arg(int(cmq::DeadLetterSourcesMax)));
    m_messages->setVisible(!names.isEmpty() && backlogOf(*m_queue) > 0);
    if (names == m_shown)
        return; // so that the focus in it stays
    m_shown = names;
    emptyLayout(m_sources);
    for (qsizetype i = 0; i < names.size(); ++i)
        m_sources->addWidget(makeLink(u"deadLetterSource%1Link"_s.arg(i), names[i]), 0,
                             Qt::AlignLeft);
}

} // namespace ui
