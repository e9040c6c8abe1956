#pragma once

#include <cstddef>
#include <deque>
#include <memory>
#include <utility>
#include <vector>

namespace cmq::scenario {

/// What happened, in order; forgets the oldest beyond a bound. A value whose copies share what is
/// old: worlds are forked all the time.
template <class T>
class History final
{
public:
    explicit History(std::size_t bound)
        : m_bound(bound)
    {
    }

    void add(T item)
    {
        m_tail.push_back(std::move(item));
        ++m_size;
        if (m_tail.size() < ChunkSize)
            return;
        m_chunks.push_back(std::make_shared<const std::vector<T>>(std::exchange(m_tail, {})));
        while (m_size > m_bound && m_chunks.size() > 1) {
            m_size -= m_chunks.front()->size();
            m_chunks.pop_front();
            m_isCut = true;
        }
    }
    void clear()
    {
        m_chunks.clear();
        m_tail.clear();
        m_size = 0;
        m_isCut = false;
    }

    [[nodiscard]] std::size_t size() const { return m_size; }
    /// Whether something was forgotten.
    [[nodiscard]] bool isCut() const { return m_isCut; }

    template <class F>
    void forEach(F&& see) const
    {
        for (const auto& chunk : m_chunks) {
            for (const T& item : *chunk)
                see(item);
        }
        for (const T& item : m_tail)
            see(item);
    }

private:
    static constexpr std::size_t ChunkSize = 256;

    std::size_t m_bound;
    std::size_t m_size = 0;
    bool m_isCut = false;
    std::deque<std::shared_ptr<const std::vector<T>>> m_chunks;
    std::vector<T> m_tail;
};

} // namespace cmq::scenario
