#include "dashboardpage.h"

#include "chartcard.h"
#include "chartview.h"
#include "dashboardnamedialog.h"
#include "monitor.h"
#include "rangebox.h"

#include "ui/common/actionbutton.h"
#include "ui/common/actiontext.h"
#include "ui/common/banner.h"
#include "ui/common/emptystate.h"
#include "ui/common/format.h"
#include "ui/common/makeaction.h"
#include "ui/common/prompts.h"
#include "ui/common/settings.h"
#include "ui/common/translated.h"
#include "ui/connections/connection.h"
#include "ui/connections/feednotice.h"
#include "ui/queues/queuefeed.h"

#include <QAction>
#include <QBoxLayout>
#include <QGridLayout>
#include <QScrollArea>
#include <QToolButton>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int Columns = 2;
constexpr int CardHeight = 260;
constexpr qsizetype NamedMax = 3; ///< objects that a title names

QString titleOf(const DashboardChart& chart)
{
    QStringList names;
    for (const QString& key : chart.keys.mid(0, NamedMax))
        names += formatForeign(nameOfKey(key), 40);
    if (chart.keys.size() > NamedMax)
        names += u"…"_s;
    return metricText(chart.metric) + u" · "_s + names.join(u", "_s);
}

QToolButton* smallButton(const QString& name, QStringView iconName, const QString& tip)
{
    auto* button = new QToolButton;
    button->setObjectName(name);
    button->setAutoRaise(true);
    button->setIcon(icon(iconName));
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    return button;
}

} // namespace

DashboardPage::DashboardPage(Monitor& monitor, Prompts& prompts, Settings& settings,
                             QWidget* parent)
    : QWidget(parent)
    , m_monitor(monitor)
    , m_prompts(prompts)
    , m_settings(settings)
    , m_keptUnder(monitor.connection().keptName())
    , m_dashboards(readDashboards(settings.dashboards(m_keptUnder)))
    , m_banner(new Banner(u"dashboardBanner"_s))
    , m_choice(new QComboBox)
    , m_range(makeRangeBox(u"dashboardRange"_s))
    , m_scroll(new QScrollArea)
    , m_empty(new EmptyState(u"dashboardEmpty"_s, u"graph"))
    , m_add(makeAction(this, u"addDashboard"_s, u"plus-lg", &DashboardPage::addDashboard))
    , m_rename(makeAction(this, u"renameDashboard"_s, u"pencil", &DashboardPage::renameDashboard))
    , m_delete(makeAction(this, u"deleteDashboard"_s, u"trash3", &DashboardPage::deleteDashboard))
{
    setObjectName(u"dashboardPage"_s);
    createLayout();
    new FeedNotice(monitor.queues(), *m_banner, {}, this);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &DashboardPage::showCharts);
    connect(m_range, &QComboBox::activated, this, &DashboardPage::chooseRange);
    connect(&m_monitor, &Monitor::measured, this, &DashboardPage::refresh);
    showNames();
    keepTranslated(this, [this] { retranslate(); });
}

void DashboardPage::createLayout()
{
    m_choice->setObjectName(u"dashboardChoice"_s);
    m_choice->setMinimumContentsLength(16);
    m_scroll->setObjectName(u"dashboardScroll"_s);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_choice);
    head->addWidget(m_range);
    head->addStretch();
    for (QAction* action : {m_add, m_rename, m_delete})
        head->addWidget(makeToolButton(action));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addWidget(m_banner);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(m_empty, 1);
}

Dashboard* DashboardPage::current()
{
    const int index = m_choice->currentIndex();
    return index >= 0 && index < int(m_dashboards.size()) ? &m_dashboards[index] : nullptr;
}

void DashboardPage::keep()
{
    m_settings.setDashboards(m_keptUnder, writeDashboards(m_dashboards));
}

void DashboardPage::showNames()
{
    const int index = m_choice->currentIndex();
    {
        const QSignalBlocker quiet(m_choice);
        m_choice->clear();
        for (const Dashboard& dashboard : m_dashboards)
            m_choice->addItem(formatForeign(dashboard.name));
        m_choice->setCurrentIndex(
            std::clamp(index, m_dashboards.isEmpty() ? -1 : 0, int(m_dashboards.size()) - 1));
    }
    showCharts();
}

/// All anew: a dashboard changes when somebody arranges it, not by itself.
void DashboardPage::showCharts()
{
    m_cards.clear();
    m_content = new QWidget;
    m_content->setObjectName(u"dashboardContent"_s);
    m_grid = new QGridLayout(m_content);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(12);
    m_grid->setColumnStretch(0, 1); // both, also where one is empty
    m_grid->setColumnStretch(1, 1);
    const Dashboard* dashboard = current();
    if (dashboard) {
        setRange(m_range, cmq::Seconds(dashboard->rangeSeconds));
        for (int i = 0; i < int(dashboard->charts.size()); ++i)
            addCard(i, dashboard->charts[i]);
    }
    m_grid->setRowStretch(m_grid->rowCount(), 1);
    m_scroll->setWidget(m_content); // which deletes what was there
    m_scroll->setVisible(!m_cards.isEmpty());
    m_empty->setVisible(m_cards.isEmpty());
    const QString none = dashboard ? QString() : tr("There is no dashboard yet.");
    enableAction(m_rename, tr("Give this dashboard another name"), none);
    enableAction(m_delete, tr("Delete this dashboard"), none);
    m_choice->setEnabled(dashboard);
    m_range->setEnabled(dashboard);
    refresh();
}

