// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/playbook/playbookplan.h"
#include "bot/playbook/playbookreader.h"
#include "botsamples.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QTest>

using namespace wardroom;
using namespace wardroom::bot;
using namespace wardroom::test;
using namespace Qt::StringLiterals;
using domain::PlaybookStepState;
using Kind = PlaybookAct::Kind;

namespace {

constexpr qint64 kNow = 1'790'000'000'000;

const char *const kFile = R"(
name: contain
version: 1.0.0
author: Us
summary: Contain
inputs:
  - {name: host, type: host}
  - {name: path, type: word, required: false}
steps:
  - {id: hash, title: H, when: [{from: input.path, known: true}], command: file.hash, args: {host: {from: input.host}, path: {from: input.path}}, on_failure: continue}
  - {id: seen, title: S, when: [{from: hash.data.sha256, known: true}], command: indicator.search, args: {indicator: {from: hash.data.sha256}}}
  - id: decide
    title: D
    ask: Isolate it?
    options: [{id: isolate, label: Yes}, {id: leave, label: No}]
    who: group IT
    timeout: 10m
    otherwise: leave
  - {id: pause, title: P, wait: 5m, when: [{from: decide.choice, is: leave}]}
  - {id: isolate, title: I, when: [{from: decide.choice, is: isolate}], command: host.isolate, args: {host: {from: input.host}}}
)";

//! A run with a clock and the record that grows as the node would make it grow.
class Play
{
public:
    explicit Play(QJsonObject inputs = {{u"host"_s, u"web-01"_s}, {u"path"_s, u"/tmp/x"_s}})
    {
        const auto read = readPlaybook(kFile, u"contain.yaml"_s);
        Q_ASSERT(read.has_value());
        playbook = *read;
        run.id = domain::FactId(QString(32, u'a'));
        run.started.inputs = inputs;
        run.said.by = domain::PersonId(u"u-tom"_s);
    }

    PlaybookScene scene() const { return {playbook, run, room, catalogue}; }
    PlaybookAct next() const { return nextAct(scene(), sampleVocabulary(), u"en"_s, now); }
    //! Does what is next, as far as facts go, and answers it.
    PlaybookAct go()
    {
        const PlaybookAct act = next();
        if (act.kind == Kind::tell) {
            domain::PlaybookStepStatus &status = run.steps[act.step];
            status.told = act.told;
            status.said.at = now;
            if (act.told.state == PlaybookStepState::asking) {
                status.question = domain::FactId(QString(32, u'b'));
                status.asked = act.told;
            }
        } else if (act.kind == Kind::request) {
            request(act);
        } else if (act.kind == Kind::end) {
            run.ended = act.end;
        }
        return act;
    }
    void request(const PlaybookAct &act)
    {
        domain::OperationState operation;
        operation.op = domain::OpId(QString(31, u'c') + QString::number(run.operations.size()));
        operation.request.command = playbook.step(act.step)->command;
        operation.request.args = act.args;
        operation.request.needs = operation.request.command == u"host.isolate" ? 2 : 0;
        operation.request.expires = now + 900'000;
        operation.said.at = now;
        run.operations.insert(act.step, operation.op);
        room.operations.insert(operation.op, operation);
    }
    void finish(const QString &step, domain::Outcome outcome, const QJsonObject &data = {})
    {
        domain::OperationState &operation = room.operations[run.operations.value(step)];
        operation.stage = domain::Stage::finished;
        operation.finish = domain::CommandFinished{outcome, 0, 5, u"done"_s, {}, data};
    }
    void verify(const QString &step, domain::Verdict verdict)
    {
        domain::OperationState &operation = room.operations[run.operations.value(step)];
        operation.stage = domain::Stage::verified;
        operation.verification = domain::CommandVerified{verdict, {}, {}, {}, {}};
    }
    void decide(const QString &who, const QString &choice, bool counts = true)
    {
        domain::PlaybookDecision decision;
        decision.said.by = domain::PersonId(who);
        decision.said.fact = domain::FactId(QString(32, u'd'));
        decision.decided = {run.id, run.steps.value(u"decide"_s).question, choice, {}};
        decision.step = u"decide"_s;
        decision.counts = counts;
        run.decisions.append(decision);
    }
    std::optional<domain::PlaybookStep> settle(const QStringList &members) const
    {
        QList<domain::PersonId> people;
        for (const QString &member : members)
            people.append(domain::PersonId(member));
        return settleQuestion(*playbook.step(u"decide"_s), run, people, now);
    }
    //! To the question.
    void untilAsked()
    {
        while (go().told.state != PlaybookStepState::asking)
            for (auto it = run.operations.begin(); it != run.operations.end(); ++it)
                if (!room.operation(*it)->finish)
                    finish(it.key(), domain::Outcome::done, {{u"sha256"_s, QString(64, u'a')}});
    }
    void take(const domain::PlaybookStep &fact) { run.steps[fact.step].told = fact; }

