#pragma once

#include "tracefeed.h"

#include "ui/common/tablemodel.h"
#include "ui/common/tableproxy.h"

#include <QWidget>

class QComboBox;
class QSplitter;
class QStackedWidget;

namespace ui {

class Banner;
class EmptyState;
class Label;
class LifePanel;
class Prompts;
class Settings;
class TableView;
class TraceFinder;

/// The life of any message: found by its ID, or by object and time, and drawn with its reasons.
class TracePage final : public QWidget
{
    Q_OBJECT

public:
    /// Connection, prompts and settings outlive us.
    TracePage(Connection& connection, Prompts& prompts, Settings& settings,
              QWidget* parent = nullptr);

    /// Of queues and topics: what can be searched for.
    void setNames(const QStringList& names);
    /// Shows the life of a message, with the keyboard in it.
    void showMessage(std::uint64_t msgId);
    void focusId();
    void refresh();

signals:
    /// The queue of a step is wanted by itself.
    void queueRequested(const QString& queueName);
    /// A chapter of the user guide is wanted, by its title.
    void guideRequested(const QString& chapter);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void createLayout(Settings& settings);
    void connectSignals();
    void retranslate();
    void showLine();
    void showFound();
    void showPlaceholder();
    void openMessage(std::uint64_t msgId);
    void chooseFound();
    void applyHistoryCount();

    Connection& m_connection;
    Settings& m_settings;
    TraceFeed m_feed;
    TableModel<TracedMessage> m_found;
    TableProxy m_foundProxy;
    bool m_hasSearched = false;
    std::optional<cmq::Event> m_refusal; ///< the one that is chosen

    Label* m_title;
    Label* m_keepTitle;
    QComboBox* m_keep;
    TraceFinder* m_finder;
    Banner* m_banner;
    QSplitter* m_parts;
    QWidget* m_foundPart;
    Label* m_foundTitle;
    TableView* m_foundTable;
    EmptyState* m_nothingFound;
    QStackedWidget* m_content;
    EmptyState* m_empty;
    LifePanel* m_panel;
};

} // namespace ui
