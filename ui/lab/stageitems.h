#pragma once

#include "stagelayout.h"

#include <QGraphicsItem>

namespace ui {

/// The ways between the boxes of a stage: behind everything, not to be selected.
class StageWaysItem final : public QGraphicsItem
{
public:
    StageWaysItem();

    void setLayout(const StageLayout& layout);

    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    struct Line
    {
        StageWay way;
        QRectF from;
        QRectF to;
    };
    std::vector<Line> m_lines;
    QRectF m_bounds;
};

/// A producer, topic, queue, consumer or receiver.
class StageBoxItem final : public QGraphicsItem
{
public:
    enum { Type = UserType + 1 };

    StageBoxItem();

    void setBox(const StageBox& box);
    [[nodiscard]] const StageBox& box() const { return m_box; }

    [[nodiscard]] int type() const override { return Type; }
    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    StageBox m_box;
};

/// A message: its colour and shape are its state, the ring around it the time that is left of it.
class StageTokenItem final : public QGraphicsItem
{
public:
    enum { Type = UserType + 2 };

    StageTokenItem();

    void setToken(const StageToken& token);
    [[nodiscard]] const StageToken& token() const { return m_token; }
    /// What time it is: how much of the ring is left.
    void setNow(cmq::Time now);

    /// Where it comes from and goes to; `moveTo` 1 is the end.
    void setWay(const QPointF& from, const QPointF& to);
    void moveTo(qreal progress);

    [[nodiscard]] int type() const override { return Type; }
    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    [[nodiscard]] double left() const;

    StageToken m_token;
    cmq::Time m_now;
    double m_shownLeft = -1; // of the ring; -1: there is none
    QPointF m_from;
    QPointF m_to;
};

/// Producer, Topic, Queue …
[[nodiscard]] QString stageKindText(const StageBox& box);
/// What somebody hears, or reads in a tool tip, who points at it.
[[nodiscard]] QString describe(const StageBox& box);
[[nodiscard]] QString describe(const StageToken& token, cmq::Time now);

} // namespace ui
