#pragma once

#include <QComboBox>

class QStringListModel;

namespace ui {

/// Chooses one of many queues: by list, or by typing any part of the name.
class QueuePicker final : public QComboBox
{
    Q_OBJECT

public:
    explicit QueuePicker(const QString& name, QWidget* parent = nullptr);

    /// The choice stays if it is among them.
    void setQueueNames(const QStringList& names);
    /// Empty if what is typed is no queue.
    [[nodiscard]] QString queueName() const;
    void setQueueName(const QString& name);

signals:
    void queueChosen(const QString& name);

private:
    QStringListModel* m_names; // ten thousand of them must not be as many items
};

} // namespace ui
