// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hash.h"
#include "contract.h"

#include <QRandomGenerator>
#include <QSignalSpy>

//! What people do besides talking: changing their words, writing and reading, letting go of rooms and locks.
namespace wardroom::test {

using namespace Qt::StringLiterals;
using namespace wardroom::chat;
using domain::Claim;

namespace {

constexpr int kPatienceMs = 15'000;

} // namespace

void ContractSuite::onlyItsHolderClearsALockAndThenItIsFree_data()
{
    QTest::addColumn<QString>("name");
    QTest::addRow("an operation") << randomHex(16);
    QTest::addRow("a call") << u"call/"_s + randomHex(16);
    QTest::addRow("a version of the policy")
        << u"policy-%1"_s.arg(QRandomGenerator::global()->bounded(1, 1'000'000'000));
}

void ContractSuite::onlyItsHolderClearsALockAndThenItIsFree()
{
    if (!person(0).capabilities().arbiter)
        QSKIP("this platform has no arbiter");
    QFETCH(QString, name);
    const auto claim = [&](int index) {
        auto answer = wait(person(index).claimOnce(name));
        for (int again = 0; answer.claim == Claim::unknown && again < 60; ++again)
            answer = wait(person(index).claimOnce(name));
        return answer;
    };
    QCOMPARE(claim(0).claim, Claim::won);
    QCOMPARE(claim(1).claim, Claim::lost);
    const auto mine = wait(person(0).held());
    QVERIFY(mine && mine->contains(name));
    const auto theirs = wait(person(1).held());
    QVERIFY(theirs && !theirs->contains(name));
    const auto foreign = wait(person(1).release(name));
    QVERIFY(!foreign);
    QCOMPARE(foreign.error().kind, ErrorKind::forbidden);
    // Nor another desktop of the very person who holds it.
    if (ChatPlatform *other = m_fixture->otherDevice(0)) {
        const auto own = wait(other->release(name));
        QVERIFY(!own);
        QCOMPARE(own.error().kind, ErrorKind::forbidden);
    }
    QCOMPARE(claim(1).claim, Claim::lost);
    QVERIFY(wait(person(0).release(name)));
    QVERIFY(!wait(person(0).held()).value_or(QStringList{name}).contains(name));
    QVERIFY(wait(person(0).release(name)));          // again: done
    QVERIFY(wait(person(0).release(randomHex(16)))); // never taken
    QCOMPARE(claim(1).claim, Claim::won);
}

void ContractSuite::ownWordsCanBeChanged()
{
    if (!person(0).capabilities().edits)
        QSKIP("nothing that was said can be changed on this platform");
    const RoomId here = room(2);
    Listener &reader = listener(1);
    const auto sent = send(0, message(here, u"block 10.0.0.1"_s));
    QVERIFY(sent);
    QVERIFY(seesAll(1, here, {sent->entry}));
    const auto foreign = wait(person(1).edit(here, sent->entry, u"mine now"_s));
    QVERIFY(!foreign);
    QCOMPARE(foreign.error().kind, ErrorKind::forbidden);
    QVERIFY(wait(person(0).edit(here, sent->entry, u"block 10.0.0.2\nplease"_s)));
    QVERIFY(comes(1, here, [&] { return reader.entry(sent->entry).text == u"block 10.0.0.2\nplease"_s; }));
    QVERIFY(reader.entry(sent->entry).edited);
    QCOMPARE(reader.entry(sent->entry).position.serverTime, sent->serverTime);
    // Back and forth: the last word counts, though it was said before.
    QVERIFY(wait(person(0).edit(here, sent->entry, u"block 10.0.0.1"_s)));
    QVERIFY(wait(person(0).edit(here, sent->entry, u"block 10.0.0.2\nplease"_s)));
    QVERIFY(wait(person(0).edit(here, sent->entry, u"block 10.0.0.1"_s)));
    QVERIFY(comes(1, here, [&] { return reader.entry(sent->entry).text == u"block 10.0.0.1"_s; }));
    const auto all = wholeHistory(1, here);
    QCOMPARE(all.size(), 1);
    QCOMPARE(all.first().text, u"block 10.0.0.1"_s);
    QVERIFY(all.first().edited);
    for (const QString &bad : {QString(), QString(person(0).capabilities().longestText + 1, u'x')})
        QVERIFY(!wait(person(0).edit(here, sent->entry, bad)));
    QVERIFY(wait(person(0).remove(here, sent->entry)));
    QVERIFY(!wait(person(0).edit(here, sent->entry, u"not gone"_s)));
    const auto missing = wait(person(0).edit(here, EntryId(u"no such entry"_s), u"x"_s));
    QVERIFY(!missing);
    QCOMPARE(missing.error().kind, ErrorKind::notFound);
}

void ContractSuite::factsAndCardsCannotBeChanged()
{
    if (!person(0).capabilities().edits)
        QSKIP("nothing that was said can be changed on this platform");
    const RoomId here = room(1);
    Outgoing fact = message(here, u"a fact"_s);
    fact.envelope = "{}"_ba;
    Outgoing card = message(here, u"10 %"_s);
    card.display = u"progress"_s;
    for (const Outgoing &each : {fact, card}) {
        const auto sent = send(0, each);
        QVERIFY(sent);
        const auto refused = wait(person(0).edit(here, sent->entry, u"never said"_s));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::forbidden);
    }
    for (const domain::Entry &entry : wholeHistory(0, here))
        QVERIFY(!entry.edited && entry.text != u"never said"_s);
}

void ContractSuite::whoeverRunsARoomTakesPeopleOutOfIt()
{
    const RoomId here = room(3);
    Listener &reader = listener(1);
    const auto before = send(0, message(here, u"while in"_s));
    QVERIFY(before && seesAll(1, here, {before->entry}));
    const auto foreign = wait(person(1).removeMember(here, person(2).self()));
    QVERIFY(!foreign);
    QCOMPARE(foreign.error().kind, ErrorKind::forbidden);
    const auto oneself = wait(person(0).removeMember(here, person(0).self()));
    QVERIFY(!oneself);
    QCOMPARE(oneself.error().kind, ErrorKind::invalid);
    QVERIFY(wait(person(0).removeMember(here, person(1).self())));
    const auto people = wait(person(0).members(here)).value_or(QList<PersonId>());
    QCOMPARE(QSet<PersonId>(people.begin(), people.end()), (QSet{person(0).self(), person(2).self()}));
    const auto after = send(0, message(here, u"while out"_s));
    QVERIFY(after);
    QVERIFY(!wait(person(1).submit(message(here, u"let me in"_s))));
    QTest::qWait(500);
    QVERIFY(!reader.has(after->entry));
    const auto again = wait(person(0).removeMember(here, person(1).self()));
    QVERIFY(!again);
    QCOMPARE(again.error().kind, ErrorKind::notFound);
}

void ContractSuite::whoeverRunsARoomNamesIt()
{
    const RoomId here = room(2);
    const auto shown = [&](int index) {
        for (const Room &each : wait(person(index).rooms()).value_or(QList<Room>()))
            if (each.id == here)
                return each;
        return Room();
    };
    const QString name = u"war room \u4E2D "_s.trimmed() + randomHex(3);
    QVERIFY(!wait(person(1).rename(here, name)));
    QVERIFY(!wait(person(1).setTopic(here, u"theirs"_s)));
    QVERIFY(wait(person(0).rename(here, name)));
    QVERIFY(wait(person(0).setTopic(here, u"what is known"_s)));
    QCOMPARE(shown(1).name, name);
    QCOMPARE(shown(1).topic, u"what is known"_s);
    for (const QString &bad : {u"#nope"_s, u"a\nb"_s, QString(), QString(81, u'x')}) {
        const auto refused = wait(person(0).rename(here, bad));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::invalid);
    }
    QVERIFY(!wait(person(0).setTopic(here, QString(1001, u'x'))));
    // Who is not in it finds it by its new name.
    const auto open = wait(person(2).openRooms()).value_or(QList<Room>());
    QVERIFY(std::any_of(open.begin(), open.end(), [&](const Room &r) { return r.id == here && r.name == name; }));
}

void ContractSuite::openRoomsAreJoinedByTheirId()
{
    const RoomId here = room(1);
    const auto joined = wait(person(1).join(here.text()));
    QVERIFY(joined);
    QCOMPARE(*joined, here);
    QVERIFY(comesIn(1, here));
    RoomSpec spec;
    spec.name = u"group-"_s + randomHex(4);
    spec.restricted = true;
    const auto closed = wait(person(0).createRoom(spec));
    QVERIFY(closed);
    const auto refused = wait(person(1).join(closed->id.text()));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::forbidden);
    const auto missing = wait(person(1).join(u"nowhere"_s));
    QVERIFY(!missing);
    QCOMPARE(missing.error().kind, ErrorKind::notFound);
}

