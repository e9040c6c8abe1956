#pragma once

#include <QAbstractTableModel>
#include <QString>

namespace ui {

enum class WorkState {
    Waiting,
    Running,
    Done,
    Failed,  ///< it certainly did not happen
    Unknown, ///< it may have happened
};

struct WorkOutcome
{
    WorkState state = WorkState::Done;
    QString text; ///< what came of it, or why nothing did
};

/// One thing done with each of many, and what came of each, as a table of three columns: what it was
/// done with, the state, the words. What is done, and how many at a time, is the derived class's.
///
/// Cancelling begins no more; what is under way is finished.
class Operation : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum ColumnIndex { SubjectColumn, StateColumn, TextColumn, ColumnCount };

    explicit Operation(QObject* parent = nullptr);

    [[nodiscard]] virtual QString title() const = 0;
    /// The title of the first column.
    [[nodiscard]] virtual QString subjectTitle() const = 0;
    /// Whether what failed can be done again by itself.
    [[nodiscard]] virtual bool canRetry() const { return true; }

    void start();
    void cancel();
    /// Does again what failed or was never begun.
    void retry();

    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    [[nodiscard]] int count(WorkState state) const { return m_counts[int(state)]; }
    /// Why the whole came to nothing; empty if it did not.
    [[nodiscard]] const QString& conclusion() const { return m_conclusion; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

signals:
    void progressed();
    void finished();

protected:
    /// Once, before `start`: all of them wait.
    void setSubjects(const QStringList& subjects);
    void finish(int row, WorkOutcome outcome);

    /// How many may be under way at a time.
    [[nodiscard]] virtual int parallel() const { return 16; }
    /// Whether the row may begin now; one that may not holds up those behind it.
    [[nodiscard]] virtual bool mayBegin(int row) const;
    /// Does it; `finish` is called for it once, later.
    virtual void begin(int row) = 0;
    /// After the last one: says why the whole came to nothing, or nothing. `isComplete`: it was not
    /// cancelled.
    [[nodiscard]] virtual QString conclude(bool isComplete);

private:
    struct Item
    {
        QString subject;
        WorkOutcome outcome{WorkState::Waiting, {}};
    };

    void startMore();
    void set(int row, WorkOutcome outcome);

    QList<Item> m_items;
    int m_counts[5] = {};
    int m_next = 0;
    bool m_isRunning = false;
    bool m_isCancelled = false;
    QString m_conclusion;
};

} // namespace ui
