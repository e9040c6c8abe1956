#include "branchdialog.h"

#include "branchlives.h"

#include "lookinto.h"

#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/onresult.h"
#include "ui/common/translated.h"

#include "scenario/picture.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTabWidget>
#include <QTableView>

#include <map>
#include <set>

namespace ui {

using namespace Qt::StringLiterals;
using cmq::scenario::World;

namespace {

using Lines = QList<BranchDialog::Line>;

struct CounterKind
{
    const char* title;
    std::int64_t (*of)(const cmq::QueueAttributes&);
};

constexpr CounterKind Counters[] = {
    {QT_TRANSLATE_NOOP("ui::BranchDialog", "%1: visible"),
     [](const cmq::QueueAttributes& queue) { return queue.activeMsgNum; }},
    {QT_TRANSLATE_NOOP("ui::BranchDialog", "%1: in flight"),
     [](const cmq::QueueAttributes& queue) { return queue.inactiveMsgNum; }},
    {QT_TRANSLATE_NOOP("ui::BranchDialog", "%1: delayed"),
     [](const cmq::QueueAttributes& queue) { return queue.delayMsgNum; }},
    {QT_TRANSLATE_NOOP("ui::BranchDialog", "%1: rewindable"),
     [](const cmq::QueueAttributes& queue) { return queue.rewindmsgNum; }},
};

struct EventCount
{
    const char* title;
    cmq::EventKind kind;
};

constexpr EventCount EventCounts[] = {
    {QT_TRANSLATE_NOOP("ui::BranchDialog", "Messages sent"), cmq::EventKind::Sent},
    {QT_TRANSLATE_NOOP("ui::BranchDialog", "Times received"), cmq::EventKind::Received},
    {QT_TRANSLATE_NOOP("ui::BranchDialog", "Handles that ran out"),
     cmq::EventKind::VisibilityEnded},
    {QT_TRANSLATE_NOOP("ui::BranchDialog", "Messages deleted"), cmq::EventKind::Deleted},
    {QT_TRANSLATE_NOOP("ui::BranchDialog", "Dead letters"), cmq::EventKind::DeadLettered},
    {QT_TRANSLATE_NOOP("ui::BranchDialog", "Requests refused"), cmq::EventKind::Refused},
};

std::map<cmq::EventKind, std::int64_t> countEvents(const World& world)
{
    std::map<cmq::EventKind, std::int64_t> counts;
    world.events().forEach([&](const World::Seen& seen) {
        if (!seen.isBeforeStart)
            ++counts[seen.event.kind];
    });
    return counts;
}

} // namespace

Lines compareWorlds(const std::vector<const World*>& worlds)
{
    std::vector<std::map<std::string, cmq::QueueAttributes>> queues;
    std::set<std::string> names;
    std::vector<std::map<cmq::EventKind, std::int64_t>> events;
    Lines lines;
    BranchDialog::Line time{BranchDialog::tr("Time"), {}};
    for (const World* world : worlds) {
        time.values += formatInstant(world->now());
        auto& known = queues.emplace_back();
        for (cmq::scenario::PictureQueue& queue : pictureOf(*world, 1).queues) {
            names.insert(queue.attributes.queueName);
            known.emplace(queue.attributes.queueName, std::move(queue.attributes));
        }
        events.push_back(countEvents(*world));
    }
    lines += time;
    for (const std::string& name : names) {
        for (const CounterKind& counter : Counters) {
            BranchDialog::Line line{BranchDialog::tr(counter.title).arg(formatForeign(name, 40)),
                                    {}};
            for (const auto& known : queues) {
                const auto queue = known.find(name);
                line.values +=
                    queue == known.end() ? u"–"_s : formatCount(counter.of(queue->second));
            }
            lines += line;
        }
    }
    for (const EventCount& each : EventCounts) {
        BranchDialog::Line line{BranchDialog::tr(each.title), {}};
        for (auto& counts : events)
            line.values += formatCount(counts[each.kind]);
        lines += line;
    }
    return lines;
}

BranchDialog::BranchDialog(cmq::scenario::Sandbox& sandbox, QWidget* parent)
    : QDialog(parent)
    , m_title(new Label(TextRole::PageTitle))
    , m_table(new QTableView)
    , m_model(new QStandardItemModel(this))
{
    setObjectName(u"branchDialog"_s);
    m_title->setObjectName(u"branchDialogTitle"_s);
    m_table->setObjectName(u"branchTable"_s);
    m_table->setModel(m_model);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->verticalHeader()->hide();
    auto* buttons = new QDialogButtonBox;
    QPushButton* close = buttons->addButton(QString(), QDialogButtonBox::RejectRole);
    close->setObjectName(u"branchDialogClose"_s);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addWidget(m_title);
    auto* sides = new QTabWidget;
    sides->setObjectName(u"branchSides"_s);
    sides->setDocumentMode(true);
    sides->addTab(m_table, QString());
    sides->addTab(new BranchLives(sandbox), QString());
    layout->addWidget(sides, 1);
    layout->addWidget(buttons);
    resize(860, 560);

    struct Compared
    {
        Lines lines;
        QStringList branches;
    };
    const auto future = answerOf<Compared>([&sandbox](auto answer) {
        sandbox.compare([answer](const std::vector<const World*>& worlds, std::size_t shown) {
            Compared compared{compareWorlds(worlds), {}};
            for (std::size_t i = 0; i < worlds.size(); ++i)
                compared.branches += branchTitle(i, shown);
            answer(std::move(compared));
        });
    });
    onResult(future, this, [this](const cmq::Result<Compared>& compared) {
        if (compared)
            showLines(compared->lines, compared->branches);
    });
    keepTranslated(this, [this, close, sides] {
        setWindowTitle(tr("Compare branches"));
        m_title->setText(tr("Compare branches"));
        m_table->setAccessibleName(tr("Branches side by side"));
        sides->setTabText(0, tr("Counters"));
        sides->setTabText(1, tr("Life lines"));
        close->setText(tr("Close"));
    });
}

void BranchDialog::showLines(const QList<Line>& lines, const QStringList& branches)
{
    m_model->clear();
    m_model->setHorizontalHeaderLabels(QStringList{QString()} + branches);
    for (const Line& line : lines) {
        const bool differs = line.values.count(line.values.value(0)) != line.values.size();
        QList<QStandardItem*> items{new QStandardItem(line.title)};
        for (const QString& value : line.values) {
            items += new QStandardItem(value);
            items.back()->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        }
        for (QStandardItem* item : items) {
            QFont font = m_table->font();
            font.setBold(differs);
            item->setFont(font);
        }
        m_model->appendRow(items);
    }
    m_table->resizeColumnsToContents();
}

} // namespace ui
