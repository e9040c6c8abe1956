#include "desk.h"
#include "person.h"

#include "tests/suite.h"

#include <QCheckBox>
#include <QComboBox>
#include <QListWidget>

namespace tst_settings {

using namespace Qt::StringLiterals;

/// What a person sets holds at once, is kept, and can be reset.
class TestSettings final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void appearanceChangesAtOnce();
    void whatNeedsARestartSaysSo();
    void theMenuAndTheDialogAgree();
    void namesNeedNotBeTyped();
    void endpointsAreAskedAsChosen();
    void theLocalBroker();
    void resetBringsTheDefaultsBack();

private:
    void open(int section) const;
    void choose(const QString& box, int index) const;

    std::unique_ptr<Desk> m_desk;
};

void TestSettings::init()
{
    m_desk = std::make_unique<Desk>();
    m_desk->language.setMode(ui::LanguageMode::English);
    m_desk->settings.setLanguage(ui::LanguageMode::English);
    m_desk->open();
    QTRY_VERIFY(m_desk->console->connection());
}

void TestSettings::cleanup()
{
    m_desk.reset();
}

void TestSettings::open(int section) const
{
    person::press(u"mainWindow"_s, Qt::Key_Comma, Qt::ControlModifier);
    const QPointer<QListWidget> sections = person::find<QListWidget>(u"settingsSections"_s);
    QVERIFY(sections);
    sections->setCurrentRow(section);
}

/// As the arrow keys do it: the box is opened, goes there, and Enter takes it.
void TestSettings::choose(const QString& box, int index) const
{
    const QPointer<QComboBox> found = person::find<QComboBox>(box);
    QVERIFY(found);
    found->setFocus();
    while (found->currentIndex() < index)
        QTest::keyClick(found, Qt::Key_Down);
    while (found->currentIndex() > index)
        QTest::keyClick(found, Qt::Key_Up);
}

void TestSettings::appearanceChangesAtOnce()
{
    open(0);
    choose(u"settingTheme"_s, int(ui::ThemeMode::Dark));
    QCOMPARE(m_desk->theme.scheme(), ui::Scheme::Dark);
    choose(u"settingDensity"_s, int(ui::Density::Compact));
    QCOMPARE(m_desk->theme.density(), ui::Density::Compact);
    choose(u"settingLanguage"_s, int(ui::LanguageMode::Chinese));
    QTRY_COMPARE(person::read(u"settingsTitle"_s), u"设置"_s);
    QCOMPARE(m_desk->settings.language(), ui::LanguageMode::Chinese);
    person::press(u"settingsDialog"_s, Qt::Key_Escape);
    QVERIFY(person::isGone(u"settingsDialog"_s));
}

void TestSettings::whatNeedsARestartSaysSo()
{
    open(0);
    const QPointer<QComboBox> scale = person::find<QComboBox>(u"settingScale"_s);
    QCOMPARE(scale->currentText(), u"100 %"_s);
    const auto hint = [] { return person::read(u"settingScaleHint"_s); };
    QVERIFY(!hint().contains(u"started again"_s));
    choose(u"settingScale"_s, scale->currentIndex() + 2);
    QCOMPARE(m_desk->settings.scale(), 125);
    QVERIFY(hint().contains(u"started again"_s));
    choose(u"settingScale"_s, scale->currentIndex() - 2);
    QVERIFY(!hint().contains(u"started again"_s));
}

void TestSettings::theMenuAndTheDialogAgree()
{
    open(0);
    m_desk->console->window().findChild<QAction*>(u"themeDark"_s)->trigger();
    QCOMPARE(person::find<QComboBox>(u"settingTheme"_s)->currentIndex(), int(ui::ThemeMode::Dark));
    choose(u"settingTheme"_s, int(ui::ThemeMode::Light));
    QVERIFY(m_desk->console->window().findChild<QAction*>(u"themeLight"_s)->isChecked());
}

