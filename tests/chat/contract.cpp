// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract.h"

#include "base/hash.h"
#include "domain/envelope.h"

#include <vector>

namespace wardroom::test {

using namespace Qt::StringLiterals;
using namespace wardroom::chat;
using domain::Claim;
using domain::Entry;

namespace {

constexpr int kPatienceMs = 15'000;

} // namespace

void ContractSuite::init()
{
    m_fixture = m_factory();
}

void ContractSuite::cleanup()
{
    m_listeners.clear();
    m_fixture.reset();
}

Listener &ContractSuite::listener(int index)
{
    auto &kept = m_listeners[index];
    if (!kept) {
        kept = std::make_unique<Listener>(person(index));
        if (const auto started = wait(person(index).start({})); !started)
            qWarning("start: %ls", qUtf16Printable(started.error().message));
    }
    return *kept;
}

RoomId ContractSuite::room(int people)
{
    RoomSpec spec;
    spec.name = u"room-"_s + randomHex(4);
    for (int index = 1; index < people; ++index)
        spec.invite.append(person(index).self());
    const auto made = wait(person(0).createRoom(spec));
    bool complete = made.has_value();
    for (int index = 1; complete && index < people; ++index)
        complete = comesIn(index, made->id);
    return complete ? made->id : RoomId();
}

bool ContractSuite::comesIn(int index, const RoomId &room)
{
    for (QDeadlineTimer patience(kPatienceMs); !patience.hasExpired(); QTest::qWait(20)) {
        const auto rooms = wait(person(index).rooms());
        if (rooms && std::any_of(rooms->begin(), rooms->end(), [&](const Room &each) { return each.id == room; }))
            return true;
    }
    return false;
}

Outgoing ContractSuite::message(const RoomId &room, const QString &text)
{
    Outgoing message;
    message.txn = u"txn-"_s + randomHex(8);
    message.room = room;
    message.text = text;
    return message;
}

Result<Sent> ContractSuite::send(int index, Outgoing message)
{
    Result<Sent> sent = fail(ErrorKind::timeout, {});
    for (int attempt = 0; attempt < 60; ++attempt) {
        sent = wait(person(index).submit(message));
        if (sent)
            return sent;
        const ErrorKind kind = sent.error().kind;
        if (kind == ErrorKind::rate) {
            QTest::qWait(int(sent.error().retryAfter.value_or(std::chrono::milliseconds(50)).count()));
        } else if (kind == ErrorKind::timeout || kind == ErrorKind::transient) {
            const auto got = wait(person(index).reconcile(message.txn, message.room));
            if (got && *got)
                return **got;
        } else {
            return sent;
        }
    }
    return sent;
}

QList<EntryId> ContractSuite::sendMany(int index, const RoomId &room, int count)
{
    QList<EntryId> ids;
    for (int i = 0; i < count; ++i) {
        const auto sent = send(index, message(room, u"%1 says %2"_s.arg(index).arg(++m_count)));
        if (sent)
            ids.append(sent->entry);
    }
    return ids;
}

bool ContractSuite::comes(int index, const RoomId &room, const std::function<bool()> &holds)
{
    QDeadlineTimer patience(kPatienceMs);
    for (int round = 1; !holds() && !patience.hasExpired(); ++round) {
        QTest::qWait(10);
        if (m_fixture->withholds() && round % 20 == 0)
            m_listeners.at(index)->learn(wholeHistory(index, room));
    }
    return holds();
}

bool ContractSuite::seesAll(int index, const RoomId &room, const QList<EntryId> &entries)
{
    return comes(index, room, [&] { return m_listeners.at(index)->hasAll(entries); });
}

QList<Entry> ContractSuite::wholeHistory(int index, const RoomId &room, int page)
{
    QList<Entry> all;
    domain::Position before;
    for (;;) {
        const auto got = wait(person(index).history(room, before, page));
        if (!got || got->entries.isEmpty())
            return all;
        all = got->entries + all;
        before = got->entries.first().position;
        if (!got->more)
            return all;
    }
}

void ContractSuite::whatIsSentArrivesForEverybodyInTheRoom()
{
    const RoomId here = room(3);
    QVERIFY(!here.isEmpty());
    for (int index : {0, 1, 2})
        listener(index);
    QList<EntryId> sent = sendMany(0, here, 10) + sendMany(1, here, 10);
    QCOMPARE(sent.size(), 20);
    for (int index : {0, 1, 2})
        QVERIFY(seesAll(index, here, sent));
    QCOMPARE(listener(2).entry(sent.first()).sender, person(0).self());
    QCOMPARE(listener(0).entry(sent.last()).sender, person(1).self());
    QCOMPARE(listener(2).inOrder(here).size(), 20);
    QVERIFY(!listener(2).entry(sent.first()).edited);
}

void ContractSuite::everybodyHasTheSameOrder()
{
    const RoomId here = room(3);
    std::vector<QCoro::Task<Result<Sent>>> sending;
    QList<Outgoing> messages;
    for (int index : {0, 1, 2})
        listener(index);
    for (int i = 0; i < 60; ++i) {
        messages.append(message(here, u"at once %1"_s.arg(i)));
        sending.push_back(person(i % 3).submit(messages.last()));
    }
    QList<EntryId> sent;
    for (int i = 0; i < 60; ++i) {
        auto answered = wait(std::move(sending[size_t(i)]));
        if (!answered)
            answered = send(i % 3, messages.at(i));
        QVERIFY(answered);
        sent.append(answered->entry);
    }
    for (int index : {0, 1, 2})
        QVERIFY(seesAll(index, here, sent));
    QCOMPARE(listener(1).inOrder(here), listener(0).inOrder(here));
    QCOMPARE(listener(2).inOrder(here), listener(0).inOrder(here));
    QCOMPARE(listener(0).inOrder(here).size(), 60);
}

void ContractSuite::whatWasConfirmedBeforeStandsBefore()
{
    const RoomId here = room(2);
    listener(1);
    QList<EntryId> sent;
    for (int i = 0; i < 10; ++i)
        sent += sendMany(i % 2, here, 1);
    QVERIFY(seesAll(1, here, sent));
    QCOMPARE(listener(1).inOrder(here), sent);
}

void ContractSuite::nothingIsLostOverRestarts()
{
    const RoomId here = room(2);
    Listener &reader = listener(1);
    QList<EntryId> sent;
    for (int round = 0; round < 6; ++round) {
        sent += sendMany(0, here, 7);
        QTest::qWait(round * 7); // cut it off at different points of its reading
        ChatPlatform &again = m_fixture->restart(1);
        sent += sendMany(0, here, 5);
        reader.follow(again);
        QVERIFY(wait(again.start(reader.cursor())));
    }
    QVERIFY(seesAll(1, here, sent));
    QCOMPARE(reader.inOrder(here), sent);
}

void ContractSuite::nothingArrivesAfterStop()
{
    const RoomId here = room(2);
    Listener &reader = listener(1);
    QVERIFY(seesAll(1, here, sendMany(0, here, 3)));
    person(1).stop();
    QCOMPARE(person(1).linkState(), LinkState::offline);
    const int before = reader.arrivals();
    const auto missed = sendMany(0, here, 5);
    QTest::qWait(300);
    QCOMPARE(reader.arrivals(), before);
    QVERIFY(wait(person(1).start(reader.cursor())));
    QVERIFY(seesAll(1, here, missed));
}

void ContractSuite::sendingAgainSendsOnce()
{
    const RoomId here = room(2);
    const Outgoing same = message(here, u"once"_s);
    const auto first = send(0, same);
    QVERIFY(first);
    const auto second = send(0, same);
    m_fixture->restart(0);
    const auto third = send(0, same);
    QVERIFY(second && third);
    QCOMPARE(second->entry, first->entry);
    QCOMPARE(third->entry, first->entry);
    QCOMPARE(third->serverTime, first->serverTime);
    QCOMPARE(wholeHistory(1, here).size(), 1);
    // Another person's transactions are their own.
    const auto others = send(1, same);
    QVERIFY(others);
    QVERIFY(others->entry != first->entry);
}

void ContractSuite::fiveSendsAtOnceSendOnce()
{
    const RoomId here = room(1);
    const Outgoing same = message(here, u"five at once"_s);
    std::vector<QCoro::Task<Result<Sent>>> sending;
    for (int i = 0; i < 5; ++i)
        sending.push_back(person(0).submit(same));
    QSet<EntryId> answers;
    for (auto &task : sending) {
        if (const auto sent = wait(std::move(task)))
            answers.insert(sent->entry);
    }
    const auto sent = send(0, same);
    QVERIFY(sent);
    answers.insert(sent->entry);
    QCOMPARE(answers.size(), 1);
    QCOMPARE(wholeHistory(0, here).size(), 1);
}

void ContractSuite::otherWordsUnderOneTransactionAreRefused()
{
    if (!person(0).capabilities().exactIdempotency)
        QSKIP("this platform has no exact idempotency");
    const RoomId here = room(1);
    Outgoing words = message(here, u"the first stands"_s);
    QVERIFY(send(0, words));
    words.text = u"something else"_s;
    const auto refused = send(0, words);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::conflict);
    const auto all = wholeHistory(0, here);
    QCOMPARE(all.size(), 1);
    QCOMPARE(all.first().text, u"the first stands"_s);
}

