#pragma once

#include <QWidget>

class QLabel;

namespace ui {

class Label;

/// One row of a form: a title above the input, below it the hint (range, default) or, while the
/// value is refused, what is wrong. The place below is always kept, so that nothing jumps.
class Field final : public QWidget
{
    Q_OBJECT

public:
    /// Takes ownership of `input`, which has its object name already.
    explicit Field(QWidget* input, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setHint(const QString& hint);
    /// An empty text says that all is well.
    void setError(const QString& error);
    [[nodiscard]] QString error() const { return m_error; }

private:
    void showBelow();

    QWidget* m_input;
    Label* m_title;
    QLabel* m_icon;
    Label* m_below;
    QString m_hint;
    QString m_error;
};

} // namespace ui