void DashboardPage::addCard(int number, const DashboardChart& chart)
{
    const QString name = u"dashboardChart%1"_s.arg(number);
    auto* card = new ChartCard(name, m_monitor, chart.metric, chart.keys);
    card->setTitle(titleOf(chart));
    card->setMinimumHeight(CardHeight);
    card->view()->setInScrollingPage(true);
    auto* earlier = smallButton(name + u"Earlier"_s, u"arrow-left", tr("Move it to the front"));
    auto* later = smallButton(name + u"Later"_s, u"arrow-right", tr("Move it to the back"));
    auto* width = smallButton(name + u"Width"_s, u"fit",
                              chart.isWide ? tr("Half as wide") : tr("As wide as the page"));
    auto* remove = smallButton(name + u"Remove"_s, u"x-lg", tr("Take it off the dashboard"));
    earlier->setEnabled(number > 0);
    later->setEnabled(number + 1 < int(current()->charts.size()));
    for (QToolButton* button : {earlier, later, width, remove})
        card->head()->addWidget(button);
    // Later, because the buttons go with the cards that are made anew.
    const auto onClick = [this](QToolButton* button, auto act) {
        connect(button, &QToolButton::clicked, this, act, Qt::QueuedConnection);
    };
    onClick(earlier, [this, number] { moveChart(number, -1); });
    onClick(later, [this, number] { moveChart(number, 1); });
    onClick(width, [this, number] { switchWidth(number); });
    onClick(remove, [this, number] { removeChart(number); });

    // Left to right; a wide one that does not fit begins a row.
    int cell = 0;
    for (const DashboardChart& before : current()->charts.first(number)) {
        if (before.isWide && cell % Columns != 0)
            ++cell;
        cell += before.isWide ? Columns : 1;
    }
    if (chart.isWide && cell % Columns != 0)
        ++cell;
    m_grid->addWidget(card, cell / Columns, cell % Columns, 1, chart.isWide ? Columns : 1);
    m_cards += card;
}

void DashboardPage::addChart(const DashboardChart& chart)
{
    if (m_dashboards.isEmpty())
        m_dashboards.append({tr("Dashboard"), 300, {}});
    Dashboard& dashboard = current() ? *current() : m_dashboards.first();
    if (dashboard.charts.size() < DashboardChartsMax)
        dashboard.charts.append(chart);
    keep();
    showNames();
}

void DashboardPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

void DashboardPage::refresh()
{
    if (!isVisible())
        return;
    for (ChartCard* card : m_cards)
        card->refresh(rangeOf(m_range));
}

void DashboardPage::chooseRange()
{
    if (Dashboard* dashboard = current()) {
        dashboard->rangeSeconds =
            int(std::chrono::duration_cast<cmq::Seconds>(rangeOf(m_range)).count());
        keep();
    }
    refresh();
}

void DashboardPage::askName(bool isNew)
{
    QStringList taken;
    for (const Dashboard& dashboard : m_dashboards) {
        if (isNew || &dashboard != current())
            taken += dashboard.name;
    }
    auto* dialog = new DashboardNameDialog(isNew ? QString() : current()->name, taken, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &DashboardNameDialog::submitted, this, [this, isNew](const QString& name) {
        if (isNew)
            m_dashboards.append({name, 300, {}});
        else if (Dashboard* dashboard = current())
            dashboard->name = name;
        keep();
        showNames();
        if (isNew)
            m_choice->setCurrentIndex(int(m_dashboards.size()) - 1);
    });
    dialog->open();
}

void DashboardPage::addDashboard()
{
    askName(true);
}

void DashboardPage::renameDashboard()
{
    if (current())
        askName(false);
}

void DashboardPage::deleteDashboard()
{
    const Dashboard* dashboard = current();
    if (!dashboard)
        return;
    Confirmation question;
    question.title = tr("Delete the dashboard");
    question.question = tr("Delete the dashboard %1?").arg(formatForeign(dashboard->name));
    question.losses = {tr("%n chart(s)", nullptr, int(dashboard->charts.size()))};
    question.acceptText = tr("Delete");
    m_prompts.confirm(this, question, [this, name = dashboard->name] {
        m_dashboards.removeIf([&](const Dashboard& each) { return each.name == name; });
        keep();
        showNames();
    });
}

void DashboardPage::moveChart(int number, int by)
{
    current()->charts.move(number, number + by);
    keep();
    showCharts();
}

void DashboardPage::switchWidth(int number)
{
    current()->charts[number].isWide = !current()->charts[number].isWide;
    keep();
    showCharts();
}

void DashboardPage::removeChart(int number)
{
    current()->charts.removeAt(number);
    keep();
    showCharts();
}

void DashboardPage::retranslate()
{
    m_choice->setAccessibleName(tr("Dashboard"));
    retranslateRangeBox(m_range);
    m_add->setText(tr("New dashboard…"));
    m_add->setToolTip(tr("Begin another dashboard"));
    m_rename->setText(tr("Rename…"));
    m_delete->setText(tr("Delete"));
    m_empty->setTexts(tr("No charts yet"),
                      tr("Choose a metric and queues under Charts, then “Add to dashboard”. Charts "
                         "can be moved and made wide here, and are kept."));
    showCharts();
}

} // namespace ui
