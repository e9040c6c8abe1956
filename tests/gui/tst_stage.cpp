#include "agreeingprompts.h"
#include "person.h"

#include "scenario/sandbox.h"

#include "ui/common/settings.h"
#include "ui/connections/connection.h"
#include "ui/lab/playback.h"
#include "ui/lab/stagepage.h"
#include "ui/lab/stageview.h"

#include "tests/suite.h"

#include <QComboBox>
#include <QFile>
#include <QMenu>
#include <QSettings>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>

namespace tst_stage {

using namespace cmq::scenario;
using namespace Qt::StringLiterals;

namespace {

Scenario withQueue(bool isThere)
{
    Scenario scenario;
    if (isThere) {
        scenario.setup = {
            CallStep{
                "CreateQueue", {{"queueName", "orders"}, {"visibilityTimeout", "30"}}, {}, {}, {}},
            CallStep{"SendMessage",
                     {{"queueName", "orders"}, {"msgBody", "<b>first</b>"}, {"delaySeconds", "60"}},
                     {},
                     {},
                     {}}};
    }
    return scenario;
}

/// The stage of a sandbox with one queue and one delayed message.
struct Theatre
{
    explicit Theatre(bool hasQueue = true)
        : store(home.filePath(u"settings.ini"_s), QSettings::IniFormat)
        , settings(store)
    {
        auto opened = Sandbox::open(withQueue(hasQueue));
        if (!opened)
            qFatal("no sandbox");
        auto clock = [sandbox = opened->get()] { return sandbox->now(); };
        connection = std::make_unique<ui::Connection>(
            std::move(*opened),
            ui::Connection::Description{
                .kind = ui::ConnectionKind::Sandbox, .place = {}, .name = {}},
            clock);
        playback = std::make_unique<ui::Playback>(*connection->timeControl());
        page = std::make_unique<ui::StagePage>(*connection, *connection->sandbox(), *playback,
                                               settings, prompts);
        page->resize(1200, 700);
        page->show();
        (void)QTest::qWaitForWindowActive(page.get());
    }

    [[nodiscard]] ui::StageView& view() const { return *page->findChild<ui::StageView*>(); }
    [[nodiscard]] const ui::StageLayout& layout() const { return view().stage().layout(); }
    [[nodiscard]] const ui::StageBox* box(const QString& name) const
    {
        for (const ui::StageBox& box : layout().boxes) {
            if (box.name == name)
                return &box;
        }
        return nullptr;
    }
    [[nodiscard]] std::int64_t count(const QString& name, cmq::MessageState state) const
    {
        const ui::StageBox* found = box(name);
        for (const ui::StageLane& lane : found ? found->lanes : std::vector<ui::StageLane>()) {
            if (lane.state == state)
                return lane.count;
        }
        return -1;
    }
    void act(const QString& name) const
    {
        auto* action = page->findChild<QAction*>(name);
        QVERIFY2(action && action->isEnabled(), qPrintable(name));
        action->trigger();
    }

