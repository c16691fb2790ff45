// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hash.h"
#include "contract.h"

namespace wardroom::test {

using namespace Qt::StringLiterals;
using namespace wardroom::chat;
using domain::Entry;

void ContractSuite::attachmentsAreNamedByTheirHash()
{
    QByteArray bytes(300'000, Qt::Uninitialized);
    for (qsizetype i = 0; i < bytes.size(); ++i)
        bytes[i] = char(i * 31);
    for (const QByteArray &each : {bytes, QByteArray(), "small\0one"_ba}) {
        const auto kept = wait(person(0).upload(each));
        QVERIFY(kept);
        QCOMPARE(*kept, Sha256::of(each));
        QCOMPARE(wait(person(0).upload(each)).value_or(Sha256()), *kept);
        const auto got = wait(person(1).download(*kept));
        QVERIFY(got);
        QCOMPARE(*got, each);
    }
    const auto refused = wait(person(0).upload(QByteArray(person(0).capabilities().largestAttachment + 1, 'x')));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::tooLarge);
}

void ContractSuite::anAttachmentThatIsNotThereIsSaidToBeMissing()
{
    const auto missing = wait(person(0).download(Sha256::of("never uploaded"_ba)));
    QVERIFY(!missing);
    QCOMPARE(missing.error().kind, ErrorKind::notFound);
    QVERIFY(!wait(person(0).download(Sha256())));
}

void ContractSuite::ownMessagesCanBeTakenAway()
{
    if (!person(0).capabilities().deletes)
        QSKIP("messages cannot be taken away on this platform");
    const RoomId here = room(2);
    Listener &reader = listener(1);
    const auto sent = send(0, message(here, u"a password by mistake"_s));
    QVERIFY(sent);
    QVERIFY(seesAll(1, here, {sent->entry}));
    const auto foreign = wait(person(1).remove(here, sent->entry));
    QVERIFY(!foreign);
    QCOMPARE(foreign.error().kind, ErrorKind::forbidden);
    QVERIFY(wait(person(0).remove(here, sent->entry)));
    QVERIFY(comes(1, here, [&] { return reader.entry(sent->entry).deleted; }));
    QCOMPARE(reader.entry(sent->entry).text, QString());
    QVERIFY(wait(person(0).remove(here, sent->entry)));
    const auto missing = wait(person(0).remove(here, EntryId(u"no such entry"_s)));
    QVERIFY(!missing);
    QCOMPARE(missing.error().kind, ErrorKind::notFound);
}

void ContractSuite::factsCannotBeTakenAway()
{
    const RoomId here = room(1);
    Outgoing fact = message(here, u"a fact"_s);
    fact.envelope = "{}"_ba;
    const auto sent = send(0, fact);
    QVERIFY(sent);
    const auto refused = wait(person(0).remove(here, sent->entry));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::forbidden);
    QVERIFY(!wholeHistory(0, here).first().deleted);
}

void ContractSuite::roomsHaveMembers()
{
    const auto founders = wait(person(0).rooms());
    QVERIFY(founders);
    QCOMPARE(
        std::count_if(founders->begin(), founders->end(), [](const Room &r) { return r.purpose == Purpose::control; }),
        1);
    RoomSpec spec;
    spec.name = u"ids-alerts \u4E2D"_s;
    spec.topic = u"what the sensors say"_s;
    spec.purpose = Purpose::alerts;
    spec.invite = {person(1).self()};
    const auto made = wait(person(0).createRoom(spec));
    QVERIFY(made);
    QCOMPARE(made->name, spec.name);
    QCOMPARE(made->purpose, Purpose::alerts);
    const auto mine = wait(person(1).rooms());
    QVERIFY(mine && mine->contains(*made));
    const auto theirs = wait(person(2).rooms());
    QVERIFY(theirs && !theirs->contains(*made));
    const auto people = wait(person(1).members(made->id));
    QVERIFY(people);
    QCOMPARE(QSet<PersonId>(people->begin(), people->end()), (QSet{person(0).self(), person(1).self()}));
    QVERIFY(wait(person(1).leave(made->id)));
    QCOMPARE(wait(person(0).members(made->id)).value_or(QList<PersonId>()), QList{person(0).self()});
    spec.name = u"#nope\n"_s;
    const auto refused = wait(person(0).createRoom(spec));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::invalid);
}

