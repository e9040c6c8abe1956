#pragma once

#include "stageitems.h"

#include <QGraphicsScene>
#include <QHash>
#include <QVariantAnimation>

namespace ui {

/// The stage: the boxes of a sandbox and the messages that go from one to the other.
///
/// Messages move when the world has moved them, and only while motion is on: who has paused time,
/// or wants no motion, sees each at its new place at once.
class StageScene final : public QGraphicsScene
{
    Q_OBJECT

public:
    explicit StageScene(QObject* parent = nullptr);

    void setLayout(const StageLayout& layout);
    [[nodiscard]] const StageLayout& layout() const { return m_layout; }
    void setMotion(bool isOn);
    /// Moves the countdown rings; a layout brings its own time.
    void setNow(cmq::Time now);

    /// What is selected: one of both, or none.
    [[nodiscard]] const StageBox* selectedBox() const;
    [[nodiscard]] const StageToken* selectedToken() const;
    void select(const QString& key);

    [[nodiscard]] StageBoxItem* boxItem(const QString& key) const { return m_boxes.value(key); }
    [[nodiscard]] StageTokenItem* tokenItem(const QString& key) const
    {
        return m_tokens.value(key);
    }

private:
    void setBoxes();
    void setTokens();
    [[nodiscard]] QPointF originOf(const StageToken& token) const;

    StageLayout m_layout;
    StageWaysItem* m_ways;
    QHash<QString, StageBoxItem*> m_boxes;
    QHash<QString, StageTokenItem*> m_tokens;
    QVariantAnimation m_motion;
    bool m_isMotionOn = true;
};

} // namespace ui
