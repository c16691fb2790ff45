// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "localfixture.h"
#include "support/testmain.h"

#include <QTest>

using namespace wardroom;
using namespace wardroom::chat;
using namespace wardroom::test;
using namespace Qt::StringLiterals;

//! That each fault really happens while it is on, that nothing is lost by it, and that it ends.
class TstLocalFaults final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void lateEntriesComeAfterNewerOnes();
    void liveOrderIsNotHistoryOrder();
    void doublesCome();
    void gapsLastUntilHistoryIsRead();
    void gapsLastUntilTheNextStart();
    void aRestartAmongLateEntriesLosesNone();
    void lostRepliesAreFoundByReconciling();
    void aLostClaimIsStillWon();
    void rateLimitsSayWhenToComeBack();
    void aRateLimitIsALinkStateThatEndsByItself();
    void aFullDiskRefusesWhatIsNewAndKeepsWhatIsThere();
    void offlineEndsWithEverything();
    void foreignEditsAndDeletionsReachEverybody();
    void withoutTheFaultNobodyEditsAnother();
    void theSameSeedMakesTheSameFaults();
    void withoutFaultsEverythingComesOnceAndInOrder();

private:
    //! 60 entries sent one by one by person 0 while person 1 listens with \a faults.
    QList<EntryId> talk(LocalFaults faults);
    LocalFixture &fixture() { return *m_fixture; }
    LocalPlatform &reader() { return m_fixture->platform(1); }

    std::unique_ptr<LocalFixture> m_fixture;
    std::unique_ptr<Listener> m_listener;
    RoomId m_room;
};

QList<EntryId> TstLocalFaults::talk(LocalFaults faults)
{
    m_listener.reset();
    m_fixture = std::make_unique<LocalFixture>();
    m_room = fixture().room(2);
    reader().setFaults(faults);
    m_listener = std::make_unique<Listener>(reader());
    if (!wait(reader().start({})))
        return {};
    QList<EntryId> sent;
    std::vector<QCoro::Task<Result<Sent>>> sending;
    for (int i = 0; i < 60; ++i)
        sending.push_back(fixture().platform(0).submit(words(m_room, u"%1"_s.arg(i))));
    for (auto &task : sending)
        sent.append(wait(std::move(task)).value().entry);
    return sent;
}

void TstLocalFaults::lateEntriesComeAfterNewerOnes()
{
    const auto sent = talk({.late = 30});
    QCOMPARE(sent.size(), 60);
    QTRY_VERIFY(m_listener->hasAll(sent));
    QVERIFY(m_listener->asTheyCame() != sent);
    QCOMPARE(m_listener->inOrder(m_room), sent);
    QCOMPARE(m_listener->arrivals(), 60);
}

void TstLocalFaults::liveOrderIsNotHistoryOrder()
{
    m_listener.reset();
    m_fixture = std::make_unique<LocalFixture>();
    m_room = fixture().room(2);
    QList<EntryId> sent;
    for (int i = 0; i < 30; ++i)
        sent.append(wait(fixture().platform(0).submit(words(m_room, u"%1"_s.arg(i)))).value().entry);
    reader().setFaults({.twoOrders = true});
    m_listener = std::make_unique<Listener>(reader());
    QVERIFY(wait(reader().start({})));
    QTRY_VERIFY(m_listener->hasAll(sent));
    QVERIFY(m_listener->asTheyCame() != sent);
    QList<EntryId> history;
    const Page page = wait(reader().history(m_room, {}, 100)).value();
    for (const auto &entry : page.entries)
        history.append(entry.position.entry);
    QCOMPARE(history, sent);
    QCOMPARE(m_listener->inOrder(m_room), sent);
}

void TstLocalFaults::doublesCome()
{
    const auto sent = talk({.doubles = 50});
    QTRY_VERIFY(m_listener->hasAll(sent));
    QVERIFY(m_listener->arrivals() > 65);
    QCOMPARE(m_listener->asTheyCame().size(), 60);
}

void TstLocalFaults::gapsLastUntilHistoryIsRead()
{
    const auto sent = talk({.gaps = 30});
    QTest::qWait(500);
    const auto had = m_listener->asTheyCame().size();
    QVERIFY(had > 10 && had < 60);
    QCOMPARE(reader().linkState(), LinkState::live); // it does not know
    QCOMPARE(wait(reader().history(m_room, {}, 10)).value().entries.size(), 10);
    QTRY_VERIFY(m_listener->hasAll(sent));
}

void TstLocalFaults::gapsLastUntilTheNextStart()
{
    const auto sent = talk({.gaps = 30});
    QTest::qWait(200);
    QVERIFY(!m_listener->hasAll(sent));
    const QByteArray cursor = m_listener->cursor();
    reader().setFaults({});
    auto &again = fixture().restart(1);
    m_listener->follow(again);
    QVERIFY(wait(again.start(cursor)));
    QTRY_VERIFY(m_listener->hasAll(sent));
}