void ContractSuite::whoMakesARoomMayBeAmongThoseInvitedIntoIt()
{
    RoomSpec spec;
    spec.name = u"inc-everybody"_s;
    spec.purpose = Purpose::incident;
    spec.invite = {person(0).self(), person(1).self()};
    const auto made = wait(person(0).createRoom(spec));
    QVERIFY2(made, made ? "" : qPrintable(made.error().message));
    QVERIFY(wait(person(0).members(made->id)).value_or(QList<PersonId>()).contains(person(0).self()));
}

void ContractSuite::whoIsInvitedLaterGetsEverything()
{
    const RoomId here = room(1);
    Listener &late = listener(1);
    QList<EntryId> sent = sendMany(0, here, 10);
    QTest::qWait(100);
    QVERIFY(!late.has(sent.first()));
    QVERIFY(wait(person(0).invite(here, person(1).self())));
    QVERIFY(wait(person(0).invite(here, person(1).self())));
    sent += sendMany(0, here, 3);
    QVERIFY(seesAll(1, here, sent));
    QCOMPARE(late.inOrder(here), sent);
    QVERIFY(send(1, message(here, u"hello"_s)));
}

void ContractSuite::whoIsNotInARoomGetsNothing()
{
    const RoomId here = room(2);
    Listener &outside = listener(2);
    listener(1);
    const auto sent = sendMany(0, here, 3);
    QVERIFY(seesAll(1, here, sent));
    QTest::qWait(100);
    QVERIFY(!outside.has(sent.first()));
    const auto said = send(2, message(here, u"let me in"_s));
    QVERIFY(!said);
    QCOMPARE(said.error().kind, ErrorKind::forbidden);
    QVERIFY(!wait(person(2).history(here, {}, 10)));
    QVERIFY(!wait(person(2).members(here)));
    QVERIFY(!wait(person(2).invite(here, person(3).self())));
}

void ContractSuite::restrictedRoomsAreJoinedByInvitationOfTheirAdmin()
{
    RoomSpec spec;
    spec.name = u"approvers"_s;
    spec.purpose = Purpose::group;
    spec.restricted = true;
    spec.invite = {person(1).self()};
    const auto made = wait(person(0).createRoom(spec));
    QVERIFY(made && made->restricted);
    QVERIFY(comesIn(1, made->id));
    for (const auto &refused :
         {wait(person(2).invite(made->id, person(2).self())), wait(person(1).invite(made->id, person(2).self()))}) {
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::forbidden);
    }
    QCOMPARE(wait(person(0).members(made->id)).value_or(QList<PersonId>()).size(), 2);
    QVERIFY(wait(person(0).invite(made->id, person(2).self())));
    QVERIFY(comesIn(2, made->id));
    QCOMPARE(wait(person(2).members(made->id)).value_or(QList<PersonId>()).size(), 3);
}

void ContractSuite::historyPagesBackwardsWithoutHoles()
{
    const RoomId here = room(1);
    const auto sent = sendMany(0, here, 25);
    QCOMPARE(sent.size(), 25);
    for (const int page : {1, 7, 25, 100}) {
        QList<EntryId> ids;
        for (const Entry &entry : wholeHistory(0, here, page))
            ids.append(entry.position.entry);
        QCOMPARE(ids, sent);
    }
    const auto exactly = wait(person(0).history(here, {}, 25));
    QVERIFY(exactly && !exactly->more);
    const auto fewer = wait(person(0).history(here, {}, 24));
    QVERIFY(fewer && fewer->more);
}

void ContractSuite::roomsThatAreNotThereAreSaidToBeMissing()
{
    const RoomId nowhere(u"no-such-room"_s);
    const auto said = send(0, message(nowhere, u"hello?"_s));
    QVERIFY(!said);
    QCOMPARE(said.error().kind, ErrorKind::notFound);
    QCOMPARE(wait(person(0).history(nowhere, {}, 5)).error().kind, ErrorKind::notFound);
    QCOMPARE(wait(person(0).invite(nowhere, person(1).self())).error().kind, ErrorKind::notFound);
    QVERIFY(!wait(person(0).leave(nowhere)));
}

void ContractSuite::repliesNameWhatTheyAnswer()
{
    const RoomId here = room(2);
    Listener &reader = listener(0);
    const auto asked = send(0, message(here, u"may I?"_s));
    QVERIFY(asked);
    Outgoing reply = message(here, u"you may"_s);
    reply.replyTo = asked->entry;
    const auto answered = send(1, reply);
    QVERIFY(answered);
    QVERIFY(seesAll(0, here, {answered->entry}));
    QCOMPARE(reader.entry(answered->entry).replyTo, asked->entry);
}

} // namespace wardroom::test
