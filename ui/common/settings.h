#pragma once

#include "language.h"
#include "theme.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QVariant>

class QSettings;

namespace ui {

/// What the console remembers between two runs. The table of keys, types and defaults is in
/// settings.cpp; the store is given, so that tests have one of their own.
class Settings final : public QObject
{
    Q_OBJECT

public:
    explicit Settings(QSettings& store, QObject* parent = nullptr);

    [[nodiscard]] LanguageMode language() const;
    void setLanguage(LanguageMode mode);

    [[nodiscard]] ThemeMode theme() const;
    void setTheme(ThemeMode mode);

    [[nodiscard]] Density density() const;
    void setDensity(Density density);

    /// Of everything on the screen, in percent: 80 to 200.
    [[nodiscard]] int scale() const;
    void setScale(int percent);

    /// Font families that come before ours; empty: ours.
    [[nodiscard]] QString fontFamily() const;
    void setFontFamily(const QString& family);
    [[nodiscard]] QString monoFamily() const;
    void setMonoFamily(const QString& family);

    /// How long the counters of an endpoint stay before they are asked for again; 0: until somebody
    /// asks.
    [[nodiscard]] int refreshSeconds() const;
    void setRefreshSeconds(int seconds);

    /// How many requests ask an endpoint for its counters at once: 1 to RequestsAtOnceMax.
    static constexpr int RequestsAtOnceMax = 5;
    [[nodiscard]] int requestsAtOnce() const;
    void setRequestsAtOnce(int count);

    /// Whether the name is to be typed before messages are destroyed.
    [[nodiscard]] bool typesNames() const;
    void setTypesNames(bool typesNames);

    /// Whether the local broker pushes to addresses of this computer and its network.
    [[nodiscard]] bool pushesLocally() const;
    void setPushesLocally(bool pushesLocally);

    /// What holds only when the console is started again.
    enum class Later { Scale, FontFamily, MonoFamily, PushesLocally };
    /// Whether it is set to something else than what it was when we were made.
    [[nodiscard]] bool waitsForRestart(Later which) const;

    /// Everything that the settings dialog shows, as it is without settings. Connections, the
    /// folder and layouts stay.
    void reset();

    /// Folder of the local broker's store; empty = the standard place.
    [[nodiscard]] QString dataFolder() const;
    void setDataFolder(const QString& folder);

    /// Where the built-in HTTP receiver listens: lasting, because subscriptions keep its address.
    [[nodiscard]] quint16 receiverPort() const;
    void setReceiverPort(quint16 port);

    /// How many events the embedded broker remembers for the trace.
    [[nodiscard]] int historyEvents() const;
    void setHistoryEvents(int events);

    /// Where the broker was last served. The keys are not remembered.
    [[nodiscard]] QString servingAddress() const;
    [[nodiscard]] quint16 servingPort() const;
    [[nodiscard]] bool servingNeedsKeys() const;
    void setServing(const QString& address, quint16 port, bool needsKeys);

    /// The saved connections to endpoints, as the JSON text of writeProfiles. Never a secret.
    [[nodiscard]] QByteArray connections() const;
    void setConnections(const QByteArray& json);

    /// The message bodies that people keep, as JSON; see Drafts.
    [[nodiscard]] QByteArray snippets() const;
    void setSnippets(const QByteArray& json);

    /// How far the person has got with the lessons, as JSON; see Lab.
    [[nodiscard]] QByteArray lessons() const;
    void setLessons(const QByteArray& json);
    /// What was done in a lesson that is not finished, by its id; empty: nothing.
    [[nodiscard]] QByteArray lessonWork(const QString& id) const;
    void setLessonWork(const QString& id, const QByteArray& json);

    /// The alarm rules of a connection, as the JSON text of writeAlarmRules.
    [[nodiscard]] QByteArray alarmRules(const QString& connection) const;
    void setAlarmRules(const QString& connection, const QByteArray& json);

    /// The dashboards of a connection, as the JSON text of writeDashboards.
    [[nodiscard]] QByteArray dashboards(const QString& connection) const;
    void setDashboards(const QString& connection, const QByteArray& json);

    /// Geometry, splitters, columns: opaque, by the object name of what it belongs to.
    [[nodiscard]] QByteArray layout(const QString& name) const;
    void setLayout(const QString& name, const QByteArray& state);

signals:
    void changed();

private:
    template <class T>
    [[nodiscard]] T value(const struct SettingKey& key) const;
    void setValue(const struct SettingKey& key, const QVariant& value);

    [[nodiscard]] QVariant laterValue(Later which) const;

    QSettings& m_store;     // the program owns it and outlives us
    QVariantList m_atStart; // in the order of Later
};

} // namespace ui
