#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace ui {

class Label;

/// What a page shows in place of nothing: an icon, a sentence, the button that leads on, and
/// perhaps a quieter second way.
class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    EmptyState(const QString& name, QStringView iconName, QWidget* parent = nullptr);

    void setTexts(const QString& title, const QString& sentence);
    [[nodiscard]] QPushButton* primaryButton() const { return m_primary; }
    [[nodiscard]] QPushButton* secondaryButton() const { return m_secondary; }

private:
    void changeEvent(QEvent* event) override;
    void showIcon();

    QString m_iconName;
    QLabel* m_icon;
    Label* m_title;
    Label* m_sentence;
    QPushButton* m_primary;   // hidden until it has a text
    QPushButton* m_secondary; // likewise
};

} // namespace ui
