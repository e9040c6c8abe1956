#include "savesettings.h"

#include "ui/common/onresult.h"
#include "ui/connections/connection.h"

namespace ui {

namespace {

void set(Connection& connection, const cmq::SetQueueAttributes& action, bool isUnbound,
         QObject* context, const std::function<void(const SettingsSaved&)>& done)
{
    if (isUnbound && action.change == cmq::QueueSettingsChange()) {
        done({true, std::nullopt});
        return;
    }
    onResult(connection.call(action), context,
             [isUnbound, done](const cmq::Result<cmq::QueueSettingsReply>& answer) {
                 done({isUnbound, answer ? std::nullopt : std::optional(answer.error())});
             });
}

} // namespace

void saveSettings(Connection& connection, const std::string& queueName,
                  const cmq::QueueSettings& from, const cmq::QueueSettings& to, QObject* context,
                  std::function<void(const SettingsSaved&)> done)
{
    const cmq::SetQueueAttributes action{queueName, cmq::difference(from, to)};
    if (!from.deadLetterPolicy || to.deadLetterPolicy) {
        set(connection, action, false, context, done);
        return;
    }
    onResult(connection.call(cmq::UnbindDeadLetterQueue{queueName}), context,
             [&connection, action, context,
              done = std::move(done)](const cmq::Result<cmq::QueueIdReply>& answer) {
                 if (answer)
                     set(connection, action, true, context, done);
                 else
                     done({false, answer.error()});
             });
}

} // namespace ui
