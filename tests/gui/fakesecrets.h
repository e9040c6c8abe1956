#pragma once

#include "ui/connections/secretstore.h"

#include <QHash>
#include <QTimer>

/// A keyring that a test looks into, or none at all.
class FakeSecrets final : public ui::SecretStore
{
public:
    void read(const QString& profileId, QObject* context, Read done) override
    {
        QTimer::singleShot(0, context, [this, profileId, done = std::move(done)] {
            const auto found = kept.constFind(profileId);
            done(found == kept.constEnd() ? std::nullopt : std::optional(*found));
        });
    }
    void write(const QString& profileId, const ui::Credentials& credentials, QObject* context,
               Written done) override
    {
        if (isThere)
            kept.insert(profileId, credentials);
        QTimer::singleShot(0, context,
                           [isKept = isThere, done = std::move(done)] { done(isKept); });
    }
    void erase(const QString& profileId) override { kept.remove(profileId); }

    bool isThere = true;
    QHash<QString, ui::Credentials> kept;
};
