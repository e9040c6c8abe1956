#pragma once

#include "place.h"

#include <QList>

namespace ui {

/// The way a person took through the places, to go back and forward on it. A value; the last
/// hundred visits are kept.
class Visits final
{
public:
    /// Somebody went there by another way than back and forward: what lay ahead is dropped.
    void visit(const Place& place);
    /// A closed tab is no place to go back to.
    void forget(const Place& place);

    [[nodiscard]] bool canGoBack() const { return m_at > 0; }
    [[nodiscard]] bool canGoForward() const { return m_at + 1 < m_places.size(); }
    /// The place gone to; only if one can.
    const Place& goBack() { return m_places.at(--m_at); }
    const Place& goForward() { return m_places.at(++m_at); }

private:
    QList<Place> m_places;
    qsizetype m_at = -1;
};

} // namespace ui
