#pragma once

#include "messagesource.h"

#include <QHash>
#include <QThreadPool>

namespace ui {

/// The messages of a file of JSON lines (docs/messages-format.md), read as they are needed, on a
/// thread of the pool: files may be larger than memory.
class MessageFile final : public MessageSource
{
public:
    explicit MessageFile(QString path);

    void findMore(QObject* context, FoundHandler handler) override;
    void read(QObject* context, std::uint64_t key, bool withBody, ReadHandler handler) override;
    [[nodiscard]] std::int64_t expected() const override { return m_expected; }

private:
    QString m_path;
    QHash<std::uint64_t, qint64> m_places; ///< line number → where it begins
    qint64 m_next = 0;                     ///< where reading goes on
    std::uint64_t m_line = 0;              ///< the last line that was read
    std::int64_t m_expected = 0;
    QThreadPool m_reader; // one thread, so that messages keep their order
};

} // namespace ui
