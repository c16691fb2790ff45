// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hash.h"
#include "matrixfixture.h"
#include "support/testmain.h"

#include <QDir>
#include <QJsonDocument>
#include <QProcess>

using namespace Qt::StringLiterals;
using namespace wardroom;
using namespace wardroom::chat;
using namespace wardroom::test;
using domain::Entry;

//! An independent client (matrix-nio) reads what Wardroom writes, and Wardroom what it writes.
class TstMatrixJudge final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anotherClientUnderstandsUsAndIsUnderstood();
};

namespace {

QString cache()
{
    const QString given = qEnvironmentVariable("WARDROOM_CACHE");
    const QString base = given.isEmpty() ? QDir::homePath() + u"/.cache/wardroom-tests"_s : given;
    return base + u"/matrix-nio"_s;
}

QJsonObject judgement(MatrixFixture &fixture, int reader, const RoomId &room)
{
    const SynapseUser &who = fixture.user(reader);
    const QJsonObject about{{u"homeserver"_s, fixture.server().url().toString()},
                            {u"user"_s, who.id},
                            {u"device"_s, who.device},
                            {u"token"_s, who.token},
                            {u"room"_s, room.text()},
                            {u"writer"_s, fixture.user(0).id}};
    QDir().mkpath(cache());
    QProcess judge;
    judge.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    judge.start(QStringLiteral(WARDROOM_SOURCE_DIR) + u"/tests/chat/nio/judge"_s, {cache()});
    judge.write(QJsonDocument(about).toJson(QJsonDocument::Compact));
    judge.closeWriteChannel();
    judge.waitForFinished(10 * 60'000);
    return QJsonDocument::fromJson(judge.readAllStandardOutput()).object();
}

Outgoing says(const RoomId &room, const QString &text)
{
    Outgoing message;
    message.txn = u"txn-"_s + randomHex(8);
    message.room = room;
    message.text = text;
    return message;
}

} // namespace

void TstMatrixJudge::anotherClientUnderstandsUsAndIsUnderstood()
{
    Synapse server;
    const auto up = server.start();
    QVERIFY2(up, up ? "" : qPrintable(up.error().message));
    MatrixFixture fixture(server);
    const RoomId here = fixture.room(2);
    Outgoing card =
        says(here, u"Block 203.0.113.7 for 4 h?\nAsked by ana, 1 approval\n<img src=x onerror=alert(1)> & \"more\""_s);
    card.envelope = R"({"kind":"command.requested"})"_ba;
    QVERIFY(wait(fixture.platform(0).submit(card)));
    QVERIFY(wait(fixture.platform(0).submit(says(here, u"one line"_s))));
    Outgoing progress = says(here, u"10 %\nof 3 steps"_s);
    progress.display = u"run-1"_s;
    QVERIFY(wait(fixture.platform(0).submit(progress)));
    progress.txn += u"2"_s;
    progress.text = u"100 %\nof 3 steps"_s;
    QVERIFY(wait(fixture.platform(0).submit(progress)));

    const QJsonObject judged = judgement(fixture, 1, here);
    QVERIFY2(!judged.isEmpty(), "the judge did not come to an end");
    QCOMPARE(judged.value("bad"_L1).toArray().size(), 0);
    const QJsonArray seen = judged.value("seen"_L1).toArray();
    QCOMPARE(seen.size(), 4);
    for (const QJsonValue &message : seen)
        QVERIFY2(message.toObject().value("objections"_L1).toArray().isEmpty(),
                 QJsonDocument(message.toObject()).toJson());
    QCOMPARE(seen.at(0).toObject().value("body"_L1).toString(), card.text);
    QCOMPARE(seen.at(0).toObject().value("html"_L1).toString(), card.text); // as text, whatever it looks like
    QCOMPARE(seen.at(1).toObject().value("body"_L1).toString(), u"one line"_s);
    QCOMPARE(seen.at(2).toObject().value("type"_L1).toString(), u"RoomMessageNotice"_s);

    const auto page = wait(fixture.platform(0).history(here, {}, 100));
    QVERIFY(page);
    QHash<QString, Entry> byId;
    for (const Entry &entry : page->entries)
        byId.insert(entry.position.entry.text(), entry);
    QCOMPARE(page->entries.size(), 3 + 5);
    const QString asked = seen.at(0).toObject().value("id"_L1).toString();
    const Entry reply = byId.value(judged.value("reply"_L1).toString());
    QVERIFY(reply.fromPhone && reply.text == "approve 7F3K"_L1 && reply.replyTo.text() == asked);
    QCOMPARE(byId.value(judged.value("threaded"_L1).toString()).replyTo.text(), asked);
    const Entry reaction = byId.value(judged.value("reaction"_L1).toString());
    QVERIFY(reaction.reaction && reaction.fromPhone && reaction.replyTo.text() == asked);
    const Entry edited = byId.value(judged.value("edited"_L1).toString());
    QVERIFY(edited.edited && edited.text == "better words"_L1);
    QVERIFY(byId.value(judged.value("gone"_L1).toString()).deleted);
}

WARDROOM_TEST(TstMatrixJudge)
#include "tst_matrixjudge.moc"
