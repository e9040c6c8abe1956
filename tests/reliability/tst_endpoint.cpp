#include "tests/fakeservice.h"
#include "tests/rawhttp.h"
#include "tests/suite.h"

#include "endpoint/endpoint.h"

#include <QTest>
#include <sys/resource.h>

namespace tst_endpoint {

using namespace cmq;
using namespace std::chrono_literals;

namespace {

constexpr const char* List = "Action=ListQueue";
constexpr const char* Receive = "Action=ReceiveMessage&queueName=q";

/// Patient in everything but what a test is about.
endpoint::EndpointOptions patient()
{
    endpoint::EndpointOptions options;
    options.limits.headerTime = 20s;
    options.limits.rateGrace = 20s;
    options.limits.idleTime = 20s;
    return options;
}

struct Fixture
{
    explicit Fixture(endpoint::EndpointOptions options = patient())
    {
        auto started = endpoint::Endpoint::start(service, std::move(options));
        if (started)
            endpoint = std::move(*started);
    }
    [[nodiscard]] rawhttp::Socket connect() const { return rawhttp::Socket(endpoint->port()); }

    /// Sends bytes and hears one answer.
    [[nodiscard]] std::optional<rawhttp::Response> ask(std::string_view bytes) const
    {
        rawhttp::Socket socket = connect();
        socket.send(bytes);
        return socket.response();
    }

    FakeService service;
    std::unique_ptr<endpoint::Endpoint> endpoint;
};

/// A clock that only /control/clock moves.
class FakeTime final : public TimeControl
{
public:
    Time now() const override { return fromUnixSeconds(m_seconds); }
    void advance(Milliseconds by, std::function<void(Result<Time>)> completion) override
    {
        m_seconds += std::chrono::duration_cast<Seconds>(by).count();
        completion(now());
    }
    void nextChange(std::function<void(Result<std::optional<Time>>)> completion) override
    {
        completion(std::nullopt);
    }

private:
    std::atomic<std::int64_t> m_seconds{1000};
};

/// Keeps what it hears; read when the endpoint has stopped.
class Observer final : public endpoint::RequestObserver
{
public:
    bool isListening() override { return isOn; }
    void served(endpoint::ServedRequest request) override
    {
        requests.push_back(std::move(request));
    }

    std::atomic<bool> isOn{true};
    std::vector<endpoint::ServedRequest> requests;
};

std::string control(const std::string& method, const std::string& page,
                    const std::string& form = {},
                    const std::string& header = "X-CMQ-Control: 1\r\n")
{
    return method + " /control/" + page + " HTTP/1.1\r\nHost: h\r\n" + header +
           "Content-Length: " + std::to_string(form.size()) + "\r\n\r\n" + form;
}

} // namespace

class TestEndpoint : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void servesRequestAfterRequest();
    void servesPipelinedRequestsInOrder();
    void saysWhoReceives();
    void closesWhenAsked();
    void keepsHttp10OpenWhenAsked();
    void answersHalfClosedClients();
    void saysContinue();
    void readsChunkedBodies();
    void readsGetAndPostOnAnyPath();
    void refusesOtherMethods();
    void limitsTheRequestLine();
    void limitsTheHeader();
    void limitsTheBody();
    void limitsTheDecodedParameters();
    void endsSlowHeaders();
    void endsSlowBodies();
    void endsIdleConnections();
    void limitsConnections();
    void survivesClientsThatDoNotRead();
    void takesAPollBackWhenTheClientHangsUp_data();
    void takesAPollBackWhenTheClientHangsUp();
    void answersAPollThatWaits();
    void checksKeys();
    void checksTimestampsWhenAsked();
    void guardsControlPages();
    void showsHealthAndMetrics();
    void movesTheClock();
    void letsSomebodyObserve();
    void saysWhyItCannotStart();
    void stopsWithAThousandPolls();
};

void TestEndpoint::initTestCase()
{
    rlimit files{};
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
}

void TestEndpoint::servesRequestAfterRequest()
{
    Fixture f;
    rawhttp::Socket socket = f.connect();
    std::string lastId;
    for (int i = 0; i < 100; ++i) {
        socket.send(rawhttp::post(List));
        const auto response = socket.response();
        QVERIFY(response && response->status == 200 && response->code() == 0);
        const std::size_t at = response->body.find("\"requestId\":\"");
        const std::string id = response->body.substr(at + 13, 16);
        QVERIFY(id.find_first_not_of("0123456789") == std::string::npos && id != lastId);
        lastId = id;
    }
    QCOMPARE(f.service.calls(), 100U);
}

