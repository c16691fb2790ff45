// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hash.h"
#include "chat/matrix/matrixrooms.h"
#include "matrixfixture.h"
#include "support/testmain.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace wardroom;
using namespace wardroom::chat;
using namespace wardroom::test;
using domain::Claim;
using domain::Entry;

namespace {

constexpr int kPatienceMs = 20'000;

Outgoing says(const RoomId &room, const QString &text)
{
    Outgoing message;
    message.txn = u"txn-"_s + randomHex(8);
    message.room = room;
    message.text = text;
    return message;
}

QJsonObject plain(const QString &text)
{
    return {{u"msgtype"_s, u"m.text"_s}, {u"body"_s, text}};
}

//! All that a reader who begins now is told.
QHash<EntryId, Entry> readAnew(MatrixFixture &fixture, int index, const EntryId &last)
{
    MatrixPlatform fresh(fixture.options(index));
    Listener reader(fresh);
    wait(fresh.start({}));
    [&] { QTRY_VERIFY_WITH_TIMEOUT(reader.has(last) && fresh.linkState() == LinkState::live, kPatienceMs); }();
    QHash<EntryId, Entry> all;
    for (const EntryId &id : reader.asTheyCame())
        all.insert(id, reader.entry(id));
    return all;
}

} // namespace

//! What only Matrix has, on a real Synapse.
class TstMatrixPlatform final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void whatALimitedTimelineLeftOutIsFetched();
    void aGapSurvivesARestartInTheMiddle();
    void anEditBySomebodyElseChangesNothing();
    void whoeverReadsAnewSeesEditsAndRedactionsAsThoseDidWhoWereThere();
    void encryptedRoomsAreNeverWrittenInto();
    void reactionsComeAndGo();
    void repliesFromAnyProgramNameWhatTheyAnswer();
    void anAnswerStaysInTheThreadOfWhatItAnswers();
    void noMessageKeepsOthersFromBeingRead();
    void aNodeWithSeveralClaimRoomsClaimsByTheOneItWasEnrolledWith();
    void askedBySeveralAtOnceANodeMakesOneClaimRoom();
    void oneOfFiveWinsALockAlsoAfterALostAnswer();
    void aLockSquattedByAnotherAccountIsShownWithItsRoom();
    void overwrittenPlacesDoNotHideAttachments();
    void invitationsByStrangersAreNotAccepted();
    void openRoomsCanBeJoinedByMembersAlone();
    void afterBeingSignedOutOneGoesOnWithoutLoss();

private:
    Synapse m_server;
};

void TstMatrixPlatform::initTestCase()
{
    const auto up = m_server.start();
    QVERIFY2(up, up ? "" : qPrintable(up.error().message));
}

void TstMatrixPlatform::whatALimitedTimelineLeftOutIsFetched()
{
    MatrixFixture fixture(m_server);
    const RoomId here = fixture.room(2);
    Listener reader(fixture.platform(1));
    QVERIFY(wait(fixture.platform(1).start({})));
    const auto first = wait(fixture.platform(0).submit(says(here, u"before"_s)));
    QVERIFY(first);
    QTRY_VERIFY_WITH_TIMEOUT(reader.has(first->entry), kPatienceMs);
    fixture.platform(1).stop();
    QList<EntryId> sent;
    for (int i = 0; i < 90; ++i)
        sent.append(EntryId(fixture.sendAs(0, here, plain(QString::number(i)))));
    QVERIFY(wait(fixture.platform(1).start(reader.cursor())));
    QTRY_VERIFY_WITH_TIMEOUT(reader.hasAll(sent), kPatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.platform(1).linkState(), LinkState::live, kPatienceMs);
    QList<EntryId> came = reader.asTheyCame(); // and in this order it is read
    came.removeIf([&sent](const EntryId &entry) { return !sent.contains(entry); });
    QCOMPARE(came, sent);
    QCOMPARE(reader.inOrder(here), QList{first->entry} + sent);
}

