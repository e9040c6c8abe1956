#pragma once

#include "cmq/time.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>

namespace ui {

class Settings;

/// A body that somebody keeps, to send it again some day.
struct Snippet
{
    QString name;
    QByteArray body;
    bool isEverywhere = false; ///< not only with this connection

    friend bool operator==(const Snippet&, const Snippet&) = default;
};

/// What was sent or published from this console.
struct SentMessage
{
    QString target; ///< the queue or topic
    QByteArray body;
    QStringList filter; ///< its tags, or its routing key; of a topic only
    cmq::Time time;
    QString msgId;
};

/// What people write to send over a connection: the snippets they keep, and what they have sent,
/// the latest first. Snippets are kept in the settings once there are any; what was sent is
/// forgotten with the connection, for nobody asked to keep it.
class Drafts final : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype SnippetBytesMax = 64 * 1024;
    static constexpr int SentMax = 50;
    static constexpr qsizetype SentBytesMax = 4 << 20; ///< of all that is remembered

    /// `profile`: whose the snippets are that are not for everywhere.
    explicit Drafts(QString profile, QObject* parent = nullptr);

    /// From now on snippets are kept there; it outlives us.
    void keepIn(Settings& settings);

    /// Those of this connection and those for everywhere, by name.
    [[nodiscard]] QList<Snippet> snippets() const;
    /// Takes the place of one with the same name and reach.
    void save(const Snippet& snippet);
    void remove(const Snippet& snippet);

    [[nodiscard]] const QList<SentMessage>& sent() const { return m_sent; }
    void addSent(const SentMessage& message);

private:
    void change(const Snippet& snippet, bool isKept);

    QString m_profile;
    Settings* m_settings = nullptr;
    QList<SentMessage> m_sent;
};

} // namespace ui
