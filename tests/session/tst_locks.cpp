// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/local/localplatform.h"
#include "session/approvals.h"
#include "session/commands.h"
#include "session/founding.h"
#include "session/governance.h"
#include "session/lockends.h"
#include "session/locksweeper.h"
#include "support/fakeclock.h"
#include "support/testmain.h"
#include "support/world.h"

using namespace wardroom;
using namespace wardroom::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::Claim;
using domain::OpId;

namespace {

constexpr auto kManifest = R"(name: mark
version: 1.0.0
author: Somebody else
summary: {en: Marks}
commands:
  - id: mark.add
    risk: change
    summary: {en: Writes one line}
    title: {en: "Mark {host}"}
    arguments:
      - {name: host, type: host, required: true, help: {en: Where}}
    phrases: {en: ["mark {host}"]}
    sandbox: isolated
    host_access: write
    rehearse: [mark.py, rehearse]
    run: [mark.py, run]
    verify: [mark.py, verify]
    limits: {seconds: 20, memory_mb: 128}
)";
constexpr auto kScript = R"(#!/usr/bin/python3 -B
import json, os, sys
request = json.load(sys.stdin)
def end(summary, **data):
    print(json.dumps({"type": "result", "ok": True, "summary": summary, "data": data}), flush=True)
if sys.argv[1] == "rehearse":
    end("would write", argv=["echo"], effect="one line", verify="read back", before="0", after="1")
elif sys.argv[1] == "verify":
    end("read back", verdict="verified")
else:
    open(os.path.join(request["host"]["root"], "mark"), "a").write("ran\n")
    end("written")
)";

} // namespace

//! Locks are cleared a day after the operation can no more be run, by whoever holds them; and nothing runs by it then.
class TstLocks final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void theOwnersLockIsClearedADayAfterTheExpiryAndNotBefore();
    void aNodeThatSleptNeverStartsIt();
    void norWhenTheEndWasDeletedAndItsClockStandsStill();
    void nobodyRunsAgainOrSaysOtherwiseWhereOnlyTheClaimWasDeleted();
    void aDeletedEndIsSaidAgainOnceByWhoRanIt();
    void whatNobodySaidTheEndOfStays();
    void callsAndVersionsOfThePolicyGoADayLaterToo();
    void whatTheRecordDoesNotKnowStays();

private:
    void write(const QString &path, const char *text, bool executable);
    OpId ask();
    void say(Desk &desk, const QString &words) { QVERIFY(wait(desk.engine().sender().sayWords(m_room, words))); }
    static int sweep(Desk &desk) { return wait(desk.engine().locks().sweep()); }
    static bool holds(Desk &desk, const OpId &op)
    {
        return wait(desk.engine().platform().held()).value_or(QStringList()).contains(op.text());
    }
    //! Who ran it, while Bo is away.
    Desk &owner(const OpId &op)
    {
        const domain::NodeId node = m_lina->state(m_room).operation(op)->claimSaid->node;
        return m_tom->engine().entry().node == node ? *m_tom : *m_lina;
    }
    Desk &other(const OpId &op) { return &owner(op) == m_lina.get() ? *m_tom : *m_lina; }
    //! Runs it and lets a day and more pass, by both clocks; cleared by its owner.
    OpId ranAndSwept();
    OpId ranOnBoth();
    //! Takes what was said of \a op out of the chat, whoever said it; how much.
    int wipe(Desk &desk, const OpId &op, const QStringList &kinds);
    //! How often that stands in the room.
    qsizetype said(Desk &desk, const OpId &op, const QString &kind);
    int runs() const
    {
        QFile file(m_folder.filePath(u"web/mark"_s));
        return file.open(QFile::ReadOnly) ? int(file.readAll().count('\n')) : 0;
    }

    FakeClock m_clock;
    FakeClock m_slow; //!< of the node that sleeps
    QTemporaryDir m_folder{u"/tmp/wr-locks-XXXXXX"_s};
    std::unique_ptr<Desk> m_lina, m_tom, m_bo;
    domain::RoomId m_room;
};

void TstLocks::write(const QString &path, const char *text, bool executable)
{
    QFile file(path);
    QVERIFY(file.open(QFile::WriteOnly));
    file.write(text);
    file.close();
    QVERIFY(file.setPermissions(QFile::Permissions(executable ? 0x7755 : 0x6644)));
}

