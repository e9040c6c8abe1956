#include "calldialog.h"

#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/label.h"
#include "ui/common/textview.h"
#include "ui/common/translated.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QPushButton>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int ListLines = 6;
constexpr int ShownValueLength = 2000;

} // namespace

CallDialog::CallDialog(QString url, QList<RequestParameter> parameters, QWidget* parent)
    : QDialog(parent)
    , m_url(std::move(url))
    , m_parameters(std::move(parameters))
    , m_title(new Label(TextRole::PageTitle))
    , m_where(new Label(TextRole::Body, Tone::Secondary))
    , m_list(makeTextView(u"callParameters"_s))
    , m_codeTitle(new Label(TextRole::Section))
    , m_language(new QComboBox)
    , m_code(makeTextView(u"callCode"_s))
    , m_keys(new Label(TextRole::Caption, Tone::Muted))
    , m_copy(new QPushButton)
    , m_close(new QPushButton)
{
    setObjectName(u"callDialog"_s);
    resize(760, 640);
    m_title->setObjectName(u"callTitle"_s);
    m_where->setObjectName(u"callWhere"_s);
    m_where->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_where->setWordWrap(true);
    m_list->setFixedHeight(m_list->fontMetrics().lineSpacing() * ListLines + 16);
    m_language->setObjectName(u"callLanguage"_s);
    m_language->addItem(toString(SampleLanguage::Curl), int(SampleLanguage::Curl));
    for (const SampleLanguage language : SampleLanguages) {
        if (language != SampleLanguage::Curl)
            m_language->addItem(toString(language), int(language));
    }
    m_keys->setWordWrap(true);
    m_copy->setObjectName(u"callCopy"_s);
    m_copy->setIcon(icon(u"clipboard"));
    m_copy->setAutoDefault(false);
    m_close->setObjectName(u"callClose"_s);
    m_close->setDefault(true);
    createLayout();
    QString list;
    for (const RequestParameter& each : m_parameters)
        list += each.name + u" = "_s + formatForeign(each.value, ShownValueLength) + u'\n';
    m_list->setPlainText(list);
    connect(m_language, &QComboBox::currentIndexChanged, this, &CallDialog::showCode);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(code(true)); });
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    keepTranslated(this, [this] { retranslate(); });
}

void CallDialog::createLayout()
{
    auto* head = new QHBoxLayout;
    head->addWidget(m_codeTitle);
    head->addStretch();
    head->addWidget(m_language);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_copy);
    buttons->addStretch();
    buttons->addWidget(m_close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 20);
    layout->setSpacing(12);
    layout->addWidget(m_title);
    layout->addWidget(m_where);
    layout->addWidget(m_list);
    layout->addLayout(head);
    layout->addWidget(m_code, 1);
    layout->addWidget(m_keys);
    layout->addLayout(buttons);
    const bool isCall = !m_parameters.isEmpty();
    for (QWidget* each : {static_cast<QWidget*>(m_list), static_cast<QWidget*>(m_codeTitle),
                          static_cast<QWidget*>(m_language), static_cast<QWidget*>(m_code),
                          static_cast<QWidget*>(m_keys), static_cast<QWidget*>(m_copy)})
        each->setVisible(isCall);
    if (isCloud())
        m_language->hide(); // the SDKs of v2 cannot call it
}

void CallDialog::retranslate()
{
    setWindowTitle(tr("The call"));
    if (m_parameters.isEmpty()) {
        m_title->setText(tr("No call of CMQ"));
        m_where->setText(tr("CMQ's API has nothing for this: the console does it inside its own "
                            "broker."));
    } else {
        m_title->setText(tr("The call %1").arg(m_parameters.first().value));
        m_where->setText(m_url.isEmpty() ? tr("This broker is not served at the moment. The "
                                              "address in the code is an example.")
                                         : tr("POST %1").arg(formatForeign(m_url, 300)));
    }
    m_list->setAccessibleName(tr("Parameters"));
    m_codeTitle->setText(tr("Ready code"));
    m_language->setAccessibleName(tr("Language"));
    m_code->setAccessibleName(tr("Ready code"));
    m_keys->setText(
        tr("It takes the keys from the environment: CMQ_SECRET_ID and CMQ_SECRET_KEY."));
    m_copy->setText(tr("Copy the code"));
    m_close->setText(tr("Close"));
    showCode();
}

QString CallDialog::code(bool isWhole) const
{
    QList<RequestParameter> parameters = m_parameters;
    for (RequestParameter& each : parameters) {
        if (!isWhole && each.value.size() > ShownValueLength)
            each.value = each.value.left(ShownValueLength) + u'…';
    }
    if (isCloud())
        return cloudCallCode(m_url, parameters);
    return callCode(SampleLanguage(m_language->currentData().toInt()),
                    m_url.isEmpty() ? u"http://127.0.0.1:8080/v2/index.php"_s : m_url, parameters);
}

bool CallDialog::isCloud() const
{
    return !m_parameters.isEmpty() && m_parameters.first().name == u"X-TC-Action"_s;
}

void CallDialog::showCode()
{
    if (!m_parameters.isEmpty())
        m_code->setPlainText(code(false));
}

} // namespace ui
