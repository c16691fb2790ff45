// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/verify/verifier.h"
#include "session/approvals.h"
#include "session/board.h"
#include "session/conversation.h"
#include "session/exporting.h"
#include "session/founding.h"
#include "session/incidents.h"
#include "session/talk.h"
#include "session/workspace.h"
#include "support/testmain.h"
#include "support/world.h"

using namespace wardroom;
using namespace wardroom::test;
using namespace Qt::StringLiterals;
using wardroom::domain::OpId;

//! Two people, one Local workspace, one practice host: the story below the windows.
class TstStory final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void answersAQuestionByItself();
    void refusesApprovalFromRequester();
    void patchesAfterApprovalAndVerifies();
    void undoesWhatWasApplied();
    void keepsEverythingOverARestart();
    void exportsABundleThatVerifies();
    void cleanupTestCase();

private:
    OpId ask(Desk &desk, const QString &text);
    OpId patch();
    void letMeiJoin();

    SystemClock m_clock;
    QTemporaryDir m_folder;
    std::unique_ptr<PracticeHost> m_host;
    std::unique_ptr<Desk> m_priya;
    std::unique_ptr<Desk> m_mei;
    domain::RoomId m_ops;
    domain::OpId m_patched;
};

void TstStory::initTestCase()
{
    m_host = std::make_unique<PracticeHost>();
    QVERIFY2(m_host->ok(), qPrintable(m_host->said()));
    m_priya = std::make_unique<Desk>(m_folder.filePath(u"priya"_s), u"Priya N."_s, m_clock);
    QCOMPARE(m_priya->found(u"acme"_s, m_folder.filePath(u"room"_s)), QString());
    QVERIFY(m_priya->engine().book().workspace().policy());
    domain::Inventory inventory = m_priya->engine().book().workspace().inventory();
    inventory.hosts.append(m_host->host());
    QVERIFY(wait(session::publishInventory(m_priya->engine(), inventory)).has_value());
    letMeiJoin();
    m_ops = m_priya->room(u"security-ops"_s);
    QVERIFY(!m_ops.isEmpty());
}

void TstStory::letMeiJoin()
{
    const Result<QString> invitation = session::invitationFor(m_priya->engine());
    QVERIFY(invitation.has_value());
    m_mei = std::make_unique<Desk>(m_folder.filePath(u"mei"_s), u"Mei Lin"_s, m_clock);
    QCOMPARE(m_mei->join(*invitation), QString());
    const domain::PersonId mei = m_mei->engine().me();
    QTRY_VERIFY(m_priya->engine().book().workspace().people.contains(mei));
    for (const QString &name : {u"it"_s, u"security-ops"_s, u"ids-alerts"_s, u"it-handover"_s})
        QVERIFY(wait(m_priya->engine().platform().invite(m_priya->room(name), mei)).has_value());
    QTRY_VERIFY(!m_mei->room(u"security-ops"_s).isEmpty());
    QTRY_VERIFY(m_priya->engine().lastMembers(m_priya->room(u"it"_s)).contains(mei));
}

domain::OpId TstStory::ask(Desk &desk, const QString &text)
{
    session::Talk talk(desk.engine());
    const auto answer = wait(talk.say(m_ops, text));
    if (!answer)
        qWarning() << answer.error().message;
    return answer ? answer->op : domain::OpId();
}

void TstStory::answersAQuestionByItself()
{
    const OpId op = ask(*m_priya, u"hey, what's going on with practice-01?"_s);
    QVERIFY(!op.isEmpty());
    QTRY_VERIFY(m_priya->state(m_ops).operation(op) && m_priya->state(m_ops).operation(op)->finish);
    const auto finish = *m_priya->state(m_ops).operation(op)->finish;
    QCOMPARE(finish.outcome, domain::Outcome::done);
    QVERIFY(!finish.log.isNull());
    QTRY_VERIFY(m_mei->state(m_ops).operation(op) && m_mei->state(m_ops).operation(op)->finish);
    const OpId same = ask(*m_mei, u"/host status practice-01"_s);
    QTRY_VERIFY(m_mei->state(m_ops).operation(same) && m_mei->state(m_ops).operation(same)->finish);
    QCOMPARE(m_mei->state(m_ops).operation(same)->finish->outcome, domain::Outcome::done);
}

