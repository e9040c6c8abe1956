#pragma once

#include "ui/common/rehearsalhost.h"

#include "scenario/picture.h"

#include <QDialog>

#include <memory>

class QStandardItemModel;
class QTableView;

namespace ui {

class Banner;
class Label;

/// Something that was tried on a copy of a broker: which counters would change, and what would
/// become of which message. Nothing outside of the copy is touched.
class RehearsalDialog final : public QDialog
{
    Q_OBJECT

public:
    /// Begins at once. `connection` outlives us.
    RehearsalDialog(Connection& connection, const Rehearsal& rehearsal, QWidget* parent = nullptr);
    ~RehearsalDialog() override;

    /// A line of either table: a title, and values that go from one to another.
    struct Change
    {
        QString title;
        QStringList values;
        friend bool operator==(const Change&, const Change&) = default;
    };

private:
    void createLayout();
    void retranslate();
    void begin(const std::shared_ptr<const cmq::BrokerCopy>& copy);
    void look(std::function<void(const cmq::scenario::Picture&)> seen);
    void show(const cmq::scenario::Picture& after, const QStringList& problems);
    void fail(const QString& text);

    Rehearsal m_rehearsal;
    std::unique_ptr<Connection> m_copy; // whose sandbox it is
    cmq::scenario::Picture m_before;
    Label* m_title;
    Label* m_text;
    Banner* m_banner;
    Label* m_counters;
    QTableView* m_counterTable;
    QStandardItemModel* m_counterModel;
    Label* m_messages;
    QTableView* m_messageTable;
    QStandardItemModel* m_messageModel;
};

/// Of queues and subscriptions of which a counter would change: "12 → 0".
[[nodiscard]] QList<RehearsalDialog::Change> counterChanges(const cmq::scenario::Picture& before,
                                                            const cmq::scenario::Picture& after);

/// Of each message that would be elsewhere or in another state: its body, where it is and where it
/// would be.
[[nodiscard]] QList<RehearsalDialog::Change> messageChanges(const cmq::scenario::Picture& before,
                                                            const cmq::scenario::Picture& after);

} // namespace ui
