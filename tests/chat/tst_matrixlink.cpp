// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/matrix/matrixplatform.h"
#include "contract.h"
#include "net/scriptedserver.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace wardroom;
using namespace wardroom::chat;
using namespace wardroom::test;

namespace {

bool isSync(const SeenRequest &request)
{
    return request.target.startsWith("/_matrix/client/v3/sync");
}

qsizetype syncs(const ScriptedServer &server)
{
    return std::count_if(server.seen().begin(), server.seen().end(), isSync);
}

//! A connection that ends in the middle of an answer.
QByteArray cut()
{
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"next"_ba;
}

const RoomId kRoom{u"!room:localhost"_s};
const RoomId kOther{u"!other:localhost"_s};

QByteArray messageJson(const QByteArray &id, const QByteArray &text)
{
    return R"({"event_id":"$)" + id +
           R"(","type":"m.room.message","sender":"@bo:localhost","origin_server_ts":1790000000000,)" +
           R"("content":{"msgtype":"m.text","body":")" + text + R"("}})";
}

QByteArray redactionJson(const QByteArray &id, const QByteArray &target)
{
    return R"({"event_id":"$)" + id +
           R"(","type":"m.room.redaction","sender":"@bo:localhost","origin_server_ts":1790000000001,)" +
           R"("redacts":")" + target + R"(","content":{}})";
}

//! What /sync says of a room in which somebody said \a events; \a before: where what it left out begins.
QByteArray joinedJson(const RoomId &room, const QByteArray &events, const QByteArray &before = {})
{
    const QByteArray gap = before.isEmpty() ? QByteArray() : R"("limited":true,"prev_batch":")" + before + R"(",)";
    return QJsonDocument(QJsonArray{room.text()}).toJson(QJsonDocument::Compact).chopped(1).sliced(1) +
           R"(:{"state":{"events":[{"type":"m.room.create","sender":"@bo:localhost","event_id":"$c",)" +
           R"("origin_server_ts":1,"content":{},"state_key":"" }]},"timeline":{)" + gap + R"("events":[)" + events +
           "]}}";
}

QByteArray syncJson(int next, const QByteArray &joined = {})
{
    return R"({"next_batch":"s)" + QByteArray::number(next) + R"(","rooms":{"join":{)" + joined + "}}}";
}

//! A server that tells each /sync of \a told once and then at once that there is nothing new; everything else is
//! answered by \a other.
ScriptedServer::Script serverOf(QByteArrayList *told, ScriptedServer::Script other)
{
    return [=](const SeenRequest &request) {
        if (!isSync(request))
            return other(request);
        const qsizetype at = std::max<qsizetype>(0, request.target.indexOf("since=s"));
        const int since = at == 0 ? 0 : request.target.mid(at + 7).split('&').first().toInt();
        if (since < told->size())
            return answer(200, syncJson(since + 1, told->at(since)));
        return answer(200, syncJson(since));
    };
}

//! A platform on a stand-in, and what it told.
struct Desk
{
    explicit Desk(const ScriptedServer &server, MatrixTokens tokens = {u"token"_s, {}, 0})
        : platform(optionsFor(server, std::move(tokens)))
    {
        QObject::connect(&platform, &ChatPlatform::arrived, &platform,
                         [this](const QList<domain::Entry> &more, const QByteArray &at) {
                             entries += more;
                             cursor = at;
                         });
        QObject::connect(&platform, &ChatPlatform::linkChanged, &platform,
                         [this](LinkState state) { states.append(state); });
    }
    MatrixOptions optionsFor(const ScriptedServer &server, MatrixTokens tokens) const
    {
        const MatrixAccount account{server.url(u""_s), PersonId(u"@ana:localhost"_s), u"DEVICE"_s};
        MatrixOptions options{account, tokens, {}, {}, domain::WorkspaceId(u"f0f1f2"_s), {}, {}, clock};
        options.poll = std::chrono::milliseconds(100);
        options.parked = std::chrono::milliseconds(500);
        return options;
    }
    bool has(const QString &text) const
    {
        return std::any_of(entries.begin(), entries.end(), [&](const auto &entry) { return entry.text == text; });
    }
    bool isDeleted(const QString &id) const
    {
        return std::any_of(entries.begin(), entries.end(),
                           [&](const auto &entry) { return entry.position.entry.text() == id && entry.deleted; });
    }

