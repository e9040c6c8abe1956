#include "profiledialog.h"

#include "ui/common/banner.h"
#include "ui/common/field.h"
#include "ui/common/format.h"
#include "ui/common/translated.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

#include <array>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

template <class T>
T* named(const QString& name)
{
    auto* widget = new T;
    widget->setObjectName(name);
    return widget;
}

/// As it is typed: a host alone means https.
QUrl urlOf(const QLineEdit* edit)
{
    const QString text = edit->text().trimmed();
    if (text.isEmpty())
        return {};
    return QUrl(text.contains(u"://"_s) ? text : u"https://"_s + text, QUrl::StrictMode);
}

} // namespace

ProfileDialog::ProfileDialog(Start start, QWidget* parent)
    : FormDialog(u"profileDialog"_s, parent)
    , m_start(std::move(start))
    , m_name(named<QLineEdit>(u"profileName"_s))
    , m_color(named<QComboBox>(u"profileColor"_s))
    , m_kind(named<QComboBox>(u"profileKind"_s))
    , m_region(named<QComboBox>(u"profileRegion"_s))
    , m_access(named<QComboBox>(u"profileAccess"_s))
    , m_queueUrl(named<QLineEdit>(u"profileQueueUrl"_s))
    , m_topicUrl(named<QLineEdit>(u"profileTopicUrl"_s))
    , m_cloudUrl(named<QLineEdit>(u"profileCloudUrl"_s))
    , m_secretId(named<QLineEdit>(u"profileSecretId"_s))
    , m_secretKey(named<QLineEdit>(u"profileSecretKey"_s))
    , m_token(named<QLineEdit>(u"profileToken"_s))
    , m_proxy(named<QComboBox>(u"profileProxy"_s))
    , m_proxyHost(named<QLineEdit>(u"profileProxyHost"_s))
    , m_proxyPort(named<QSpinBox>(u"profileProxyPort"_s))
    , m_readOnly(named<QCheckBox>(u"profileReadOnly"_s))
    , m_production(named<QCheckBox>(u"profileProduction"_s))
    , m_test(named<QPushButton>(u"profileTest"_s))
{
    setMinimumWidth(640);
    createFields();
    createLayout();
    showProfile();
    connectSignals();
    keepTranslated(this, [this] { retranslate(); });
    m_name->setFocus();
}

void ProfileDialog::createFields()
{
    for (QLineEdit* edit : {m_secretKey, m_token})
        edit->setEchoMode(QLineEdit::Password);
    for (const Tone tone : profileTones())
        m_color->addItem(icon(u"circle-fill", tone), QString());
    m_region->addItem(QString(), QString()); // an address of one's own
    for (const QString& code : regionCodes())
        m_region->addItem(QString(), code);
    for (int i = 0; i < 4; ++i)
        m_kind->addItem(QString());
    for (int i = 0; i < 2; ++i)
        m_access->addItem(QString());
    for (int i = 0; i < 3; ++i)
        m_proxy->addItem(QString());
    m_proxyPort->setRange(0, 65535);
    m_proxyPort->setSpecialValueText(u"–"_s);
    m_test->setIcon(icon(u"arrow-repeat"));
    m_test->setAutoDefault(false);
}

void ProfileDialog::createLayout()
{
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    const auto add = [&](QWidget* input, int row, int column, int columns = 1) {
        auto* field = new Field(input);
        m_fields.insert(input, field);
        grid->addWidget(field, row, column, 1, columns, Qt::AlignTop);
    };
    add(m_name, 0, 0);
    add(m_color, 0, 1);
    add(m_kind, 1, 0, 2);
    add(m_region, 2, 0);
    add(m_access, 2, 1);
    add(m_cloudUrl, 3, 0, 2);
    add(m_queueUrl, 4, 0, 2);
    add(m_topicUrl, 5, 0, 2);
    add(m_secretId, 6, 0);
    add(m_secretKey, 6, 1);
    add(m_token, 7, 0);
    add(m_proxy, 7, 1);
    add(m_proxyHost, 8, 0);
    add(m_proxyPort, 8, 1);
    grid->setRowStretch(10, 1); // what is hidden leaves its place at the end
    grid->addWidget(m_readOnly, 9, 0);
    grid->addWidget(m_production, 9, 1);
    body()->addLayout(grid);
    footer()->addWidget(m_test);
}

