#include "tests/fakeservice.h"
#include "tests/rawhttp.h"
#include "tests/suite.h"
#include "tests/vectors.h"

#include "endpoint/endpoint.h"

#include <QTest>
#include <sys/resource.h>

#include <algorithm>

namespace tst_httptorture {

using namespace cmq;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// How a request is cut into pieces; each piece is sent when all others have sent theirs, so that
/// the endpoint really sees them one by one.
using Pieces = std::vector<std::string_view>;

Pieces byteByByte(std::string_view bytes)
{
    Pieces pieces;
    for (std::size_t at = 0; at < bytes.size(); ++at)
        pieces.push_back(bytes.substr(at, 1));
    return pieces;
}

bool isHead(const Pieces& request)
{
    std::string start;
    for (std::size_t i = 0; i < request.size() && start.size() < 5; ++i)
        start += request[i];
    return start.starts_with("HEAD ");
}

const QStringList Expectations{
    u"accept"_s,     u"reject"_s,     u"reject_or_close"_s,   u"either"_s,
    u"no_success"_s, u"incomplete"_s, u"no_second_response"_s};

/// A row of the vectors: what is sent, and what it must come to.
struct Vector
{
    QByteArray name;
    QByteArray raw;
    QString expect;
    int maxResponses = 0;
};

std::vector<Vector> readVectors(int* unreadable = nullptr)
{
    std::vector<Vector> all;
    for (const QJsonObject& row : vectors::read(u"http-torture.jsonl"_s, unreadable)) {
        const QJsonValue withHost = row[u"raw_with_host_b64"_s];
        const QString raw = (withHost.isString() ? withHost : row[u"raw_b64"_s]).toString();
        all.push_back({(row[u"id"_s].toString() + u' ' + row[u"title"_s].toString()).toUtf8(),
                       QByteArray::fromBase64(raw.toLatin1()), row[u"expect"_s].toString(),
                       row[u"max_responses"_s].toInt()});
    }
    return all;
}

/// What came back, in the order it came: the statuses with CMQ's code, and what was no answer.
struct Heard
{
    std::vector<rawhttp::Response> responses;
    std::string rest;
    bool isClosed = false;

    [[nodiscard]] std::string summary() const
    {
        std::string text;
        for (const auto& response : responses)
            text += std::to_string(response.status) + '/' +
                    std::to_string(response.code().value_or(-1)) + ' ';
        return text + (rest.empty() ? "" : "garbage ") + (isClosed ? "closed" : "open");
    }
};

bool isRefusal(const rawhttp::Response& response)
{
    return response.status >= 400 || (response.status == 200 && response.code().value_or(0) != 0);
}

/// Why the heard is not what `expect` allows; empty if it is.
QString judge(const QString& expect, std::size_t maxResponses, const Heard& heard)
{
    const auto& responses = heard.responses;
    if (!heard.rest.empty())
        return u"garbage after the answers"_s;
    if (!heard.isClosed)
        return u"the connection stays open"_s;
    if (expect == u"accept") {
        if (responses.size() != maxResponses)
            return u"%1 answers, not %2"_s.arg(responses.size()).arg(maxResponses);
        return std::ranges::any_of(responses, [](const auto& r) { return r.status == 400; })
                   ? u"a 400"_s
                   : QString();
    }
    if (expect == u"reject" && (responses.size() > 1 || !std::ranges::all_of(responses, isRefusal)))
        return u"it was not refused"_s;
    if (expect == u"reject_or_close" && responses.size() > 1)
        return u"more than one answer"_s;
    if (expect == u"no_success" &&
        std::ranges::any_of(responses, [](const auto& r) { return !isRefusal(r); }))
        return u"a success"_s;
    if (expect == u"incomplete" &&
        (responses.size() > 1 || (responses.size() == 1 && responses.front().status != 408)))
        return u"an answer to half a request"_s;
    if (expect == u"no_second_response" &&
        (responses.size() > 2 || (responses.size() == 2 && responses[1].status != 400)))
        return u"a second answer"_s;
    return {};
}

} // namespace

class TestHttpTorture : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void answersAsTheVectorsSay_data();
    void answersAsTheVectorsSay();
    void answersTheSameByteByByte();
    void cleanupTestCase();

private:
    std::vector<Heard> send(std::uint16_t port, const std::vector<Pieces>& requests,
                            bool isIncomplete);

    FakeService m_service;
    std::unique_ptr<endpoint::Endpoint> m_endpoint;
};

void TestHttpTorture::initTestCase()
{
    endpoint::EndpointOptions options;
    options.limits.headerTime = 150ms;
    options.limits.rateGrace = 150ms;
    auto started = endpoint::Endpoint::start(m_service, std::move(options));
    QVERIFY2(started.has_value(), started ? "" : started.error().detail.c_str());
    m_endpoint = std::move(*started);
}

