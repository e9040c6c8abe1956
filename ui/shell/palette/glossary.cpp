#include "glossary.h"

#include <QFile>
#include <QMultiHash>
#include <QXmlStreamReader>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

/// The words for one thing, in Chinese, in our English, in Tencent's English.
const QList<QStringList>& terms()
{
    static const QList<QStringList> all{
        {u"队列"_s, u"队列服务"_s, u"queue"_s, u"queue service"_s},
        {u"主题"_s, u"主题订阅"_s, u"topic"_s, u"topic subscription"_s},
        {u"订阅者"_s, u"subscriber"_s},
        {u"订阅"_s, u"subscribe"_s, u"subscription"_s},
        {u"可见消息"_s, u"visible"_s, u"active"_s},
        {u"不可见消息"_s, u"in flight"_s, u"invisible"_s, u"inactive"_s},
        {u"延时消息"_s, u"delayed"_s, u"delayed messages"_s},
        {u"可回溯消息"_s, u"rewindable"_s},
        {u"消息堆积"_s, u"backlog"_s, u"heaped"_s, u"retained"_s},
        {u"取出消息隐藏时长"_s, u"visibility timeout"_s, u"hidden duration of fetched message"_s},
        {u"消息接收长轮询等待时间"_s, u"long-polling wait"_s, u"long polling wait time"_s},
        {u"消息生命周期"_s, u"retention"_s, u"message lifecycle"_s},
        {u"接收句柄"_s, u"receipt handle"_s},
        {u"消息回溯"_s, u"回溯"_s, u"rewind"_s, u"message rewind"_s},
        {u"死信队列"_s, u"dead-letter"_s, u"dead letter queue"_s, u"dlq"_s},
        {u"最大接收次数"_s, u"max receives"_s, u"maximum number of receipts"_s},
        {u"消息过滤标签"_s, u"filter tag"_s, u"message filter tag"_s},
        {u"路由匹配"_s, u"路由键"_s, u"绑定键"_s, u"routing match"_s, u"routing key"_s,
         u"binding key"_s},
        {u"退避重试"_s, u"backoff retry"_s},
        {u"衰退指数重试"_s, u"exponential-decay retry"_s},
        {u"消息轨迹"_s, u"轨迹"_s, u"trace"_s, u"message trace"_s},
        {u"清空"_s, u"purge"_s, u"clear"_s},
        {u"取出查看"_s, u"take and hold"_s},
        {u"重投"_s, u"redrive"_s},
    };
    return all;
}

QString plain(QString text)
{
    const qsizetype mnemonic = text.indexOf(u"(&"_s);
    if (mnemonic >= 0)
        text.remove(mnemonic, 4);
    return text.remove(u'&').remove(u'…').toLower();
}

/// Each short text of the interface with its counterpart in the other language, in both directions.
/// Texts that mean several things have several.
const QMultiHash<QString, QString>& counterparts()
{
    static const QMultiHash<QString, QString> all = [] {
        constexpr qsizetype TermLengthMax = 60; // longer ones are sentences
        QMultiHash<QString, QString> read;
        QFile file(u":/translations/cmq_zh_CN.ts"_s);
        if (!file.open(QIODevice::ReadOnly))
            return read;
        QXmlStreamReader xml(&file);
        QString english;
        while (!xml.atEnd()) {
            xml.readNext();
            if (!xml.isStartElement())
                continue;
            if (xml.name() == u"source") {
                english = plain(xml.readElementText());
            } else if (xml.name() == u"translation" && english.size() < TermLengthMax) {
                const QString chinese =
                    plain(xml.readElementText(QXmlStreamReader::IncludeChildElements));
                if (chinese != english && !read.contains(english, chinese)) {
                    read.insert(english, chinese);
                    read.insert(chinese, english);
                }
            }
        }
        return read;
    }();
    return all;
}

} // namespace

QStringList otherNames(const QString& text)
{
    const QString known = plain(text);
    QStringList names = counterparts().values(known);
    QStringList spoken = names;
    spoken.append(known);
    for (const QStringList& term : terms()) {
        const bool isMeant = std::ranges::any_of(term, [&](const QString& word) {
            return std::ranges::any_of(spoken,
                                       [&](const QString& said) { return said.contains(word); });
        });
        if (isMeant)
            names += term;
    }
    names.removeDuplicates();
    return names;
}

} // namespace ui
