#include "cloudfacts.h"

#include "ui/common/format.h"
#include "ui/common/resourcetags.h"

#include <QCoreApplication>
#include <QStringList>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

struct CloudFacts
{
    Q_DECLARE_TR_FUNCTIONS(ui::CloudFacts)
};

} // namespace

QString cloudFacts(const cmq::QueueAttributes& queue)
{
    QStringList facts{resourceTagsFact(queue.tags)};
    if (queue.limits.maxUnackedMsgNum)
        facts += CloudFacts::tr("at most %1 unacknowledged")
                     .arg(formatCount(*queue.limits.maxUnackedMsgNum));
    if (queue.limits.maxMsgBacklogSize)
        facts +=
            CloudFacts::tr("backlog up to %1").arg(formatBytes(*queue.limits.maxMsgBacklogSize));
    return facts.join(u" · "_s);
}

} // namespace ui
