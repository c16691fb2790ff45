// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/matrix/matrixplatform.h"
#include "contract.h"
#include "net/scriptedserver.h"
#include "support/testmain.h"

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

QByteArray syncJson(int next, const QByteArray &joined = {})
{
    return R"({"next_batch":"s)" + QByteArray::number(next) + R"(","rooms":{"join":{)" + joined + "}}}";
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
        return options;
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

WARDROOM_TEST(TstMatrixLink)
#include "tst_matrixlink.moc"
