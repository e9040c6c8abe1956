#pragma once

#include "scenario/sandbox.h"

#include <QDialog>
#include <QList>
#include <QStringList>

class QStandardItemModel;
class QTableView;

namespace ui {

class Label;

/// The branches of a sandbox side by side: the counters of each queue at the latest moment of each,
/// and how often something happened on the way there. What differs is set in bold. On its other
/// side the life of a message in each.
class BranchDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit BranchDialog(cmq::scenario::Sandbox& sandbox, QWidget* parent = nullptr);

    /// A line of the comparison: a title and a value for each branch.
    struct Line
    {
        QString title;
        QStringList values;
        friend bool operator==(const Line&, const Line&) = default;
    };

private:
    void showLines(const QList<Line>& lines, const QStringList& branches);

    Label* m_title;
    QTableView* m_table;
    QStandardItemModel* m_model;
};

/// What there is to compare of some worlds; a queue that is missing in one has a dash there.
[[nodiscard]] QList<BranchDialog::Line>
compareWorlds(const std::vector<const cmq::scenario::World*>& worlds);

} // namespace ui
