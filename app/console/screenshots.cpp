#include "screenshots.h"

#include "sampledata.h"
#include "samplerequests.h"

#include "ui/bodyview/bodyviewer.h"
#include "ui/common/banner.h"
#include "ui/lab/lab.h"
#include "ui/shell/workspace.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSlider>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>
#include <QTimer>
#include <QToolButton>

#include <cstdio>
#include <type_traits>

using namespace Qt::StringLiterals;

namespace {

/// Long enough for an answer of the broker and for the pages to show it.
constexpr int SettleMs = 250;
constexpr QSize WindowSize(1360, 800);
constexpr auto SampleTopology = R"({"cmqTopology": 1,
  "queues": [{"queueName": "dead-letters"}, {"queueName": "orders", "visibilityTimeout": 60},
             {"queueName": "returns"}],
  "topics": [{"topicName": "prices"}, {"topicName": "order-events"}],
  "subscriptions": [{"topicName": "order-events", "subscriptionName": "mails",
                     "protocol": "queue", "endpoint": "mails", "filterTag": ["paid"]}]})";

constexpr auto SampleAlarms = R"([
  {"name": "too many mails", "metric": "backlog", "object": "mails", "threshold": 1000, "release": 800},
  {"name": "dead letters", "metric": "visible", "object": "dead-*", "threshold": 0},
  {"name": "slow", "metric": "handlingP95Ms", "threshold": 5000, "samples": 3, "enabled": false}])";

