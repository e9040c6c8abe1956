#include "deck.h"

#include "objecttabbar.h"

#include "ui/common/actiontext.h"
#include "ui/common/icons.h"

#include <QActionGroup>
#include <QApplication>
#include <QBoxLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <QStackedWidget>

namespace ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int ClosedMax = 20;
}

Deck::Deck(MakeTab makeTab, QWidget* parent)
    : QWidget(parent)
    , m_makeTab(std::move(makeTab))
    , m_bar(new ObjectTabBar)
    , m_stack(new QStackedWidget)
    , m_pageActions(new QActionGroup(this))
    , m_back(makeAction(u"goBack"_s, u"Alt+Left"_s, &Deck::goBack))
    , m_forward(makeAction(u"goForward"_s, u"Alt+Right"_s, &Deck::goForward))
    , m_next(makeAction(u"nextTab"_s, u"Ctrl+Tab"_s, &Deck::walkDown))
    , m_previous(makeAction(u"previousTab"_s, u"Ctrl+Shift+Tab"_s, &Deck::walkUp))
    , m_moveLeft(makeAction(u"moveTabLeft"_s, u"Ctrl+Shift+PgUp"_s, &Deck::moveLeft))
    , m_moveRight(makeAction(u"moveTabRight"_s, u"Ctrl+Shift+PgDown"_s, &Deck::moveRight))
    , m_close(makeAction(u"closeTab"_s, u"Ctrl+W"_s, &Deck::closeCurrent))
    , m_closeOthers(makeAction(u"closeOtherTabs"_s, {}, &Deck::closeOthers))
    , m_reopen(makeAction(u"reopenTab"_s, u"Ctrl+Shift+T"_s, &Deck::reopen))
{
    setObjectName(u"deck"_s);
    m_stack->setObjectName(u"pages"_s);
    m_back->setIcon(icon(u"arrow-left"));
    m_forward->setIcon(icon(u"arrow-right"));
    m_close->setIcon(icon(u"x-lg"));
    m_bar->addActions({m_close, m_closeOthers, m_reopen, m_moveLeft, m_moveRight});
    m_bar->hide();
    connect(m_bar, &QTabBar::currentChanged, this, [this](int tab) { go(placeOfTab(tab)); });
    connect(m_bar, &QTabBar::tabMoved, this, [this] {
        updateActions();
        emit changed();
    });
    connect(m_bar, &ObjectTabBar::closeRequested, this,
            [this](const QString& key) { close(placeOf(key)); });
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_stack, 1);
}

QAction* Deck::makeAction(const QString& name, const QString& keys, void (Deck::*run)())
{
    auto* action = new QAction(this);
    action->setObjectName(name);
    action->setShortcut(QKeySequence(keys));
    connect(action, &QAction::triggered, this, run);
    return action;
}

void Deck::addPage(QAction* action, QWidget* page)
{
    const Place place{Place::Kind::Page, action->objectName()};
    m_pageActions->addAction(action);
    m_widgets.insert(toText(place), page);
    m_stack->addWidget(page);
    connect(action, &QAction::triggered, this, [this, place] { go(place); });
    connect(action, &QAction::changed, this, &Deck::showPageTitle);
}

QList<QAction*> Deck::pageActions() const
{
    return m_pageActions->actions();
}

QList<QAction*> Deck::tabActions() const
{
    return {m_back,      m_forward, m_next,        m_previous, m_moveLeft,
            m_moveRight, m_close,   m_closeOthers, m_reopen};
}

QWidget* Deck::currentWidget() const
{
    return m_stack->currentWidget();
}

Place Deck::placeOfTab(int tab) const
{
    return tab <= 0 ? m_page : placeOf(m_bar->tabData(tab).toString());
}

void Deck::go(const Place& place)
{
    endWalk();
    if (!open(place))
        return;
    display(place);
    remember(place);
    emit changed();
}

