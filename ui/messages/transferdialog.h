#pragma once

#include "ui/common/formdialog.h"

class QComboBox;
class QCheckBox;
class QSpinBox;

namespace ui {

class Field;
class Label;
class QueuePicker;

/// What shall happen with messages: which, where to, and how fast.
struct Transfer
{
    enum class Which { Chosen, Matching, All };

    Which which = Which::Chosen;
    int connection = 0; ///< by its place among those that were offered
    QString queueName;  ///< empty: each goes back to where it came from
    int perSecond = 0;  ///< 0: as fast as it goes
};

/// Asks for that. It knows no service: whoever opens it fills in the queues of the connection that
/// is chosen.
class TransferDialog final : public FormDialog
{
    Q_OBJECT

public:
    struct Offer
    {
        QString title;
        QString submitText;
        int chosenCount = -1;  ///< -1: nothing can be chosen
        bool canMatch = false; ///< a filter is set
        bool canTakeAll = false;
        QStringList connections;    ///< their names; the first is ours
        QStringList queueNames;     ///< of ours
        bool canGoToOrigin = false; ///< dead letters know where they came from
        QString target;             ///< proposed
        bool isMove = false;        ///< the originals are deleted
        QString consequences;       ///< what it does to others; may be empty
    };

    explicit TransferDialog(Offer offer, QWidget* parent = nullptr);

    /// What is filled in can be tried on a copy, while it stays with our own connection.
    void offerRehearsal(std::function<Rehearsal(const Transfer&)> rehearsal);
    /// Of the connection that is chosen; ours are known.
    void setQueueNames(const QStringList& names);

signals:
    void connectionChosen(int connection);
    void submitted(const Transfer& transfer);

private:
    void createLayout();
    void retranslate();
    [[nodiscard]] bool goesToOrigin() const;
    [[nodiscard]] Transfer transfer() const;
    void check();

    Offer m_offer;
    QComboBox* m_which;
    Field* m_whichField;
    QComboBox* m_connection;
    Field* m_connectionField;
    QCheckBox* m_origin;
    QueuePicker* m_target;
    Field* m_targetField;
    Label* m_moveHelp;
    QSpinBox* m_rate;
    Field* m_rateField;
    Label* m_consequences;
};

} // namespace ui
