// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/playbook/playbookplan.h"

#include "bot/catalogue/text.h"
#include "bot/runtime/runnable.h"

#include <QJsonArray>

namespace wardroom::bot {
using namespace Qt::StringLiterals;
using domain::OperationState;
using domain::PlaybookStepState;

namespace {

constexpr qint64 kAnswerWithin = 10 * 60'000; //!< a read
constexpr qint64 kWorkWithin = 60 * 60'000;   //!< a change, once it was claimed
constexpr qint64 kGrace = 30'000;             //!< clocks do not agree to the second
constexpr qsizetype kLongestValue = 1000;

QString outcomeWord(StepStanding standing)
{
    switch (standing) {
    case StepStanding::passed: return u"done"_s;
    case StepStanding::failed: return u"failed"_s;
    case StepStanding::skipped: return u"skipped"_s;
    default: return {};
    }
}

StepStatus ofFinished(const OperationState &operation, const Catalogue &catalogue)
{
    const QString summary = operation.finish ? operation.finish->summary : QString();
    if (operation.verification) {
        const bool good = operation.verification->verdict == domain::Verdict::verified;
        return {good ? StepStanding::passed : StepStanding::failed, good ? summary : operation.verification->detail,
                operation.op};
    }
    if (operation.finish->outcome == domain::Outcome::unknown)
        return {StepStanding::failed, Text::tr("outcome unknown: a person must look"), operation.op};
    if (operation.finish->outcome != domain::Outcome::done)
        return {StepStanding::failed, summary, operation.op};
    // What is read back counts once it was read back.
    return {isReadBack(operation.request, catalogue) ? StepStanding::running : StepStanding::passed, summary,
            operation.op};
}

StepStatus ofOperation(const OperationState &operation, const Catalogue &catalogue)
{
    switch (operation.stage) {
    case domain::Stage::declined:
    case domain::Stage::cancelled:
    case domain::Stage::stalled:
    case domain::Stage::expired: return {StepStanding::failed, operation.endReason, operation.op};
    case domain::Stage::finished:
    case domain::Stage::verified:
        if (operation.finish)
            return ofFinished(operation, catalogue);
        break;
    case domain::Stage::requested:
    case domain::Stage::claimed: break;
    }
    return {StepStanding::running, {}, operation.op};
}

//! One member after the other; in a list by its number, and `count` is how many there are.
QJsonValue inside(QJsonValue value, const QStringList &path)
{
    for (const QString &part : path) {
        if (value.isArray() && part == "count"_L1) {
            value = value.toArray().size();
        } else if (value.isArray()) {
            bool isNumber = false;
            const int index = part.toInt(&isNumber);
            value = isNumber ? value.toArray().at(index) : QJsonValue(QJsonValue::Undefined);
        } else {
            value = value.isObject() ? value.toObject().value(part) : QJsonValue(QJsonValue::Undefined);
        }
    }
    return value;
}

std::optional<QJsonValue> plain(const QJsonValue &value)
{
    if (value.isString() && !value.toString().isEmpty() && value.toString().size() <= kLongestValue)
        return value;
    if (value.isBool())
        return QJsonValue(value.toBool() ? u"true"_s : u"false"_s);
    if (value.isDouble() && double(value.toInteger(-1)) == value.toDouble())
        return QJsonValue(value.toInteger());
    return std::nullopt;
}

QString textOf(const QJsonValue &value)
{
    return value.isString() ? value.toString() : QString::number(value.toInteger());
}

bool holds(const PlaybookCondition &condition, const PlaybookScene &scene)
{
    const std::optional<QJsonValue> value = valueOf(condition.from, scene);
    switch (condition.test) {
    case PlaybookTest::known: return value.has_value() == condition.isKnown;
    case PlaybookTest::is: return value && textOf(*value) == condition.value;
    case PlaybookTest::isNot: return value && textOf(*value) != condition.value;
    case PlaybookTest::atLeast: break;
    }
    bool isNumber = false;
    const qint64 number = value ? textOf(*value).toLongLong(&isNumber) : 0;
    return isNumber && number >= condition.number;
}

domain::PlaybookStep tell(const PlannedStep &step, const domain::PlaybookRun &run, PlaybookStepState state,
                          const QString &note = {})
{
    domain::PlaybookStep fact;
    fact.run = run.id;
    fact.step = step.id;
    fact.state = state;
    fact.note = note.left(500);
    return fact;
}

PlaybookAct telling(const domain::PlaybookStep &fact)
{
    PlaybookAct act;
    act.kind = PlaybookAct::Kind::tell;
    act.step = fact.step;
    act.told = fact;
    return act;
}

PlaybookAct begin(const PlannedStep &step, const PlaybookScene &scene, const Vocabulary &vocabulary,
                  const QString &language, qint64 nowMs)
{
    const auto all = [&](const PlaybookCondition &condition) { return holds(condition, scene); };
    if (!std::all_of(step.when.begin(), step.when.end(), all))
        return telling(tell(step, scene.run, PlaybookStepState::skipped));
    if (step.isWait()) {
        domain::PlaybookStep fact = tell(step, scene.run, PlaybookStepState::waiting);
        fact.until = nowMs + step.wait;
        return telling(fact);
    }
    if (step.isQuestion()) {
        domain::PlaybookStep fact = tell(step, scene.run, PlaybookStepState::asking);
        fact.question = step.question.in(language);
        for (const PlaybookOption &option : step.options)
            fact.options << option.id;
        fact.group = step.group;
        if (step.byStarter)
            fact.who = {scene.run.said.by};
        fact.until = nowMs + step.timeout;
        return telling(fact);
    }
    const Result<QJsonObject> args = argumentsFor(step, scene, vocabulary);
    if (!args)
        return telling(tell(step, scene.run, PlaybookStepState::failed, args.error().message));
    PlaybookAct act;
    const Command *command = scene.catalogue.command(step.command);
    act.kind = command->run.kind == StepKind::room ? PlaybookAct::Kind::say : PlaybookAct::Kind::request;
    act.step = step.id;
    act.args = *args;
    return act;
}

//! A command that was asked for and has no end: somebody has to notice when it never comes.
PlaybookAct watch(const PlannedStep &step, const PlaybookScene &scene, const OperationState &operation, qint64 nowMs)
{
    const bool isOpen = operation.stage == domain::Stage::requested;
    if (operation.request.needs > 0 && isOpen && nowMs > operation.request.expires + kGrace)
        return telling(tell(step, scene.run, PlaybookStepState::failed, Text::tr("nobody approved it in time")));
    const qint64 since = operation.claimSaid ? operation.claimSaid->at : operation.said.at;
    const qint64 within = operation.request.needs > 0 ? kWorkWithin : kAnswerWithin;
    if ((!isOpen || operation.request.needs == 0) && nowMs > since + within)
        return telling(
            tell(step, scene.run, PlaybookStepState::failed, Text::tr("no answer came: a person must look")));
    return {};
}

PlaybookAct goOn(const PlannedStep &step, const StepStatus &status, const PlaybookScene &scene, qint64 nowMs)
{
    const domain::PlaybookStepStatus told = scene.run.steps.value(step.id);
    if (status.standing == StepStanding::waiting)
        return nowMs >= told.told.until ? telling(tell(step, scene.run, PlaybookStepState::passed)) : PlaybookAct();
    if (status.standing == StepStanding::asking) {
        const auto answers = [&](const domain::PlaybookDecision &d) { return d.counts && d.step == step.id; };
        const bool answered = std::any_of(scene.run.decisions.begin(), scene.run.decisions.end(), answers);
        PlaybookAct act;
        act.step = step.id;
        act.kind =
            answered || nowMs > told.asked.until + kGrace ? PlaybookAct::Kind::count : PlaybookAct::Kind::nothing;
        return act;
    }
    const OperationState *operation = scene.room.operation(status.op);
    return operation ? watch(step, scene, *operation, nowMs) : PlaybookAct();
}

PlaybookAct ending(const PlaybookScene &scene, domain::PlaybookOutcome outcome, const QString &reason)
{
    PlaybookAct act;
    act.kind = PlaybookAct::Kind::end;
    act.end = {scene.run.id, outcome, reason.left(500)};
    return act;
}

} // namespace

StepStatus stepStatus(const PlannedStep &step, const PlaybookScene &scene)
{
    const domain::OpId op = scene.run.operations.value(step.id);
    if (const auto told = scene.run.steps.constFind(step.id); told != scene.run.steps.cend()) {
        switch (told->told.state) {
        case PlaybookStepState::waiting: return {StepStanding::waiting, {}, {}};
        case PlaybookStepState::asking: return {StepStanding::asking, told->asked.question, {}};
        case PlaybookStepState::skipped: return {StepStanding::skipped, told->told.note, {}};
        case PlaybookStepState::passed: return {StepStanding::passed, told->told.choice, {}};
        case PlaybookStepState::failed: return {StepStanding::failed, told->told.note, op};
        }
    }
    const OperationState *operation = op.isEmpty() ? nullptr : scene.room.operation(op);
    return operation ? ofOperation(*operation, scene.catalogue) : StepStatus();
}

std::optional<QJsonValue> valueOf(const QString &from, const PlaybookScene &scene)
{
    const QStringList parts = from.split(u'.');
    if (parts.first() == "input"_L1)
        return plain(scene.run.started.inputs.value(parts.value(1)));
    const PlannedStep *step = scene.playbook.step(parts.first());
    if (!step)
        return std::nullopt;
    if (parts.value(1) == "choice"_L1) {
        const domain::PlaybookStep told = scene.run.steps.value(step->id).told;
        return told.state == PlaybookStepState::passed ? plain(told.choice) : std::nullopt;
    }
    const StepStatus status = stepStatus(*step, scene);
    if (parts.value(1) == "outcome"_L1)
        return plain(outcomeWord(status.standing));
    const OperationState *operation = scene.room.operation(status.op);
    return operation && operation->finish ? plain(inside(operation->finish->data, parts.mid(2))) : std::nullopt;
}

Result<QJsonObject> argumentsFor(const PlannedStep &step, const PlaybookScene &scene, const Vocabulary &vocabulary)
{
    const Command *command = scene.catalogue.command(step.command);
    if (!command)
        return fail(ErrorKind::notFound, Text::tr("There is no command %1 here.").arg(step.command));
    QJsonObject given;
    for (auto it = step.args.begin(); it != step.args.end(); ++it) {
        if (it->from.isEmpty()) {
            given.insert(it.key(), it->literal);
            continue;
        }
        const std::optional<QJsonValue> value = valueOf(it->from, scene);
        const auto is = [&](const Argument &argument) { return argument.name == it.key() && argument.required; };
        if (value)
            given.insert(it.key(), *value);
        else if (std::any_of(command->arguments.begin(), command->arguments.end(), is))
            return fail(ErrorKind::notFound, Text::tr("“%1” has no value: nothing gave %2").arg(it.key(), it->from));
    }
    return typedArguments(*command, given, vocabulary);
}

PlaybookAct nextAct(const PlaybookScene &scene, const Vocabulary &vocabulary, const QString &language, qint64 nowMs)
{
    if (!scene.run.isRunning())
        return {};
    QStringList failed;
    for (const PlannedStep &step : scene.playbook.steps) {
        const StepStatus status = stepStatus(step, scene);
        if (status.standing == StepStanding::passed || status.standing == StepStanding::skipped)
            continue;
        if (status.standing == StepStanding::failed && step.goesOn) {
            failed << step.id;
            continue;
        }
        if (status.standing == StepStanding::failed)
            return ending(scene, domain::PlaybookOutcome::failed, step.id + u": "_s + status.note);
        return status.standing == StepStanding::ahead ? begin(step, scene, vocabulary, language, nowMs)
                                                      : goOn(step, status, scene, nowMs);
    }
    const QString reason = failed.isEmpty() ? QString() : Text::tr("without %1").arg(failed.join(u", "_s));
    return ending(scene, domain::PlaybookOutcome::done, reason);
}

std::optional<domain::PlaybookStep> settleQuestion(const PlannedStep &step, const domain::PlaybookRun &run,
                                                   const QList<domain::PersonId> &members, qint64 nowMs)
{
    const domain::PlaybookStepStatus asked = run.steps.value(step.id);
    for (const domain::PlaybookDecision &decision : run.decisions) {
        const bool isTheirs = step.group.isEmpty() || members.contains(decision.said.by);
        if (!decision.counts || !isTheirs || decision.decided.question != asked.question)
            continue;
        domain::PlaybookStep fact = tell(step, run, PlaybookStepState::passed);
        fact.choice = decision.decided.choice;
        fact.decision = decision.said.fact;
        return fact;
    }
    if (nowMs <= asked.asked.until + kGrace)
        return std::nullopt;
    if (step.otherwise.isEmpty())
        return tell(step, run, PlaybookStepState::failed, Text::tr("nobody decided in time"));
    domain::PlaybookStep fact = tell(step, run, PlaybookStepState::passed, Text::tr("nobody decided in time"));
    fact.choice = step.otherwise;
    return fact;
}

} // namespace wardroom::bot
