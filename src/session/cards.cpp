// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/cards.h"

#include "base/plaintext.h"
#include "bot/language/understand.h"
#include "bot/runtime/runnable.h"
#include "report/wording.h"
#include "session/engine.h"

namespace wardroom::session {
using namespace Qt::StringLiterals;
using domain::OperationState;
using domain::Stage;

namespace {

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("Cards", text, nullptr, n);
}

QString seconds(qint64 ms)
{
    return tr("%1 s").arg(QString::number(static_cast<double>(ms) / 1000.0, 'f', 1));
}

OperationLook lookOf(const OperationState &operation, qint64 nowMs)
{
    if (operation.verification) {
        switch (operation.verification->verdict) {
        case domain::Verdict::verified: return OperationLook::verified;
        case domain::Verdict::notVerified: return OperationLook::notVerified;
        case domain::Verdict::drifted: return OperationLook::drifted;
        }
    }
    switch (operation.stage) {
    case Stage::declined: return OperationLook::declined;
    case Stage::cancelled: return OperationLook::cancelled;
    case Stage::claimed: return OperationLook::running;
    case Stage::stalled: return OperationLook::unknown;
    case Stage::expired: return OperationLook::expired;
    case Stage::requested:
        if (operation.request.needs == 0)
            return OperationLook::running;
        return nowMs > operation.request.expires ? OperationLook::expired : OperationLook::asking;
    case Stage::finished:
    case Stage::verified: break;
    }
    switch (operation.finish->outcome) {
    case domain::Outcome::done: return OperationLook::done;
    case domain::Outcome::unknown: return OperationLook::unknown;
    default: return OperationLook::failed;
    }
}

} // namespace

Cards::Cards(const Engine &engine) : m_engine(engine) {}

QString Cards::nameOf(const RoomId &room, const PersonId &person) const
{
    return shownPlainly(m_engine.book().workspaceOf(room).nameOf(person), 80);
}

AlertCard Cards::alert(const RoomId &room, const domain::AlertState &alert, const FactId &id) const
{
    AlertCard card;
    card.alert = id;
    card.severity = alert.raised.severity;
    card.title = shownPlainly(alert.raised.title, 300);
    card.detail = shownPlainly(alert.raised.detail, 1000);
    card.source = shownPlainly(alert.raised.source, 200);
    card.target = shownPlainly(alert.raised.target, 200);
    card.first = alert.raised.first;
    card.last = alert.last;
    card.count = alert.count;
    card.incident = alert.incident;
    card.canAcknowledge = !alert.acknowledged && alert.isOpen();
    card.canClaim = !alert.claimed && !alert.resolved;
    card.canResolve = !alert.resolved;
    if (isImportedId(room))
        card.canAcknowledge = card.canClaim = card.canResolve = false;
    QStringList standing;
    if (alert.resolved) {
        standing.append(
            tr("Resolved as %1 by %2").arg(report::resolutionName(alert.resolution), nameOf(room, alert.resolved->by)));
        if (!alert.note.isEmpty())
            standing.append(shownPlainly(alert.note, 300));
    } else if (alert.claimed) {
        const QString words = shownPlainly(alert.claimWords, 300);
        standing.append(words.isEmpty() ? tr("%1: that was me").arg(nameOf(room, alert.claimed->by))
                                        : tr("%1: that was me, %2").arg(nameOf(room, alert.claimed->by), words));
    } else if (alert.acknowledged) {
        standing.append(tr("Acknowledged by %1").arg(nameOf(room, alert.acknowledged->by)));
    } else if (!alert.called.isEmpty()) {
        const PersonId last = alert.called.last();
        standing.append(last.isEmpty() ? tr("Nobody answered yet; everybody was called")
                                       : tr("Nobody answered yet; called %1").arg(nameOf(room, last)));
    }
    card.standing = standing.join(u" · "_s);
    return card;
}

QString Cards::byline(const RoomId &room, const OperationState &operation) const
{
    const domain::WorkspaceState &workspace = m_engine.book().workspaceOf(room);
    if (operation.request.needs == 0) {
        const QString ran = QString(operation.request.command).replace(u'.', u' ');
        const QString target = operation.request.host;
        QStringList parts{tr("ran %1").arg(target.isEmpty() ? ran : ran + u' ' + target)};
        if (operation.finish)
            parts.append(seconds(operation.finish->took));
        parts.append(tr("read-only, ran by itself"));
        return parts.join(u" · "_s);
    }
    if (!operation.claim)
        return tr("asked for by %1").arg(nameOf(room, operation.said.by));
    QStringList names;
    for (const domain::CountedApproval &approval : operation.claim->approvals)
        names.append(u"%1 (%2)"_s.arg(nameOf(room, approval.person), operation.request.group));
    const domain::Node *node = operation.claimSaid ? workspace.node(operation.claimSaid->node) : nullptr;
    QStringList parts;
    if (operation.claim->approvals.isEmpty())
        parts.append(operation.claimProblem.isEmpty() ? tr("ran by itself (level 3)") : tr("nobody accepted it"));
    else
        parts.append(tr("accepted by %1").arg(names.join(tr(" and "))));
    if (node)
        parts.append((operation.finish ? tr("ran on %1") : tr("running on %1")).arg(shownPlainly(node->machine, 80)));
    return parts.join(u" · "_s);
}

