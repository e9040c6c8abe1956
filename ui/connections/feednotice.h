#pragma once

#include "cmq/error.h"
#include "cmq/time.h"

#include <QList>
#include <QObject>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

class QAction;

namespace ui {

class Banner;
class TableView;

/// Says in a page that what it shows could not be refreshed: why, from when it is, and how to try
/// again. Its tables are greyed. As soon as there is something newer, all that is taken back. Where
/// only some of it did not answer, says which.
class FeedNotice final : public QObject
{
    Q_OBJECT

public:
    /// All outlive us.
    template <class Feed>
    FeedNotice(Feed& feed, Banner& banner, const QList<TableView*>& tables, QObject* parent)
        : FeedNotice(
              [&feed] { return feed.isLoaded() ? std::optional(feed.updatedAt()) : std::nullopt; },
              [&feed] { feed.refresh(); }, banner, tables, parent)
    {
        connect(&feed, &Feed::failed, this, &FeedNotice::fail);
        connect(&feed, &Feed::updated, this, [this, &feed] {
            recover();
            tellOfGaps(feed.unanswered());
        });
    }

    [[nodiscard]] bool hasFailed() const { return m_hasFailed; }

private:
    using Age = std::function<std::optional<cmq::Time>()>; // none: nothing is shown yet

    FeedNotice(Age updatedAt, const std::function<void()>& refresh, Banner& banner,
               const QList<TableView*>& tables, QObject* parent);
    void fail(const cmq::Error& error);
    void recover();
    void tellOfGaps(const std::vector<cmq::Unanswered>& unanswered);
    void setFailed(bool hasFailed);

    Age m_updatedAt;
    Banner& m_banner;
    QList<TableView*> m_tables;
    QAction* m_tryAgain;
    bool m_hasFailed = false;
    QStringList m_gaps; ///< the names that were told of: not again until they are others
};

/// "2 did not answer: a, b"; and why, in a second sentence.
[[nodiscard]] QString gapsText(const std::vector<cmq::Unanswered>& unanswered);
[[nodiscard]] QString gapsDetail(const std::vector<cmq::Unanswered>& unanswered);

} // namespace ui