void TstLocalFaults::aRestartAmongLateEntriesLosesNone()
{
    for (quint32 seed = 1; seed <= 8; ++seed) {
        const auto sent = talk({.seed = seed, .late = 50, .twoOrders = true, .gaps = 20});
        const QByteArray cursor = m_listener->cursor();
        auto &again = fixture().restart(1);
        m_listener->follow(again);
        QVERIFY(wait(again.start(cursor)));
        QTRY_VERIFY(m_listener->hasAll(sent));
    }
}

void TstLocalFaults::lostRepliesAreFoundByReconciling()
{
    LocalFixture fixture;
    const RoomId here = fixture.room(1);
    auto &platform = fixture.platform(0);
    platform.setFaults({.lostReplies = 100});
    const Outgoing message = words(here, u"heard?"_s);
    const auto lost = wait(platform.submit(message));
    QVERIFY(!lost);
    QCOMPARE(lost.error().kind, ErrorKind::timeout);
    const auto found = wait(platform.reconcile(message.txn, here));
    QVERIFY(found && *found);
    platform.setFaults({});
    QCOMPARE(wait(platform.submit(message)).value().entry, (*found)->entry);
    QCOMPARE(wait(platform.history(here, {}, 10)).value().entries.size(), 1);
    // Losing an answer is not losing a refusal.
    platform.setFaults({.lostReplies = 100});
    QCOMPARE(wait(platform.submit(words(here, {}))).error().kind, ErrorKind::invalid);
}

void TstLocalFaults::aLostClaimIsStillWon()
{
    LocalFixture fixture;
    fixture.platform(0).setFaults({.lostReplies = 100});
    QCOMPARE(wait(fixture.platform(0).claimOnce(u"op"_s)).claim, domain::Claim::unknown);
    const auto other = wait(fixture.platform(1).claimOnce(u"op"_s));
    QCOMPARE(other.claim, domain::Claim::lost);
    QCOMPARE(other.owner, fixture.node(0));
    fixture.platform(0).setFaults({});
    QCOMPARE(wait(fixture.platform(0).claimOnce(u"op"_s)).claim, domain::Claim::won);
}

void TstLocalFaults::rateLimitsSayWhenToComeBack()
{
    LocalFixture fixture;
    const RoomId here = fixture.room(1);
    auto &platform = fixture.platform(0);
    platform.setFaults({.rateLimited = 100, .retryAfter = std::chrono::milliseconds(70)});
    const Outgoing message = words(here, u"too fast"_s);
    const auto refused = wait(platform.submit(message));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::rate);
    QCOMPARE(refused.error().retryAfter, std::chrono::milliseconds(70));
    QVERIFY(!*wait(platform.reconcile(message.txn, here)));
}

void TstLocalFaults::aRateLimitIsALinkStateThatEndsByItself()
{
    LocalFixture fixture;
    const RoomId here = fixture.room(2);
    auto &platform = fixture.platform(0);
    Listener listener(platform);
    QVERIFY(wait(platform.start({})));
    QTRY_COMPARE(platform.linkState(), LinkState::live);
    platform.setFaults({.rateLimited = 100, .retryAfter = std::chrono::milliseconds(400)});
    QVERIFY(!wait(platform.submit(words(here, u"too fast"_s))));
    QCOMPARE(platform.linkState(), LinkState::rateLimited);
    // Others are heard all the while.
    const auto heard = wait(fixture.platform(1).submit(words(here, u"hello"_s))).value().entry;
    QTRY_VERIFY(listener.has(heard));
    platform.setFaults({});
    QTRY_COMPARE(platform.linkState(), LinkState::live);
    QVERIFY(wait(platform.submit(words(here, u"now"_s))));
    // Whoever stops meanwhile is not made live by an old pause.
    platform.setFaults({.rateLimited = 100, .retryAfter = std::chrono::milliseconds(100)});
    QVERIFY(!wait(platform.submit(words(here, u"again"_s))));
    platform.stop();
    QTest::qWait(200);
    QCOMPARE(platform.linkState(), LinkState::offline);
}

