#include "subscriptiondialog.h"

#include "filtertext.h"

#include "ui/common/banner.h"
#include "ui/common/errortext.h"
#include "ui/common/field.h"
#include "ui/common/fonts.h"
#include "ui/common/translated.h"

#include "cmq/names.h"
#include "cmq/pushurl.h"
#include "cmq/validation.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int FilterLines = 4;

cmq::Behaviour permissive()
{
    cmq::Behaviour behaviour;
    behaviour.allowLocalPush = true;
    return behaviour;
}

QComboBox* makeChoice(const QString& name, int count)
{
    auto* choice = new QComboBox;
    choice->setObjectName(name);
    for (int i = 0; i < count; ++i)
        choice->addItem(QString());
    return choice;
}

} // namespace

SubscriptionDialog::SubscriptionDialog(cmq::TopicAttributes topic,
                                       std::optional<cmq::SubscriptionAttributes> existing,
                                       QWidget* parent)
    : FormDialog(u"subscriptionDialog"_s, parent)
    , m_topic(std::move(topic))
    , m_existing(std::move(existing))
    , m_name(new QLineEdit)
    , m_protocol(makeChoice(u"protocol"_s, 2))
    , m_endpoint(new QLineEdit)
    , m_filter(new QPlainTextEdit)
    , m_strategy(makeChoice(u"notifyStrategy"_s, 2))
    , m_format(makeChoice(u"notifyContentFormat"_s, 2))
{
    setMinimumWidth(720);
    createFields();
    if (m_existing)
        fill(*m_existing);
    connect(m_name, &QLineEdit::textChanged, this, [this] {
        m_nameTouched = true;
        check();
    });
    connect(m_endpoint, &QLineEdit::textChanged, this, [this] {
        m_endpointTouched = true;
        check();
    });
    connect(m_filter, &QPlainTextEdit::textChanged, this, [this] {
        m_filterTouched = true;
        check();
    });
    for (QComboBox* choice : {m_protocol, m_strategy, m_format})
        connect(choice, &QComboBox::currentIndexChanged, this, [this] { retranslate(); });
    offerCall([this] { return m_existing ? cmq::Action(change()) : cmq::Action(action()); });
    connect(this, &FormDialog::submitRequested, this, &SubscriptionDialog::submit);
    keepTranslated(this, [this] { retranslate(); });
    (m_existing ? static_cast<QWidget*>(m_filter) : m_name)->setFocus();
}

void SubscriptionDialog::setUrl(const QString& url)
{
    m_protocol->setCurrentIndex(1);
    m_endpoint->setText(url);
}

void SubscriptionDialog::fixTarget()
{
    for (QWidget* input : std::initializer_list<QWidget*>{m_protocol, m_endpoint}) {
        input->setEnabled(false);
        input->setToolTip(tr("API 3.0 cannot change where a subscription delivers: end it and "
                             "subscribe again."));
    }
}

void SubscriptionDialog::createFields()
{
    m_name->setObjectName(u"subscriptionName"_s);
    m_name->setMaxLength(int(cmq::NameMaxLength) + 1);
    m_endpoint->setObjectName(u"endpoint"_s);
    m_filter->setObjectName(u"filter"_s);
    m_filter->setFont(monoFont());
    m_filter->setTabChangesFocus(true);
    m_filter->setFixedHeight(m_filter->fontMetrics().lineSpacing() * (FilterLines + 1));
    m_strategy->setCurrentIndex(1);
    m_nameField = new Field(m_name);
    m_protocolField = new Field(m_protocol);
    m_endpointField = new Field(m_endpoint);
    m_filterField = new Field(m_filter);
    m_strategyField = new Field(m_strategy);
    m_formatField = new Field(m_format);
    auto* target = new QHBoxLayout;
    target->setSpacing(24);
    target->addWidget(m_protocolField, 1);
    target->addWidget(m_endpointField, 3);
    auto* delivery = new QHBoxLayout;
    delivery->setSpacing(24);
    delivery->addWidget(m_strategyField, 1);
    delivery->addWidget(m_formatField, 1);
    body()->addWidget(m_nameField);
    body()->addLayout(target);
    body()->addWidget(m_filterField);
    body()->addLayout(delivery);
}

void SubscriptionDialog::fill(const cmq::SubscriptionAttributes& existing)
{
    m_name->setText(QString::fromStdString(existing.subscriptionName));
    m_name->setReadOnly(true);
    m_protocol->setCurrentIndex(existing.protocol == cmq::Protocol::Queue ? 0 : 1);
    m_endpoint->setText(QString::fromStdString(existing.endpoint));
    m_filter->setPlainText(toLines(
        m_topic.filterType == cmq::FilterType::Tag ? existing.filterTag : existing.bindingKey));
    m_strategy->setCurrentIndex(existing.notifyStrategy == cmq::NotifyStrategy::BackoffRetry ? 0
                                                                                             : 1);
    m_format->setCurrentIndex(existing.notifyContentFormat == cmq::NotifyContentFormat::Json ? 0
                                                                                             : 1);
}

