#pragma once

#include "entry.h"

#include "ui/shell/place.h"

class QMenuBar;

namespace ui {

class QueueFeed;
class TopicFeed;

/// Every command of the menus, those that can be done now first. The menus' owner keeps them.
[[nodiscard]] QList<PaletteEntry> commandEntries(const QMenuBar& menus);

/// Every queue and topic, and the subscriptions that are known; `go` shows one.
[[nodiscard]] QList<PaletteEntry> objectEntries(const QueueFeed& queues, const TopicFeed& topics,
                                                const std::function<void(const Place&)>& go);

/// A subscription leads to its topic.
[[nodiscard]] PaletteEntry subscriptionEntry(const QString& topicName,
                                             const QString& subscriptionName,
                                             const std::function<void(const Place&)>& go);

} // namespace ui
