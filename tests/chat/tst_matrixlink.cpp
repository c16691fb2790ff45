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

} // namespace

//! When the question for what is new is asked again, against a stand-in that answers as Matrix 1.11 says ("Syncing",
//! "Joined members") or breaks off.
class TstMatrixLink final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsAnsweredFirstEndsTheWaitForTheNextQuestion();
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

WARDROOM_TEST(TstMatrixLink)
#include "tst_matrixlink.moc"
