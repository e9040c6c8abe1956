#include "arrivallog.h"

#include <algorithm>

namespace ui {

QString Arrival::header(QStringView name) const
{
    const auto found = std::ranges::find_if(headers, [&](const auto& each) {
        return each.first.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == headers.end() ? QString() : found->second;
}

void ArrivalLog::append(Arrival arrival)
{
    arrival.number = ++m_count;
    m_bytes += arrival.body.size();
    m_arrivals.append(std::move(arrival));
    while (m_arrivals.size() > CountMax || (m_bytes > BytesMax && m_arrivals.size() > 1)) {
        m_bytes -= m_arrivals.first().body.size();
        m_arrivals.removeFirst();
        ++m_forgotten;
    }
}

void ArrivalLog::skip(qint64 count)
{
    m_count += count;
    m_forgotten += count;
}

void ArrivalLog::clear()
{
    m_arrivals.clear();
    m_bytes = 0;
    m_forgotten = 0;
}

} // namespace ui
