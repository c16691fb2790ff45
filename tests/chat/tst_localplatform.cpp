// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/local/sqlite.h"
#include "localfixture.h"
#include "support/fakeclock.h"
#include "support/testmain.h"

#include <QDir>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace wardroom;
using namespace wardroom::chat;
using namespace wardroom::test;
using namespace Qt::StringLiterals;

//! What is particular to the Local workspace: its time, its "look", its threads, joining by oneself.
class TstLocalPlatform final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void timeNeverDecreasesWhenTheClockJumpsBack();
    void aPokeIsEnoughWithoutPolling();
    void pollingIsEnoughWithoutPokes();
    void deadLookersAreSweptUp();
    void aRoomIsJoinedByInvitingOneself();
    void joiningABigRoomResumesAnywhere();
    void nodesOfOnePersonHaveTheirOwnTransactionsAndCards();
    void aFactThatWasSentBeforeAnUpdateIsKnownAgain();
    void aBusyLogBlocksNobodysWindow();
    void tasksAnswerWhenThePlatformGoes();
    void aHandlerMayThrowThePlatformAway();
    void linkStatesFollowEachOther();
    void roomsChangedIsSaidToOthers();
    void repliesToNothingAreRefused();
    void deletedEntriesKeepNothing();

private:
    static RoomId bigRoom(LocalFixture &fixture, int entries);
};

//! Filled behind the platform's back: only the reading is what is tested.
RoomId TstLocalPlatform::bigRoom(LocalFixture &fixture, int entries)
{
    const RoomId here = fixture.room(1);
    fixture.close(0);
    const auto database = Database::open(fixture.folder() + "/log.db"_L1).value();
    const QByteArray fill = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<" +
                            QByteArray::number(entries) +
                            ") INSERT INTO entries(room,sender,node,server_time,text,envelope,display,"
                            "reply_to,change) SELECT '" +
                            here.text().toUtf8() +
                            "','person-0','node-0',1000+i/3,'e'||i,x'','','',"
                            "i+(SELECT change FROM state) FROM n; UPDATE state SET change=change+" +
                            QByteArray::number(entries);
    return database->execute(fill.constData()) ? here : RoomId();
}

void TstLocalPlatform::timeNeverDecreasesWhenTheClockJumpsBack()
{
    LocalFixture fixture;
    const RoomId here = fixture.room(2);
    FakeClock clock(4'000'000'000'000);
    LocalOptions options = fixture.options(0);
    LocalPlatform early({options.folder, options.self, options.node, clock});
    QList<Sent> sent;
    const auto say = [&](int i) { sent.append(wait(early.submit(words(here, u"%1"_s.arg(i)))).value()); };
    say(1);
    clock.advance(std::chrono::milliseconds(5));
    say(2);
    clock.jumpTo(clock.nowMs() - 3'600'000);
    say(3);
    say(4);
    QCOMPARE(sent.at(0).serverTime, 4'000'000'000'000);
    QCOMPARE(sent.at(1).serverTime, 4'000'000'000'005);
    QCOMPARE(sent.at(3).serverTime, 4'000'000'000'005);
    // And somebody else's clock, an hour behind.
    sent.append(wait(fixture.platform(1).submit(words(here, u"5"_s))).value());
    for (qsizetype i = 1; i < sent.size(); ++i) {
        QVERIFY((domain::Position{sent.at(i - 1).serverTime, sent.at(i - 1).entry} <
                 domain::Position{sent.at(i).serverTime, sent.at(i).entry}));
    }
    const auto page = wait(early.history(here, {}, 10)).value();
    QCOMPARE(page.entries.last().text, u"5"_s);
}

void TstLocalPlatform::aPokeIsEnoughWithoutPolling()
{
    LocalFixture fixture;
    const RoomId here = fixture.room(2);
    LocalOptions options = fixture.options(1);
    options.poll = std::chrono::hours(1);
    LocalPlatform deaf(options);
    Listener listener(deaf);
    QVERIFY(wait(deaf.start({})));
    QTest::qWait(50);
    for (int i = 0; i < 20; ++i) {
        const auto sent = wait(fixture.platform(0).submit(words(here, u"%1"_s.arg(i))));
        QTRY_VERIFY_WITH_TIMEOUT(listener.has(sent->entry), 1000);
    }
}

