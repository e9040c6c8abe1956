#pragma once

#include <QWidget>

class QToolButton;

namespace ui {

class Label;

/// A value to take away: its title, the value, and a button that copies it.
class CopyLine final : public QWidget
{
    Q_OBJECT

public:
    explicit CopyLine(const QString& name, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    /// `shown` may be a mask; what is copied is `value`.
    void setValue(const QString& shown, const QString& value);

private:
    QString m_value;
    Label* m_title;
    Label* m_shown;
    QToolButton* m_copy;
};

} // namespace ui