void TstLocalFaults::aFullDiskRefusesWhatIsNewAndKeepsWhatIsThere()
{
    LocalFixture fixture;
    const RoomId here = fixture.room(2);
    auto &platform = fixture.platform(0);
    Listener listener(fixture.platform(1));
    QVERIFY(wait(fixture.platform(1).start({})));
    const auto before = wait(platform.submit(words(here, u"before"_s))).value().entry;
    platform.setFaults({.fullDisk = true});
    const Outgoing large = words(here, QString(30'000, u'x'));
    const auto refused = wait(platform.submit(large));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::storage);
    QVERIFY(!refused.error().message.isEmpty());
    const auto known = wait(platform.reconcile(large.txn, here));
    QVERIFY(known && !*known);
    QCOMPARE(wait(platform.history(here, {}, 10)).value().entries.size(), 1);
    platform.setFaults({});
    const auto sent = wait(platform.submit(large));
    QVERIFY2(sent.has_value(), sent ? "" : qPrintable(sent.error().message));
    QTRY_VERIFY(listener.has(sent->entry));
    QCOMPARE(listener.inOrder(here), (QList{before, sent->entry}));
}

void TstLocalFaults::offlineEndsWithEverything()
{
    LocalFixture fixture;
    const RoomId here = fixture.room(2);
    auto &platform = fixture.platform(1);
    Listener listener(platform);
    QVERIFY(wait(platform.start({})));
    QTRY_COMPARE(platform.linkState(), LinkState::live);
    platform.setFaults({.offline = true});
    QCOMPARE(platform.linkState(), LinkState::offline);
    QList<EntryId> sent;
    for (int i = 0; i < 5; ++i)
        sent.append(wait(fixture.platform(0).submit(words(here, u"%1"_s.arg(i)))).value().entry);
    QTest::qWait(300);
    QCOMPARE(listener.arrivals(), 0);
    QCOMPARE(wait(platform.submit(words(here, u"?"_s))).error().kind, ErrorKind::transient);
    QCOMPARE(wait(platform.claimOnce(u"op"_s)).claim, domain::Claim::unknown);
    QVERIFY(!wait(platform.rooms()));
    platform.setFaults({});
    QTRY_VERIFY(listener.hasAll(sent));
    QTRY_COMPARE(platform.linkState(), LinkState::live);
    QCOMPARE(wait(platform.claimOnce(u"op"_s)).claim, domain::Claim::won);
}

void TstLocalFaults::foreignEditsAndDeletionsReachEverybody()
{
    LocalFixture fixture;
    const RoomId here = fixture.room(2);
    auto &author = fixture.platform(0);
    Listener listener(author);
    QVERIFY(wait(author.start({})));
    Outgoing fact = words(here, u"said"_s);
    fact.envelope = "{\"true\":1}"_ba;
    const auto edited = wait(author.submit(fact)).value().entry;
    fact.txn = u"second"_s;
    const auto deleted = wait(author.submit(fact)).value().entry;
    QTRY_VERIFY(listener.has(deleted));
    auto &careless = fixture.platform(1);
    careless.setFaults({.foreignEdits = true});
    QVERIFY(careless.capabilities().editOthers);
    QVERIFY(wait(careless.editAnyones(here, edited, u"changed"_s, "{\"true\":0}"_ba)));
    QVERIFY(wait(careless.wipeAnyones(here, deleted)));
    QTRY_VERIFY(listener.entry(edited).edited && listener.entry(deleted).deleted);
    QCOMPARE(listener.entry(edited).envelope, "{\"true\":0}"_ba);
    QCOMPARE(listener.entry(edited).sender, author.self());
    QCOMPARE(listener.entry(deleted).envelope, QByteArray());
    QVERIFY(!listener.entry(deleted).edited);
    // Their places stay.
    QCOMPARE(listener.inOrder(here), (QList{edited, deleted}));
}

void TstLocalFaults::withoutTheFaultNobodyEditsAnother()
{
    LocalFixture fixture;
    const RoomId here = fixture.room(2);
    const auto sent = wait(fixture.platform(0).submit(words(here, u"mine"_s))).value().entry;
    QVERIFY(!fixture.platform(1).capabilities().editOthers);
    QCOMPARE(wait(fixture.platform(1).editAnyones(here, sent, u"x"_s, {})).error().kind, ErrorKind::unsupported);
    QCOMPARE(wait(fixture.platform(1).wipeAnyones(here, sent)).error().kind, ErrorKind::unsupported);
    QVERIFY(!wait(fixture.platform(0).history(here, {}, 1)).value().entries.first().edited);
}

void TstLocalFaults::theSameSeedMakesTheSameFaults()
{
    const auto lost = [](quint32 seed) {
        FaultyDelivery delivery;
        delivery.setFaults({.seed = seed, .lostReplies = 50});
        QList<bool> dice;
        for (int i = 0; i < 40; ++i)
            dice.append(delivery.losesReply());
        return dice;
    };
    QCOMPARE(lost(7), lost(7));
    QVERIFY(lost(7) != lost(8));
}

void TstLocalFaults::withoutFaultsEverythingComesOnceAndInOrder()
{
    const auto sent = talk({});
    QTRY_VERIFY(m_listener->hasAll(sent));
    QTest::qWait(100);
    QCOMPARE(m_listener->asTheyCame(), sent);
    QCOMPARE(m_listener->arrivals(), 60);
}

WARDROOM_TEST(TstLocalFaults)
#include "tst_localfaults.moc"
