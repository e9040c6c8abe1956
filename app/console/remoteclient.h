#pragma once

#include "callrates.h"
#include "remotepost.h"
#include "remotesigning.h"

#include "cmq/service.h"

#include <QNetworkAccessManager>

#include <atomic>
#include <deque>
#include <map>
#include <memory>

/// The part of RemoteService that lives on its thread: who waits for what, and for which POSTs.
///
/// Qt opens six connections to a host and lets further requests stand in line unseen. So that none
/// runs out of time in that line, it is kept here. Receives that wait for messages have lines and
/// connections of their own, as many as it takes, so that they hold up neither the other requests
/// nor each other. What goes to API 3.0 waits for its turn: so many calls a second of each action.
class RemoteClient final : public QObject
{
public:
    using Handler = std::function<void(cmq::Result<cmq::Reply>)>;

    explicit RemoteClient(RemoteOptions options);
    ~RemoteClient() override;

    void start(cmq::RequestId call, const cmq::Action& action, cmq::Service::Completion completion);
    void cancel(cmq::RequestId call);
    /// Answers everything with Cancelled.
    void stop();

    /// Sends one request on behalf of a call; the handler is not called once the call is over.
    void ask(cmq::RequestId call, const cmq::Action& action, Handler handler);
    /// Answers a call, once; takes its other requests back.
    void complete(cmq::RequestId call, cmq::Result<cmq::Reply> result);

    // From any thread.
    [[nodiscard]] std::optional<cmq::Seconds> clockSkew() const;
    /// So many requests of one listing are under way at once: fewer than there are connections, so
    /// that what the person does meanwhile is not held up.
    [[nodiscard]] std::size_t listingRequests() const { return m_listingRequests; }
    void setListingRequests(int count);

private:
    struct Request
    {
        cmq::RequestId call = 0;
        cmq::Action action;
        Handler handler;
    };
    struct Line
    {
        QNetworkAccessManager manager;
        std::deque<Request> waiting;
        int running = 0;
    };
    struct Call
    {
        cmq::Service::Completion completion;
        cmq::ActionKind kind = cmq::ActionKind::Read;
        std::vector<RemotePost*> posts; // under way; they delete themselves
    };

    void startCloud(cmq::RequestId call, const cmq::Action& action);
    [[nodiscard]] Line& lineOf(const cmq::Action& action);
    Line& addLine();
    void pump(Line& line);
    /// Takes the first that may go now out of the line; else tries again when one may.
    [[nodiscard]] std::optional<Request> takeNext(Line& line);
    void post(Line& line, Request request);
    void finish(const Request& request, const SignedAction& sent, cmq::Time started,
                PostResult result);
    [[nodiscard]] cmq::Result<cmq::Reply>
    readAnswer(const cmq::Action& action, const SignedAction& sent, const PostResult& result) const;
    [[nodiscard]] bool isBehindOwnProxy(const QUrl& url) const;
    void noteDate(const QByteArray& date, cmq::Time now);

    RemoteOptions m_options;
    RemoteSigner m_signer;
    CallRates m_rates;
    QTimer m_nextTurn;        // when a call that waits for its turn may go
    std::deque<Line> m_lines; // the first is for what answers at once
    std::map<cmq::RequestId, Call> m_calls;
    std::atomic<std::int64_t> m_skewSeconds;
    std::atomic<std::size_t> m_listingRequests{4};
};