void TstLocks::initTestCase()
{
    QFile::setPermissions(m_folder.path(), QFile::Permissions(0x7755));
    const QString plugins = m_folder.filePath(u"plugins"_s), root = m_folder.filePath(u"web"_s);
    QVERIFY(QDir().mkpath(plugins + u"/mark"_s) && QDir().mkpath(root));
    QFile::setPermissions(root, QFile::Permissions(0x7777));
    write(plugins + u"/mark/plugin.yaml"_s, kManifest, false);
    write(plugins + u"/mark/mark.py"_s, kScript, true);
    const auto desk = [&](const QString &name, const Clock &clock) {
        return std::make_unique<Desk>(m_folder.filePath(name), name, clock, QStringList{plugins});
    };
    m_lina = desk(u"Lina"_s, m_clock);
    QCOMPARE(m_lina->found(u"acme"_s, m_folder.filePath(u"room"_s)), QString());
    domain::Inventory inventory = m_lina->engine().book().workspace().inventory();
    inventory.hosts.append({u"web-01"_s, {}, u"practice"_s, root, {}, u"IT"_s, {}});
    QVERIFY(wait(session::publishInventory(m_lina->engine(), inventory)));
    m_room = m_lina->room(u"security-ops"_s);
    m_tom = desk(u"Tom"_s, m_clock);
    m_bo = desk(u"Bo"_s, m_slow);
    for (Desk *each : {m_tom.get(), m_bo.get()}) {
        QCOMPARE(each->join(*session::invitationFor(m_lina->engine())), QString());
        const domain::PersonId person = each->engine().me();
        QTRY_VERIFY(m_lina->engine().book().workspace().people.contains(person));
        for (const QString &name : {u"it"_s, u"security-ops"_s})
            QVERIFY(wait(m_lina->engine().platform().invite(m_lina->room(name), person)));
        QTRY_VERIFY(!each->room(u"it"_s).isEmpty());
    }
}

void TstLocks::cleanupTestCase()
{
    m_bo.reset();
    m_tom.reset();
    m_lina.reset();
}

OpId TstLocks::ask()
{
    const session::Wish wish{m_room, u"mark.add"_s, {{u"host"_s, u"web-01"_s}}, u"mark"_s, {}, {}};
    const auto op = wait(m_lina->engine().commands().request(wish));
    [&] {
        QVERIFY2(op, qPrintable(op ? QString() : op.error().message));
        QTRY_VERIFY(m_tom->state(m_room).operation(*op));
    }();
    return op.value_or(OpId());
}