void TstMatrixPlatform::aGapSurvivesARestartInTheMiddle()
{
    MatrixFixture fixture(m_server);
    const RoomId here = fixture.room(2);
    QList<EntryId> sent;
    for (int i = 0; i < 70; ++i)
        sent.append(EntryId(fixture.sendAs(0, here, plain(QString::number(i)))));
    MatrixOptions options = fixture.options(1);
    options.pagesAtOnce = 0; // as where more is missed than is read at once
    MatrixPlatform reading(options);
    Listener reader(reading);
    // Cut off with the first arrival, when the older ones are still to be fetched.
    connect(&reading, &ChatPlatform::arrived, &reading, [&](const QList<Entry> &entries) {
        if (!entries.isEmpty())
            reading.stop();
    });
    QVERIFY(wait(reading.start({})));
    QTRY_VERIFY_WITH_TIMEOUT(reader.arrivals() > 0, kPatienceMs);
    QVERIFY(!reader.hasAll(sent));
    MatrixPlatform &again = fixture.restart(1);
    reader.follow(again);
    QVERIFY(wait(again.start(reader.cursor())));
    QTRY_VERIFY_WITH_TIMEOUT(reader.hasAll(sent), kPatienceMs);
    QCOMPARE(reader.inOrder(here), sent);
}

void TstMatrixPlatform::anEditBySomebodyElseChangesNothing()
{
    MatrixFixture fixture(m_server);
    const RoomId here = fixture.room(2);
    Listener reader(fixture.platform(0));
    QVERIFY(wait(fixture.platform(0).start({})));
    Outgoing fact = says(here, u"said"_s);
    fact.envelope = R"({"kind":"note.added"})"_ba;
    const auto sent = wait(fixture.platform(0).submit(fact));
    QVERIFY(sent);
    QVERIFY(fixture.edit(1, here, sent->entry, u"never said"_s)); // the server takes it
    const auto last = wait(fixture.platform(0).submit(says(here, u"last"_s)));
    QTRY_VERIFY_WITH_TIMEOUT(reader.has(last->entry) && reader.has(sent->entry), kPatienceMs);
    QVERIFY(!reader.entry(sent->entry).edited);
    QCOMPARE(reader.entry(sent->entry).text, u"said"_s);
    // And it is on the record, as what it is: somebody's words about another message.
    const QList<EntryId> all = reader.inOrder(here);
    QCOMPARE(all.size(), 3);
    const Entry forged = reader.entry(all.at(1));
    QCOMPARE(forged.sender, fixture.platform(1).self());
    QCOMPARE(forged.replyTo, sent->entry);
    QVERIFY(forged.envelope.isEmpty() && !forged.edited);
    const auto anew = readAnew(fixture, 1, last->entry);
    QCOMPARE(anew.value(sent->entry), reader.entry(sent->entry));
    QCOMPARE(anew.value(forged.position.entry), forged);
}

void TstMatrixPlatform::whoeverReadsAnewSeesEditsAndRedactionsAsThoseDidWhoWereThere()
{
    MatrixFixture fixture(m_server);
    const RoomId here = fixture.room(2);
    Listener live(fixture.platform(0));
    QVERIFY(wait(fixture.platform(0).start({})));
    Outgoing fact = says(here, u"a fact"_s);
    fact.envelope = R"({"kind":"note.added"})"_ba;
    const auto edited = wait(fixture.platform(1).submit(fact));
    fact.txn += u"2"_s;
    const auto redacted = wait(fixture.platform(1).submit(fact));
    QVERIFY(edited && redacted);
    // The same account, by another program: an edit, then another.
    QVERIFY(fixture.edit(1, here, edited->entry, u"changed"_s));
    QVERIFY(fixture.edit(1, here, edited->entry, u"changed again"_s));
    // A moderator takes a fact away.
    const QString path =
        roomPath(here, u"/redact/%1/x"_s.arg(QString::fromLatin1(QUrl::toPercentEncoding(redacted->entry.text()))));
    QVERIFY(m_server.call("PUT", path, fixture.user(0).token).isGood());
    const auto last = wait(fixture.platform(0).submit(says(here, u"last"_s)));
    QTRY_VERIFY_WITH_TIMEOUT(live.has(last->entry) && live.entry(redacted->entry).deleted, kPatienceMs);
    QVERIFY(live.entry(edited->entry).edited);
    QCOMPARE(live.entry(edited->entry).text, u"changed again"_s);
    QCOMPARE(live.entry(edited->entry).envelope, fact.envelope);
    QCOMPARE(live.entry(edited->entry).position.serverTime, edited->serverTime);
    QCOMPARE(live.entry(redacted->entry).text, QString());
    QVERIFY(live.entry(redacted->entry).envelope.isEmpty());
    const auto anew = readAnew(fixture, 1, last->entry);
    QCOMPARE(anew.value(edited->entry), live.entry(edited->entry));
    QCOMPARE(anew.value(redacted->entry), live.entry(redacted->entry));
    QCOMPARE(anew.size(), 3);
    const auto page = wait(fixture.platform(0).history(here, {}, 10));
    QVERIFY(page);
    QCOMPARE(page->entries.size(), 3);
    QCOMPARE(page->entries.first(), live.entry(edited->entry));
}

