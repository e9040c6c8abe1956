#pragma once

#include "exchangemodel.h"

#include "ui/common/tableproxy.h"

#include <QTimer>
#include <QWidget>

class QLineEdit;
class QToolButton;

namespace ui {

class Banner;
class Connection;
class EmptyState;
class ExchangeDetails;
class Label;
class Settings;
class TableView;

/// The requests of a connection over HTTP, as they come: those that its served broker answered and
/// those that this console sent. One can be looked at, copied as a script, and sent again.
class WireTap final : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive us.
    WireTap(Connection& connection, Settings& settings, QWidget* parent = nullptr);

signals:
    void closeRequested();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void createActions();
    void createLayout();
    void retranslate();
    void showExchanges();
    void showPlaceholder();
    void showSelection();
    [[nodiscard]] const Exchange* selected() const;
    void copyAsCurl();
    void sendAgain();

    Connection& m_connection;
    ExchangeModel m_model;
    TableProxy m_proxy;
    QTimer m_refresh; // many requests, one look
    QString m_shown;  // key of what the details show
    Label* m_title;
    Label* m_count;
    QLineEdit* m_filter;
    Banner* m_banner;
    TableView* m_table;
    EmptyState* m_empty;
    ExchangeDetails* m_details;
    QAction* m_record;
    QAction* m_clear;
    QAction* m_close;
    QAction* m_curl;
    QAction* m_again;
};

} // namespace ui
