#pragma once

#include "cmq/messageactions.h"

#include <QToolButton>

namespace ui {

/// A switch for one state of messages: its sign, its word, and how many there are.
class StateChip final : public QToolButton
{
    Q_OBJECT

public:
    explicit StateChip(cmq::MessageState state, QWidget* parent = nullptr);

    [[nodiscard]] cmq::MessageState state() const { return m_state; }
    /// Negative: not known yet.
    void setCount(std::int64_t count, bool isExact = true);
    void retranslate();

private:
    cmq::MessageState m_state;
    std::int64_t m_count = -1;
    bool m_isExact = true;
};

} // namespace ui
