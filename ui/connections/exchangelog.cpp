#include "exchangelog.h"

#include <QCoreApplication>

#include <mutex>

namespace ui {

qsizetype Exchange::bytes() const
{
    // The action repeats the parameters; text takes two bytes a character.
    qsizetype characters = stringToSign.size() + clientString.size();
    for (const RequestParameter& parameter : parameters)
        characters += 2 * (parameter.name.size() + parameter.value.size());
    return qsizetype(sizeof *this) + 2 * characters + answer.size();
}

QString signatureReason(const QString& problem)
{
    return QCoreApplication::translate("SignatureReason", problem.toUtf8().constData());
}

/// What was reported and not yet taken down. `m_mutex` guards all of it.
class ExchangeLog::Inbox final : public ExchangeSink
{
public:
    explicit Inbox(ExchangeLog* log)
        : m_log(log)
    {
    }

    bool isListening() override
    {
        const std::lock_guard lock(m_mutex);
        if (!m_log || !m_isRecording)
            return false;
        const bool hasRoom = m_waiting.size() < CountMax && m_bytes < BytesMax;
        m_missed += !hasRoom;
        return hasRoom;
    }

    void report(Exchange exchange) override
    {
        const std::lock_guard lock(m_mutex);
        if (!m_log || !m_isRecording)
            return;
        m_bytes += exchange.bytes();
        m_waiting.push_back(std::move(exchange));
        if (m_waiting.size() == 1)
            QMetaObject::invokeMethod(
                m_log, [log = m_log] { log->take(); }, Qt::QueuedConnection);
    }

    std::vector<Exchange> take()
    {
        const std::lock_guard lock(m_mutex);
        m_bytes = 0;
        return std::exchange(m_waiting, {});
    }

    void close()
    {
        const std::lock_guard lock(m_mutex);
        m_log = nullptr;
    }

    void setRecording(bool recording)
    {
        const std::lock_guard lock(m_mutex);
        m_isRecording = recording;
    }
    bool isRecording()
    {
        const std::lock_guard lock(m_mutex);
        return m_isRecording;
    }

    void forgetMissed()
    {
        const std::lock_guard lock(m_mutex);
        m_missed = 0;
    }
    quint64 missed()
    {
        const std::lock_guard lock(m_mutex);
        return m_missed;
    }

private:
    std::mutex m_mutex;
    ExchangeLog* m_log; // null when it is gone
    std::vector<Exchange> m_waiting;
    qsizetype m_bytes = 0;
    quint64 m_missed = 0;
    bool m_isRecording = true;
};

ExchangeLog::ExchangeLog(QObject* parent)
    : QObject(parent)
    , m_inbox(std::make_shared<Inbox>(this))
{
}

ExchangeLog::~ExchangeLog()
{
    m_inbox->close();
}

std::shared_ptr<ExchangeSink> ExchangeLog::sink() const
{
    return m_inbox;
}

const Exchange* ExchangeLog::find(quint64 number) const
{
    // Numbers have no gaps.
    if (m_exchanges.empty() || number < m_exchanges.front().number || number > m_lastNumber)
        return nullptr;
    return &m_exchanges[std::size_t(number - m_exchanges.front().number)];
}

quint64 ExchangeLog::missed() const
{
    return m_inbox->missed();
}

bool ExchangeLog::isRecording() const
{
    return m_inbox->isRecording();
}

void ExchangeLog::setRecording(bool recording)
{
    m_inbox->setRecording(recording);
    emit changed();
}

void ExchangeLog::clear()
{
    m_inbox->take();
    m_inbox->forgetMissed();
    m_exchanges.clear();
    m_bytes = 0;
    emit changed();
}

void ExchangeLog::take()
{
    for (Exchange& exchange : m_inbox->take()) {
        exchange.number = ++m_lastNumber;
        m_bytes += exchange.bytes();
        m_exchanges.push_back(std::move(exchange));
    }
    while (m_exchanges.size() > CountMax || (m_bytes > BytesMax && m_exchanges.size() > 1)) {
        m_bytes -= m_exchanges.front().bytes();
        m_exchanges.pop_front();
    }
    emit changed();
}

} // namespace ui
