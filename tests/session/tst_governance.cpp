// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/advice.h"
#include "session/approvals.h"
#include "session/automation.h"
#include "session/commands.h"
#include "session/founding.h"
#include "session/governance.h"
#include "support/testmain.h"
#include "support/world.h"

using namespace wardroom;
using namespace wardroom::test;
using namespace Qt::StringLiterals;
using domain::OpId;

namespace {

//! A plugin whose change fails to be read back for the word "bad".
constexpr auto kManifest = R"(name: tally
version: 1.0.0
author: Somebody else
summary: {en: Counts}
commands:
  - id: tally.add
    risk: change
    summary: {en: Writes one line}
    title: {en: "Tally {word} on {host}"}
    arguments:
      - {name: host, type: host, required: true, help: {en: Where}}
      - {name: word, type: word, required: true, help: {en: What}}
    phrases: {en: ["tally {word} on {host}"]}
    sandbox: isolated
    host_access: write
    rehearse: [tally.py, rehearse]
    run: [tally.py, run]
    verify: [tally.py, verify]
    limits: {seconds: 20, memory_mb: 128}
)";
constexpr auto kScript = R"(#!/usr/bin/python3 -B
import json, os, sys
request = json.load(sys.stdin)
word, path = request["args"]["word"], os.path.join(request["host"]["root"], "tally")
def end(summary, **data):
    print(json.dumps({"type": "result", "ok": True, "summary": summary, "data": data}), flush=True)
if sys.argv[1] == "rehearse":
    end("would write", argv=["echo", word], effect="one line", verify="read back", before="0", after="1")
elif sys.argv[1] == "verify":
    end("read back", verdict="not_verified" if word == "bad" else "verified")
else:
    open(path, "a").write(word + "\n")
    end("written")
)";

} // namespace

//! A policy with two admins, and a command that comes to run by itself and stops doing so. On real engines.
class TstGovernance final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theOnlyAdminChangesThePolicyAtOnce();
    void nobodyVetsTheirOwnWhicheverWayThePolicyIsWritten();
    void whereNoAdminCanBeSparedThatIsSaid();
    void aSecondAdminHasToAgree();
    void anInventoryWaitsToo();
    void aDeclinedProposalIsOver();
    void levelThreeIsNotToBeHadWithoutARecord();
    void withACleanRecordItIsOfferedAndGranted();
    void whatIsGrantedRunsByItselfAndFallsBackAfterAFailure();
    void aDeletedRevocationIsSaidAgain();

private:
    void write(const QString &path, const char *text, bool executable);
    OpId ask(const QString &word);
    const domain::OperationState *operation(const OpId &op) const { return m_tom->state(m_room).operation(op); }
    domain::Policy policy(Desk &desk) const { return *desk.engine().book().workspace().policy(); }
    void accept(const OpId &op)
    {
        QVERIFY(wait(session::Approvals(m_tom->engine()).approve(m_room, op, {}, u"window"_s)));
    }
    qsizetype publications() const;
    session::CommandStanding standing() const { return session::Automation(m_lina->engine()).standing(u"tally.add"_s); }

    SystemClock m_clock;
    QTemporaryDir m_folder{u"/tmp/wr-governance-XXXXXX"_s};
    std::unique_ptr<Desk> m_lina; //!< founded it
    std::unique_ptr<Desk> m_tom;  //!< of IT, and an admin from the second policy on
    domain::RoomId m_control, m_room;
};

void TstGovernance::write(const QString &path, const char *text, bool executable)
{
    QFile file(path);
    QVERIFY(file.open(QFile::WriteOnly));
    file.write(text);
    file.close();
    QVERIFY(file.setPermissions(QFile::Permissions(executable ? 0x7755 : 0x6644)));
}