void TestSettings::namesNeedNotBeTyped()
{
    const auto ask = [this] {
        const auto sent = m_desk->console->connection()->call(cmq::SendMessage{"orders", "x", {}});
        QTRY_VERIFY(sent.isFinished());
        QTRY_VERIFY(person::cell(u"orders"_s, 1) != u"0"_s);
        QVERIFY(person::clickRow(u"orders"_s));
        person::press(u"queuesTable"_s, Qt::Key_Delete);
        QVERIFY(person::find(u"confirmationAccept"_s));
    };
    const auto created = m_desk->console->connection()->call(cmq::CreateQueue{"orders", {}});
    QTRY_VERIFY(created.isFinished());
    QTRY_COMPARE(person::cell(u"orders"_s, 0), u"orders"_s);
    ask();
    QVERIFY(!person::find(u"confirmationAccept"_s)->isEnabled());
    person::find(u"confirmationDialog"_s)->close();
    QVERIFY(person::isGone(u"confirmationDialog"_s));

    open(1);
    QVERIFY(person::click(u"settingTypesNames"_s));
    QVERIFY(person::click(u"settingsClose"_s));
    QVERIFY(person::isGone(u"settingsDialog"_s));
    ask();
    QVERIFY(person::click(u"confirmationAccept"_s));
    QTRY_COMPARE(person::cell(u"orders"_s, 0), QString());
}

void TestSettings::endpointsAreAskedAsChosen()
{
    open(1);
    const QPointer<QComboBox> requests = person::find<QComboBox>(u"settingRequests"_s);
    QCOMPARE(requests->currentText(), u"4"_s);
    choose(u"settingRequests"_s, 1);
    QCOMPARE(m_desk->settings.requestsAtOnce(), 2);
    choose(u"settingRefresh"_s, 1);
    QCOMPARE(m_desk->settings.refreshSeconds(), 60);
}

void TestSettings::theLocalBroker()
{
    open(2);
    QCOMPARE(person::read(u"settingFolder"_s), m_desk->folder());
    QTRY_VERIFY(person::read(u"settingFolderHint"_s).contains(u"iB"_s)); // its size
    QVERIFY(person::type(u"settingAddress"_s, u"somewhere"_s));
    person::press(u"settingAddress"_s, Qt::Key_Tab);
    QCOMPARE(m_desk->settings.servingAddress(), u"127.0.0.1"_s);
    QVERIFY(person::read(u"settingAddressHint"_s).contains(u"IP address"_s));
    QVERIFY(person::type(u"settingAddress"_s, u"::1"_s));
    person::press(u"settingAddress"_s, Qt::Key_Tab);
    QCOMPARE(m_desk->settings.servingAddress(), u"::1"_s);
    QVERIFY(person::type(u"settingPort"_s, u"8088"_s));
    person::press(u"settingPort"_s, Qt::Key_Tab);
    QCOMPARE(m_desk->settings.servingPort(), quint16(8088));
    QVERIFY(person::click(u"settingPushesLocally"_s));
    QVERIFY(!m_desk->settings.pushesLocally());
    QVERIFY(person::read(u"settingPushNote"_s).contains(u"started again"_s));
}

void TestSettings::resetBringsTheDefaultsBack()
{
    m_desk->settings.setTheme(ui::ThemeMode::Dark);
    m_desk->settings.setTypesNames(false);
    m_desk->settings.setConnections("[]");
    open(0);
    QVERIFY(person::click(u"settingsReset"_s));
    QVERIFY(m_desk->settings.theme() == ui::ThemeMode::System);
    QVERIFY(m_desk->theme.mode() == ui::ThemeMode::System);
    QVERIFY(m_desk->settings.typesNames());
    QCOMPARE(m_desk->settings.connections(), QByteArray("[]"));
    QCOMPARE(person::find<QComboBox>(u"settingTheme"_s)->currentIndex(), 0);
}

CMQ_TEST(settings, TestSettings)

} // namespace tst_settings
#include "tst_settings.moc"
