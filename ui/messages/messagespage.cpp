#include "messagespage.h"

#include "messagecommands.h"
#include "messagestate.h"
#include "queuepicker.h"
#include "receiving.h"
#include "shownmessage.h"
#include "statechip.h"
#include "takeandhold.h"

#include "ui/bodyview/bodyviewer.h"
#include "ui/common/actionbutton.h"
#include "ui/common/banner.h"
#include "ui/common/emptystate.h"
#include "ui/common/errortext.h"
#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/settings.h"
#include "ui/common/tableview.h"
#include "ui/common/translated.h"
#include "ui/connections/connection.h"

#include <QAction>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>
#include <QToolButton>

namespace ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int FilterDelayMs = 300;
}

MessagesPage::MessagesPage(Connection& connection, Prompts& prompts, Settings& settings,
                           QWidget* parent)
    : QWidget(parent)
    , m_connection(connection)
    , m_prompts(prompts)
    , m_feed(connection)
    , m_commands(new MessageCommands(connection, prompts, settings, this))
    , m_title(new Label(TextRole::PageTitle))
    , m_picker(new QueuePicker(u"messagesQueue"_s))
    , m_openQueue(new QToolButton)
    , m_filter(new QLineEdit)
    , m_regex(new QToolButton)
    , m_searchText(new Label(TextRole::Caption, Tone::Muted))
    , m_stop(new QPushButton)
    , m_more(new QToolButton)
    , m_banner(new Banner(u"messagesBanner"_s))
    , m_table(new TableView(u"messagesTable"_s))
    , m_empty(new EmptyState(u"messagesEmpty"_s, u"envelope"))
    , m_viewer(new BodyViewer(u"messageBody"_s, prompts))
    , m_shown(new ShownMessage(connection, *m_viewer, this))
    , m_splitter(new QSplitter)
{
    setObjectName(u"messagesPage"_s);
    for (std::size_t i = 0; i < m_chips.size(); ++i)
        m_chips[i] = new StateChip(MessageStates[i]);
    m_table->setList(&m_feed.model(), settings);
    m_table->setUsualLayout({120, 108, 72, 76, 76, 92, 200});
    m_table->setRowActions(m_commands->actions());
    m_table->setPlaceholder(m_empty);
    m_table->installEventFilter(this);
    createLayout();
    connectSignals();
    keepTranslated(this, [this] { retranslate(); });
}

void MessagesPage::createLayout()
{
    m_title->setObjectName(u"messagesTitle"_s);
    m_openQueue->setObjectName(u"messagesOpenQueue"_s);
    m_openQueue->setIcon(icon(u"queue"));
    m_openQueue->setAutoRaise(true);
    m_openQueue->setFocusPolicy(Qt::TabFocus);
    m_filter->setObjectName(u"messagesFilter"_s);
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(icon(u"search", Tone::Muted), QLineEdit::LeadingPosition);
    m_regex->setObjectName(u"messagesRegex"_s);
    m_regex->setCheckable(true);
    m_regex->setText(u".*"_s);
    m_searchText->setObjectName(u"messagesSearch"_s);
    m_stop->setObjectName(u"messagesStop"_s);
    m_splitter->setObjectName(u"messagesSplitter"_s);

    auto* head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(m_title);
    head->addWidget(m_picker);
    head->addWidget(m_openQueue);
    head->addStretch();
    for (StateChip* chip : m_chips)
        head->addWidget(chip);

    auto* search = new QHBoxLayout;
    search->setSpacing(4);
    search->addWidget(m_filter, 1);
    search->addWidget(m_regex);
    search->addSpacing(4);
    search->addWidget(m_searchText);
    search->addWidget(m_stop);

    auto* tools = new QHBoxLayout;
    tools->setSpacing(4);
    for (QAction* action : m_commands->mainActions())
        tools->addWidget(makeToolButton(action));
    m_more->setObjectName(u"messagesMore"_s);
    m_more->setAutoRaise(true);
    m_more->setFocusPolicy(Qt::TabFocus);
    m_more->setIcon(icon(u"list-ul"));
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->addActions(m_commands->moreActions());
    tools->addWidget(m_more);
    tools->addStretch();

    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_viewer);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(12);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addLayout(search);
    layout->addLayout(tools);
    layout->addWidget(m_banner);
    layout->addWidget(m_splitter, 1);
}

