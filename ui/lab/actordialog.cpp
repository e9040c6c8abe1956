#include "actordialog.h"

#include "actorwork.h"

#include "ui/common/field.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/translated.h"

#include "cmq/pushurl.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>

#include <cmath>

namespace ui {

using namespace Qt::StringLiterals;
using cmq::scenario::Actor;
using cmq::scenario::Consumer;
using cmq::scenario::Producer;
using cmq::scenario::Receiver;
using cmq::scenario::ReceiverAnswer;

namespace {

constexpr int NameMax = 32;
/// Beside the name of a topic among queues and topics.
constexpr int IsTopicRole = Qt::UserRole + 1;

std::vector<std::string> words(const QString& text)
{
    std::vector<std::string> list;
    for (const QString& word : text.split(u',', Qt::SkipEmptyParts)) {
        if (const QString trimmed = word.trimmed(); !trimmed.isEmpty())
            list.push_back(trimmed.toStdString());
    }
    return list;
}

QString joined(const std::vector<std::string>& words)
{
    QStringList list;
    for (const std::string& word : words)
        list += QString::fromStdString(word);
    return list.join(u", "_s);
}

QDoubleSpinBox* makeSeconds(const QString& name, cmq::Milliseconds value)
{
    auto* box = new QDoubleSpinBox;
    box->setObjectName(name);
    box->setRange(0, 86'400);
    box->setDecimals(1);
    box->setValue(double(value.count()) / 1000);
    return box;
}

/// What is there already stays, whether it is offered or not.
void choose(QComboBox& box, const QString& name)
{
    if (!name.isEmpty() && box.findData(name) < 0)
        box.addItem(formatCaption(name), name);
    box.setCurrentIndex(std::max(0, box.findData(name)));
}

cmq::Milliseconds spanOf(const QDoubleSpinBox& box)
{
    return cmq::Milliseconds(std::llround(box.value() * 1000));
}

} // namespace

ActorDialog::ActorDialog(Actor actor, StageNames names, QWidget* parent)
    : FormDialog(u"actorDialog"_s, parent)
    , m_start(std::move(actor))
    , m_names(std::move(names))
    , m_fields(new QGridLayout)
    , m_name(new QLineEdit)
    , m_isRunning(new QCheckBox)
{
    setMinimumWidth(600);
    m_fields->setHorizontalSpacing(16);
    body()->addLayout(m_fields);
    m_name->setObjectName(u"actorName"_s);
    m_name->setMaxLength(NameMax);
    m_name->setText(QString::fromStdString(m_start.name));
    m_name->setReadOnly(!m_start.name.empty());
    m_nameField = add(m_name, [](Field& field) { field.setTitle(tr("Name")); });
    if (const auto* producer = std::get_if<Producer>(&m_start.role))
        addProducer(*producer);
    else if (const auto* consumer = std::get_if<Consumer>(&m_start.role))
        addConsumer(*consumer);
    else
        addReceiver(std::get<Receiver>(m_start.role));
    m_isRunning->setObjectName(u"actorIsRunning"_s);
    m_isRunning->setChecked(m_start.isRunning);
    body()->addWidget(m_isRunning);
    body()->addStretch();
    connect(m_name, &QLineEdit::textChanged, this, &ActorDialog::check);
    connect(this, &FormDialog::submitRequested, this, [this] { emit submitted(this->actor()); });
    keepTranslated(this, [this] {
        const QString kind = actorKindText(m_start);
        setTitle(m_start.name.empty() ? tr("New: %1").arg(kind)
                                      : tr("%1 %2").arg(kind, formatForeign(m_start.name)));
        m_isRunning->setText(tr("At work"));
        submitButton()->setText(m_start.name.empty() ? tr("Add") : tr("Apply"));
        closeButton()->setText(tr("Cancel"));
        check();
    });
}

Field* ActorDialog::add(QWidget* input, std::function<void(Field&)> setTexts)
{
    auto* field = new Field(input);
    const int count = m_fields->count();
    m_fields->addWidget(field, count / 2, count % 2);
    keepTranslated(field, [field, setTexts = std::move(setTexts)] { setTexts(*field); });
    return field;
}

QSpinBox* ActorDialog::addNumber(const QString& name, std::int64_t value, int least, int most,
                                 std::function<void(Field&)> setTexts)
{
    auto* box = new QSpinBox;
    box->setObjectName(name);
    box->setRange(least, most);
    box->setValue(int(value));
    add(box, std::move(setTexts));
    return box;
}

void ActorDialog::addProducer(const Producer& producer)
{
    m_place = new QComboBox;
    m_place->setObjectName(u"actorPlace"_s);
    for (const QString& queue : m_names.queues)
        m_place->addItem(icon(u"queue"), formatCaption(queue), queue);
    for (const QString& topic : m_names.topics) {
        m_place->addItem(icon(u"topic"), formatCaption(topic), topic);
        m_place->setItemData(m_place->count() - 1, true, IsTopicRole);
    }
    const bool isTopic = !producer.topic.empty();
    const QString target = QString::fromStdString(isTopic ? producer.topic : producer.queue);
    choose(*m_place, target);
    if (isTopic)
        m_place->setItemData(m_place->currentIndex(), true, IsTopicRole);
    m_placeField = add(m_place, [](Field& field) { field.setTitle(tr("Sends to")); });
    m_rate = new QDoubleSpinBox;
    m_rate->setObjectName(u"actorRate"_s);
    m_rate->setRange(0.01, 1000);
    m_rate->setDecimals(2);
    m_rate->setValue(1000.0 / double(std::max<std::int64_t>(1, producer.every.count())));
    add(m_rate, [](Field& field) { field.setTitle(tr("Messages a second")); });
    m_body = new QLineEdit(QString::fromStdString(producer.body));
    m_body->setObjectName(u"actorBody"_s);
    add(m_body, [](Field& field) {
        field.setTitle(tr("Message body"));
        field.setHint(tr("${n} stands for the number of the message"));
    });
    m_count = addNumber(u"actorCount"_s, producer.count, 0, 1'000'000, [](Field& field) {
        field.setTitle(tr("How many"));
        field.setHint(tr("0: without end"));
    });
    m_size = addNumber(u"actorSize"_s, producer.size, 0, 1'048'576, [](Field& field) {
        field.setTitle(tr("Fill bodies up to (bytes)"));
        field.setHint(tr("0: as they are"));
    });
    m_delay = addNumber(u"actorDelay"_s, producer.delay.count(), 0, 3600,
                        [](Field& field) { field.setTitle(tr("Delay (seconds)")); });
    m_tags = new QLineEdit(joined(producer.tags));
    m_tags->setObjectName(u"actorTags"_s);
    add(m_tags, [](Field& field) {
        field.setTitle(tr("Tags"));
        field.setHint(tr("For topics; separated by commas"));
    });
    m_routingKey = new QLineEdit(QString::fromStdString(producer.routingKey.value_or("")));
    m_routingKey->setObjectName(u"actorRoutingKey"_s);
    add(m_routingKey, [](Field& field) {
        field.setTitle(tr("Routing key"));
        field.setHint(tr("For topics that choose by routing keys"));
    });
}

void ActorDialog::addConsumer(const Consumer& consumer)
{
    m_place = new QComboBox;
    m_place->setObjectName(u"actorPlace"_s);
    for (const QString& queue : m_names.queues)
        m_place->addItem(icon(u"queue"), formatCaption(queue), queue);
    choose(*m_place, QString::fromStdString(consumer.queue));
    m_placeField = add(m_place, [](Field& field) { field.setTitle(tr("Receives from")); });
    m_workers = addNumber(u"actorWorkers"_s, consumer.workers, 1, 16,
                          [](Field& field) { field.setTitle(tr("Workers")); });
    m_batch = addNumber(u"actorBatch"_s, consumer.batch, 1, 16,
                        [](Field& field) { field.setTitle(tr("Messages at a time")); });
    m_wait = addNumber(u"actorWait"_s, consumer.wait.count(), 0, 30,
                       [](Field& field) { field.setTitle(tr("Long-polling wait (seconds)")); });
    m_least = makeSeconds(u"actorLeast"_s, consumer.handling.least);
    add(m_least, [](Field& field) { field.setTitle(tr("Handling takes from (seconds)")); });
    m_most = makeSeconds(u"actorMost"_s, consumer.handling.most);
    add(m_most, [](Field& field) {
        field.setTitle(tr("… to (seconds)"));
        field.setHint(tr("Longer than the visibility timeout, and the message is received again"));
    });
    m_crash = addNumber(u"actorCrash"_s, consumer.crashPercent, 0, 100,
                        [](Field& field) { field.setTitle(tr("Crashes at work (%)")); });
    m_forget = addNumber(u"actorForget"_s, consumer.forgetPercent, 0, 100,
                         [](Field& field) { field.setTitle(tr("Forgets to delete (%)")); });
    m_isIdempotent = new QCheckBox;
    m_isIdempotent->setObjectName(u"actorIdempotent"_s);
    m_isIdempotent->setChecked(consumer.isIdempotent);
    body()->addWidget(m_isIdempotent);
    keepTranslated(m_isIdempotent,
                   [this] { m_isIdempotent->setText(tr("Does nothing twice (idempotent)")); });
}

void ActorDialog::addReceiver(const Receiver& receiver)
{
    m_url = new QLineEdit(QString::fromStdString(receiver.url));
    m_url->setObjectName(u"actorUrl"_s);
    m_urlField = add(m_url, [](Field& field) {
        field.setTitle(tr("URL"));
        field.setHint(tr("That of a subscription; nothing leaves the sandbox"));
    });
    m_answers = new QLineEdit(answersText(receiver.answers));
    m_answers->setObjectName(u"actorAnswers"_s);
    m_answersField = add(m_answers, [](Field& field) {
        field.setTitle(tr("Answers"));
        field.setHint(tr("3x500, 200: three times 500, then 200 for ever"));
    });
    m_takes = addNumber(u"actorTakes"_s, receiver.takes.count(), 0, 60'000,
                        [](Field& field) { field.setTitle(tr("Takes (milliseconds)")); });
    connect(m_url, &QLineEdit::textChanged, this, &ActorDialog::check);
    connect(m_answers, &QLineEdit::textChanged, this, &ActorDialog::check);
}

void ActorDialog::check()
{
    QString problem;
    const QString name = m_name->text().trimmed();
    if (name.isEmpty())
        problem = tr("It needs a name.");
    else if (m_start.name.empty() && m_names.actors.contains(name))
        problem = tr("There is one of this name.");
    m_nameField->setError(name.isEmpty() ? QString() : problem); // nothing typed yet is no mistake
    if (m_placeField) {
        const bool isThere = m_place->count() > 0;
        m_placeField->setError(isThere ? QString() : tr("There is no queue yet."));
        if (!isThere && problem.isEmpty())
            problem = tr("There is no queue yet.");
    }
    if (m_urlField) {
        const auto url = cmq::parsePushUrl(m_url->text().toStdString());
        m_urlField->setError(url || m_url->text().isEmpty()
                                 ? QString()
                                 : tr("http://host/path or https://host/path, please."));
        const bool areAnswers = parseAnswers(m_answers->text()).has_value();
        m_answersField->setError(areAnswers ? QString() : tr("Such as 3x500, 200"));
        if (problem.isEmpty() && (!url || !areAnswers))
            problem = !url ? tr("It needs a URL.") : tr("The answers are not clear.");
    }
    setValid(problem.isEmpty(), problem);
}

Producer ActorDialog::producer() const
{
    Producer producer = std::get<Producer>(m_start.role);
    const std::string target = m_place->currentData().toString().toStdString();
    const bool isTopic = m_place->currentData(IsTopicRole).toBool();
    producer.queue = isTopic ? std::string() : target;
    producer.topic = isTopic ? target : std::string();
    producer.every = cmq::Milliseconds(std::max(1LL, std::llround(1000 / m_rate->value())));
    producer.body = m_body->text().toStdString();
    producer.count = m_count->value();
    producer.size = m_size->value();
    producer.delay = cmq::Seconds(isTopic ? 0 : m_delay->value());
    producer.tags = isTopic ? words(m_tags->text()) : std::vector<std::string>();
    producer.routingKey.reset();
    if (const QString key = m_routingKey->text().trimmed(); isTopic && !key.isEmpty())
        producer.routingKey = key.toStdString();
    return producer;
}

Consumer ActorDialog::consumer() const
{
    Consumer consumer = std::get<Consumer>(m_start.role);
    consumer.queue = m_place->currentData().toString().toStdString();
    consumer.workers = m_workers->value();
    consumer.batch = m_batch->value();
    consumer.wait = cmq::Seconds(m_wait->value());
    consumer.handling.least = std::min(spanOf(*m_least), spanOf(*m_most));
    consumer.handling.most = std::max(spanOf(*m_least), spanOf(*m_most));
    consumer.handling.mean = {};
    consumer.crashPercent = m_crash->value();
    consumer.forgetPercent = m_forget->value();
    consumer.isIdempotent = m_isIdempotent->isChecked();
    return consumer;
}

Receiver ActorDialog::receiver() const
{
    Receiver receiver = std::get<Receiver>(m_start.role);
    receiver.url = m_url->text().toStdString();
    receiver.answers = parseAnswers(m_answers->text()).value_or(receiver.answers);
    receiver.takes = cmq::Milliseconds(m_takes->value());
    return receiver;
}

Actor ActorDialog::actor() const
{
    Actor actor = m_start;
    actor.name = m_name->text().trimmed().toStdString();
    actor.isRunning = m_isRunning->isChecked();
    if (std::holds_alternative<Producer>(m_start.role))
        actor.role = producer();
    else if (std::holds_alternative<Consumer>(m_start.role))
        actor.role = consumer();
    else
        actor.role = receiver();
    return actor;
}

std::optional<std::vector<ReceiverAnswer>> parseAnswers(const QString& text)
{
    static const QRegularExpression pattern(u"^(?:(\\d{1,4})\\s*[x×]\\s*)?([1-5]\\d\\d)$"_s);
    std::vector<ReceiverAnswer> answers;
    for (const QString& part : text.split(u',', Qt::SkipEmptyParts)) {
        const QRegularExpressionMatch match = pattern.match(part.trimmed());
        if (!match.hasMatch())
            return std::nullopt;
        ReceiverAnswer answer;
        answer.status = match.captured(2).toLongLong();
        if (!match.captured(1).isEmpty())
            answer.times = std::max(1LL, match.captured(1).toLongLong());
        answers.push_back(answer);
    }
    return answers;
}

QString answersText(const std::vector<ReceiverAnswer>& answers)
{
    QStringList list;
    for (const ReceiverAnswer& answer : answers)
        list += answer.times > 1 ? u"%1x%2"_s.arg(answer.times).arg(answer.status)
                                 : QString::number(answer.status);
    return list.join(u", "_s);
}

} // namespace ui