void TstGovernance::initTestCase()
{
    QFile::setPermissions(m_folder.path(), QFile::Permissions(0x7755));
    const QString plugins = m_folder.filePath(u"plugins"_s), root = m_folder.filePath(u"web"_s);
    QVERIFY(QDir().mkpath(plugins + u"/tally"_s) && QDir().mkpath(root));
    QFile::setPermissions(root, QFile::Permissions(0x7777));
    write(plugins + u"/tally/plugin.yaml"_s, kManifest, false);
    write(plugins + u"/tally/tally.py"_s, kScript, true);
    QVERIFY(QDir().mkpath(plugins + u"/linas-own"_s));
    const QByteArray own = QByteArray(kManifest)
                               .replace("name: tally\n", "name: linas-own\n")
                               .replace("Somebody else", "\"Bo Ek, lina <lina@acme.example>\"")
                               .replace("id: tally.add", "id: own.add")
                               .replace("tally {word}", "own {word}");
    write(plugins + u"/linas-own/plugin.yaml"_s, own.constData(), false);
    write(plugins + u"/linas-own/tally.py"_s, kScript, true);
    m_lina = std::make_unique<Desk>(m_folder.filePath(u"lina"_s), u"Lina"_s, m_clock, QStringList{plugins});
    QCOMPARE(m_lina->found(u"acme"_s, m_folder.filePath(u"room"_s)), QString());
    domain::Inventory inventory = m_lina->engine().book().workspace().inventory();
    inventory.hosts.append({u"web-01"_s, {}, u"practice"_s, root, {}, u"IT"_s, {}});
    QVERIFY(wait(session::publishInventory(m_lina->engine(), inventory)));
    m_tom = std::make_unique<Desk>(m_folder.filePath(u"tom"_s), u"Tom"_s, m_clock, QStringList{plugins});
    QCOMPARE(m_tom->join(*session::invitationFor(m_lina->engine())), QString());
    const domain::PersonId tom = m_tom->engine().me();
    QTRY_VERIFY(m_lina->engine().book().workspace().people.contains(tom));
    for (const QString &name : {u"it"_s, u"security-ops"_s})
        QVERIFY(wait(m_lina->engine().platform().invite(m_lina->room(name), tom)));
    QTRY_VERIFY(!m_tom->room(u"it"_s).isEmpty());
    QTRY_VERIFY(m_lina->engine().lastMembers(m_lina->room(u"it"_s)).contains(tom));
    m_control = m_lina->engine().book().roomFor(chat::Purpose::control)->id;
    m_room = m_lina->room(u"security-ops"_s);
}

qsizetype TstGovernance::publications() const
{
    const QList<domain::ReadEntry> &entries = m_tom->engine().book().control().entries();
    return std::count_if(entries.begin(), entries.end(), [](const domain::ReadEntry &read) {
        return std::holds_alternative<domain::PolicyPublished>(read.fact);
    });
}

void TstGovernance::theOnlyAdminChangesThePolicyAtOnce()
{
    domain::Policy wanted = policy(*m_lina);
    QCOMPARE(wanted.level, 2);
    QCOMPARE(wanted.policyApprovals.value_or(0), 1);
    wanted.admins.append(m_tom->engine().me());
    wanted.automation->verified = 2;
    for (const bot::Plugin &plugin : m_lina->engine().catalogue().plugins())
        if (plugin.name == u"tally") // somebody's own: founding vetted only what came with the program
            wanted.vetted.append({plugin.name, plugin.hash, m_lina->engine().me(), m_clock.nowMs()});
    const auto done = wait(session::proposePolicy(m_lina->engine(), wanted, {}));
    QVERIFY2(done, qPrintable(done ? QString() : done.error().message));
    QVERIFY(done->holds);
    QTRY_COMPARE(policy(*m_tom).version, 2);
    wanted.admins.clear();
    QVERIFY2(!wait(session::proposePolicy(m_lina->engine(), wanted, {})), "nobody could ever change it again");
}

//! The list of what is vetted is edited by hand, as in a file for "policy propose".
void TstGovernance::nobodyVetsTheirOwnWhicheverWayThePolicyIsWritten()
{
    const auto problem = [&](Desk &desk, const domain::Vetting &vetting) {
        domain::Policy wanted = policy(desk);
        wanted.vetted.append(vetting);
        const auto done = wait(session::proposePolicy(desk.engine(), wanted, {}));
        return done ? QString() : done.error().message;
    };
    bot::Plugin own;
    for (const bot::Plugin &plugin : m_lina->engine().catalogue().plugins())
        if (plugin.name == u"linas-own")
            own = plugin;
    QCOMPARE(own.author, u"Bo Ek, lina <lina@acme.example>"_s);
    const qint64 now = m_clock.nowMs();
    const domain::PersonId lina = m_lina->engine().me();
    const QString own1 = problem(*m_lina, {own.name, own.hash, lina, now});
    QVERIFY2(own1.contains(u"somebody else"_s), qPrintable(own1));
    const QString forged = problem(*m_lina, {own.name, own.hash, m_tom->engine().me(), now});
    QVERIFY2(forged.contains(u"your own name"_s), qPrintable(forged));
    // Under another name the same bytes are hers all the same.
    QVERIFY(problem(*m_lina, {u"something-else"_s, own.hash, lina, now}).contains(u"somebody else"_s));
    QVERIFY(!policy(*m_lina).isVetted(own.name, own.hash));
    QVERIFY(session::Approvals(m_tom->engine()).waitingForMe().isEmpty());
    // Tom, an admin by now, may: that is a request which the other admin decides.
    const QString his = problem(*m_tom, {own.name, own.hash, m_tom->engine().me(), now});
    QVERIFY2(his.isEmpty(), qPrintable(his));
    session::Approvals linas(m_lina->engine());
    QTRY_COMPARE(linas.waitingForMe().size(), 1);
    const OpId op = linas.waitingForMe().first().op;
    QVERIFY(wait(session::Approvals(m_tom->engine()).cancel(m_control, op, u"only tried"_s)));
    QTRY_VERIFY(linas.waitingForMe().isEmpty());
}

