#pragma once

#include "cmq/time.h"

#include <QComboBox>

namespace ui {

/// A choice of how far back small charts reach: minutes to weeks, five minutes at first.
[[nodiscard]] QComboBox* makeRangeBox(const QString& name);
void retranslateRangeBox(QComboBox* box);
[[nodiscard]] cmq::Milliseconds rangeOf(const QComboBox* box);
/// Chooses the range; one that is not offered is passed over.
void setRange(QComboBox* box, cmq::Milliseconds range);

} // namespace ui