void TstMatrixPlatform::encryptedRoomsAreNeverWrittenInto()
{
    MatrixFixture fixture(m_server);
    const RoomId here = fixture.room(2);
    Listener reader(fixture.platform(0));
    QVERIFY(wait(fixture.platform(0).start({})));
    QTRY_COMPARE_WITH_TIMEOUT(fixture.platform(0).linkState(), LinkState::live, kPatienceMs);
    const auto open = wait(fixture.platform(0).submit(says(here, u"in the open"_s)));
    QVERIFY(open);
    QTRY_VERIFY_WITH_TIMEOUT(reader.has(open->entry), kPatienceMs);
    const QJsonObject how{{u"algorithm"_s, u"m.megolm.v1.aes-sha2"_s}};
    QVERIFY(m_server.call("PUT", roomPath(here, u"/state/m.room.encryption/"_s), fixture.user(0).token, how).isGood());
    const auto unread = wait(fixture.platform(1).submit(says(here, u"not live"_s)));
    QVERIFY(!unread);
    QCOMPARE(unread.error().kind, ErrorKind::unsupported);
    const auto isKnown = [&] {
        const auto rooms = wait(fixture.platform(0).rooms());
        return rooms &&
               std::any_of(rooms->begin(), rooms->end(), [&](const Room &r) { return r.id == here && r.encrypted; });
    };
    QTRY_VERIFY_WITH_TIMEOUT(isKnown(), kPatienceMs);
    const auto refused = wait(fixture.platform(0).submit(says(here, u"live"_s)));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::unsupported);
    QVERIFY(refused.error().message.contains(u"without encryption"_s));
    for (const int who : {0, 1}) { // live, and not
        const auto reacted = wait(fixture.platform(who).react(here, open->entry, u"\U0001F44D"_s));
        QVERIFY(!reacted);
        QCOMPARE(reacted.error().kind, ErrorKind::unsupported);
        const auto removed = wait(fixture.platform(who).remove(here, open->entry));
        QVERIFY(!removed);
        QCOMPARE(removed.error().kind, ErrorKind::unsupported);
    }
    QVERIFY(wait(fixture.platform(0).markRead(here, open->entry)));
    const QString told = u"/_matrix/client/v3/user/%1/rooms/%2/account_data/m.fully_read"_s.arg(
        fixture.platform(0).self().text(), here.text());
    QVERIFY(!m_server.call("GET", told, fixture.user(0).token).isGood());
    const auto page = wait(fixture.platform(1).history(here, {}, 10));
    QCOMPARE(page->entries.size(), 1);
    QVERIFY(!page->entries.first().deleted);
}

void TstMatrixPlatform::reactionsComeAndGo()
{
    MatrixFixture fixture(m_server);
    const RoomId here = fixture.room(2);
    Listener reader(fixture.platform(0));
    QVERIFY(wait(fixture.platform(0).start({})));
    const auto card = wait(fixture.platform(0).submit(says(here, u"may it run?"_s)));
    QVERIFY(card);
    const auto reacted = wait(fixture.platform(1).react(here, card->entry, u"\U0001F44D"_s));
    QVERIFY(reacted);
    QTRY_VERIFY_WITH_TIMEOUT(reader.has(reacted->entry), kPatienceMs);
    const Entry seen = reader.entry(reacted->entry);
    QVERIFY(seen.reaction && !seen.deleted);
    QCOMPARE(seen.text, u"\U0001F44D"_s);
    QCOMPARE(seen.replyTo, card->entry);
    QVERIFY(!seen.fromPhone && !reader.entry(card->entry).fromPhone);
    QCOMPARE(seen.sender, fixture.platform(1).self());
    QVERIFY(!wait(fixture.platform(0).remove(here, reacted->entry))); // it is another's
    QVERIFY(wait(fixture.platform(1).remove(here, reacted->entry)));
    QTRY_VERIFY_WITH_TIMEOUT(reader.entry(reacted->entry).deleted, kPatienceMs);
    QVERIFY(reader.entry(reacted->entry).reaction);
    const QJsonObject relation{
        {u"rel_type"_s, u"m.annotation"_s}, {u"event_id"_s, card->entry.text()}, {u"key"_s, u"\u2705"_s}};
    const EntryId other(fixture.sendAs(1, here, {{u"m.relates_to"_s, relation}}, u"m.reaction"_s));
    QTRY_VERIFY_WITH_TIMEOUT(reader.has(other), kPatienceMs);
    QVERIFY(reader.entry(other).reaction && reader.entry(other).fromPhone);
}

