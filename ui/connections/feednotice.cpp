#include "feednotice.h"

#include "ui/common/banner.h"
#include "ui/common/errortext.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/tableview.h"

#include <QAction>
#include <QCoreApplication>

#include <utility>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t NamedMax = 5;

struct GapsText
{
    Q_DECLARE_TR_FUNCTIONS(ui::FeedNotice)
};

} // namespace

QString gapsText(const std::vector<cmq::Unanswered>& unanswered)
{
    QStringList names;
    for (const cmq::Unanswered& each : unanswered) {
        if (std::size_t(names.size()) == NamedMax) {
            names += u"…"_s;
            break;
        }
        names += formatForeign(QString::fromStdString(each.name), 40);
    }
    //: %1 names the queues or topics
    return GapsText::tr("%n did not answer: %1", nullptr, int(unanswered.size()))
        .arg(names.join(u", "_s));
}

QString gapsDetail(const std::vector<cmq::Unanswered>& unanswered)
{
    const cmq::Error& error = unanswered.front().error;
    QStringList details{errorSentence(error), errorDetail(error),
                        GapsText::tr("What is shown of them was known before.")};
    details.removeAll(QString());
    return details.join(u" · "_s);
}

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
    m_gaps.clear(); // what the banner says now is something else
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

void FeedNotice::tellOfGaps(const std::vector<cmq::Unanswered>& unanswered)
{
    QStringList names;
    for (const cmq::Unanswered& each : unanswered)
        names += QString::fromStdString(each.name);
    names.sort(); // they answer in any order
    if (std::exchange(m_gaps, names) == names)
        return;
    if (names.isEmpty())
        m_banner.clear();
    else
        m_banner.show(BannerKind::Warning, gapsText(unanswered), gapsDetail(unanswered));
}

void FeedNotice::setFailed(bool hasFailed)
{
    m_hasFailed = hasFailed;
    for (TableView* table : m_tables)
        table->setStale(hasFailed);
}

} // namespace ui
