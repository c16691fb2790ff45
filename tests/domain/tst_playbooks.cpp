// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/roombuilder.h"
#include "support/testmain.h"

#include <QJsonDocument>
#include <QTest>
#include <random>

using namespace wardroom;
using namespace wardroom::domain;
using namespace wardroom::test;
using namespace Qt::StringLiterals;

namespace {

const RoomId kRoom(u"room-7"_s);

//! lina (policy admin) has published "contain"; eva starts a run of it, so lina and eva are its requesters.
class Run
{
public:
    Run()
    {
        for (const auto &[name, full] : {std::pair{u"eva"_s, u"Eva"_s}, {u"max"_s, u"Max"_s}})
            rooms.enrol(name, full);
        publication = rooms.say(rooms.controlRoom(), u"lina"_s, PlaybookPublished{u"contain"_s, u"1"_s, file, {}});
        PlaybookStarted started{u"contain"_s,          u"1"_s, file, publication,
                                PlaybookTrigger::hand, {},     {},   people({u"eva"_s, u"lina"_s})};
        run = rooms.say(kRoom, u"eva"_s, started);
    }

    static QList<PersonId> people(const QStringList &names)
    {
        QList<PersonId> all;
        for (const QString &name : names)
            all.append(PersonId(name));
        return all;
    }
    FactId request(const QString &who, const QString &step, const QStringList &requesters,
                   const QString &label = u"r"_s)
    {
        CommandRequested fact;
        fact.command = u"host.isolate"_s;
        fact.risk = Risk::change;
        fact.needs = 1;
        fact.group = u"IT"_s;
        fact.requesters = people(requesters);
        fact.expires = rooms.now() + 3'600'000;
        fact.playbook = run;
        fact.step = step;
        RoomBuilder::Extra extra;
        extra.label = label;
        return rooms.say(kRoom, who, fact, extra);
    }
    FactId ask(const QString &step, const QList<PersonId> &who = {})
    {
        PlaybookStep fact;
        fact.run = run;
        fact.step = step;
        fact.state = PlaybookStepState::asking;
        fact.question = u"Isolate it?"_s;
        fact.options = {u"isolate"_s, u"leave"_s};
        fact.who = who;
        fact.until = rooms.now() + 600'000;
        return rooms.say(kRoom, u"eva"_s, fact);
    }
    void step(const QString &who, const QString &name, PlaybookStepState state)
    {
        PlaybookStep fact;
        fact.run = run;
        fact.step = name;
        fact.state = state;
        rooms.say(kRoom, who, fact);
    }
    PlaybookRun state() const { return rooms.fold(kRoom).state().playbooks.value(run); }
    Judgement last() const
    {
        const RoomFold fold = rooms.fold(kRoom);
        return fold.judgementAt(fold.entries().size() - 1);
    }

    RoomBuilder rooms;
    Sha256 file = Sha256::of("a playbook");
    FactId publication;
    FactId run;
};

QByteArray bytesOf(const RoomFold &fold)
{
    return QJsonDocument(fold.state().toJson()).toJson();
}

//! A run in which everything happens, with the mistakes that do not count.
void playAll(Run &run)
{
    run.request(u"eva"_s, u"scan"_s, {u"eva"_s, u"lina"_s});
    const FactId question = run.ask(u"decide"_s);
    run.rooms.say(kRoom, u"tom"_s, PlaybookDecided{run.run, question, u"isolate"_s, {}});
    run.rooms.say(kRoom, u"max"_s, PlaybookDecided{run.run, question, u"both"_s, {}});
    run.step(u"eva"_s, u"decide"_s, PlaybookStepState::passed);
    run.step(u"tom"_s, u"decide"_s, PlaybookStepState::failed);
    run.request(u"eva"_s, u"isolate"_s, {u"eva"_s, u"lina"_s}, u"i"_s);
    run.rooms.play(u"tom approval.given op=$i request=#i"_s);
    run.step(u"eva"_s, u"pause"_s, PlaybookStepState::waiting);
    run.rooms.say(kRoom, u"eva"_s, PlaybookEnded{run.run, PlaybookOutcome::done, {}});
    run.rooms.say(kRoom, u"lina"_s, PlaybookEnded{run.run, PlaybookOutcome::stopped, {}});
}

} // namespace

