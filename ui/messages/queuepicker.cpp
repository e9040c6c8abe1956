#include "queuepicker.h"

#include <QCompleter>
#include <QLineEdit>
#include <QSignalBlocker>

namespace ui {

using namespace Qt::StringLiterals;

QueuePicker::QueuePicker(const QString& name, QWidget* parent)
    : QComboBox(parent)
{
    setObjectName(name);
    setEditable(true);
    setInsertPolicy(NoInsert);
    setMinimumContentsLength(24);
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    lineEdit()->setObjectName(name + u"Text"_s);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    completer()->setFilterMode(Qt::MatchContains);
    connect(this, &QComboBox::activated, this, [this] { emit queueChosen(queueName()); });
    // Somebody who leaves half a name behind gets the former queue back.
    connect(lineEdit(), &QLineEdit::editingFinished, this, [this] {
        if (findText(currentText(), Qt::MatchFixedString) < 0)
            setEditText(itemText(currentIndex()));
    });
}

void QueuePicker::setQueueNames(const QStringList& names)
{
    QStringList present;
    for (int i = 0; i < count(); ++i)
        present += itemText(i);
    if (names == present)
        return;
    const QString chosen = queueName();
    {
        const QSignalBlocker quiet(this);
        clear();
        addItems(names);
        setCurrentIndex(int(names.indexOf(chosen)));
    }
    if (currentIndex() < 0)
        clearEditText();
}

QString QueuePicker::queueName() const
{
    return itemText(currentIndex());
}

void QueuePicker::setQueueName(const QString& name)
{
    setCurrentIndex(findText(name, Qt::MatchExactly));
}

} // namespace ui
