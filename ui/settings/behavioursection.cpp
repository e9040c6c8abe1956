#include "behavioursection.h"

#include "ui/common/field.h"
#include "ui/common/format.h"

#include <QCheckBox>
#include <QComboBox>

#include <algorithm>
#include <array>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

const std::array RefreshSeconds{30, 60, 120, 300, 600, 0}; // 0: only when asked to
const std::array Events{10'000, 100'000, 1'000'000};

template <class Values>
int indexOf(const Values& values, int value)
{
    const auto* found = std::ranges::find(values, value);
    return found == values.end() ? -1 : int(found - values.begin());
}

} // namespace

BehaviourSection::BehaviourSection(Settings& all)
    : SettingsSection(u"behaviourSection"_s, all)
    , m_refresh(addChoice(
          u"settingRefresh"_s,
          [&all](int index) { all.setRefreshSeconds(RefreshSeconds.at(std::size_t(index))); }))
    , m_refreshField(addField(m_refresh))
    , m_requests(
          addChoice(u"settingRequests"_s, [&all](int index) { all.setRequestsAtOnce(index + 1); }))
    , m_requestsField(addField(m_requests))
    , m_events(
          addChoice(u"settingEvents"_s,
                    [&all](int index) { all.setHistoryEvents(Events.at(std::size_t(index))); }))
    , m_eventsField(addField(m_events))
    , m_typesNames(addCheck(u"settingTypesNames"_s, [&all](bool on) { all.setTypesNames(on); }))
{
    start();
}

void BehaviourSection::showSettings()
{
    m_refresh->setCurrentIndex(indexOf(RefreshSeconds, settings().refreshSeconds()));
    m_requests->setCurrentIndex(settings().requestsAtOnce() - 1);
    m_events->setCurrentIndex(indexOf(Events, settings().historyEvents()));
    m_typesNames->setChecked(settings().typesNames());
}

void BehaviourSection::retranslate()
{
    m_refreshField->setTitle(tr("Refresh the counters of an endpoint"));
    m_refreshField->setHint(tr("Its requests may be billed. A broker of this console is always "
                               "followed live."));
    QStringList pauses;
    for (const int seconds : RefreshSeconds)
        pauses += seconds == 0 ? tr("Only when asked to (F5)")
                               : tr("Every %1").arg(formatDuration(cmq::Seconds(seconds)));
    setChoices(m_refresh, pauses);
    m_requestsField->setTitle(tr("Requests at a time"));
    m_requestsField->setHint(tr("CMQ's own API tells of one queue per request. More at a time are "
                                "sooner done, and a heavier load."));
    QStringList requests;
    for (int count = 1; count <= Settings::RequestsAtOnceMax; ++count)
        requests += formatCount(count);
    setChoices(m_requests, requests);
    m_eventsField->setTitle(tr("Events remembered for the trace"));
    m_eventsField->setHint(tr("About 250 bytes of memory each"));
    QStringList counts;
    for (const int count : Events)
        counts += formatCount(count);
    setChoices(m_events, counts);
    m_typesNames->setText(tr("Have the name typed before messages are destroyed"));
    m_typesNames->setToolTip(tr("Without it, one click is enough. Connections that are marked as "
                                "production always want the name."));
}

} // namespace ui
