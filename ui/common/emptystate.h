#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace ui {

class Label;

/// What a page shows in place of nothing: an icon, a sentence, the button that leads on, and
/// perhaps a quieter second way. While it is not known whether there is anything, grey lines where
/// rows will be: not at once, so that nothing flickers where an answer comes soon.
class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    EmptyState(const QString& name, QStringView iconName, QWidget* parent = nullptr);

    void setTexts(const QString& title, const QString& sentence);
    /// Until the next `setTexts`.
    void showLoading();
    [[nodiscard]] bool isLoading() const { return m_isLoading; }
    [[nodiscard]] QPushButton* primaryButton() const { return m_primary; }
    [[nodiscard]] QPushButton* secondaryButton() const { return m_secondary; }

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void showIcon();
    void setLoading(bool isLoading);

    QString m_iconName;
    QLabel* m_icon;
    Label* m_title;
    Label* m_sentence;
    QPushButton* m_primary;   // hidden until it has a text
    QPushButton* m_secondary; // likewise
    QTimer m_skeletonSoon;
    bool m_isLoading = false;
};

} // namespace ui
