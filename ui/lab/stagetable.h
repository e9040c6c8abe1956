#pragma once

#include "stagelayout.h"

#include "ui/common/tablemodel.h"

namespace ui {

/// One thing of the stage in words.
struct StageRow
{
    QString key; ///< of the box or the token
    QString what;
    QString where;
    QString state;
    Tone tone = Tone::Text;
    QString left; ///< how long until it changes by itself
    std::int64_t leftMs = -1;
    QString detail;
    friend bool operator==(const StageRow&, const StageRow&) = default;
};

/// The stage as a table: the same for those who read it or have it read to them.
class StageTable final : public TableModel<StageRow>
{
public:
    explicit StageTable(QObject* parent = nullptr);

    void setLayout(const StageLayout& layout);
};

} // namespace ui
