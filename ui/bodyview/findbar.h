#pragma once

#include <QWidget>

class QLineEdit;
class QToolButton;

namespace ui {

class Label;

/// A line to look for a text in what is shown above it: Enter and F3 go on, with Shift back, Esc
/// closes.
class FindBar final : public QWidget
{
    Q_OBJECT

public:
    explicit FindBar(const QString& name, QWidget* parent = nullptr);

    /// Shows it, with what was looked for last ready to be replaced.
    void open();
    [[nodiscard]] QString text() const;
    /// Whether the text was found; says so.
    void setFound(bool isFound);

signals:
    void findRequested(bool isBackward);
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void close();
    void retranslate();

    QLineEdit* m_text;
    Label* m_result;
    QToolButton* m_previous;
    QToolButton* m_next;
    QToolButton* m_close;
};

} // namespace ui
