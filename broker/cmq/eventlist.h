#pragma once

#include "event.h"

#include <cstddef>
#include <iterator>
#include <memory>
#include <utility>
#include <vector>

namespace cmq {

/// Events in order, never changed and shared by all who look at them: a copy of the list copies no
/// event. Made of chunks, none of which is empty.
class EventList final
{
public:
    using Chunk = std::shared_ptr<const std::vector<Event>>;

    class Iterator
    {
    public:
        using value_type = Event;
        using difference_type = std::ptrdiff_t;
        using reference = const Event&;
        using pointer = const Event*;
        using iterator_category = std::forward_iterator_tag;

        Iterator() = default;
        explicit Iterator(const Chunk* chunk)
            : m_chunk(chunk)
        {
        }
        reference operator*() const { return (**m_chunk)[m_index]; }
        pointer operator->() const { return &**this; }
        Iterator& operator++()
        {
            if (++m_index == (*m_chunk)->size()) {
                ++m_chunk;
                m_index = 0;
            }
            return *this;
        }
        Iterator operator++(int)
        {
            const Iterator before = *this;
            ++*this;
            return before;
        }
        friend bool operator==(const Iterator&, const Iterator&) = default;

    private:
        const Chunk* m_chunk = nullptr;
        std::size_t m_index = 0;
    };

    EventList() = default;
    EventList(std::vector<Event> events) // NOLINT(google-explicit-constructor): a list is one
    {
        append(std::make_shared<const std::vector<Event>>(std::move(events)));
    }

    void append(Chunk chunk)
    {
        if (chunk->empty())
            return;
        m_size += chunk->size();
        m_chunks.push_back(std::move(chunk));
    }

    [[nodiscard]] Iterator begin() const { return Iterator(m_chunks.data()); }
    [[nodiscard]] Iterator end() const { return Iterator(m_chunks.data() + m_chunks.size()); }
    [[nodiscard]] bool empty() const { return m_chunks.empty(); }
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] const Event& front() const { return m_chunks.front()->front(); }
    [[nodiscard]] const Event& back() const { return m_chunks.back()->back(); }

private:
    std::vector<Chunk> m_chunks;
    std::size_t m_size = 0;
};

} // namespace cmq