void TstGovernance::whereNoAdminCanBeSparedThatIsSaid()
{
    QCOMPARE(policy(*m_lina).admins.size(), 2);
    const QString advice = session::adviceFor(m_lina->engine()).join(u'\n');
    QVERIFY2(advice.contains(u"leaves"_s), qPrintable(advice));
    domain::Policy three = policy(*m_lina);
    three.admins.append(domain::PersonId(u"somebody else"_s));
    QCOMPARE(three.approvalsForChange(three.admins.first()), three.admins.size() - 2);
}

void TstGovernance::aSecondAdminHasToAgree()
{
    domain::Policy wanted = policy(*m_lina);
    wanted.protectedHosts = {u"web-02"_s};
    const auto asked = wait(session::proposePolicy(m_lina->engine(), wanted, u"it matters"_s));
    QVERIFY(asked && !asked->holds);
    QCOMPARE(asked->needed, 1);
    QVERIFY(!wait(session::publishPolicy(m_lina->engine(), wanted)));
    session::Approvals linas(m_lina->engine()), toms(m_tom->engine());
    QTRY_COMPARE(toms.waitingForMe().size(), 1);
    QVERIFY(linas.waitingForMe().isEmpty());
    const session::ApprovalView view = toms.view(m_control, asked->op);
    QCOMPARE(view.changes, QStringList{u"New protected host: web-02"_s});
    QVERIFY(view.document.contains(u"web-02"_s));
    QVERIFY(view.danger.isEmpty());
    QVERIFY(!wait(linas.approve(m_control, asked->op, {}, u"window"_s)));
    QCOMPARE(policy(*m_tom).version, 2);
    QVERIFY(wait(toms.approve(m_control, asked->op, {}, u"window"_s)));
    QTRY_COMPARE(policy(*m_lina).version, 3);
    QTRY_COMPARE(policy(*m_tom).protectedHosts, QStringList{u"web-02"_s});
    QTest::qWait(300);
    QCOMPARE(publications(), 3); // the founder's, hers alone, and this one, once
    QVERIFY(toms.waitingForMe().isEmpty());
}

void TstGovernance::anInventoryWaitsToo()
{
    domain::Inventory inventory = m_tom->engine().book().workspace().inventory();
    const qint64 before = inventory.version;
    inventory.hosts.append({u"db-01"_s, {}, u"local"_s, {}, {}, u"IT"_s, {}});
    const auto asked = wait(session::proposeInventory(m_tom->engine(), inventory, {}));
    QVERIFY(asked && !asked->holds);
    session::Approvals linas(m_lina->engine());
    QTRY_COMPARE(linas.waitingForMe().size(), 1);
    QVERIFY(linas.waitingForMe().first().changes.first().startsWith(u"New host db-01"_s));
    QCOMPARE(m_lina->engine().book().workspace().inventory().version, before);
    QVERIFY(wait(linas.approve(m_control, asked->op, {}, u"window"_s)));
    QTRY_VERIFY(m_tom->engine().book().workspace().inventory().find(u"db-01"_s));
}

void TstGovernance::aDeclinedProposalIsOver()
{
    domain::Policy wanted = policy(*m_tom);
    wanted.level = 3;
    const auto asked = wait(session::proposePolicy(m_tom->engine(), wanted, {}));
    QVERIFY(asked && !asked->holds);
    session::Approvals linas(m_lina->engine());
    QTRY_COMPARE(linas.waitingForMe().size(), 1);
    QVERIFY(wait(linas.decline(m_control, asked->op, u"too early"_s, u"window"_s)));
    QTRY_VERIFY(linas.waitingForMe().isEmpty());
    QTest::qWait(200);
    QCOMPARE(policy(*m_tom).version, 3);
}

OpId TstGovernance::ask(const QString &word)
{
    const session::Wish wish{m_room, u"tally.add"_s, {{u"host"_s, u"web-01"_s}, {u"word"_s, word}}, word, {}, {}};
    const auto op = wait(m_lina->engine().commands().request(wish));
    [&] {
        QVERIFY2(op, qPrintable(op ? QString() : op.error().message));
        QTRY_VERIFY(operation(*op));
    }();
    return op.value_or(OpId());
}

void TstGovernance::levelThreeIsNotToBeHadWithoutARecord()
{
    const auto wanted = session::Automation(m_lina->engine()).withLevel(u"tally.add"_s, 3);
    QVERIFY(!wanted);
    QVERIFY2(wanted.error().message.contains(u"0 of 2"_s), qPrintable(wanted.error().message));
    domain::Policy byHand = policy(*m_lina);
    byHand.automation->commands = {{u"tally.add"_s, 3, standing().hash, 0}};
    QVERIFY(!wait(session::proposePolicy(m_lina->engine(), byHand, {})));
    QVERIFY(!session::Automation(m_lina->engine()).withLevel(u"host.status"_s, 3));
}

