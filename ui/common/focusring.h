#pragma once

#include <QFocusFrame>
#include <QObject>
#include <QPointer>

class QApplication;

namespace ui {

/// Shows where the keyboard is: a ring around the widget that has the focus. Always around what one
/// types into, around everything else when the focus came by the keyboard.
class FocusRing final : public QObject
{
    Q_OBJECT

public:
    /// The application owns it.
    explicit FocusRing(QApplication& application);

private:
    void follow(QWidget* focused);

    QPointer<QFocusFrame> m_frame; // dies with the window it was last in
};

} // namespace ui
