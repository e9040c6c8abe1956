#include "story.h"

#include "tests/suite.h"

#include <algorithm>
#include <set>

namespace tst_messageactions {

using namespace cmq;
using namespace conformance;

/// Section 9 of the protocol page: the actions on messages.
class TestMessageActions final : public QObject, private Story
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addBackendRows(); }
    void cleanup() { end(); }

    void sendMessage_idsAreNumbersAndNew()
    {
        create("orders");
        std::set<unsigned long long> ids;
        for (int i = 0; i < 5; ++i) {
            const std::string id = send("orders", "a");
            QVERIFY(!id.empty() && id.find_first_not_of("0123456789") == std::string::npos);
            ids.insert(std::stoull(id));
        }
        QCOMPARE(ids.size(), 5U);
        QVERIFY(!ids.contains(0));
    }

    void sendMessage_bodyComesBackByteForByte()
    {
        create("orders");
        const std::string bodies[] = {"a",
                                      " \r\n\t ",
                                      "\0a\0"s,
                                      "你好，世界 😀",
                                      "<b>&amp;\"'</b>",
                                      "a&b=c d%+~*",
                                      R"({"json": "\u0000\n"})",
                                      "\uFEFF\u202E\uFFFF"};
        for (const std::string& body : bodies) {
            const std::string id = send("orders", body);
            const ReceivedMessage message = receive("orders");
            QCOMPARE(message.msgBody, body);
            QCOMPARE(message.msgId, id);
            remove("orders", message);
        }
        std::string all;
        for (char c = 0; c >= 0 && c < 127; ++c)
            all += c;
        send("orders", all + '\x7f');
        QCOMPARE(receive("orders").msgBody, all + '\x7f');
    }

    void sendMessage_emptyBody()
    {
        create("orders");
        QCOMPARE(told(SendMessage{"orders", ""}), "4000/10120");
        QCOMPARE(counters("orders"), "empty");
    }

    void sendMessage_bodyIsNotText()
    {
        create("orders");
        QCOMPARE(told(SendMessage{"orders", "a\xff"}), "4000/10110");
        QCOMPARE(told(SendMessage{"orders", "\xed\xa0\x80"}), "4000/10110");
        QCOMPARE(counters("orders"), "empty");
    }

    void sendMessage_maxMsgSizeIsInBytes()
    {
        create("orders", {.maxMsgSize = 1024});
        QCOMPARE(told(SendMessage{"orders", std::string(1024, 'x')}), "ok");
        QCOMPARE(told(SendMessage{"orders", std::string(1025, 'x')}), "4400/10230");
        std::string text;
        while (text.size() < 1023)
            text += "中";
        QCOMPARE(told(SendMessage{"orders", text + 'x'}), "ok");
        QCOMPARE(told(SendMessage{"orders", text + "中"}), "4400/10230");
        QCOMPARE(counters("orders"), "2 active");
    }

    void sendMessage_largestBody()
    {
        create("orders", {.maxMsgSize = 1'048'576});
        const std::string body(1'048'576, 'x');
        send("orders", body);
        QVERIFY(receive("orders").msgBody == body);
        QCOMPARE(told(SendMessage{"orders", body + 'x'}), "4400/10230");
    }

    void sendMessage_delayRange()
    {
        create("orders");
        QCOMPARE(told(SendMessage{"orders", "a", 3600s}), "ok");
        QCOMPARE(told(SendMessage{"orders", "a", 3601s}), "4000/10692");
        QCOMPARE(told(SendMessage{"orders", "a", -1s}), "4000/10692");
        QCOMPARE(counters("orders"), "1 delayed");
    }

    void sendMessage_missingQueue()
    {
        QCOMPARE(told(SendMessage{"orders", "a"}), "4440/10100");
        QCOMPARE(told(SendMessage{"no.name", "a"}), "4000/10020");
    }

    void sendMessage_parametersComeBeforeExistence()
    {
        QCOMPARE(told(SendMessage{"orders", ""}), "4000/10120");
        QCOMPARE(told(SendMessage{"orders", "a", 3601s}), "4000/10692");
    }

    void batchSend_idsInTheOrderOfTheBodies()
    {
        create("orders");
        const auto ids = must(BatchSendMessage{"orders", {"a", "b", "c"}}).msgIds;
        QCOMPARE(ids.size(), 3U);
        const auto batch = must(BatchReceiveMessage{"orders", 16, 0s}).msgInfoList;
        QCOMPARE(batch.size(), 3U);
        for (std::size_t i = 0; i < 3; ++i) {
            QCOMPARE(batch[i].msgId, ids[i]);
            QCOMPARE(batch[i].msgBody, std::string(1, "abc"[i]));
        }
    }

    void batchSend_oneDelayForAll()
    {
        create("orders");
        must(BatchSendMessage{"orders", {"a", "b"}, 10s});
        QCOMPARE(counters("orders"), "2 delayed");
        advance(10s);
        QCOMPARE(drain("orders"), "a b");
    }

    void batchSend_sizeOfTheBatch()
    {
        create("orders");
        QCOMPARE(told(BatchSendMessage{"orders", {}}), "4000/10370");
        QCOMPARE(told(BatchSendMessage{"orders", std::vector<std::string>(17, "a")}), "4000/10370");
        QCOMPARE(told(BatchSendMessage{"orders", std::vector<std::string>(16, "a")}), "ok");
    }

    void batchSend_oneMebibyteTogether()
    {
        create("orders");
        std::vector<std::string> bodies(16, std::string(65'536, 'x'));
        QCOMPARE(told(BatchSendMessage{"orders", bodies}), "ok");
        change("orders", {.maxMsgSize = 1'048'576});
        bodies.back() += 'x';
        QCOMPARE(told(BatchSendMessage{"orders", bodies}), "4470/10300");
        QCOMPARE(counters("orders"), "16 active");
    }

    void batchSend_allOrNothing()
    {
        create("orders", {.maxMsgSize = 1024});
        QCOMPARE(told(BatchSendMessage{"orders", {"a", "", "c"}}), "4000/10120");
        QCOMPARE(told(BatchSendMessage{"orders", {"a", "\xff"}}), "4000/10110");
        QCOMPARE(told(BatchSendMessage{"orders", {"a", std::string(1025, 'x')}}), "4400/10230");
        QCOMPARE(told(BatchSendMessage{"orders", {"a", "b"}, 3601s}), "4000/10692");
        QCOMPARE(counters("orders"), "empty");
    }

    void batchSend_mustFitIntoTheQueue()
    {
        create("orders", {.maxMsgHeapNum = 3});
        send("orders", "a");
        QCOMPARE(told(BatchSendMessage{"orders", {"b", "c", "d"}}), "4410/10240");
        QCOMPARE(counters("orders"), "1 active");
        QCOMPARE(told(BatchSendMessage{"orders", {"b", "c"}}), "ok");
        QCOMPARE(told(SendMessage{"orders", "d"}), "4410/10240");
    }

    void receiveMessage_allFields()
    {
        advance(5s);
        create("orders", {.visibilityTimeout = 30s});
        const std::string id = send("orders", "a");
        advance(10s);
        const ReceivedMessage first = receive("orders");
        QCOMPARE(first.msgBody, "a");
        QCOMPARE(first.msgId, id);
        QCOMPARE(at(first.enqueueTime), 5);
        QCOMPARE(at(first.firstDequeueTime), 15);
        QCOMPARE(at(first.nextVisibleTime), 45);
        QCOMPARE(first.dequeueCount, 1);
        QVERIFY(!first.receiptHandle.empty());

        advance(30s);
        const ReceivedMessage second = receive("orders");
        QCOMPARE(second.msgId, id);
        QCOMPARE(at(second.enqueueTime), 5);
        QCOMPARE(at(second.firstDequeueTime), 15);
        QCOMPARE(at(second.nextVisibleTime), 75);
        QCOMPARE(second.dequeueCount, 2);
        QVERIFY(second.receiptHandle != first.receiptHandle);
    }

    void receiveMessage_handlesAreWellFormed()
    {
        create("orders", {.visibilityTimeout = 1s});
        send("orders", "a");
        std::set<std::string> handles;
        for (int i = 0; i < 100; ++i) {
            const std::string handle = receive("orders").receiptHandle;
            QVERIFY(handle.size() <= 256);
            QVERIFY(handle.find_first_not_of("0123456789") == std::string::npos);
            handles.insert(handle);
            advance(1s);
        }
        QCOMPARE(handles.size(), 100U);
    }

    void receiveMessage_noMessage()
    {
        create("orders");
        QCOMPARE(told(ReceiveMessage{"orders", 0s}), "7000/10200");
        send("orders", "a", 1s);
        QCOMPARE(told(ReceiveMessage{"orders", 0s}), "7000/10200");
        advance(1s);
        receive("orders");
        QCOMPARE(told(ReceiveMessage{"orders", 0s}), "7000/10200");
    }

    void receiveMessage_missingQueue()
    {
        QCOMPARE(told(ReceiveMessage{"orders", 0s}), "4440/10100");
        QCOMPARE(told(ReceiveMessage{"orders", 30s}), "4440/10100");
        QCOMPARE(told(BatchReceiveMessage{"orders", 16, 30s}), "4440/10100");
    }

    void receiveMessage_waitIsCutToThirtySeconds()
    {
        create("orders");
        const Poll poll = startReceive("orders", 30'000s);
        advance(29'999ms);
        QCOMPARE(heard(poll), "waiting");
        advance(1ms);
        QCOMPARE(heard(poll), "7000/10200");
    }

    void receiveMessage_negativeWait()
    {
        create("orders");
        QCOMPARE(told(ReceiveMessage{"orders", -1s}), "4000/10350");
        QCOMPARE(told(BatchReceiveMessage{"orders", 1, -1s}), "4000/10350");
    }

    void batchReceive_takesWhatIsThere()
    {
        create("orders");
        must(BatchSendMessage{"orders", {"a", "b", "c"}});
        const BatchPoll poll = startReceive("orders", 16, 30s);
        QCOMPARE(heard(poll), "a b c");
        QCOMPARE(counters("orders"), "3 inactive");
    }

    void batchReceive_atMostNumOfMsg()
    {
        create("orders");
        must(BatchSendMessage{"orders", {"a", "b", "c"}});
        QCOMPARE(bodies(must(BatchReceiveMessage{"orders", 2, 0s})), "a b");
        QCOMPARE(bodies(must(BatchReceiveMessage{"orders", 2, 0s})), "c");
        QCOMPARE(told(BatchReceiveMessage{"orders", 2, 0s}), "7000/10200");
    }

    void batchReceive_numOfMsgRange()
    {
        create("orders");
        send("orders", "a");
        QCOMPARE(told(BatchReceiveMessage{"orders", 0, 0s}), "4000/10350");
        QCOMPARE(told(BatchReceiveMessage{"orders", 17, 0s}), "4000/10350");
        QCOMPARE(told(BatchReceiveMessage{"orders", -1, 0s}), "4000/10350");
        QCOMPARE(told(BatchReceiveMessage{"orders", 16, 0s}), "ok");
    }

    void deleteMessage_once()
    {
        create("orders");
        send("orders", "a");
        const ReceivedMessage message = receive("orders");
        QCOMPARE(toldDelete("orders", message), "ok");
        QCOMPARE(counters("orders"), "empty");
        QCOMPARE(toldDelete("orders", message), "4430/10260");
    }

    void deleteMessage_malformedHandle()
    {
        create("orders");
        QCOMPARE(told(DeleteMessage{"orders", ""}), "4000/10470");
        QCOMPARE(told(DeleteMessage{"orders", "a b"}), "4000/10470");
        QCOMPARE(told(DeleteMessage{"orders", "手柄"}), "4000/10470");
        QCOMPARE(told(DeleteMessage{"orders", std::string(257, '1')}), "4000/10470");
    }

    void deleteMessage_unknownHandle()
    {
        create("orders");
        send("orders", "a");
        receive("orders");
        for (const char* handle : {"0", "1", "00", "abc", "-1", "%#:_-", "18446744073709551615",
                                   "18446744073709551616", "99999999999999999999999999999"})
            QCOMPARE(told(DeleteMessage{"orders", handle}), "4430/10260");
        QCOMPARE(told(DeleteMessage{"orders", std::string(256, '9')}), "4430/10260");
        QCOMPARE(counters("orders"), "1 inactive");
    }

    void deleteMessage_handleIsExact()
    {
        create("orders");
        send("orders", "a");
        const std::string handle = receive("orders").receiptHandle;
        QCOMPARE(told(DeleteMessage{"orders", '0' + handle}), "4430/10260");
        QCOMPARE(told(DeleteMessage{"orders", handle + '0'}), "4430/10260");
        QCOMPARE(told(DeleteMessage{"orders", handle}), "ok");
    }

    void deleteMessage_handleOfAnotherQueue()
    {
        create("orders");
        create("others");
        send("orders", "a");
        const ReceivedMessage message = receive("orders");
        QCOMPARE(toldDelete("others", message), "4430/10260");
        QCOMPARE(toldDelete("orders", message), "ok");
    }

    void deleteMessage_missingQueue()
    {
        QCOMPARE(told(DeleteMessage{"orders", "1"}), "4440/10100");
        QCOMPARE(told(BatchDeleteMessage{"orders", {"1"}}), "4440/10100");
    }

    void batchDelete_all()
    {
        create("orders");
        must(BatchSendMessage{"orders", {"a", "b"}});
        const auto reply = must(BatchDeleteMessage{"orders", receivedHandles(2)});
        QVERIFY(reply.errorList.empty());
        QCOMPARE(reply.deletedCount, 2U);
        QCOMPARE(counters("orders"), "empty");
    }

    void batchDelete_some()
    {
        create("orders");
        must(BatchSendMessage{"orders", {"a", "b", "c"}});
        std::vector<std::string> handles = receivedHandles(2);
        handles.insert(handles.begin(), "12345");
        handles.emplace_back("not a handle");
        const auto reply = must(BatchDeleteMessage{"orders", handles});
        QCOMPARE(reply.deletedCount, 2U);
        QCOMPARE(reply.errorList.size(), 2U);
        QCOMPARE(reply.errorList[0].receiptHandle, "12345");
        QCOMPARE(reply.errorList[0].error.code, 4430);
        QCOMPARE(reply.errorList[0].error.moduleCode, 10260);
        QCOMPARE(reply.errorList[1].receiptHandle, "not a handle");
        QCOMPARE(reply.errorList[1].error.moduleCode, 10470);
        QCOMPARE(counters("orders"), "1 active");
    }

    void batchDelete_none()
    {
        create("orders");
        send("orders", "a");
        const auto reply = must(BatchDeleteMessage{"orders", {"12345", "67890"}});
        QCOMPARE(reply.deletedCount, 0U);
        QCOMPARE(reply.errorList.size(), 2U);
        QCOMPARE(reply.errorList[1].receiptHandle, "67890");
        QCOMPARE(counters("orders"), "1 active");
    }

    void batchDelete_sameHandleTwice()
    {
        create("orders");
        send("orders", "a");
        const std::string handle = receive("orders").receiptHandle;
        const auto reply = must(BatchDeleteMessage{"orders", {handle, handle}});
        QCOMPARE(reply.deletedCount, 1U);
        QCOMPARE(reply.errorList.size(), 1U);
        QCOMPARE(reply.errorList[0].error.moduleCode, 10260);
    }

    void batchDelete_sizeOfTheBatch()
    {
        create("orders");
        QCOMPARE(told(BatchDeleteMessage{"orders", {}}), "4000/10370");
        QCOMPARE(told(BatchDeleteMessage{"orders", std::vector<std::string>(17, "1")}),
                 "4000/10370");
        QCOMPARE(
            must(BatchDeleteMessage{"orders", std::vector<std::string>(16, "1")}).errorList.size(),
            16U);
    }

    void peek_showsMessagesInEveryState()
    {
        CMQ_NEEDS(PeekMessages{});
        create("orders", {.msgRetentionSeconds = 7200s, .rewindSeconds = 3600s});
        consume("orders", "deleted");
        send("orders", "inactive");
        const ReceivedMessage inactive = receive("orders");
        send("orders", "active");
        send("orders", "delayed", 60s);

        PeekMessages peek{.queueName = "orders"};
        peek.withBodies = true;
        const auto all = must(peek).messages;
        QCOMPARE(all.size(), 4U);
        QCOMPARE(all[0].msgBody, "deleted");
        QVERIFY(all[0].state == MessageState::Rewindable);
        QCOMPARE(at(all[0].expireTime), 3600);
        QVERIFY(all[1].state == MessageState::Inactive);
        QCOMPARE(all[1].receiptHandle, inactive.receiptHandle);
        QCOMPARE(at(all[1].nextVisibleTime.value()), 30);
        QCOMPARE(all[1].dequeueCount, 1);
        QCOMPARE(all[1].handleGeneration, 1);
        QVERIFY(all[2].state == MessageState::Active);
        QVERIFY(!all[2].nextVisibleTime);
        QVERIFY(all[2].receiptHandle.empty());
        QVERIFY(all[3].state == MessageState::Delayed);
        QCOMPARE(at(all[3].nextVisibleTime.value()), 60);
        QCOMPARE(at(all[3].expireTime), 7200);
        QCOMPARE(all[3].bodyBytes, 7);

        // It touched nothing.
        QCOMPARE(counters("orders"), "1 active, 1 inactive, 1 delayed, 1 rewindable");
        QCOMPARE(receive("orders").dequeueCount, 1);
    }

    void remove_deletesInEveryStateAndCanBeRewound()
    {
        CMQ_NEEDS(RemoveMessage{});
        create("orders", {.rewindSeconds = 3600s});
        send("orders", "inactive");
        const std::string handle = receive("orders").receiptHandle;
        send("orders", "active");
        send("orders", "delayed", 60s);
        for (const PeekedMessage& message : must(PeekMessages{.queueName = "orders"}).messages)
            must(RemoveMessage{"orders", message.entry});
        QCOMPARE(counters("orders"), "3 rewindable");
        QCOMPARE(told(DeleteMessage{"orders", handle}), "4430/10260");
        must(RewindQueue{"orders", instant(0)});
        QCOMPARE(receive("orders").msgBody, "inactive");
        QCOMPARE(receive("orders").msgBody, "active");
        QCOMPARE(receive("orders").msgBody, "delayed");
    }

    void remove_refusesWhatIsNotThere()
    {
        CMQ_NEEDS(RemoveMessage{});
        create("orders");
        send("orders", "a");
        const auto entry = must(PeekMessages{.queueName = "orders"}).messages.at(0).entry;
        must(RemoveMessage{"orders", entry});
        QCOMPARE(told(RemoveMessage{"orders", entry}), "4430/10260");
        QCOMPARE(told(RemoveMessage{"others", entry}), "4440/10100");
        QCOMPARE(counters("orders"), "empty");
    }

    void peek_pagesByStateAndTimeOverThousands()
    {
        CMQ_NEEDS(PeekMessages{});
        create("orders", {.visibilityTimeout = 3600s, .rewindSeconds = 3600s});
        for (int second = 0; second < 60; ++second) {
            must(BatchSendMessage{"orders", std::vector<std::string>(16, "a")});
            remove("orders", receive("orders"));
            receive("orders");
            advance(1s);
        }
        PeekMessages peek{.queueName = "orders"};
        peek.states = {MessageState::Inactive, MessageState::Rewindable};
        peek.fromEnqueueTime = instant(2);
        peek.toEnqueueTime = instant(5);
        peek.limit = 7;
        std::vector<std::int64_t> seconds;
        std::uint64_t last = 0;
        for (PeekedMessages page = must(peek);; page = must(peek)) {
            for (const PeekedMessage& message : page.messages) {
                QVERIFY(message.entry > std::exchange(last, message.entry));
                QVERIFY(message.state != MessageState::Active);
                seconds.push_back(at(message.enqueueTime));
            }
            if (!page.next)
                break;
            QCOMPARE(page.messages.size(), 7U);
            peek.after = *page.next;
        }
        QVERIFY(std::ranges::is_sorted(seconds));
        // Messages are received oldest first: two a second, those of the first seconds by now.
        QCOMPARE(seconds.size(), 64U);
        QCOMPARE(seconds.front(), 2);
        QCOMPARE(seconds.back(), 5);
        peek.after = 0;
        peek.limit = 10'000;
        peek.fromEnqueueTime = instant(0);
        peek.toEnqueueTime = {};
        QCOMPARE(must(peek).messages.size(), 120U);
        peek.states = {MessageState::Active};
        peek.fromEnqueueTime = instant(20);
        QCOMPARE(must(peek).messages.size(), 640U);
    }

    void peek_pagesAndFilters()
    {
        CMQ_NEEDS(PeekMessages{});
        create("orders");
        for (int i = 0; i < 10; ++i) {
            send("orders", std::to_string(i));
            advance(1s);
        }
        must(BatchReceiveMessage{"orders", 3, 0s});
        PeekMessages peek{.queueName = "orders"};
        peek.limit = 4;
        std::string seen;
        for (;;) {
            peek.withBodies = true;
            const PeekedMessages page = must(peek);
            for (const PeekedMessage& message : page.messages)
                seen += message.msgBody;
            seen += '|';
            if (!page.next)
                break;
            peek.after = *page.next;
        }
        QCOMPARE(seen, "0123|4567|89|");

        peek = {.queueName = "orders"};
        peek.states = {MessageState::Active};
        QCOMPARE(must(peek).messages.size(), 7U);
        peek.fromEnqueueTime = instant(5);
        peek.toEnqueueTime = instant(8);
        QCOMPARE(must(peek).messages.size(), 4U);
        QVERIFY(must(peek).messages[0].msgBody.empty());
        QCOMPARE(told(PeekMessages{.queueName = "others"}), "4440/10100");
    }

private:
    std::vector<std::string> receivedHandles(std::int64_t count)
    {
        std::vector<std::string> handles;
        for (const auto& message : must(BatchReceiveMessage{"orders", count, 0s}).msgInfoList)
            handles.push_back(message.receiptHandle);
        return handles;
    }
};

CMQ_TEST(messageactions, TestMessageActions)

} // namespace tst_messageactions
#include "tst_messageactions.moc"
