#pragma once

#include <QAbstractTableModel>
#include <QElapsedTimer>
#include <QString>
#include <QTimer>

#include <cstdint>

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

/// One thing done with each of many, and what came of each, as a table of three columns: what it
/// was done with, the state, the words. What is done, and how many at a time, is the derived
/// class's.
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

    /// At most so many are begun a second; 0: as fast as it goes.
    void setRate(int perSecond) { m_perSecond = perSecond; }

    void start();
    void cancel();
    /// Does again what failed or was never begun.
    void retry();

    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    /// Whether the end was reached: everything was found, and nothing waits.
    [[nodiscard]] bool isComplete() const;
    /// About how many there will be; 0 if that is not known yet.
    [[nodiscard]] virtual std::int64_t expected() const { return std::int64_t(m_items.size()); }
    [[nodiscard]] int count(WorkState state) const { return m_counts[int(state)]; }
    [[nodiscard]] WorkState stateOf(int row) const { return m_items[row].outcome.state; }
    /// Why the whole came to nothing, or to an early end; empty if it did not.
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
    /// Before `start`: all of them wait.
    void setSubjects(const QStringList& subjects) { addSubjects(subjects); }
    /// At any time: so many more.
    void addSubjects(const QStringList& subjects);
    void finish(int row, WorkOutcome outcome);

    /// Looks for more subjects when there is none left to begin. False: there are no more. Else
    /// `foundMore` is called once, later, after `addSubjects`.
    [[nodiscard]] virtual bool findMore() { return false; }
    /// `error`: why no more could be found; empty if nothing went wrong.
    void foundMore(const QString& error);

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
    void lookForMore();
    [[nodiscard]] bool rateAllows();
    void set(int row, WorkOutcome outcome);

    QList<Item> m_items;
    int m_counts[5] = {};
    int m_next = 0;
    int m_perSecond = 0;
    QElapsedTimer m_elapsed; // since the start
    int m_begun = 0;         // since the start
    QTimer m_pause;          // until the rate allows the next
    bool m_isRunning = false;
    bool m_isCancelled = false;
    bool m_isFinding = false;
    bool m_isAllFound = false;
    QString m_findError;
    QString m_conclusion;
};

} // namespace ui
