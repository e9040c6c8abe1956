#pragma once

#include <functional>

class QWidget;

namespace ui {

/// Sets texts now and again whenever the language changes, as long as `widget` lives:
///     keepTranslated(this, [this] { m_title->setText(tr("Queues")); });
void keepTranslated(QWidget* widget, std::function<void()> setTexts);

} // namespace ui