OpId TstLocks::ranOnBoth()
{
    const OpId op = ask();
    [&] {
        QVERIFY(wait(session::Approvals(m_tom->engine()).approve(m_room, op, {}, u"window"_s)));
        for (Desk *each : {m_lina.get(), m_tom.get()})
            QTRY_VERIFY_WITH_TIMEOUT(each->state(m_room).operation(op)->verification, 20'000);
    }();
    return op;
}

int TstLocks::wipe(Desk &desk, const OpId &op, const QStringList &kinds)
{
    auto *platform = qobject_cast<chat::LocalPlatform *>(&desk.engine().platform());
    platform->setFaults({.foreignEdits = true});
    int wiped = 0;
    for (const domain::Entry &entry : wait(platform->history(m_room, {}, 1000)).value_or(chat::Page()).entries) {
        const auto envelope = domain::parseEnvelope(entry.envelope);
        if (envelope && envelope->op == op && kinds.contains(envelope->kind))
            wiped += wait(platform->wipeAnyones(m_room, entry.position.entry)) ? 1 : 0;
    }
    platform->setFaults({});
    return wiped;
}

qsizetype TstLocks::said(Desk &desk, const OpId &op, const QString &kind)
{
    const QList<domain::ReadEntry> &entries = desk.engine().book().fold(m_room)->entries();
    return std::count_if(entries.begin(), entries.end(), [&](const domain::ReadEntry &read) {
        return read.envelope && !read.isRemoved() && read.envelope->op == op && read.envelope->kind == kind;
    });
}

OpId TstLocks::ranAndSwept()
{
    const OpId op = ranOnBoth();
    [&] {
        QVERIFY(holds(owner(op), op));
        m_clock.jumpTo(m_lina->state(m_room).operation(op)->request.expires + 24 * 3'600'000);
        say(*m_lina, u"good morning"_s);
        QTRY_VERIFY(m_tom->engine().serverTime() >= m_clock.nowMs());
        sweep(owner(op));
        QVERIFY(!holds(owner(op), op));
    }();
    return op;
}

void TstLocks::theOwnersLockIsClearedADayAfterTheExpiryAndNotBefore()
{
    m_bo->close();
    const OpId op = ask();
    QVERIFY(wait(session::Approvals(m_tom->engine()).approve(m_room, op, {}, u"window"_s)));
    for (Desk *each : {m_lina.get(), m_tom.get()})
        QTRY_VERIFY_WITH_TIMEOUT(each->state(m_room).operation(op)->verification, 20'000);
    QVERIFY(holds(owner(op), op) && !holds(other(op), op));
    QCOMPARE(sweep(owner(op)), 0);
    const qint64 due = m_lina->state(m_room).operation(op)->request.expires + 24 * 3'600'000;
    // A minute before, by everybody's clock.
    m_clock.jumpTo(due - 60'000);
    say(*m_lina, u"still early"_s);
    QTRY_COMPARE(owner(op).engine().serverTime(), due - 60'000);
    QCOMPARE(sweep(owner(op)), 0);
    // By this machine's clock alone it would be time: the server has not said so.
    m_clock.jumpTo(due + 60'000);
    QCOMPARE(sweep(owner(op)), 0);
    QVERIFY(holds(owner(op), op));
    say(*m_lina, u"a day later"_s);
    QTRY_VERIFY(owner(op).engine().serverTime() >= due);
    QTRY_VERIFY(other(op).engine().serverTime() >= due);
    // By the server's alone neither.
    m_clock.jumpTo(due - 60'000);
    QCOMPARE(sweep(owner(op)), 0);
    m_clock.jumpTo(due + 60'000);
    QCOMPARE(sweep(other(op)), 0);
    QVERIFY(holds(owner(op), op));
    QCOMPARE(sweep(owner(op)), 1);
    QVERIFY(!holds(owner(op), op) && !holds(other(op), op));
    QCOMPARE(sweep(owner(op)), 0);
    QCOMPARE(runs(), 1);
}

void TstLocks::aNodeThatSleptNeverStartsIt()
{
    const int before = runs();
    m_slow.jumpTo(m_clock.nowMs()); // and there it stands
    m_bo->close();
    const OpId op = ranAndSwept();
    QCOMPARE(runs(), before + 1);
    QCOMPARE(m_bo->reopen(), QString());
    QTRY_VERIFY(m_bo->engine().isReady());
    QTRY_VERIFY(m_bo->state(m_room).operation(op));
    QTRY_VERIFY(m_bo->state(m_room).operation(op)->verification);
    QVERIFY(m_slow.nowMs() < m_bo->state(m_room).operation(op)->request.expires);
    QTest::qWait(1500);
    QCOMPARE(runs(), before + 1);
    QVERIFY(!holds(*m_bo, op));
    // The lock is free, and all the same nobody's who knows that the time has passed.
    QCOMPARE(wait(m_bo->engine().arbiter().claimOnce(op.text())).claim, Claim::unknown);
    QVERIFY(!holds(*m_bo, op));
}

//! The worst of it: whoever comes late finds a request, its approval, a free lock, and a clock that says it is time.
void TstLocks::norWhenTheEndWasDeletedAndItsClockStandsStill()
{
    const int before = runs();
    m_slow.jumpTo(m_clock.nowMs());
    m_bo->close();
    const OpId op = ranAndSwept();
    Desk &runner = owner(op), &witness = other(op);
    runner.close(); // it would say the end again
    QCOMPARE(wipe(witness, op, {u"command.claimed"_s, u"command.finished"_s, u"command.verified"_s}), 3);
    QCOMPARE(m_bo->reopen(), QString());
    QTRY_VERIFY(m_bo->engine().isReady());
    QTRY_VERIFY(m_bo->state(m_room).operation(op));
    const domain::OperationState seen = *m_bo->state(m_room).operation(op);
    QCOMPARE(seen.stage, domain::Stage::requested);
    QCOMPARE(seen.standing().size(), 1);
    QVERIFY(m_slow.nowMs() < seen.request.expires);
    QTest::qWait(2500);
    QCOMPARE(runs(), before + 1);
    QVERIFY(!holds(*m_bo, op));
    QCOMPARE(runner.reopen(), QString());
}

void TstLocks::nobodyRunsAgainOrSaysOtherwiseWhereOnlyTheClaimWasDeleted()
{
    const int before = runs();
    m_slow.jumpTo(m_clock.nowMs());
    m_bo->close(); // it never competed for the run
    const OpId op = ranOnBoth();
    Desk &runner = owner(op);
    QCOMPARE(wipe(other(op), op, {u"command.claimed"_s}), 1);
    QCOMPARE(runner.reopen(), QString());
    QCOMPARE(m_bo->reopen(), QString());
    for (Desk *each : {m_lina.get(), m_tom.get(), m_bo.get()}) {
        QTRY_VERIFY(each->engine().isReady());
        QTRY_VERIFY(each->state(m_room).operation(op));
        QTRY_COMPARE(each->state(m_room).operation(op)->stage, domain::Stage::requested);
    }
    const qint64 expires = m_lina->state(m_room).operation(op)->request.expires;
    for (const qint64 at : {m_clock.nowMs() + 121'000, expires + 1000}) {
        QTest::qWait(1500);
        m_clock.jumpTo(at);
        m_slow.jumpTo(at);
        say(*m_lina, u"some time later"_s);
    }
    QTest::qWait(1500);
    for (Desk *each : {m_lina.get(), m_tom.get(), m_bo.get()}) {
        QCOMPARE(each->state(m_room).operation(op)->stage, domain::Stage::requested);
        QCOMPARE(said(*each, op, u"command.stalled"_s), 0);
    }
    QCOMPARE(runs(), before + 1);
}

void TstLocks::aDeletedEndIsSaidAgainOnceByWhoRanIt()
{
    const int before = runs();
    m_bo->close();
    const OpId op = ranOnBoth();
    const domain::CommandFinished finish = *m_lina->state(m_room).operation(op)->finish;
    QCOMPARE(wipe(other(op), op, {u"command.finished"_s, u"command.verified"_s}), 2);
    QCOMPARE(m_bo->reopen(), QString());
    for (Desk *each : {m_lina.get(), m_tom.get(), m_bo.get()}) {
        QTRY_VERIFY(each->engine().isReady());
        QTRY_VERIFY(each->state(m_room).operation(op));
        QTRY_COMPARE_WITH_TIMEOUT(each->state(m_room).operation(op)->stage, domain::Stage::verified, 30'000);
        QCOMPARE(each->state(m_room).operation(op)->finish->log, finish.log);
        QCOMPARE(each->state(m_room).operation(op)->claimSaid->node, owner(op).engine().entry().node);
    }
    QCOMPARE(owner(op).reopen(), QString());
    QTRY_VERIFY(owner(op).engine().isReady());
    QTest::qWait(1500);
    for (const QString &kind : {u"command.finished"_s, u"command.verified"_s})
        QCOMPARE(said(owner(op), op, kind), 1); // of those that stand
    QCOMPARE(said(owner(op), op, u"command.stalled"_s), 0);
    QCOMPARE(runs(), before + 1);
}

void TstLocks::whatNobodySaidTheEndOfStays()
{
    const OpId op = ask();
    QCOMPARE(wait(m_lina->engine().platform().claimOnce(op.text())).claim, Claim::won);
    m_clock.jumpTo(m_lina->state(m_room).operation(op)->request.expires + 48 * 3'600'000);
    say(*m_lina, u"two days later"_s);
    QTRY_VERIFY(m_lina->engine().serverTime() >= m_clock.nowMs());
    sweep(*m_lina);
    QVERIFY(holds(*m_lina, op));
}

void TstLocks::callsAndVersionsOfThePolicyGoADayLaterToo()
{
    session::Engine &lina = m_lina->engine();
    const auto isHeld = [&](const QString &name) {
        return wait(lina.platform().held()).value_or(QStringList()).contains(name);
    };
    const auto published = wait(session::publishPolicy(lina, *lina.book().workspace().policy()));
    QVERIFY(published);
    const QString version = session::policyLock(lina.book().workspace().policy()->version);
    domain::Intent intent;
    intent.room = m_room;
    intent.fact = domain::ResponderCalled{lina.me(), {}, 1, u"nobody answered"_s};
    intent.id = domain::newFactId();
    const QString call = session::callLock(intent.id);
    QCOMPARE(wait(lina.arbiter().claimOnce(call)).claim, Claim::won);
    QVERIFY(isHeld(version) && isHeld(call));
    sweep(*m_lina);
    m_clock.advance(25h);
    say(*m_lina, u"the next day"_s);
    QTRY_VERIFY(lina.serverTime() >= m_clock.nowMs());
    sweep(*m_lina);
    QVERIFY(!isHeld(version));
    QVERIFY(isHeld(call)); // nobody has said it yet
    QVERIFY(wait(lina.sender().say(intent)));
    QTRY_VERIFY(std::any_of(m_lina->engine().book().fold(m_room)->entries().begin(),
                            m_lina->engine().book().fold(m_room)->entries().end(),
                            [&](const auto &read) { return read.envelope && read.envelope->id == intent.id; }));
    sweep(*m_lina);
    QVERIFY(isHeld(call));
    m_clock.advance(25h);
    say(*m_lina, u"and the next"_s);
    QTRY_VERIFY(lina.serverTime() >= m_clock.nowMs());
    sweep(*m_lina);
    QVERIFY(!isHeld(call));
    QVERIFY(wait(session::publishPolicy(lina, *lina.book().workspace().policy()))); // and all goes on
}

void TstLocks::whatTheRecordDoesNotKnowStays()
{
    QCOMPARE(wait(m_lina->engine().arbiter().claimOnce(u"call/somebody"_s)).claim, Claim::won);
    sweep(*m_lina);
    QVERIFY(wait(m_lina->engine().platform().held()).value_or(QStringList()).contains(u"call/somebody"_s));
}

WARDROOM_TEST(TstLocks)
#include "tst_locks.moc"
