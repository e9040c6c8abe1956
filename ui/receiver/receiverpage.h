#pragma once

#include "arrivalmodel.h"

#include "ui/common/tableproxy.h"

#include <QStringList>
#include <QWidget>

class QAction;
class QLineEdit;
class QMenu;
class QPushButton;
class QSpinBox;
class QToolButton;

namespace ui {

class Banner;
class BodyViewer;
class EmptyState;
class Label;
class Prompts;
class Receiver;
class ReplyEditor;
class Settings;
class TableView;

/// The built-in HTTP receiver: where it listens, what it answers, and what arrived, live.
class ReceiverPage final : public QWidget
{
    Q_OBJECT

public:
    /// All outlive us.
    ReceiverPage(Receiver& receiver, Prompts& prompts, Settings& settings,
                 QWidget* parent = nullptr);

    /// The topics that can be subscribed to the receiver.
    void setTopicNames(const QStringList& names);
    /// Why nothing can be subscribed; empty if it can.
    void setSubscribeProblem(const QString& problem);

signals:
    /// A subscription of this topic to the receiver is wanted.
    void subscriptionRequested(const QString& topicName, const QString& url);

private:
    void setUpTable(Settings& settings);
    void createLayout();
    void connectSignals();
    void retranslate();
    void toggle();
    void showState();
    void showLog();
    void showPlaceholder();
    void showArrival();
    void fillTopicMenu();

    Receiver& m_receiver;
    ArrivalModel m_arrivals;
    TableProxy m_proxy;
    QStringList m_topicNames;
    QString m_subscribeProblem;

    Label* m_title;
    Label* m_status;
    Banner* m_banner;
    QLineEdit* m_url;
    QToolButton* m_copy;
    QToolButton* m_subscribe;
    QMenu* m_topicMenu;
    Label* m_portCaption;
    QSpinBox* m_port;
    QPushButton* m_toggle;
    ReplyEditor* m_reply;
    Label* m_count;
    QPushButton* m_clear;
    TableView* m_table;
    EmptyState* m_empty;
    BodyViewer* m_viewer;
};

} // namespace ui
