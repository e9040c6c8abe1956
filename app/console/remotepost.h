#pragma once

#include "remoteoptions.h"

#include <QByteArray>
#include <QObject>
#include <QTimer>

#include <functional>

class QNetworkAccessManager;
class QNetworkReply;

/// What came of a POST.
struct PostResult
{
    RemoteStage stage = RemoteStage::Done; ///< Done: `body` is a whole answer with HTTP status 200
    bool wasSent = false;                  ///< the endpoint may have seen the request
    bool wasCancelled = false;
    std::string problem; ///< a sentence, unless Done
    QByteArray body;
    QByteArray date; ///< the Date header
};

/// One POST with its time-outs, its limit of size and its plain answer: nothing is followed,
/// waived, stored or repeated behind our back.
///
/// Thread: that of the manager. `finished` is called exactly once, never before the constructor
/// returned, and after it the object deletes itself.
class RemotePost final : public QObject
{
public:
    struct Request
    {
        QUrl url;
        QByteArray host;
        QByteArray contentType;
        QList<QPair<QByteArray, QByteArray>> headers; ///< more of them
        QByteArray body;
        /// A request that changes nothing may be sent again when an idle connection was closed.
        bool isRepeatable = false;
        cmq::Milliseconds connectTimeout{0};
        cmq::Milliseconds totalTimeout{0};
    };
    using Finished = std::function<void(PostResult)>;

    RemotePost(QNetworkAccessManager& manager, const Request& request, Finished finished);

    void cancel();
    [[nodiscard]] bool wasSent() const;

private:
    enum class Stop { None, Cancelled, ConnectTimeout, TotalTimeout, TooLong };

    void stop(Stop reason);
    void read();
    void finish();
    [[nodiscard]] PostResult result();
    void describeStop(PostResult& result) const;
    void describeError(PostResult& result) const;

    class Body;

    Finished m_finished;
    Body* m_body; // our child
    QNetworkReply* m_reply;
    QTimer m_connectTimer;
    QTimer m_totalTimer;
    Stop m_stop = Stop::None;
    std::string m_tlsProblem;
    QByteArray m_answer;
};