void MessagesPage::connectSignals()
{
    m_filterDelay.setSingleShot(true);
    m_filterDelay.setInterval(FilterDelayMs);
    connect(&m_filterDelay, &QTimer::timeout, this, &MessagesPage::applyFilter);
    connect(m_filter, &QLineEdit::textChanged, &m_filterDelay, qOverload<>(&QTimer::start));
    connect(m_filter, &QLineEdit::returnPressed, this, &MessagesPage::applyFilter);
    connect(m_regex, &QToolButton::toggled, this, &MessagesPage::applyFilter);
    connect(m_stop, &QPushButton::clicked, &m_feed, &MessageFeed::stopSearch);
    connect(m_picker, &QueuePicker::queueChosen, this, &MessagesPage::showQueue);
    connect(m_openQueue, &QToolButton::clicked, this,
            [this] { emit queueRequested(m_feed.queueName()); });
    for (StateChip* chip : m_chips)
        connect(chip, &QToolButton::toggled, this, &MessagesPage::applyStates);

    connect(&m_feed, &MessageFeed::queueChanged, this, &MessagesPage::showCounts);
    connect(&m_feed, &MessageFeed::searchChanged, this, &MessagesPage::showSearch);
    connect(&m_feed, &MessageFeed::loaded, this, [this] {
        showPlaceholder();
        showSelection();
        tellVisibleRows();
    });
    connect(&m_feed, &MessageFeed::failed, this, [this](const cmq::Error& error) {
        m_banner->show(BannerKind::Error, errorSentence(error), errorDetail(error));
    });
    connect(m_commands, &MessageCommands::failed, this, [this](const cmq::Error& error) {
        m_banner->show(BannerKind::Error, errorSentence(error), errorDetail(error));
    });
    connect(m_commands, &MessageCommands::traceRequested, this, &MessagesPage::traceRequested);
    connect(m_commands, &MessageCommands::copyRequested, this, &MessagesPage::copyRequested);
    connect(m_commands, &MessageCommands::noticed, this,
            [this](const QString& text) { m_banner->show(BannerKind::Info, text); });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &MessagesPage::showSelection);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &MessagesPage::showMessage, Qt::QueuedConnection); // the selection comes first
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this,
            &MessagesPage::tellVisibleRows);
    connect(m_empty->primaryButton(), &QPushButton::clicked, this, &MessagesPage::takeAndHold);
}

void MessagesPage::retranslate()
{
    m_title->setText(tr("Messages"));
    m_picker->lineEdit()->setPlaceholderText(tr("Choose a queue"));
    m_picker->setAccessibleName(tr("Queue"));
    m_openQueue->setAccessibleName(tr("Open this queue in a tab of its own"));
    m_filter->setPlaceholderText(tr("Search bodies; $.order.id=7  id:7  size>10k  receives>2"));
    m_filter->setAccessibleName(tr("Search the messages of this queue"));
    m_regex->setToolTip(tr("Take the text for a regular expression"));
    m_regex->setAccessibleName(m_regex->toolTip());
    m_stop->setText(tr("Stop"));
    m_more->setText(tr("More"));
    m_table->setAccessibleName(tr("Messages"));
    for (StateChip* chip : m_chips)
        chip->retranslate();
    m_commands->retranslate();
    m_feed.model().retranslate();
    showCounts();
    showSearch();
}

