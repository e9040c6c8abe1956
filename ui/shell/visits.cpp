#include "visits.h"

namespace ui {

namespace {
constexpr int VisitsMax = 100;
}

void Visits::visit(const Place& place)
{
    if (m_at >= 0 && m_places.at(m_at) == place)
        return;
    m_places.resize(m_at + 1);
    m_places.append(place);
    if (m_places.size() > VisitsMax)
        m_places.removeFirst();
    m_at = m_places.size() - 1;
}

void Visits::forget(const Place& place)
{
    QList<Place> kept;
    qsizetype at = -1;
    for (qsizetype i = 0; i < m_places.size(); ++i) {
        const Place& each = m_places.at(i);
        const bool isRepeated = !kept.isEmpty() && kept.constLast() == each;
        if (each != place && !isRepeated)
            kept.append(each);
        if (i == m_at)
            at = kept.size() - 1;
    }
    m_places = kept;
    m_at = m_places.isEmpty() ? -1 : std::max<qsizetype>(at, 0);
}

} // namespace ui
