#include "queueinspector.h"

#include "settingtext.h"

#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/quantity.h"
#include "ui/common/translated.h"
#include "ui/connections/connection.h"
#include "ui/connections/figures.h"

#include <QEvent>
#include <QGridLayout>

#include <array>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int Width = 288;

struct StateLook
{
    QStringView icon;
    Tone tone;
};
const std::array<StateLook, 4> States{{{u"envelope", Tone::Visible},
                                       {u"hourglass-split", Tone::InFlight},
                                       {u"clock-history", Tone::Delayed},
                                       {u"rewind-fill", Tone::Rewindable}}};

} // namespace

QueueInspector::QueueInspector(const Connection& connection, QWidget* parent)
    : Card(u"queueInspector"_s, parent)
    , m_connection(connection)
    , m_name(new Label(TextRole::Section))
    , m_id(new Label(TextRole::Caption, Tone::Muted))
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

    auto* counters = new QGridLayout;
    counters->setHorizontalSpacing(8);
    counters->setVerticalSpacing(12);
    for (const QString& name : {u"inspectorVisible"_s, u"inspectorInFlight"_s,
                                u"inspectorDelayed"_s, u"inspectorRewindable"_s})
        addCounter(counters, name);
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
    content->addLayout(counters);
    content->addSpacing(16);
    content->addLayout(facts);
    content->addSpacing(12);
    content->addWidget(m_dates);
    content->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->addWidget(m_content);
    layout->addWidget(m_nothing);
    showIcons();
    keepTranslated(this, [this] { showTexts(); });
}

void QueueInspector::setQueue(const std::optional<QueueRow>& queue)
{
    m_queue = queue;
    showTexts();
}

void QueueInspector::addCounter(QGridLayout* grid, const QString& name)
{
    const Counter counter{new QLabel, new Label(TextRole::PageTitle),
                          new Label(TextRole::Caption, Tone::Muted)};
    counter.icon->setObjectName(name + u"Icon"_s);
    counter.value->setObjectName(name);
    counter.title->setObjectName(name + u"Title"_s);
    counter.title->setBuddy(counter.value);
    const int index = int(m_counters.size());
    auto* texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(counter.value);
    texts->addWidget(counter.title);
    auto* cell = new QHBoxLayout;
    cell->setSpacing(8);
    cell->addWidget(counter.icon, 0, Qt::AlignTop);
    cell->addLayout(texts, 1);
    grid->addLayout(cell, index / 2, index % 2);
    m_counters.push_back(counter);
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

void QueueInspector::showIcons()
{
    for (std::size_t i = 0; i < m_counters.size(); ++i)
        m_counters[i].icon->setPixmap(
            icon(States[i].icon, States[i].tone).pixmap(QSize(18, 18), devicePixelRatioF()));
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

    const std::array<std::pair<std::int64_t, QString>, 4> counts{
        {{queue.activeMsgNum, tr("Visible")},
         {queue.inactiveMsgNum, tr("In flight")},
         {queue.delayMsgNum, tr("Delayed")},
         {queue.rewindmsgNum, tr("Rewindable")}}};
    for (std::size_t i = 0; i < counts.size(); ++i) {
        m_counters[i].value->setText(figureText(counts[i].first, m_connection));
        m_counters[i].value->setTone(counts[i].first == 0 ? Tone::Muted : States[i].tone);
        m_counters[i].title->setText(counts[i].second);
        m_counters[i].value->setToolTip(figuresHelp(m_connection.hasExactFigures()));
    }

    std::size_t row = 0;
    const auto say = [&](const QString& title, const QString& value, const QString& tip = {}) {
        m_facts[row].title->setText(title);
        m_facts[row].title->setToolTip(tip);
        m_facts[row].value->setText(value);
        ++row;
    };
    say(tr("Oldest message"),
        queue.minMsgTime ? formatAge(m_connection.now() - *queue.minMsgTime) : tr("none", "no message"));
    for (const cmq::QueueSettingRule& rule : cmq::queueSettingRules()) {
        const std::int64_t value = rule.get(queue.settings);
        const bool off = rule.name == "rewindSeconds" && value == 0;
        say(settingTitle(rule), off ? tr("off") : formatQuantity(rule.unit, value),
            settingHelp(rule));
    }
    m_dates->setText(
        tr("Created %1\nModified %2")
            .arg(formatInstant(queue.createTime), formatInstant(queue.lastModifyTime)));
}

void QueueInspector::changeEvent(QEvent* event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showIcons();
}

} // namespace ui
