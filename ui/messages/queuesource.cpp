#include "queuesource.h"

#include "ui/common/background.h"
#include "ui/common/errortext.h"
#include "ui/common/onresult.h"
#include "ui/connections/connection.h"

#include <QCoreApplication>

namespace ui {

namespace {

constexpr std::int64_t FoundAtATime = 1000;
/// With bodies a page is short: they may be a MiB each.
constexpr std::int64_t BodiesAtATime = 32;

struct QueueSourceText
{
    Q_DECLARE_TR_FUNCTIONS(ui::MessageSource)
};

void readEntry(Connection& connection, const QString& queueName, QObject* context,
               std::uint64_t entry, bool withBody, MessageSource::ReadHandler handler)
{
    cmq::PeekMessages look;
    look.queueName = queueName.toStdString();
    look.after = entry - 1;
    look.limit = 1;
    look.withBodies = withBody;
    onResult(connection.call(std::move(look)), context,
             [entry, handler = std::move(handler)](const cmq::Result<cmq::PeekedMessages>& answer) {
                 if (!answer)
                     handler({{}, errorSentence(answer.error())});
                 else if (answer->messages.empty() || answer->messages.front().entry != entry)
                     handler({{}, QueueSourceText::tr("It is not in the queue any more.")});
                 else
                     handler({answer->messages.front(), {}});
             });
}

MessageSource::Found foundOf(const cmq::PeekedMessage& message)
{
    return {message.entry, QString::fromStdString(message.msgId)};
}

} // namespace

ChosenMessages::ChosenMessages(Connection& connection, QString queueName,
                               const QList<cmq::PeekedMessage>& messages)
    : m_connection(connection)
    , m_queueName(std::move(queueName))
{
    m_chosen.isLast = true;
    for (const cmq::PeekedMessage& message : messages)
        m_chosen.messages.push_back(foundOf(message));
}

void ChosenMessages::findMore(QObject* context, FoundHandler handler)
{
    QMetaObject::invokeMethod(
        context, [chosen = m_chosen, handler = std::move(handler)] { handler(chosen); },
        Qt::QueuedConnection);
}

void ChosenMessages::read(QObject* context, std::uint64_t key, bool withBody, ReadHandler handler)
{
    readEntry(m_connection, m_queueName, context, key, withBody, std::move(handler));
}

std::int64_t ChosenMessages::expected() const
{
    return std::ssize(m_chosen.messages);
}

WholeQueue::WholeQueue(Connection& connection, QString queueName, MessageScope scope)
    : m_connection(connection)
    , m_queueName(std::move(queueName))
    , m_scope(std::move(scope))
{
}

void WholeQueue::findMore(QObject* context, FoundHandler handler)
{
    if (!m_until)
        m_until = m_connection.now();
    findAfter(context, std::move(handler));
}

void WholeQueue::findAfter(QObject* context, FoundHandler handler)
{
    cmq::PeekMessages look;
    look.queueName = m_queueName.toStdString();
    look.states = m_scope.states;
    look.after = m_after;
    look.toEnqueueTime = m_until;
    look.withBodies = m_scope.filter.needsBodies();
    look.limit = look.withBodies ? BodiesAtATime : FoundAtATime;
    onResult(m_connection.call(std::move(look)), context,
             [this, context,
              handler = std::move(handler)](const cmq::Result<cmq::PeekedMessages>& answer) {
                 if (answer)
                     select(context, *answer, handler);
                 else
                     handler({{}, true, errorSentence(answer.error())});
             });
}

void WholeQueue::select(QObject* context, const cmq::PeekedMessages& page, FoundHandler handler)
{
    m_after = page.next.value_or(m_after);
    const auto match = [filter = m_scope.filter, page] {
        Page found;
        found.isLast = !page.next;
        for (const cmq::PeekedMessage& message : page.messages) {
            if (filter.isEmpty() || filter.matches(message))
                found.messages.push_back(foundOf(message));
        }
        return found;
    };
    inBackground(context, match,
                 [handler = std::move(handler)](const Page& found) { handler(found); });
}

void WholeQueue::read(QObject* context, std::uint64_t key, bool withBody, ReadHandler handler)
{
    readEntry(m_connection, m_queueName, context, key, withBody, std::move(handler));
}

} // namespace ui
