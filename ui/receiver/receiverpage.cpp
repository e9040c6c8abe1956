#include "receiverpage.h"

#include "receiver.h"
#include "replyeditor.h"

#include "ui/bodyview/bodyviewer.h"
#include "ui/common/banner.h"
#include "ui/common/emptystate.h"
#include "ui/common/fonts.h"
#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/settings.h"
#include "ui/common/style.h"
#include "ui/common/tableview.h"
#include "ui/common/translated.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSpinBox>
#include <QSplitter>
#include <QToolButton>

namespace ui {

using namespace Qt::StringLiterals;

ReceiverPage::ReceiverPage(Receiver& receiver, Prompts& prompts, Settings& settings,
                           QWidget* parent)
    : QWidget(parent)
    , m_receiver(receiver)
    , m_title(new Label(TextRole::PageTitle))
    , m_status(new Label(TextRole::Body, Tone::Muted))
    , m_banner(new Banner(u"receiverBanner"_s))
    , m_url(new QLineEdit)
    , m_copy(new QToolButton)
    , m_subscribe(new QToolButton)
    , m_topicMenu(new QMenu(this))
    , m_portCaption(new Label)
    , m_port(new QSpinBox)
    , m_toggle(new QPushButton)
    , m_reply(new ReplyEditor)
    , m_count(new Label(TextRole::Caption, Tone::Muted))
    , m_clear(new QPushButton)
    , m_table(new TableView(u"receiverTable"_s))
    , m_empty(new EmptyState(u"receiverEmpty"_s, u"inbox"))
    , m_viewer(new BodyViewer(u"receivedBody"_s, prompts))
{
    setObjectName(u"receiverPage"_s);
    setUpTable(settings);
    createLayout();
    m_reply->setReply(m_receiver.reply());
    connectSignals();
    keepTranslated(this, [this] { retranslate(); });
    showLog();
}

void ReceiverPage::setUpTable(Settings& settings)
{
    m_proxy.setSourceModel(&m_arrivals);
    m_table->setProxy(&m_proxy, settings);
    m_table->setUsualLayout({52, 104, 104, 68, 108, 92, 92, 64}, 0);
    m_table->setPlaceholder(m_empty);
}

void ReceiverPage::createLayout()
{
    m_title->setObjectName(u"receiverTitle"_s);
    m_status->setObjectName(u"receiverStatus"_s);
    m_url->setObjectName(u"receiverUrl"_s);
    m_url->setReadOnly(true);
    m_url->setFont(monoFont());
    m_url->setMinimumWidth(260);
    m_copy->setObjectName(u"receiverCopyUrl"_s);
    m_copy->setIcon(icon(u"clipboard"));
    m_copy->setAutoRaise(true);
    m_subscribe->setObjectName(u"receiverSubscribe"_s);
    m_subscribe->setIcon(icon(u"plus-lg"));
    m_subscribe->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_subscribe->setPopupMode(QToolButton::InstantPopup);
    m_subscribe->setMenu(m_topicMenu);
    m_topicMenu->setObjectName(u"receiverTopics"_s);
    m_portCaption->setObjectName(u"receiverPortCaption"_s);
    m_port->setObjectName(u"receiverPort"_s);
    m_port->setRange(1024, 65535);
    m_port->setGroupSeparatorShown(false);
    m_toggle->setObjectName(u"receiverToggle"_s);
    m_count->setObjectName(u"receiverCount"_s);
    m_clear->setObjectName(u"receiverClear"_s);

    auto* head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(m_title);
    head->addWidget(m_status, 0, Qt::AlignBottom);
    head->addStretch();
    head->addWidget(m_portCaption);
    head->addWidget(m_port);
    head->addWidget(m_toggle);

    auto* address = new QHBoxLayout;
    address->setSpacing(8);
    address->addWidget(m_url, 1);
    address->addWidget(m_copy);
    address->addWidget(m_subscribe);
    address->addSpacing(16);
    address->addWidget(m_reply);

    auto* below = new QHBoxLayout;
    below->setSpacing(8);
    below->addWidget(m_count, 1);
    below->addWidget(m_clear);

    auto* splitter = new QSplitter;
    splitter->setObjectName(u"receiverSplitter"_s);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(12);
    splitter->addWidget(m_table);
    splitter->addWidget(m_viewer);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addLayout(address);
    layout->addWidget(m_banner);
    layout->addWidget(splitter, 1);
    layout->addLayout(below);
}

void ReceiverPage::connectSignals()
{
    connect(m_toggle, &QPushButton::clicked, this, &ReceiverPage::toggle);
    connect(m_empty->primaryButton(), &QPushButton::clicked, this, &ReceiverPage::toggle);
    connect(m_copy, &QToolButton::clicked, this,
            [this] { QApplication::clipboard()->setText(m_receiver.url()); });
    connect(m_port, &QSpinBox::valueChanged, this,
            [this](int port) { m_receiver.setPort(quint16(port)); });
    connect(m_topicMenu, &QMenu::triggered, this, [this](QAction* topic) {
        emit subscriptionRequested(topic->data().toString(), m_receiver.url());
    });
    connect(m_reply, &ReplyEditor::edited, this, [this] { m_receiver.setReply(m_reply->reply()); });
    connect(m_clear, &QPushButton::clicked, &m_receiver, &Receiver::clear);
    connect(&m_receiver, &Receiver::changed, this, &ReceiverPage::showState);
    connect(&m_receiver, &Receiver::logChanged, this, &ReceiverPage::showLog);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ReceiverPage::showArrival, Qt::QueuedConnection);
}

