// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/actions.h"
#include "session/approvals.h"
#include "session/conversation.h"
#include "session/founding.h"
#include "session/playbookcards.h"
#include "session/playbookkeeper.h"
#include "session/playbooks.h"
#include "session/talk.h"
#include "session/workspace.h"
#include "support/testmain.h"
#include "support/world.h"

#include <QDir>
#include <QSignalSpy>

using namespace wardroom;
using namespace wardroom::test;
using namespace Qt::StringLiterals;
using domain::FactId;

namespace {

const QByteArray kHead = "version: 1.0.0\nauthor: Us\nsummary: A test\n";
const QByteArray kStatus = "command: host.status, args: {host: practice-01}}\n";

} // namespace

//! Playbooks on real engines: a practice host, real plugins in the real sandbox, four people on one Local workspace.
//! Priya founded it and publishes, Mei starts, Ana and Tom approve.
class TstPlaybookRuns final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { m_written.clear(); }
    void cleanup();
    void whatIsNotPublishedDoesNotStart();
    void changedBytesDoNotStart();
    void onlyAPolicyAdminPublishes();
    void oneOfTwoNodesLooksIntoAnAlert();
    void aStormOfAlertsStartsAFewAndSaysWhatWasLeft();
    void aRunGoesOnAfterARestartAndDoesNothingTwice();
    void aRehearsalRunsAndSaysNothing();
    void aPatchIsFollowedUp();
    void malwareIsContainedWithEverybodysPart();
    void whatAStepSaysInTheRoomIsSaidOnce();
    void aStopTakesBackWhatWaits();
    void theCardIsOneRowWithAllItsSteps();
    void hostileFieldsOfAnAlertReachNoCommand();
    void cleanupTestCase();

private:
    QString makeEvil();
    std::unique_ptr<Desk> joined(const QString &name);
    void publish(Desk &desk, const QString &name, const QByteArray &text);
    FactId start(Desk &desk, const domain::RoomId &room, const QString &name, const QJsonObject &inputs);
    FactId raise(const QString &fingerprint, const QString &source, const QString &target);
    QList<domain::PlaybookRun> runsOf(Desk &desk, const domain::RoomId &room, const QString &name);
    domain::PlaybookRun run(Desk &desk, const domain::RoomId &room, const FactId &id)
    {
        return desk.state(room).playbooks.value(id);
    }
    QString untilEnded(Desk &desk, const domain::RoomId &room, const FactId &id, int ms = 60'000);
    QString words(Desk &desk, const domain::RoomId &room, const FactId &id);
    bool approve(Desk &desk, const domain::RoomId &room, const FactId &id, const QString &step);
    bool decide(Desk &desk, const domain::RoomId &room, const FactId &id, const QString &choice);

    SystemClock m_clock;
    QTemporaryDir m_folder;
    std::unique_ptr<PracticeHost> m_host;
    std::unique_ptr<Desk> m_priya, m_mei, m_ana, m_tom;
    domain::RoomId m_ops, m_alerts;
    QStringList m_written;
};

void TstPlaybookRuns::initTestCase()
{
    m_host = std::make_unique<PracticeHost>();
    QVERIFY2(m_host->ok(), qPrintable(m_host->said()));
    m_priya = std::make_unique<Desk>(m_folder.filePath(u"priya"_s), u"Priya N."_s, m_clock);
    QCOMPARE(m_priya->found(u"acme"_s, m_folder.filePath(u"room"_s)), QString());
    domain::Inventory inventory = m_priya->engine().book().workspace().inventory();
    inventory.hosts.append(m_host->host());
    QVERIFY(wait(session::publishInventory(m_priya->engine(), inventory)).has_value());
    m_mei = joined(u"Mei"_s);
    m_ana = joined(u"Ana"_s);
    m_tom = joined(u"Tom"_s);
    m_ops = m_priya->room(u"security-ops"_s);
    m_alerts = m_priya->room(u"ids-alerts"_s);
    for (Desk *desk : {m_priya.get(), m_mei.get(), m_ana.get(), m_tom.get()})
        QTRY_COMPARE(desk->engine().lastMembers(m_priya->room(u"it"_s)).size(), 4);
}

