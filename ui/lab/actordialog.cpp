#include "actordialog.h"

#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/translated.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QPushButton>
#include <QSpinBox>

namespace ui {

namespace scenario = cmq::scenario;
using namespace Qt::StringLiterals;

namespace {

/// The role of an actor that is known to have it.
template <class Role>
Role& roleOf(scenario::Actor& actor)
{
    return std::get<Role>(actor.role);
}

} // namespace

ActorDialog::ActorDialog(const scenario::Actor& actor, QWidget* parent)
    : FormDialog(u"actorDialog"_s, parent)
    , m_actor(actor)
    , m_form(new QFormLayout)
{
    body()->addLayout(m_form);
    addFlag(u"actorRunning"_s, [] { return tr("Works"); }, actor.isRunning,
            [](scenario::Actor& changed, bool value) { changed.isRunning = value; });
    std::visit([this](const auto& role) { addRows(role); }, actor.role);
    keepTranslated(this, [this] {
        setTitle(formatForeign(QString::fromStdString(m_actor.name)));
        submitButton()->setText(tr("Change"));
        closeButton()->setText(tr("Cancel"));
        for (const auto& title : m_titles)
            title();
    });
}

scenario::Actor ActorDialog::actor() const
{
    scenario::Actor changed = m_actor;
    for (const auto& apply : m_apply)
        apply(changed);
    return changed;
}

void ActorDialog::addRows(const scenario::Producer& producer)
{
    addSeconds(u"actorEvery"_s, [] { return tr("A message each"); }, producer.every, 0.01,
               [](scenario::Actor& actor, cmq::Milliseconds value) {
                   roleOf<scenario::Producer>(actor).every = value;
               });
    addNumber(u"actorRetries"_s, [] { return tr("Tries again when no answer comes"); },
              producer.retries, 0, 1000, [](scenario::Actor& actor, int value) {
                  roleOf<scenario::Producer>(actor).retries = value;
              });
}

void ActorDialog::addRows(const scenario::Consumer& consumer)
{
    addNumber(u"actorWorkers"_s, [] { return tr("Workers"); }, consumer.workers, 1, 100,
              [](scenario::Actor& actor, int value) {
                  roleOf<scenario::Consumer>(actor).workers = value;
              });
    addNumber(u"actorBatch"_s, [] { return tr("Messages for each receive"); }, consumer.batch, 1, 16,
              [](scenario::Actor& actor, int value) {
                  roleOf<scenario::Consumer>(actor).batch = value;
              });
    addNumber(u"actorWait"_s, [] { return tr("Wait of a receive, in seconds"); },
              consumer.wait.count(), 0, 30, [](scenario::Actor& actor, int value) {
                  roleOf<scenario::Consumer>(actor).wait = cmq::Seconds(value);
              });
    const bool isAroundMean = consumer.handling.mean.count() > 0;
    addSeconds(u"actorHandling"_s, [] { return tr("Work for each message"); },
               isAroundMean ? consumer.handling.mean : consumer.handling.most, 0,
               [isAroundMean](scenario::Actor& actor, cmq::Milliseconds value) {
                   auto& handling = roleOf<scenario::Consumer>(actor).handling;
                   if (isAroundMean)
                       handling.mean = std::max(value, cmq::Milliseconds(1));
                   else if (value != handling.most) // a range stays one as long as nobody touches it
                       handling.least = handling.most = value;
               });
    addNumber(u"actorCrash"_s, [] { return tr("Crashes while it works, in percent"); },
              consumer.crashPercent, 0, 100, [](scenario::Actor& actor, int value) {
                  roleOf<scenario::Consumer>(actor).crashPercent = value;
              });
    addNumber(u"actorForget"_s, [] { return tr("Forgets to delete, in percent"); },
              consumer.forgetPercent, 0, 100, [](scenario::Actor& actor, int value) {
                  roleOf<scenario::Consumer>(actor).forgetPercent = value;
              });
    addFlag(u"actorIdempotent"_s, [] { return tr("Remembers what it has done"); },
            consumer.isIdempotent, [](scenario::Actor& actor, bool value) {
                roleOf<scenario::Consumer>(actor).isIdempotent = value;
            });
}

void ActorDialog::addRows(const scenario::Receiver& receiver)
{
    addSeconds(u"actorTakes"_s, [] { return tr("Time to answer"); }, receiver.takes, 0,
               [](scenario::Actor& actor, cmq::Milliseconds value) {
                   roleOf<scenario::Receiver>(actor).takes = value;
               });
}

void ActorDialog::addNumber(const QString& name, QString (*title)(), std::int64_t value, int min,
                            int max, std::function<void(scenario::Actor&, int)> apply)
{
    auto* box = new QSpinBox;
    box->setObjectName(name);
    box->setRange(min, max);
    box->setValue(int(value));
    auto* label = new Label;
    label->setObjectName(name + u"Title"_s);
    label->setBuddy(box);
    m_form->addRow(label, box);
    m_apply.append([box, apply = std::move(apply)](scenario::Actor& actor) {
        apply(actor, box->value());
    });
    m_titles.append([box, label, title] {
        label->setText(title());
        box->setAccessibleName(title());
    });
}

void ActorDialog::addSeconds(const QString& name, QString (*title)(), cmq::Milliseconds value,
                             double min,
                             std::function<void(scenario::Actor&, cmq::Milliseconds)> apply)
{
    auto* box = new QDoubleSpinBox;
    box->setObjectName(name);
    box->setRange(min, 3600);
    box->setDecimals(2);
    box->setValue(double(value.count()) / 1000);
    auto* label = new Label;
    label->setObjectName(name + u"Title"_s);
    label->setBuddy(box);
    m_form->addRow(label, box);
    m_apply.append([box, apply = std::move(apply)](scenario::Actor& actor) {
        apply(actor, cmq::Milliseconds(qRound64(box->value() * 1000)));
    });
    m_titles.append([box, label, title] {
        label->setText(title());
        box->setAccessibleName(title());
        box->setSuffix(tr(" s"));
    });
}

void ActorDialog::addFlag(const QString& name, QString (*title)(), bool value,
                          std::function<void(scenario::Actor&, bool)> apply)
{
    auto* box = new QCheckBox;
    box->setObjectName(name);
    box->setChecked(value);
    m_form->addRow(box);
    m_apply.append([box, apply = std::move(apply)](scenario::Actor& actor) {
        apply(actor, box->isChecked());
    });
    m_titles.append([box, title] { box->setText(title()); });
}

} // namespace ui
