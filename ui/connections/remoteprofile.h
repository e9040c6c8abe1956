#pragma once

#include "ui/common/icons.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace ui {

inline constexpr qsizetype ProfileNameLengthMax = 40;

enum class ProxyMode { System, None, Own };

/// A saved connection to a CMQ endpoint. Its secret key and token are no part of it: those are with
/// a SecretStore, and nothing that writes a profile can write them.
struct RemoteProfile
{
    QString id; ///< lasting; names what belongs to it elsewhere
    QString name;
    Tone tone = Tone::Accent;
    QUrl queueUrl;
    QUrl topicUrl; ///< empty where one address serves both
    QString secretId;
    ProxyMode proxy = ProxyMode::System;
    QString proxyHost; ///< of one's own proxy
    int proxyPort = 0;
    bool isReadOnly = false;
    bool isProduction = false;
    /// The person was told once that this address is not encrypted, and went on.
    bool acceptsPlainHttp = false;

    friend bool operator==(const RemoteProfile&, const RemoteProfile&) = default;
};

/// The colours that a connection can have.
[[nodiscard]] const QList<Tone>& profileTones();

/// A profile with a fresh id.
[[nodiscard]] RemoteProfile newProfile();

enum class ProfileField { Name, QueueUrl, TopicUrl, SecretId, ProxyHost, ProxyPort };

/// What is wrong with which field, in the person's words; empty if all is well. `otherNames` are
/// taken.
[[nodiscard]] QHash<ProfileField, QString> checkProfile(const RemoteProfile& profile,
                                                        const QStringList& otherNames);

/// Whether messages would travel readable for others: http to another computer.
[[nodiscard]] bool isUnencrypted(const RemoteProfile& profile);

/// One's own computer, however it is written.
[[nodiscard]] bool isThisComputer(const QUrl& url);

/// Profiles as a JSON text: for the settings and for files that people pass on. No secrets.
[[nodiscard]] QByteArray writeProfiles(const QList<RemoteProfile>& profiles);

struct ReadProfiles
{
    QList<RemoteProfile> profiles; ///< those that can be used
    int unusable = 0;
    bool isOurs = false; ///< whether the text was such a list at all
};
[[nodiscard]] ReadProfiles readProfiles(const QByteArray& text);

} // namespace ui
