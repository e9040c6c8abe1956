#pragma once

#include "cmq/messageactions.h"

#include <QDialog>

namespace ui {

class Prompts;

/// One message, whole: its body as text, JSON or bytes, and what is known of it.
class InspectDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `now` is the broker's time; `prompts` outlives us.
    InspectDialog(const cmq::PeekedMessage& message, cmq::Time now, Prompts& prompts,
                  QWidget* parent = nullptr);
};

} // namespace ui
