#include "keychain.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace {

const QString Service = u"cmq-console"_s;

template <class Job>
Job* makeJob(const QString& profileId)
{
    auto* job = new Job(Service); // deletes itself when it is over
    job->setKey(profileId);
    job->setInsecureFallback(false);
    return job;
}

} // namespace

void Keychain::read(const QString& profileId, QObject* context, Read done)
{
    auto* job = makeJob<QKeychain::ReadPasswordJob>(profileId);
    QObject::connect(job, &QKeychain::Job::finished, context, [job, done = std::move(done)] {
        const QJsonObject kept = QJsonDocument::fromJson(job->binaryData()).object();
        const ui::Credentials credentials{kept.value(u"secretKey"_s).toString(),
                                          kept.value(u"token"_s).toString()};
        const bool isKept = job->error() == QKeychain::NoError && !credentials.secretKey.isEmpty();
        done(isKept ? std::optional(credentials) : std::nullopt);
    });
    job->start();
}

void Keychain::write(const QString& profileId, const ui::Credentials& credentials, QObject* context,
                     Written done)
{
    auto* job = makeJob<QKeychain::WritePasswordJob>(profileId);
    job->setBinaryData(QJsonDocument(QJsonObject{{u"secretKey"_s, credentials.secretKey},
                                                 {u"token"_s, credentials.token}})
                           .toJson(QJsonDocument::Compact));
    QObject::connect(job, &QKeychain::Job::finished, context,
                     [job, done = std::move(done)] { done(job->error() == QKeychain::NoError); });
    job->start();
}

void Keychain::erase(const QString& profileId)
{
    makeJob<QKeychain::DeletePasswordJob>(profileId)->start();
}
