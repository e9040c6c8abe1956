#pragma once

#include "consumerbook.h"

#include "ui/common/tablemodel.h"
#include "ui/common/tableproxy.h"

#include "cmq/messageactions.h"
#include "cmq/result.h"

#include <QTimer>
#include <QWidget>

class QAction;

namespace ui {

class Banner;
class Consumers;
class EmptyState;
class Label;
class Settings;
class TableView;

/// A message that somebody has received and not deleted yet.
struct HeldMessage
{
    cmq::PeekedMessage message;
    QString client;
    std::optional<cmq::Time> since;
    QString left; ///< until it is visible again
    friend bool operator==(const HeldMessage&, const HeldMessage&) = default;
};

struct WaitingRow
{
    WaitingReceiver receiver;
    QString left;
    friend bool operator==(const WaitingRow&, const WaitingRow&) = default;
};

/// The consumers of one queue: who holds what until when, and who waits.
class ConsumersPart final : public QWidget
{
    Q_OBJECT

public:
    /// So many held messages are shown.
    static constexpr std::int64_t HeldMax = 1000;

    /// These outlive us.
    ConsumersPart(Consumers& consumers, QString queueName, Settings& settings,
                  QWidget* parent = nullptr);

signals:
    /// The life of a message is wanted.
    void traceRequested(const QString& msgId);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void createLayout(Settings& settings);
    void retranslate();
    void refresh();
    void show(const cmq::Result<cmq::PeekedMessages>& held);
    void showTitles(bool areMore);
    void openTrace();

    Consumers& m_consumers;
    QString m_queueName;
    TableModel<HeldMessage> m_held;
    TableModel<WaitingRow> m_waiting;
    TableProxy m_heldProxy;
    TableProxy m_waitingProxy;
    QTimer m_tick;
    bool m_isAsking = false;
    bool m_areMore = false;

    Banner* m_banner;
    Label* m_heldTitle;
    TableView* m_heldTable;
    EmptyState* m_nothingHeld;
    Label* m_waitingTitle;
    TableView* m_waitingTable;
    EmptyState* m_nobodyWaits;
    QAction* m_trace;
};

} // namespace ui