void TestHttpTorture::cleanupTestCase()
{
    m_endpoint.reset();
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
#ifndef __SANITIZE_ADDRESS__ // which keeps freed memory for a while
    QVERIFY2(usage.ru_maxrss < 300 * 1024, "memory stays bounded");
#endif
}

void TestHttpTorture::answersAsTheVectorsSay_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QString>("expect");
    QTest::addColumn<int>("maxResponses");
    CMQ_NEEDS_VECTORS("http-torture.jsonl");
    for (const Vector& vector : readVectors())
        QTest::newRow(vector.name.constData())
            << vector.raw << vector.expect << vector.maxResponses;
}

std::vector<Heard> TestHttpTorture::send(std::uint16_t port, const std::vector<Pieces>& requests,
                                         bool isIncomplete)
{
    std::vector<rawhttp::Socket> sockets;
    sockets.reserve(requests.size());
    std::size_t most = 0;
    for (const Pieces& pieces : requests) {
        sockets.emplace_back(port);
        most = std::max(most, pieces.size());
    }
    for (std::size_t piece = 0; piece < most; ++piece) {
        for (std::size_t i = 0; i < requests.size(); ++i) {
            if (piece < requests[i].size())
                sockets[i].send(requests[i][piece]);
        }
    }
    std::vector<Heard> all(requests.size());
    for (const rawhttp::Socket& socket : sockets) {
        if (!isIncomplete) // an unfinished request has to end by time
            socket.finishSending();
    }
    for (std::size_t i = 0; i < requests.size(); ++i) {
        all[i].rest = sockets[i].readToEnd();
        all[i].isClosed = sockets[i].isClosed();
        all[i].responses = rawhttp::takeResponses(all[i].rest, isHead(requests[i]));
    }
    return all;
}

void TestHttpTorture::answersAsTheVectorsSay()
{
    QFETCH(QByteArray, raw);
    QFETCH(QString, expect);
    QFETCH(int, maxResponses);
    const std::string_view bytes(raw.data(), std::size_t(raw.size()));
    const bool isIncomplete = expect == u"incomplete";
    QVERIFY2(Expectations.contains(expect), "an expectation that nobody judges");

    // Whole, then split at every byte, many connections at a time.
    std::vector<std::vector<Pieces>> rounds{{{bytes}}};
    for (std::size_t at = 1; at < bytes.size(); ++at) {
        if (rounds.back().size() == 200 || rounds.size() == 1)
            rounds.emplace_back();
        rounds.back().push_back({bytes.substr(0, at), bytes.substr(at)});
    }
    rounds.push_back({byteByByte(bytes)});

    std::string whole;
    for (const std::vector<Pieces>& round : rounds) {
        for (const Heard& heard : send(m_endpoint->port(), round, isIncomplete)) {
            const QString complaint = judge(expect, std::size_t(maxResponses), heard);
            QVERIFY2(complaint.isEmpty(),
                     qPrintable(complaint + u": "_s + QString::fromStdString(heard.summary())));
            if (whole.empty())
                whole = heard.summary();
            // What it does at a time-out depends on the time, not on the bytes.
            if (!isIncomplete)
                QCOMPARE(QString::fromStdString(heard.summary()), QString::fromStdString(whole));
        }
    }

    rawhttp::Socket fresh(m_endpoint->port());
    fresh.send(rawhttp::post("Action=ListQueue"));
    const auto response = fresh.response(false, 1s);
    QVERIFY2(response && response->code() == 0, "a fresh connection is served within a second");
}

/// All of them at once, a byte of each in turn: between two bytes of one connection there are those
/// of hundreds of others, so that the endpoint surely reads them one by one.
void TestHttpTorture::answersTheSameByteByByte()
{
    CMQ_NEEDS_VECTORS("http-torture.jsonl");
    auto started = endpoint::Endpoint::start(m_service, {}); // with all the time this takes
    QVERIFY(started.has_value());
    int unreadable = 0;
    std::vector<Vector> all = readVectors(&unreadable);
    QCOMPARE(unreadable, 0);
    std::erase_if(all, [](const Vector& vector) { return vector.expect == u"incomplete"; });
    std::vector<Pieces> whole;
    std::vector<Pieces> single;
    for (const Vector& vector : all) {
        const std::string_view bytes(vector.raw.data(), std::size_t(vector.raw.size()));
        whole.push_back({bytes});
        single.push_back(byteByByte(bytes));
    }
    const std::vector<Heard> expected = send((*started)->port(), whole, false);
    const std::vector<Heard> heard = send((*started)->port(), single, false);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const QString complaint = judge(all[i].expect, std::size_t(all[i].maxResponses), heard[i]);
        QVERIFY2(complaint.isEmpty(), qPrintable(complaint + u": "_s + all[i].name));
        QVERIFY2(heard[i].summary() == expected[i].summary(), all[i].name.constData());
    }
}

CMQ_TEST(httptorture, TestHttpTorture)

} // namespace tst_httptorture
#include "tst_httptorture.moc"
