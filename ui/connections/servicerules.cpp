#include "servicerules.h"

#include <QCoreApplication>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

struct Rules
{
    Q_DECLARE_TR_FUNCTIONS(ui::ServiceRules)
};

constexpr std::int64_t TdmqMsgSize = 1'048'576;
// TDMQ's time until a message that is not deleted counts as done. Source: TDMQ for CMQ, queues.
constexpr cmq::Seconds UnackedDefault{3600};
constexpr cmq::Seconds UnackedMax{43200};

} // namespace

cmq::QueueSettings newQueueSettings(const ServiceRules& rules)
{
    cmq::QueueSettings settings;
    if (rules.isTdmq) {
        settings.maxMsgSize = TdmqMsgSize;
        settings.msgRetentionSeconds = UnackedDefault;
    }
    return settings;
}

std::int64_t newTopicMsgSize(const ServiceRules& rules)
{
    return rules.isTdmq ? TdmqMsgSize : cmq::TopicMaxMsgSizeDefault;
}

QString nameProblem(const ServiceRules& rules, const QString& name)
{
    if (rules.isTdmq && (name.endsWith(u"-retry"_s, Qt::CaseInsensitive) ||
                         name.endsWith(u"-dlq"_s, Qt::CaseInsensitive)))
        return Rules::tr("TDMQ keeps names that end in “-retry” or “-dlq” for itself.");
    return {};
}

cmq::FieldErrors heldErrors(const ServiceRules& rules, cmq::FieldErrors errors)
{
    if (rules.isTdmq)
        std::erase_if(errors, [](const cmq::Error& error) {
            return error.id == cmq::ErrorId::RewindExceedsRetention;
        });
    return errors;
}

cmq::QueueSettingRule ruleOf(const ServiceRules& rules, const cmq::QueueSettingRule& rule)
{
    cmq::QueueSettingRule held = rule;
    if (rules.isTdmq && rule.name == "msgRetentionSeconds") {
        held.max = UnackedMax.count();
        held.defaultValue = UnackedDefault.count();
    }
    return held;
}

} // namespace ui
