#pragma once

#include <QString>

#include <functional>
#include <optional>

class QObject;

namespace ui {

/// What signs requests. Lives in memory and in the desktop's keyring, nowhere else.
struct Credentials
{
    QString secretKey;
    QString token; ///< of temporary keys, else empty
    friend bool operator==(const Credentials&, const Credentials&) = default;
};

/// Where secrets survive the program, by the id of the profile they belong to.
///
/// Thread: the GUI's; answers come later, and not after `context` is gone.
class SecretStore
{
public:
    /// Nothing: none is kept, the person said no, or there is no keyring. Then they are asked.
    using Read = std::function<void(std::optional<Credentials>)>;
    /// False: it is not kept.
    using Written = std::function<void(bool)>;

    SecretStore() = default;
    SecretStore(const SecretStore&) = delete;
    SecretStore& operator=(const SecretStore&) = delete;
    virtual ~SecretStore() = default;

    virtual void read(const QString& profileId, QObject* context, Read done) = 0;
    virtual void write(const QString& profileId, const Credentials& credentials, QObject* context,
                       Written done) = 0;
    virtual void erase(const QString& profileId) = 0;
};

} // namespace ui
