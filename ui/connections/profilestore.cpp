#include "profilestore.h"

#include "ui/common/settings.h"

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype NumberLengthMax = 6; // " (123)"
}

ProfileStore::ProfileStore(Settings& settings, QObject* parent)
    : QObject(parent)
    , m_settings(settings)
    , m_profiles(readProfiles(settings.connections()).profiles)
{
}

const RemoteProfile* ProfileStore::find(const QString& id) const
{
    const auto found = std::ranges::find(m_profiles, id, &RemoteProfile::id);
    return found == m_profiles.end() ? nullptr : &*found;
}

QStringList ProfileStore::namesBesides(const QString& id) const
{
    QStringList names;
    for (const RemoteProfile& profile : m_profiles) {
        if (profile.id != id)
            names += profile.name;
    }
    return names;
}

void ProfileStore::save(const RemoteProfile& profile)
{
    const auto found = std::ranges::find(m_profiles, profile.id, &RemoteProfile::id);
    if (found == m_profiles.end())
        m_profiles.append(profile);
    else if (*found == profile)
        return;
    else
        *found = profile;
    write();
}

void ProfileStore::remove(const QString& id)
{
    if (m_profiles.removeIf([&](const RemoteProfile& each) { return each.id == id; }) > 0)
        write();
}

void ProfileStore::import(const QList<RemoteProfile>& profiles)
{
    for (RemoteProfile profile : profiles) {
        profile.id = newProfile().id;
        profile.acceptsPlainHttp = false; // said by somebody else
        const QString name = profile.name.left(ProfileNameLengthMax - NumberLengthMax);
        const QStringList taken = namesBesides({});
        for (int number = 2; taken.contains(profile.name, Qt::CaseInsensitive); ++number)
            profile.name = u"%1 (%2)"_s.arg(name).arg(number);
        m_profiles.append(profile);
    }
    write();
}

void ProfileStore::write()
{
    m_settings.setConnections(writeProfiles(m_profiles));
    emit changed();
}

} // namespace ui
