#pragma once

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>

/// Test vectors of public projects. They are not part of the repository: the folder is named by the
/// environment variable CMQ_VECTORS, and a test that needs it says so when it is absent.
namespace vectors {

/// The path of a file, empty when there are no vectors.
inline QString path(const QString& name)
{
    const QString folder = qEnvironmentVariable("CMQ_VECTORS");
    const QString file = QDir(folder).filePath(name);
    return !folder.isEmpty() && QFile::exists(file) ? file : QString();
}

/// The objects of a JSON Lines file. Lines that Qt cannot read (it refuses lone surrogates in
/// strings) are left out and counted in `unreadable`.
inline QList<QJsonObject> read(const QString& name, int* unreadable = nullptr)
{
    QList<QJsonObject> objects;
    QFile file(path(name));
    if (!file.open(QIODevice::ReadOnly))
        return objects;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine().trimmed();
        if (line.isEmpty())
            continue;
        const QJsonDocument document = QJsonDocument::fromJson(line);
        if (document.isObject())
            objects += document.object();
        else if (unreadable)
            ++*unreadable;
    }
    return objects;
}

} // namespace vectors

/// Skips a test (or data function) without vectors, with a sentence.
#define CMQ_NEEDS_VECTORS(name)                                                                    \
    if (vectors::path(name).isEmpty())                                                             \
    QSKIP("Set CMQ_VECTORS to the folder of test vectors that has " #name ".")