void ProfileDialog::connectSignals()
{
    const std::array texts{std::pair(m_name, ProfileField::Name),
                           std::pair(m_queueUrl, ProfileField::QueueUrl),
                           std::pair(m_topicUrl, ProfileField::TopicUrl),
                           std::pair(m_cloudUrl, ProfileField::CloudUrl),
                           std::pair(m_secretId, ProfileField::SecretId),
                           std::pair(m_proxyHost, ProfileField::ProxyHost)};
    for (const auto& [edit, field] : texts) {
        connect(edit, &QLineEdit::textChanged, this, [this, touched = field] {
            m_touched.insert(touched);
            check();
        });
    }
    connect(m_proxyPort, &QSpinBox::valueChanged, this, [this] {
        m_touched.insert(ProfileField::ProxyPort);
        check();
    });
    connect(m_secretKey, &QLineEdit::textChanged, this, &ProfileDialog::check);
    connect(m_proxy, &QComboBox::currentIndexChanged, this, &ProfileDialog::check);
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        showKind();
        leaveTencent();
        fillAddresses();
        retranslateAddresses();
        check();
    });
    connect(m_region, &QComboBox::currentIndexChanged, this, &ProfileDialog::fillAddresses);
    connect(m_access, &QComboBox::currentIndexChanged, this, &ProfileDialog::fillAddresses);
    for (QLineEdit* edit : {m_queueUrl, m_topicUrl})
        connect(edit, &QLineEdit::textChanged, this, &ProfileDialog::showRegion);
    connect(m_test, &QPushButton::clicked, this, &ProfileDialog::test);
    connect(this, &FormDialog::submitRequested, this, [this] {
        emit submitted(profile(), credentials());
        accept();
    });
}

void ProfileDialog::showProfile()
{
    const RemoteProfile& shown = m_start.profile;
    m_name->setText(shown.name);
    m_color->setCurrentIndex(int(std::max<qsizetype>(0, profileTones().indexOf(shown.tone))));
    m_kind->setCurrentIndex(int(shown.kind));
    m_queueUrl->setText(shown.queueUrl.toString());
    m_topicUrl->setText(shown.topicUrl.toString());
    m_cloudUrl->setText(shown.cloudUrl.toString());
    m_secretId->setText(shown.secretId);
    m_proxy->setCurrentIndex(int(shown.proxy));
    m_proxyHost->setText(shown.proxyHost);
    m_proxyPort->setValue(shown.proxyPort);
    m_readOnly->setChecked(shown.isReadOnly);
    m_production->setChecked(shown.isProduction);
    if (const QString code = regionCode(shown.region); !code.isEmpty())
        m_region->setCurrentIndex(m_region->findData(code));
    showRegion();
    showKind();
}

void ProfileDialog::retranslate()
{
    setTitle(m_start.isNew ? tr("New connection")
                           : tr("Connection %1").arg(formatForeign(m_start.profile.name)));
    const auto name = [this](QWidget* input, const QString& title, const QString& hint = {}) {
        m_fields.value(input)->setTitle(title);
        m_fields.value(input)->setHint(hint);
    };
    name(m_name, tr("Name"));
    name(m_color, tr("Colour"));
    name(m_region, tr("Region"), tr("It fills in the addresses."));
    name(m_access, tr("Access"));
    name(m_kind, tr("Service"));
    name(m_topicUrl, tr("Topic address"), tr("Empty: the same as for queues"));
    name(m_cloudUrl, tr("API 3.0 address"),
         tr("Where queues, topics and subscriptions are made and listed"));
    name(m_secretId, u"SecretId"_s, tr("Begins with AKID at Tencent Cloud"));
    name(m_secretKey, u"SecretKey"_s,
         m_start.hasKey ? tr("One is kept. Empty: it stays as it is.")
                        : tr("Kept in the desktop's keyring. Empty: asked for when needed."));
    name(m_token, tr("Token"), tr("Only with temporary keys"));
    name(m_proxy, tr("Proxy"), tr("Never used for this computer itself"));
    name(m_proxyHost, tr("Proxy host"));
    name(m_proxyPort, tr("Proxy port"));
    m_readOnly->setText(tr("Read-only: nothing that changes anything is sent"));
    m_production->setText(tr("Production: marked, and asks twice"));
    m_test->setText(tr("Test the connection"));
    submitButton()->setText(tr("Save"));
    closeButton()->setText(tr("Cancel"));
    retranslateChoices();
    retranslateAddresses();
    check();
}

