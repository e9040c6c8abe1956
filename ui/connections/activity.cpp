#include "activity.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

QString objectOf(const cmq::Action& action)
{
    const std::string name = std::visit(
        [](const auto& each) -> std::string {
            if constexpr (requires { each.subscriptionName; })
                return each.topicName + '/' + each.subscriptionName;
            else if constexpr (requires { each.topicName; })
                return each.topicName;
            else if constexpr (requires { each.queueName; })
                return each.queueName;
            else if constexpr (requires { each.sourceQueueName; })
                return each.sourceQueueName;
            else
                return {};
        },
        action);
    return QString::fromStdString(name);
}

} // namespace

Activity activityOf(const cmq::Action& action, const cmq::Error* error, cmq::Time when)
{
    const std::string_view name = cmq::actionTraits(action).name;
    Activity activity;
    activity.action = QString::fromUtf8(name.data(), qsizetype(name.size()));
    activity.object = objectOf(action);
    return withResult(std::move(activity), error, when);
}

Activity withResult(Activity activity, const cmq::Error* error, cmq::Time when)
{
    activity.when = when;
    if (error) {
        activity.code = error->code;
        activity.moduleCode = error->moduleCode;
        activity.words = QString::fromStdString(error->text);
    }
    return activity;
}

bool isSame(const Activity& one, const Activity& other)
{
    Activity alike = other;
    alike.when = one.when;
    alike.count = one.count;
    return alike == one;
}

QByteArray toLine(const Activity& activity)
{
    QJsonObject line{{u"time"_s, qint64(cmq::toUnixMilliseconds(activity.when))},
                     {u"action"_s, activity.action},
                     {u"object"_s, activity.object}};
    if (!activity.succeeded()) {
        line[u"code"_s] = activity.code;
        line[u"moduleCode"_s] = activity.moduleCode;
        line[u"words"_s] = activity.words;
    }
    if (activity.count > 1)
        line[u"count"_s] = activity.count;
    return QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
}

std::optional<Activity> readActivity(const QByteArray& line)
{
    const QJsonObject read = QJsonDocument::fromJson(line).object();
    if (!read[u"time"_s].isDouble() || !read[u"action"_s].isString())
        return {};
    Activity activity;
    activity.when = cmq::fromUnixMilliseconds(read[u"time"_s].toInteger());
    activity.action = read[u"action"_s].toString();
    activity.object = read[u"object"_s].toString();
    activity.code = read[u"code"_s].toInt();
    activity.moduleCode = read[u"moduleCode"_s].toInt();
    activity.words = read[u"words"_s].toString();
    activity.count = read[u"count"_s].toInteger(1);
    return activity;
}

} // namespace ui
