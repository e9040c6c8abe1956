#pragma once

#include "messagecard.h"

#include <QDialog>
#include <QHash>
#include <QTimer>

#include <functional>

class QCheckBox;
class QProgressBar;
class QScrollArea;
class QSpinBox;
class QVBoxLayout;

namespace ui {

class Banner;
class EmptyState;
class Field;
class Prompts;

/// Takes messages out of a queue and shows what was received, for as long as it stays open.
/// It knows no service: it asks by signals and is told by functions.
class ReceiveDialog final : public QDialog
{
    Q_OBJECT

public:
    struct Limits
    {
        int countMax = 16;    ///< 1 where the connection knows no batches
        cmq::Seconds wait{0}; ///< the queue's own long-polling wait, the first proposal
        cmq::Seconds visibilityTimeout{30};
        /// Where receiving is the only way to look: what it does to others. It is then called so.
        QString consequences;
    };

    /// `prompts` outlives us.
    ReceiveDialog(QString queueName, Limits limits, std::function<cmq::Time()> now,
                  Prompts& prompts, QWidget* parent = nullptr);

    /// A receive is under way: the button cancels it.
    void setWaiting(bool waiting);
    void addMessages(const std::vector<cmq::ReceivedMessage>& messages);
    void showEmpty();
    void showError(const cmq::Error& error);
    /// What became of the deletion of these handles: none of `failures` means deleted.
    void showDeleted(const QStringList& handles, const QHash<QString, cmq::Error>& failures);

signals:
    void receiveRequested(int count, cmq::Seconds wait);
    void cancelRequested();
    void deleteRequested(const QStringList& handles);

private:
    void createControls();
    void createLayout();
    void retranslate();
    void receiveOrCancel();
    void requestDelete(const QList<MessageCard*>& cards);
    [[nodiscard]] QList<MessageCard*> held() const;
    void inspect(const MessageCard* card);
    void tick();
    void updateButtons();

    QString m_queueName;
    Limits m_limits;
    std::function<cmq::Time()> m_now;
    Prompts& m_prompts;
    bool m_isWaiting = false;
    cmq::Time m_waitingSince;
    QList<MessageCard*> m_cards; // newest first; owned by the scroll area
    QTimer m_clock;

    QSpinBox* m_count;
    QSpinBox* m_wait;
    Field* m_countField;
    Field* m_waitField;
    QCheckBox* m_deletes;
    Label* m_deletesHelp;
    QPushButton* m_receive;
    QProgressBar* m_progress;
    Banner* m_banner;
    QScrollArea* m_area;
    QVBoxLayout* m_list;
    EmptyState* m_empty;
    Label* m_title;
    Label* m_consequences;
    QPushButton* m_deleteAll;
    QPushButton* m_close;
};

} // namespace ui