class TstPlaybooks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyAPolicyAdminPublishesAndANewPublicationEndsTheOld()
    {
        Run run;
        QCOMPARE(run.rooms.state().publishedPlaybooks().size(), 1);
        run.rooms.say(run.rooms.controlRoom(), u"tom"_s, PlaybookPublished{u"mine"_s, u"1"_s, Sha256::of("x"), {}});
        QCOMPARE(run.rooms.state().publishedPlaybooks().size(), 1);
        const FactId second = run.rooms.say(run.rooms.controlRoom(), u"lina"_s,
                                            PlaybookPublished{u"contain"_s, u"2"_s, Sha256::of("b"), run.publication});
        QCOMPARE(run.rooms.state().publishedPlaybooks().size(), 1);
        QCOMPARE(run.rooms.state().publishedPlaybooks().first().fact, second);
        run.rooms.say(run.rooms.controlRoom(), u"lina"_s, PlaybookPublished{u"contain"_s, u"2"_s, {}, second});
        QVERIFY(run.rooms.state().publishedPlaybooks().isEmpty());
    }

    void otherBytesThanWerePublishedDoNotStart()
    {
        Run run;
        PlaybookStarted other = run.state().started;
        other.file = Sha256::of("a playbook, changed");
        run.rooms.say(kRoom, u"eva"_s, other);
        QCOMPARE(run.last().standing, Standing::suspect);
        other.file = run.file;
        other.publication = FactId(QString(32, u'9'));
        run.rooms.say(kRoom, u"eva"_s, other);
        QCOMPARE(run.last().standing, Standing::waiting);
        QCOMPARE(run.rooms.fold(kRoom).state().playbooks.size(), 1);
    }

    void whoStartsItCannotLeaveOutThePublisher()
    {
        Run run;
        PlaybookStarted started = run.state().started;
        started.requesters = Run::people({u"eva"_s});
        run.rooms.say(kRoom, u"eva"_s, started);
        QCOMPARE(run.last().standing, Standing::suspect);
        run.request(u"eva"_s, u"isolate"_s, {u"eva"_s});
        QCOMPARE(run.last().standing, Standing::suspect);
        QVERIFY(run.state().operations.isEmpty());
    }

    void thePublisherCannotApproveAStep()
    {
        Run run;
        const FactId op = run.request(u"eva"_s, u"isolate"_s, {u"eva"_s, u"lina"_s});
        run.rooms.play(u"lina approval.given op=$r request=#r\neva approval.given op=$r request=#r"_s);
        const OperationState operation = *run.rooms.fold(kRoom).state().operation(op);
        QCOMPARE(operation.decisions.size(), 2);
        for (const Decision &decision : operation.decisions)
            QCOMPARE(decision.whyNot, u"by the requester"_s);
        QVERIFY(operation.standing().isEmpty());
    }

    void aStepIsAskedForOnceAndOnlyByTheNodeThatRunsIt()
    {
        Run run;
        const FactId first = run.request(u"eva"_s, u"scan"_s, {u"eva"_s, u"lina"_s});
        run.request(u"eva"_s, u"scan"_s, {u"eva"_s, u"lina"_s});
        QCOMPARE(run.last().standing, Standing::suspect);
        run.request(u"tom"_s, u"isolate"_s, {u"tom"_s, u"eva"_s, u"lina"_s});
        QCOMPARE(run.last().standing, Standing::suspect);
        QCOMPARE(run.state().operations, (QMap<QString, FactId>{{u"scan"_s, first}}));
        QCOMPARE(run.rooms.fold(kRoom).state().operations.size(), 1);
    }

    void decisionsThatDoNotCountAreKeptWithTheReason()
    {
        Run run;
        const FactId question = run.ask(u"decide"_s, Run::people({u"tom"_s, u"lina"_s}));
        const auto decide = [&](const QString &who, const QString &choice) {
            run.rooms.say(kRoom, who, PlaybookDecided{run.run, question, choice, {}});
            return run.state().decisions.last().whyNot;
        };
        QCOMPARE(decide(u"tom"_s, u"burn it"_s), u"not among the options"_s);
        QCOMPARE(decide(u"max"_s, u"isolate"_s), u"by somebody who was not asked"_s);
        QCOMPARE(decide(u"tom"_s, u"isolate"_s), QString());
        QCOMPARE(decide(u"tom"_s, u"leave"_s), u"twice by one person"_s);
        run.step(u"eva"_s, u"decide"_s, PlaybookStepState::passed);
        QCOMPARE(decide(u"lina"_s, u"leave"_s), u"after it was settled"_s);
        const FactId late = run.ask(u"second"_s);
        for (int minute = 0; minute < 11; ++minute)
            run.rooms.talk(kRoom, u"max"_s, u"…"_s);
        run.rooms.say(kRoom, u"tom"_s, PlaybookDecided{run.run, late, u"leave"_s, {}});
        QCOMPARE(run.state().decisions.last().whyNot, u"after it expired"_s);
    }

    void anOnlookerStopsNothingAndAStopTakesBackWhatWaits()
    {
        Run run;
        const FactId op = run.request(u"eva"_s, u"isolate"_s, {u"eva"_s, u"lina"_s});
        run.rooms.say(kRoom, u"max"_s, PlaybookEnded{run.run, PlaybookOutcome::stopped, u"no"_s});
        QCOMPARE(run.last().standing, Standing::suspect);
        run.rooms.say(kRoom, u"lina"_s, PlaybookEnded{run.run, PlaybookOutcome::failed, u"no"_s});
        QCOMPARE(run.last().standing, Standing::suspect);
        run.rooms.play(u"eva responder.joined person=max"_s);
        run.rooms.say(kRoom, u"max"_s, PlaybookEnded{run.run, PlaybookOutcome::stopped, u"wrong host"_s});
        QVERIFY(!run.state().isRunning());
        QCOMPARE(run.rooms.fold(kRoom).state().operation(op)->stage, Stage::cancelled);
        run.rooms.play(u"tom approval.given op=$r request=#r"_s);
        QVERIFY(run.rooms.fold(kRoom).state().operation(op)->standing().isEmpty());
        run.request(u"eva"_s, u"later"_s, {u"eva"_s, u"lina"_s});
        QCOMPARE(run.last().standing, Standing::suspect);
    }

    void aStartTakenOutOfTheChatLeavesItsStepsOnTheRecord()
    {
        Run run;
        const FactId op = run.request(u"eva"_s, u"scan"_s, {u"eva"_s, u"lina"_s});
        run.rooms.room(kRoom).first().deleted = true;
        QVERIFY(!run.state().isRunning());
        QVERIFY(run.rooms.fold(kRoom).state().operation(op));
    }

    void anyOrderAndAnyDoublingGivesTheSameRun()
    {
        Run run;
        playAll(run);
        const QByteArray expected = bytesOf(run.rooms.fold(kRoom));
        QCOMPARE(run.state().ended->outcome, PlaybookOutcome::done);
        QCOMPARE(run.state().operations.size(), 2);
        QCOMPARE(run.state().steps.value(u"decide"_s).told.state, PlaybookStepState::passed);
        for (unsigned seed = 1; seed <= 60; ++seed) {
            std::mt19937 random(seed);
            QList<Entry> entries = run.rooms.entries(kRoom);
            entries += entries;
            std::shuffle(entries.begin(), entries.end(), random);
            RoomFold fold(kRoom, seed % 2 ? run.rooms.state() : WorkspaceState());
            for (const Entry &entry : std::as_const(entries))
                fold.add({entry});
            fold.setWorkspace(run.rooms.state());
            QVERIFY2(bytesOf(fold) == expected, qPrintable(u"seed %1"_s.arg(seed)));
        }
    }
};

WARDROOM_TEST(TstPlaybooks)
#include "tst_playbooks.moc"
