#include "queuepicker.h"

#include <QCompleter>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QStringListModel>

namespace ui {

using namespace Qt::StringLiterals;

QueuePicker::QueuePicker(const QString& name, QWidget* parent)
    : QComboBox(parent)
    , m_names(new QStringListModel(this))
{
    setModel(m_names);
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
    if (names == m_names->stringList())
        return;
    const QString chosen = queueName();
    {
        const QSignalBlocker quiet(this);
        m_names->setStringList(names);
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