void TstLocalPlatform::pollingIsEnoughWithoutPokes()
{
    LocalFixture fixture;
    const RoomId here = fixture.room(2);
    LocalOptions options = fixture.options(1);
    options.signalling = false;
    LocalPlatform alone(options);
    Listener listener(alone);
    QVERIFY(wait(alone.start({})));
    const auto sent = wait(fixture.platform(0).submit(words(here, u"psst"_s)));
    QTRY_VERIFY_WITH_TIMEOUT(listener.has(sent->entry), 3000);
}

void TstLocalPlatform::deadLookersAreSweptUp()
{
    LocalFixture fixture;
    const RoomId here = fixture.room(1);
    const QString lookers = fixture.folder() + "/lookers"_L1;
    QCOMPARE(QDir(lookers).entryList(QDir::Files).size(), 1);
    const QTemporaryDir sockets;
    QFile dead(lookers + "/0123456789abcdef"_L1);
    QVERIFY(dead.open(QIODevice::WriteOnly));
    dead.write(QFile::encodeName(sockets.filePath(u"gone"_s)));
    dead.close();
    // One that names a file which is no socket: the file stays, the record goes.
    QFile precious(sockets.filePath(u"precious"_s));
    QVERIFY(precious.open(QIODevice::WriteOnly));
    QFile odd(lookers + "/fedcba9876543210"_L1);
    QVERIFY(odd.open(QIODevice::WriteOnly));
    odd.write(QFile::encodeName(precious.fileName()));
    odd.close();
    QVERIFY(wait(fixture.platform(0).submit(words(here, u"look"_s))));
    QTRY_COMPARE(QDir(lookers).entryList(QDir::Files).size(), 1);
    QVERIFY(precious.exists());
    fixture.close(0);
    QVERIFY(QDir(lookers).entryList(QDir::Files).isEmpty());
}

void TstLocalPlatform::aRoomIsJoinedByInvitingOneself()
{
    LocalFixture fixture;
    const RoomId here = fixture.room(1);
    auto &person = fixture.platform(1);
    Listener listener(person);
    QVERIFY(wait(person.start({})));
    const auto sent = wait(fixture.platform(0).submit(words(here, u"before you came"_s)));
    RoomSpec direct{u"two of us"_s, {}, Purpose::direct, false, {PersonId(u"person-2"_s)}};
    const auto between = wait(fixture.platform(0).createRoom(direct)).value();
    RoomSpec closed{u"admins"_s, {}, Purpose::group, true, {}};
    const auto restricted = wait(fixture.platform(0).createRoom(closed)).value();
    const auto open = wait(person.openRooms()).value();
    QCOMPARE(open.size(), 1);
    QCOMPARE(open.first().id, here);
    QVERIFY(!wait(person.invite(between.id, person.self())));
    QVERIFY(!wait(person.invite(restricted.id, person.self())));
    QVERIFY(wait(person.invite(here, person.self())));
    QTRY_VERIFY(listener.has(sent->entry));
    QVERIFY(wait(person.openRooms()).value().isEmpty());
    // Names are unique, however they are written.
    const auto twice = wait(person.createRoom({u"ADMINS"_s, {}, Purpose::channel, false, {}}));
    QVERIFY(!twice);
    QCOMPARE(twice.error().kind, ErrorKind::conflict);
}

void TstLocalPlatform::joiningABigRoomResumesAnywhere()
{
    LocalFixture fixture;
    const RoomId here = bigRoom(fixture, 2300);
    QVERIFY(!here.isEmpty());
    QVERIFY(wait(fixture.platform(0).invite(here, PersonId(u"person-1"_s))));
    QByteArray cursor;
    QList<EntryId> came;
    int batches = 0;
    // Cut off after every single batch, and begun again where it stood.
    for (; batches < 50; ++batches) {
        auto &person = fixture.restart(1);
        QSignalSpy arrivals(&person, &ChatPlatform::arrived);
        QVERIFY(wait(person.start(cursor)));
        if (!QTest::qWaitFor([&] { return !arrivals.isEmpty(); }, 500))
            break;
        const auto entries = arrivals.first().at(0).value<QList<domain::Entry>>();
        QVERIFY(entries.size() <= 500);
        for (const auto &entry : entries)
            came.append(entry.position.entry);
        cursor = arrivals.first().at(1).toByteArray();
        if (batches == 2)
            QVERIFY(wait(fixture.platform(0).submit(words(here, u"meanwhile"_s))));
    }
    QCOMPARE(came.size(), 2301);
    QCOMPARE(QSet<EntryId>(came.begin(), came.end()).size(), 2301);
    QVERIFY(batches >= 5);
}

