#include "navigationrail.h"

#include "ui/common/tokens.h"
#include "ui/common/translated.h"

#include <QAction>
#include <QBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int Width = 168;
}

NavigationRail::NavigationRail(QWidget* parent)
    : QFrame(parent)
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(u"navigationRail"_s);
    setFixedWidth(Width);
    m_layout->setContentsMargins(8, 12, 8, 12);
    m_layout->setSpacing(2);
    m_layout->addStretch();
    keepTranslated(this, [this] { setAccessibleName(tr("Pages")); });
}

void NavigationRail::addPage(QAction* page)
{
    auto* button = new QToolButton;
    button->setObjectName(page->objectName() + u"Button"_s);
    button->setDefaultAction(page);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    button->setMinimumHeight(34);
    m_layout->insertWidget(m_layout->count() - 1, button);
}

void NavigationRail::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Tokens& t = tokensOf(palette());
    painter.fillRect(rect(), t.window);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), t.hairline);
}

} // namespace ui