    Catalogue catalogue = shippedCatalogue();
    Playbook playbook;
    domain::PlaybookRun run;
    domain::IncidentState room;
    qint64 now = kNow;
};

} // namespace

class TstPlaybookPlan final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void resultsOfOneStepAreTheArgumentsOfTheNext()
    {
        Play play;
        const PlaybookAct first = play.go();
        QCOMPARE(first.kind, Kind::request);
        QCOMPARE(first.args, (QJsonObject{{u"host"_s, u"web-01"_s}, {u"path"_s, u"/tmp/x"_s}}));
        QCOMPARE(play.next().kind, Kind::nothing); // until there is an answer
        play.finish(u"hash"_s, domain::Outcome::done, {{u"sha256"_s, QString(64, u'a')}});
        QCOMPARE(play.go().args.value(u"indicator"_s).toString(), QString(64, u'a'));
    }

    void whatAResultSaysIsOneTypedValueOrTheStepFails()
    {
        Play play;
        play.go();
        play.finish(u"hash"_s, domain::Outcome::done, {{u"sha256"_s, u"aa; reboot now"_s}});
        const PlaybookAct act = play.go();
        QCOMPARE(act.kind, Kind::tell);
        QCOMPARE(act.told.state, PlaybookStepState::failed);
        QCOMPARE(play.go().end.outcome, domain::PlaybookOutcome::failed);
        Play odd;
        odd.go();
        odd.finish(u"hash"_s, domain::Outcome::done, {{u"sha256"_s, QJsonArray{u"a"_s}}});
        QCOMPARE(odd.go().told.state, PlaybookStepState::skipped); // a list is no value
    }

    void aConditionThatDoesNotHoldLeavesTheStepOut()
    {
        Play play({{u"host"_s, u"web-01"_s}});
        QCOMPARE(play.go().told.state, PlaybookStepState::skipped);
        QCOMPARE(play.go().told.step, u"seen"_s);
        QCOMPARE(play.go().told.state, PlaybookStepState::asking);
    }

    void aFailureStopsTheRunOrIsPassedOver()
    {
        Play play;
        play.go();
        play.finish(u"hash"_s, domain::Outcome::failed);
        QCOMPARE(play.go().told.state, PlaybookStepState::skipped); // hash goes on, seen has nothing to look for
        play.untilAsked();
        play.decide(u"u-tom"_s, u"isolate"_s);
        play.take(*play.settle({u"u-tom"_s}));
        QCOMPARE(play.go().told.step, u"pause"_s);
        QCOMPARE(play.go().kind, Kind::request);
        play.finish(u"isolate"_s, domain::Outcome::done);
        QCOMPARE(play.next().kind, Kind::nothing); // read back first
        play.verify(u"isolate"_s, domain::Verdict::notVerified);
        QCOMPARE(play.go().end.outcome, domain::PlaybookOutcome::failed);
    }

    void aRunThatWentThroughSaysWhatItWentWithout()
    {
        Play play;
        play.go();
        play.finish(u"hash"_s, domain::Outcome::timedOut);
        play.untilAsked();
        play.decide(u"u-tom"_s, u"isolate"_s);
        play.take(*play.settle({u"u-tom"_s}));
        play.go();
        play.go();
        play.finish(u"isolate"_s, domain::Outcome::done);
        play.verify(u"isolate"_s, domain::Verdict::verified);
        const PlaybookAct end = play.go();
        QCOMPARE(end.end.outcome, domain::PlaybookOutcome::done);
        QVERIFY(end.end.reason.contains(u"hash"_s));
        QCOMPARE(play.next().kind, Kind::nothing);
    }

    void onlyAMembersWordSettlesAGroupsQuestion()
    {
        Play play;
        play.untilAsked();
        QCOMPARE(play.next().kind, Kind::nothing);
        play.decide(u"u-mei"_s, u"isolate"_s);
        QCOMPARE(play.next().kind, Kind::count);
        QVERIFY(!play.settle({u"u-tom"_s}).has_value());
        play.decide(u"u-tom"_s, u"isolate"_s, false); // the fold said that it does not count
        QVERIFY(!play.settle({u"u-tom"_s}).has_value());
        play.decide(u"u-tom"_s, u"leave"_s);
        QCOMPARE(play.settle({u"u-tom"_s})->choice, u"leave"_s);
        QCOMPARE(play.settle({u"u-tom"_s, u"u-mei"_s})->choice, u"isolate"_s); // whoever was first
    }

    void withoutADecisionTheFilesOwnOneIsTakenWhenTheTimeIsUp()
    {
        Play play;
        play.untilAsked();
        play.now += 9 * 60'000;
        QCOMPARE(play.next().kind, Kind::nothing);
        play.now += 2 * 60'000;
        QCOMPARE(play.next().kind, Kind::count);
        const auto settled = play.settle({});
        QCOMPARE(settled->choice, u"leave"_s);
        QVERIFY(settled->decision.isEmpty());
        play.playbook.steps[2].otherwise.clear();
        QCOMPARE(play.settle({})->state, PlaybookStepState::failed);
    }

    void aWaitEndsByTheClockAndIsNotBegunAgain()
    {
        Play play;
        play.untilAsked();
        play.now += 11 * 60'000;
        play.take(*play.settle({}));
        const PlaybookAct wait = play.go();
        QCOMPARE(wait.told.until, play.now + 5 * 60'000);
        play.now += 4 * 60'000;
        QCOMPARE(play.next().kind, Kind::nothing);
        play.now += 60'000;
        QCOMPARE(play.go().told.state, PlaybookStepState::passed);
        QCOMPARE(play.go().told.step, u"isolate"_s); // left out: the choice was to leave it
        QCOMPARE(play.go().end.outcome, domain::PlaybookOutcome::done);
    }

    void whatIsNeverAnsweredOrApprovedIsNoticed()
    {
        Play play;
        play.go();
        play.now += 11 * 60'000;
        QCOMPARE(play.next().told.state, PlaybookStepState::failed);
        Play change;
        change.untilAsked();
        change.decide(u"u-tom"_s, u"isolate"_s);
        change.take(*change.settle({u"u-tom"_s}));
        change.go();
        change.go();
        change.now += 14 * 60'000;
        QCOMPARE(change.next().kind, Kind::nothing);
        change.now += 2 * 60'000;
        QVERIFY(change.next().told.note.contains(u"approved"_s));
        // Once it was claimed it has an hour.
        domain::OperationState &operation = change.room.operations[change.run.operations.value(u"isolate"_s)];
        operation.stage = domain::Stage::claimed;
        operation.claimSaid = domain::Said{{}, {}, {}, change.now};
        QCOMPARE(change.next().kind, Kind::nothing);
    }

    void aRunThatWasStoppedDoesNothingMore()
    {
        Play play;
        play.run.ended = domain::PlaybookEnded{play.run.id, domain::PlaybookOutcome::stopped, {}};
        QCOMPARE(play.next().kind, Kind::nothing);
        Play removed;
        removed.run.removed = true;
        QCOMPARE(removed.next().kind, Kind::nothing);
    }
};

WARDROOM_TEST(TstPlaybookPlan)
#include "tst_playbookplan.moc"
