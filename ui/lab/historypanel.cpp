#include "historypanel.h"

#include "lessonstate.h"
#include "lessontext.h"
#include "lookinto.h"

#include "ui/common/actionbutton.h"
#include "ui/common/actiontext.h"
#include "ui/common/docklayout.h"
#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/makeaction.h"
#include "ui/common/onresult.h"
#include "ui/common/settings.h"
#include "ui/common/tableview.h"
#include "ui/common/translated.h"
#include "ui/connections/activity.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QToolButton>

namespace ui {

using namespace Qt::StringLiterals;
using cmq::scenario::Chronicle;

namespace {

constexpr int HistoryHeightMin = 200;

QString stateWord(const HistoryRow& row)
{
    switch (row.state) {
    case HistoryRow::State::Done: return {};
    case HistoryRow::State::Latest: return HistoryPanel::tr("you are here");
    case HistoryRow::State::Undone: return HistoryPanel::tr("taken back");
    }
    return {};
}

Tone toneOf(const HistoryRow& row)
{
    return row.state == HistoryRow::State::Undone ? Tone::Muted : Tone::Text;
}

QList<Column<HistoryRow>> historyColumns()
{
    using HistoryColumn = Column<HistoryRow>;
    return {
        HistoryColumn(
            u"number"_s, [] { return HistoryPanel::tr("No."); },
            [](const HistoryRow& row) { return formatCount(row.number); })
            .sortedBy([](const HistoryRow& row) { return QVariant(row.number); })
            .toned(toneOf)
            .alignedRight(),
        HistoryColumn(
            u"time"_s, [] { return HistoryPanel::tr("Time"); },
            [](const HistoryRow& row) { return formatInstant(row.when); })
            .sortedBy([](const HistoryRow& row) { return QVariant(row.number); })
            .toned(toneOf),
        HistoryColumn(
            u"action"_s, [] { return HistoryPanel::tr("Action"); },
            [](const HistoryRow& row) {
                return row.number == 0 ? HistoryPanel::tr("Start") : row.action;
            })
            .toned(toneOf),
        HistoryColumn(
            u"object"_s, [] { return HistoryPanel::tr("Object"); },
            [](const HistoryRow& row) { return formatForeign(row.object, 80); })
            .toned(toneOf),
        HistoryColumn(
            u"state"_s, [] { return HistoryPanel::tr("State"); }, stateWord)
            .toned([](const HistoryRow& row) {
                return row.state == HistoryRow::State::Latest ? Tone::Accent : toneOf(row);
            }),
    };
}

void describe(HistoryRow& row, const Chronicle::What& what)
{
    if (!what)
        return;
    if (const auto* action = std::get_if<cmq::Action>(what.get())) {
        const Activity activity = activityOf(*action, nullptr, {});
        row.action = activity.action;
        row.object = activity.object;
        return;
    }
    const auto& steps = std::get<std::vector<cmq::scenario::Step>>(*what);
    row.action = steps.size() == 1
                     ? stepText(steps.front())
                     : HistoryPanel::tr("%n step(s) of a script", nullptr, int(steps.size()));
}

QList<HistoryRow> rowsOf(const std::vector<Chronicle::Entry>& entries, cmq::Time begin)
{
    QList<HistoryRow> rows{{0, begin, {}, {}, HistoryRow::State::Latest}};
    for (const Chronicle::Entry& entry : entries) {
        HistoryRow row{int(rows.size()), entry.at, {}, {}, HistoryRow::State::Undone};
        describe(row, entry.what);
        if (!entry.isUndone) {
            rows.last().state = HistoryRow::State::Done;
            row.state = HistoryRow::State::Latest;
        }
        rows += row;
    }
    return rows;
}

} // namespace

HistoryModel::HistoryModel(QObject* parent)
    : TableModel(
          historyColumns(), [](const HistoryRow& row) { return QString::number(row.number); },
          parent)
{
}

HistoryPanel::HistoryPanel(LessonState& state, Settings& settings, QWidget* parent)
    : QWidget(parent)
    , m_state(state)
    , m_title(new Label(TextRole::Section))
    , m_text(new Label(TextRole::Caption, Tone::Muted))
    , m_table(new TableView(u"historyTable"_s))
    , m_go(new QAction(icon(u"arrow-left"), QString(), this))
    , m_close(makeAction(this, u"historyClose"_s, u"x-lg", &HistoryPanel::closeRequested))
{
    setObjectName(u"historyPanel"_s);
    setMinimumHeight(HistoryHeightMin);
    m_go->setObjectName(u"historyGo"_s);
    m_proxy.setSourceModel(&m_model);
    m_table->setProxy(&m_proxy, settings);
    m_table->setUsualLayout({64, 170, 240, 240, 140}, 0, Qt::DescendingOrder); // the latest on top
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setRowActions({m_go});
    createLayout();
    connect(m_go, &QAction::triggered, this, [this] {
        if (const QStringList keys = m_table->selectedKeys(); !keys.isEmpty())
            goTo(keys.constFirst());
    });
    connect(m_table, &QAbstractItemView::activated, m_go, &QAction::trigger);
    connect(&m_state, &LessonState::changed, this, [this] {
        if (isVisible())
            look();
    });
    keepTranslated(this, [this] { retranslate(); });
}

void HistoryPanel::createLayout()
{
    m_title->setObjectName(u"historyTitle"_s);
    auto* head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addWidget(m_text);
    head->addStretch();
    head->addWidget(makeToolButton(m_go));
    QVBoxLayout* layout = makeDockLayout(this, head, m_close);
    layout->addWidget(m_table, 1);
}

void HistoryPanel::retranslate()
{
    m_title->setText(tr("History"));
    m_text->setText(tr("Everything that was done in this branch; time passed in between."));
    m_table->setAccessibleName(tr("History"));
    m_go->setText(tr("Go there"));
    m_go->setToolTip(tr("Takes back what came later, or does again what was taken back"));
    m_close->setText(tr("Close"));
    m_model.retranslate();
    if (isVisible())
        look(); // texts of steps
}

void HistoryPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    look(); // what was done while nobody looked
}

void HistoryPanel::look()
{
    using Entries = std::pair<std::vector<Chronicle::Entry>, cmq::Time>;
    const auto future = answerOf<Entries>([this](auto answer) {
        m_state.sandbox().entries([answer](std::vector<Chronicle::Entry> entries, cmq::Time begin) {
            answer({std::move(entries), begin});
        });
    });
    onResult(future, this, [this, asked = ++m_asked](const cmq::Result<Entries>& done) {
        if (done && asked == m_asked)
            m_model.setRows(rowsOf(done->first, done->second));
    });
}

void HistoryPanel::goTo(const QString& number)
{
    m_state.undoTo(std::size_t(number.toUInt()));
}

} // namespace ui
