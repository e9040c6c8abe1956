#include "messageproperties.h"

#include "messagestate.h"

#include "ui/common/format.h"

#include <QCoreApplication>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

struct MessagePropertiesText
{
    Q_DECLARE_TR_FUNCTIONS(ui::MessageProperties)
};

QString instant(cmq::Time time, cmq::Time now)
{
    const QString moment = formatInstant(time);
    if (time > now)
        return MessagePropertiesText::tr("%1 (in %2)").arg(moment, formatSpan(time - now));
    //: %2 is an age such as "3 s ago"
    return MessagePropertiesText::tr("%1 (%2)").arg(moment, formatAge(now - time));
}

} // namespace

QList<Property> messageProperties(const cmq::PeekedMessage& message, cmq::Time now)
{
    QList<Property> list{
        {MessagePropertiesText::tr("Message ID"), QString::fromStdString(message.msgId), true},
        {MessagePropertiesText::tr("State"), stateText(message.state)},
        {MessagePropertiesText::tr("Size"), formatBytes(message.bodyBytes)},
        {MessagePropertiesText::tr("Sent"), instant(message.enqueueTime, now)},
        {MessagePropertiesText::tr("Received"),
         MessagePropertiesText::tr("%n time(s)", nullptr, int(message.dequeueCount))},
    };
    if (message.firstDequeueTime)
        list.append(
            {MessagePropertiesText::tr("First received"), instant(*message.firstDequeueTime, now)});
    if (message.nextVisibleTime)
        list.append({message.state == cmq::MessageState::Delayed
                         ? MessagePropertiesText::tr("Visible")
                         : MessagePropertiesText::tr("Visible again"),
                     instant(*message.nextVisibleTime, now)});
    if (!message.receiptHandle.empty()) {
        list.append({MessagePropertiesText::tr("Receipt handle"),
                     QString::fromStdString(message.receiptHandle), true});
        if (message.handleGeneration > 0)
            list.append({MessagePropertiesText::tr("Handles given out"),
                         formatCount(message.handleGeneration)});
    }
    if (message.expireTime != cmq::Time())
        list.append({message.state == cmq::MessageState::Rewindable
                         ? MessagePropertiesText::tr("Can be rewound until")
                         : MessagePropertiesText::tr("Retention ends"),
                     instant(message.expireTime, now)});
    if (!message.originQueueName.empty()) {
        list.append({MessagePropertiesText::tr("Dead letter of"),
                     QString::fromStdString(message.originQueueName)});
        if (message.originEnqueueTime)
            list.append({MessagePropertiesText::tr("Sent there"),
                         instant(*message.originEnqueueTime, now)});
        list.append(
            {MessagePropertiesText::tr("Received there"),
             MessagePropertiesText::tr("%n time(s)", nullptr, int(message.originDequeueCount))});
    }
    return list;
}

} // namespace ui