//! Then a fact's words belonged to what it was known by.
void TstLocalPlatform::aFactThatWasSentBeforeAnUpdateIsKnownAgain()
{
    LocalFixture fixture;
    const RoomId here = fixture.room(1);
    Outgoing fact = words(here, u"a fact"_s);
    fact.envelope = "{}"_ba;
    const auto sent = wait(fixture.platform(0).submit(fact));
    QVERIFY(sent);
    Sha256Stream former;
    for (const QByteArray &field : {here.text().toUtf8(), "a fact"_ba, "{}"_ba, QByteArray(), QByteArray()})
        former.add(QByteArray::number(field.size()) + ':' + field);
    {
        const auto log = Database::open(fixture.folder() + "/log.db"_L1).value();
        QVERIFY(
            log->prepare("UPDATE txns SET digest=? WHERE txn=?").bind(former.finish().bytes()).bind(fact.txn).run());
    }
    const auto again = wait(fixture.platform(0).submit(fact));
    QVERIFY2(again, again ? "" : qPrintable(again.error().message));
    QCOMPARE(again->entry, sent->entry);
    fact.envelope = "{\"another\":1}"_ba;
    QCOMPARE(wait(fixture.platform(0).submit(fact)).error().kind, ErrorKind::conflict);
}

void TstLocalPlatform::nodesOfOnePersonHaveTheirOwnTransactionsAndCards()
{
    LocalFixture fixture;
    const RoomId here = fixture.room(1);
    LocalOptions options = fixture.options(0);
    options.node = domain::NodeId(u"second"_s);
    LocalPlatform second(options);
    Outgoing card = words(here, u"50 %"_s);
    card.display = u"card"_s;
    const auto one = wait(fixture.platform(0).submit(card));
    const auto two = wait(second.submit(card));
    QVERIFY(one && two);
    QVERIFY(one->entry != two->entry);
    QVERIFY(wait(second.remove(here, one->entry))); // one person's, from either node
    QCOMPARE(wait(second.claimOnce(u"op"_s)).claim, domain::Claim::won);
    const auto lost = wait(fixture.platform(0).claimOnce(u"op"_s));
    QCOMPARE(lost.claim, domain::Claim::lost);
    QCOMPARE(lost.owner.text(), u"second"_s);
    QCOMPARE(wait(second.claimOnce({})).claim, domain::Claim::unknown);
}

void TstLocalPlatform::aBusyLogBlocksNobodysWindow()
{
    LocalFixture fixture;
    const RoomId here = fixture.room(1);
    const auto other = Database::open(fixture.folder() + "/log.db"_L1).value();
    QVERIFY(other->execute("BEGIN IMMEDIATE"));
    auto sending = fixture.platform(0).submit(words(here, u"when it is free"_s));
    qint64 longest = 0;
    QElapsedTimer tick;
    for (int i = 0; i < 40; ++i) {
        tick.start();
        QTest::qWait(5);
        longest = std::max(longest, tick.elapsed());
    }
    QVERIFY(!sending.isReady());
    // Were the log waited for in this thread, one round would take SQLite's whole patience, 5 s. A machine with much
    // else to do takes some hundred milliseconds.
    QVERIFY2(longest < 4000, qPrintable(QString::number(longest)));
    QVERIFY(other->execute("COMMIT"));
    QVERIFY(wait(std::move(sending)));
}

void TstLocalPlatform::tasksAnswerWhenThePlatformGoes()
{
    LocalFixture fixture;
    const RoomId here = fixture.room(1);
    std::vector<QCoro::Task<Result<Sent>>> sending;
    for (int i = 0; i < 10; ++i)
        sending.push_back(fixture.platform(0).submit(words(here, u"%1"_s.arg(i))));
    auto starting = fixture.platform(0).start({});
    fixture.close(0);
    for (auto &task : sending) {
        const auto sent = wait(std::move(task));
        QVERIFY(sent || sent.error().kind == ErrorKind::cancelled);
    }
    QVERIFY(!wait(std::move(starting)));
    // "Polite": what was asked for was still done.
    QCOMPARE(wait(fixture.platform(0).history(here, {}, 100)).value().entries.size(), 10);
}

