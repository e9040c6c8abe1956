#include "feednotice.h"

#include "ui/common/banner.h"
#include "ui/common/errortext.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/tableview.h"

#include <QAction>

namespace ui {

using namespace Qt::StringLiterals;

FeedNotice::FeedNotice(Age updatedAt, const std::function<void()>& refresh, Banner& banner,
                       const QList<TableView*>& tables, QObject* parent)
    : QObject(parent)
    , m_updatedAt(std::move(updatedAt))
    , m_banner(banner)
    , m_tables(tables)
    , m_tryAgain(new QAction(icon(u"arrow-clockwise"), QString(), this))
{
    m_tryAgain->setObjectName(banner.objectName() + u"TryAgain"_s);
    connect(m_tryAgain, &QAction::triggered, this, refresh);
}

void FeedNotice::fail(const cmq::Error& error)
{
    const std::optional<cmq::Time> shown = m_updatedAt();
    setFailed(true);
    QStringList details{errorDetail(error)};
    if (shown)
        details += tr("What is shown is from %1.").arg(formatInstant(*shown));
    details.removeAll(QString());
    m_banner.clear();
    m_banner.show(BannerKind::Error, errorSentence(error), details.join(u" · "_s));
    if (shown) { // else the page offers it in place of its rows
        m_tryAgain->setText(tr("Try again"));
        m_banner.addAction(m_tryAgain);
    }
}

void FeedNotice::recover()
{
    if (!m_hasFailed || !m_updatedAt())
        return;
    setFailed(false);
    m_banner.clear();
}

void FeedNotice::setFailed(bool hasFailed)
{
    m_hasFailed = hasFailed;
    for (TableView* table : m_tables)
        table->setStale(hasFailed);
}

} // namespace ui
