#pragma once

#include "cmq/action.h"
#include "cmq/time.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace ui {

/// A parameter of a request, decoded.
struct RequestParameter
{
    QString name;
    QString value;
    friend bool operator==(const RequestParameter&, const RequestParameter&) = default;
};

/// One HTTP request and its answer, as somebody looking over the shoulder saw it. There is no
/// secret in it: tokens are masked, signatures shortened.
struct Exchange
{
    enum class Direction {
        Served, ///< a client asked the broker that is served here
        Sent,   ///< this console asked a remote endpoint
    };

    quint64 number = 0; ///< counts up within a log
    Direction direction = Direction::Served;
    cmq::Time time; ///< by the clock on the wall, whatever the broker's is
    std::chrono::microseconds duration{0};
    QString peer; ///< who asked; of a sent one empty
    QString method;
    QString url;
    QString actionName; ///< as the client wrote it, if it is none of ours
    QString object;     ///< the queue or topic it is about
    int code = 0;       ///< CMQ's; 0 for success
    QString problem;    ///< why there is no answer; empty if there is one
    QList<RequestParameter> parameters;
    QByteArray answer;

    QString stringToSign; ///< as the server sees it, or as we signed it
    /// What the client signed, where a common mistake explains its signature.
    QString clientString;
    /// After a refused signature: one sentence, in English; `signatureReason` translates it.
    QString signatureProblem;

    /// What can be sent again: none if the request was refused before it said what it wants.
    std::optional<cmq::Action> action;

    [[nodiscard]] qsizetype bytes() const;
};

/// The sentence in the language that is installed now.
[[nodiscard]] QString signatureReason(const QString& problem);

} // namespace ui