QWidget* dialogOf(const QWidget& window)
{
    if (QWidget* menu = QApplication::activePopupWidget())
        return menu;
    if (QWidget* modal = QApplication::activeModalWidget())
        return modal;
    for (QDialog* dialog : window.findChildren<QDialog*>()) {
        if (dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

/// Whether it is seen, or belongs to what is.
bool isSeen(const QObject* object)
{
    while (object && !object->isWidgetType())
        object = object->parent();
    return object && static_cast<const QWidget*>(object)->isVisible();
}

/// Of several of that name the one that is seen: tabs have what pages have, and so have
/// connections.
template <class T>
T* find(const QString& name)
{
    T* hidden = nullptr;
    for (QWidget* top : QApplication::topLevelWidgets()) {
        for (T* found : top->findChildren<T*>(name)) {
            if (isSeen(found))
                return found;
            hidden = hidden ? hidden : found;
        }
    }
    return hidden;
}

void trigger(const QString& action)
{
    if (auto* found = find<QAction>(action))
        found->trigger();
}

void type(const QString& field, const QString& text)
{
    if (auto* edit = find<QLineEdit>(field))
        edit->setText(text);
}

void choose(const QString& box, int index)
{
    if (auto* found = find<QComboBox>(box))
        found->setCurrentIndex(index);
}

void chooseSection(int row)
{
    if (auto* sections = find<QListWidget>(u"settingsSections"_s))
        sections->setCurrentRow(row);
}

void click(const QString& button)
{
    if (auto* found = find<QPushButton>(button))
        found->click();
}

void clickIn(const QWidget& workspace, const QString& button)
{
    if (auto* found = workspace.findChild<QPushButton*>(button))
        found->click();
}

/// Brings a part of the lesson into sight.
void scrollLesson(const QWidget& workspace, const QString& part)
{
    auto* area = workspace.findChild<QScrollArea*>(u"lessonArea"_s);
    auto* widget = workspace.findChild<QWidget*>(part);
    if (!area || !widget)
        return;
    // Once it is laid out.
    QTimer::singleShot(SettleMs / 2, area, [area, widget] { area->ensureWidgetVisible(widget); });
}

void closeDialogs()
{
    if (QWidget* menu = QApplication::activePopupWidget())
        menu->close();
    for (QWidget* window : QApplication::topLevelWidgets()) {
        if (qobject_cast<QDialog*>(window))
            window->close();
    }
}

/// Of the tab that is shown, of a queue or a topic.
void showPart(const QString& parts, int index)
{
    for (QWidget* top : QApplication::topLevelWidgets()) {
        for (auto* each : top->findChildren<QTabWidget*>(parts)) {
            if (each->isVisible())
                each->setCurrentIndex(index);
        }
    }
}

void showQueuePart(int index)
{
    showPart(u"queueTabParts"_s, index);
}

void showTopicPart(int index)
{
    showPart(u"topicTabParts"_s, index);
}

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(bytes);
}

void selectRow(const QString& tableName, const QString& name)
{
    auto* table = find<QTableView>(tableName);
    for (int row = 0; table && row < table->model()->rowCount(); ++row) {
        if (table->model()->index(row, 0).data().toString() == name)
            table->selectRow(row);
    }
}

} // namespace

Screenshots::Screenshots(const QString& folder, ui::Theme& theme, ui::Language& language)
    : m_folder(folder)
    , m_theme(theme)
    , m_language(language)
    , m_store(m_home.filePath(u"settings.ini"_s), QSettings::IniFormat)
    , m_settings(m_store)
{
    addVariant(ui::LanguageMode::Chinese, ui::ThemeMode::Light, u"zh-light"_s);
    addVariant(ui::LanguageMode::Chinese, ui::ThemeMode::Dark, u"zh-dark"_s);
    addVariant(ui::LanguageMode::English, ui::ThemeMode::Light, u"en-light"_s);
    addVariant(ui::LanguageMode::English, ui::ThemeMode::Dark, u"en-dark"_s);
}

void Screenshots::start()
{
    if (!QDir().mkpath(m_folder)) {
        std::fprintf(stderr, "The folder %s cannot be made.\n", qPrintable(m_folder));
        QTimer::singleShot(0, qApp, [] { QApplication::exit(1); });
        return;
    }
    QTimer::singleShot(0, this, &Screenshots::next);
}

void Screenshots::addVariant(ui::LanguageMode language, ui::ThemeMode theme, const QString& prefix)
{
    m_numberInVariant = 0;
    addScene(prefix, u"no-queues"_s, [this, language, theme] {
        m_language.setMode(language);
        m_theme.setMode(theme);
        openConsole();
    });
    addScenes(prefix);
}

void Screenshots::addScenes(const QString& prefix)
{
    const auto scene = [&](const QString& name, std::function<void()> prepare) {
        addScene(prefix, name, [prepare = std::move(prepare)] {
            closeDialogs();
            prepare();
        });
    };
    scene(u"sample-data"_s, [this] { addSampleData(*m_console->connection()); });
    scene(u"queues"_s, [] { selectRow(u"queuesTable"_s, u"invoices"_s); });
    scene(u"queue-tab"_s, [] { trigger(u"openQueue"_s); });
    scene(u"overview"_s, [] { trigger(u"overviewPageAction"_s); });
    addScene(prefix, u"overview-diagram"_s, [] {
        if (auto* views = find<QTabWidget>(u"overviewViews"_s))
            views->setCurrentIndex(1);
    });
    scene(u"messages"_s, [] {
        trigger(u"messagesPageAction"_s);
        trigger(u"showMessages"_s);
    });
    addScene(prefix, u"messages-body"_s, [] {
        if (auto* table = find<QTableView>(u"messagesTable"_s)) {
            table->setFocus();
            table->selectRow(1);
        }
    });
    addScene(prefix, u"messages-find"_s, [] {
        if (auto* viewer = find<ui::BodyViewer>(u"messageBody"_s)) {
            viewer->openFind();
            type(u"messageBodyFindText"_s, u"order"_s);
            viewer->findNext(false);
        }
    });
    addScene(prefix, u"messages-search"_s, [] {
        type(u"messagesFilter"_s, u"1000 size<100"_s);
        if (auto* field = find<QLineEdit>(u"messagesFilter"_s))
            emit field->returnPressed();
    });
    addScene(prefix, u"messages-send-again"_s, [] {
        type(u"messagesFilter"_s, {});
        trigger(u"resendMessages"_s);
    });
    addScene(prefix, u"messages-compare"_s, [] {
        closeDialogs();
        if (auto* table = find<QTableView>(u"messagesTable"_s)) {
            table->clearSelection();
            for (const int row : {0, 1})
                table->selectionModel()->select(table->model()->index(row, 0),
                                                QItemSelectionModel::Select |
                                                    QItemSelectionModel::Rows);
        }
        trigger(u"compareMessages"_s);
    });
    addScene(prefix, u"messages-move"_s, [] {
        closeDialogs();
        trigger(u"moveMessages"_s);
    });
    addScene(prefix, u"messages-moved"_s, [] {
        if (auto* target = find<QComboBox>(u"transferTarget"_s))
            target->setCurrentIndex(1);
        click(u"transferDialogSubmit"_s);
    });
    scene(u"trace"_s, [] {
        if (auto* table = find<QTableView>(u"messagesTable"_s))
            table->selectRow(0);
        trigger(u"traceMessage"_s);
        trigger(u"timeStepAction"_s); // to the end of its visibility timeout
    });
    addScene(prefix, u"trace-found"_s, [] {
        trigger(u"timeToggleAction"_s);
        click(u"traceFind"_s);
    });
    addScene(prefix, u"trace-delivery"_s, [] { // the latest: of a subscriber that does not answer
        if (auto* table = find<QTableView>(u"traceFound"_s))
            table->selectRow(0);
    });
    addWatchScenes(prefix);
    addTopicScenes(prefix);
    addQueueScenes(prefix);
    scene(u"filter-without-match"_s, [this] {
        m_console->window().resize(WindowSize);
        trigger(u"queuesPageAction"_s);
        type(u"queuesFilter"_s, u"warehouse"_s);
    });
    scene(u"create-queue"_s, [] {
        type(u"queuesFilter"_s, {});
        trigger(u"createQueue"_s);
        type(u"queueName"_s, u"returns"_s);
    });
    addScene(prefix, u"create-queue-refused"_s, [] {
        click(u"advancedToggle"_s);
        type(u"queueName"_s, u"ORDERS"_s);
        click(u"createQueueDialogSubmit"_s);
    });
    addScene(prefix, u"create-queue-errors"_s, [] {
        type(u"queueName"_s, u"9 lives"_s);
        type(u"visibilityTimeoutEdit"_s, u"13h"_s);
        type(u"msgRetentionSecondsEdit"_s, u"soon"_s);
    });
    scene(u"attributes"_s, [] {
        selectRow(u"queuesTable"_s, u"orders"_s);
        trigger(u"queueAttributes"_s);
    });
    scene(u"send"_s, [] { trigger(u"sendMessage"_s); });
    addScene(prefix, u"send-sent"_s, [] {
        if (auto* body = find<QPlainTextEdit>(u"messageBody"_s))
            body->setPlainText(u"{\"order\": 4711, \"note\": \"加急 – please hurry\"}"_s);
        click(u"sendDialogSubmit"_s);
    });
    addScene(prefix, u"send-json-error"_s, [] {
        choose(u"bodyFormat"_s, 1);
        if (auto* body = find<QPlainTextEdit>(u"messageBody"_s))
            body->setPlainText(u"{\n  \"order\": {{seq}},\n}"_s);
    });
    addScene(prefix, u"send-variables"_s, [] {
        if (auto* body = find<QPlainTextEdit>(u"messageBody"_s))
            body->setPlainText(u"{\n  \"order\": {{seq}},\n  \"id\": \"{{uuid}}\"\n}"_s);
        if (auto* count = find<QSpinBox>(u"repeatCount"_s))
            count->setValue(20);
    });
    addScene(prefix, u"send-call"_s, [] { click(u"sendDialogCall"_s); });
    scene(u"receive"_s, [] { trigger(u"receiveMessages"_s); });
    addScene(prefix, u"receive-messages"_s, [] { click(u"receiveButton"_s); });
    addScene(prefix, u"receive-deleted"_s, [] {
        click(u"receiveButton"_s);
        click(u"messageDelete1"_s);
    });
    addScene(prefix, u"receive-inspect"_s, [] { click(u"messageInspect2"_s); });
    scene(u"rewind"_s, [] {
        selectRow(u"queuesTable"_s, u"orders"_s);
        trigger(u"rewindQueue"_s);
    });
    scene(u"purge"_s, [] { trigger(u"clearQueue"_s); });
    scene(u"delete"_s, [] { trigger(u"deleteQueue"_s); });
    scene(u"connections"_s, [] { trigger(u"manageConnections"_s); });
    addScene(prefix, u"connection-new"_s, [] {
        click(u"connectionsEmptyPrimary"_s);
        type(u"profileName"_s, u"billing"_s);
        choose(u"profileRegion"_s, 1);
        type(u"profileSecretId"_s, u"AKIDz8krbsJ5yKBZQpn74WFk"_s);
    });
    addScene(prefix, u"connection-errors"_s, [] {
        type(u"profileName"_s, QString(41, u'x'));
        type(u"profileQueueUrl"_s, u"ftp://example.com"_s);
        choose(u"profileProxy"_s, 2);
        type(u"profileProxyHost"_s, u"http://proxy"_s);
    });
    addScene(prefix, u"connection-tested"_s, [] {
        choose(u"profileProxy"_s, 1);
        type(u"profileName"_s, u"billing"_s);
        type(u"profileTopicUrl"_s, {});
        type(u"profileQueueUrl"_s, u"http://127.0.0.1:1"_s); // where nobody listens
        type(u"profileSecretKey"_s, u"example"_s);
        click(u"profileTest"_s);
    });
    scene(u"serve"_s, [] { trigger(u"serve"_s); });
    addScene(prefix, u"serve-on"_s, [] { click(u"serveDialogSubmit"_s); });
    scene(u"wire-tap"_s, [this] {
        trigger(u"wireTapAction"_s);
        sendSampleRequests(*m_console->connection()->serving(), m_network);
    });
    addScene(prefix, u"wire-tap-signature"_s, [] {
        auto* table = find<QTableView>(u"wireTapTable"_s);
        for (int row = 0; table && row < table->model()->rowCount(); ++row) {
            if (table->model()->index(row, 4).data().toString() == u"4100")
                table->selectRow(row);
        }
    });
    scene(u"activity"_s, [] { trigger(u"activityAction"_s); });
    scene(u"palette"_s, [] {
        trigger(u"activityAction"_s);
        trigger(u"openPalette"_s);
    });
    addScene(prefix, u"palette-found"_s, [] { type(u"paletteQuery"_s, u"or"_s); });
    addScene(prefix, u"palette-other-language"_s, [] { type(u"paletteQuery"_s, u"清空"_s); });
    addScene(prefix, u"settings"_s, [] {
        if (auto* palette = find<QWidget>(u"palette"_s))
            palette->hide();
        trigger(u"openSettings"_s);
    });
    addScene(prefix, u"settings-behaviour"_s, [] { chooseSection(1); });
    addScene(prefix, u"settings-broker"_s, [] { chooseSection(2); });
    scene(u"shortcuts"_s, [] { trigger(u"shortcuts"_s); });
    scene(u"about"_s, [] { trigger(u"about"_s); });
    scene(u"small-window"_s, [this] { m_console->window().resize(960, 600); });
    scene(u"queue-tabs"_s, [this] {
        m_console->window().resize(WindowSize);
        selectRow(u"queuesTable"_s, u"orders"_s);
        trigger(u"openQueue"_s);
    });
    scene(u"queue-tab-gone"_s,
          [this] { (void)m_console->connection()->call(cmq::DeleteQueue{"orders"}); });
    addReceiverScenes(prefix);
    addLabScenes(prefix);
    scene(u"store-problem"_s, [this] {
        m_console->window().resize(WindowSize);
        m_console->window().showProblem({cmq::ErrorId::StoreInUse,
                                         u"/home/lin/.local/share/cmq-console"_s,
                                         u"The store is used by another process."_s});
    });
}

/// What can be done in the table of queues, and with the topology as a whole.
void Screenshots::addQueueScenes(const QString& prefix)
{
    const auto scene = [&](const QString& name, std::function<void()> prepare) {
        addScene(prefix, name, [prepare = std::move(prepare)] {
            closeDialogs();
            prepare();
        });
    };
    scene(u"queue-attributes"_s, [this] {
        m_console->window().resize(WindowSize);
        trigger(u"queuesPageAction"_s);
        selectRow(u"queuesTable"_s, u"orders"_s);
        trigger(u"openQueue"_s);
        showQueuePart(1);
    });
    scene(u"queue-dead-letters"_s, [] { showQueuePart(2); });
    scene(u"queue-rewind"_s, [] { showQueuePart(3); });
    scene(u"queue-monitor"_s, [] { showQueuePart(4); });
    scene(u"queues-filter-error"_s, [] {
        trigger(u"queuesPageAction"_s);
        type(u"queuesFilter"_s, u"active>many"_s);
    });
    scene(u"queues-columns"_s, [] {
        type(u"queuesFilter"_s, {});
        if (auto* button = find<QToolButton>(u"queuesColumns"_s))
            button->click();
    });
    scene(u"queue-clone"_s, [] {
        selectRow(u"queuesTable"_s, u"orders"_s);
        trigger(u"cloneQueue"_s);
    });
    scene(u"queues-attributes"_s, [] {
        if (auto* table = find<QTableView>(u"queuesTable"_s))
            table->selectAll();
        trigger(u"queueAttributes"_s);
    });
    addScene(prefix, u"queues-attributes-done"_s, [] {
        if (auto* box = find<QCheckBox>(u"maxMsgHeapNumChanged"_s))
            box->click();
        click(u"bulkAttributesDialogSubmit"_s);
    });
    scene(u"topology-import"_s, [this] {
        m_prompts.path = m_home.filePath(u"shop.json"_s);
        write(m_prompts.path, SampleTopology);
        trigger(u"importTopology"_s);
    });
    addScene(prefix, u"topology-import-deletes"_s, [] {
        if (auto* box = find<QCheckBox>(u"importDeletes"_s))
            box->click();
    });
    addScene(prefix, u"topology-import-asks"_s, [] { click(u"importDialogSubmit"_s); });
    scene(u"topology-import-refused"_s, [this] {
        write(m_prompts.path, QByteArray(SampleTopology).replace("60", "\"soon\""));
        trigger(u"importTopology"_s);
    });
}

/// The monitor's parts, who consumes, and what can be found.
void Screenshots::addWatchScenes(const QString& prefix)
{
    const auto scene = [&](const QString& name, std::function<void()> prepare) {
        addScene(prefix, name, [prepare = std::move(prepare)] {
            closeDialogs();
            prepare();
        });
    };
    const auto showMonitorPart = [](int index) {
        if (auto* parts = find<QTabWidget>(u"monitorParts"_s))
            parts->setCurrentIndex(index);
    };
    scene(u"monitor"_s, [] { trigger(u"monitorPageAction"_s); });
    scene(u"monitor-dashboard-empty"_s, [=] { showMonitorPart(1); });
    scene(u"monitor-dashboard"_s, [=] {
        for (const int metric : {0, 5, 6}) {
            choose(u"monitorMetric"_s, metric);
            trigger(u"addToDashboard"_s);
        }
        if (auto* button = find<QToolButton>(u"dashboardChart0Width"_s))
            button->click();
    });
    scene(u"monitor-alarms"_s, [=] { showMonitorPart(2); });
    addScene(prefix, u"monitor-alarm-acknowledged"_s, [] {
        if (auto* table = find<QTableView>(u"alarmList"_s))
            table->selectRow(0);
        trigger(u"acknowledgeAlarm"_s);
    });
    addScene(prefix, u"monitor-alarm-rule"_s, [] {
        trigger(u"addAlarmRule"_s);
        type(u"alarmName"_s, u"slow"_s);
        choose(u"alarmMetric"_s, 16);
    });
    scene(u"monitor-consumers"_s, [=] { showMonitorPart(3); });
    scene(u"monitor-thresholds"_s, [=] {
        showMonitorPart(0);
        choose(u"monitorMetric"_s, 0);
    });
    scene(u"find"_s, [] { trigger(u"findEverywhere"_s); });
    addScene(prefix, u"find-found"_s, [] {
        type(u"findText"_s, u"1000"_s);
        click(u"findStart"_s);
    });
    scene(u"queue-consumers"_s, [] {
        trigger(u"queuesPageAction"_s);
        selectRow(u"queuesTable"_s, u"invoices"_s);
        trigger(u"openQueue"_s);
        showQueuePart(5);
    });
}

/// Everything about topics.
void Screenshots::addTopicScenes(const QString& prefix)
{
    const auto scene = [&](const QString& name, std::function<void()> prepare) {
        addScene(prefix, name, [prepare = std::move(prepare)] {
            closeDialogs();
            prepare();
        });
    };
    scene(u"topics-nothing-selected"_s, [] { trigger(u"topicsPageAction"_s); });
    scene(u"topics"_s, [] { selectRow(u"topicsTable"_s, u"order-events"_s); });
    scene(u"topic-create"_s, [] {
        trigger(u"createTopic"_s);
        type(u"topicName"_s, u"stock"_s);
    });
    addScene(prefix, u"topic-create-errors"_s, [] {
        type(u"topicName"_s, u"9 lives"_s);
        type(u"maxMsgSizeEdit"_s, u"2M"_s);
    });
    scene(u"topic-attributes"_s, [] { trigger(u"topicAttributes"_s); });
    scene(u"topic-subscribe"_s, [] { trigger(u"subscribe"_s); });
    addScene(prefix, u"topic-subscribe-errors"_s, [] {
        if (auto* protocol = find<QComboBox>(u"protocol"_s))
            protocol->setCurrentIndex(1);
        type(u"subscriptionName"_s, u"-shop"_s);
        type(u"endpoint"_s, u"ftp://example.com/"_s);
        if (auto* filter = find<QPlainTextEdit>(u"filter"_s))
            filter->setPlainText(u"far-too-long-for-a-tag"_s);
    });
    scene(u"subscription-change"_s, [] {
        selectRow(u"subscriptionsTable"_s, u"archive"_s);
        trigger(u"changeSubscription"_s);
    });
    scene(u"unsubscribe"_s, [] { trigger(u"unsubscribe"_s); });
    scene(u"publish"_s, [] { trigger(u"publishMessage"_s); });
    addScene(prefix, u"publish-matched"_s, [] {
        if (auto* body = find<QPlainTextEdit>(u"messageBody"_s))
            body->setPlainText(u"{\"order\": 10003, \"note\": \"加急\"}"_s);
        if (auto* filter = find<QPlainTextEdit>(u"messageFilter"_s))
            filter->setPlainText(u"paid\nurgent"_s);
        click(u"publishDialogSubmit"_s);
    });
    scene(u"filter-tester"_s, [] {
        trigger(u"testFilters"_s);
        if (auto* samples = find<QPlainTextEdit>(u"samples"_s))
            samples->setPlainText(u"paid, urgent\n\ncreated"_s);
    });
    scene(u"topic-tab"_s, [] { trigger(u"openTopic"_s); });
    addScene(prefix, u"topic-tab-publish"_s, [] {
        showTopicPart(1);
        if (auto* body = find<QPlainTextEdit>(u"messageBody"_s))
            body->setPlainText(u"{\"order\": 10003, \"note\": \"加急\"}"_s);
    });
    addScene(prefix, u"topic-tab-filters"_s, [] { showTopicPart(2); });
    addScene(prefix, u"topic-tab-attributes"_s, [] { showTopicPart(3); });
    addScene(prefix, u"topic-tab-monitor"_s, [] { showTopicPart(4); });
    scene(u"guide"_s, [] { trigger(u"openGuide"_s); });
    addScene(prefix, u"topics-again"_s, [] {
        closeDialogs();
        trigger(u"topicsPageAction"_s);
    });
    scene(u"topic-by-routing-key"_s, [] { selectRow(u"topicsTable"_s, u"prices"_s); });
    scene(u"filter-tester-keys"_s, [] {
        trigger(u"testFilters"_s);
        if (auto* samples = find<QPlainTextEdit>(u"samples"_s))
            samples->setPlainText(u"eu.gold.spot\nus.oil\nch"_s);
    });
    scene(u"purge-rehearsed"_s, [] {
        trigger(u"queuesPageAction"_s);
        selectRow(u"queuesTable"_s, u"orders"_s);
        trigger(u"clearQueue"_s);
        click(u"confirmationDialogRehearse"_s);
    });
    scene(u"history"_s, [] { trigger(u"historyAction"_s); });
    scene(u"topics-small-window"_s, [this] {
        trigger(u"historyAction"_s);
        m_console->window().resize(960, 600);
        trigger(u"topicsPageAction"_s);
    });
}

/// The receiver that pushes come to: of the local broker, because a sandbox has no network.
void Screenshots::addReceiverScenes(const QString& prefix)
{
    addScene(prefix, u"local"_s, [this] {
        closeDialogs();
        m_console->window().resize(WindowSize);
        trigger(u"openLocal"_s);
    });
    addScene(prefix, u"receiver-stopped"_s, [] { trigger(u"receiverPageAction"_s); });
    addScene(prefix, u"receiver"_s, [this] {
        click(u"receiverToggle"_s);
        addSampleData(*m_console->connection());
    });
    addScene(prefix, u"receiver-arrivals"_s, [] {
        selectRow(u"receiverTable"_s, u"1"_s);
        if (auto* kind = find<QComboBox>(u"receiverReplyKind"_s))
            kind->setCurrentIndex(4);
    });
    addScene(prefix, u"receiver-small-window"_s, [this] { m_console->window().resize(960, 600); });
    addScene(prefix, u"sandbox-again"_s, [this] {
        trigger(u"closeConnection"_s);
        m_console->window().resize(WindowSize);
    });
}

/// The map, and each lesson at its start, where it fails, and at its end.
void Screenshots::addLabScenes(const QString& prefix)
{
    addScene(prefix, u"lab"_s, [this] {
        closeDialogs();
        m_console->window().resize(WindowSize);
        trigger(u"labPageAction"_s);
    });
    ui::Lab lab(m_settings);
    for (const ui::Lab::Lesson& lesson : lab.lessons()) {
        const QString name = u"lesson-%1-"_s.arg(lesson->lesson->number, 2, 10, QChar(u'0'));
        addScene(prefix, name + u"start"_s, [this, lesson] {
            if (m_console->connection()->sandbox()) // the lesson before
                trigger(u"closeConnection"_s);
            m_console->window().lab().open(lesson);
        });
        addScene(prefix, name + u"middle"_s, [this] {
            clickIn(*m_console->window().workspace(), u"lessonHint"_s);
            clickIn(*m_console->window().workspace(), u"lessonWrong1"_s);
            scrollLesson(*m_console->window().workspace(), u"lessonWrongShown"_s);
        });
        addScene(prefix, name + u"end"_s, [this] {
            clickIn(*m_console->window().workspace(), u"lessonShowSolution"_s);
            clickIn(*m_console->window().workspace(), u"lessonPlaySolution"_s);
            scrollLesson(*m_console->window().workspace(), u"lessonDone"_s);
        });
    }
    addStageScenes(prefix, lab.lessons().last());
}

/// The actors of the last lesson at work, and its past.
void Screenshots::addStageScenes(const QString& prefix, const ui::Lab::Lesson& lesson)
{
    addScene(prefix, u"stage"_s, [this, lesson] {
        trigger(u"closeConnection"_s);
        m_console->window().lab().open(lesson);
    });
    addScene(prefix, u"stage-at-work"_s, [this] {
        trigger(u"stagePageAction"_s);
        m_console->connection()->timeControl()->advance(cmq::Milliseconds(47'300), [](auto) {});
        trigger(u"refresh"_s);
        trigger(u"timeStepAction"_s);
    });
    addScene(prefix, u"stage-past"_s, [] {
        if (auto* slider = find<QSlider>(u"timeSlider"_s))
            slider->setValue(slider->maximum() / 2);
    });
    addScene(prefix, u"stage-branch"_s, [this] {
        (void)m_console->connection()->call(cmq::SendMessage{"jobs", "another way", {}});
        trigger(u"timeStepAction"_s);
    });
    addScene(prefix, u"stage-compare"_s, [] {
        if (auto* compare = find<QToolButton>(u"compareBranches"_s))
            compare->click();
    });
    addScene(prefix, u"stage-compare-lives"_s, [] {
        if (auto* sides = find<QTabWidget>(u"branchSides"_s))
            sides->setCurrentIndex(1);
    });
    addScene(prefix, u"lesson-editor"_s, [this] {
        closeDialogs();
        clickIn(*m_console->window().workspace(), u"lessonEdit"_s);
    });
    for (int part = 1; part < 4; ++part)
        addScene(prefix, u"lesson-editor-%1"_s.arg(part), [part] {
            if (auto* parts = find<QTabWidget>(u"editorParts"_s))
                parts->setCurrentIndex(part);
        });
    addScene(prefix, u"stage-table"_s, [] {
        closeDialogs();
        trigger(u"stageShowTable"_s);
    });
    addScene(prefix, u"stage-actor"_s, [] {
        trigger(u"stageShowTable"_s);
        trigger(u"stageAddConsumer"_s);
    });
}

void Screenshots::addScene(const QString& prefix, const QString& name,
                           std::function<void()> prepare)
{
    const QString number = u"%1"_s.arg(m_numberInVariant++, 2, 10, QChar(u'0'));
    m_scenes.push_back({u"%1-%2-%3"_s.arg(prefix, number, name), std::move(prepare)});
}

void Screenshots::openConsole()
{
    m_console.reset();
    m_store.clear(); // no tab of the pictures before
    m_settings.setAlarmRules(u"sandbox"_s, SampleAlarms);
    Options options;
    options.isInMemory = true;
    options.dataFolder = m_home.filePath(u"data-%1"_s.arg(m_next));
    m_console = std::make_unique<Console>(options, m_settings, m_theme, m_language, m_prompts);
    m_console->start();
    m_console->window().resize(WindowSize);
}

void Screenshots::next()
{
    if (m_next == m_scenes.size()) {
        m_console.reset();
        QApplication::quit();
        return;
    }
    const Scene& scene = m_scenes[m_next++];
    scene.prepare();
    QTimer::singleShot(SettleMs, this, [this, name = scene.name] {
        take(name);
        next();
    });
}

void Screenshots::take(const QString& name)
{
    ui::MainWindow& window = m_console->window();
    QWidget* shown = dialogOf(window);
    const QPixmap picture = (shown ? shown : &window)->grab();
    const QString path = QDir(m_folder).filePath(name + u".png"_s);
    if (!picture.save(path)) {
        std::fprintf(stderr, "%s cannot be written.\n", qPrintable(path));
        QApplication::exit(1);
    }
}