    QTemporaryDir home;
    QSettings store;
    ui::Settings settings;
    AgreeingPrompts prompts;
    std::unique_ptr<ui::Connection> connection;
    std::unique_ptr<ui::Playback> playback;
    std::unique_ptr<ui::StagePage> page;
};

} // namespace

/// The stage: what happens in a sandbox, to be seen and to be set.
class TestStage final : public QObject
{
    Q_OBJECT

private slots:
    void anEmptyStageSaysWhatToDo();
    void timeMovesMessages();
    void addsAProducerAndAConsumer();
    void aNameIsGivenOnce();
    void stopsAnActor();
    void keysGoFromOneToTheNext();
    void enterOpensAQueue();
    void theTableSaysTheSame();
    void aFaultBefallsTheSelectedQueue();
    void writesADrawing();
    void readsAnswers();
};

void TestStage::anEmptyStageSaysWhatToDo()
{
    const Theatre theatre(false);
    QVERIFY(person::find(u"stageEmpty"_s));
    QTRY_VERIFY(!theatre.page->findChild<QAction*>(u"stageAddProducer"_s)->isEnabled());
    QVERIFY(theatre.page->findChild<QAction*>(u"stageAddProducer"_s)
                ->toolTip()
                .contains(u"Create a queue first"_s));
}

void TestStage::timeMovesMessages()
{
    const Theatre theatre;
    QTRY_COMPARE(theatre.count(u"orders"_s, cmq::MessageState::Delayed), 1);
    QCOMPARE(theatre.layout().tokens.size(), std::size_t(1));
    const QString key = theatre.layout().tokens.front().key();
    const QPointF delayed = theatre.view().stage().tokenItem(key)->pos();
    theatre.playback->jump(cmq::Seconds(61));
    QTRY_COMPARE(theatre.count(u"orders"_s, cmq::MessageState::Active), 1);
    // Time stands still: the message is at its new place at once.
    const QPointF active = theatre.view().stage().tokenItem(key)->pos();
    QVERIFY(active != delayed);
    QCOMPARE(active, theatre.layout().tokens.front().place);
    // What it says is never markup.
    theatre.view().stage().select(key);
    QVERIFY(person::read(u"stageInspector"_s).contains(u"<b>first</b>"_s));
}

void TestStage::addsAProducerAndAConsumer()
{
    const Theatre theatre;
    QTRY_VERIFY(theatre.box(u"orders"_s));
    theatre.act(u"stageAddProducer"_s);
    QVERIFY(person::find(u"actorDialog"_s));
    QVERIFY(!person::find(u"actorDialogSubmit"_s)->isEnabled());
    QVERIFY(person::type(u"actorName"_s, u"anna"_s));
    QVERIFY(person::type(u"actorCount"_s, u"3"_s));
    QVERIFY(person::click(u"actorDialogSubmit"_s));
    QVERIFY(person::isGone(u"actorDialog"_s));
    QTRY_VERIFY(theatre.box(u"anna"_s));
    theatre.act(u"stageAddConsumer"_s);
    QVERIFY(person::type(u"actorName"_s, u"ben"_s));
    QVERIFY(person::click(u"actorDialogSubmit"_s));
    QTRY_VERIFY(theatre.box(u"ben"_s));
    theatre.playback->jump(cmq::Seconds(1));
    QTRY_COMPARE(theatre.count(u"ben"_s, cmq::MessageState::Inactive), 1);
    theatre.playback->jump(cmq::Seconds(50));
    QTRY_COMPARE(theatre.count(u"orders"_s, cmq::MessageState::Inactive), 0);
    QTRY_COMPARE(theatre.count(u"orders"_s, cmq::MessageState::Delayed), 1);
    QCOMPARE(theatre.count(u"orders"_s, cmq::MessageState::Active), 0); // three came and went
}

void TestStage::aNameIsGivenOnce()
{
    const Theatre theatre;
    QTRY_VERIFY(theatre.box(u"orders"_s));
    for (int i = 0; i < 2; ++i) {
        theatre.act(u"stageAddConsumer"_s);
        QVERIFY(person::type(u"actorName"_s, u"ben"_s));
        if (i == 0) {
            QVERIFY(person::click(u"actorDialogSubmit"_s));
            QTRY_VERIFY(theatre.box(u"ben"_s));
        }
    }
    QVERIFY(!person::find(u"actorDialogSubmit"_s)->isEnabled());
    QVERIFY(person::find(u"actorDialogSubmit"_s)->toolTip().contains(u"one of this name"_s));
}

void TestStage::stopsAnActor()
{
    const Theatre theatre;
    QTRY_VERIFY(theatre.box(u"orders"_s));
    theatre.act(u"stageAddConsumer"_s);
    QVERIFY(person::type(u"actorName"_s, u"ben"_s));
    QVERIFY(person::click(u"actorDialogSubmit"_s));
    QTRY_VERIFY(theatre.box(u"ben"_s));
    QVERIFY(!theatre.page->findChild<QAction*>(u"stageToggleActor"_s)->isEnabled());
    theatre.view().stage().select(theatre.box(u"ben"_s)->key());
    theatre.act(u"stageToggleActor"_s);
    QTRY_VERIFY(!theatre.box(u"ben"_s)->isRunning);
    QTRY_COMPARE(theatre.page->findChild<QAction*>(u"stageToggleActor"_s)->text(), u"Start"_s);
    theatre.act(u"stageToggleActor"_s);
    QTRY_VERIFY(theatre.box(u"ben"_s)->isRunning);
}

void TestStage::keysGoFromOneToTheNext()
{
    const Theatre theatre;
    QTRY_VERIFY(theatre.box(u"orders"_s));
    QTest::keyClick(&theatre.view(), Qt::Key_Right);
    QVERIFY(theatre.view().stage().selectedBox() || theatre.view().stage().selectedToken());
    const auto* first = theatre.view().stage().selectedItems().value(0);
    for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Up, Qt::Key_Right, Qt::Key_Left})
        QTest::keyClick(&theatre.view(), key);
    QVERIFY(!theatre.view().stage().selectedItems().isEmpty());
    QTest::keyClick(&theatre.view(), Qt::Key_Right);
    QTest::keyClick(&theatre.view(), Qt::Key_Up);
    QVERIFY(first);
    QVERIFY(!person::read(u"stageInspector"_s).isEmpty());
}

