#pragma once

#include <QString>

namespace ui {

/// Something the workspace can show: one of its pages, or an object in a tab of its own.
struct Place
{
    enum class Kind { Page, Queue, Topic };

    Kind kind = Kind::Page;
    QString name; ///< of a page: the object name of its action

    friend bool operator==(const Place&, const Place&) = default;
};

/// `queue/orders`: how a place is kept between two runs.
[[nodiscard]] QString toText(const Place& place);

/// A page of no name for a text that means nothing.
[[nodiscard]] Place placeOf(const QString& text);

} // namespace ui
