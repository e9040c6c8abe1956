#include "fakeservice.h"
#include "person.h"

#include "ui/common/banner.h"
#include "ui/common/confirmationdialog.h"
#include "ui/common/emptystate.h"
#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/language.h"
#include "ui/common/settings.h"
#include "ui/common/tableview.h"
#include "ui/common/theme.h"
#include "ui/connections/connection.h"
#include "ui/connections/rehearsal.h"
#include "ui/queues/queuecommands.h"
#include "ui/queues/queueloss.h"
#include "ui/shell/workspace.h"

#include "ui/common/prompts.h"

#include "tests/suite.h"

#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace tst_queuespage {

using namespace Qt::StringLiterals;

namespace {

constexpr auto Now = std::chrono::sys_days(std::chrono::year(2026) / 1 / 31);

/// Answers questions without asking anybody, and remembers them.
class FakePrompts final : public ui::Prompts
{
public:
    void confirm(QWidget*, const ui::Confirmation& confirmation,
                 std::function<void()> accepted) override
    {
        asked.append(confirmation);
        if (agrees)
            accepted();
    }
    void chooseFolder(QWidget*, const QString&, const QString&,
                      std::function<void(QString)>) override
    {
    }
    void chooseSaveFile(QWidget*, const QString&, const QString&,
                        std::function<void(QString)>) override
    {
    }
    void chooseOpenFile(QWidget*, const QString&, std::function<void(QString)>) override {}

    QList<ui::Confirmation> asked;
    bool agrees = true;
};

cmq::QueueAttributes queue(const std::string& name, std::int64_t active = 0)
{
    cmq::QueueAttributes queue;
    queue.queueName = name;
    queue.queueId = "queue-" + name;
    queue.activeMsgNum = active;
    queue.createTime = Now;
    queue.lastModifyTime = Now;
    return queue;
}

/// A workspace over a service that holds `queues` and refuses with `refusal`.
struct Stage
{
    QTemporaryDir home;
    QSettings store{home.filePath(u"settings.ini"_s), QSettings::IniFormat};
    ui::Settings settings{store};
    ui::Language language;
    FakePrompts prompts;
    std::vector<cmq::QueueAttributes> queues;
    std::optional<cmq::ErrorId> refusal;
    bool isDown = false;
    bool isSilent = false;
    std::vector<cmq::Unanswered> unanswered;
    std::unique_ptr<ui::Connection> connection;
    std::unique_ptr<ui::Workspace> workspace;

    explicit Stage(std::vector<cmq::QueueAttributes> held, bool isReadOnly = false,
                   bool neverAnswers = false)
        : queues(std::move(held))
        , isSilent(neverAnswers)
    {
        language.setMode(ui::LanguageMode::English);
        connection = std::make_unique<ui::Connection>(
            std::make_unique<FakeService>(
                [this](const cmq::Action& action) { return answer(action); }),
            ui::Connection::Description{ui::ConnectionKind::Local, u"test"_s, isReadOnly, {}},
            [] { return cmq::Time(Now); });
        workspace = std::make_unique<ui::Workspace>(*connection, prompts, settings);
        workspace->resize(1300, 700);
        workspace->show();
    }

    std::optional<cmq::Result<cmq::Reply>> answer(const cmq::Action& action)
    {
        if (isSilent)
            return std::nullopt;
        if (std::holds_alternative<cmq::DescribeQueues>(action)) {
            if (isDown)
                return cmq::fail(cmq::ErrorId::ConnectionFailed);
            return reply(cmq::QueueDescriptions{std::int64_t(queues.size()), queues, unanswered});
        }
        if (std::holds_alternative<cmq::DescribeTopics>(action)) {
            cmq::TopicAttributes topic;
            topic.topicName = "news";
            return reply(cmq::TopicDescriptions{1, {topic}});
        }
        if (refusal)
            return cmq::fail(*refusal);
        if (const auto* gone = std::get_if<cmq::DeleteQueue>(&action)) {
            std::erase_if(queues,
                          [&](const auto& each) { return each.queueName == gone->queueName; });
            return reply(cmq::Done());
        }
        return cmq::fail(cmq::ErrorId::InternalError);
    }