void MessagesPage::setQueueNames(const QStringList& names)
{
    m_picker->setQueueNames(names);
    m_commands->transfers().setQueueNames(names);
    if (m_isForOneQueue)
        return;
    if (m_feed.queueName().isEmpty() && !names.isEmpty())
        showQueue(names.first());
    else if (!names.contains(m_feed.queueName())) // it was deleted
        showQueue(names.value(0));
}

void MessagesPage::showQueue(const QString& queueName)
{
    m_banner->clear();
    m_picker->setQueueName(queueName);
    m_feed.setQueue(queueName);
    showPlaceholder();
    showSelection();
    showMessage();
}

void MessagesPage::showOnly(const QString& queueName)
{
    m_isForOneQueue = true;
    m_title->hide();
    m_picker->hide();
    m_openQueue->hide();
    layout()->setContentsMargins(0, 8, 0, 0);
    showQueue(queueName);
}

QList<QAction*> MessagesPage::messageActions() const
{
    return m_commands->actions();
}

void MessagesPage::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void MessagesPage::refresh()
{
    m_banner->clear();
    m_feed.reload();
}

bool MessagesPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table && event->type() == QEvent::Resize)
        QMetaObject::invokeMethod(this, &MessagesPage::tellVisibleRows, Qt::QueuedConnection);
    const bool isPress = event->type() == QEvent::KeyPress;
    if (watched != m_table || (!isPress && event->type() != QEvent::ShortcutOverride))
        return QWidget::eventFilter(watched, event);
    const QKeySequence keys(static_cast<QKeyEvent*>(event)->keyCombination());
    const auto* key = static_cast<QKeyEvent*>(event);
    if (isPress && key->key() == Qt::Key_F3) {
        m_viewer->findNext(key->modifiers().testFlag(Qt::ShiftModifier));
        return true;
    }
    if (isPress && keys == QKeySequence(Qt::Key_Space)) {
        m_shown->preview(m_prompts, this);
        return true;
    }
    for (QAction* action : m_commands->actions()) {
        if (action->shortcut() != keys)
            continue;
        event->accept();
        if (isPress)
            action->trigger();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void MessagesPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_feed.setActive(true);
}

void MessagesPage::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_feed.setActive(false);
}

void MessagesPage::applyFilter()
{
    m_filterDelay.stop();
    m_feed.setFilter(MessageFilter(m_filter->text(), m_regex->isChecked()));
    tellScope();
    showPlaceholder();
}

void MessagesPage::applyStates()
{
    QSet<cmq::MessageState> states;
    for (const StateChip* chip : m_chips) {
        if (chip->isChecked())
            states.insert(chip->state());
    }
    m_feed.setStates(states);
    tellScope();
    showPlaceholder();
}

/// What is listed is what can be copied, moved and exported as a whole.
void MessagesPage::tellScope()
{
    MessageScope scope{{}, MessageFilter(m_filter->text(), m_regex->isChecked())};
    for (const StateChip* chip : m_chips) {
        if (chip->isChecked())
            scope.states.push_back(chip->state());
    }
    if (scope.states.size() == m_chips.size())
        scope.states.clear();
    m_commands->transfers().setScope(scope);
}

void MessagesPage::setConnections(const QList<Connection*>& connections)
{
    m_commands->transfers().setConnections(connections);
}

void MessagesPage::showCounts()
{
    for (StateChip* chip : m_chips)
        chip->setCount(m_feed.queue() ? messageCount(*m_feed.queue(), chip->state()) : -1,
                       m_connection.hasExactFigures());
    m_commands->setQueue(m_feed.queue());
    showPlaceholder();
    m_shown->showProperties();
}