void TestStage::enterOpensAQueue()
{
    const Theatre theatre;
    QTRY_VERIFY(theatre.box(u"orders"_s));
    QSignalSpy opened(theatre.page.get(), &ui::StagePage::queueRequested);
    theatre.view().stage().select(theatre.box(u"orders"_s)->key());
    QTest::keyClick(&theatre.view(), Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened.front().front().toString(), u"orders"_s);
}

void TestStage::theTableSaysTheSame()
{
    const Theatre theatre;
    QTRY_VERIFY(theatre.box(u"orders"_s));
    theatre.act(u"stageShowTable"_s);
    QVERIFY(person::find(u"stageTable"_s));
    QCOMPARE(person::cell(u"orders"_s, 1, u"stageTable"_s), u"Queue"_s);
    QCOMPARE(person::cell(u"Message 1"_s, 1, u"stageTable"_s), u"orders"_s);
    QCOMPARE(person::cell(u"Message 1"_s, 2, u"stageTable"_s), u"Delayed"_s);
    QCOMPARE(person::cell(u"Message 1"_s, 3, u"stageTable"_s), u"1 min"_s);
}

void TestStage::aFaultBefallsTheSelectedQueue()
{
    const Theatre theatre;
    QTRY_VERIFY(theatre.box(u"orders"_s));
    auto* faults = theatre.page->findChild<QMenu*>(u"stageFaults"_s);
    const auto fill = [&] { emit faults->aboutToShow(); };
    fill();
    QVERIFY(!faults->findChild<QAction*>(u"faultHeapFull"_s)->isEnabled());
    theatre.view().stage().select(theatre.box(u"orders"_s)->key());
    fill();
    faults->findChild<QAction*>(u"faultHeapFull"_s)->trigger();
    QTRY_VERIFY([&] {
        auto answer = theatre.connection->call(cmq::SendMessage{"orders", "no room", {}});
        (void)QTest::qWaitFor([&] { return answer.isFinished(); });
        return !answer.result().has_value();
    }());
}

void TestStage::writesADrawing()
{
    Theatre theatre;
    QTRY_VERIFY(theatre.box(u"orders"_s));
    theatre.prompts.path = theatre.home.filePath(u"stage.svg"_s);
    theatre.act(u"exportStageSvg"_s);
    QTRY_VERIFY(QFile::exists(theatre.prompts.path));
    QVERIFY(person::find(u"stageBanner"_s));
    QFile file(theatre.prompts.path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("orders"));
}

void TestStage::readsAnswers()
{
    const auto answers = ui::parseAnswers(u"3x500, 200"_s);
    QVERIFY(answers);
    QCOMPARE(answers->size(), std::size_t(2));
    QCOMPARE(answers->front().times, 3);
    QCOMPARE(ui::answersText(*answers), u"3x500, 200"_s);
    for (const QString& wrong : {u"many"_s, u"3x"_s, u"999"_s, u"200;500"_s})
        QVERIFY2(!ui::parseAnswers(wrong), qPrintable(wrong));
}

CMQ_TEST(stage, TestStage)

} // namespace tst_stage
#include "tst_stage.moc"