domain::OpId TstStory::patch()
{
    const OpId op = ask(*m_priya, u"/patch apply practice-01 shop-tls"_s);
    [&] { QTRY_VERIFY(m_mei->state(m_ops).operation(op)); }();
    return op;
}

void TstStory::refusesApprovalFromRequester()
{
    const OpId op = patch();
    QVERIFY(!op.isEmpty());
    session::Approvals priya(m_priya->engine());
    session::Approvals mei(m_mei->engine());
    QTRY_COMPARE(mei.waitingForMe().size(), 1);
    QCOMPARE(priya.waitingForMe().size(), 0);
    const auto refused = wait(priya.approve(m_ops, op, {}, u"window"_s));
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().kind, ErrorKind::forbidden);
    const session::ApprovalView view = mei.view(m_ops, op);
    QVERIFY2(view.argv.contains(u"apt-get"_s), qPrintable(view.argv));
    QVERIFY(!view.effect.isEmpty());
    QVERIFY(!view.undo.isEmpty());
    QVERIFY(view.vetted);
    QVERIFY(wait(mei.decline(m_ops, op, {}, u"window"_s)).error().kind == ErrorKind::invalid);
    QVERIFY(wait(priya.cancel(m_ops, op, u"changed my mind"_s)).has_value());
    QTRY_COMPARE(mei.waitingForMe().size(), 0);
}

void TstStory::patchesAfterApprovalAndVerifies()
{
    m_patched = patch();
    session::Approvals mei(m_mei->engine());
    QTRY_COMPARE(mei.waitingForMe().size(), 1);
    QVERIFY(wait(mei.approve(m_ops, m_patched, u"go"_s, u"window"_s)).has_value());
    QTRY_VERIFY_WITH_TIMEOUT(m_priya->state(m_ops).operation(m_patched)->verification, 20'000);
    const domain::OperationState operation = *m_priya->state(m_ops).operation(m_patched);
    QCOMPARE(operation.verification->verdict, domain::Verdict::verified);
    QCOMPARE(operation.claimProblem, QString());
    QVERIFY(operation.verification->before != operation.verification->after);
    QTRY_VERIFY(m_mei->state(m_ops).operation(m_patched)->verification);
}

void TstStory::undoesWhatWasApplied()
{
    session::Approvals priya(m_priya->engine());
    session::Approvals mei(m_mei->engine());
    const auto undo = wait(priya.undo(m_ops, m_patched, u"practising"_s));
    QVERIFY2(undo.has_value(), undo ? "" : qPrintable(undo.error().message));
    QTRY_COMPARE(mei.waitingForMe().size(), 1);
    QVERIFY(wait(mei.approve(m_ops, *undo, {}, u"window"_s)).has_value());
    QTRY_VERIFY_WITH_TIMEOUT(m_priya->state(m_ops).operation(*undo)->verification, 20'000);
    QCOMPARE(m_priya->state(m_ops).operation(*undo)->verification->verdict, domain::Verdict::verified);
}

void TstStory::keepsEverythingOverARestart()
{
    const QJsonObject before = m_priya->state(m_ops).toJson();
    QCOMPARE(m_priya->reopen(), QString());
    QCOMPARE(m_priya->state(m_ops).toJson(), before);
    QCOMPARE(m_mei->state(m_ops).toJson(), before);
}

void TstStory::exportsABundleThatVerifies()
{
    session::Exporting exporting(m_priya->engine());
    session::ExportOptions options;
    options.room = m_ops;
    options.path = m_folder.filePath(u"bundle"_s);
    const auto written = wait(exporting.write(options));
    QVERIFY2(written.has_value(), written ? "" : qPrintable(written.error().message));
    QVERIFY(QFile::exists(options.path + u"/facts.jsonl"_s));
    const report::Verification verdict = report::verifyBundle(options.path, m_priya->engine().entry().trust);
    QCOMPARE(verdict.exitCode(), 0);
}

void TstStory::cleanupTestCase()
{
    m_mei.reset();
    m_priya.reset();
    m_host.reset();
}

WARDROOM_TEST(TstStory)
#include "tst_story.moc"
