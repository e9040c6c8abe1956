#pragma once

#include "remoteprofile.h"

#include <QObject>

namespace ui {

class Settings;

/// The saved connections, remembered in the settings.
class ProfileStore final : public QObject
{
    Q_OBJECT

public:
    explicit ProfileStore(Settings& settings, QObject* parent = nullptr);

    /// In the order in which people made them.
    [[nodiscard]] const QList<RemoteProfile>& profiles() const { return m_profiles; }
    /// Null if there is none of that id.
    [[nodiscard]] const RemoteProfile* find(const QString& id) const;
    /// The names of all but one.
    [[nodiscard]] QStringList namesBesides(const QString& id) const;

    /// Adds it, or replaces the one of the same id.
    void save(const RemoteProfile& profile);
    void remove(const QString& id);
    /// Adds profiles from elsewhere: under new ids, so that none gets another one's key, and under
    /// names that are free.
    void import(const QList<RemoteProfile>& profiles);

signals:
    void changed();

private:
    void write();

    Settings& m_settings; // the program's
    QList<RemoteProfile> m_profiles;
};

} // namespace ui
