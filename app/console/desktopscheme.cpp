#include "desktopscheme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

using namespace Qt::StringLiterals;

namespace {

const auto Portal = u"org.freedesktop.portal.Desktop"_s;
const auto Path = u"/org/freedesktop/portal/desktop"_s;
const auto Interface = u"org.freedesktop.portal.Settings"_s;
const auto Group = u"org.freedesktop.appearance"_s;
const auto Key = u"color-scheme"_s;

enum ColorScheme : uint { NoPreference, PreferDark, PreferLight };

} // namespace

DesktopScheme::DesktopScheme(QObject* parent)
    : QObject(parent)
{
    // Without a bus there is nobody to ask, and asking would try to start one.
    if (qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"))
        return;
    QDBusConnection::sessionBus().connect(Portal, Path, Interface, u"SettingChanged"_s, this,
                                          SLOT(hear(QString, QString, QDBusVariant)));
    ask();
}

void DesktopScheme::ask()
{
    auto call = QDBusMessage::createMethodCall(Portal, Path, Interface, u"Read"_s);
    call.setArguments({Group, Key});
    auto* watcher =
        new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (!reply.isError())
            take(reply.value().variant());
    });
}

void DesktopScheme::hear(const QString& group, const QString& key, const QDBusVariant& value)
{
    if (group == Group && key == Key)
        take(value.variant());
}

void DesktopScheme::take(const QVariant& value)
{
    // Read wraps the value once more than SettingChanged does.
    const QVariant inner =
        value.canConvert<QDBusVariant>() ? value.value<QDBusVariant>().variant() : value;
    const uint scheme = inner.toUInt();
    if (scheme != NoPreference)
        emit changed(scheme == PreferDark ? ui::Scheme::Dark : ui::Scheme::Light);
}