void SubscriptionDialog::retranslate()
{
    const QSignalBlocker protocolBlocker(m_protocol), strategyBlocker(m_strategy),
        formatBlocker(m_format);
    const bool isTag = m_topic.filterType == cmq::FilterType::Tag;
    const bool isQueue = m_protocol->currentIndex() == 0;
    setTitle(m_existing ? tr("Change %1").arg(m_name->text())
                        : tr("Subscribe to %1").arg(QString::fromStdString(m_topic.topicName)));
    m_nameField->setTitle(tr("Subscription name"));
    m_nameField->setHint(m_existing ? tr("It cannot be changed.")
                                    : tr("1 to 64 letters, digits, “-” or “_”, beginning with a "
                                         "letter. It cannot be changed."));
    m_protocolField->setTitle(tr("Protocol"));
    m_protocol->setItemText(0, tr("Queue"));
    m_protocol->setItemText(1, u"HTTP"_s);
    m_endpointField->setTitle(isQueue ? tr("Queue") : tr("URL"));
    m_endpointField->setHint(isQueue
                                 ? tr("The queue may be created later; until then messages wait.")
                                 : tr("Each message is posted there; any 2xx answer takes it."));
    m_endpoint->setPlaceholderText(isQueue ? tr("for example orders")
                                           : u"http://example.com/receive"_s);
    m_filterField->setTitle(isTag ? tr("Filter tags") : tr("Binding keys"));
    m_filterField->setHint(
        isTag ? tr("One a line, 5 at most, 16 characters each. None: it gets everything.")
              : tr("One a line, 5 at most. Words between dots; * is one word, # any number."));
    m_strategyField->setTitle(tr("When a delivery fails"));
    m_strategy->setItemText(0, tr("Backoff: try 3 times more, 10 to 20 s apart"));
    m_strategy->setItemText(1, tr("Decay: try 176 times more, within a day"));
    m_strategyField->setHint(m_strategy->currentIndex() == 0
                                 ? tr("Then the message is dropped for this subscription.")
                                 : tr("After 1, 2, 4 … 512 s; later messages wait behind it."));
    m_formatField->setTitle(tr("What is posted"));
    m_format->setItemText(0, tr("JSON: the body and what is known about it"));
    m_format->setItemText(1, tr("SIMPLIFIED: the body alone"));
    m_formatField->setVisible(!isQueue);
    submitButton()->setText(m_existing ? tr("Save") : tr("Subscribe"));
    closeButton()->setText(tr("Cancel"));
    check();
}

cmq::Subscribe SubscriptionDialog::action() const
{
    cmq::Subscribe action;
    action.topicName = m_topic.topicName;
    action.subscriptionName = m_name->text().toStdString();
    const bool isQueue = m_protocol->currentIndex() == 0;
    action.protocol = isQueue ? cmq::Protocol::Queue : cmq::Protocol::Http;
    action.endpoint = m_endpoint->text().toStdString();
    action.notifyStrategy = m_strategy->currentIndex() == 0
                                ? cmq::NotifyStrategy::BackoffRetry
                                : cmq::NotifyStrategy::ExponentialDecayRetry;
    action.notifyContentFormat = isQueue || m_format->currentIndex() == 1
                                     ? cmq::NotifyContentFormat::Simplified
                                     : cmq::NotifyContentFormat::Json;
    auto& filter =
        m_topic.filterType == cmq::FilterType::Tag ? action.filterTag : action.bindingKey;
    filter = linesOf(m_filter->toPlainText());
    return action;
}

cmq::SetSubscriptionAttributes SubscriptionDialog::change() const
{
    const cmq::Subscribe wanted = action();
    const cmq::SubscriptionAttributes& before = *m_existing;
    cmq::SetSubscriptionAttributes change;
    change.topicName = wanted.topicName;
    change.subscriptionName = wanted.subscriptionName;
    if (wanted.protocol != before.protocol || wanted.endpoint != before.endpoint) {
        change.protocol = wanted.protocol;
        change.endpoint = wanted.endpoint;
    }
    if (wanted.notifyStrategy != before.notifyStrategy)
        change.notifyStrategy = wanted.notifyStrategy;
    if (wanted.notifyContentFormat != before.notifyContentFormat)
        change.notifyContentFormat = wanted.notifyContentFormat;
    if (m_topic.filterType == cmq::FilterType::Tag && wanted.filterTag != before.filterTag)
        change.filterTag = wanted.filterTag;
    if (m_topic.filterType == cmq::FilterType::Routing && wanted.bindingKey != before.bindingKey)
        change.bindingKey = wanted.bindingKey;
    return change;
}

void SubscriptionDialog::check()
{
    const cmq::Subscribe wanted = action();
    cmq::FieldErrors errors = cmq::validate(wanted, permissive());
    // The action alone does not know the topic's filter type; the form does.
    const bool lacksKey =
        m_topic.filterType == cmq::FilterType::Routing && wanted.bindingKey.empty();
    if (lacksKey)
        errors.push_back(cmq::makeError(cmq::ErrorId::BindingKeyMissing, "bindingKey"));
    const auto errorOf = [&](bool isTouched, std::initializer_list<std::string_view> parameters) {
        const auto found = std::ranges::find_if(errors, [&](const cmq::Error& error) {
            return std::ranges::find(parameters, error.parameter) != parameters.end();
        });
        return found == errors.end() || !isTouched ? QString() : errorSentence(*found);
    };
    m_nameField->setError(errorOf(m_nameTouched, {"subscriptionName"}));
    m_endpointField->setError(errorOf(m_endpointTouched, {"endpoint"}));
    m_filterField->setError(errorOf(m_filterTouched, {"filterTag", "bindingKey"}));
    cmq::SetSubscriptionAttributes nothing;
    nothing.topicName = wanted.topicName;
    nothing.subscriptionName = wanted.subscriptionName;
    const bool isChanged = !m_existing || change() != nothing;
    setValid(errors.empty() && isChanged,
             isChanged ? tr("Complete the fields first") : tr("Nothing has been changed yet"));
}

void SubscriptionDialog::submit()
{
    banner()->clear();
    setBusy(true);
    if (m_existing)
        emit changed(change());
    else
        emit subscribed(action());
}

} // namespace ui
