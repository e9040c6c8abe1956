#include "settings.h"

#include <QSettings>

#include <algorithm>

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
const SettingKey DataFolderKey{u"local/folder"_s, QString(), {}};
const SettingKey ReceiverPortKey{u"receiver/port"_s, 9180, {}};
const SettingKey HistoryEventsKey{u"trace/events"_s, 100'000, {}};
const SettingKey ServingAddressKey{u"serving/address"_s, u"127.0.0.1"_s, {}};
const SettingKey ServingPortKey{u"serving/port"_s, 0, {}};
const SettingKey ServingNeedsKeysKey{u"serving/needsKeys"_s, true, {}};
const SettingKey ConnectionsKey{u"remote/connections"_s, QByteArray(), {}};
const SettingKey SnippetsKey{u"messages/snippets"_s, QByteArray(), {}};

SettingKey layoutKey(const QString& name)
{
    return {u"layout/"_s + name, QByteArray(), {}};
}

} // namespace

Settings::Settings(QSettings& store, QObject* parent)
    : QObject(parent)
    , m_store(store)
{
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
    return port > 0 && port <= 65535 ? quint16(port) : quint16(ReceiverPortKey.defaultValue.toInt());
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

QByteArray Settings::layout(const QString& name) const
{
    return value<QByteArray>(layoutKey(name));
}

void Settings::setLayout(const QString& name, const QByteArray& state)
{
    setValue(layoutKey(name), state);
}

} // namespace ui
