#pragma once

#include "exchange.h"

#include <QObject>

#include <deque>
#include <memory>

namespace ui {

/// Where requests are reported to, by whoever sees them, on any thread. While nobody looks, or more
/// come than the log can take, `isListening` is false and the reporter saves itself the work.
class ExchangeSink
{
public:
    ExchangeSink() = default;
    ExchangeSink(const ExchangeSink&) = delete;
    ExchangeSink& operator=(const ExchangeSink&) = delete;
    virtual ~ExchangeSink() = default;

    [[nodiscard]] virtual bool isListening() = 0;
    virtual void report(Exchange exchange) = 0;
};

/// The latest requests of a connection. Bounded in number and bytes: the oldest go.
///
/// Thread: the GUI's, but for the sink.
class ExchangeLog final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::size_t CountMax = 1000;
    static constexpr qsizetype BytesMax = 32 * 1024 * 1024;

    explicit ExchangeLog(QObject* parent = nullptr);
    ~ExchangeLog() override;

    /// Valid for ever: what is reported when we are gone is dropped.
    [[nodiscard]] std::shared_ptr<ExchangeSink> sink() const;

    /// From the oldest to the latest.
    [[nodiscard]] const std::deque<Exchange>& exchanges() const { return m_exchanges; }
    [[nodiscard]] const Exchange* find(quint64 number) const;
    /// How many came too fast to be taken down since the last `clear`.
    [[nodiscard]] quint64 missed() const;

    [[nodiscard]] bool isRecording() const;
    void setRecording(bool recording);
    void clear();

signals:
    void changed();

private:
    class Inbox;
    void take();

    std::shared_ptr<Inbox> m_inbox;
    std::deque<Exchange> m_exchanges;
    qsizetype m_bytes = 0;
    quint64 m_lastNumber = 0;
};

} // namespace ui
