#pragma once

#include "cmq/error.h"
#include "cmq/time.h"

#include <QList>
#include <QObject>

#include <functional>
#include <optional>

class QAction;

namespace ui {

class Banner;
class TableView;

/// Says in a page that what it shows could not be refreshed: why, from when it is, and how to try
/// again. Its tables are greyed. As soon as there is something newer, all that is taken back.
class FeedNotice final : public QObject
{
    Q_OBJECT

public:
    /// All outlive us.
    template <class Feed>
    FeedNotice(Feed& feed, Banner& banner, const QList<TableView*>& tables, QObject* parent)
        : FeedNotice([&feed] { return feed.isLoaded() ? std::optional(feed.updatedAt())
                                                      : std::nullopt; },
                     [&feed] { feed.refresh(); }, banner, tables, parent)
    {
        connect(&feed, &Feed::failed, this, &FeedNotice::fail);
        connect(&feed, &Feed::updated, this, &FeedNotice::recover);
    }

    [[nodiscard]] bool hasFailed() const { return m_hasFailed; }

private:
    using Age = std::function<std::optional<cmq::Time>()>; // none: nothing is shown yet

    FeedNotice(Age updatedAt, const std::function<void()>& refresh, Banner& banner,
               const QList<TableView*>& tables, QObject* parent);
    void fail(const cmq::Error& error);
    void recover();
    void setFailed(bool hasFailed);

    Age m_updatedAt;
    Banner& m_banner;
    QList<TableView*> m_tables;
    QAction* m_tryAgain;
    bool m_hasFailed = false;
};

} // namespace ui