/// Makes sure that there is something to show.
bool Deck::open(const Place& place)
{
    const QString key = toText(place);
    if (m_widgets.contains(key))
        return true;
    if (place.kind == Place::Kind::Page)
        return false;
    const Tab tab = m_makeTab(place);
    m_widgets.insert(key, tab.widget);
    m_stack->addWidget(tab.widget);
    m_recent.append(place); // used last by nobody
    const QSignalBlocker blocker(m_bar);
    m_bar->addObject(place.name, tab.icon, key);
    m_bar->show();
    return true;
}

void Deck::display(const Place& place)
{
    const bool isPage = place.kind == Place::Kind::Page;
    m_current = place;
    if (isPage)
        m_page = place;
    // While a tab is shown, the rail says that no page is.
    m_pageActions->setExclusionPolicy(QActionGroup::ExclusionPolicy::None);
    for (QAction* action : m_pageActions->actions())
        action->setChecked(isPage && action->objectName() == place.name);
    m_pageActions->setExclusionPolicy(QActionGroup::ExclusionPolicy::Exclusive);
    {
        const QSignalBlocker blocker(m_bar);
        m_bar->setCurrentIndex(isPage ? 0 : m_bar->indexOf(toText(place)));
    }
    m_stack->setCurrentWidget(m_widgets.value(toText(place)));
    showPageTitle();
    updateActions();
    emit shown(place);
}

void Deck::remember(const Place& place)
{
    m_visits.visit(place);
    touch(place);
}

void Deck::touch(const Place& place)
{
    m_recent.removeIf([&](const Place& each) {
        return each == place || (each.kind == Place::Kind::Page && place.kind == Place::Kind::Page);
    });
    m_recent.prepend(place);
    updateActions();
}

void Deck::close(const Place& place)
{
    endWalk();
    const QString key = toText(place);
    const int tab = m_bar->indexOf(key);
    if (tab < 0)
        return;
    QWidget* widget = m_widgets.take(key);
    m_recent.removeAll(place);
    m_visits.forget(place);
    m_closed.append(place);
    if (m_closed.size() > ClosedMax)
        m_closed.removeFirst();
    if (m_current == place) {
        display(m_recent.value(0, m_page));
        remember(m_current);
    }
    {
        const QSignalBlocker blocker(m_bar);
        m_bar->removeTab(tab);
    }
    m_bar->setVisible(m_bar->count() > 1);
    m_stack->removeWidget(widget);
    widget->hide();
    widget->deleteLater(); // it may have asked for this itself
    updateActions();
    emit changed();
}

void Deck::closeCurrent()
{
    close(m_current);
}

void Deck::closeOthers()
{
    const Place kept = m_current;
    for (int tab = m_bar->count() - 1; tab > 0; --tab) {
        if (placeOfTab(tab) != kept)
            close(placeOfTab(tab));
    }
}

void Deck::reopen()
{
    go(m_closed.takeLast());
}

void Deck::goBack()
{
    endWalk();
    display(m_visits.goBack());
    touch(m_current);
    emit changed();
}

void Deck::goForward()
{
    endWalk();
    display(m_visits.goForward());
    touch(m_current);
    emit changed();
}

// Ctrl+Tab goes through what was used last; as long as Ctrl is held, further down. Where it is
// released, there one has gone.
void Deck::walk(int step)
{
    if (m_walk < 0) {
        m_walk = std::max<qsizetype>(0, m_recent.indexOf(m_current));
        qApp->installEventFilter(this);
    }
    m_walk = (m_walk + step + m_recent.size()) % m_recent.size();
    display(m_recent.at(m_walk));
}

void Deck::endWalk()
{
    if (m_walk < 0)
        return;
    m_walk = -1;
    qApp->removeEventFilter(this);
    remember(m_current);
    emit changed();
}

