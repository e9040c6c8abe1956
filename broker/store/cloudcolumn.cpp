#include "cloudcolumn.h"

#include "netstrings.h"

#include <charconv>

namespace cmq::store {

namespace {

constexpr std::string_view TagPrefix = "tag:";

void addPair(std::vector<std::string>& pairs, std::string name, std::string value)
{
    pairs.push_back(std::move(name));
    pairs.push_back(std::move(value));
}

void addTags(std::vector<std::string>& pairs, const std::vector<ResourceTag>& tags)
{
    for (const ResourceTag& tag : tags)
        addPair(pairs, std::string(TagPrefix) + tag.tagKey, tag.tagValue);
}

std::int64_t plainNumber(std::int64_t value)
{
    return value;
}
std::int64_t plainNumber(Seconds value)
{
    return value.count();
}

/// Calls `each(name, member)`.
template <class Settings>
void forCloudSettings(Settings& settings, auto each)
{
    each("trace", settings.trace);
    each("transaction", settings.transaction);
    each("firstQueryInterval", settings.firstQueryInterval);
    each("maxQueryCount", settings.maxQueryCount);
    each("retentionSizeInMB", settings.retentionSizeInMB);
}

/// Gives tags to `tags`, everything else to `other(name, number)`; what a later version may add is
/// for that version.
void readPairs(std::string_view text, std::vector<ResourceTag>& tags, auto other)
{
    tags.clear();
    const std::vector<std::string> pairs = fromNetstrings(text);
    for (std::size_t i = 0; i + 1 < pairs.size(); i += 2) {
        const std::string& name = pairs[i];
        const std::string& value = pairs[i + 1];
        if (name.starts_with(TagPrefix)) {
            tags.push_back({name.substr(TagPrefix.size()), value});
            continue;
        }
        std::int64_t number = 0;
        std::from_chars(value.data(), value.data() + value.size(), number);
        other(std::string_view(name), number);
    }
}

} // namespace

std::string cloudColumn(const QueueRecord& record)
{
    std::vector<std::string> pairs;
    forCloudSettings(record.settings.cloud, [&](const char* name, const auto& value) {
        if (value)
            addPair(pairs, name, std::to_string(plainNumber(*value)));
    });
    addTags(pairs, record.tags);
    return toNetstrings(pairs);
}

std::string cloudColumn(const TopicRecord& record)
{
    std::vector<std::string> pairs;
    if (record.trace)
        addPair(pairs, "trace", *record.trace ? "1" : "0");
    addTags(pairs, record.tags);
    return toNetstrings(pairs);
}

void readCloud(std::string_view text, QueueRecord& out)
{
    out.settings.cloud = {};
    readPairs(text, out.tags, [&](std::string_view name, std::int64_t number) {
        forCloudSettings(out.settings.cloud, [&](std::string_view each, auto& value) {
            using Value = typename std::remove_reference_t<decltype(value)>::value_type;
            if (each == name)
                value = Value(number);
        });
    });
}

void readCloud(std::string_view text, TopicRecord& out)
{
    out.trace.reset();
    readPairs(text, out.tags, [&](std::string_view name, std::int64_t number) {
        if (name == "trace")
            out.trace = number != 0;
    });
}

} // namespace cmq::store