std::unique_ptr<Desk> TstPlaybookRuns::joined(const QString &name)
{
    auto desk = std::make_unique<Desk>(m_folder.filePath(name), name, m_clock);
    const QString problem = desk->join(*session::invitationFor(m_priya->engine()));
    const domain::PersonId person = desk->engine().me();
    [&] {
        QCOMPARE(problem, QString());
        QTRY_VERIFY(m_priya->engine().book().workspace().people.contains(person));
        for (const QString &room : {u"it"_s, u"security-ops"_s, u"ids-alerts"_s})
            QVERIFY(wait(m_priya->engine().platform().invite(m_priya->room(room), person)).has_value());
        QTRY_VERIFY(!desk->room(u"security-ops"_s).isEmpty() && !desk->room(u"ids-alerts"_s).isEmpty());
    }();
    return desk;
}

void TstPlaybookRuns::cleanup()
{
    for (const QString &path : std::as_const(m_written))
        QFile::remove(path);
    // What a test published does not start in the next one.
    session::Playbooks calls(m_priya->engine());
    for (const domain::PublishedPlaybook &each : m_priya->engine().book().workspace().publishedPlaybooks())
        wait(calls.takeBack(each.published.playbook));
    for (Desk *desk : {m_priya.get(), m_mei.get()})
        QTRY_VERIFY(desk->engine().book().workspace().publishedPlaybooks().isEmpty());
}

//! A file on the practice host, of the host's own user.
QString TstPlaybookRuns::makeEvil()
{
    const QString folder = m_host->root() + u"/srv/shop-upload"_s;
    QDir().mkpath(folder);
    QFile file(folder + u"/evil.bin"_s);
    [&] { QVERIFY(file.open(QFile::WriteOnly) && file.write("evil") == 4); }();
    file.close();
    const auto owner = static_cast<uid_t>(bot::Sandbox::jobUser());
    for (const QString &path : {folder, file.fileName()})
        if (geteuid() == 0 && chown(QFile::encodeName(path).constData(), owner, owner) != 0)
            qWarning() << path << strerror(errno);
    return file.fileName();
}

void TstPlaybookRuns::publish(Desk &desk, const QString &name, const QByteArray &text)
{
    QString what = name;
    if (!text.isEmpty()) {
        QDir(desk.profile().folder()).mkpath(u"playbooks"_s);
        what = desk.profile().folder() + u"/playbooks/"_s + name + u".yaml"_s;
        QFile file(what);
        QVERIFY(file.open(QFile::WriteOnly) && file.write("name: " + name.toUtf8() + '\n' + text) > 0);
        m_written << what;
    }
    session::Playbooks calls(desk.engine());
    const auto said = wait(calls.publish(what));
    QVERIFY2(said.has_value(), said ? "" : qPrintable(said.error().message));
    for (Desk *each : {m_priya.get(), m_mei.get()})
        QTRY_VERIFY(each->engine().playbooks().shelf().published(name).has_value());
    const Sha256 file = m_priya->engine().playbooks().shelf().published(name)->published.file;
    for (Desk *each : {m_priya.get(), m_mei.get()})
        QTRY_VERIFY(each->engine().playbooks().shelf().playbook(file));
}

FactId TstPlaybookRuns::start(Desk &desk, const domain::RoomId &room, const QString &name, const QJsonObject &inputs)
{
    session::Playbooks calls(desk.engine());
    const auto started = wait(calls.start(room, name, inputs));
    if (!started)
        qWarning() << started.error().message;
    const FactId id = started ? *started : FactId();
    [&] { QTRY_VERIFY(desk.state(room).playbooks.contains(id)); }();
    return id;
}

FactId TstPlaybookRuns::raise(const QString &fingerprint, const QString &source, const QString &target)
{
    domain::AlertRaised alert;
    alert.tool = u"crowdsec"_s;
    alert.scenario = u"ssh-bf"_s;
    alert.title = u"Guessing"_s;
    alert.source = source;
    alert.target = target;
    alert.fingerprint = fingerprint;
    const domain::Fact fact = alert;
    return *wait(session::sayFact(m_priya->engine(), m_alerts, fact));
}