    const SystemClock clock;
    MatrixPlatform platform;
    QList<domain::Entry> entries;
    QByteArray cursor;
    QList<LinkState> states;
};

} // namespace

//! When the question for what is new is asked again, and what keeps it from being answered, against a stand-in that
//! answers as Matrix 1.11 says ("Syncing", "Joined members", "Standard error response"), breaks off or refuses.
class TstMatrixLink final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsAnsweredFirstEndsTheWaitForTheNextQuestion();
    void aWaitThatTheServerAskedForIsNotCutShort();
    void aPageInTheServersPlaceSignsNobodyOut_data();
    void aPageInTheServersPlaceSignsNobodyOut();
    void aPageInPlaceOfNewTokensSignsNobodyOut();
    void whatTheServerItselfSaysOfTheSignInEndsIt_data();
    void whatTheServerItselfSaysOfTheSignInEndsIt();
    void aRefusalThatPassesIsNoRefusal();
    void aPastThatTheServerDoesNotGiveHoldsUpNobody();
    void thePastOfTheControlRoomIsWaitedFor();
    void whatIsMissingIsAskedForAfterARestart();
    void aDeletionThatTheServerDoesNotExplainHoldsUpNobody();
    void aDeletionOfWhatIsNoMessageAsksForNothing();
};

void TstMatrixLink::whatIsAnsweredFirstEndsTheWaitForTheNextQuestion()
{
    bool isAway = true;
    ScriptedServer server([&](const SeenRequest &request) {
        if (isAway)
            return cut();
        return answer(200, isSync(request) ? "{\"next_batch\":\"s1\"}" : "{\"joined\":{}}");
    });
    const SystemClock clock;
    const MatrixAccount account{server.url(u""_s), PersonId(u"@ana:localhost"_s), u"DEVICE"_s};
    MatrixPlatform platform({account, {u"token"_s, {}, 0}, {}, {}, domain::WorkspaceId(u"f0f1f2"_s), {}, {}, clock});
    QVERIFY(wait(platform.start({})));
    QTRY_VERIFY_WITH_TIMEOUT(syncs(server) >= 4, 20'000); // the fifth comes four seconds later, by itself
    QTRY_COMPARE(platform.linkState(), LinkState::offline);
    isAway = false;
    const qsizetype before = syncs(server);
    QVERIFY(wait(platform.members(RoomId(u"!room:localhost"_s))));
    QTRY_VERIFY_WITH_TIMEOUT(syncs(server) > before, 2'000);
    QTRY_COMPARE(platform.linkState(), LinkState::live);
}

void TstMatrixLink::aWaitThatTheServerAskedForIsNotCutShort()
{
    bool isLimited = false;
    bool isAway = false;
    ScriptedServer server([&](const SeenRequest &request) {
        if (isSync(request) && isLimited)
            return answer(429, R"({"errcode":"M_LIMIT_EXCEEDED","error":"slow"})", "application/json",
                          "Retry-After: 60\r\n");
        if (isSync(request))
            return answer(200, syncJson(1));
        return isAway ? cut() : answer(200, R"({"joined":{}})");
    });
    Desk desk(server);
    QVERIFY(wait(desk.platform.start({})));
    QTRY_COMPARE(desk.platform.linkState(), LinkState::live);
    isLimited = isAway = true;
    QTRY_COMPARE(desk.platform.linkState(), LinkState::rateLimited);
    const qsizetype before = syncs(server);
    QVERIFY(!wait(desk.platform.members(kRoom))); // some tries, so that the link counts as gone
    isAway = false;
    QVERIFY(wait(desk.platform.members(kRoom)));
    QTest::qWait(1'000);
    QCOMPARE(syncs(server), before);
}

void TstMatrixLink::aPageInTheServersPlaceSignsNobodyOut_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("type");
    for (const int status : {401, 403, 404})
        QTest::addRow("page %d", status) << status << "<html><h1>Who are you?</h1></html>"_ba
                                         << "text/html"_ba;
    QTest::addRow("JSON of something else") << 401 << R"({"error":"unauthorized"})"_ba
                                            << "application/json"_ba;
}

void TstMatrixLink::aPageInTheServersPlaceSignsNobodyOut()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, type);
    bool isInBetween = false;
    QByteArrayList told{joinedJson(kRoom, messageJson("first", "first"))};
    QByteArray content;
    const auto real = serverOf(&told, [&content](const SeenRequest &request) {
        if (request.method != "PUT")
            return answer(200, R"({"event_id":"$mine","type":"m.room.message","sender":"@ana:localhost",)"
                               R"("origin_server_ts":1790000000002,"content":)" +
                                   content + '}');
        content = request.body;
        return answer(200, R"({"event_id":"$mine"})");
    });
    ScriptedServer server(
        [&](const SeenRequest &request) { return isInBetween ? answer(status, body, type) : real(request); });
    Desk desk(server);
    QVERIFY(wait(desk.platform.start({})));
    QTRY_COMPARE(desk.platform.linkState(), LinkState::live);
    isInBetween = true;
    const Outgoing message{u"txn-1"_s, kRoom, u"mine"_s, {}, {}, {}, {}, {}};
    const auto refused = wait(desk.platform.submit(message));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::protocol); // which is kept and tried again
    QTRY_COMPARE(desk.platform.linkState(), LinkState::offline);
    isInBetween = false;
    desk.platform.reconnect(); // it would by itself, in a while
    QTRY_COMPARE_WITH_TIMEOUT(desk.platform.linkState(), LinkState::live, 20'000);
    const auto sent = wait(desk.platform.submit(message));
    QVERIFY2(sent, qPrintable(sent ? QString() : sent.error().message));
    QVERIFY(!desk.states.contains(LinkState::signInNeeded));
}

