#pragma once

#include "cmq/messageactions.h"

#include <QAbstractTableModel>

#include <functional>
#include <optional>
#include <vector>

namespace ui {

/// Messages of a queue, oldest first, as far as they have been read. It asks for more when a view
/// comes to its end, so that a queue of any length costs what is looked at. Rows have no bodies.
class MessageModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    using Clock = std::function<cmq::Time()>;
    using Entry = std::uint64_t;
    enum ColumnIndex {
        IdColumn,
        StateColumn,
        AgeColumn,
        SizeColumn,
        ReceivesColumn,
        NextVisibleColumn,
        PreviewColumn,
        ColumnCount,
    };

    /// `now` tells the broker's time.
    explicit MessageModel(Clock now, QObject* parent = nullptr);

    void clear();
    /// What the queue holds now after the entry `after` up to `upTo` (none: to its end), in order.
    /// Rows in between that are missing here are gone.
    void setInterval(Entry after, std::optional<Entry> upTo,
                     const std::vector<cmq::PeekedMessage>& messages);
    void setPreview(Entry entry, const QString& preview);
    /// Whether there is more to read than has been read.
    void setMoreExpected(bool isExpected) { m_isMoreExpected = isExpected; }

    [[nodiscard]] const cmq::PeekedMessage& message(int row) const;
    [[nodiscard]] bool hasPreview(int row) const;
    [[nodiscard]] std::optional<int> rowOf(Entry entry) const;
    [[nodiscard]] Entry lastEntry() const; ///< 0 without rows

    void retranslate();
    /// Time has passed: ages and countdowns of these rows are others.
    void tick(int firstRow, int lastRow);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

signals:
    void moreWanted();

private:
    struct Row
    {
        cmq::PeekedMessage message;
        std::optional<QString> preview;
    };

    [[nodiscard]] int lowerBound(Entry entry) const;
    [[nodiscard]] QString text(const Row& row, int column) const;
    void removeRange(int first, int last);
    void update(int row, const cmq::PeekedMessage& message);

    Clock m_now;
    std::vector<Row> m_rows;
    bool m_isMoreExpected = false;
};

} // namespace ui