// What is only for messages is called so, and API 3.0 has names of its own for regions.
void ProfileDialog::retranslateAddresses()
{
    m_region->setItemText(0, tr("Address of your own"));
    for (int i = 1; i < m_region->count(); ++i) {
        const QString code = m_region->itemData(i).toString();
        m_region->setItemText(
            i, tr("%1 (%2)", "region and its code")
                   .arg(regionName(code), hasCloudApi(kind()) ? cloudRegion(code) : code));
    }
    Field* queues = m_fields.value(m_queueUrl);
    if (hasCloudApi(kind())) {
        queues->setTitle(tr("Message address"));
        queues->setHint(tr("Where messages are sent and received (v2)"));
    } else {
        queues->setTitle(tr("Queue address"));
        queues->setHint(tr("https://host or http://host:port"));
    }
}

void ProfileDialog::retranslateChoices()
{
    const auto set = [](QComboBox* box, const QStringList& texts) {
        for (int i = 0; i < int(texts.size()); ++i)
            box->setItemText(i, texts[i]);
    };
    set(m_color, {tr("Blue"), tr("Green"), tr("Amber"), tr("Purple"), tr("Red"), tr("Grey")});
    set(m_kind, {tr("TDMQ for CMQ: an account of Tencent Cloud today"),
                 tr("Classic CMQ (v2): an account of before 2023"), tr("Custom endpoint (v2)"),
                 tr("Custom endpoint (v2 and API 3.0)")});
    set(m_access, {tr("Public"), tr("Intranet (not encrypted)")});
    set(m_proxy, {tr("As the system"), tr("None"), tr("My own")});
}

ProfileKind ProfileDialog::kind() const
{
    return ProfileKind(m_kind->currentIndex());
}

Access ProfileDialog::access() const
{
    const bool isPublic = m_access->currentIndex() == 0;
    if (kind() == ProfileKind::Tdmq)
        return isPublic ? Access::TdmqPublic : Access::TdmqIntranet;
    return isPublic ? Access::Public : Access::Intranet;
}

// An endpoint of one's own is in no region; API 3.0 asks for one all the same.
void ProfileDialog::showKind()
{
    const bool isTencent = kind() == ProfileKind::Tdmq || kind() == ProfileKind::Classic;
    m_fields.value(m_region)->setVisible(isTencent);
    m_fields.value(m_access)->setVisible(isTencent);
    m_fields.value(m_cloudUrl)->setVisible(hasCloudApi(kind()));
    m_fields.value(m_topicUrl)->setVisible(!hasCloudApi(kind()));
}

// What was filled in for an account is no endpoint of one's own.
void ProfileDialog::leaveTencent()
{
    const bool isTencent = kind() == ProfileKind::Tdmq || kind() == ProfileKind::Classic;
    if (!isTencent && regionOf({urlOf(m_queueUrl), urlOf(m_topicUrl)})) {
        m_queueUrl->clear();
        m_topicUrl->clear();
    }
    if (!isTencent && urlOf(m_cloudUrl) == cloudUrl())
        m_cloudUrl->clear();
    if (kind() == ProfileKind::Tdmq && m_cloudUrl->text().isEmpty())
        m_cloudUrl->setText(cloudUrl().toString());
    if (isTencent && m_queueUrl->text().isEmpty())
        m_region->setCurrentIndex(std::max(1, m_region->currentIndex()));
}

void ProfileDialog::fillAddresses()
{
    const QString region = m_region->currentData().toString();
    m_access->setEnabled(!region.isEmpty());
    const bool isTencent = kind() == ProfileKind::Tdmq || kind() == ProfileKind::Classic;
    if (region.isEmpty() || m_isFilling || !isTencent)
        return;
    m_isFilling = true;
    const EndpointUrls urls = endpointUrls(region, access());
    m_queueUrl->setText(urls.queueUrl.toString());
    m_topicUrl->setText(urls.topicUrl.toString());
    m_isFilling = false;
    check();
}