void TestEndpoint::servesPipelinedRequestsInOrder()
{
    Fixture f;
    rawhttp::Socket socket = f.connect();
    std::string bytes;
    for (int i = 0; i < 500; ++i)
        bytes += rawhttp::post("Action=ListQueue&clientRequestId=" + std::to_string(i));
    socket.send(bytes);
    for (int i = 0; i < 500; ++i) {
        const auto response = socket.response();
        QVERIFY(response && response->body.find("\"clientRequestId\":" + std::to_string(i) + ",") !=
                                std::string::npos);
    }
}

void TestEndpoint::saysWhoReceives()
{
    Fixture f;
    const auto client = [&](const std::string& form) {
        (void)f.ask(rawhttp::post(form));
        return std::get<ReceiveMessage>(*f.service.lastAction()).client;
    };
    const std::string plain = client(Receive);
    QVERIFY2(plain.starts_with("127.0.0.1:"), plain.c_str());
    QVERIFY(plain.find(' ') == plain.npos);
    const std::string sdk = client(std::string(Receive) + "&RequestClient=SDK_Python_1.3");
    QVERIFY2(sdk.ends_with(" SDK_Python_1.3"), sdk.c_str());
    // Whatever somebody says of himself, it is short.
    const std::string much =
        client(std::string(Receive) + "&RequestClient=" + std::string(5000, 'x'));
    QVERIFY2(much.ends_with(' ' + std::string(40, 'x')), much.c_str());
}

void TestEndpoint::closesWhenAsked()
{
    Fixture f;
    rawhttp::Socket socket = f.connect();
    socket.send(rawhttp::post(List, "Connection: close\r\n"));
    const auto response = socket.response();
    QVERIFY(response && response->head.find("\r\nConnection: close\r\n") != std::string::npos);
    QCOMPARE(socket.readToEnd(), "");
    QVERIFY(socket.isClosed());
}

