#include "screenshots.h"

#include "sampledata.h"

#include "ui/common/banner.h"
#include "ui/shell/workspace.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTimer>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

/// Long enough for an answer of the broker and for the pages to show it.
constexpr int SettleMs = 250;
constexpr QSize WindowSize(1360, 800);

QWidget* dialogOf(const QWidget& window)
{
    QWidget* modal = QApplication::activeModalWidget();
    return modal && modal != &window ? modal : nullptr;
}

template <class T>
T* find(const QString& name)
{
    for (QWidget* top : QApplication::topLevelWidgets()) {
        if (auto* found = top->findChild<T*>(name))
            return found;
    }
    return nullptr;
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

void click(const QString& button)
{
    if (auto* found = find<QPushButton>(button))
        found->click();
}

void closeDialogs()
{
    while (QWidget* modal = QApplication::activeModalWidget()) {
        modal->close();
        if (QApplication::activeModalWidget() == modal)
            return;
    }
}

void selectQueue(const QString& name)
{
    auto* table = find<QTableView>(u"queuesTable"_s);
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
    scene(u"queues"_s, [] { selectQueue(u"invoices"_s); });
    scene(u"overview"_s, [] { trigger(u"overviewPageAction"_s); });
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
    addScene(prefix, u"messages-search"_s, [] {
        type(u"messagesFilter"_s, u"1000 size<100"_s);
        if (auto* field = find<QLineEdit>(u"messagesFilter"_s))
            emit field->returnPressed();
    });
    addScene(prefix, u"messages-send-again"_s, [] {
        type(u"messagesFilter"_s, {});
        trigger(u"resendMessages"_s);
    });
    addScene(prefix, u"messages-copy"_s, [] {
        closeDialogs();
        trigger(u"copyMessages"_s);
    });
    scene(u"filter-without-match"_s, [] {
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
        selectQueue(u"orders"_s);
        trigger(u"queueAttributes"_s);
    });
    scene(u"send"_s, [] { trigger(u"sendMessage"_s); });
    addScene(prefix, u"send-sent"_s, [] {
        if (auto* body = find<QPlainTextEdit>(u"messageBody"_s))
            body->setPlainText(u"{\"order\": 4711, \"note\": \"加急 – please hurry\"}"_s);
        click(u"sendDialogSubmit"_s);
    });
    scene(u"receive"_s, [] { trigger(u"receiveMessages"_s); });
    addScene(prefix, u"receive-messages"_s, [] { click(u"receiveButton"_s); });
    addScene(prefix, u"receive-deleted"_s, [] {
        click(u"receiveButton"_s);
        click(u"messageDelete1"_s);
    });
    scene(u"rewind"_s, [] {
        selectQueue(u"orders"_s);
        trigger(u"rewindQueue"_s);
    });
    scene(u"purge"_s, [] { trigger(u"clearQueue"_s); });
    scene(u"delete"_s, [] { trigger(u"deleteQueue"_s); });
    scene(u"shortcuts"_s, [] { trigger(u"shortcuts"_s); });
    scene(u"about"_s, [] { trigger(u"about"_s); });
    scene(u"small-window"_s, [this] { m_console->window().resize(960, 600); });
    scene(u"store-problem"_s, [this] {
        m_console->window().resize(WindowSize);
        m_console->window().showProblem({cmq::ErrorId::StoreInUse,
                                         u"/home/lin/.local/share/cmq-console"_s,
                                         u"The store is used by another process."_s});
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
    Options options;
    options.isInMemory = true;
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