void ContractSuite::whoWasInvitedAndHasNotComeIsListed()
{
    if (!person(0).capabilities().invitations)
        QSKIP("the invited are not asked on this platform");
    person(1);
    const RoomId here = room(1);
    QCOMPARE(wait(person(0).invited(here)).value_or(QList<PersonId>{PersonId()}), QList<PersonId>());
    QVERIFY(wait(person(0).invite(here, person(1).self())));
    QCOMPARE(wait(person(0).invited(here)).value_or(QList<PersonId>()), QList{person(1).self()});
    // Their own Wardroom accepts what a colleague sent.
    QVERIFY(comesIn(1, here));
    QCOMPARE(wait(person(0).invited(here)).value_or(QList<PersonId>{PersonId()}), QList<PersonId>());
    QVERIFY(wait(person(1).invitations()).value_or(QList<Invitation>{{}}).isEmpty());
    // An invitation is taken back like a membership.
    QVERIFY(wait(person(0).invite(here, person(2).self())));
    QVERIFY(wait(person(0).removeMember(here, person(2).self())));
    QVERIFY(wait(person(0).invited(here)).value_or(QList<PersonId>{PersonId()}).isEmpty());
    const auto none = wait(person(0).decline(here));
    QVERIFY(!none);
    QCOMPARE(none.error().kind, ErrorKind::notFound);
    QVERIFY(wait(person(0).members(here)).value_or(QList<PersonId>()).contains(person(0).self()));
}

