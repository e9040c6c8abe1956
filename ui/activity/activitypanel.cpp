#include "activitypanel.h"

#include "ui/common/actionbutton.h"
#include "ui/common/actiontext.h"
#include "ui/common/banner.h"
#include "ui/common/docklayout.h"
#include "ui/common/emptystate.h"
#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/prompts.h"
#include "ui/common/settings.h"
#include "ui/common/tableview.h"
#include "ui/common/translated.h"
#include "ui/common/writefile.h"
#include "ui/connections/activitylog.h"

#include <QAction>
#include <QBoxLayout>
#include <QLineEdit>
#include <QToolButton>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int RefreshMs = 100;
constexpr int HeightMin = 200;
constexpr int FilterWidth = 200;
constexpr int ObjectColumn = 3;

QList<ActivityRow> rowsOf(const ActivityLog& log)
{
    QList<ActivityRow> rows;
    quint64 number = log.dropped();
    for (const Activity& activity : log.activities())
        rows.append({++number, activity});
    return rows;
}

} // namespace

ActivityPanel::ActivityPanel(ActivityLog& log, const QString& connectionName, Prompts& prompts,
                             Settings& settings, QWidget* parent)
    : QWidget(parent)
    , m_log(log)
    , m_connectionName(connectionName)
    , m_prompts(prompts)
    , m_model(connectionName)
    , m_title(new Label(TextRole::Section))
    , m_count(new Label(TextRole::Body, Tone::Muted))
    , m_filter(new QLineEdit)
    , m_banner(new Banner(u"activityBanner"_s))
    , m_table(new TableView(u"activityTable"_s))
    , m_empty(new EmptyState(u"activityEmpty"_s, u"clock-history"))
    , m_export(new QAction(icon(u"save"), QString(), this))
    , m_close(new QAction(icon(u"x-lg"), QString(), this))
{
    setObjectName(u"activityPanel"_s);
    setMinimumHeight(HeightMin);
    m_export->setObjectName(u"activityExport"_s);
    m_close->setObjectName(u"activityClose"_s);
    m_proxy.setSourceModel(&m_model);
    m_proxy.setFilterKeyColumn(ObjectColumn);
    m_proxy.filterWith(m_filter);
    m_table->setProxy(&m_proxy, settings);
    m_table->setUsualLayout({160, 120, 180, 200, 64, 108, 240}, 0,
                            Qt::DescendingOrder); // the latest on top
    m_table->setPlaceholder(m_empty);
    createLayout();
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(RefreshMs);
    connect(&m_refresh, &QTimer::timeout, this, &ActivityPanel::showActivities);
    connect(&m_log, &ActivityLog::changed, this, [this] {
        if (isVisible() && !m_refresh.isActive())
            m_refresh.start();
    });
    connect(m_export, &QAction::triggered, this, &ActivityPanel::exportCsv);
    connect(m_close, &QAction::triggered, this, &ActivityPanel::closeRequested);
    keepTranslated(this, [this] { retranslate(); });
}

void ActivityPanel::createLayout()
{
    m_title->setObjectName(u"activityTitle"_s);
    m_count->setObjectName(u"activityCount"_s);
    m_filter->setObjectName(u"activityFilter"_s);
    m_filter->setClearButtonEnabled(true);
    m_filter->setFixedWidth(FilterWidth);
    m_filter->addAction(icon(u"search", Tone::Muted), QLineEdit::LeadingPosition);
    auto* head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addWidget(m_count);
    head->addStretch();
    head->addWidget(makeToolButton(m_export));
    head->addWidget(m_filter);
    QVBoxLayout* layout = makeDockLayout(this, head, m_close);
    layout->addWidget(m_banner);
    layout->addWidget(m_table, 1);
}

void ActivityPanel::retranslate()
{
    m_title->setText(tr("Activity"));
    m_filter->setPlaceholderText(tr("Filter by object"));
    m_filter->setAccessibleName(tr("Filter by object"));
    m_table->setAccessibleName(tr("Activity"));
    m_export->setText(tr("Export as CSV…"));
    m_close->setText(tr("Close"));
    m_model.retranslate();
    m_empty->setTexts(tr("Nothing was done yet"),
                      tr("What this console changes, sends or receives stands here, without the "
                         "bodies of messages."));
    showActivities();
}

void ActivityPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    showActivities(); // what was done while nobody looked
}

void ActivityPanel::showActivities()
{
    const QList<ActivityRow> rows = rowsOf(m_log);
    m_model.setRows(rows);
    m_count->setText(formatCount(rows.size()));
    enableAction(m_export, tr("Write what stands here into a file"),
                 rows.isEmpty() ? tr("Nothing was done yet.") : QString());
}

void ActivityPanel::exportCsv()
{
    m_prompts.chooseSaveFile(this, tr("Export the activity"), u"activity.csv"_s,
                             [this](const QString& path) { write(path); });
}

void ActivityPanel::write(const QString& path)
{
    writeFile(
        path, toCsv(m_connectionName, rowsOf(m_log)), this, [this, path](const QString& error) {
            if (error.isEmpty())
                m_banner->show(BannerKind::Success, tr("The activity was exported."), path);
            else
                m_banner->show(BannerKind::Error, tr("The file could not be written."), error);
        });
}

} // namespace ui
