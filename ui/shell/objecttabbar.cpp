#include "objecttabbar.h"

#include "ui/common/format.h"
#include "ui/common/icons.h"

#include <QMenu>
#include <QMouseEvent>
#include <QToolButton>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int TabNameLengthMax = 32;
constexpr int CloseSize = 18;

} // namespace

ObjectTabBar::ObjectTabBar(QWidget* parent)
    : QTabBar(parent)
{
    setObjectName(u"objectTabBar"_s);
    setDocumentMode(true);
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(true);
    setElideMode(Qt::ElideNone);
    setSelectionBehaviorOnRemove(QTabBar::SelectPreviousTab);
    addTab(QString());
}

int ObjectTabBar::addObject(const QString& name, const QIcon& icon, const QString& key)
{
    const int index = addTab(icon, formatCaption(name, TabNameLengthMax));
    setTabData(index, key);
    setTabToolTip(index, formatTip(name));
    setAccessibleTabName(index, formatForeign(name));
    auto* close = new QToolButton(this);
    close->setObjectName(u"closeTab_"_s + name);
    close->setIcon(ui::icon(u"x-lg", Tone::Muted));
    close->setIconSize({10, 10});
    close->setFixedSize(CloseSize, CloseSize);
    close->setAutoRaise(true);
    close->setFocusPolicy(Qt::NoFocus); // Ctrl+W closes
    connect(close, &QToolButton::clicked, this, [this, key] { emit closeRequested(key); });
    setTabButton(index, QTabBar::RightSide, close);
    retranslate();
    return index;
}

int ObjectTabBar::indexOf(const QString& key) const
{
    for (int i = 1; i < count(); ++i) {
        if (tabData(i).toString() == key)
            return i;
    }
    return -1;
}

void ObjectTabBar::retranslate()
{
    setAccessibleName(tr("Tabs"));
    for (int i = 1; i < count(); ++i) {
        QWidget* close = tabButton(i, QTabBar::RightSide);
        close->setAccessibleName(tr("Close %1").arg(accessibleTabName(i)));
        close->setToolTip(tr("Close (Ctrl+W)"));
    }
}

void ObjectTabBar::mousePressEvent(QMouseEvent* event)
{
    const int tab = tabAt(event->pos());
    setMovable(tab > 0);
    if (tab > 0)
        m_pressOffset = event->pos().x() - tabRect(tab).left();
    QTabBar::mousePressEvent(event);
}

// No tab goes before the first one: the mouse seems to stop where its tab would touch it.
void ObjectTabBar::mouseMoveEvent(QMouseEvent* event)
{
    QPointF at = event->position();
    at.setX(std::max(at.x(), qreal(tabRect(0).right() + 1 + m_pressOffset)));
    QMouseEvent clamped(event->type(), at, event->globalPosition(), event->button(),
                        event->buttons(), event->modifiers());
    QTabBar::mouseMoveEvent(&clamped);
}

void ObjectTabBar::mouseReleaseEvent(QMouseEvent* event)
{
    const int tab = tabAt(event->pos());
    if (event->button() == Qt::MiddleButton && tab > 0)
        emit closeRequested(tabData(tab).toString());
    else
        QTabBar::mouseReleaseEvent(event);
}

/// The tab under the mouse becomes the current one, and the menu acts on that.
void ObjectTabBar::contextMenuEvent(QContextMenuEvent* event)
{
    if (const int tab = tabAt(event->pos());
        event->reason() == QContextMenuEvent::Mouse && tab >= 0)
        setCurrentIndex(tab);
    auto* menu = new QMenu(this);
    menu->setObjectName(u"objectTabMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    menu->addActions(actions());
    menu->popup(event->globalPos());
}

} // namespace ui