void ContractSuite::whoIsWritingIsToldToTheOthers()
{
    const RoomId here = room(2);
    listener(0);
    listener(1);
    QTRY_COMPARE_WITH_TIMEOUT(person(0).linkState(), LinkState::live, kPatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(person(1).linkState(), LinkState::live, kPatienceMs);
    QSignalSpy heard(&person(1), &ChatPlatform::typingChanged);
    QSignalSpy own(&person(0), &ChatPlatform::typingChanged);
    QVERIFY(wait(person(0).setTyping(here, true)));
    if (!person(0).capabilities().typing) {
        QTest::qWait(300);
        QVERIFY(heard.isEmpty());
        QSKIP("nobody is told who is writing on this platform");
    }
    QTRY_VERIFY_WITH_TIMEOUT(!heard.isEmpty(), kPatienceMs);
    QCOMPARE(heard.last().at(0).value<RoomId>(), here);
    QCOMPARE(heard.last().at(1).value<QList<PersonId>>(), QList{person(0).self()});
    QVERIFY(wait(person(0).setTyping(here, false)));
    QTRY_VERIFY_WITH_TIMEOUT(heard.last().at(1).value<QList<PersonId>>().isEmpty(), kPatienceMs);
    for (const auto &each : std::as_const(own))
        QVERIFY(each.at(1).value<QList<PersonId>>().isEmpty()); // of oneself nobody needs to hear
    // A room that one is not in, and after the end of the link: nothing, and no error either.
    QVERIFY(wait(person(1).setTyping(RoomId(u"!elsewhere:localhost"_s), true)));
    person(0).stop();
    const qsizetype before = heard.size();
    QVERIFY(wait(person(0).setTyping(here, true)));
    QTest::qWait(500);
    QCOMPARE(heard.size(), before);
}

void ContractSuite::whatWasReadIsToldToOnesOtherDevice()
{
    const RoomId here = room(2);
    listener(0);
    QTRY_COMPARE_WITH_TIMEOUT(person(0).linkState(), LinkState::live, kPatienceMs);
    const auto first = send(1, message(here, u"first"_s));
    const auto second = send(1, message(here, u"second"_s));
    QVERIFY(first && second && seesAll(0, here, {first->entry, second->entry}));
    ChatPlatform *other = m_fixture->otherDevice(0);
    if (!person(0).capabilities().readMarkers || !other) {
        QVERIFY(wait(person(0).markRead(here, second->entry)));
        QSKIP("people have no other devices on this platform");
    }
    Listener colleague(person(1));
    QVERIFY(wait(person(1).start({})));
    QVERIFY(wait(other->start({})));
    QTRY_COMPARE_WITH_TIMEOUT(other->linkState(), LinkState::live, kPatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(person(1).linkState(), LinkState::live, kPatienceMs);
    QSignalSpy told(other, &ChatPlatform::readElsewhere);
    QSignalSpy tattled(&person(1), &ChatPlatform::readElsewhere);
    const auto says = [&](const QSignalSpy &spy, const EntryId &entry) {
        return std::any_of(spy.begin(), spy.end(), [&](const auto &each) {
            return each.at(0).template value<RoomId>() == here && each.at(1).template value<EntryId>() == entry;
        });
    };
    QVERIFY(wait(person(0).markRead(here, first->entry)));
    QTRY_VERIFY_WITH_TIMEOUT(says(told, first->entry), kPatienceMs);
    QVERIFY(!says(told, second->entry));
    QVERIFY(wait(person(0).markRead(here, second->entry)));
    QTRY_VERIFY_WITH_TIMEOUT(says(told, second->entry), kPatienceMs);
    QTest::qWait(300);
    QVERIFY(tattled.isEmpty()); // what somebody has read is nobody else's business
    QVERIFY(!wait(person(0).markRead(here, EntryId(u"no such entry"_s))));
}

void ContractSuite::reactionsCanBeTakenBack()
{
    if (!person(0).capabilities().reactions)
        QSKIP("there are no reactions on this platform");
    const RoomId here = room(2);
    Listener &reader = listener(1);
    const auto sent = send(1, message(here, u"done"_s));
    QVERIFY(sent);
    const auto reaction = wait(person(0).react(here, sent->entry, u"👍"_s));
    QVERIFY(reaction);
    QVERIFY(comes(1, here, [&] { return reader.has(reaction->entry); }));
    QVERIFY(reader.entry(reaction->entry).reaction);
    QCOMPARE(reader.entry(reaction->entry).replyTo, sent->entry);
    QCOMPARE(reader.entry(reaction->entry).text, u"👍"_s);
    const auto twice = wait(person(0).react(here, sent->entry, u"👍"_s));
    QVERIFY(!twice);
    QCOMPARE(twice.error().kind, ErrorKind::conflict);
    QVERIFY(wait(person(0).remove(here, reaction->entry)));
    QVERIFY(comes(1, here, [&] { return reader.entry(reaction->entry).deleted; }));
    QVERIFY(wait(person(0).react(here, sent->entry, u"👍"_s)));
}

} // namespace wardroom::test
