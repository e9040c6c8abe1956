#pragma once

#include "operation.h"

#include "cmq/error.h"

#include <QList>

#include <functional>

namespace ui {

/// One thing of a batch.
struct BatchItem
{
    using Finish = std::function<void(WorkOutcome)>;

    QString subject;
    /// Does it. Calls `finish` once, never before it returned; `context` is gone when nobody waits
    /// any more.
    std::function<void(QObject* context, Finish finish)> run;
    /// Items of a phase begin when those of all phases before it have ended.
    int phase = 0;
};

/// What a refusal means for one of many: failed with CMQ's code and the sentence, or nobody knows.
[[nodiscard]] WorkOutcome outcomeOf(const cmq::Error& error);

/// Things that have each their own way to be done, in phases.
class Batch final : public Operation
{
    Q_OBJECT

public:
    /// `items` in the order of their phases.
    Batch(QString title, QString subjectTitle, QList<BatchItem> items, QObject* parent = nullptr);

    [[nodiscard]] QString title() const override { return m_title; }
    [[nodiscard]] QString subjectTitle() const override { return m_subjectTitle; }

private:
    [[nodiscard]] bool mayBegin(int row) const override;
    void begin(int row) override;

    QString m_title;
    QString m_subjectTitle;
    QList<BatchItem> m_items;
    int m_phase = 0; ///< of the latest that began
};

} // namespace ui