void TstGovernance::withACleanRecordItIsOfferedAndGranted()
{
    for (const QString &word : {u"one"_s, u"two"_s}) {
        const OpId op = ask(word);
        QVERIFY(!operation(op)->claim);
        accept(op);
        QTRY_VERIFY_WITH_TIMEOUT(operation(op)->verification, 20'000);
    }
    QTRY_COMPARE(standing().evidence.verified, 2);
    QVERIFY2(standing().isOffered, qPrintable(standing().note));
    const auto wanted = session::Automation(m_lina->engine()).withLevel(u"tally.add"_s, 3);
    QVERIFY(wanted);
    const auto asked = wait(session::proposePolicy(m_lina->engine(), *wanted, {}));
    QVERIFY(asked && !asked->holds);
    session::Approvals toms(m_tom->engine());
    QTRY_COMPARE(toms.waitingForMe().size(), 1);
    const QString changes = toms.waitingForMe().first().changes.join(u'\n');
    QVERIFY2(changes.contains(u"tally.add MAY RUN BY ITSELF"_s) && changes.contains(u"2 runs, 2 verified"_s),
             qPrintable(changes));
    QVERIFY(wait(toms.approve(m_control, asked->op, {}, u"window"_s)));
    QTRY_COMPARE(policy(*m_lina).version, 4);
    QVERIFY(standing().runsByItself);
    QCOMPARE(policy(*m_lina).automation->commands.first().since, 4);
}

void TstGovernance::whatIsGrantedRunsByItselfAndFallsBackAfterAFailure()
{
    QTRY_COMPARE(policy(*m_tom).version, 4);
    const OpId third = ask(u"three"_s);
    QTRY_VERIFY_WITH_TIMEOUT(operation(third)->verification, 20'000);
    QVERIFY(operation(third)->claim->approvals.isEmpty());
    QCOMPARE(operation(third)->claimProblem, QString());
    const OpId bad = ask(u"bad"_s);
    QTRY_VERIFY_WITH_TIMEOUT(operation(bad)->verification, 20'000);
    QCOMPARE(operation(bad)->verification->verdict, domain::Verdict::notVerified);
    QTRY_VERIFY(!standing().runsByItself);
    QCOMPARE(standing().evidence.failed, 1);
    QVERIFY2(!standing().note.isEmpty() && !standing().isOffered, qPrintable(standing().note));
    const OpId fifth = ask(u"five"_s);
    session::Approvals toms(m_tom->engine());
    QTRY_COMPARE(toms.waitingForMe().size(), 1);
    QTest::qWait(500);
    QVERIFY2(!operation(fifth)->claim, "it waits again for somebody");
    accept(fifth);
    QTRY_VERIFY_WITH_TIMEOUT(operation(fifth)->verification, 20'000);
    QCOMPARE(operation(fifth)->claim->approvals.size(), 1);
    QVERIFY2(!session::Automation(m_lina->engine()).withLevel(u"tally.add"_s, 3), "its record is not clean any more");
}

void TstGovernance::aDeletedRevocationIsSaidAgain()
{
    const domain::NodeId tom = m_tom->engine().entry().node;
    const domain::Fact revoked = domain::NodeRevoked{tom, u"stolen"_s, {}};
    domain::Intent intent{m_control, revoked, {}, {}, {}, domain::newFactId()};
    QVERIFY(wait(m_lina->engine().sender().say(intent)));
    const auto there = [&] { return m_lina->engine().book().workspace().node(tom)->revoked; };
    QTRY_VERIFY(there());
    const auto count = [&] {
        const QList<domain::ReadEntry> &entries = m_lina->engine().book().control().entries();
        return std::count_if(entries.begin(), entries.end(), [](const domain::ReadEntry &read) {
            return std::holds_alternative<domain::NodeRevoked>(read.fact) && !read.isRemoved();
        });
    };
    QCOMPARE(count(), 1);
    domain::Entry gone = m_lina->engine().book().control().entries().last().entry;
    QVERIFY(domain::readEntry(gone).envelope->id == intent.id);
    gone.deleted = true;
    Q_EMIT m_lina->engine().platform().arrived({gone}, *wait(m_lina->engine().store().cursor()));
    QTRY_COMPARE(count(), 1);
    QTRY_VERIFY(m_lina->engine().book().control().entries().last().envelope->id != intent.id);
    QVERIFY(there());
    QTest::qWait(300);
    QCOMPARE(count(), 1);
}

WARDROOM_TEST(TstGovernance)
#include "tst_governance.moc"
