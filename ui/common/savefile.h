#pragma once

#include <QByteArray>
#include <QString>

class QWidget;

namespace ui {

class Banner;
class Prompts;

/// Asks where, writes the bytes there, and says in the banner that they are there, or why not.
/// Prompts and banner outlive `parent`, after whose end nothing is said any more.
void saveFile(QWidget* parent, Prompts& prompts, Banner& banner, const QString& title,
              const QString& suggestedName, const QByteArray& bytes);

} // namespace ui
