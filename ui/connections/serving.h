#pragma once

#include "cmq/result.h"

#include <QObject>
#include <QString>

namespace ui {

/// Where a broker is served, and to whom.
struct ServingPlace
{
    QString address = QStringLiteral("127.0.0.1"); ///< numeric
    quint16 port = 0;                              ///< 0 picks a free one
    bool needsKeys = true; ///< always, where others than this machine can reach it
};

/// The pair that clients sign with. The secret is shown to nobody who did not ask for it.
struct ServingKeys
{
    QString secretId;
    QString secretKey;
};

/// Serves the broker of a connection over CMQ's HTTP API, so that programs can use it, too.
///
/// Thread: the GUI's. Nothing here waits, but the destructor for what is under way.
class Serving : public QObject
{
    Q_OBJECT

public:
    enum class State { Off, On, Stopping };

    using QObject::QObject;

    [[nodiscard]] virtual State state() const = 0;
    /// What clients are pointed at, while it is On.
    [[nodiscard]] virtual QString url() const = 0;
    /// The same for every start, until `renewKeys`; in memory only.
    [[nodiscard]] virtual const ServingKeys& keys() const = 0;
    /// Whether clients have to sign, while it is On.
    [[nodiscard]] virtual bool needsKeys() const = 0;

    /// Serves, while it is Off. Errors: ConnectionFailed, with `parameter` "address" or "port"
    /// where that is what cannot be had. Returns the port.
    [[nodiscard]] virtual cmq::Result<quint16> start(const ServingPlace& place) = 0;
    /// Ends it: waiting receives are taken back, and it is Off a moment later.
    virtual void stop() = 0;
    /// Another pair, while it is Off.
    virtual void renewKeys() = 0;

signals:
    void changed();
};

/// The address as the endpoint wants it (`localhost` is 127.0.0.1); empty if it is not numeric.
[[nodiscard]] QString numericAddress(const QString& text);
/// Whether only this machine can reach a numeric address.
[[nodiscard]] bool isLoopbackAddress(const QString& address);

} // namespace ui
