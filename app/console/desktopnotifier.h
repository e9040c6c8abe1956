#pragma once

#include <QString>

/// Tells the desktop, which shows it in its own way; without one nothing happens. Nothing waits.
void notifyDesktop(const QString& title, const QString& text);