void TstMatrixPlatform::repliesFromAnyProgramNameWhatTheyAnswer()
{
    MatrixFixture fixture(m_server);
    const RoomId here = fixture.room(2);
    Listener reader(fixture.platform(0));
    QVERIFY(wait(fixture.platform(0).start({})));
    const auto card = wait(fixture.platform(0).submit(says(here, u"approve 7F3K?"_s)));
    QVERIFY(card);
    const QJsonObject to{{u"event_id"_s, card->entry.text()}};
    QJsonObject old = plain(u"> <@wardroom:localhost> approve 7F3K?\n> second line\n\napprove 7F3K"_s);
    old.insert(u"m.relates_to"_s, QJsonObject{{u"m.in_reply_to"_s, to}});
    QJsonObject thread = plain(u"in a thread"_s);
    thread.insert(u"m.relates_to"_s, QJsonObject{{u"rel_type"_s, u"m.thread"_s},
                                                 {u"event_id"_s, card->entry.text()},
                                                 {u"is_falling_back"_s, true},
                                                 {u"m.in_reply_to"_s, QJsonObject{{u"event_id"_s, u"$other"_s}}}});
    const EntryId quoted(fixture.sendAs(1, here, old));
    const EntryId threaded(fixture.sendAs(1, here, thread));
    QTRY_VERIFY_WITH_TIMEOUT(reader.has(quoted) && reader.has(threaded), kPatienceMs);
    QCOMPARE(reader.entry(quoted).text, u"approve 7F3K"_s);
    QCOMPARE(reader.entry(quoted).replyTo, card->entry);
    QVERIFY(reader.entry(quoted).fromPhone && reader.entry(threaded).fromPhone);
    QCOMPARE(reader.entry(threaded).replyTo, card->entry);
    QCOMPARE(reader.entry(threaded).thread, card->entry);
    QCOMPARE(reader.entry(quoted).thread, EntryId());
}

void TstMatrixPlatform::anAnswerStaysInTheThreadOfWhatItAnswers()
{
    MatrixFixture fixture(m_server);
    const RoomId here = fixture.room(2);
    Listener reader(fixture.platform(0));
    QVERIFY(wait(fixture.platform(0).start({})));
    const auto card = wait(fixture.platform(0).submit(says(here, u"ssh brute force"_s)));
    QVERIFY(card);
    QJsonObject thread = plain(u"looks like the scanner"_s);
    thread.insert(u"m.relates_to"_s, QJsonObject{{u"rel_type"_s, u"m.thread"_s}, {u"event_id"_s, card->entry.text()}});
    const EntryId threaded(fixture.sendAs(1, here, thread));
    QTRY_VERIFY_WITH_TIMEOUT(reader.has(threaded), kPatienceMs);
    const auto relationOf = [&](const EntryId &answered) {
        chat::Outgoing answer = says(here, u"it is"_s);
        answer.replyTo = answered;
        const auto sent = wait(fixture.platform(0).submit(answer));
        const QJsonObject event = sent ? fixture.eventOf(1, here, sent->entry) : QJsonObject();
        return event.value("content"_L1).toObject().value("m.relates_to"_L1).toObject();
    };
    const QJsonObject inside = relationOf(threaded);
    QCOMPARE(inside.value("rel_type"_L1).toString(), u"m.thread"_s);
    QCOMPARE(inside.value("event_id"_L1).toString(), card->entry.text());
    QCOMPARE(inside.value("is_falling_back"_L1), QJsonValue(false));
    QCOMPARE(inside["m.in_reply_to"_L1]["event_id"_L1].toString(), threaded.text());
    const QJsonObject outside = relationOf(card->entry); // whoever answers it in the room begins no thread
    QVERIFY(!outside.contains("rel_type"_L1));
    QCOMPARE(outside["m.in_reply_to"_L1]["event_id"_L1].toString(), card->entry.text());
}