// Whoever types an address sees which region it is, or that it is their own.
void ProfileDialog::showRegion()
{
    if (m_isFilling)
        return;
    m_isFilling = true;
    const auto known = regionOf({urlOf(m_queueUrl), urlOf(m_topicUrl)});
    // API 3.0 keeps its region, whatever the address of the messages.
    if (known || kind() != ProfileKind::Tdmq)
        m_region->setCurrentIndex(known ? m_region->findData(known->region) : 0);
    if (known)
        m_access->setCurrentIndex(
            known->access == Access::Public || known->access == Access::TdmqPublic ? 0 : 1);
    m_access->setEnabled(known.has_value());
    m_isFilling = false;
}

RemoteProfile ProfileDialog::profile() const
{
    RemoteProfile edited = m_start.profile;
    edited.name = m_name->text().trimmed();
    edited.tone = profileTones().value(m_color->currentIndex());
    edited.queueUrl = urlOf(m_queueUrl);
    edited.kind = kind();
    edited.topicUrl = hasCloudApi(kind()) ? QUrl() : urlOf(m_topicUrl);
    edited.cloudUrl = hasCloudApi(kind()) ? urlOf(m_cloudUrl) : QUrl();
    edited.region = hasCloudApi(kind())
                        ? cloudRegion(kind() == ProfileKind::Tdmq && m_region->currentIndex() > 0
                                          ? m_region->currentData().toString()
                                          : u"gz"_s)
                        : QString();
    edited.secretId = m_secretId->text().trimmed();
    edited.proxy = ProxyMode(m_proxy->currentIndex());
    edited.proxyHost = m_proxyHost->text().trimmed();
    edited.proxyPort = m_proxyPort->value();
    edited.isReadOnly = m_readOnly->isChecked();
    edited.isProduction = m_production->isChecked();
    if (edited.queueUrl != m_start.profile.queueUrl ||
        edited.topicUrl != m_start.profile.topicUrl || edited.cloudUrl != m_start.profile.cloudUrl)
        edited.acceptsPlainHttp = false;
    return edited;
}

std::optional<Credentials> ProfileDialog::credentials() const
{
    if (m_secretKey->text().isEmpty())
        return std::nullopt;
    return Credentials{m_secretKey->text().trimmed(), m_token->text().trimmed()};
}

void ProfileDialog::check()
{
    const auto problems = checkProfile(profile(), m_start.otherNames);
    const bool ownProxy = ProxyMode(m_proxy->currentIndex()) == ProxyMode::Own;
    m_fields.value(m_proxyHost)->setVisible(ownProxy);
    m_fields.value(m_proxyPort)->setVisible(ownProxy);
    const std::array fields{
        std::pair<QWidget*, ProfileField>(m_name, ProfileField::Name),
        std::pair<QWidget*, ProfileField>(m_queueUrl, ProfileField::QueueUrl),
        std::pair<QWidget*, ProfileField>(m_topicUrl, ProfileField::TopicUrl),
        std::pair<QWidget*, ProfileField>(m_cloudUrl, ProfileField::CloudUrl),
        std::pair<QWidget*, ProfileField>(m_secretId, ProfileField::SecretId),
        std::pair<QWidget*, ProfileField>(m_proxyHost, ProfileField::ProxyHost),
        std::pair<QWidget*, ProfileField>(m_proxyPort, ProfileField::ProxyPort)};
    for (const auto& [input, field] : fields)
        m_fields.value(input)->setError(m_touched.contains(field) ? problems.value(field)
                                                                  : QString());
    m_token->setEnabled(!m_secretKey->text().isEmpty());
    setValid(problems.isEmpty(), tr("Complete the fields first"));
    const bool canTest =
        !problems.contains(ProfileField::QueueUrl) && !problems.contains(ProfileField::TopicUrl) &&
        !problems.contains(ProfileField::CloudUrl) && !problems.contains(ProfileField::SecretId);
    m_test->setEnabled(canTest);
    m_test->setToolTip(canTest ? tr("Lists one queue and one topic; changes nothing")
                               : tr("Complete the fields first"));
}

void ProfileDialog::test()
{
    // It stays enabled meanwhile, or the focus would leave it.
    if (m_isTesting)
        return;
    m_isTesting = true;
    banner()->show(BannerKind::Info, tr("Testing…"));
    emit testRequested(profile(), credentials());
}

void ProfileDialog::showReport(const EndpointReport& report)
{
    m_isTesting = false;
    const bool works = report.verdict == EndpointReport::Verdict::Works;
    banner()->show(works ? BannerKind::Success : BannerKind::Error, reportSentence(report),
                   works ? QString() : formatForeign(report.detail, 400));
}

} // namespace ui
