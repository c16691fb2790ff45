// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/commands.h"

#include "session/engine.h"

#include <QRegularExpression>

namespace wardroom::session {
using namespace Qt::StringLiterals;

namespace {

//! "Patch {package} on {host}" with what was said filled in.
QString filledIn(QString wording, const QJsonObject &args)
{
    for (auto it = args.begin(); it != args.end(); ++it) {
        const QString value = it.value().isString() ? it.value().toString() : QString::number(it.value().toInteger());
        wording.replace(u'{' + it.key() + u'}', value);
    }
    static const QRegularExpression unsaid(u"\\s*\\{[a-z_]+\\}"_s);
    return wording.remove(unsaid).simplified();
}

//! Whoever approves it reads the title first, so it names the host, too, where the plugin's own wording does not.
QString titleOf(const bot::Command &command, const QJsonObject &args, const QString &language)
{
    const QString wording = command.title.in(language);
    const QString title = filledIn(wording, args);
    const auto isUnnamedHost = [&](const bot::Argument &each) {
        return each.type == bot::ArgumentType::host && args.contains(each.name) &&
               !wording.contains(u'{' + each.name + u'}');
    };
    const auto host = std::find_if(command.arguments.begin(), command.arguments.end(), isUnnamedHost);
    return host == command.arguments.end() ? title
                                           : Commands::tr("%1 on %2").arg(title, args.value(host->name).toString());
}

} // namespace

Commands::Commands(Engine &engine, bot::StepRunner &steps) : m_engine(engine), m_steps(steps) {}

Result<domain::CommandRequested> Commands::draft(const Wish &wish) const
{
    const bot::Command *command = m_engine.catalogue().command(wish.command);
    const bot::Plugin *plugin = m_engine.catalogue().pluginOf(wish.command);
    const domain::WorkspaceState &workspace = m_engine.book().workspace();
    const domain::Policy *policy = workspace.policy();
    if (!command || !plugin)
        return fail(ErrorKind::notFound, tr("There is no command %1 here.").arg(wish.command));
    if (!policy)
        return fail(ErrorKind::conflict, tr("This workspace has no policy yet, so nothing runs."));
    domain::CommandRequested request;
    request.command = command->id;
    request.title = titleOf(*command, wish.args, m_engine.language());
    request.words = wish.words;
    request.args = wish.args;
    request.plugin = plugin->name;
    request.pluginVersion = plugin->version;
    request.pluginHash = plugin->hash;
    request.run = command->run.argv;
    request.risk = command->risk;
    request.host = wish.args.value(u"host"_s).toString();
    const domain::Requirement needed = domain::requirementFor(request, workspace, *policy, m_engine.clock().nowMs());
    if (!needed.whyNot.isEmpty())
        return fail(ErrorKind::forbidden, needed.whyNot);
    request.needs = needed.approvals;
    request.group = needed.group;
    request.reason = wish.reason;
    request.requesters = {wish.platform ? wish.platform->person : m_engine.me()};
    for (const PersonId &person : wish.alsoRequesters)
        if (!request.requesters.contains(person))
            request.requesters.append(person);
    request.platform = wish.platform;
    request.playbook = wish.playbook;
    request.step = wish.step;
    // A tool is reached from the node that has its account; a change is run by whichever node wins the claim.
    const bool isOnHost = !request.host.isEmpty() && !command->run.onHost.isEmpty();
    const bool isTool = command->run.kind == bot::StepKind::tool && !isOnHost;
    const bool isRead = needed.runsByItself && !needed.byGrant;
    if (isTool || isRead)
        request.runner = m_engine.entry().node;
    // Nobody would answer a read where the asker's node does not reach the host.
    const domain::Host *host = workspace.inventory().find(request.host);
    if (!isTool && isRead && host && !host->nodes.isEmpty() && !host->nodes.contains(request.runner))
        request.runner = host->nodes.first();
    request.expires = m_engine.clock().nowMs() + policy->approveWithin * 1000;
    request.nonce = randomHex(8);
    request.undoes = wish.undoes;
    return request;
}

domain::Plan Commands::undoPlan(const domain::OperationState &undone) const
{
    domain::Plan plan = undone.request.plan;
    std::swap(plan.argv, plan.undo);
    std::swap(plan.before, plan.after);
    plan.effect = tr("Takes back: %1").arg(undone.request.title);
    return plan;
}

QCoro::Task<Result<domain::Plan>> Commands::planFor(Wish wish, domain::CommandRequested request)
{
    const QPointer<Commands> self(this);
    bot::StepRequest step;
    step.command = wish.command;
    step.step = u"rehearse"_s;
    step.args = wish.args;
    step.language = m_engine.language();
    if (const domain::Host *host = m_engine.book().workspace().inventory().find(request.host))
        step.host = *host;
    step.expectedHash = request.pluginHash;
    Result<domain::Plan> plan = co_await m_steps.rehearse(step);
    if (!self || !plan)
        co_return plan;
    if (const bot::Command *command = m_engine.catalogue().command(wish.command); command && plan->danger.isEmpty())
        plan->danger = command->danger.in(m_engine.language());
    co_return plan;
}

QCoro::Task<Result<domain::CommandRequested>> Commands::rehearse(Wish wish)
{
    const QPointer<Commands> self(this);
    Result<domain::CommandRequested> request = draft(wish);
    if (!request)
        co_return request;
    if (!wish.undoes.isEmpty()) {
        const domain::OperationState *undone = m_engine.book().state(wish.room).operation(wish.undoes);
        if (!undone)
            co_return fail(ErrorKind::notFound, tr("What should be undone is not in this room."));
        request->plan = undoPlan(*undone);
        request->title = tr("Undo: %1").arg(undone->request.title);
    } else if (request->needs > 0) {
        Result<domain::Plan> plan = co_await planFor(wish, *request);
        if (!self)
            co_return fail(ErrorKind::cancelled, {});
        if (!plan)
            co_return tl::unexpected(plan.error());
        request->plan = std::move(*plan);
        // The rehearsal took time that is not the approver's.
        const domain::Policy *policy = m_engine.book().workspace().policy();
        request->expires = m_engine.clock().nowMs() + (policy ? policy->approveWithin : 900) * 1000;
    }
    co_return request;
}

QCoro::Task<Result<OpId>> Commands::request(Wish wish)
{
    if (isImportedId(wish.room)) // before it is rehearsed
        co_return fail(ErrorKind::forbidden, whyImportedIsReadOnly());
    const QPointer<Commands> self(this);
    const Result<domain::CommandRequested> request = co_await rehearse(wish);
    if (!self)
        co_return fail(ErrorKind::cancelled, {});
    if (!request)
        co_return tl::unexpected(request.error());
    domain::Intent intent;
    intent.room = wish.room;
    intent.fact = *request;
    intent.id = wish.id;
    intent.cause = wish.playbook;
    co_return co_await m_engine.sender().say(intent);
}

} // namespace wardroom::session
