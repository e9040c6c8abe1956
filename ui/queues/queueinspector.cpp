#include "queueinspector.h"

#include "queuegauges.h"
#include "settingtext.h"

#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/quantity.h"
#include "ui/common/translated.h"
#include "ui/connections/connection.h"

#include <QGridLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int Width = 288;
}

QueueInspector::QueueInspector(const Connection& connection, QWidget* parent)
    : Card(u"queueInspector"_s, parent)
    , m_connection(connection)
    , m_name(new Label(TextRole::Section))
    , m_id(new Label(TextRole::Caption, Tone::Muted))
    , m_gauges(new QueueGauges(u"inspector"_s, 2, connection))
    , m_dates(new Label(TextRole::Caption, Tone::Muted))
    , m_content(new QWidget)
    , m_nothing(new Label(TextRole::Body, Tone::Muted))
{
    setFixedWidth(Width);
    m_name->setObjectName(u"inspectorName"_s);
    m_name->setWordWrap(true);
    m_name->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_id->setObjectName(u"inspectorId"_s);
    m_id->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_dates->setObjectName(u"inspectorDates"_s);
    m_content->setObjectName(u"inspectorContent"_s);
    m_nothing->setObjectName(u"inspectorNothing"_s);
    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignCenter);

    auto* facts = new QGridLayout;
    facts->setHorizontalSpacing(12);
    facts->setVerticalSpacing(8);
    facts->setColumnStretch(1, 1);
    addFact(facts, u"inspectorOldest"_s);
    for (const cmq::QueueSettingRule& rule : cmq::queueSettingRules())
        addFact(facts,
                u"inspector_"_s + QString::fromUtf8(rule.name.data(), qsizetype(rule.name.size())));

    auto* content = new QVBoxLayout(m_content);
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(4);
    content->addWidget(m_name);
    content->addWidget(m_id);
    content->addSpacing(12);
    content->addWidget(m_gauges);
    content->addSpacing(16);
    content->addLayout(facts);
    content->addSpacing(12);
    content->addWidget(m_dates);
    content->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->addWidget(m_content);
    layout->addWidget(m_nothing);
    keepTranslated(this, [this] { showTexts(); });
}

void QueueInspector::setQueue(const std::optional<QueueRow>& queue)
{
    m_queue = queue;
    showTexts();
}

void QueueInspector::addFact(QGridLayout* grid, const QString& name)
{
    const Fact fact{new Label(TextRole::Body, Tone::Muted), new Label};
    fact.title->setObjectName(name + u"Title"_s);
    fact.value->setObjectName(name);
    fact.value->setAlignment(Qt::AlignRight);
    const int row = int(m_facts.size());
    grid->addWidget(fact.title, row, 0);
    grid->addWidget(fact.value, row, 1);
    m_facts.push_back(fact);
}

void QueueInspector::showTexts()
{
    m_content->setVisible(m_queue.has_value());
    m_nothing->setVisible(!m_queue);
    m_nothing->setText(tr("Select a queue to see its counters and attributes."));
    if (!m_queue)
        return;
    const cmq::QueueAttributes& queue = m_queue->attributes;
    m_name->setText(m_queue->name);
    m_id->setText(QString::fromStdString(queue.queueId));

    m_gauges->setQueue(queue);

    std::size_t row = 0;
    const auto say = [&](const QString& title, const QString& value, const QString& tip = {}) {
        m_facts[row].title->setText(title);
        m_facts[row].title->setToolTip(tip);
        m_facts[row].value->setText(value);
        ++row;
    };
    say(tr("Oldest message"), queue.minMsgTime ? formatAge(m_connection.now() - *queue.minMsgTime)
                                               : tr("none", "no message"));
    for (const cmq::QueueSettingRule& rule : cmq::queueSettingRules()) {
        const std::int64_t value = rule.get(queue.settings);
        const bool off = rule.name == "rewindSeconds" && value == 0;
        if (m_connection.isTdmq() && rule.name == "maxMsgHeapNum")
            continue; // which limits the bytes of a backlog, not its messages
        say(settingTitle(rule, m_connection.rules()),
            off ? tr("off") : formatQuantity(rule.unit, value),
            settingHelp(rule, m_connection.rules()));
    }
    m_dates->setText(
        tr("Created %1\nModified %2")
            .arg(formatInstant(queue.createTime), formatInstant(queue.lastModifyTime)));
}

} // namespace ui
