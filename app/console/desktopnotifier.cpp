#include "desktopnotifier.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QVariantMap>

using namespace Qt::StringLiterals;

void notifyDesktop(const QString& title, const QString& text)
{
    // Without a bus there is nobody to ask, and asking would try to start one.
    if (qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"))
        return;
    auto call = QDBusMessage::createMethodCall(u"org.freedesktop.Notifications"_s,
                                               u"/org/freedesktop/Notifications"_s,
                                               u"org.freedesktop.Notifications"_s, u"Notify"_s);
    // The text is markup there, and ours has names from elsewhere in it.
    call.setArguments({u"CMQ Console"_s, 0U, u"cmq-console"_s, title, text.toHtmlEscaped(),
                       QStringList(), QVariantMap(), -1});
    QDBusConnection::sessionBus().asyncCall(call);
}
