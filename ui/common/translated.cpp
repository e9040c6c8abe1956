#include "translated.h"

#include <QEvent>
#include <QWidget>

namespace ui {

namespace {

class Retranslator final : public QObject
{
public:
    Retranslator(QWidget* widget, std::function<void()> setTexts)
        : QObject(widget)
        , m_setTexts(std::move(setTexts))
    {
        widget->installEventFilter(this);
    }

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::LanguageChange && watched == parent())
            m_setTexts();
        return false;
    }

private:
    std::function<void()> m_setTexts;
};

} // namespace

void keepTranslated(QWidget* widget, std::function<void()> setTexts)
{
    setTexts();
    new Retranslator(widget, std::move(setTexts)); // owned by the widget
}

} // namespace ui