void MessagesPage::showSearch()
{
    const MessageFilter filter(m_filter->text(), m_regex->isChecked());
    const MessageFeed::Search& search = m_feed.search();
    m_stop->setVisible(search.isRunning);
    m_searchText->setTone(filter.error().isEmpty() ? Tone::Muted : Tone::Dead);
    QString text;
    if (!filter.error().isEmpty())
        text = filter.error();
    else if (search.isRunning)
        text = tr("%1 found, %2 of %3 searched")
                   .arg(formatCount(search.found), formatCount(search.searched),
                        formatCount(search.total));
    else if (search.isCut)
        text = tr("The first %1 found").arg(formatCount(search.found));
    else if (search.searched > 0)
        text = tr("%1 found, %2 searched")
                   .arg(formatCount(search.found), formatCount(search.searched));
    m_searchText->setText(text);
}

void MessagesPage::showPlaceholder()
{
    QPushButton* receive = m_empty->primaryButton();
    receive->setText({});
    const QString cannotLook = m_connection.whyNot(cmq::PeekMessages());
    const bool noStates = std::ranges::none_of(m_chips, &StateChip::isChecked);
    const bool hasQueue = !m_feed.queueName().isEmpty();
    m_openQueue->setEnabled(hasQueue);
    m_openQueue->setToolTip(hasQueue ? m_openQueue->accessibleName() : tr("Choose a queue first."));
    m_filter->setEnabled(cannotLook.isEmpty());
    m_regex->setEnabled(cannotLook.isEmpty());
    m_filter->setToolTip(cannotLook);
    if (m_feed.queueName().isEmpty())
        m_empty->setTexts(tr("No queue"), tr("Choose a queue to see what it holds."));
    else if (!cannotLook.isEmpty())
        showCannotLook(cannotLook);
    else if (noStates)
        m_empty->setTexts(tr("No state chosen"), tr("Switch on the states you want to see."));
    else if (m_feed.search().isRunning)
        m_empty->setTexts(tr("Searching…"), {});
    else if (!m_filter->text().trimmed().isEmpty())
        m_empty->setTexts(tr("Nothing found"), tr("No message of this queue matches."));
    else if (!m_feed.isLoaded())
        m_empty->showLoading();
    else
        m_empty->setTexts(tr("No messages"),
                          tr("This queue holds no message in the states that are switched on."));
}

// CMQ has no peek: over its API, looking is receiving, and that has consequences worth numbers.
void MessagesPage::showCannotLook(const QString& reason)
{
    QString sentence = reason;
    if (m_feed.queue())
        sentence += u' ' + takeAndHoldHelp(m_feed.queue()->settings);
    QPushButton* receive = m_empty->primaryButton();
    receive->setText(tr("Take and hold…"));
    const QString whyNot = m_connection.whyNot(cmq::BatchReceiveMessage());
    receive->setEnabled(whyNot.isEmpty() && m_feed.queue());
    receive->setToolTip(whyNot);
    m_empty->setTexts(tr("Messages cannot be shown here"), sentence);
}

void MessagesPage::takeAndHold()
{
    if (!m_feed.queue())
        return;
    Receiving::open(m_connection, m_feed.queueName(), m_feed.queue()->settings, m_prompts, this);
}

void MessagesPage::showSelection()
{
    QList<cmq::PeekedMessage> selected;
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    for (const QModelIndex& row : rows)
        selected.append(m_feed.model().message(row.row()));
    m_commands->setSelection(m_feed.queueName(), selected);
    if (!selected.isEmpty())
        emit messageSelected(QString::fromStdString(selected.first().msgId));
    if (m_shown->entry() != 0) {
        if (const auto row = m_feed.model().rowOf(m_shown->entry()))
            m_shown->update(m_feed.model().message(*row));
    }
}

void MessagesPage::showMessage()
{
    const QModelIndex current = m_table->currentIndex();
    if (current.isValid())
        m_shown->show(m_feed.queueName(), m_feed.model().message(current.row()));
    else
        m_shown->clear();
}

void MessagesPage::tellVisibleRows()
{
    const int first = std::max(0, m_table->rowAt(0));
    int last = m_table->rowAt(m_table->viewport()->height() - 1);
    if (last < 0)
        last = m_feed.model().rowCount() - 1;
    m_feed.setVisibleRows(first, last);
}

} // namespace ui