void ContractSuite::reconcileTellsWhatTheRoomGot()
{
    const RoomId here = room(1);
    const Outgoing words = message(here, u"did you get this?"_s);
    const auto before = wait(person(0).reconcile(words.txn, here));
    QVERIFY(before && !*before);
    const auto sent = send(0, words);
    QVERIFY(sent);
    const auto after = wait(person(0).reconcile(words.txn, here));
    QVERIFY(after && *after);
    QCOMPARE((*after)->entry, sent->entry);
    QCOMPARE((*after)->serverTime, sent->serverTime);
}

void ContractSuite::aClaimHasOneWinner()
{
    if (!person(0).capabilities().arbiter)
        QSKIP("this platform has no arbiter");
    for (int round = 0; round < 10; ++round) {
        const QString name = u"op-"_s + randomHex(8);
        std::vector<QCoro::Task<domain::ClaimAnswer>> asking;
        for (int index = 0; index < 4; ++index)
            asking.push_back(person(index).claimOnce(name));
        QList<domain::ClaimAnswer> answers;
        for (int index = 0; index < 4; ++index) {
            auto answer = wait(std::move(asking[size_t(index)]));
            for (int again = 0; answer.claim == Claim::unknown && again < 60; ++again)
                answer = wait(person(index).claimOnce(name));
            answers.append(answer);
        }
        QList<int> winners;
        for (int index = 0; index < 4; ++index) {
            if (answers.at(index).claim == Claim::won)
                winners.append(index);
            QCOMPARE(answers.at(index).owner, answers.first().owner);
        }
        QCOMPARE(winners.size(), 1);
        QCOMPARE(answers.first().owner, m_fixture->node(winners.first()));
        m_fixture->restart(winners.first());
        auto again = wait(person(winners.first()).claimOnce(name));
        for (int i = 0; again.claim == Claim::unknown && i < 60; ++i)
            again = wait(person(winners.first()).claimOnce(name));
        QCOMPARE(again.claim, Claim::won);
    }
}