QList<domain::PlaybookRun> TstPlaybookRuns::runsOf(Desk &desk, const domain::RoomId &room, const QString &name)
{
    QList<domain::PlaybookRun> runs;
    for (const domain::PlaybookRun &each : desk.state(room).playbooks)
        if (each.started.playbook == name)
            runs.append(each);
    return runs;
}

QString TstPlaybookRuns::untilEnded(Desk &desk, const domain::RoomId &room, const FactId &id, int ms)
{
    [&] { QTRY_VERIFY_WITH_TIMEOUT(run(desk, room, id).ended.has_value(), ms); }();
    const auto ended = run(desk, room, id).ended;
    return ended ? domain::wordOf(ended->outcome) : words(desk, room, id);
}

QString TstPlaybookRuns::words(Desk &desk, const domain::RoomId &room, const FactId &id)
{
    return session::playbookLines(session::playbookCard(desk.engine(), room, run(desk, room, id))).join(u'\n');
}

bool TstPlaybookRuns::approve(Desk &desk, const domain::RoomId &room, const FactId &id, const QString &step)
{
    [&] { QTRY_VERIFY_WITH_TIMEOUT(run(desk, room, id).operations.contains(step), 60'000); }();
    session::Approvals approvals(desk.engine());
    return wait(approvals.approve(room, run(desk, room, id).operations.value(step), {}, u"window"_s)).has_value();
}

bool TstPlaybookRuns::decide(Desk &desk, const domain::RoomId &room, const FactId &id, const QString &choice)
{
    const auto asks = [&] {
        return !session::playbookCard(desk.engine(), room, run(desk, room, id)).questionFact.isEmpty();
    };
    [&] { QTRY_VERIFY_WITH_TIMEOUT(asks(), 60'000); }();
    session::Playbooks calls(desk.engine());
    const auto said = wait(calls.decide(room, id, {}, choice, {}));
    if (!said)
        qWarning() << said.error().message;
    return said.has_value();
}

void TstPlaybookRuns::whatIsNotPublishedDoesNotStart()
{
    session::Playbooks calls(m_mei->engine());
    const auto started =
        wait(calls.start(m_ops, u"patch-followup"_s, {{u"host"_s, u"practice-01"_s}, {u"package"_s, u"shop-tls"_s}}));
    QCOMPARE(started.error().kind, ErrorKind::forbidden);
    QVERIFY(started.error().message.contains(u"playbook publish patch-followup"_s));
    QCOMPARE(calls.list().size(), 3);
    for (const session::PlaybookLine &line : calls.list())
        QCOMPARE(line.standing, session::PlaybookStanding::unpublished);
}

void TstPlaybookRuns::onlyAPolicyAdminPublishes()
{
    session::Playbooks calls(m_mei->engine());
    QCOMPARE(wait(calls.publish(u"enrichment"_s)).error().kind, ErrorKind::forbidden);
}

void TstPlaybookRuns::changedBytesDoNotStart()
{
    const QByteArray text = kHead + "trigger: {alert: {}}\nsteps:\n  - {id: rest, title: R, wait: 1s}\n";
    publish(*m_priya, u"watch"_s, text);
    QFile file(m_written.first());
    QVERIFY(file.open(QFile::Append) && file.write("# one more line\n") > 0);
    file.close();
    session::Playbooks calls(m_priya->engine());
    const auto refused = wait(calls.start(m_ops, u"watch"_s, {}));
    QCOMPARE(refused.error().kind, ErrorKind::forbidden);
    for (const session::PlaybookLine &line : calls.list())
        if (line.name == u"watch")
            QCOMPARE(line.standing, session::PlaybookStanding::changed);
    // Neither does an alert start it there; on a machine where nothing was changed it does.
    raise(u"changed"_s, u"203.0.113.7"_s, {});
    QTRY_COMPARE_WITH_TIMEOUT(runsOf(*m_priya, m_alerts, u"watch"_s).size(), 1, 20'000);
    QVERIFY(runsOf(*m_priya, m_alerts, u"watch"_s).first().said.node != m_priya->engine().entry().node);
}

void TstPlaybookRuns::oneOfTwoNodesLooksIntoAnAlert()
{
    publish(*m_priya, u"enrichment"_s, {});
    const FactId alert = raise(u"one"_s, u"203.0.113.7"_s, u"practice-01"_s);
    QTRY_COMPARE_WITH_TIMEOUT(runsOf(*m_mei, m_alerts, u"enrichment"_s).size(), 1, 20'000);
    const domain::PlaybookRun begun = runsOf(*m_mei, m_alerts, u"enrichment"_s).first();
    QCOMPARE(begun.started.alert, alert);
    QCOMPARE(untilEnded(*m_mei, m_alerts, begun.id), u"done"_s);
    for (Desk *desk : {m_priya.get(), m_mei.get(), m_ana.get(), m_tom.get()})
        QTRY_VERIFY(run(*desk, m_alerts, begun.id).ended);
    const domain::PlaybookRun ended = run(*m_mei, m_alerts, begun.id);
    QVERIFY2(ended.ended->reason.isEmpty(), qPrintable(words(*m_mei, m_alerts, begun.id)));
    QCOMPARE(ended.operations.keys(), (QStringList{u"lookup"_s, u"seen"_s, u"status"_s}));
    // Nobody had to be asked, nobody else has run it, and no node said a thing twice.
    for (const FactId &op : ended.operations) {
        QCOMPARE(m_mei->state(m_alerts).operation(op)->request.needs, 0);
        QCOMPARE(m_mei->state(m_alerts).operation(op)->said.node, ended.said.node);
    }
    QTest::qWait(2500);
    QCOMPARE(runsOf(*m_priya, m_alerts, u"enrichment"_s).size(), 1);
}

void TstPlaybookRuns::aStormOfAlertsStartsAFewAndSaysWhatWasLeft()
{
    const QByteArray text =
        kHead + "trigger: {alert: {}, runs_an_hour: 3}\nsteps:\n  - {id: rest, title: R, wait: 1s}\n";
    publish(*m_priya, u"storm"_s, text);
    for (int i = 0; i < 120; ++i)
        raise(u"storm%1"_s.arg(i), u"203.0.113.%1"_s.arg(i + 1), {});
    QTRY_COMPARE_WITH_TIMEOUT(runsOf(*m_mei, m_alerts, u"storm"_s).size(), 3, 30'000);
    QTest::qWait(4000);
    QCOMPARE(runsOf(*m_mei, m_alerts, u"storm"_s).size(), 3);
    const auto told = [&] {
        const auto page = wait(m_mei->engine().store().pageBefore(m_alerts, 0, 200));
        QStringList texts;
        for (const store::StoredEntry &stored : page ? *page : QList<store::StoredEntry>())
            if (stored.entry.display.startsWith(u"playbook-limit:storm"_s))
                texts << stored.entry.text;
        return texts;
    };
    QTRY_VERIFY_WITH_TIMEOUT(!told().isEmpty(), 40'000);
    QVERIFY2(told().last().contains(u"117"_s) || told().last().contains(u"left alone"_s),
             qPrintable(told().join(u'\n')));
}

void TstPlaybookRuns::aRunGoesOnAfterARestartAndDoesNothingTwice()
{
    const QByteArray text = kHead + "steps:\n  - {id: first, title: F, " + kStatus +
                            "  - {id: rest, title: R, wait: 4s}\n"
                            "  - {id: second, title: S, " +
                            kStatus;
    publish(*m_priya, u"again"_s, text);
    const FactId id = start(*m_mei, m_ops, u"again"_s, {});
    QTRY_VERIFY_WITH_TIMEOUT(run(*m_mei, m_ops, id).steps.contains(u"rest"_s), 60'000);
    const domain::PlaybookRun before = run(*m_mei, m_ops, id);
    m_mei->close();
    QTest::qWait(500);
    // Nobody else goes on with it meanwhile.
    QVERIFY(!run(*m_priya, m_ops, id).operations.contains(u"second"_s));
    QCOMPARE(m_mei->reopen(), QString());
    QCOMPARE(untilEnded(*m_mei, m_ops, id), u"done"_s);
    const domain::PlaybookRun after = run(*m_mei, m_ops, id);
    QCOMPARE(after.operations.value(u"first"_s), before.operations.value(u"first"_s));
    QCOMPARE(after.steps.value(u"rest"_s).told.state, domain::PlaybookStepState::passed);
    qsizetype steps = 0;
    for (const domain::OperationState &operation : m_mei->state(m_ops).operations)
        steps += operation.request.playbook == id ? 1 : 0;
    QCOMPARE(steps, 2);
}

void TstPlaybookRuns::aRehearsalRunsAndSaysNothing()
{
    const qsizetype before = m_mei->engine().book().fold(m_ops)->entries().size();
    session::Playbooks calls(m_mei->engine());
    // Also of what is not published: that is how one reads it before signing for it.
    const auto lines = wait(
        calls.rehearse(m_ops, u"patch-followup"_s, {{u"host"_s, u"practice-01"_s}, {u"package"_s, u"shop-tls"_s}}));
    QVERIFY2(lines.has_value(), lines ? "" : qPrintable(lines.error().message));
    const QString all = lines->join(u'\n');
    for (const QString &word : {u"fix.list"_s, u"patch.apply"_s, u"host.status"_s, u"waits"_s, u"asks"_s,
                                u"<fixes.data.fixes.0.candidate>"_s})
        QVERIFY2(all.contains(word), qPrintable(all));
    // Who has to agree is known before it is known what is patched; who starts it is none of them.
    const auto patch =
        std::find_if(lines->begin(), lines->end(), [](const QString &each) { return each.contains(u"patch.apply"_s); });
    QVERIFY2(patch->contains(u"approvals needed: 1 (IT): Ana, Priya N., Tom"_s), qPrintable(*patch));
    const QString evil = makeEvil();
    const auto malware = wait(calls.rehearse(
        m_ops, u"malware-containment"_s, {{u"host"_s, u"practice-01"_s}, {u"path"_s, u"/srv/shop-upload/evil.bin"_s}}));
    QVERIFY2(malware.has_value(), malware ? "" : qPrintable(malware.error().message));
    QVERIFY2(malware->join(u'\n').contains(u"would run"_s), qPrintable(malware->join(u'\n')));
    QVERIFY(QFile::exists(evil));
    QTest::qWait(300);
    QCOMPARE(m_mei->engine().book().fold(m_ops)->entries().size(), before);
    QFile::remove(evil);
}

void TstPlaybookRuns::aPatchIsFollowedUp()
{
    publish(*m_priya, u"patch-followup"_s, {});
    session::Talk talk(m_mei->engine());
    const auto explained =
        wait(talk.explain(m_ops, u"/playbook start patch-followup host=practice-01 package=shop-tls"_s));
    QVERIFY2(explained && explained->text.contains(u"approvals needed: 1 (IT): Ana, Tom"_s) &&
                 explained->text.contains(u"Priya N., who published it"_s),
             explained ? qPrintable(explained->text) : qPrintable(explained.error().message));
    const qsizetype before = runsOf(*m_mei, m_ops, u"patch-followup"_s).size();
    const auto said = wait(talk.say(m_ops, u"/playbook start patch-followup host=practice-01 package=shop-tls"_s));
    QVERIFY2(said.has_value(), said ? "" : qPrintable(said.error().message));
    QTRY_COMPARE(runsOf(*m_mei, m_ops, u"patch-followup"_s).size(), before + 1);
    const FactId id = runsOf(*m_mei, m_ops, u"patch-followup"_s).last().id;
    QVERIFY(decide(*m_ana, m_ops, id, u"apply"_s));
    // Who published it and who started it approve nothing of it.
    QTRY_VERIFY_WITH_TIMEOUT(run(*m_priya, m_ops, id).operations.contains(u"patch"_s), 60'000);
    QVERIFY(!approve(*m_priya, m_ops, id, u"patch"_s));
    QVERIFY(!approve(*m_mei, m_ops, id, u"patch"_s));
    QVERIFY(approve(*m_ana, m_ops, id, u"patch"_s));
    QCOMPARE(untilEnded(*m_mei, m_ops, id, 120'000), u"done"_s);
    const domain::PlaybookRun ended = run(*m_mei, m_ops, id);
    QVERIFY2(ended.operations.contains(u"left"_s), qPrintable(words(*m_mei, m_ops, id)));
    const domain::OperationState patch = *m_mei->state(m_ops).operation(ended.operations.value(u"patch"_s));
    QCOMPARE(patch.verification->verdict, domain::Verdict::verified);
    QCOMPARE(patch.request.requesters.size(), 2);
}

void TstPlaybookRuns::malwareIsContainedWithEverybodysPart()
{
    publish(*m_priya, u"malware-containment"_s, {});
    const QString evil = makeEvil();
    const FactId id = start(*m_mei, m_ops, u"malware-containment"_s,
                            {{u"host"_s, u"practice-01"_s}, {u"path"_s, u"/srv/shop-upload/evil.bin"_s}});
    QVERIFY(decide(*m_ana, m_ops, id, u"quarantine"_s));
    QVERIFY(approve(*m_ana, m_ops, id, u"quarantine"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(evil), 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(
        session::playbookCard(m_tom->engine(), m_ops, run(*m_tom, m_ops, id)).question.contains(u"Cut the host off"_s),
        60'000);
    QVERIFY(decide(*m_tom, m_ops, id, u"isolate"_s));
    QVERIFY(approve(*m_ana, m_ops, id, u"isolate"_s));
    QVERIFY(!approve(*m_priya, m_ops, id, u"isolate"_s));
    QVERIFY(approve(*m_tom, m_ops, id, u"isolate"_s));
    const QString outcome = untilEnded(*m_mei, m_ops, id, 120'000);
    QVERIFY2(outcome == u"done", qPrintable(words(*m_mei, m_ops, id)));
    const domain::PlaybookRun ended = run(*m_mei, m_ops, id);
    for (const QString &step : {u"quarantine"_s, u"isolate"_s})
        QCOMPARE(m_mei->state(m_ops).operation(ended.operations.value(step))->verification->verdict,
                 domain::Verdict::verified);
    qInfo().noquote() << words(*m_mei, m_ops, id);
}

void TstPlaybookRuns::whatAStepSaysInTheRoomIsSaidOnce()
{
    const QByteArray text = kHead +
                            "steps:\n"
                            "  - {id: look, title: L, " +
                            kStatus +
                            "  - {id: note, title: N, command: note.add, args: {text: looked at by itself}}\n"
                            "  - {id: task, title: T, command: task.add, args: {title: Call the vendor}}\n"
                            "  - {id: page, title: P, command: incident.page}\n";
    publish(*m_priya, u"saying"_s, text);
    const FactId id = start(*m_mei, m_ops, u"saying"_s, {});
    QCOMPARE(untilEnded(*m_mei, m_ops, id), u"done"_s);
    m_mei->reopen();
    QTest::qWait(1500); // it looks at what was running
    for (Desk *desk : {m_mei.get(), m_ana.get()}) {
        const domain::IncidentState &state = desk->state(m_ops);
        const auto notes = std::count_if(state.notes.begin(), state.notes.end(), [](const domain::NoteAdded &note) {
            return note.text == u"looked at by itself"_s;
        });
        const auto tasks = std::count_if(state.tasks.begin(), state.tasks.end(), [](const domain::TaskState &task) {
            return task.title == u"Call the vendor"_s;
        });
        QCOMPARE(notes, 1);
        QCOMPARE(tasks, 1);
    }
    for (const QString &step : {u"note"_s, u"task"_s, u"page"_s})
        QCOMPARE(run(*m_mei, m_ops, id).steps.value(step).told.state, domain::PlaybookStepState::passed);
}

void TstPlaybookRuns::aStopTakesBackWhatWaits()
{
    const QByteArray text =
        kHead +
        "steps:\n  - {id: patch, title: P, command: patch.apply, args: {host: practice-01, package: shop-web}}\n"
        "  - {id: after, title: A, " +
        kStatus;
    publish(*m_priya, u"stopped"_s, text);
    const FactId id = start(*m_mei, m_ops, u"stopped"_s, {});
    QTRY_VERIFY_WITH_TIMEOUT(run(*m_ana, m_ops, id).operations.contains(u"patch"_s), 60'000);
    session::Playbooks ana(m_ana->engine());
    QCOMPARE(wait(ana.stop(m_ops, id, u"no"_s)).error().kind, ErrorKind::forbidden); // an onlooker
    session::Talk talk(m_mei->engine());
    QVERIFY(wait(talk.say(m_ops, u"/playbook stop stopped wrong host"_s)).has_value());
    QCOMPARE(untilEnded(*m_mei, m_ops, id), u"stopped"_s);
    QCOMPARE(run(*m_mei, m_ops, id).ended->reason, u"wrong host"_s);
    const FactId op = run(*m_mei, m_ops, id).operations.value(u"patch"_s);
    QCOMPARE(m_mei->state(m_ops).operation(op)->stage, domain::Stage::cancelled);
    session::Approvals approvals(m_ana->engine());
    QTRY_VERIFY(run(*m_ana, m_ops, id).ended.has_value());
    QVERIFY(!wait(approvals.approve(m_ops, op, {}, u"window"_s)).has_value());
    QTest::qWait(2500);
    QVERIFY(!run(*m_mei, m_ops, id).operations.contains(u"after"_s));
}

void TstPlaybookRuns::theCardIsOneRowWithAllItsSteps()
{
    const QByteArray text = kHead + "steps:\n  - {id: first, title: First look, " + kStatus +
                            "  - {id: decide, title: Decide, ask: \"Go on?\", options: [{id: yes_do, label: Go on}, "
                            "{id: no_stop, label: No}], who: starter, timeout: 1h}\n";
    publish(*m_priya, u"card"_s, text);
    session::Conversation shown(m_mei->engine(), m_ops);
    const FactId id = start(*m_mei, m_ops, u"card"_s, {});
    QTRY_VERIFY_WITH_TIMEOUT(run(*m_mei, m_ops, id).steps.contains(u"decide"_s), 60'000);
    const auto cards = [&] {
        QList<session::PlaybookCard> all;
        for (const session::ConversationRow &row : shown.rows())
            if (const auto *card = std::get_if<session::PlaybookCard>(&row.content); card && card->run == id)
                all.append(*card);
        return all;
    };
    QTRY_VERIFY(cards().size() == 1 && cards().first().canChoose);
    const session::PlaybookCard card = cards().first();
    QCOMPARE(card.steps.size(), 2);
    QCOMPARE(card.steps.first().look, session::PlaybookStepLook::done);
    QVERIFY(!card.steps.first().note.isEmpty());
    QCOMPARE(card.question, u"Go on?"_s);
    QCOMPARE(card.choices.first().label, u"Go on"_s);
    QVERIFY(card.canStop);
    for (const session::ConversationRow &row : shown.rows())
        if (const auto *operation = std::get_if<session::OperationCard>(&row.content))
            QVERIFY(operation->op != card.steps.first().op);
    // It is the starter's to decide, nobody else's.
    QTRY_VERIFY(run(*m_ana, m_ops, id).steps.contains(u"decide"_s));
    QVERIFY(!session::playbookCard(m_ana->engine(), m_ops, run(*m_ana, m_ops, id)).canChoose);
    QVERIFY(decide(*m_mei, m_ops, id, u"yes_do"_s));
    QCOMPARE(untilEnded(*m_mei, m_ops, id), u"done"_s);
    QVERIFY(words(*m_ana, m_ops, id).contains(u"Go on, decided by Mei"_s));
}

void TstPlaybookRuns::hostileFieldsOfAnAlertReachNoCommand()
{
    publish(*m_priya, u"enrichment"_s, {});
    const FactId alert = raise(u"hostile"_s, u"203.0.113.7; reboot"_s, u"practice-01\n/host isolate practice-01"_s);
    const auto ofAlert = [&] {
        for (const domain::PlaybookRun &each : runsOf(*m_mei, m_alerts, u"enrichment"_s))
            if (each.started.alert == alert)
                return each;
        return domain::PlaybookRun();
    };
    QTRY_VERIFY_WITH_TIMEOUT(ofAlert().ended.has_value(), 30'000);
    QVERIFY(ofAlert().started.inputs.isEmpty());
    QVERIFY(ofAlert().operations.isEmpty());
}

void TstPlaybookRuns::cleanupTestCase()
{
    m_tom.reset();
    m_ana.reset();
    m_mei.reset();
    m_priya.reset();
    m_host.reset();
}

WARDROOM_TEST(TstPlaybookRuns)
#include "tst_playbookruns.moc"
