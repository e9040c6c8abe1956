#include "stagescene.h"

#include <QSet>

namespace ui {

namespace {

/// Long enough to be followed, short enough not to lag behind a world that plays.
constexpr int MotionMs = 280;

} // namespace

StageScene::StageScene(QObject* parent)
    : QGraphicsScene(parent)
    , m_ways(new StageWaysItem)
{
    addItem(m_ways);
    m_motion.setDuration(MotionMs);
    m_motion.setStartValue(0.0);
    m_motion.setEndValue(1.0);
    m_motion.setEasingCurve(QEasingCurve::InOutQuad);
    connect(&m_motion, &QVariantAnimation::valueChanged, this, [this](const QVariant& progress) {
        for (StageTokenItem* token : std::as_const(m_tokens))
            token->moveTo(progress.toDouble());
    });
}

void StageScene::setMotion(bool isOn)
{
    m_isMotionOn = isOn;
    if (!isOn && m_motion.state() == QAbstractAnimation::Running)
        m_motion.setCurrentTime(MotionMs);
}

void StageScene::setLayout(const StageLayout& layout)
{
    m_layout = layout;
    setSceneRect(QRectF(QPointF(), layout.size));
    m_ways->setLayout(m_layout);
    setBoxes();
    setTokens();
    setNow(layout.now);
}

void StageScene::setBoxes()
{
    QHash<QString, StageBoxItem*> gone = m_boxes;
    for (const StageBox& box : m_layout.boxes) {
        const QString key = box.key();
        gone.remove(key);
        StageBoxItem*& item = m_boxes[key];
        if (!item) {
            item = new StageBoxItem;
            addItem(item);
        }
        item->setBox(box);
    }
    for (auto each = gone.cbegin(); each != gone.cend(); ++each) {
        m_boxes.remove(each.key());
        delete each.value();
    }
}

void StageScene::setTokens()
{
    QHash<QString, StageTokenItem*> gone = m_tokens;
    bool isMoved = false;
    for (const StageToken& token : m_layout.tokens) {
        const QString key = token.key();
        gone.remove(key);
        StageTokenItem*& item = m_tokens[key];
        QPointF from;
        if (item) {
            from = item->pos();
        } else {
            item = new StageTokenItem;
            addItem(item);
            from = originOf(token);
        }
        item->setToken(token);
        item->setWay(from, token.place);
        isMoved |= from != token.place;
    }
    for (auto each = gone.cbegin(); each != gone.cend(); ++each) {
        m_tokens.remove(each.key());
        delete each.value();
    }
    m_motion.stop();
    if (isMoved && m_isMotionOn) {
        m_motion.start();
        return;
    }
    for (StageTokenItem* token : std::as_const(m_tokens))
        token->moveTo(1);
}

/// A new message comes from whoever gives to its queue.
QPointF StageScene::originOf(const StageToken& token) const
{
    for (const StageWay& way : m_layout.ways) {
        if (way.to != token.box)
            continue;
        const bool isDeadLetter = way.kind == StageWay::Kind::DeadLetter;
        if (isDeadLetter == token.message.isDeadLetter)
            return m_layout.boxes[way.from].rect.center();
    }
    return token.place;
}

void StageScene::setNow(cmq::Time now)
{
    m_layout.now = now;
    for (StageTokenItem* token : std::as_const(m_tokens))
        token->setNow(now);
}

const StageBox* StageScene::selectedBox() const
{
    const QList<QGraphicsItem*> items = selectedItems();
    const auto* item = items.isEmpty() ? nullptr : qgraphicsitem_cast<StageBoxItem*>(items.front());
    return item ? &item->box() : nullptr;
}

const StageToken* StageScene::selectedToken() const
{
    const QList<QGraphicsItem*> items = selectedItems();
    const auto* item =
        items.isEmpty() ? nullptr : qgraphicsitem_cast<StageTokenItem*>(items.front());
    return item ? &item->token() : nullptr;
}

void StageScene::select(const QString& key)
{
    clearSelection();
    if (StageBoxItem* box = m_boxes.value(key))
        box->setSelected(true);
    else if (StageTokenItem* token = m_tokens.value(key))
        token->setSelected(true);
}

} // namespace ui