void ContractSuite::aCardIsUpdatedInPlace()
{
    const RoomId here = room(2);
    Listener &reader = listener(1);
    Outgoing card = message(here, u"10 %"_s);
    card.display = u"progress"_s;
    const auto first = send(0, card);
    QVERIFY(first);
    Outgoing update = message(here, u"100 %"_s);
    update.display = card.display;
    const auto second = send(0, update);
    QVERIFY(second);
    QCOMPARE(second->entry, first->entry);
    QCOMPARE(second->serverTime, first->serverTime);
    QVERIFY(comes(1, here, [&] { return reader.entry(first->entry).text == u"100 %"_s; }));
    QCOMPARE(reader.entry(first->entry).display, u"progress"_s);
    QVERIFY(!reader.entry(first->entry).edited);
    // A repeated old update does not turn the card back.
    QVERIFY(send(0, card));
    Outgoing others = message(here, u"theirs"_s);
    others.display = card.display;
    const auto foreign = send(1, others);
    QVERIFY(foreign && foreign->entry != first->entry);
    const auto all = wholeHistory(1, here);
    QCOMPARE(all.size(), 2);
    QCOMPARE(all.first().text, u"100 %"_s);
}

void ContractSuite::foreignEditsAreMarked()
{
    if (!person(1).capabilities().editOthers)
        QSKIP("nobody can change another's message on this platform");
    const RoomId here = room(2);
    Listener &reader = listener(0);
    Outgoing fact = message(here, u"said"_s);
    fact.envelope = R"({"kind":"note.added"})"_ba;
    const auto sent = send(0, fact);
    QVERIFY(sent);
    QVERIFY(seesAll(0, here, {sent->entry}));
    QVERIFY(m_fixture->edit(1, here, sent->entry, u"never said"_s));
    QVERIFY(comes(0, here, [&] { return reader.entry(sent->entry).edited; }));
    QCOMPARE(reader.entry(sent->entry).text, u"never said"_s);
    QCOMPARE(reader.entry(sent->entry).position.serverTime, sent->serverTime);
    QVERIFY(wholeHistory(0, here).first().edited);
}