void TstMatrixPlatform::noMessageKeepsOthersFromBeingRead()
{
    MatrixFixture fixture(m_server);
    const RoomId here = fixture.room(2);
    Listener reader(fixture.platform(0));
    QVERIFY(wait(fixture.platform(0).start({})));
    QJsonValue deep = u"x"_s;
    for (int i = 0; i < 100; ++i) // Synapse takes up to 128
        deep = QJsonArray{deep};
    QJsonObject nested = plain(u"nested"_s);
    nested.insert(u"org.example"_s, deep);
    const EntryId taken(fixture.sendAs(1, here, nested));
    QVERIFY2(!taken.isEmpty(), "the server took no nested message, so this test shows nothing");
    fixture.sendAs(1, here, {{u"msgtype"_s, 7}, {u"body"_s, QJsonArray{1, 2}}});
    fixture.sendAs(1, here,
                   {{u"body"_s, QJsonObject()}, {u"org.wardroom.envelope"_s, 5}, {u"m.relates_to"_s, u"no"_s}});
    fixture.sendAs(1, here,
                   {{u"m.relates_to"_s, QJsonObject{{u"rel_type"_s, u"m.replace"_s}, {u"event_id"_s, u"$nowhere"_s}}},
                    {u"body"_s, u"lost edit"_s}});
    QJsonObject large = plain(u"fake"_s);
    large.insert(u"org.wardroom.envelope"_s, QString(30'000, u'x'));
    const EntryId oversized(fixture.sendAs(1, here, large));
    const EntryId after(fixture.sendAs(1, here, plain(u"after"_s)));
    QTRY_VERIFY_WITH_TIMEOUT(reader.has(after), kPatienceMs);
    QCOMPARE(reader.entry(taken).text, u"nested"_s);
    QCOMPARE(reader.entry(oversized).envelope.size(), domain::Envelope::kLongest + 1);
    const auto anew = readAnew(fixture, 1, after);
    for (const EntryId &id : reader.asTheyCame())
        QCOMPARE(anew.value(id), reader.entry(id));
}

void TstMatrixPlatform::aNodeWithSeveralClaimRoomsClaimsByTheOneItWasEnrolledWith()
{
    MatrixFixture fixture(m_server);
    fixture.platform(0);
    // As after an answer that was lost, or two of its tasks that made one at the same moment.
    for (int more = 0; more < 4; ++more)
        QVERIFY(m_server
                    .call("POST", u"/_matrix/client/v3/createRoom"_s, fixture.user(0).token,
                          chat::MatrixRooms::claimCreation(fixture.node(0)))
                    .isGood());
    const QString name = randomHex(16);
    QCOMPARE(wait(fixture.restart(0).claimOnce(name)).claim, Claim::won);
    const auto lost = wait(fixture.platform(1).claimOnce(name));
    QCOMPARE(lost.claim, Claim::lost);
    QCOMPARE(lost.owner, fixture.node(0));
}

void TstMatrixPlatform::askedBySeveralAtOnceANodeMakesOneClaimRoom()
{
    MatrixFixture fixture(m_server);
    chat::MatrixPlatform &platform = fixture.platform(0);
    std::vector<QCoro::Task<Result<domain::RoomId>>> asking;
    for (int each = 0; each < 5; ++each)
        asking.push_back(platform.claimRoom());
    QSet<domain::RoomId> rooms;
    for (auto &asked : asking)
        rooms.insert(wait(std::move(asked)).value());
    QCOMPARE(rooms.size(), 1);
    // What the server keeps is what counts: a second one would be found after the next start.
    const QString token = fixture.user(0).token;
    const QString name = chat::MatrixRooms::claimCreation(fixture.node(0)).value("name"_L1).toString();
    QVERIFY(!name.isEmpty());
    int claimRooms = 0;
    const auto joined = m_server.call("GET", u"/_matrix/client/v3/joined_rooms"_s, token).body.value("joined_rooms"_L1);
    for (const QJsonValue &room : joined.toArray()) {
        const QString path = u"/_matrix/client/v3/rooms/%1/state/m.room.name"_s.arg(
            QString::fromLatin1(QUrl::toPercentEncoding(room.toString())));
        claimRooms += m_server.call("GET", path, token).body.value("name"_L1).toString() == name ? 1 : 0;
    }
    QCOMPARE(claimRooms, 1);
}

void TstMatrixPlatform::oneOfFiveWinsALockAlsoAfterALostAnswer()
{
    MatrixFixture fixture(m_server);
    for (int round = 0; round < 4; ++round) {
        const QString name = randomHex(16);
        std::vector<QCoro::Task<domain::ClaimAnswer>> asking;
        for (int index = 0; index < 5; ++index)
            asking.push_back(fixture.platform(index).claimOnce(name));
        QList<int> winners;
        QSet<domain::NodeId> owners;
        for (int index = 0; index < 5; ++index) {
            const auto answer = wait(std::move(asking[size_t(index)]));
            QVERIFY(answer.claim != Claim::unknown);
            owners.insert(answer.owner);
            if (answer.claim == Claim::won)
                winners.append(index);
        }
        QCOMPARE(winners.size(), 1);
        QCOMPARE(owners, QSet{fixture.node(winners.first())});
        // Whose answer was lost asks again, also as a new process: 409 is its own doing, not a defeat.
        QCOMPARE(wait(fixture.restart(winners.first()).claimOnce(name)).claim, Claim::won);
        QCOMPARE(wait(fixture.platform((winners.first() + 1) % 5).claimOnce(name)).claim, Claim::lost);
    }
}

void TstMatrixPlatform::aLockSquattedByAnotherAccountIsShownWithItsRoom()
{
    MatrixFixture fixture(m_server);
    const auto mallory = m_server.user(u"mallory-"_s + randomHex(4));
    QVERIFY(mallory);
    const QString room =
        m_server.call("POST", u"/_matrix/client/v3/createRoom"_s, mallory->token, {{u"name"_s, u"x"_s}})
            .body.value("room_id"_L1)
            .toString();
    const QString op = randomHex(16);
    const QString alias = u"#op-%1:%2"_s.arg(op, m_server.serverName());
    const QString path = u"/_matrix/client/v3/directory/room/"_s + QString::fromLatin1(QUrl::toPercentEncoding(alias));
    QVERIFY(m_server.call("PUT", path, mallory->token, {{u"room_id"_s, room}}).isGood());
    for (int index : {0, 1}) {
        const auto answer = wait(fixture.platform(index).claimOnce(op));
        QCOMPARE(answer.claim, Claim::lost);
        QCOMPARE(answer.owner.text(), room); // nobody enrolled: a person must look
    }
    // Nor can an alias be made for a room of another's: nobody claims in somebody's name.
    const auto claims = wait(fixture.platform(0).claimRoom());
    const QString other =
        u"/_matrix/client/v3/directory/room/"_s +
        QString::fromLatin1(QUrl::toPercentEncoding(u"#op-%1:%2"_s.arg(randomHex(16), m_server.serverName())));
    QCOMPARE(m_server.call("PUT", other, mallory->token, {{u"room_id"_s, claims->text()}}).status, 403);
}

void TstMatrixPlatform::overwrittenPlacesDoNotHideAttachments()
{
    MatrixFixture fixture(m_server);
    const QByteArray bytes = "the log of it all";
    const auto kept = wait(fixture.platform(0).upload(bytes));
    QVERIFY(kept);
    const QString path = roomPath(fixture.control(), u"/state/org.wardroom.media/"_s + kept->hex());
    const auto other = wait(fixture.platform(1).upload("something else"_ba));
    const QString otherPlace =
        m_server
            .call("GET", roomPath(fixture.control(), u"/state/org.wardroom.media/"_s + other->hex()),
                  fixture.user(1).token)
            .body.value("url"_L1)
            .toString();
    QVERIFY(m_server.call("PUT", path, fixture.user(1).token, {{u"url"_s, otherPlace}}).isGood());
    QVERIFY(m_server.call("PUT", path, fixture.user(1).token, {{u"url"_s, u"no address"_s}}).isGood());
    QCOMPARE(wait(fixture.platform(2).download(*kept)).value_or(QByteArray()), bytes);
}

void TstMatrixPlatform::invitationsByStrangersAreNotAccepted()
{
    MatrixFixture fixture(m_server);
    const auto mallory = m_server.user(u"mallory-"_s + randomHex(4));
    QJsonObject body{{u"name"_s, u"approvers"_s}, {u"invite"_s, QJsonArray{fixture.user(1).id}}};
    // It even claims to be of this workspace.
    body.insert(u"creation_content"_s,
                QJsonObject{{u"org.wardroom"_s,
                             QJsonObject{{u"workspace"_s, fixture.control().text()}, {u"purpose"_s, u"control"_s}}}});
    MatrixPlatform &invited = fixture.platform(1);
    const RoomId trap(m_server.call("POST", u"/_matrix/client/v3/createRoom"_s, mallory->token, body)
                          .body.value("room_id"_L1)
                          .toString());
    QVERIFY(!trap.isEmpty());
    const auto rooms = wait(invited.rooms());
    QVERIFY(rooms);
    QVERIFY(std::none_of(rooms->begin(), rooms->end(), [&](const Room &r) { return r.id == trap; }));
    const auto open = wait(invited.openRooms());
    QVERIFY(open && std::any_of(open->begin(), open->end(),
                                [&](const Room &r) { return r.id == trap && r.purpose == Purpose::channel; }));
    // Even when a person decides to join it, it is no control room.
    QVERIFY(wait(invited.invite(trap, invited.self())));
    const auto after = wait(invited.rooms());
    QVERIFY2(after, after ? "" : qPrintable(after.error().message));
    QCOMPARE(std::count_if(after->begin(), after->end(), [](const Room &r) { return r.purpose == Purpose::control; }),
             1);
}

void TstMatrixPlatform::openRoomsCanBeJoinedByMembersAlone()
{
    MatrixFixture fixture(m_server);
    const RoomId open = fixture.room(1);
    const RoomId restricted = fixture.room(1, true);
    MatrixPlatform &member = fixture.platform(1);
    const auto listed = wait(member.openRooms());
    QVERIFY(listed);
    QVERIFY(std::any_of(listed->begin(), listed->end(), [&](const Room &r) { return r.id == open; }));
    QVERIFY(std::none_of(listed->begin(), listed->end(), [&](const Room &r) { return r.id == restricted; }));
    QVERIFY(wait(member.invite(open, member.self())));
    QVERIFY(wait(member.submit(says(open, u"hello"_s))));
    QVERIFY(!wait(member.invite(restricted, member.self())));
    const auto stranger = m_server.user(u"stranger-"_s + randomHex(4));
    QCOMPARE(m_server.call("POST", roomPath(open, u"/join"_s), stranger->token).status, 403);
    // Somebody opens the restricted room: it is no group any more.
    QVERIFY(m_server
                .call("PUT", roomPath(restricted, u"/state/m.room.join_rules/"_s), fixture.user(0).token,
                      {{u"join_rule"_s, u"public"_s}})
                .isGood());
    const auto rooms = wait(fixture.platform(0).rooms());
    for (const Room &room : *rooms)
        QVERIFY(room.id != restricted || !room.restricted);
}

void TstMatrixPlatform::afterBeingSignedOutOneGoesOnWithoutLoss()
{
    MatrixFixture fixture(m_server);
    const RoomId here = fixture.room(2);
    MatrixPlatform &reading = fixture.platform(1);
    Listener reader(reading);
    QVERIFY(wait(reading.start({})));
    QTRY_COMPARE_WITH_TIMEOUT(reading.linkState(), LinkState::live, kPatienceMs);
    const Outgoing once = says(here, u"once"_s);
    const auto sent = wait(reading.submit(once));
    QVERIFY(sent);
    QVERIFY(m_server.call("POST", u"/_matrix/client/v3/logout/all"_s, fixture.user(1).token).isGood());
    const auto missed = wait(fixture.platform(0).submit(says(here, u"missed"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(reading.linkState(), LinkState::signInNeeded, kPatienceMs);
    QCOMPARE(wait(reading.submit(says(here, u"too soon"_s))).error().kind, ErrorKind::auth);
    QVERIFY(!reader.has(missed->entry));
    const auto again = m_server.login(fixture.user(1), fixture.user(1).device);
    QVERIFY(again);
    reading.signedIn({again->token, {}, 0});
    QTRY_COMPARE_WITH_TIMEOUT(reading.linkState(), LinkState::live, kPatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(reader.has(missed->entry), kPatienceMs);
    const auto reconciled = wait(reading.reconcile(once.txn, here));
    QVERIFY(reconciled && *reconciled);
    QCOMPARE((*reconciled)->entry, sent->entry);
}

WARDROOM_TEST(TstMatrixPlatform)
#include "tst_matrixplatform.moc"
