#include "drafts.h"

#include "ui/common/settings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

// Kept as a list of {"name", "body" (base64), "profile" (absent: everywhere)}.
QJsonObject snippetToJson(const Snippet& snippet, const QString& profile)
{
    QJsonObject kept{{u"name"_s, snippet.name},
                     {u"body"_s, QString::fromLatin1(snippet.body.toBase64())}};
    if (!snippet.isEverywhere)
        kept[u"profile"_s] = profile;
    return kept;
}

bool isSame(const QJsonObject& kept, const Snippet& snippet, const QString& profile)
{
    const bool isEverywhere = !kept.contains(u"profile"_s);
    return kept[u"name"_s].toString() == snippet.name && isEverywhere == snippet.isEverywhere &&
           (isEverywhere || kept[u"profile"_s].toString() == profile);
}

} // namespace

Drafts::Drafts(QString profile, QObject* parent)
    : QObject(parent)
    , m_profile(std::move(profile))
{
}

void Drafts::keepIn(Settings& settings)
{
    m_settings = &settings;
}

QList<Snippet> Drafts::snippets() const
{
    QList<Snippet> found;
    if (!m_settings)
        return found;
    for (const QJsonValue& value : QJsonDocument::fromJson(m_settings->snippets()).array()) {
        const QJsonObject kept = value.toObject();
        const bool isEverywhere = !kept.contains(u"profile"_s);
        if (isEverywhere || kept[u"profile"_s].toString() == m_profile)
            found.append({kept[u"name"_s].toString(),
                          QByteArray::fromBase64(kept[u"body"_s].toString().toLatin1()),
                          isEverywhere});
    }
    std::ranges::stable_sort(found, {}, &Snippet::name);
    return found;
}

void Drafts::save(const Snippet& snippet)
{
    change(snippet, true);
}

void Drafts::remove(const Snippet& snippet)
{
    change(snippet, false);
}

void Drafts::change(const Snippet& snippet, bool isKept)
{
    if (!m_settings)
        return;
    QJsonArray list;
    for (const QJsonValue& value : QJsonDocument::fromJson(m_settings->snippets()).array()) {
        if (!isSame(value.toObject(), snippet, m_profile))
            list.append(value);
    }
    if (isKept)
        list.append(snippetToJson(snippet, m_profile));
    m_settings->setSnippets(QJsonDocument(list).toJson(QJsonDocument::Compact));
}

void Drafts::addSent(const SentMessage& message)
{
    m_sent.prepend(message);
    qsizetype bytes = 0;
    qsizetype count = 0;
    while (count < std::min<qsizetype>(m_sent.size(), SentMax)) {
        bytes += m_sent[count].body.size();
        if (bytes > SentBytesMax && count > 0)
            break;
        ++count;
    }
    m_sent.resize(count);
}

} // namespace ui
