#include "connection.h"

#include <QFutureWatcher>

namespace ui {

namespace {

/// By which name things are kept for a connection: several endpoints may have one address.
QString profileOf(const Connection::Description& description)
{
    return description.kind == ConnectionKind::Remote
               ? description.place + QChar(0x20) + description.name
               : QString();
}

} // namespace

Connection::Connection(std::unique_ptr<cmq::Service> service, Description description, Clock clock,
                       QObject* parent)
    : QObject(parent)
    , m_service(std::move(service))
    , m_description(std::move(description))
    , m_clock(std::move(clock))
    , m_drafts(new Drafts(profileOf(m_description), this))
{
}

// The service answers everything that waits before it is gone, while our watchers still live.
Connection::~Connection() = default;

cmq::TimeControl* Connection::timeControl() const
{
    if (kind() != ConnectionKind::Sandbox)
        return nullptr;
    return dynamic_cast<cmq::TimeControl*>(m_service.get());
}

cmq::EventSource* Connection::events() const
{
    return dynamic_cast<cmq::EventSource*>(m_service.get());
}

QFuture<cmq::Result<cmq::EventHistory>> Connection::history(cmq::EventQuery query)
{
    using Answer = cmq::Result<cmq::EventHistory>;
    auto promise = std::make_shared<QPromise<Answer>>();
    promise->start();
    const QFuture<Answer> future = promise->future();
    cmq::EventSource* source = events();
    if (!source) {
        promise->addResult(Answer(cmq::fail(cmq::ErrorId::NotSupported, "history")));
        promise->finish();
        return future;
    }
    source->history(std::move(query), [promise](cmq::EventHistory history) {
        promise->addResult(Answer(std::move(history)));
        promise->finish();
    });
    return future;
}

Connection::Request Connection::requestOf(const cmq::Action& action) const
{
    return m_encoder ? m_encoder(action) : Request();
}

QString Connection::whyNot(const cmq::Action& action) const
{
    const auto error = refusal(action);
    if (!error)
        return {};
    return *error == cmq::ErrorId::ReadOnly ? tr("This connection is read-only.")
                                            : tr("This connection cannot do that.");
}

std::optional<cmq::ErrorId> Connection::refusal(const cmq::Action& action) const
{
    if (m_description.isReadOnly && cmq::actionTraits(action).kind != cmq::ActionKind::Read)
        return cmq::ErrorId::ReadOnly;
    if (!m_service->supports(action))
        return cmq::ErrorId::NotSupported;
    return std::nullopt;
}

void Connection::follow(const QFuture<void>& future, cmq::RequestId request,
                        std::function<bool()> hasChangedSomething)
{
    auto* watcher = new QFutureWatcher<void>(this);
    connect(watcher, &QFutureWatcherBase::canceled, this,
            [this, request] { m_service->cancel(request); });
    connect(watcher, &QFutureWatcherBase::finished, this,
            [this, watcher, hasChangedSomething = std::move(hasChangedSomething)] {
                watcher->deleteLater();
                if (!watcher->isCanceled() && hasChangedSomething())
                    emit changed();
            });
    watcher->setFuture(future);
}

} // namespace ui