void TestEndpoint::keepsHttp10OpenWhenAsked()
{
    Fixture f;
    rawhttp::Socket once = f.connect();
    once.send("GET /?Action=ListQueue HTTP/1.0\r\n\r\n");
    QVERIFY(once.response()->code() == 0);
    QVERIFY(once.readToEnd().empty() && once.isClosed());

    rawhttp::Socket kept = f.connect();
    for (int i = 0; i < 2; ++i) {
        kept.send("GET /?Action=ListQueue HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
        const auto response = kept.response();
        QVERIFY(response &&
                response->head.find("\r\nConnection: keep-alive\r\n") != std::string::npos);
    }
}

void TestEndpoint::answersHalfClosedClients()
{
    Fixture f;
    rawhttp::Socket socket = f.connect();
    socket.send(rawhttp::post(List) + rawhttp::post(List));
    socket.finishSending();
    QVERIFY(socket.response()->code() == 0);
    QVERIFY(socket.response()->code() == 0);
    QVERIFY(socket.readToEnd().empty() && socket.isClosed());

    rawhttp::Socket poll =
        f.connect(); // it cannot wait for long, but hears what an empty queue says
    poll.send(rawhttp::post(Receive));
    poll.finishSending();
    QCOMPARE(poll.response()->code().value_or(-1), 7000);
}

void TestEndpoint::saysContinue()
{
    Fixture f;
    const std::string request = rawhttp::post(List, "Expect: 100-continue\r\n");
    const std::size_t head = request.find("\r\n\r\n") + 4;
    rawhttp::Socket socket = f.connect();
    socket.send(request.substr(0, head));
    QVERIFY(socket.receive(10s));
    QCOMPARE(socket.rest(), "HTTP/1.1 100 Continue\r\n\r\n");
    socket.send(request.substr(head));
    QVERIFY(socket.response()->code() == 0);

    // Refused at once what is too large to be sent.
    rawhttp::Socket large = f.connect();
    large.send(
        "POST / HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 99999999\r\n\r\n");
    const auto response = large.response();
    QVERIFY(response && response->code() == 4000);
    QVERIFY(response->head.find("Connection: close") != std::string::npos);
}

void TestEndpoint::readsChunkedBodies()
{
    Fixture f;
    const auto response =
        f.ask("POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
              "6\r\nAction\r\n1;x=y\r\n=\r\n9\r\nListQueue\r\n0\r\nTrailer: x\r\n\r\n");
    QVERIFY(response && response->code() == 0);
}

void TestEndpoint::readsGetAndPostOnAnyPath()
{
    Fixture f;
    for (const std::string path :
         {"/", "/v2/index.php", "//v2/index.php", "/v2/index.php/v2/index.php", "/x/y",
          "http://127.0.0.1:1/v2/index.php"}) {
        QVERIFY(f.ask("GET " + path + "?Action=List%51ueue HTTP/1.1\r\nHost: h\r\n\r\n")->code() ==
                0);
        // The query of a POST means nothing.
        QVERIFY(f.ask("POST " + path +
                      "?Action=Nothing HTTP/1.1\r\nHost: h\r\nContent-Type: */*\r\n"
                      "Content-Length: 16\r\n\r\nAction=ListQueue")
                    ->code() == 0);
    }
}

void TestEndpoint::refusesOtherMethods()
{
    Fixture f;
    const auto put = f.ask("PUT / HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\n\r\n");
    QVERIFY(put && put->status == 200);
    QVERIFY(put->body.find("(10410)unexpected http PUT only GET or POST is supported") !=
            std::string::npos);

    rawhttp::Socket head = f.connect();
    head.send(
        "HEAD / HTTP/1.1\r\nHost: h\r\n\r\nGET /?Action=ListQueue HTTP/1.1\r\nHost: h\r\n\r\n");
    QVERIFY(head.response(true)->body.empty());
    QVERIFY(head.response()->code() == 0);
}

void TestEndpoint::limitsTheRequestLine()
{
    Fixture f;
    const auto get = [](std::size_t lineBytes) {
        std::string line = "GET /?Action=ListQueue&x=";
        line.append(lineBytes - line.size() - 9, 'x');
        return line + " HTTP/1.1";
    };
    QVERIFY(f.ask(get(8192) + "\r\nHost: h\r\n\r\n")->code() == 0);
    QCOMPARE(f.ask(get(8193) + "\r\nHost: h\r\n\r\n")->status, 414);
    QCOMPARE(f.ask(get(9000))->status, 414); // before its end is there
}

void TestEndpoint::limitsTheHeader()
{
    Fixture f;
    const auto withFields = [](int count, std::size_t bytes) {
        std::string text = "GET /?Action=ListQueue HTTP/1.1\r\nHost: h\r\n";
        for (int i = 1; i < count; ++i)
            text += "X-Field: " + std::string(bytes, 'x') + "\r\n";
        return text + "\r\n";
    };
    QVERIFY(f.ask(withFields(100, 10))->code() == 0);
    QCOMPARE(f.ask(withFields(101, 10))->status, 431);
    QVERIFY(f.ask(withFields(2, 32'000))->code() == 0);
    QCOMPARE(f.ask(withFields(2, 33'000))->status, 431);
    QCOMPARE(f.ask(withFields(40, 1000))->status, 431);
    QCOMPARE(f.ask("GET / HTTP/1.1\r\nX-Endless: " + std::string(80'000, 'x'))->status, 431);
}

void TestEndpoint::limitsTheBody()
{
    Fixture f;
    const std::size_t limit = endpoint::Limits().bodyBytes;
    std::string body = "Action=ListQueue&x=";
    body.append(limit - body.size(), 'x');
    QVERIFY(f.ask(rawhttp::post(body))->code() == 0);
    body += 'x';
    const auto refused = f.ask(rawhttp::post(body));
    QVERIFY(refused && refused->status == 200 && refused->code() == 4000);
    QVERIFY(refused->body.find("(10420)") != std::string::npos);

    std::string chunked = "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n";
    for (int i = 0; i < 5; ++i)
        chunked += "100000\r\n" + std::string(0x100000, 'x') + "\r\n";
    QCOMPARE(f.ask(chunked)->code().value_or(-1), 4000);
    QVERIFY(f.ask(rawhttp::post(List))->code() == 0);
}

void TestEndpoint::limitsTheDecodedParameters()
{
    Fixture f;
    std::string form = List;
    for (int i = 0; i < 300; ++i)
        form += "&p" + std::to_string(i) + "=1";
    QVERIFY(f.ask(rawhttp::post(form))->body.find("(10420)") != std::string::npos);
}

void TestEndpoint::endsSlowHeaders()
{
    endpoint::EndpointOptions options = patient();
    options.limits.headerTime = 50ms;
    Fixture f(std::move(options));
    rawhttp::Socket begun = f.connect();
    begun.send("GET / HTTP/1.1\r\n");
    QCOMPARE(begun.response()->status, 408);
    rawhttp::Socket silent = f.connect();
    QCOMPARE(silent.readToEnd(), "");
    QVERIFY(silent.isClosed());
}

void TestEndpoint::endsSlowBodies()
{
    endpoint::EndpointOptions options = patient();
    options.limits.rateGrace = 50ms;
    Fixture f(std::move(options));
    rawhttp::Socket socket = f.connect();
    socket.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 100000\r\n\r\nAction");
    QCOMPARE(socket.response()->status, 408);
    // Others are served meanwhile, and a fast body is not judged.
    QVERIFY(f.ask(rawhttp::post("Action=ListQueue&x=" + std::string(1'000'000, 'x')))->code() == 0);
}

void TestEndpoint::endsIdleConnections()
{
    endpoint::EndpointOptions options = patient();
    options.limits.idleTime = 50ms;
    Fixture f(std::move(options));
    rawhttp::Socket socket = f.connect();
    socket.send(rawhttp::post(List));
    QVERIFY(socket.response()->code() == 0);
    QCOMPARE(socket.readToEnd(), "");
    QVERIFY(socket.isClosed());

    rawhttp::Socket waiting = f.connect(); // a long poll is not idle
    waiting.send(rawhttp::post(Receive));
    QVERIFY(f.service.waitForHeld(1));
    QVERIFY(!waiting.receive(300ms) && !waiting.isClosed());
    QVERIFY(f.service.deliver("late"));
    QVERIFY(waiting.response()->code() == 0);
}

void TestEndpoint::limitsConnections()
{
    endpoint::EndpointOptions options = patient();
    options.limits.connections = 2;
    Fixture f(std::move(options));
    rawhttp::Socket first = f.connect();
    first.send(rawhttp::post(List));
    QVERIFY(first.response()->code() == 0);
    {
        rawhttp::Socket second = f.connect();
        second.send(rawhttp::post(List));
        QVERIFY(second.response()->code() == 0);
        rawhttp::Socket third = f.connect();
        QCOMPARE(third.response()->status, 503);
    }
    // A place becomes free when its client leaves.
    for (int attempt = 0; attempt < 1000; ++attempt) {
        rawhttp::Socket next = f.connect();
        next.send(rawhttp::post(List));
        const auto response = next.response();
        if (response && response->status == 200)
            return;
    }
    QFAIL("no place became free");
}

void TestEndpoint::survivesClientsThatDoNotRead()
{
    endpoint::EndpointOptions options = patient();
    options.limits.rateGrace = 50ms;
    Fixture f(std::move(options));
    rawhttp::Socket silent = f.connect();
    silent.send(rawhttp::post(Receive));
    QVERIFY(f.service.waitForHeld(1));
    QVERIFY(f.service.deliver(std::string(32 * 1024 * 1024, 'x'))); // more than sockets buffer
    QVERIFY(f.ask(rawhttp::post(List))->code() == 0);
    // It is dropped in the middle of its answer; what is left in the buffers ends.
    rawhttp::Socket witness = f.connect();
    QVERIFY(!witness.receive(500ms));
    silent.readToEnd();
    QVERIFY(silent.isClosed());
}

void TestEndpoint::takesAPollBackWhenTheClientHangsUp_data()
{
    QTest::addColumn<bool>("hard");
    QTest::newRow("farewell") << false;
    QTest::newRow("reset") << true;
}

void TestEndpoint::takesAPollBackWhenTheClientHangsUp()
{
    QFETCH(bool, hard);
    Fixture f;
    rawhttp::Socket gone = f.connect();
    gone.send(rawhttp::post(Receive));
    QVERIFY(f.service.waitForHeld(1));
    hard ? gone.reset() : gone.close();
    QVERIFY(f.service.waitForCancelled(1));
    QVERIFY(!f.service.deliver("nobody is there"));

    rawhttp::Socket next = f.connect();
    next.send(rawhttp::post(Receive));
    QVERIFY(f.service.waitForHeld(1));
    QVERIFY(f.service.deliver("hello"));
    QVERIFY(next.response()->body.find("\"msgBody\":\"hello\"") != std::string::npos);
}

void TestEndpoint::answersAPollThatWaits()
{
    Fixture f;
    rawhttp::Socket socket = f.connect();
    socket.send(rawhttp::post(Receive) + rawhttp::post(List)); // the second waits for the first
    QVERIFY(f.service.waitForHeld(1));
    QCOMPARE(f.service.calls(), 1U);
    QVERIFY(f.service.deliver("hello"));
    QVERIFY(socket.response()->body.find("hello") != std::string::npos);
    QVERIFY(socket.response()->code() == 0);
}

void TestEndpoint::checksKeys()
{
    endpoint::EndpointOptions options = patient();
    options.keys = {
        {"AKIDz8krbsJ5yKBZQpn74WFkmLPx3gnPhESA", "Gu5t9xGARNpq86cd98joQYCN3Cozk1qA", true},
        {"AKIDdisabled", "x", false}};
    Fixture f(std::move(options));
    const auto message = [&](const std::string& form, const std::string& host = "127.0.0.1:8080") {
        const auto response =
            f.ask("POST /v2/index.php HTTP/1.1\r\nHost: " + host +
                  "\r\nContent-Length: " + std::to_string(form.size()) + "\r\n\r\n" + form);
        const std::string& body = response->body;
        const std::size_t at = body.find("\"message\":\"") + 11;
        return body.substr(at, body.find('"', at) - at);
    };
    const std::string common = "&Nonce=11886&RequestClient=SDK_Python_1.3&Timestamp=1465185768"
                               "&SecretId=AKIDz8krbsJ5yKBZQpn74WFkmLPx3gnPhESA";
    const std::string send = "Action=SendMessage&delaySeconds=0&queueName=q&msgBody=";
    const std::string v5 = "a%26b%3Dc+d%25%2B~%2A%C3%A9%E4%B8%AD&SignatureMethod=HmacSHA256"
                           "&Signature=tRhurDU%2BgVr47TVXjXIkeOVvUS1LODsRmtDOOEnTvqY%3D";
    const std::string v6 =
        "@x&SignatureMethod=HmacSHA1&Signature=4gMGSjMNWJ%2Fs7pZBfM%2FK%2BKyQEGk%3D";
    QCOMPARE(message(send + v5 + common), "");
    QCOMPARE(std::get<SendMessage>(*f.service.lastAction()).msgBody, "a&b=c d%+~*é中");
    QCOMPARE(message(send + v6 + common), "");
    QCOMPARE(message(send + v6 + common), ""); // the same nonce again: C++ does that
    QCOMPARE(f.service.calls(), 3U);

    QCOMPARE(message(send + "a" + common + "&SignatureMethod=HmacSHA1&Signature=AAAA"),
             "(10030)authentication failed");
    QCOMPARE(message(send + v6 + common, "127.0.0.1:8081"), "(10030)authentication failed");
    QCOMPARE(message(send + "a" + common), "(10390)lacked of required parameter Signature");
    QCOMPARE(message("Action=ListQueue&Nonce=1&Timestamp=1&Signature=x"),
             "(10390)lacked of required parameter SecretId");
    QCOMPARE(message("Action=ListQueue&SecretId=AKID1&Timestamp=1&Signature=x"),
             "(10390)lacked of required parameter Nonce");
    QCOMPARE(message("Action=ListQueue&SecretId=AKID1&Nonce=1&Signature=x"),
             "(10390)lacked of required parameter Timestamp");
    QCOMPARE(message("Action=ListQueue&SecretId=AKID1&Nonce=-1&Timestamp=1&Signature=x"),
             "(10360)parameter Nonce error type");
    QCOMPARE(message("Action=ListQueue&SecretId=AKID1&Nonce=1&Timestamp=x&Signature=x"),
             "(10360)parameter Timestamp error type");
    QCOMPARE(message("Action=ListQueue&SecretId=me&Nonce=0&Timestamp=1&Signature=x"),
             "(10450)secret id dosen't begin with AKID");
    QCOMPARE(message("Action=ListQueue&SecretId=AKIDother&Nonce=0&Timestamp=1&Signature=x"),
             "(10270)secret id is not existed");
    QCOMPARE(message("Action=ListQueue&SecretId=AKIDdisabled&Nonce=0&Timestamp=1&Signature=x"),
             "(10080)secret id status error");
    // The action is asked for first, whether it exists after the key.
    QCOMPARE(message("queueName=q"), "(10280)action is not existed");
    QCOMPARE(message("Action=Nothing&SecretId=AKIDother&Nonce=0&Timestamp=1&Signature=x"),
             "(10270)secret id is not existed");
    QCOMPARE(f.service.calls(), 3U);
}

void TestEndpoint::checksTimestampsWhenAsked()
{
    endpoint::EndpointOptions options = patient();
    options.keys = {
        {"AKIDz8krbsJ5yKBZQpn74WFkmLPx3gnPhESA", "Gu5t9xGARNpq86cd98joQYCN3Cozk1qA", true}};
    options.timestampTolerance = Seconds(300);
    Time now = fromUnixSeconds(1'465'185'768 + 300);
    options.wallClock = [&now] { return now; };
    Fixture f(std::move(options));
    const std::string form =
        "Action=SendMessage&delaySeconds=0&queueName=q&msgBody=@x&SignatureMethod=HmacSHA1"
        "&Signature=4gMGSjMNWJ%2Fs7pZBfM%2FK%2BKyQEGk%3D&Nonce=11886&RequestClient=SDK_Python_1.3"
        "&Timestamp=1465185768&SecretId=AKIDz8krbsJ5yKBZQpn74WFkmLPx3gnPhESA";
    const std::string request = "POST /v2/index.php HTTP/1.1\r\nHost: 127.0.0.1:8080\r\n"
                                "Content-Length: " +
                                std::to_string(form.size()) + "\r\n\r\n" + form;
    QVERIFY(f.ask(request)->code() == 0);
    now += Seconds(1);
    QVERIFY(f.ask(request)->code() == 4100);
}

void TestEndpoint::guardsControlPages()
{
    Fixture closed;
    QCOMPARE(closed.ask(control("GET", "health"))->code().value_or(-1),
             4000); // a path like any other

    endpoint::EndpointOptions options = patient();
    options.hasControlPages = true;
    Fixture f(std::move(options));
    QCOMPARE(f.ask(control("GET", "health", {}, {}))->status, 403);
    QCOMPARE(f.ask(control("GET", "health", {}, "X-CMQ-Control: 0\r\n"))->status, 403);
    QCOMPARE(f.ask(control("GET", "nothing"))->status, 404);
    QCOMPARE(f.ask(control("POST", "health"))->status, 405);
    QCOMPARE(f.ask(control("GET", "clock"))->status, 404); // the system's is not to be moved
    QVERIFY(f.ask(rawhttp::post(List))->code() == 0);
}

void TestEndpoint::showsHealthAndMetrics()
{
    endpoint::EndpointOptions options = patient();
    options.hasControlPages = true;
    Fixture f(std::move(options));
    QCOMPARE(f.ask(control("GET", "health"))->body, R"({"status":"ok"})");
    QVERIFY(f.ask(rawhttp::post(List))->code() == 0);
    QVERIFY(f.ask(rawhttp::post("Action=DeleteQueue"))->code() == 4000);
    const auto metrics = f.ask(control("GET", "metrics"));
    QVERIFY(metrics && metrics->status == 200);
    QVERIFY(metrics->head.find("text/plain; version=0.0.4") != std::string::npos);
    for (const char* line : {"\ncmq_requests_total{action=\"ListQueue\",code=\"0\"} 1\n",
                             "\ncmq_requests_total{action=\"none\",code=\"4000\"} 1\n",
                             "\ncmq_request_duration_seconds_count{action=\"ListQueue\"} 1\n",
                             "\nprocess_resident_memory_bytes ", "\ncmq_waiting_requests 0\n"})
        QVERIFY2(metrics->body.find(line) != std::string::npos, metrics->body.c_str());
}

void TestEndpoint::movesTheClock()
{
    endpoint::EndpointOptions options = patient();
    options.hasControlPages = true;
    FakeTime time;
    options.timeControl = &time;
    Fixture f(std::move(options));
    QCOMPARE(f.ask(control("GET", "clock"))->body,
             R"({"unixSeconds":1000,"unixMilliseconds":1000000})");
    QCOMPARE(f.ask(control("POST", "clock", "advanceSeconds=43200"))->body,
             R"({"unixSeconds":44200,"unixMilliseconds":44200000})");
    QCOMPARE(f.ask(control("POST", "clock", "setSeconds=50000"))->status, 200);
    QCOMPARE(toUnixSeconds(time.now()), 50000);
    for (const char* form :
         {"setSeconds=49999", "advanceSeconds=-1", "advanceSeconds=x", "", "advanceSeconds=", "x=1",
          "advanceSeconds=1&setSeconds=60000", "advanceSeconds=99999999999999999999"})
        QCOMPARE(f.ask(control("POST", "clock", form))->status, 400);
    QCOMPARE(toUnixSeconds(time.now()), 50000);
}

void TestEndpoint::letsSomebodyObserve()
{
    endpoint::EndpointOptions options = patient();
    options.keys = {{"AKID1", "key", true}};
    options.wallClock = [] { return fromUnixSeconds(1465185768); };
    const auto observer = std::make_shared<Observer>();
    options.observer = observer;
    Fixture f(std::move(options));
    const std::string unsignedForm = "Action=ListQueue&SecretId=AKID1&Nonce=1&Timestamp=2";
    const std::string request = rawhttp::post(unsignedForm + "&Signature=x");
    observer->isOn = false;
    QVERIFY(f.ask(request)->code() == 4100); // unseen
    observer->isOn = true;
    QVERIFY(f.ask(request)->code() == 4100);
    const std::string text = "POST127.0.0.1/v2/index.php?Action=ListQueue&Nonce=1&SecretId=AKID1"
                             "&Timestamp=2";
    std::string signature;
    wire::appendFormEncoded(signature,
                            wire::Signer("key").sign(wire::SignatureMethod::HmacSha1, text));
    QVERIFY(f.ask(rawhttp::post(unsignedForm + "&Signature=" + signature))->code() == 0);
    f.endpoint->stop();

    const auto& seen = observer->requests;
    QCOMPARE(seen.size(), 2U);
    QCOMPARE(toUnixSeconds(seen[0].time), 1465185768);
    QCOMPARE(seen[0].method, "POST");
    QCOMPARE(seen[0].path, "/v2/index.php");
    QCOMPARE(seen[0].code, 4100);
    QCOMPARE(seen[0].parameters.size(), 5U);
    QVERIFY(!seen[0].action);
    QCOMPARE(seen[0].signature.expected, text);
    QVERIFY(!seen[0].signature.reason.empty());
    QVERIFY(seen[0].answer.find("10030") != std::string::npos);
    QCOMPARE(seen[1].code, 0);
    QVERIFY(seen[1].action && std::holds_alternative<ListQueue>(*seen[1].action));
    QVERIFY(seen[1].signature.reason.empty());
}

void TestEndpoint::saysWhyItCannotStart()
{
    Fixture f;
    FakeService service;
    endpoint::EndpointOptions options;
    options.port = f.endpoint->port();
    const auto busy = endpoint::Endpoint::start(service, options);
    QVERIFY(!busy && busy.error().detail.find("Address already in use") != std::string::npos);
    QCOMPARE(busy.error().parameter, "port");
    options.port = 0;
    options.address = "192.0.2.1"; // for documentation: no machine has it
    QCOMPARE(endpoint::Endpoint::start(service, options).error().parameter, "address");
    options.address = "nowhere";
    QVERIFY(endpoint::Endpoint::start(service, options).error().detail.find("nowhere") !=
            std::string::npos);
    options.address = "127.0.0.1";
    options.tlsCertificateFile = "/does/not/exist.pem";
    QVERIFY(endpoint::Endpoint::start(service, options).error().detail.find("exist.pem") !=
            std::string::npos);
}

void TestEndpoint::stopsWithAThousandPolls()
{
    Fixture f;
    std::vector<rawhttp::Socket> polls;
    for (int i = 0; i < 1000; ++i) {
        polls.push_back(f.connect());
        polls.back().send(rawhttp::post(Receive));
    }
    QVERIFY(f.service.waitForHeld(1000));
    const auto begin = std::chrono::steady_clock::now();
    f.endpoint->stop();
    QVERIFY(std::chrono::steady_clock::now() - begin < 5s);
    QVERIFY(f.service.waitForCancelled(1000));
    for (rawhttp::Socket& poll : polls) { // each hears something true
        const auto response = poll.response();
        QVERIFY(response && response->code() == 7000);
        QVERIFY(response->head.find("Connection: close") != std::string::npos);
    }
    QVERIFY(!f.connect().isConnected());
}

CMQ_TEST(endpoint, TestEndpoint)

} // namespace tst_endpoint
#include "tst_endpoint.moc"
