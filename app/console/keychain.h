#pragma once

#include "ui/connections/secretstore.h"

/// The desktop's keyring, through QtKeychain. Without one nothing is kept: never a file of ours.
class Keychain final : public ui::SecretStore
{
public:
    void read(const QString& profileId, QObject* context, Read done) override;
    void write(const QString& profileId, const ui::Credentials& credentials, QObject* context,
               Written done) override;
    void erase(const QString& profileId) override;
};
