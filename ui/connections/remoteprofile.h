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

/// Which APIs an endpoint has, and whose it is.
enum class ProfileKind {
    Tdmq,        ///< an account of today: API 3.0, and v2 for the messages
    Classic,     ///< an account of the classic service: v2
    Custom,      ///< an address of one's own: v2
    CustomCloud, ///< an address of one's own that has API 3.0 as well
};

/// Whether control actions go to API 3.0.
[[nodiscard]] constexpr bool hasCloudApi(ProfileKind kind)
{
    return kind == ProfileKind::Tdmq || kind == ProfileKind::CustomCloud;
}

/// A saved connection to a CMQ endpoint. Its secret key and token are no part of it: those are with
/// a SecretStore, and nothing that writes a profile can write them.
struct RemoteProfile
{
    QString id; ///< lasting; names what belongs to it elsewhere
    QString name;
    Tone tone = Tone::Accent;
    ProfileKind kind = ProfileKind::Custom;
    /// Of v2. With API 3.0, that is where messages are sent and received.
    QUrl queueUrl;
    QUrl topicUrl;  ///< empty where one address serves both
    QUrl cloudUrl;  ///< of API 3.0, where the kind has it
    QString region; ///< of API 3.0: ap-guangzhou
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

/// A profile with a fresh id, of a custom endpoint.
[[nodiscard]] RemoteProfile newProfile();
/// A new one of what Tencent Cloud offers today, in its first region.
[[nodiscard]] RemoteProfile newCloudProfile();

enum class ProfileField { Name, QueueUrl, TopicUrl, CloudUrl, SecretId, ProxyHost, ProxyPort };

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
