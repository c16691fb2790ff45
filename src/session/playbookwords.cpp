// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/plaintext.h"
#include "bot/catalogue/usage.h"
#include "bot/playbook/playbookplan.h"
#include "bot/playbook/playbooktrigger.h"
#include "domain/permission.h"
#include "report/wording.h"
#include "session/automation.h"
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

//! What does not rest on earlier steps; empty: it does, or was not given.
QString knownValue(const bot::PlaybookValue &value, const QJsonObject &inputs)
{
    return value.from.startsWith("input."_L1) ? inputs.value(value.from.sliced(6)).toVariant().toString()
                                              : value.literal;
}

QString argumentsOf(const bot::PlannedStep &step, const QJsonObject &inputs)
{
    QStringList said;
    for (auto it = step.args.begin(); it != step.args.end(); ++it) {
        const QString known = knownValue(*it, inputs);
        const QString value = !it->from.isEmpty() && known.isEmpty() ? u'<' + it->from + u'>' : known;
        said << it.key() + u'=' + shownPlainly(value, 120);
    }
    return said.join(u' ');
}

//! Who may agree to a step: neither who starts the playbook nor who published it.
QStringList whoMayAgree(const Engine &engine, const QString &group, const PersonId &publisher)
{
    const domain::WorkspaceState &workspace = engine.book().workspace();
    const domain::Policy *policy = workspace.policy();
    QStringList names;
    for (const PersonId &member : policy ? engine.lastMembers(policy->roomOf(group)) : QList<PersonId>())
        if (member != engine.me() && member != publisher && !policy->bots.contains(member))
            names << shownPlainly(workspace.nameOf(member), 60);
    names.sort();
    return names;
}

//! What lets a step run: by itself, or after whose word. Judged as its request will be, by what of it is known now.
QString whatLetsItRun(const Engine &engine, const bot::Command &command, const QJsonObject &args,
                      const PersonId &publisher)
{
    const domain::WorkspaceState &workspace = engine.book().workspace();
    const domain::Policy *policy = workspace.policy();
    const bot::Plugin *plugin = engine.catalogue().pluginOf(command.id);
    if (!policy || !plugin)
        return Playbooks::tr("This workspace has no policy yet, so nothing runs.");
    if (command.risk == domain::Risk::room)
        return Playbooks::tr("nobody has to agree");
    domain::CommandRequested request;
    request.command = command.id;
    request.args = args;
    request.host = args.value(u"host"_s).toString();
    request.risk = command.risk;
    request.plugin = plugin->name;
    request.pluginHash = plugin->hash;
    const domain::Requirement needed = domain::requirementFor(request, workspace, *policy, engine.clock().nowMs());
    if (!needed.whyNot.isEmpty())
        return Playbooks::tr("cannot be asked for: %1").arg(needed.whyNot);
    if (needed.byGrant && Automation(engine).standing(command.id).runsByItself)
        return Playbooks::tr("runs by itself (level 3)");
    if (needed.runsByItself && !needed.byGrant)
        return Playbooks::tr("runs by itself");
    constexpr qsizetype most = 5;
    const QStringList names = whoMayAgree(engine, needed.group, publisher);
    QString words = Playbooks::tr("approvals needed: %1 (%2)")
                        .arg(QString::number(needed.approvals), shownPlainly(needed.group, 60));
    words += names.isEmpty() ? Playbooks::tr("; nobody in that group may agree yet")
                             : u": "_s + names.mid(0, most).join(u", "_s) + (names.size() > most ? u" …"_s : QString());
    return needed.because.isEmpty() ? words : words + u"; "_s + needed.because;
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
    if (!command)
        co_return QStringList{line + u" · "_s + tr("There is no command %1 here.").arg(step.command)};
    const auto published = m_engine.playbooks().shelf().published(playbook.name);
    const domain::Risk risk = command->risk;
    // The host may be known where what is done there rests on earlier steps.
    const QJsonObject known = args ? *args : QJsonObject{{u"host"_s, knownValue(step.args.value(u"host"_s), inputs)}};
    QStringList lines{line + u" · "_s + report::riskName(risk) + u" · "_s +
                      whatLetsItRun(m_engine, *command, known, published ? published->by : PersonId())};
    if (!args || risk == domain::Risk::read || risk == domain::Risk::room)
        co_return lines;
    Wish wish;
    wish.room = room;
    wish.command = step.command;
    wish.args = *args;
    const Result<domain::CommandRequested> request = co_await m_engine.commands().rehearse(wish);
    if (!request) {
        if (!lines.first().contains(request.error().message)) // that it may not be asked for is said already
            lines << u"   "_s + tr("It cannot be rehearsed now: %1").arg(request.error().message);
        co_return lines;
    }
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

QCoro::Task<Result<PlaybookTold>> Playbooks::act(RoomId room, QString action, QJsonObject args)
{
    const QString name = args.value(u"name"_s).toString();
    if (action == "playbook.list"_L1)
        co_return PlaybookTold{listText(list()), {}};
    if (action == "playbook.stop"_L1) {
        const Result<FactId> run = runNamed(room, name);
        if (!run)
            co_return tl::unexpected(run.error());
        const Result<FactId> stopped = co_await stop(room, *run, args.value(u"why"_s).toString());
        if (!stopped)
            co_return tl::unexpected(stopped.error());
        co_return PlaybookTold{{}, *stopped};
    }
    const Result<QJsonObject> inputs = inputsOf(args.value(u"inputs"_s).toString());
    if (!inputs)
        co_return tl::unexpected(inputs.error());
    if (action == "playbook.rehearse"_L1) {
        const Result<QStringList> lines = co_await rehearse(room, name, *inputs);
        if (!lines)
            co_return tl::unexpected(lines.error());
        co_return PlaybookTold{lines->join(u'\n'), {}};
    }
    const Result<FactId> started = co_await start(room, name, *inputs);
    if (!started)
        co_return tl::unexpected(started.error());
    co_return PlaybookTold{{}, *started};
}

} // namespace wardroom::session