void TstMatrixLink::aPageInPlaceOfNewTokensSignsNobodyOut()
{
    QByteArrayList told;
    int refreshes = 0;
    const auto real = serverOf(&told, [](const SeenRequest &) { return answer(200, R"({"joined":{}})"); });
    ScriptedServer server([&](const SeenRequest &request) {
        if (!request.target.endsWith("/refresh"))
            return real(request);
        return ++refreshes, answer(403, "<html>Blocked by policy</html>", "text/html");
    });
    Desk desk(server, {u"token"_s, u"refresh"_s, SystemClock().nowMs() + 5'000});
    QVERIFY(wait(desk.platform.start({})));
    QTRY_COMPARE(desk.platform.linkState(), LinkState::live);
    QVERIFY(wait(desk.platform.members(kRoom)));
    QVERIFY(refreshes > 0);
    QVERIFY(!desk.states.contains(LinkState::signInNeeded));
}

void TstMatrixLink::whatTheServerItselfSaysOfTheSignInEndsIt_data()
{
    QTest::addColumn<QByteArray>("refresh");
    QTest::newRow("there is no other token") << QByteArray();
    QTest::newRow("the other one is unknown") << R"({"errcode":"M_UNKNOWN_TOKEN","error":"no"})"_ba;
    QTest::newRow("the other one was used") << R"({"errcode":"M_FORBIDDEN","error":"isn't valid anymore"})"_ba;
}

void TstMatrixLink::whatTheServerItselfSaysOfTheSignInEndsIt()
{
    QFETCH(QByteArray, refresh);
    ScriptedServer server([&](const SeenRequest &request) {
        if (request.target.endsWith("/refresh"))
            return answer(403, refresh);
        return answer(401, R"({"errcode":"M_UNKNOWN_TOKEN","error":"Unrecognised access token"})");
    });
    Desk desk(server, {u"token"_s, refresh.isEmpty() ? QString() : u"refresh"_s, 0});
    QVERIFY(wait(desk.platform.start({})));
    QTRY_COMPARE(desk.platform.linkState(), LinkState::signInNeeded);
    QCOMPARE(wait(desk.platform.members(kRoom)).error().kind, ErrorKind::auth);
}

//! Synapse, where somebody has just joined (matrix-order, traps).
void TstMatrixLink::aRefusalThatPassesIsNoRefusal()
{
    QByteArrayList told{joinedJson(kRoom, messageJson("first", "first"))};
    ScriptedServer server(serverOf(&told, [](const SeenRequest &) {
        return answer(403,
                      R"({"errcode":"M_FORBIDDEN","error":"Event $x has duplicate auth_events for m.room.member"})");
    }));
    Desk desk(server);
    QVERIFY(wait(desk.platform.start({})));
    QTRY_COMPARE(desk.platform.linkState(), LinkState::live);
    const auto sent = wait(desk.platform.submit({u"txn-1"_s, kRoom, u"mine"_s, {}, {}, {}, {}, {}}));
    QVERIFY(!sent);
    QCOMPARE(sent.error().kind, ErrorKind::transient);
}

void TstMatrixLink::aPastThatTheServerDoesNotGiveHoldsUpNobody()
{
    bool gives = false;
    QList<QByteArray> limits;
    QByteArrayList told{joinedJson(kRoom, messageJson("new", "newest of the one"), "p1") + ',' +
                        joinedJson(kOther, messageJson("newo", "newest of the other"), "p2")};
    ScriptedServer server(serverOf(&told, [&](const SeenRequest &request) {
        if (!request.target.contains("/messages"))
            return answer(200, "{}");
        if (request.target.contains("other"))
            return answer(200, R"({"chunk":[)" + messageJson("oldo", "old of the other") + "]}");
        if (gives)
            return answer(200, R"({"chunk":[)" + messageJson("old", "old of the one") + "]}");
        limits.append(request.target.mid(request.target.indexOf("limit=") + 6).split('&').first());
        return answer(200, "{}");
    }));
    Desk desk(server);
    QVERIFY(wait(desk.platform.start({})));
    QTRY_VERIFY(desk.has(u"newest of the one"_s) && desk.has(u"newest of the other"_s));
    told.append(joinedJson(kRoom, messageJson("said", "said meanwhile")));
    QTRY_VERIFY_WITH_TIMEOUT(desk.has(u"said meanwhile"_s), 2'000);
    QTRY_VERIFY(desk.has(u"old of the other"_s));
    QCOMPARE(desk.platform.linkState(), LinkState::catchingUp);
    QVERIFY(desk.platform.incomplete().isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(desk.platform.linkState(), LinkState::live, 15'000);
    QCOMPARE(desk.platform.incomplete(), (QList<Incomplete>{{kRoom, true}}));
    QCOMPARE(limits.first(), "1000"_ba);
    QVERIFY2(limits.last().toInt() < 100, "less is asked for at once");
    QVERIFY(!desk.states.contains(LinkState::offline));
    QVERIFY(MatrixCursor::fromBytes(desk.cursor)->gaps.value(0).parked);
    gives = true;
    QTRY_VERIFY_WITH_TIMEOUT(desk.has(u"old of the one"_s), 10'000);
    QTRY_VERIFY(desk.platform.incomplete().isEmpty());
    QVERIFY(MatrixCursor::fromBytes(desk.cursor)->gaps.isEmpty());
}

//! Who may do what stands there.
void TstMatrixLink::thePastOfTheControlRoomIsWaitedFor()
{
    int asked = 0;
    QByteArrayList told{joinedJson(kRoom, messageJson("new", "newest"), "p1")};
    ScriptedServer server(serverOf(&told, [&](const SeenRequest &request) {
        asked += request.target.contains("/messages") ? 1 : 0;
        return answer(200, "{}");
    }));
    Desk desk(server);
    desk.platform.setControl(kRoom);
    QVERIFY(wait(desk.platform.start({})));
    QTRY_VERIFY_WITH_TIMEOUT(asked >= 4, 15'000);
    told.append(joinedJson(kOther, messageJson("said", "said meanwhile")));
    QTRY_VERIFY(desk.has(u"said meanwhile"_s));
    QCOMPARE(desk.platform.linkState(), LinkState::catchingUp);
    QVERIFY(desk.platform.incomplete().isEmpty());
    QVERIFY(!desk.states.contains(LinkState::live));
}

void TstMatrixLink::whatIsMissingIsAskedForAfterARestart()
{
    MatrixCursor left;
    left.since = u"s1"_s;
    left.gaps.append({kRoom, u"p1"_s, {}, true});
    left.targets.append({kRoom, EntryId(u"$gone"_s)});
    bool gives = false;
    QByteArrayList told{{}};
    ScriptedServer server(serverOf(&told, [&](const SeenRequest &request) {
        if (!gives)
            return answer(200, "{}");
        if (request.target.contains("/event/"))
            return answer(200, QByteArray(messageJson("gone", "x"))
                                   .replace(R"("content":{"msgtype":"m.text","body":"x"})",
                                            R"("content":{},"unsigned":{"redacted_because":{}})"));
        return answer(200, R"({"chunk":[)" + messageJson("old", "old") + "]}");
    }));
    Desk desk(server);
    QVERIFY(wait(desk.platform.start(left.toBytes())));
    QTRY_COMPARE(desk.platform.linkState(), LinkState::live);
    QCOMPARE(desk.platform.incomplete(), (QList<Incomplete>{{kRoom, true}}));
    gives = true;
    QTRY_VERIFY_WITH_TIMEOUT(desk.has(u"old"_s) && desk.isDeleted(u"$gone"_s), 15'000);
    QTRY_VERIFY(desk.platform.incomplete().isEmpty());
    QCOMPARE(MatrixCursor::fromBytes(desk.cursor)->toBytes(), (MatrixCursor{u"s1"_s, {}, {}}.toBytes()));
}

void TstMatrixLink::aDeletionThatTheServerDoesNotExplainHoldsUpNobody()
{
    bool explains = false;
    QByteArrayList told{joinedJson(kRoom, messageJson("first", "first"))};
    ScriptedServer server(serverOf(&told, [&](const SeenRequest &request) {
        if (!explains || !request.target.contains("/event/"))
            return answer(200, "[]");
        return answer(200, QByteArray(messageJson("gone", "x"))
                               .replace(R"("content":{"msgtype":"m.text","body":"x"})",
                                        R"("content":{},"unsigned":{"redacted_because":{}})"));
    }));
    Desk desk(server);
    QVERIFY(wait(desk.platform.start({})));
    QTRY_COMPARE(desk.platform.linkState(), LinkState::live);
    told.append(joinedJson(kRoom, redactionJson("r", "$gone") + ',' + messageJson("next", "said after it")));
    QTRY_VERIFY_WITH_TIMEOUT(desk.has(u"said after it"_s), 15'000);
    QTRY_COMPARE(desk.platform.linkState(), LinkState::live);
    QCOMPARE(desk.platform.incomplete(), (QList<Incomplete>{{kRoom, false}}));
    QCOMPARE(MatrixCursor::fromBytes(desk.cursor)->targets.size(), 1);
    QVERIFY(!desk.isDeleted(u"$gone"_s));
    explains = true;
    QTRY_VERIFY_WITH_TIMEOUT(desk.isDeleted(u"$gone"_s), 15'000);
    QVERIFY(desk.platform.incomplete().isEmpty());
    QVERIFY(MatrixCursor::fromBytes(desk.cursor)->targets.isEmpty());
}

void TstMatrixLink::aDeletionOfWhatIsNoMessageAsksForNothing()
{
    QByteArrayList told{joinedJson(kRoom, redactionJson("r", "../../../v3/logout") + ',' + messageJson("n", "after"))};
    ScriptedServer server(serverOf(&told, [](const SeenRequest &) { return answer(200, "[]"); }));
    Desk desk(server);
    QVERIFY(wait(desk.platform.start({})));
    QTRY_VERIFY(desk.has(u"after"_s));
    for (const SeenRequest &request : server.seen())
        QVERIFY2(!request.target.contains("/event/"), request.target.constData());
}

WARDROOM_TEST(TstMatrixLink)
#include "tst_matrixlink.moc"
