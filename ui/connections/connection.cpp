#include "connection.h"

#include "scenario/sandbox.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFutureWatcher>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

/// By which name things are kept for a connection: several endpoints may have one address.
QString profileOf(const Connection::Description& description)
{
    return description.kind == ConnectionKind::Remote
               ? description.place + QChar(0x20) + description.name
               : QString();
}

/// In the folder of a broker; what was done elsewhere is forgotten with the connection.
QString activityPath(const Connection::Description& description)
{
    return description.kind == ConnectionKind::Local && !description.place.isEmpty()
               ? QDir(description.place).filePath(u"activity.jsonl"_s)
               : QString();
}

} // namespace

Connection::Connection(std::unique_ptr<cmq::Service> service, Description description, Clock clock,
                       QObject* parent)
    : QObject(parent)
    , m_activity(std::make_unique<ActivityLog>(activityPath(description)))
    , m_service(std::move(service))
    , m_description(std::move(description))
    , m_clock(std::move(clock))
    , m_drafts(new Drafts(profileOf(m_description), this))
{
}

// The service answers everything that waits before it is gone, while our watchers still live.
Connection::~Connection() = default;

QString Connection::keptName() const
{
    switch (kind()) {
    case ConnectionKind::Local: return u"local"_s;
    case ConnectionKind::Sandbox: return u"sandbox"_s;
    case ConnectionKind::Remote: break;
    }
    const QByteArray hash =
        QCryptographicHash::hash(profileOf(m_description).toUtf8(), QCryptographicHash::Sha256);
    return u"remote-"_s + QString::fromLatin1(hash.toHex().left(16));
}

cmq::TimeControl* Connection::timeControl() const
{
    if (kind() != ConnectionKind::Sandbox)
        return nullptr;
    return dynamic_cast<cmq::TimeControl*>(m_service.get());
}

cmq::scenario::Sandbox* Connection::sandbox() const
{
    return dynamic_cast<cmq::scenario::Sandbox*>(m_service.get());
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

QString Connection::whyNotCopy() const
{
    return dynamic_cast<cmq::CopySource*>(m_service.get())
               ? QString()
               : tr("A CMQ service hands out no copy of what it holds; only a broker of this "
                    "console "
                    "does.");
}

QFuture<cmq::Result<Connection::Copy>> Connection::copy(cmq::CopyScope scope)
{
    auto promise = std::make_shared<QPromise<cmq::Result<Copy>>>();
    promise->start();
    const QFuture<cmq::Result<Copy>> future = promise->future();
    auto* source = dynamic_cast<cmq::CopySource*>(m_service.get());
    if (!source) {
        promise->addResult(cmq::Result<Copy>(cmq::fail(cmq::ErrorId::NotSupported, "copy")));
        promise->finish();
        return future;
    }
    source->copy(std::move(scope), [promise](cmq::Result<cmq::BrokerCopy> copied) {
        promise->addResult(std::move(copied).map([](cmq::BrokerCopy&& copy) {
            return std::make_shared<const cmq::BrokerCopy>(std::move(copy));
        }));
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
                        const cmq::Action& action, std::function<std::optional<cmq::Error>()> error)
{
    auto* watcher = new QFutureWatcher<void>(this);
    connect(watcher, &QFutureWatcherBase::canceled, this,
            [this, request] { m_service->cancel(request); });
    connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
    // Reading is nothing that is done to it.
    if (cmq::actionTraits(action).kind != cmq::ActionKind::Read) {
        connect(watcher, &QFutureWatcherBase::finished, this,
                [this, watcher, done = activityOf(action, nullptr, {}), error = std::move(error)] {
                    if (watcher->isCanceled() || watcher->future().resultCount() == 0)
                        return;
                    const std::optional<cmq::Error> failure = error();
                    m_activity->add(withResult(done, failure ? &*failure : nullptr, now()));
                    if (!failure)
                        emit changed();
                });
    }
    watcher->setFuture(future);
}

} // namespace ui
