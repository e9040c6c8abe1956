#pragma once

#include <QString>
#include <QStringList>

/// Texts that programs have stumbled over: markup, directions, hidden and broken characters,
/// placeholders, numbers that are none, and too much of everything.
inline QStringList naughtyTexts()
{
    using namespace Qt::StringLiterals;
    return {
        u""_s,
        u" "_s,
        u"\t\r\n\v\f"_s,
        QString(u'\0') + u"after a NUL"_s,
        u"\u0001\u0007\u001b[31mred\u007f\u0085"_s,
        u"\ufeffmarked\ufffe\uffff"_s,
        QString(QChar(0xD800)) + u"half a character"_s,
        u"\u200b\u200d\u2060\u00ad"_s,
        u"\u202eright to left\u202c \u2066isolated\u2069"_s,
        u"مرحبا שלום"_s,
        u"Ｔｈｅ ｑｕｅｕｅ，。、：；！"_s,
        u"队列名称很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长"_s,
        u"Z̸̨̛͎̖̺̗̫̩̱͙̘͔͙̪̦̘̞͂͗̾̄̄̉̀̄̆̋̽̈͑̔̂͝a̵l̷g̶o̴"_s,
        u"👩‍👩‍👧‍👦🏳️‍🌈👍🏿🇨🇳"_s,
        u"ﷺ𒐫𒈙⸻"_s,
        u"<b>bold</b><img src=x onerror=alert(1)><a href=\"http://example.com\">click</a>"_s,
        u"&amp;&lt;&nbsp;&copy;"_s,
        u"&File &&Edit &"_s,
        u"%1 %2 %n %L1 %s %d %% %99"_s,
        u"{{uuid}} {{seq}} {{now}} {{rand 1 2}} {{rand 9 1}} {{}} {{{{ }}"_s,
        u"'; DROP TABLE queues; --"_s,
        u"../../../../etc/passwd"_s,
        u"/dev/null"_s,
        u"C:\\con\\nul"_s,
        u"$(true) `true` ${HOME} | true"_s,
        u"http://user:secret@127.0.0.1:99999/?q=1#f"_s,
        u"0"_s,
        u"-0"_s,
        u"-1"_s,
        u"1e999"_s,
        u"NaN"_s,
        u"9223372036854775808"_s,
        u"99999999999999999999999999999d"_s,
        u"１２３"_s,
        u"0x1F"_s,
        u"1,000.5"_s,
        u"{\"a\":{\"a\":{\"a\":[[[[[[1e400]]]]]]}}}"_s,
        u"[[[[[[[[[["_s,
        u"$.a[0]..b[?(@.c)]"_s,
        u"(((a+)+)+)+$"_s,
        u"size>10k id:x active>many dlq:perhaps"_s,
        u"*.#.*"_s,
        QString(4'000, u'w'),
        QString(300, u'\n'),
    };
}
