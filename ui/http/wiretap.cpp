#include "wiretap.h"

#include "exchangedetails.h"
#include "samplecode.h"

#include "ui/common/actionbutton.h"
#include "ui/common/banner.h"
#include "ui/common/docklayout.h"
#include "ui/common/emptystate.h"
#include "ui/common/errortext.h"
#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/onresult.h"
#include "ui/common/settings.h"
#include "ui/common/tableview.h"
#include "ui/common/translated.h"
#include "ui/connections/connection.h"

#include <QAction>
#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QSplitter>
#include <QToolButton>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int RefreshMs = 100;
constexpr int HeightMin = 280;
constexpr int DetailsWidthMin = 400;
constexpr int ActionColumn = 2;

/// What every signing adds by itself.
bool isOfSigning(const QString& parameter)
{
    static const QStringList names{u"SecretId"_s, u"Signature"_s, u"SignatureMethod"_s,
                                   u"Timestamp"_s, u"Nonce"_s};
    return names.contains(parameter);
}

} // namespace

WireTap::WireTap(Connection& connection, Settings& settings, QWidget* parent)
    : QWidget(parent)
    , m_connection(connection)
    , m_title(new Label(TextRole::Section))
    , m_count(new Label(TextRole::Body, Tone::Muted))
    , m_filter(new QLineEdit)
    , m_banner(new Banner(u"wireTapBanner"_s))
    , m_table(new TableView(u"wireTapTable"_s))
    , m_empty(new EmptyState(u"wireTapEmpty"_s, u"cloud"))
    , m_details(new ExchangeDetails)
{
    setObjectName(u"wireTap"_s);
    createActions();
    m_proxy.setSourceModel(&m_model);
    m_proxy.setFilterKeyColumn(ActionColumn);
    m_table->setProxy(&m_proxy, settings);
    m_table->setUsualLayout({112, 80, 148, 128, 64, 88}, 0,
                            Qt::DescendingOrder); // the latest on top
    m_table->setRowActions({m_curl, m_again});
    m_table->setPlaceholder(m_empty);
    createLayout();

    m_proxy.filterWith(m_filter);
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(RefreshMs);
    connect(&m_refresh, &QTimer::timeout, this, &WireTap::showExchanges);
    connect(&connection.exchanges(), &ExchangeLog::changed, this, [this] {
        if (isVisible() && !m_refresh.isActive())
            m_refresh.start();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &WireTap::showSelection);
    keepTranslated(this, [this] { retranslate(); });
}

void WireTap::createActions()
{
    const auto make = [this](const QString& name, QStringView iconName) {
        auto* action = new QAction(icon(iconName), QString(), this);
        action->setObjectName(name);
        return action;
    };
    m_record = make(u"wireTapRecord"_s, u"pause-fill");
    m_clear = make(u"wireTapClear"_s, u"eraser");
    m_close = make(u"wireTapClose"_s, u"x-lg");
    m_curl = make(u"wireTapCurl"_s, u"clipboard");
    m_again = make(u"wireTapAgain"_s, u"arrow-repeat");
    m_record->setCheckable(true);
    m_record->setChecked(!m_connection.exchanges().isRecording());
    connect(m_record, &QAction::toggled, this,
            [this](bool pauses) { m_connection.exchanges().setRecording(!pauses); });
    connect(m_clear, &QAction::triggered, this, [this] {
        m_connection.exchanges().clear();
        showExchanges();
    });
    connect(m_close, &QAction::triggered, this, &WireTap::closeRequested);
    connect(m_curl, &QAction::triggered, this, &WireTap::copyAsCurl);
    connect(m_again, &QAction::triggered, this, &WireTap::sendAgain);
}

void WireTap::createLayout()
{
    m_title->setObjectName(u"wireTapTitle"_s);
    m_count->setObjectName(u"wireTapCount"_s);
    m_filter->setObjectName(u"wireTapFilter"_s);
    m_filter->setClearButtonEnabled(true);
    m_filter->setFixedWidth(200);
    m_filter->addAction(icon(u"search", Tone::Muted), QLineEdit::LeadingPosition);
    auto* head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addWidget(m_count);
    head->addStretch();
    for (QAction* action : {m_curl, m_again, m_record, m_clear})
        head->addWidget(makeToolButton(action));
    head->addWidget(m_filter);

    auto* body = new QSplitter(Qt::Horizontal);
    body->setObjectName(u"wireTapSplitter"_s);
    body->addWidget(m_table);
    body->addWidget(m_details);
    body->setChildrenCollapsible(false);
    body->setHandleWidth(12);
    body->setStretchFactor(0, 3);
    body->setStretchFactor(1, 2);
    m_details->setMinimumWidth(DetailsWidthMin);
    setMinimumHeight(HeightMin);
    QVBoxLayout* layout = makeDockLayout(this, head, m_close);
    layout->addWidget(m_banner);
    layout->addWidget(body, 1);
}

void WireTap::retranslate()
{
    m_title->setText(tr("Requests"));
    m_table->setAccessibleName(m_title->text());
    m_filter->setPlaceholderText(tr("Filter by action"));
    m_filter->setAccessibleName(tr("Filter by action"));
    m_record->setText(tr("Pause"));
    m_record->setToolTip(tr("Record no more requests until it is pressed again"));
    m_clear->setText(tr("Clear"));
    m_clear->setToolTip(tr("Forget the requests in this list"));
    m_close->setText(tr("Close"));
    m_curl->setText(tr("Copy as curl"));
    m_curl->setToolTip(tr("Copy a script that sends this request, signed anew with the secret key "
                          "in CMQ_SECRET_KEY"));
    m_again->setText(tr("Send again"));
    m_model.retranslate();
    showPlaceholder();
    showSelection();
    showExchanges();
}

void WireTap::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    showExchanges(); // what came while nobody looked
}

