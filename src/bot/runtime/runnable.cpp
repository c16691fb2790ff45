// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/runtime/runnable.h"

#include "base/canonicaljson.h"

#include <QJsonArray>

namespace wardroom::bot {

using namespace Qt::StringLiterals;
using domain::OperationState;

namespace {

constexpr qsizetype kLargestData = 16 * 1024;
constexpr qsizetype kLongestText = 500;

QString tr(const char *text)
{
    return QCoreApplication::translate("OperationRunner", text);
}

//! The host named by the request and by its arguments must be one and the same, and reachable from here.
Result<domain::Host> hostOf(const domain::CommandRequested &request, const Command &command,
                            const domain::Inventory &inventory, const domain::NodeId &self)
{
    QString name = request.host;
    for (const Argument &argument : command.arguments) {
        const QString value = request.args.value(argument.name).toString();
        if (argument.type != ArgumentType::host || value.isEmpty())
            continue;
        const domain::Host *named = inventory.find(value);
        const domain::Host *asked = inventory.find(name.isEmpty() ? value : name);
        if (!named || named != asked)
            return fail(ErrorKind::invalid, tr("The request's host is not the one in its arguments."));
        name = named->name;
    }
    if (name.isEmpty())
        return domain::Host();
    const domain::Host *host = inventory.find(name);
    if (!host)
        return fail(ErrorKind::notFound, tr("%1 is not in the inventory.").arg(name));
    if (!host->nodes.isEmpty() && !host->nodes.contains(self))
        return fail(ErrorKind::unsupported, tr("%1 is not reached from here.").arg(name));
    return *host;
}

//! What a requester says of a command counts only as far as the command itself says the same.
Result<void> checkRequest(const OperationState &operation, const Command &command, const Plugin &plugin,
                          const domain::NodeId &self)
{
    const domain::CommandRequested &request = operation.request;
    if (command.run.kind == StepKind::room || command.risk == domain::Risk::room) // nobody approves those
        return fail(ErrorKind::unsupported, tr("%1 is said in the room, not run.").arg(request.command));
    if (request.risk != command.risk || request.plugin != plugin.name)
        return fail(ErrorKind::forbidden, tr("The request calls %1 something else than it is.").arg(request.command));
    // Another version may be right elsewhere; on the node that asked, or was named, the refusal has to be said.
    const bool isOurs = request.runner == self || operation.said.node == self;
    if (request.pluginHash.isNull() || (request.pluginHash != plugin.hash && !isOurs))
        return fail(ErrorKind::conflict, tr("The plugin %1 is another version here.").arg(plugin.name));
    return {};
}

//! An undo runs what the original left behind; it must be of the same command on the same things.
Result<void> addOriginal(StepRequest &step, const OperationState &operation, const domain::IncidentState &state)
{
    const OperationState *original = state.operation(operation.request.undoes);
    if (!original || !original->finish)
        return fail(ErrorKind::notFound, tr("What is to be undone has not run."));
    if (original->request.command != operation.request.command || original->request.args != operation.request.args ||
        original->request.host != operation.request.host)
        return fail(ErrorKind::forbidden, tr("The undo is not of what it names."));
    step.step = u"undo"_s;
    step.rehearsal = rehearsalOf(original->request.plan);
    step.run = original->finish->data;
    return {};
}

bool isEnrolled(const domain::WorkspaceState &workspace, const domain::NodeId &self)
{
    const domain::Node *node = workspace.node(self);
    return node && !node->revoked;
}

//! A fact holds whole numbers and texts and stays small; what does not fit is in the log.
QJsonObject smallData(const QJsonObject &data)
{
    const auto bytes = canonicalJson(data);
    return bytes && bytes->size() <= kLargestData ? data : QJsonObject();
}

} // namespace

QJsonObject rehearsalOf(const domain::Plan &plan)
{
    return {{u"argv"_s, QJsonArray::fromStringList(plan.argv)},
            {u"as"_s, plan.as},
            {u"effect"_s, plan.effect},
            {u"verify"_s, plan.verify},
            {u"undo"_s, QJsonArray::fromStringList(plan.undo)},
            {u"before"_s, plan.before},
            {u"after"_s, plan.after}};
}

Result<Runnable> runnable(const OperationState &operation, const domain::IncidentState &state,
                          const domain::WorkspaceState &workspace, const Catalogue &catalogue,
                          const domain::NodeId &self)
{
    const domain::CommandRequested &request = operation.request;
    const Command *command = catalogue.command(request.command);
    const Plugin *plugin = catalogue.pluginOf(request.command);
    const domain::Policy *policy = workspace.policy();
    if (!command || !plugin || !policy || !isEnrolled(workspace, self))
        return fail(ErrorKind::notFound, tr("%1 cannot run here.").arg(request.command));
    if (!request.runner.isEmpty() && request.runner != self)
        return fail(ErrorKind::unsupported, tr("It is another node's to run."));
    if (const auto good = checkRequest(operation, *command, *plugin, self); !good)
        return tl::unexpected(good.error());
    const auto host = hostOf(request, *command, workspace.inventory(), self);
    if (!host)
        return tl::unexpected(host.error());
    const auto needed = domain::requirementFor(request.risk, policy->isVetted(request.plugin, request.pluginHash),
                                               *policy, request.command);
    Runnable result;
    result.runsByItself = needed.runsByItself && request.risk == domain::Risk::read;
    if (result.runsByItself && operation.said.node != self && request.runner != self)
        return fail(ErrorKind::unsupported, tr("A read runs on the node that asked."));
    result.group = policy->roomOf(needed.group);
    result.step = {request.command,           u"run"_s, request.args,       *host,
                   rehearsalOf(request.plan), {},       request.pluginHash, {}};
    if (!request.undoes.isEmpty())
        if (const auto added = addOriginal(result.step, operation, state); !added)
            return tl::unexpected(added.error());
    if (isReadBack(request, catalogue))
        result.verifyStep = request.undoes.isEmpty() ? u"verify"_s : u"verify_undo"_s;
    return result;
}

bool isReadBack(const domain::CommandRequested &request, const Catalogue &catalogue)
{
    const Command *command = catalogue.command(request.command);
    if (!command)
        return request.needs > 0;
    const StepKind kind = request.undoes.isEmpty() ? command->verify.kind : command->verifyUndo.kind;
    return kind == StepKind::script || kind == StepKind::tool || kind == StepKind::http;
}

StepRequest verifyStepOf(const Runnable &runnable, const QJsonObject &runData)
{
    StepRequest step = runnable.step;
    step.step = runnable.verifyStep;
    if (runnable.verifyStep == "verify"_L1) // after an undo, "run" stays what the original did
        step.run = runData;
    return step;
}

domain::CommandFinished finishedFact(const Result<StepResult> &ran, const Sha256 &log)
{
    domain::CommandFinished fact;
    fact.log = log;
    if (!ran) {
        fact.outcome = domain::Outcome::failed;
        fact.exitCode = -1;
        fact.summary = ran.error().message.left(kLongestText);
        return fact;
    }
    fact.outcome = ran->outcome;
    fact.exitCode = ran->exitCode;
    fact.took = ran->took;
    fact.summary = ran->summary.left(kLongestText);
    fact.data = smallData(ran->data);
    return fact;
}

domain::CommandVerified verifiedFact(const Result<StepResult> &ran, const domain::Plan &plan)
{
    domain::CommandVerified fact;
    fact.before = plan.before.left(kLongestText);
    fact.expected = plan.after.left(kLongestText);
    if (!ran || !ran->ok()) {
        const QString why = ran ? ran->summary : ran.error().message;
        fact.detail = tr("It could not be read back; a person must look. %1").arg(why).left(kLongestText).trimmed();
        return fact;
    }
    const auto text = [&](QLatin1StringView name, const QString &otherwise) {
        const QString said = ran->data.value(name).toString();
        return said.isEmpty() ? otherwise : said.left(kLongestText);
    };
    const auto verdict = domain::fromWord<domain::Verdict>(ran->data.value("verdict"_L1).toString());
    fact.verdict = verdict.value_or(domain::Verdict::notVerified);
    fact.before = text("before"_L1, fact.before);
    fact.after = text("after"_L1, {});
    fact.expected = text("expected"_L1, fact.expected);
    fact.detail = ran->summary.left(kLongestText);
    return fact;
}

} // namespace wardroom::bot