void ReceiverPage::retranslate()
{
    m_title->setText(tr("HTTP receiver"));
    m_url->setAccessibleName(tr("Address of the receiver"));
    m_copy->setToolTip(tr("Copy the address"));
    m_copy->setAccessibleName(m_copy->toolTip());
    m_subscribe->setText(tr("Subscribe"));
    m_portCaption->setText(tr("Port"));
    m_port->setAccessibleName(tr("Port"));
    m_clear->setText(tr("Clear"));
    m_clear->setToolTip(tr("Forget what has arrived"));
    m_table->setAccessibleName(tr("Requests that arrived"));
    m_arrivals.retranslate();
    fillTopicMenu();
    showState();
    showLog();
    showArrival();
}

void ReceiverPage::setTopicNames(const QStringList& names)
{
    if (names == m_topicNames)
        return;
    m_topicNames = names;
    fillTopicMenu();
    showState();
}

void ReceiverPage::setSubscribeProblem(const QString& problem)
{
    m_subscribeProblem = problem;
    showState();
}

void ReceiverPage::fillTopicMenu()
{
    m_topicMenu->clear();
    for (const QString& name : m_topicNames) {
        QAction* topic = m_topicMenu->addAction(formatCaption(name));
        topic->setData(name);
    }
}

void ReceiverPage::toggle()
{
    m_banner->clear();
    if (m_receiver.isListening()) {
        m_receiver.stop();
        return;
    }
    if (const auto started = m_receiver.start(); !started)
        m_banner->show(BannerKind::Error,
                       tr("Port %1 cannot be used. Choose another one.").arg(m_receiver.port()),
                       QString::fromStdString(started.error().detail));
}

void ReceiverPage::showState()
{
    const bool isListening = m_receiver.isListening();
    m_status->setText(isListening ? tr("Listening on this machine only") : tr("Stopped"));
    m_status->setTone(isListening ? Tone::Ok : Tone::Muted);
    m_toggle->setText(isListening ? tr("Stop") : tr("Start"));
    setButtonKind(m_toggle, isListening ? ButtonKind::Normal : ButtonKind::Primary);
    m_url->setText(m_receiver.url());
    {
        const QSignalBlocker quiet(m_port);
        m_port->setValue(m_receiver.port());
    }
    m_port->setEnabled(!isListening);
    m_port->setToolTip(isListening ? tr("Stop the receiver to change its port.") : QString());
    const QString problem = m_topicNames.isEmpty() && m_subscribeProblem.isEmpty()
                                ? tr("There is no topic yet.")
                                : m_subscribeProblem;
    m_subscribe->setEnabled(problem.isEmpty());
    m_subscribe->setToolTip(problem.isEmpty() ? tr("Let a topic push its messages to this address")
                                              : problem);
    showPlaceholder();
}

void ReceiverPage::showLog()
{
    const ArrivalLog& log = m_receiver.log();
    const QScrollBar* bar = m_table->verticalScrollBar();
    const bool followsNewest = bar->value() == bar->maximum();
    m_arrivals.setRows(log.arrivals());
    if (followsNewest)
        m_table->scrollToBottom();
    QString text = tr("%n request(s)", nullptr, int(log.arrivals().size()));
    if (log.forgotten() > 0)
        text += u" · "_s + tr("%1 older ones are forgotten").arg(formatCount(log.forgotten()));
    m_count->setText(text);
    m_clear->setEnabled(!log.arrivals().isEmpty());
    showPlaceholder();
    if (log.arrivals().isEmpty())
        m_viewer->clear();
}

void ReceiverPage::showPlaceholder()
{
    if (m_receiver.isListening()) {
        m_empty->primaryButton()->setText({});
        m_empty->setTexts(tr("Nothing has arrived yet"),
                          tr("Subscribe a topic to this address and publish a message to it."));
    } else {
        m_empty->primaryButton()->setText(tr("Start the receiver"));
        m_empty->setTexts(tr("See what a subscriber is sent"),
                          tr("A small HTTP server that shows each push as it arrives, and answers "
                             "what you choose, so that retries can be watched."));
    }
}

void ReceiverPage::showArrival()
{
    const QModelIndex current = m_table->currentIndex();
    const Arrival* arrival = m_arrivals.find(current.data(KeyRole).toString());
    if (!arrival) {
        m_viewer->clear();
        return;
    }
    m_viewer->setMessage(arrival->body, arrivalProperties(*arrival),
                         u"push-%1"_s.arg(arrival->number));
}

} // namespace ui