void WireTap::showExchanges()
{
    QList<ExchangeRow> rows;
    for (const Exchange& exchange : m_connection.exchanges().exchanges())
        rows.append(toRow(exchange));
    m_model.setRows(rows);
    const quint64 missed = m_connection.exchanges().missed();
    QString count = formatCount(rows.size());
    if (missed > 0)
        count =
            tr("%1, %2 more came too fast to be recorded").arg(count, formatCount(qint64(missed)));
    m_count->setText(count);
}

void WireTap::showPlaceholder()
{
    m_empty->setTexts(tr("No requests yet"),
                      m_connection.serving()
                          ? tr("Serve this broker over HTTP: what programs ask it stands here.")
                          : tr("What this console asks the endpoint stands here."));
}

const Exchange* WireTap::selected() const
{
    const QStringList keys = m_table->selectedKeys();
    return keys.size() == 1 ? m_connection.exchanges().find(keys.first().toULongLong()) : nullptr;
}

void WireTap::showSelection()
{
    const Exchange* exchange = selected();
    const QString key = exchange ? QString::number(exchange->number) : QString();
    if (key != m_shown || !exchange) {
        m_shown = key;
        m_details->setExchange(exchange);
    }
    m_curl->setEnabled(exchange && !exchange->actionName.isEmpty());
    QString whyNot;
    if (exchange)
        whyNot = exchange->action ? m_connection.whyNot(*exchange->action)
                                  : tr("It was refused before it said what it wants.");
    m_again->setEnabled(exchange && whyNot.isEmpty());
    m_again->setToolTip(whyNot.isEmpty() ? tr("Ask for the same once more, from this console")
                                         : whyNot);
}

void WireTap::copyAsCurl()
{
    const Exchange* exchange = selected();
    if (!exchange)
        return;
    QString secretId;
    QList<RequestParameter> parameters;
    for (const RequestParameter& each : exchange->parameters) {
        if (each.name == u"SecretId")
            secretId = each.value;
        if (!isOfSigning(each.name))
            parameters.append(each);
    }
    if (std::ranges::find(parameters, u"X-TC-Action"_s, &RequestParameter::name) !=
        parameters.end()) {
        QGuiApplication::clipboard()->setText(cloudCallCode(exchange->url, parameters));
        m_banner->show(BannerKind::Success,
                       tr("Copied as code for Tencent's SDK for Node.js, which signs it anew."));
        return;
    }
    QGuiApplication::clipboard()->setText(curlCode(exchange->url, secretId, parameters));
    m_banner->show(BannerKind::Success, tr("Copied. Put the secret key into CMQ_SECRET_KEY and run "
                                           "it with bash."));
}

void WireTap::sendAgain()
{
    const Exchange* exchange = selected();
    if (!exchange || !exchange->action)
        return;
    m_banner->clear();
    std::visit(
        [this](const auto& action) {
            using Reply = typename std::decay_t<decltype(action)>::Reply;
            const auto name = QString::fromStdString(std::string(cmq::actionTraits(action).name));
            onResult(m_connection.call(action), this,
                     [this, name](const cmq::Result<Reply>& result) {
                         if (result)
                             m_banner->show(BannerKind::Success,
                                            tr("%1 was sent again, with success.").arg(name));
                         else
                             m_banner->show(BannerKind::Error, errorSentence(result.error()),
                                            errorDetail(result.error()));
                     });
        },
        *exchange->action);
}

} // namespace ui