void ContractSuite::hostileTextComesBackAsItWas()
{
    const RoomId here = room(2);
    Listener &reader = listener(1);
    const QStringList hostile{u"a\u0000b"_s + QChar(0) + u"c"_s,
                              u"\u202Egnp.exe\u2066 \u200B"_s,
                              u"<img src=x onerror=alert(1)> &amp;"_s,
                              u"'; DROP TABLE entries; --"_s,
                              u"\U0001F469\u200D\U0001F692 e\u0301 \u4E2D\u6587 \u0639\u0631"_s,
                              u"line\r\nline\ttab\u0007\u001B[31m"_s,
                              u"  leading and trailing  "_s,
                              u"@everyone `x` *y* /command"_s};
    QList<EntryId> sent;
    for (const QString &text : hostile) {
        const auto answered = send(0, message(here, text));
        QVERIFY2(answered, qPrintable(text));
        sent.append(answered->entry);
    }
    QVERIFY(seesAll(1, here, sent));
    for (int i = 0; i < hostile.size(); ++i)
        QCOMPARE(reader.entry(sent.at(i)).text, hostile.at(i));
}

void ContractSuite::tooMuchTextIsRefused()
{
    const RoomId here = room(1);
    const auto longest = person(0).capabilities().longestText;
    QVERIFY(send(0, message(here, QString(longest, u'x'))));
    for (const qsizetype size : {longest + 1, qsizetype(1024 * 1024)}) {
        const auto refused = send(0, message(here, QString(size, u'x')));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::tooLarge);
        QVERIFY(!refused.error().message.isEmpty());
    }
    const auto empty = send(0, message(here, {}));
    QVERIFY(!empty);
    QCOMPARE(empty.error().kind, ErrorKind::invalid);
    QCOMPARE(wholeHistory(0, here).size(), 1);
}

void ContractSuite::envelopesTravelUntouched()
{
    const RoomId here = room(2);
    Listener &reader = listener(1);
    Outgoing fact = message(here, u"a fact"_s);
    fact.envelope = u"{\"a\":9007199254740993,\"b\":\"\u4E2D \\u0000 \U0001F600\",\"c\":\""_s.toUtf8();
    fact.envelope += QByteArray(domain::Envelope::kLongest - fact.envelope.size() - 2, 'x') + "\"}";
    QCOMPARE(fact.envelope.size(), domain::Envelope::kLongest);
    const auto sent = send(0, fact);
    QVERIFY(sent);
    QVERIFY(seesAll(1, here, {sent->entry}));
    QCOMPARE(reader.entry(sent->entry).envelope, fact.envelope);
    Outgoing wordless = message(here, {});
    wordless.envelope = R"({"kind":"alert.raised"})"_ba;
    const auto silent = send(0, wordless);
    QVERIFY(silent);
    QVERIFY(seesAll(1, here, {sent->entry, silent->entry}));
    QCOMPARE(reader.entry(silent->entry).envelope, wordless.envelope);
    QCOMPARE(reader.entry(silent->entry).text, QString());
    QCOMPARE(send(0, wordless)->entry, silent->entry);
    // Nobody knows whether it was sent, and then it needs no words any more: it is the same message all the same.
    Outgoing said = message(here, u"an alert"_s);
    said.envelope = R"({"kind":"alert.raised","n":2})"_ba;
    const auto spoken = send(0, said);
    QVERIFY(spoken);
    Outgoing silenced = said;
    silenced.text.clear();
    const auto again = send(0, silenced);
    QVERIFY2(again, qPrintable(again ? QString() : again.error().message));
    QCOMPARE(again->entry, spoken->entry);
    Outgoing hidden = message(here, {});
    hidden.envelope = R"({"kind":"approval.given"})"_ba;
    QVERIFY2(!send(0, hidden), "nobody decides behind the backs of people on phones");
    Outgoing larger = message(here, u"too large a fact"_s);
    larger.envelope = fact.envelope + ' ';
    const auto refused = send(0, larger);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::tooLarge);
}

} // namespace wardroom::test