    [[nodiscard]] QAbstractItemModel* rows() const
    {
        return workspace->findChild<QTableView*>(u"queuesTable"_s)->model();
    }
    void refresh() const { workspace->refreshAction()->trigger(); }
    [[nodiscard]] QString banner() const
    {
        return workspace->findChild<ui::Banner*>(u"queuesBanner"_s)->text();
    }
};

} // namespace

/// The page of queues over a service whose answers are written here.
class TestQueuesPage final : public QObject
{
    Q_OBJECT

private slots:
    void refreshKeepsTheSelection();
    void filterFinds();
    void readOnlyConnectionSaysSo();
    void lostConnectionIsSaidAndTakenBack();
    void loadingIsShownAfterAMoment();
    void whatDoesNotAnswerStaysAndIsNamed();
    void subscriptionsThatAreLostAreNotNone();
    void refusedDeleteIsSaid();
    void deleteOfManyAsksOnce();
    void withoutACopyNothingIsRehearsed();
    void lossIsCounted_data();
    void lossIsCounted();
    void themeRepaints();
    void columnsAreRemembered();
};

void TestQueuesPage::refreshKeepsTheSelection()
{
    Stage stage({queue("a", 1), queue("b", 2), queue("c", 3)});
    QTRY_COMPARE(stage.rows()->rowCount(), 3);
    const QAbstractItemModelTester tester(stage.rows(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy resets(stage.rows(), &QAbstractItemModel::modelReset);
    QVERIFY(person::clickRow(u"b"_s));
    stage.queues = {queue("b", 20), queue("c", 3), queue("d", 4)};
    stage.refresh();
    QTRY_COMPARE(person::cell(u"b"_s, 1), u"20"_s);
    QCOMPARE(person::read(u"inspectorName"_s), u"b"_s);
    QCOMPARE(person::read(u"inspectorVisible"_s), u"20"_s);
    QCOMPARE(stage.rows()->rowCount(), 3);
    QCOMPARE(resets.size(), 0);
}

void TestQueuesPage::filterFinds()
{
    Stage stage({queue("orders"), queue("orders-paid"), queue("mails")});
    QTRY_COMPARE(stage.rows()->rowCount(), 3);
    QVERIFY(person::type(u"queuesFilter"_s, u"paid"_s));
    QTRY_COMPARE(stage.rows()->rowCount(), 1);
    QVERIFY(person::type(u"queuesFilter"_s, u"nothing"_s));
    QTRY_COMPARE(stage.rows()->rowCount(), 0);
    QCOMPARE(person::read(u"queuesEmptyTitle"_s), u"No queue matches"_s);
    QVERIFY(person::click(u"queuesEmptyPrimary"_s));
    QTRY_COMPARE(stage.rows()->rowCount(), 3);
}

void TestQueuesPage::readOnlyConnectionSaysSo()
{
    Stage stage({queue("orders", 1)}, true);
    QTRY_COMPARE(stage.rows()->rowCount(), 1);
    QVERIFY(person::clickRow(u"orders"_s));
    const ui::QueueCommands& commands = stage.workspace->queueCommands();
    for (const QAction* action : commands.rowActions() + QList{commands.createAction()}) {
        if (action == commands.openAction() || action == commands.messagesAction()) {
            QVERIFY(action->isEnabled()); // looking changes nothing
            continue;
        }
        QVERIFY2(!action->isEnabled(), qPrintable(action->objectName()));
        QCOMPARE(action->toolTip(), u"This connection is read-only."_s);
    }
}

void TestQueuesPage::lostConnectionIsSaidAndTakenBack()
{
    Stage stage({queue("orders", 7)});
    QTRY_COMPARE(person::cell(u"orders"_s, 1), u"7"_s);
    stage.isDown = true;
    stage.refresh();
    QTRY_COMPARE(stage.banner(), u"The endpoint could not be reached."_s);
    // What was known stays, greyed and with its date.
    QCOMPARE(person::cell(u"orders"_s, 1), u"7"_s);
    QVERIFY(person::find<ui::TableView>(u"queuesTable"_s)->isStale());
    QCOMPARE(person::read(u"queuesBannerDetail"_s).section(u" · "_s, -1),
             u"What is shown is from %1."_s.arg(ui::formatInstant(cmq::Time(Now))));
    stage.isDown = false;
    QVERIFY(person::click(u"queuesBannerTryAgainButton"_s));
    QTRY_COMPARE(stage.banner(), QString());
    QVERIFY(!person::find<ui::TableView>(u"queuesTable"_s)->isStale());
}

void TestQueuesPage::loadingIsShownAfterAMoment()
{
    const Stage stage({}, false, true);
    const auto isDrawn = [&](const QString& name) {
        auto* empty = stage.workspace->findChild<ui::EmptyState*>(name);
        if (!empty->isLoading() || empty->accessibleName() != u"Loading…")
            return false;
        const QImage image = empty->grab().toImage();
        const QRgb ground = image.pixel(0, 0);
        for (int y = 0; y < image.height(); ++y) {
            if (image.pixel(20 * image.width() / empty->width(), y) != ground)
                return true;
        }
        return false;
    };
    stage.workspace->findChild<QAction*>(u"queuesPageAction"_s)->trigger();
    QTRY_VERIFY(isDrawn(u"queuesEmpty"_s));
    QVERIFY(!stage.workspace->findChild<QLabel*>(u"queuesEmptyTitle"_s)->isVisible());
    stage.workspace->findChild<QAction*>(u"monitorPageAction"_s)->trigger();
    QTRY_VERIFY(isDrawn(u"monitorEmpty"_s));
    stage.workspace->findChild<QAction*>(u"topicsPageAction"_s)->trigger();
    QTRY_VERIFY(isDrawn(u"topicsEmpty"_s));
}

void TestQueuesPage::whatDoesNotAnswerStaysAndIsNamed()
{
    Stage stage({queue("a", 1), queue("b", 2)});
    QTRY_COMPARE(stage.rows()->rowCount(), 2);
    stage.queues.pop_back();
    stage.unanswered = {{"b", cmq::makeError(cmq::ErrorId::GetQueueAttributesFailed)},
                        {"c", cmq::makeError(cmq::ErrorId::GetQueueAttributesFailed)}};
    stage.refresh();
    QTRY_COMPARE(stage.banner(), u"2 did not answer: b, c"_s);
    QCOMPARE(stage.rows()->rowCount(), 2); // of c nothing is known
    const QModelIndex b = stage.rows()->index(1, 0);
    QCOMPARE(b.data().toString(), u"b"_s);
    QVERIFY(b.data(Qt::ToolTipRole).toString().startsWith(u"b did not answer"));
    stage.unanswered.clear();
    stage.refresh();
    QTRY_COMPARE(stage.banner(), QString());
    QTRY_COMPARE(stage.rows()->rowCount(), 1); // b was deleted meanwhile
}

void TestQueuesPage::subscriptionsThatAreLostAreNotNone()
{
    const Stage stage({});
    stage.workspace->go({ui::Place::Kind::Topic, u"news"_s});
    QTRY_COMPARE(person::read(u"subscriptionsEmptyTitle"_s),
                 u"The subscriptions could not be listed"_s);
    QVERIFY(!person::read(u"topicTabBannerText"_s).isEmpty());
}

void TestQueuesPage::refusedDeleteIsSaid()
{
    Stage stage({queue("orders", 1)});
    QTRY_COMPARE(stage.rows()->rowCount(), 1);
    QVERIFY(person::clickRow(u"orders"_s));
    stage.refusal = cmq::ErrorId::DeadLetterQueueInUse;
    stage.workspace->queueCommands().deleteAction()->trigger();
    QTRY_VERIFY(stage.banner().contains(u"dead-letter queue"));
    QCOMPARE(stage.rows()->rowCount(), 1);
}

void TestQueuesPage::deleteOfManyAsksOnce()
{
    Stage stage({queue("a", 1), queue("b"), queue("c", 2)});
    QTRY_COMPARE(stage.rows()->rowCount(), 3);
    auto* table = stage.workspace->findChild<QTableView*>(u"queuesTable"_s);
    table->selectAll();
    stage.workspace->queueCommands().deleteAction()->trigger();
    QTRY_COMPARE(stage.rows()->rowCount(), 0);
    QCOMPARE(stage.prompts.asked.size(), 1);
    QCOMPARE(stage.prompts.asked.first().question, u"Delete 3 queues?"_s);
    QCOMPARE(stage.prompts.asked.first().nameToType, u"3"_s);
}

/// As of a remote service: the button stays, and says why.
void TestQueuesPage::withoutACopyNothingIsRehearsed()
{
    const Stage stage({queue("orders", 3)});
    ui::Confirmation question;
    question.rehearsal = ui::rehearsalOf({cmq::ClearQueue{"orders"}});
    const ui::ConfirmationDialog dialog(question, stage.workspace.get());
    const auto* button = dialog.findChild<QPushButton*>(u"confirmationDialogRehearse"_s);
    QVERIFY(button && !button->isHidden() && !button->isEnabled());
    QVERIFY(button->toolTip().contains(u"hands out no copy"_s));
}

void TestQueuesPage::lossIsCounted_data()
{
    QTest::addColumn<QList<qint64>>("counts"); // active, inactive, delayed, rewindable
    QTest::addColumn<QString>("loss");
    QTest::addColumn<QString>("nameToType");
    QTest::newRow("nothing") << QList<qint64>{0, 0, 0, 0}
                             << u"It holds no messages, so none is lost."_s << QString();
    QTest::newRow("all kinds")
        << QList<qint64>{1204, 3, 2, 1}
        << u"These messages are lost for ever: 1,204 visible, 3 in flight, 2 delayed, 1 rewindable."_s
        << u"orders"_s;
    QTest::newRow("rewindable only")
        << QList<qint64>{0, 0, 0, 5} << u"These messages are lost for ever: 5 rewindable."_s
        << u"orders"_s;
}

void TestQueuesPage::lossIsCounted()
{
    QFETCH(QList<qint64>, counts);
    QFETCH(QString, loss);
    QFETCH(QString, nameToType);
    ui::Language language;
    language.setMode(ui::LanguageMode::English);
    cmq::QueueAttributes orders = queue("orders", counts[0]);
    orders.inactiveMsgNum = counts[1];
    orders.delayMsgNum = counts[2];
    orders.rewindmsgNum = counts[3];
    const Stage stage({});
    const ui::Confirmation ask = ui::confirmDelete({ui::toRow(orders)}, *stage.connection);
    QCOMPARE(ask.losses.first(), loss);
    QCOMPARE(ask.nameToType, nameToType);
    QCOMPARE(ui::confirmClear({ui::toRow(orders)}, *stage.connection).losses.first(), loss);
}

void TestQueuesPage::themeRepaints()
{
    ui::Theme theme(*qApp);
    theme.setMode(ui::ThemeMode::Light);
    Stage stage({queue("orders", 1)});
    QTRY_COMPARE(stage.rows()->rowCount(), 1);
    const auto corner = [&] { return stage.workspace->grab().toImage().pixelColor(2, 690); };
    QTRY_COMPARE(corner(), ui::tokens(ui::Scheme::Light).window);
    theme.setMode(ui::ThemeMode::Dark);
    QTRY_COMPARE(corner(), ui::tokens(ui::Scheme::Dark).window);
    const auto* title = stage.workspace->findChild<QLabel*>(u"queuesTitle"_s);
    QTRY_COMPARE(title->palette().color(QPalette::WindowText), ui::tokens(ui::Scheme::Dark).text);
    theme.setMode(ui::ThemeMode::Light);
    QTRY_COMPARE(title->palette().color(QPalette::WindowText), ui::tokens(ui::Scheme::Light).text);
}

void TestQueuesPage::columnsAreRemembered()
{
    const QTemporaryDir home;
    const QString file = home.filePath(u"settings.ini"_s);
    {
        QSettings store(file, QSettings::IniFormat);
        ui::Settings settings(store);
        Stage stage({queue("orders")});
        ui::Workspace workspace(*stage.connection, stage.prompts, settings);
        workspace.show(); // only what a person can do is remembered
        auto* table = workspace.findChild<QTableView*>(u"queuesTable"_s);
        QVERIFY(table->isVisible());
        table->setColumnWidth(0, 321);
        table->sortByColumn(1, Qt::DescendingOrder);
    }
    QSettings store(file, QSettings::IniFormat);
    ui::Settings settings(store);
    Stage stage({queue("orders")});
    const ui::Workspace workspace(*stage.connection, stage.prompts, settings);
    const auto* table = workspace.findChild<QTableView*>(u"queuesTable"_s);
    QCOMPARE(table->columnWidth(0), 321);
    QCOMPARE(table->horizontalHeader()->sortIndicatorSection(), 1);
    QCOMPARE(table->horizontalHeader()->sortIndicatorOrder(), Qt::DescendingOrder);
}

CMQ_TEST(queuespage, TestQueuesPage)

} // namespace tst_queuespage
#include "tst_queuespage.moc"
