#pragma once

#include <QFrame>

class QAction;
class QHBoxLayout;
class QLabel;
class QToolButton;

namespace ui {

class Label;

enum class BannerKind { Info, Success, Warning, Error };

/// A message in the page: what happened, why, what to do. It never covers anything, and errors stay
/// until somebody closes them or they are over; their words can be copied for a report.
class Banner final : public QFrame
{
    Q_OBJECT

public:
    explicit Banner(const QString& name, QWidget* parent = nullptr);

    /// `text` is the sentence, `detail` a second, quieter line (CMQ's own words, a path).
    void show(BannerKind kind, const QString& text, const QString& detail = {});
    /// Good news, which goes by itself after a while, unless other news has taken its place.
    void showBriefly(const QString& text);
    void clear();
    [[nodiscard]] QString text() const;

    /// A button in the banner, until the next `show` or `clear`.
    void addAction(QAction* action);

signals:
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void removeActions();

    BannerKind m_kind = BannerKind::Info;
    QLabel* m_icon;
    Label* m_text;
    Label* m_detail;
    QHBoxLayout* m_buttons;
    QToolButton* m_copy;
    QToolButton* m_close;
};

} // namespace ui
