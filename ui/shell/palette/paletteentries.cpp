#include "paletteentries.h"

#include "glossary.h"

#include "ui/common/actiontext.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/queues/queuefeed.h"
#include "ui/shell/menucommands.h"
#include "ui/topics/topicfeed.h"

#include <QAction>
#include <QCoreApplication>
#include <QPointer>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

struct PaletteText
{
    Q_DECLARE_TR_FUNCTIONS(ui::Palette)
};

PaletteEntry objectEntry(const QString& name, const QString& kind, const QIcon& icon,
                         std::function<void()> run)
{
    PaletteEntry entry;
    entry.title = formatForeign(name);
    entry.where = kind;
    entry.icon = icon;
    entry.names = {name.toLower()};
    entry.run = std::move(run);
    return entry;
}

} // namespace

QList<PaletteEntry> commandEntries(const QMenuBar& menus)
{
    QList<PaletteEntry> entries;
    for (const MenuCommand& command : commandsOf(menus)) {
        const QPointer<QAction> action = command.action;
        PaletteEntry entry;
        entry.title = actionTitle(*action);
        entry.where = command.menu;
        entry.keys = action->shortcut().toString(QKeySequence::NativeText);
        if (!action->isEnabled())
            entry.whyNot = action->toolTip();
        entry.icon = action->icon();
        entry.names = QStringList{entry.title.toLower()} + otherNames(action->text());
        entry.names.removeDuplicates();
        entry.run = [action] {
            if (action)
                action->trigger();
        };
        entries.append(std::move(entry));
    }
    std::ranges::stable_partition(entries,
                                  [](const PaletteEntry& each) { return each.whyNot.isEmpty(); });
    return entries;
}

QList<PaletteEntry> objectEntries(const QueueFeed& queues, const TopicFeed& topics,
                                  const std::function<void(const Place&)>& go)
{
    QList<PaletteEntry> entries;
    entries.reserve(queues.queues().size() + topics.topics().size());
    const QIcon queueIcon = icon(u"queue");
    const QIcon topicIcon = icon(u"topic");
    for (const QueueRow& queue : queues.queues())
        entries += objectEntry(queue.name, PaletteText::tr("Queue"), queueIcon,
                               [go, place = Place{Place::Kind::Queue, queue.name}] { go(place); });
    for (const TopicRow& topic : topics.topics())
        entries += objectEntry(topic.name, PaletteText::tr("Topic"), topicIcon,
                               [go, place = Place{Place::Kind::Topic, topic.name}] { go(place); });
    return entries;
}

PaletteEntry subscriptionEntry(const QString& topicName, const QString& subscriptionName,
                               const std::function<void(const Place&)>& go)
{
    return objectEntry(
        subscriptionName, PaletteText::tr("Subscription of %1").arg(formatForeign(topicName)),
        icon(u"subscription"), [go, place = Place{Place::Kind::Topic, topicName}] { go(place); });
}

} // namespace ui
