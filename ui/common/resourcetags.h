#pragma once

#include "cmq/cloudattributes.h"

#include <QString>

namespace ui {

/// Resource tags as people write them: `owner=me, env=test`.
[[nodiscard]] QString formatResourceTags(const std::vector<cmq::ResourceTag>& tags);

/// The reverse; a key alone has an empty value. Blanks around keys and values do not count.
[[nodiscard]] std::vector<cmq::ResourceTag> parseResourceTags(const QString& text);

/// " · tags owner=me", to follow other facts; empty without tags.
[[nodiscard]] QString resourceTagsFact(const std::vector<cmq::ResourceTag>& tags);

} // namespace ui
