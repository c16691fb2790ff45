// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/plaintext.h"
#include "bot/catalogue/usage.h"
#include "bot/playbook/playbookplan.h"
#include "bot/playbook/playbooktrigger.h"
#include "report/wording.h"
#include "session/commands.h"
#include "session/engine.h"
#include "session/playbookkeeper.h"
#include "session/playbooks.h"

//! What playbooks say to the person who asks: the list, a rehearsal.
namespace wardroom::session {
using namespace Qt::StringLiterals;

namespace {

QString standingWords(PlaybookStanding standing)
{
    switch (standing) {
    case PlaybookStanding::published: return Playbooks::tr("published");
    case PlaybookStanding::unpublished: return Playbooks::tr("not published: does not start");
    case PlaybookStanding::changed: return Playbooks::tr("changed here since it was published: does not start");
    case PlaybookStanding::broken: break;
    }
    return Playbooks::tr("has mistakes: does not start");
}

QString listText(const QList<PlaybookLine> &lines)
{
    if (lines.isEmpty())
        return Playbooks::tr("There are no playbooks here.");
    QStringList text;
    for (const PlaybookLine &line : lines)
        text << u"%1 %2 · %3 · %4 · %5"_s.arg(line.name, line.version, line.summary, line.starts,
                                              standingWords(line.standing));
    return text.join(u'\n');
}

QString whoDecides(const bot::PlannedStep &step)
{
    if (!step.group.isEmpty())
        return shownPlainly(step.group, 80);
    return step.byStarter ? Playbooks::tr("whoever started it") : Playbooks::tr("anybody");
}

QString conditionsOf(const bot::PlannedStep &step)
{
    QStringList conditions;
    for (const bot::PlaybookCondition &condition : step.when) {
        switch (condition.test) {
        case bot::PlaybookTest::is: conditions << condition.from + u" = "_s + condition.value; break;
        case bot::PlaybookTest::isNot: conditions << condition.from + u" ≠ "_s + condition.value; break;
        case bot::PlaybookTest::atLeast:
            conditions << condition.from + u" ≥ "_s + QString::number(condition.number);
            break;
        case bot::PlaybookTest::known:
            conditions << condition.from +
                              (condition.isKnown ? Playbooks::tr(" is known") : Playbooks::tr(" is not known"));
            break;
        }
    }
    return conditions.isEmpty()
               ? QString()
               : u" · "_s + Playbooks::tr("only if %1").arg(shownPlainly(conditions.join(u", "_s), 300));
}

QString argumentsOf(const bot::PlannedStep &step, const QJsonObject &inputs)
{
    QStringList said;
    for (auto it = step.args.begin(); it != step.args.end(); ++it) {
        const QString input =
            it->from.startsWith("input."_L1) ? inputs.value(it->from.sliced(6)).toVariant().toString() : QString();
        const QString value = !it->from.isEmpty() && input.isEmpty() ? u'<' + it->from + u'>' : it->literal + input;
        said << it.key() + u'=' + shownPlainly(value, 120);
    }
    return said.join(u' ');
}

//! A run that is nowhere, so that what does not rest on earlier steps can be worked out.
domain::PlaybookRun imagined(const bot::Playbook &playbook, const QJsonObject &inputs)
{
    domain::PlaybookRun run;
    run.started.playbook = playbook.name;
    run.started.inputs = inputs;
    return run;
}

} // namespace

QCoro::Task<QStringList> Playbooks::rehearsedStep(RoomId room, bot::Playbook playbook, bot::PlannedStep step,
                                                  QJsonObject inputs)
{
    if (step.isWait())
        co_return QStringList{tr("waits %1").arg(report::durationWords(step.wait)) + conditionsOf(step)};
    if (step.isQuestion()) {
        QStringList options;
        for (const bot::PlaybookOption &option : step.options)
            options << option.label.in(m_engine.language());
        co_return QStringList{tr("asks: %1 (%2) · decides: %3 · within %4")
                                  .arg(step.question.in(m_engine.language()), options.join(u" / "_s), whoDecides(step),
                                       report::durationWords(step.timeout)) +
                              conditionsOf(step)};
    }
    const domain::PlaybookRun run = imagined(playbook, inputs);
    const domain::IncidentState nothing;
    const bot::PlaybookScene scene{playbook, run, nothing, m_engine.catalogue()};
    const Result<QJsonObject> args = bot::argumentsFor(step, scene, m_engine.vocabulary());
    const bot::Command *command = m_engine.catalogue().command(step.command);
    const QString line = step.command + u' ' + argumentsOf(step, inputs) + conditionsOf(step);
    const domain::Risk risk = command ? command->risk : domain::Risk::change;
    if (!args || risk == domain::Risk::read || risk == domain::Risk::room)
        co_return QStringList{line + u" · "_s + report::riskName(risk)};
    Wish wish;
    wish.room = room;
    wish.command = step.command;
    wish.args = *args;
    const Result<domain::CommandRequested> request = co_await m_engine.commands().rehearse(wish);
    if (!request)
        co_return QStringList{line + u" · "_s + report::riskName(risk),
                              u"   "_s + tr("It cannot be rehearsed now: %1").arg(request.error().message)};
    QStringList lines{line + u" · "_s + report::riskName(risk) + u" · "_s +
                      tr("approvals needed: %1 (%2)").arg(request->needs).arg(request->group)};
    if (!request->plan.argv.isEmpty())
        lines << u"   "_s + tr("would run: %1").arg(shownPlainly(request->plan.argv.join(u' '), 600));
    if (!request->plan.effect.isEmpty())
        lines << u"   "_s + shownPlainly(request->plan.effect, 300);
    co_return lines;
}

QCoro::Task<Result<QStringList>> Playbooks::rehearse(RoomId room, QString name, QJsonObject inputs)
{
    const QPointer<Playbooks> self(this);
    PlaybookShelf &shelf = m_engine.playbooks().shelf();
    shelf.readFolders();
    std::optional<bot::Playbook> playbook = shelf.files().value(name).playbook;
    if (const auto published = shelf.published(name); !playbook && published)
        if (const bot::Playbook *known = shelf.playbook(published->published.file))
            playbook = *known;
    if (!playbook)
        co_return fail(
            ErrorKind::notFound,
            tr("There is no playbook %1. /playbook list shows which there are.").arg(shownPlainly(name, 60)));
    const Result<QJsonObject> typed = bot::inputsSaid(*playbook, inputs, m_engine.vocabulary());
    if (!typed)
        co_return tl::unexpected(typed.error());
    QStringList lines{
        tr("Rehearsal of %1 %2: nothing is run, nothing is said in the room.").arg(playbook->name, playbook->version)};
    const QList<bot::PlannedStep> steps = playbook->steps;
    const bot::Playbook copy = *playbook;
    const QJsonObject given = *typed;
    for (qsizetype i = 0; i < steps.size(); ++i) {
        QStringList told = co_await rehearsedStep(room, copy, steps.at(i), given);
        if (!self)
            co_return fail(ErrorKind::cancelled, {});
        told.first().prepend(u"%1. %2: "_s.arg(i + 1).arg(steps.at(i).title.in(m_engine.language())));
        lines << told;
    }
    co_return lines;
}

QCoro::Task<Result<QString>> Playbooks::act(RoomId room, QString action, QJsonObject args)
{
    const QString name = args.value(u"name"_s).toString();
    if (action == "playbook.list"_L1)
        co_return listText(list());
    if (action == "playbook.stop"_L1) {
        const Result<FactId> run = runNamed(room, name);
        if (!run)
            co_return tl::unexpected(run.error());
        const Result<FactId> stopped = co_await stop(room, *run, args.value(u"why"_s).toString());
        co_return stopped ? Result<QString>(QString()) : tl::unexpected(stopped.error());
    }
    const Result<QJsonObject> inputs = inputsOf(args.value(u"inputs"_s).toString());
    if (!inputs)
        co_return tl::unexpected(inputs.error());
    if (action == "playbook.rehearse"_L1) {
        const Result<QStringList> lines = co_await rehearse(room, name, *inputs);
        co_return lines ? Result<QString>(lines->join(u'\n')) : tl::unexpected(lines.error());
    }
    const Result<FactId> started = co_await start(room, name, *inputs);
    co_return started ? Result<QString>(QString()) : tl::unexpected(started.error());
}

} // namespace wardroom::session