void TstLocalPlatform::aHandlerMayThrowThePlatformAway()
{
    LocalFixture fixture;
    const RoomId here = fixture.room(1);
    QVERIFY(wait(fixture.platform(0).submit(words(here, u"x"_s))));
    auto *platform = new LocalPlatform(fixture.options(0));
    bool came = false;
    connect(platform, &ChatPlatform::arrived, platform, [&] {
        came = true;
        delete platform;
    });
    QVERIFY(wait(platform->start({})));
    QTRY_VERIFY(came);
    QTest::qWait(50);
}

void TstLocalPlatform::linkStatesFollowEachOther()
{
    LocalFixture fixture;
    auto &platform = fixture.platform(0);
    QList<LinkState> states;
    connect(&platform, &ChatPlatform::linkChanged, this, [&](LinkState state) { states.append(state); });
    QVERIFY(wait(platform.start({})));
    QTRY_COMPARE(platform.linkState(), LinkState::live);
    QCOMPARE(states, (QList{LinkState::connecting, LinkState::catchingUp, LinkState::live}));
    QVERIFY(QDir().rename(fixture.folder(), fixture.folder() + u'2'));
    QTRY_COMPARE(platform.linkState(), LinkState::offline);
    QVERIFY(QDir().rename(fixture.folder() + u'2', fixture.folder()));
    QTRY_COMPARE(platform.linkState(), LinkState::live);
    platform.stop();
    QCOMPARE(platform.linkState(), LinkState::offline);
}

void TstLocalPlatform::roomsChangedIsSaidToOthers()
{
    LocalFixture fixture;
    auto &other = fixture.platform(1);
    QVERIFY(wait(other.start({})));
    QTest::qWait(100);
    QSignalSpy changed(&other, &ChatPlatform::roomsChanged);
    const RoomId here = fixture.room(2);
    QTRY_VERIFY(!changed.isEmpty());
    changed.clear();
    QVERIFY(wait(fixture.platform(0).submit(words(here, u"no room changes by this"_s))));
    QTest::qWait(200);
    QVERIFY(changed.isEmpty());
}

void TstLocalPlatform::repliesToNothingAreRefused()
{
    LocalFixture fixture;
    const RoomId here = fixture.room(1);
    const RoomId elsewhere = fixture.room(1);
    const auto there = wait(fixture.platform(0).submit(words(elsewhere, u"elsewhere"_s))).value();
    for (const EntryId &id : {there.entry, EntryId(u"77"_s), EntryId(u"01"_s), EntryId(u"x"_s), EntryId(u"-1"_s)}) {
        Outgoing reply = words(here, u"re"_s);
        reply.replyTo = id;
        const auto refused = wait(fixture.platform(0).submit(reply));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::notFound);
    }
    QVERIFY(wait(fixture.platform(0).history(here, {}, 10)).value().entries.isEmpty());
}

void TstLocalPlatform::deletedEntriesKeepNothing()
{
    LocalFixture fixture;
    const RoomId here = fixture.room(1);
    const QString secret = u"correct horse battery staple"_s;
    Outgoing card = words(here, secret);
    card.display = u"card"_s;
    const auto first = wait(fixture.platform(0).submit(card)).value();
    QVERIFY(wait(fixture.platform(0).remove(here, first.entry)));
    // The same card said again is a new entry; the one taken away does not come back.
    card.txn = u"again"_s;
    card.text = u"harmless"_s;
    QVERIFY(wait(fixture.platform(0).submit(card)).value().entry != first.entry);
    const auto page = wait(fixture.platform(0).history(here, {}, 10)).value();
    QCOMPARE(page.entries.size(), 2);
    QVERIFY(page.entries.first().deleted && page.entries.first().text.isEmpty());
    fixture.close(0);
    QFile log(fixture.folder() + "/log.db"_L1);
    QVERIFY(log.open(QIODevice::ReadOnly));
    QVERIFY(!log.readAll().contains(secret.toUtf8()));
}

WARDROOM_TEST(TstLocalPlatform)
#include "tst_localplatform.moc"
