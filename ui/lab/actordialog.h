#pragma once

#include "ui/common/formdialog.h"

#include "scenario/scenario.h"

#include <QStringList>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QGridLayout;
class QLineEdit;
class QSpinBox;

namespace ui {

class Field;

/// What an actor can be connected to: the names of queues and topics of the sandbox.
struct StageNames
{
    QStringList queues;
    QStringList topics;
    QStringList actors; ///< names that are taken
};

/// Who somebody on the stage is and what it does: a producer, a consumer or an HTTP receiver.
class ActorDialog final : public FormDialog
{
    Q_OBJECT

public:
    /// `actor`: what the form starts with; its role decides which form. Without a name it is a new
    /// one.
    ActorDialog(cmq::scenario::Actor actor, StageNames names, QWidget* parent = nullptr);

    /// As the form is filled in.
    [[nodiscard]] cmq::scenario::Actor actor() const;

signals:
    void submitted(const cmq::scenario::Actor& actor);

private:
    void addProducer(const cmq::scenario::Producer& producer);
    void addConsumer(const cmq::scenario::Consumer& consumer);
    void addReceiver(const cmq::scenario::Receiver& receiver);
    [[nodiscard]] cmq::scenario::Producer producer() const;
    [[nodiscard]] cmq::scenario::Consumer consumer() const;
    [[nodiscard]] cmq::scenario::Receiver receiver() const;
    Field* add(QWidget* input, std::function<void(Field&)> setTexts);
    QSpinBox* addNumber(const QString& name, std::int64_t value, int least, int most,
                        std::function<void(Field&)> setTexts);
    void check();

    const cmq::scenario::Actor m_start;
    const StageNames m_names;
    QGridLayout* m_fields; ///< two beside each other: the form has room on small screens
    QLineEdit* m_name;
    Field* m_nameField = nullptr;
    QCheckBox* m_isRunning;
    // Of one of the roles; null in the others.
    QComboBox* m_place = nullptr;
    Field* m_placeField = nullptr;
    QDoubleSpinBox* m_rate = nullptr;
    QSpinBox* m_count = nullptr;
    QSpinBox* m_delay = nullptr;
    QSpinBox* m_size = nullptr;
    QLineEdit* m_body = nullptr;
    QLineEdit* m_tags = nullptr;
    QLineEdit* m_routingKey = nullptr;
    QSpinBox* m_workers = nullptr;
    QSpinBox* m_batch = nullptr;
    QSpinBox* m_wait = nullptr;
    QDoubleSpinBox* m_least = nullptr;
    QDoubleSpinBox* m_most = nullptr;
    QSpinBox* m_crash = nullptr;
    QSpinBox* m_forget = nullptr;
    QCheckBox* m_isIdempotent = nullptr;
    QLineEdit* m_url = nullptr;
    Field* m_urlField = nullptr;
    QLineEdit* m_answers = nullptr;
    Field* m_answersField = nullptr;
    QSpinBox* m_takes = nullptr;
};

/// `3x500, 200` → three times 500, then 200 for ever; none if it is no such list.
[[nodiscard]] std::optional<std::vector<cmq::scenario::ReceiverAnswer>>
parseAnswers(const QString& text);
[[nodiscard]] QString answersText(const std::vector<cmq::scenario::ReceiverAnswer>& answers);

} // namespace ui