bool Deck::eventFilter(QObject* watched, QEvent* event)
{
    const bool isRelease = event->type() == QEvent::KeyRelease &&
                           static_cast<QKeyEvent*>(event)->key() == Qt::Key_Control;
    if (isRelease || event->type() == QEvent::ApplicationDeactivate)
        endWalk();
    return QWidget::eventFilter(watched, event);
}

void Deck::moveTab(int step)
{
    const int tab = m_bar->currentIndex();
    m_bar->moveTab(tab, tab + step);
}

void Deck::showPageTitle()
{
    for (const QAction* action : m_pageActions->actions()) {
        if (action->objectName() != m_page.name)
            continue;
        m_bar->setTabText(0, action->text());
        m_bar->setTabIcon(0, action->icon());
    }
}

void Deck::updateActions()
{
    const auto enable = [](QAction* action, const QString& reason) {
        enableAction(action, actionTitle(*action), reason);
    };
    const int tab = m_bar->currentIndex();
    const auto unless = [](bool isPossible, const QString& reason) {
        return isPossible ? QString() : reason;
    };
    const QString noTab = tr("No tab is shown: pages stay open.");
    enable(m_back, unless(m_visits.canGoBack(), tr("Nothing was shown before this.")));
    enable(m_forward, unless(m_visits.canGoForward(), tr("You have not gone back.")));
    enable(m_next, unless(m_recent.size() > 1, tr("No other tab is open.")));
    enable(m_previous, unless(m_recent.size() > 1, tr("No other tab is open.")));
    enable(m_close, unless(tab > 0, noTab));
    enable(m_closeOthers,
           unless(m_bar->count() - (tab > 0 ? 1 : 0) > 1, tr("No other tab is open.")));
    enable(m_reopen, unless(!m_closed.isEmpty(), tr("No tab was closed.")));
    enable(m_moveLeft, tab > 0 ? unless(tab > 1, tr("This tab is the first one.")) : noTab);
    enable(m_moveRight,
           tab > 0 ? unless(tab + 1 < m_bar->count(), tr("This tab is the last one.")) : noTab);
}

void Deck::retranslate()
{
    m_back->setText(tr("&Back"));
    m_forward->setText(tr("&Forward"));
    m_next->setText(tr("&Next tab"));
    m_previous->setText(tr("&Previous tab"));
    m_moveLeft->setText(tr("Move tab &left"));
    m_moveRight->setText(tr("Move tab &right"));
    m_close->setText(tr("&Close tab"));
    m_closeOthers->setText(tr("Close &other tabs"));
    m_reopen->setText(tr("Reopen closed &tab"));
    m_bar->retranslate();
    showPageTitle();
    updateActions();
}

QByteArray Deck::state() const
{
    QJsonArray tabs;
    for (int tab = 1; tab < m_bar->count(); ++tab)
        tabs.append(m_bar->tabData(tab).toString());
    const QJsonObject state{
        {u"page"_s, m_page.name}, {u"tabs"_s, tabs}, {u"shown"_s, toText(m_current)}};
    return QJsonDocument(state).toJson(QJsonDocument::Compact);
}

void Deck::restorePage(const QByteArray& state, const QAction* otherwise)
{
    const Place page{Place::Kind::Page, QJsonDocument::fromJson(state)[u"page"_s].toString()};
    go(open(page) ? page : Place{Place::Kind::Page, otherwise->objectName()});
}

void Deck::restoreTabs(const QByteArray& state, const std::function<bool(const Place&)>& exists)
{
    const QJsonDocument kept = QJsonDocument::fromJson(state);
    for (const QJsonValue& tab : kept[u"tabs"_s].toArray()) {
        const Place place = placeOf(tab.toString());
        if (place.kind != Place::Kind::Page && exists(place))
            (void)open(place);
    }
    const Place shown = placeOf(kept[u"shown"_s].toString());
    // Who has gone elsewhere meanwhile stays there.
    if (m_bar->indexOf(toText(shown)) > 0 && m_page.name == kept[u"page"_s].toString())
        go(shown);
    updateActions();
}

} // namespace ui
