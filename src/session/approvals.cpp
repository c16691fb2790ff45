// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/approvals.h"

#include "base/plaintext.h"
#include "domain/permission.h"
#include "report/wording.h"
#include "session/actions.h"
#include "session/automation.h"
#include "session/commands.h"
#include "session/engine.h"
#include "session/governance.h"

#include <QRegularExpression>

namespace wardroom::session {
using namespace Qt::StringLiterals;
using domain::OperationState;

namespace {

//! An argument with spaces or nothing in it, as one would type it in a shell, so that what is shown is not ambiguous.
QString quoted(const QString &argument)
{
    static const QRegularExpression plain(u"^[A-Za-z0-9_@%+=:,./~-]+$"_s);
    if (plain.match(argument).hasMatch())
        return argument;
    return u'\'' + QString(argument).replace(u'\'', u"'\\''"_s) + u'\'';
}

bool isLookAlike(QChar c)
{
    const QChar::Script script = c.script();
    return (c.unicode() >= 0xFF00 && c.unicode() <= 0xFFEF) || script == QChar::Script_Cyrillic ||
           script == QChar::Script_Greek || script == QChar::Script_Armenian || script == QChar::Script_Cherokee;
}

//! A letter that is written from right to left turns what stands beside it round, also other arguments.
bool isTurning(QChar c)
{
    const QChar::Direction direction = c.direction();
    return direction == QChar::DirR || direction == QChar::DirAL || direction == QChar::DirAN;
}

//! A foreign letter among Latin ones is named: what is approved must not pass for something else.
QString withoutLookAlikes(const QString &argument)
{
    static const QRegularExpression mixed(
        u"[A-Za-z0-9]\\p{L}*[^\\x{00}-\\x{24F}]|[^\\x{00}-\\x{24F}]\\p{L}*[A-Za-z]"_s);
    const bool isMixed = mixed.match(argument).hasMatch();
    QString shown;
    for (const QChar c : argument)
        shown += isTurning(c) || (isMixed && isLookAlike(c))
                     ? u"⟨U+%1⟩"_s.arg(QString::number(c.unicode(), 16).toUpper().rightJustified(4, u'0'))
                     : QString(c);
    return shown;
}

//! Whole, however long: nobody agrees to what they were not shown. A line break of its own is told from one that the
//! place it is shown in makes.
QString shellLine(const QStringList &argv)
{
    QStringList words;
    for (const QString &argument : argv)
        words.append(quoted(withoutLookAlikes(argument)).replace(u'\n', u"⏎\n"_s));
    const QString line = words.join(u' ');
    return shownPlainly(line, line.size() * 12);
}

//! Whether \a why, for which this person may not decide, is only that they are not known to be in the group.
bool isOnlyForMembers(const Engine &engine, const OperationState &operation, const QList<PersonId> &members,
                      const QString &why)
{
    const domain::Policy *policy = engine.book().workspace().policy();
    if (why.isEmpty() || !policy || members.contains(engine.me()))
        return false;
    const qint64 now = engine.clock().nowMs();
    const Result<void> without = domain::mayDecide(operation, engine.me(), *policy, members, now);
    return !without && without.error().message == why;
}

QCoro::Task<bool> isMember(Engine &engine, domain::CommandRequested request)
{
    const domain::Policy *policy = engine.book().workspace().policy();
    const RoomId group = policy ? policy->roomOf(request.group) : RoomId();
    if (group.isEmpty() || domain::isProposal(request) || !engine.book().groupProblem(group).isEmpty())
        co_return false;
    const QPointer<Engine> guard(&engine);
    const Result<QList<PersonId>> members = co_await engine.platform().members(group);
    co_return guard &&members && members->contains(engine.me());
}

} // namespace

Approvals::Approvals(Engine &engine) : m_engine(engine) {}

QList<PersonId> Approvals::groupMembers(const domain::CommandRequested &request) const
{
    const domain::Policy *policy = m_engine.book().workspace().policy();
    if (policy && domain::isProposal(request))
        return policy->admins;
    return policy ? m_engine.lastMembers(policy->roomOf(request.group)) : QList<PersonId>();
}

//! Level 3 lets it run, so nobody is asked; its record may end that, and then somebody is.
bool Approvals::runsByItself(const OperationState &operation) const
{
    const domain::Policy *policy = m_engine.book().workspace().policy();
    const domain::CommandRequested &request = operation.request;
    const domain::CommandLevel *grant =
        policy ? policy->grantFor(request.command, request.plugin, request.pluginHash, request.risk) : nullptr;
    return grant && policy->version == operation.policy &&
           domain::requirementFor(request, m_engine.book().workspace(), *policy, m_engine.clock().nowMs()).byGrant &&
           recordHolds(m_engine.book(), *grant);
}

QString Approvals::whyNotMe(const OperationState &operation) const
{
    const domain::Policy *policy = m_engine.book().workspace().policy();
    if (!policy)
        return tr("This workspace has no policy yet.");
    const bool isProposal = domain::isProposal(operation.request);
    const QString problem =
        isProposal ? QString() : m_engine.book().groupProblem(policy->roomOf(operation.request.group));
    if (!problem.isEmpty())
        return problem;
    if (operation.isLive() && operation.policy != policy->version)
        return tr(
            "The policy has changed since this was asked for, so it cannot run any more. It can be asked for again.");
    if (operation.said.at > operation.request.expires)
        return tr(
            "This request had expired by the server's clock when it reached the room: that clock is ahead, or the "
            "request lay unsent for so long. It can be asked for again.");
    const Result<void> may =
        domain::mayDecide(operation, m_engine.me(), *policy, groupMembers(operation.request), m_engine.clock().nowMs());
    return may ? QString() : may.error().message;
}

QList<ApprovalView> Approvals::waitingForMe() const
{
    QList<ApprovalView> mine;
    for (const ApprovalView &view : live())
        if (view.whyNotMe.isEmpty())
            mine.append(view);
    return mine;
}

QList<ApprovalView> Approvals::live() const
{
    QList<ApprovalView> views;
    for (const chat::Room &room : m_engine.book().rooms())
        for (const OperationState &operation : m_engine.book().state(room.id).operations)
            if (operation.isLive() && operation.request.needs > 0 &&
                m_engine.clock().nowMs() <= operation.request.expires && !runsByItself(operation))
                views.append(view(room.id, operation.op));
    return views;
}

void Approvals::fillPlan(const OperationState &operation, ApprovalView &view) const
{
    const domain::Plan &plan = operation.request.plan;
    const domain::WorkspaceState &workspace = m_engine.book().workspace();
    view.argv = shellLine(plan.argv.isEmpty() ? operation.request.run : plan.argv);
    QStringList where{operation.request.host.isEmpty() ? tr("this workspace") : operation.request.host};
    const domain::Host *host = workspace.inventory().find(operation.request.host);
    if (host && !host->address.isEmpty())
        where[0] += u" (%1)"_s.arg(shownPlainly(host->address, 100));
    if (!plan.as.isEmpty())
        where.append(tr("as %1").arg(shownPlainly(plan.as, 200)));
    const domain::Node *runner = workspace.node(operation.request.runner);
    where.append(runner ? tr("executed by %1").arg(runner->machine) : tr("executed by one node that reaches it"));
    view.where = where.join(u" · "_s);
    view.effect = shownPlainly(plan.effect);
    view.verify = shownPlainly(plan.verify);
    view.undo = shellLine(plan.undo);
}

void Approvals::fillDecisions(const OperationState &operation, ApprovalView &view) const
{
    const domain::WorkspaceState &workspace = m_engine.book().workspace();
    QList<PersonId> others = groupMembers(operation.request);
    for (const domain::Decision &decision : operation.decisions) {
        const QString name = workspace.nameOf(decision.said.by);
        const QString when = report::timeWords(decision.said.at);
        QString line = decision.approves ? tr("%1 accepted %2, signed").arg(name, when)
                                         : tr("%1 declined %2: %3").arg(name, when, shownPlainly(decision.reason, 200));
        if (!decision.counts)
            line += tr(" (does not count: %1)").arg(decision.whyNot);
        view.decisions.append(line);
        others.removeAll(decision.said.by);
    }
    for (const PersonId &person : std::as_const(others))
        if (!operation.request.requesters.contains(person))
            view.missing.append(person == m_engine.me() ? tr("you") : workspace.nameOf(person));
}

void Approvals::fillScript(const OperationState &operation, ApprovalView &view) const
{
    const domain::CommandRequested &request = operation.request;
    view.script = u"%1 %2"_s.arg(request.plugin, request.pluginVersion);
    view.hash = request.pluginHash.brief();
    view.fullHash = request.pluginHash.hex();
    const domain::WorkspaceState &workspace = m_engine.book().workspace();
    const domain::Policy *policy = workspace.policy(operation.policy);
    for (const domain::Vetting &vetting : policy ? policy->vetted : QList<domain::Vetting>())
        if (vetting.plugin == request.plugin && vetting.hash == request.pluginHash) {
            view.vetted = true;
            view.vettedBy =
                tr("%1 on %2")
                    .arg(workspace.nameOf(vetting.by), QDateTime::fromMSecsSinceEpoch(vetting.at).toString(u"d MMM"_s));
        }
    QStringList danger;
    if (!request.plan.danger.isEmpty())
        danger.append(shownPlainly(request.plan.danger));
    const QString guarded = policy ? domain::protectedHostOf(request, workspace, *policy) : QString();
    if (!guarded.isEmpty())
        danger.append(tr("%1 is a protected host, so one more has to agree.").arg(shownPlainly(guarded, 100)));
    else if (policy && !policy->isWithinWindow(m_engine.clock().nowMs()))
        danger.append(tr("It is outside the change window, so one more has to agree."));
    if (policy && !policy->isWithinWindow(m_engine.clock().nowMs()))
        danger.append(
            tr("It is outside the change window; accepting now runs it outside the window and records that."));
    if (!view.vetted)
        danger.append(tr("This script has not been vetted."));
    view.danger = danger.join(u' ');
}

//! From the document itself: what the asker says of it decides nothing.
void Approvals::fillProposal(const OperationState &operation, ApprovalView &view) const
{
    const ProposalWords words = wordsOf(m_engine, operation.request);
    view.changes = words.changes;
    view.document = words.document;
    view.danger = words.problem;
    view.where = tr("this workspace");
}

ApprovalView Approvals::view(const RoomId &room, const OpId &op) const
{
    ApprovalView view;
    const domain::IncidentState &state = m_engine.book().state(room);
    const OperationState *operation = state.operation(op);
    if (!operation)
        return view;
    view.room = room;
    view.roomName = shownPlainly(m_engine.book().titleOf(room), 200);
    view.op = op;
    view.title = shownPlainly(operation->request.title, 200);
    view.risk = operation->request.risk;
    view.requester = m_engine.book().workspace().nameOf(operation->said.by);
    view.group = operation->request.group;
    view.needed = domain::approvalsNeeded(*operation, m_engine.book().workspace(), m_engine.clock().nowMs());
    view.given = operation->standing().size();
    view.askedAt = operation->said.at;
    view.expires = operation->request.expires;
    if (state.incident.opened)
        view.incident = u"%1 (SEV%2)"_s.arg(shownPlainly(state.incident.title, 200)).arg(state.incident.severity);
    view.reason = shownPlainly(operation->request.reason);
    view.whyNotMe = whyNotMe(*operation);
    fillDecisions(*operation, view);
    if (domain::isProposal(operation->request)) {
        fillProposal(*operation, view);
        return view;
    }
    fillPlan(*operation, view);
    fillScript(*operation, view);
    return view;
}

QCoro::Task<Result<FactId>> Approvals::approve(RoomId room, OpId op, QString reason, QString from)
{
    return decide(room, op, true, reason, from);
}

QCoro::Task<Result<FactId>> Approvals::decline(RoomId room, OpId op, QString reason, QString from)
{
    return decide(room, op, false, reason, from);
}

QCoro::Task<Result<FactId>> Approvals::decide(RoomId room, OpId op, bool accept, QString reason, QString from)
{
    const OperationState *operation = m_engine.book().state(room).operation(op);
    if (!operation)
        co_return fail(ErrorKind::notFound, tr("That request is not in this room."));
    Engine &engine = m_engine;
    const QPointer<Engine> guard(&engine);
    const QString why = whyNotMe(*operation);
    if (isOnlyForMembers(engine, *operation, groupMembers(operation->request), why)) {
        // A shell that has just started may not have read yet who is in the group.
        const domain::CommandRequested request = operation->request;
        const bool isInGroup = co_await isMember(engine, request);
        if (!guard)
            co_return fail(ErrorKind::cancelled, {});
        operation = engine.book().state(room).operation(op);
        if (!isInGroup || !operation)
            co_return fail(ErrorKind::forbidden, why);
        const Result<void> may = domain::mayDecide(*operation, engine.me(), *engine.book().workspace().policy(),
                                                   {engine.me()}, engine.clock().nowMs());
        if (!may)
            co_return tl::unexpected(may.error());
    } else if (!why.isEmpty()) {
        co_return fail(ErrorKind::forbidden, why);
    }
    if (!accept && reason.trimmed().isEmpty())
        co_return fail(ErrorKind::invalid, tr("Say why you decline: the requester has to know what to change."));
    const domain::Fact fact = accept ? domain::Fact(domain::ApprovalGiven{operation->hash, reason, from})
                                     : domain::Fact(domain::ApprovalDeclined{operation->hash, reason, from});
    co_return co_await sayFact(engine, room, fact, op, op);
}

QCoro::Task<Result<FactId>> Approvals::cancel(RoomId room, OpId op, QString reason)
{
    const OperationState *operation = m_engine.book().state(room).operation(op);
    if (!operation || !operation->isLive())
        co_return fail(ErrorKind::conflict, tr("There is nothing left to cancel: it is settled already."));
    if (!operation->request.requesters.contains(m_engine.me()))
        co_return fail(ErrorKind::forbidden, tr("Only who asked for it can cancel it; you can decline it."));
    const domain::Fact fact = domain::CommandCancelled{reason};
    co_return co_await sayFact(m_engine, room, fact, op, op);
}

QCoro::Task<Result<FactId>> Approvals::undo(RoomId room, OpId op, QString reason)
{
    const OperationState *operation = m_engine.book().state(room).operation(op);
    if (!operation || !operation->finish)
        co_return fail(ErrorKind::conflict, tr("Only what has run can be undone."));
    const OperationState *before = m_engine.book().state(room).operation(operation->undoneBy);
    if (before && (before->isLive() || before->finish))
        co_return fail(ErrorKind::conflict, tr("It is being undone already."));
    if (domain::isProposal(operation->request))
        co_return fail(ErrorKind::invalid, tr("A policy is not undone: propose the one that should hold."));
    const Wish wish{room, operation->request.command, operation->request.args, tr("undo"), reason, op};
    co_return co_await m_engine.commands().request(wish);
}

} // namespace wardroom::session
