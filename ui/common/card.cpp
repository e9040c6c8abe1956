#include "card.h"

#include "stylepaint.h"
#include "tokens.h"

#include <QPainter>

namespace ui {

Card::Card(const QString& name, QWidget* parent)
    : QFrame(parent)
{
    setObjectName(name);
}

void Card::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Tokens& t = tokensOf(palette());
    paint::roundedBox(painter, rect(), t.surface, t.hairline, paint::CardRadius);
}

} // namespace ui
