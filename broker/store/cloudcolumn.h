#pragma once

#include "cmq/records.h"

#include <string>
#include <string_view>

namespace cmq::store {

// What API 3.0 adds to queues and topics is rarely there, and is one column: netstrings of names
// and values, each name followed by its value; tags as `tag:` and their key. Private to this room.

/// Empty when there is nothing.
[[nodiscard]] std::string cloudColumn(const QueueRecord& record);
[[nodiscard]] std::string cloudColumn(const TopicRecord& record);

/// Names that are not known are skipped.
void readCloud(std::string_view text, QueueRecord& out);
void readCloud(std::string_view text, TopicRecord& out);

} // namespace cmq::store
