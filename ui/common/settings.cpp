#include "settings.h"

#include <QSettings>

#include <algorithm>
#include <array>

namespace ui {

using namespace Qt::StringLiterals;

/// One remembered thing: where it is kept, what holds without it, and for a choice its values in
/// the order of the enum.
struct SettingKey
{
    QString key;
    QVariant defaultValue;
    QStringList choices;
};

namespace {

const SettingKey LanguageKey{u"appearance/language"_s, 0, {u"system"_s, u"zh"_s, u"en"_s}};
const SettingKey ThemeKey{u"appearance/theme"_s, 0, {u"system"_s, u"light"_s, u"dark"_s}};
const SettingKey DensityKey{u"appearance/density"_s, 0, {u"comfortable"_s, u"compact"_s}};
const SettingKey ScaleKey{u"appearance/scale"_s, 100, {}};
const SettingKey FontKey{u"appearance/font"_s, QString(), {}};
const SettingKey MonoKey{u"appearance/monoFont"_s, QString(), {}};
const SettingKey RefreshKey{u"remote/refreshSeconds"_s, 30, {}};
const SettingKey RequestsAtOnceKey{u"remote/requestsAtOnce"_s, 4, {}};
const SettingKey TypesNamesKey{u"confirmations/typeNames"_s, true, {}};
const SettingKey PushesLocallyKey{u"local/pushesLocally"_s, true, {}};
const SettingKey DataFolderKey{u"local/folder"_s, QString(), {}};
const SettingKey ReceiverPortKey{u"receiver/port"_s, 9180, {}};
const SettingKey HistoryEventsKey{u"trace/events"_s, 100'000, {}};
const SettingKey ServingAddressKey{u"serving/address"_s, u"127.0.0.1"_s, {}};
const SettingKey ServingPortKey{u"serving/port"_s, 0, {}};
const SettingKey ServingNeedsKeysKey{u"serving/needsKeys"_s, true, {}};
const SettingKey ConnectionsKey{u"remote/connections"_s, QByteArray(), {}};
const SettingKey SnippetsKey{u"messages/snippets"_s, QByteArray(), {}};
const SettingKey LessonsKey{u"lab/lessons"_s, QByteArray(), {}};

constexpr std::array AllLater{Settings::Later::Scale, Settings::Later::FontFamily,
                              Settings::Later::MonoFamily, Settings::Later::PushesLocally};

SettingKey alarmRulesKey(const QString& connection)
{
    return {u"alarms/"_s + connection, QByteArray(), {}};
}

SettingKey dashboardsKey(const QString& connection)
{
    return {u"dashboards/"_s + connection, QByteArray(), {}};
}

SettingKey layoutKey(const QString& name)
{
    return {u"layout/"_s + name, QByteArray(), {}};
}

SettingKey workKey(const QString& name)
{
    return {u"lab/work/"_s + name, QByteArray(), {}};
}

} // namespace

Settings::Settings(QSettings& store, QObject* parent)
    : QObject(parent)
    , m_store(store)
{
    for (const Later each : AllLater)
        m_atStart.append(laterValue(each));
}

template <class T>
T Settings::value(const SettingKey& key) const
{
    const QVariant kept = m_store.value(key.key);
    if constexpr (std::is_enum_v<T>) {
        // A word that nobody knows (an older or newer version wrote it) counts as not set.
        const qsizetype index = key.choices.indexOf(kept.toString());
        return T(index >= 0 ? int(index) : key.defaultValue.toInt());
    } else {
        return kept.canConvert<T>() ? kept.value<T>() : key.defaultValue.value<T>();
    }
}

void Settings::setValue(const SettingKey& key, const QVariant& value)
{
    const QVariant kept = key.choices.isEmpty() ? value : QVariant(key.choices.at(value.toInt()));
    if (m_store.value(key.key) == kept)
        return;
    m_store.setValue(key.key, kept);
    emit changed();
}

LanguageMode Settings::language() const
{
    return value<LanguageMode>(LanguageKey);
}

void Settings::setLanguage(LanguageMode mode)
{
    setValue(LanguageKey, int(mode));
}

ThemeMode Settings::theme() const
{
    return value<ThemeMode>(ThemeKey);
}

void Settings::setTheme(ThemeMode mode)
{
    setValue(ThemeKey, int(mode));
}

Density Settings::density() const
{
    return value<Density>(DensityKey);
}

void Settings::setDensity(Density density)
{
    setValue(DensityKey, int(density));
}

int Settings::scale() const
{
    return std::clamp(value<int>(ScaleKey), 80, 200);
}

void Settings::setScale(int percent)
{
    setValue(ScaleKey, percent);
}

QString Settings::fontFamily() const
{
    return value<QString>(FontKey);
}

void Settings::setFontFamily(const QString& family)
{
    setValue(FontKey, family);
}

QString Settings::monoFamily() const
{
    return value<QString>(MonoKey);
}

void Settings::setMonoFamily(const QString& family)
{
    setValue(MonoKey, family);
}

int Settings::refreshSeconds() const
{
    return std::max(0, value<int>(RefreshKey));
}

void Settings::setRefreshSeconds(int seconds)
{
    setValue(RefreshKey, seconds);
}

int Settings::requestsAtOnce() const
{
    return std::clamp(value<int>(RequestsAtOnceKey), 1, RequestsAtOnceMax);
}

void Settings::setRequestsAtOnce(int count)
{
    setValue(RequestsAtOnceKey, count);
}

bool Settings::typesNames() const
{
    return value<bool>(TypesNamesKey);
}

void Settings::setTypesNames(bool typesNames)
{
    setValue(TypesNamesKey, typesNames);
}

bool Settings::pushesLocally() const
{
    return value<bool>(PushesLocallyKey);
}

void Settings::setPushesLocally(bool pushesLocally)
{
    setValue(PushesLocallyKey, pushesLocally);
}

QVariant Settings::laterValue(Later which) const
{
    switch (which) {
    case Later::Scale: return scale();
    case Later::FontFamily: return fontFamily();
    case Later::MonoFamily: return monoFamily();
    case Later::PushesLocally: return pushesLocally();
    }
    return {};
}

bool Settings::waitsForRestart(Later which) const
{
    return laterValue(which) != m_atStart.at(int(which));
}

void Settings::reset()
{
    for (const SettingKey* key :
         {&LanguageKey, &ThemeKey, &DensityKey, &ScaleKey, &FontKey, &MonoKey, &RefreshKey,
          &RequestsAtOnceKey, &TypesNamesKey, &PushesLocallyKey, &HistoryEventsKey,
          &ServingAddressKey, &ServingPortKey, &ServingNeedsKeysKey})
        m_store.remove(key->key);
    emit changed();
}

QString Settings::dataFolder() const
{
    return value<QString>(DataFolderKey);
}

void Settings::setDataFolder(const QString& folder)
{
    setValue(DataFolderKey, folder);
}

quint16 Settings::receiverPort() const
{
    const int port = value<int>(ReceiverPortKey);
    return port > 0 && port <= 65535 ? quint16(port)
                                     : quint16(ReceiverPortKey.defaultValue.toInt());
}

void Settings::setReceiverPort(quint16 port)
{
    setValue(ReceiverPortKey, int(port));
}

int Settings::historyEvents() const
{
    return std::max(1, value<int>(HistoryEventsKey));
}

void Settings::setHistoryEvents(int events)
{
    setValue(HistoryEventsKey, events);
}

QString Settings::servingAddress() const
{
    return value<QString>(ServingAddressKey);
}

quint16 Settings::servingPort() const
{
    return value<quint16>(ServingPortKey);
}

bool Settings::servingNeedsKeys() const
{
    return value<bool>(ServingNeedsKeysKey);
}

void Settings::setServing(const QString& address, quint16 port, bool needsKeys)
{
    setValue(ServingAddressKey, address);
    setValue(ServingPortKey, port);
    setValue(ServingNeedsKeysKey, needsKeys);
}

QByteArray Settings::connections() const
{
    return value<QByteArray>(ConnectionsKey);
}

void Settings::setConnections(const QByteArray& json)
{
    setValue(ConnectionsKey, json);
}

QByteArray Settings::snippets() const
{
    return value<QByteArray>(SnippetsKey);
}

void Settings::setSnippets(const QByteArray& json)
{
    setValue(SnippetsKey, json);
}

QByteArray Settings::lessons() const
{
    return value<QByteArray>(LessonsKey);
}

QByteArray Settings::lessonWork(const QString& id) const
{
    return value<QByteArray>(workKey(id));
}

void Settings::setLessonWork(const QString& id, const QByteArray& json)
{
    setValue(workKey(id), json);
}

void Settings::setLessons(const QByteArray& json)
{
    setValue(LessonsKey, json);
}

QByteArray Settings::alarmRules(const QString& connection) const
{
    return value<QByteArray>(alarmRulesKey(connection));
}

void Settings::setAlarmRules(const QString& connection, const QByteArray& json)
{
    setValue(alarmRulesKey(connection), json);
}

QByteArray Settings::dashboards(const QString& connection) const
{
    return value<QByteArray>(dashboardsKey(connection));
}

void Settings::setDashboards(const QString& connection, const QByteArray& json)
{
    setValue(dashboardsKey(connection), json);
}

QByteArray Settings::layout(const QString& name) const
{
    return value<QByteArray>(layoutKey(name));
}

void Settings::setLayout(const QString& name, const QByteArray& state)
{
    setValue(layoutKey(name), state);
}

} // namespace ui
