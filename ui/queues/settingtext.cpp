#include "settingtext.h"

#include "ui/common/errortext.h"
#include "ui/common/quantity.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

struct SettingText
{
    Q_DECLARE_TR_FUNCTIONS(ui::SettingText)
};

struct Words
{
    std::string_view name;
    const char* title;
    const char* help;
};

constexpr std::array<Words, 6> Table{{
    {"visibilityTimeout", QT_TRANSLATE_NOOP("ui::SettingText", "Visibility timeout"),
     QT_TRANSLATE_NOOP("ui::SettingText",
                       "How long a received message stays hidden. Who has not deleted it by then, "
                       "has it received again.")},
    {"pollingWaitSeconds", QT_TRANSLATE_NOOP("ui::SettingText", "Long-polling wait"),
     QT_TRANSLATE_NOOP("ui::SettingText",
                       "How long a receive on an empty queue waits for a message, unless it says "
                       "otherwise. 0 answers at once.")},
    {"msgRetentionSeconds", QT_TRANSLATE_NOOP("ui::SettingText", "Retention"),
     QT_TRANSLATE_NOOP("ui::SettingText",
                       "How long a message lives, counted from sending. Then it is gone, received "
                       "or not.")},
    {"maxMsgSize", QT_TRANSLATE_NOOP("ui::SettingText", "Maximum message size"),
     QT_TRANSLATE_NOOP("ui::SettingText", "The longest body, in bytes of UTF-8.")},
    {"rewindSeconds", QT_TRANSLATE_NOOP("ui::SettingText", "Rewind time"),
     QT_TRANSLATE_NOOP("ui::SettingText",
                       "How long, counted from sending, a deleted message can be brought back. 0 "
                       "switches rewind off and drops what could be brought back.")},
    {"maxMsgHeapNum", QT_TRANSLATE_NOOP("ui::SettingText", "Maximum backlog"),
     QT_TRANSLATE_NOOP(
         "ui::SettingText",
         "The most messages that are not deleted. Above it the queue takes no more.")},
}};

/// A rule without words here would be a new attribute; its own name is better than nothing.
const Words* wordsOf(const cmq::QueueSettingRule& rule)
{
    const auto it = std::ranges::find(Table, rule.name, &Words::name);
    return it == Table.end() ? nullptr : &*it;
}

QString apiName(const cmq::QueueSettingRule& rule)
{
    return QString::fromUtf8(rule.name.data(), qsizetype(rule.name.size()));
}

/// TDMQ uses the attribute for another thing.
bool isUnackedTime(const cmq::QueueSettingRule& rule, const ServiceRules& rules)
{
    return rules.isTdmq && rule.name == "msgRetentionSeconds";
}

} // namespace

QString settingTitle(const cmq::QueueSettingRule& rule, const ServiceRules& rules)
{
    if (isUnackedTime(rule, rules))
        return SettingText::tr("Unacknowledged at most");
    const Words* words = wordsOf(rule);
    return words ? SettingText::tr(words->title) : apiName(rule);
}

QString settingHelp(const cmq::QueueSettingRule& rule, const ServiceRules& rules)
{
    if (isUnackedTime(rule, rules))
        return SettingText::tr("A message that is not deleted by then counts as done, and is gone "
                               "unless it can be rewound. TDMQ counts from sending, also for "
                               "delayed messages: one that is delayed for longer is lost.") +
               QChar(0x0A) + SettingText::tr("API: %1").arg(apiName(rule));
    const Words* words = wordsOf(rule);
    const QString name = SettingText::tr("API: %1").arg(apiName(rule));
    return words ? SettingText::tr(words->help) + QChar(0x0A) + name : name;
}

QString settingHint(const cmq::QueueSettingRule& rule, const ServiceRules& rules)
{
    if (rules.isTdmq && rule.name == "maxMsgSize")
        return SettingText::tr("1 MiB for every queue of TDMQ");
    return SettingText::tr("%1 to %2, default %3")
        .arg(formatQuantity(rule.unit, rule.min), formatQuantity(rule.unit, rule.max),
             formatQuantity(rule.unit, rule.defaultValue));
}

QString settingError(const cmq::QueueSettingRule& rule, const cmq::Error& error)
{
    if (error.id == cmq::ErrorId::ParameterOutOfRange)
        return SettingText::tr("Between %1 and %2, please.")
            .arg(formatQuantity(rule.unit, rule.min), formatQuantity(rule.unit, rule.max));
    return errorSentence(error);
}

QString quantityHelp(cmq::SettingUnit unit)
{
    switch (unit) {
    case cmq::SettingUnit::Second:
        return SettingText::tr("Write a duration such as 30s, 5m, 12h or 4d.");
    case cmq::SettingUnit::Byte: return SettingText::tr("Write a size such as 65536, 64K or 1M.");
    case cmq::SettingUnit::Count: break;
    }
    return SettingText::tr("Write a whole number.");
}

} // namespace ui