void Cards::fillAsking(const RoomId &room, const OperationState &operation, OperationCard &card) const
{
    const domain::WorkspaceState &workspace = m_engine.book().workspaceOf(room);
    const domain::Policy *policy = workspace.policy();
    const qint64 missing =
        domain::approvalsNeeded(operation, workspace, m_engine.clock().nowMs()) - operation.standing().size();
    const int open = static_cast<int>(
        std::max<qint64>(missing, 0)); // lupdate does not see a string whose number is cast in the call
    const bool requester = operation.request.requesters.contains(m_engine.me());
    card.status = tr("waits for %n approval(s) of %1", open).arg(operation.request.group);
    card.canCancel = requester;
    QList<PersonId> members =
        policy ? m_engine.lastMembers(policy->roomOf(operation.request.group)) : QList<PersonId>();
    if (policy && domain::isProposal(operation.request))
        members = policy->admins;
    card.canDecide =
        policy && domain::mayDecide(operation, m_engine.me(), *policy, members, m_engine.clock().nowMs()).has_value();
    card.before = operation.request.plan.before;
    card.after = operation.request.plan.after;
}

void Cards::fillEnd(const RoomId &room, const OperationState &operation, OperationCard &card) const
{
    if (operation.finish) {
        card.summary = shownPlainly(operation.finish->summary, 600);
        card.log = operation.finish->log;
    }
    if (operation.verification) {
        card.before = shownPlainly(operation.verification->before, 200);
        card.after = shownPlainly(operation.verification->after, 200);
        card.status = report::verdictName(operation.verification->verdict);
        if (operation.verification->verdict != domain::Verdict::verified)
            card.summary = shownPlainly(operation.verification->detail, 600);
    }
    const OperationState *undo = m_engine.book().state(room).operation(operation.undoneBy);
    const bool undone = undo && (undo->isLive() || undo->finish);
    card.canUndo = operation.finish && operation.request.needs > 0 && operation.request.undoes.isEmpty() && !undone &&
                   !operation.request.plan.undo.isEmpty();
}

OperationCard Cards::operation(const RoomId &room, const OperationState &operation, const LiveOutput &live) const
{
    OperationCard card;
    card.op = operation.op;
    card.title = shownPlainly(operation.request.title, 200);
    card.risk = operation.request.risk;
    card.look = lookOf(operation, m_engine.clock().nowMs());
    card.byline = byline(room, operation);
    card.shortCode = operation.shortCode();
    card.fields = live.fields;
    card.moreFields = live.moreFields;
    card.tables = live.tables;
    card.host = shownPlainly(operation.request.host, 200);
    if (operation.finish)
        card.notes = notesOf(live);
    switch (card.look) {
    case OperationLook::asking: fillAsking(room, operation, card); break;
    case OperationLook::running:
        card.step = live.step;
        card.of = live.of;
        card.logTail = live.tail;
        card.status = live.of > 0 ? tr("step %1 of %2 · verify follows").arg(live.step).arg(live.of) : tr("running");
        break;
    case OperationLook::declined: card.status = tr("declined: %1").arg(shownPlainly(operation.endReason, 300)); break;
    case OperationLook::cancelled: card.status = tr("cancelled"); break;
    case OperationLook::expired: card.status = tr("expired: nobody decided in time"); break;
    case OperationLook::unknown: card.status = tr("outcome unknown: a person must look"); break;
    case OperationLook::failed:
        card.status = operation.finish ? report::outcomeName(operation.finish->outcome) : tr("failed");
        for (const QString &line : live.tail)
            if (!card.notes.contains(line))
                card.logTail.append(line);
        break;
    case OperationLook::done:
        if (operation.request.needs > 0)
            card.status = bot::isReadBack(operation.request, m_engine.catalogue()) ? tr("ran; reading back")
                                                                                   : tr("ran; nothing reads it back");
        break;
    default: break;
    }
    fillEnd(room, operation, card);
    if (operation.finish)
        card.asOf = operation.said.at + operation.finish->took;
    if (const bot::Command *command = m_engine.catalogue().command(operation.request.command);
        command && operation.request.undoes.isEmpty())
        card.again = bot::spokenForm(*command, operation.request.args);
    if (!operation.claimProblem.isEmpty())
        card.status = tr("This claim does not add up: %1").arg(operation.claimProblem);
    else if (operation.untold)
        card.status += (card.status.isEmpty() ? QString() : u" · "_s) +
                       tr("%1 tells how this ended, but its beginning is not in the room (deleted?): look at the host")
                           .arg(nameOf(room, operation.untold->by));
    if (isImportedId(room))
        card.canDecide = card.canCancel = card.canUndo = false;
    if (isImportedId(room))
        card.again.clear();
    return card;
}

} // namespace wardroom::session
