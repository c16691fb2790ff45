// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/plaintext.h"
#include "control/calls.h"
#include "control/sentences.h"
#include "session/approvals.h"
#include "session/engine.h"
#include "session/founding.h"

#include <QCoroTimer>

namespace wardroom::control {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::OperationState;
using session::Workspace;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("OperationCalls", text);
}

struct Found
{
    session::RoomId room;
    session::OpId op;
};

//! An id, the beginning of one, or a short code while only one live request has it; to undo, also
//! one that is over.
Result<Found> operationNamed(Workspace &workspace, const QString &word, bool isOverToo)
{
    QList<Found> byId, byCode;
    bool isOver = false;
    const session::RoomBook &book = workspace.engine().book();
    const qint64 now = workspace.engine().clock().nowMs();
    for (const chat::Room &room : book.rooms())
        for (const OperationState &operation : book.state(room.id).operations) {
            if (operation.op.text() == word)
                return Found{room.id, operation.op};
            if (word.size() >= 4 && operation.op.text().startsWith(word))
                byId.append({room.id, operation.op});
            const bool isLive = operation.isLive() && now <= operation.request.expires;
            const bool isIt = word.size() == 6 && operation.shortCode() == word.toUpper();
            if (isIt && (isLive || isOverToo))
                byCode.append({room.id, operation.op});
            isOver = isOver || (isIt && !isLive);
        }
    const QList<Found> all = byCode + byId;
    if (all.size() == 1)
        return all.first();
    if (all.isEmpty() && isOver)
        return fail(
            ErrorKind::conflict,
            tr("What had the code %1 is decided or over; say its id, as “wardroomctl operations” lists it.").arg(word));
    return fail(ErrorKind::notFound, all.isEmpty()
                                         ? tr("There is no operation %1 here.").arg(word)
                                         : tr("%1 could mean several operations; say the whole id.").arg(word));
}

//! Everybody's decision, those that do not count with the reason.
QJsonArray decisionsOf(Workspace &workspace, const OperationState &operation)
{
    const domain::Policy *policy = workspace.engine().book().workspace().policy();
    const session::RoomId group = policy ? policy->roomOf(operation.request.group) : session::RoomId();
    const bool isProposal = domain::isProposal(operation.request);
    const QList<session::PersonId> members =
        isProposal && policy ? policy->admins : workspace.engine().lastMembers(group);
    QJsonArray list;
    for (const domain::Decision &decision : operation.decisions) {
        QJsonObject json{{u"by"_s, decision.said.by.text()}, {u"approves"_s, decision.approves},
                         {u"at"_s, decision.said.at},        {u"via"_s, domain::wordOf(decision.said.via)},
                         {u"from"_s, decision.from},         {u"counts"_s, decision.counts && !decision.withdrawn}};
        if (decision.withdrawn)
            json.insert(u"withdrawn"_s, true);
        if (!decision.whyNot.isEmpty())
            json.insert(u"why"_s, decision.whyNot);
        else if (operation.isLive() && !members.isEmpty() && !members.contains(decision.said.by))
            json.insert(u"why"_s, tr("not a member of %1 now").arg(operation.request.group));
        if (!decision.reason.isEmpty())
            json.insert(u"reason"_s, decision.reason);
        list.append(json);
    }
    return list;
}

QJsonObject operationJson(Workspace &workspace, const session::RoomId &room, const OperationState &operation)
{
    const bool isExpired = operation.isLive() && workspace.engine().clock().nowMs() > operation.request.expires;
    QJsonObject json{{u"op"_s, operation.op.text()},
                     {u"code"_s, operation.shortCode()},
                     {u"room"_s, room.text()},
                     {u"title"_s, operation.request.title},
                     {u"command"_s, operation.request.command},
                     {u"args"_s, operation.request.args},
                     {u"host"_s, operation.request.host},
                     {u"risk"_s, domain::wordOf(operation.request.risk)},
                     {u"stage"_s, stageWord(isExpired ? domain::Stage::expired : operation.stage)},
                     {u"requester"_s, operation.said.by.text()},
                     {u"needs"_s, operation.request.needs},
                     {u"group"_s, operation.request.group},
                     {u"given"_s, operation.standing().size()},
                     {u"at"_s, operation.said.at},
                     {u"expires"_s, operation.request.expires},
                     {u"decisions"_s, decisionsOf(workspace, operation)}};
    if (operation.finish) {
        json.insert(u"outcome"_s, domain::wordOf(operation.finish->outcome));
        json.insert(u"exitCode"_s, operation.finish->exitCode);
        json.insert(u"summary"_s, operation.finish->summary);
        json.insert(u"data"_s, operation.finish->data);
    }
    if (operation.verification)
        json.insert(u"verdict"_s, domain::wordOf(operation.verification->verdict));
    if (!operation.endReason.isEmpty())
        json.insert(u"reason"_s, operation.endReason);
    if (!operation.claimProblem.isEmpty())
        json.insert(u"problem"_s, operation.claimProblem);
    else if (operation.untold)
        json.insert(u"problem"_s, u"it is said to have ended, and nothing here says that it began"_s);
    return json;
}

QCoro::Task<Answer> list(Workspace &workspace, Call call)
{
    Result<session::RoomId> only = session::RoomId();
    if (!call.words.isEmpty())
        only = roomOf(workspace, call.word(0));
    if (!only)
        co_return Answer::failed(only.error());
    QList<QJsonObject> all;
    for (const chat::Room &room : workspace.engine().book().rooms())
        for (const OperationState &operation : workspace.engine().book().state(room.id).operations)
            if (only->isEmpty() || *only == room.id)
                all.append(operationJson(workspace, room.id, operation));
    std::stable_sort(all.begin(), all.end(), [](const QJsonObject &a, const QJsonObject &b) {
        return a.value(u"at"_s).toInteger() < b.value(u"at"_s).toInteger();
    });
    QJsonArray json;
    QList<QStringList> rows;
    for (const QJsonObject &each : std::as_const(all)) {
        json.append(each);
        const QString end = each.value(u"verdict"_s).toString(each.value(u"outcome"_s).toString());
        rows.append({each.value(u"op"_s).toString().first(8), each.value(u"code"_s).toString(),
                     each.value(u"risk"_s).toString(),
                     each.value(u"stage"_s).toString() + (end.isEmpty() ? QString() : u" ("_s + end + u')'),
                     shownPlainly(each.value(u"title"_s).toString(), 200)});
    }
    co_return Answer{yes, json, columns(rows), {}};
}

//! Waits a moment for somebody to begin what now has all its approvals, so that the answer can say so.
QCoro::Task<void> untilBegun(QPointer<Workspace> workspace, Found found)
{
    for (int waited = 0; workspace && waited < 150; ++waited) {
        const OperationState *operation = workspace->engine().book().state(found.room).operation(found.op);
        const session::Engine &engine = workspace->engine();
        if (!operation || !operation->isLive() ||
            operation->standing().size() <
                domain::approvalsNeeded(*operation, engine.book().workspace(), engine.clock().nowMs()))
            co_return;
        QTimer pause;
        pause.start(20ms);
        co_await pause;
    }
}

enum class Act { approve, decline, cancel, undo };

QCoro::Task<Result<session::FactId>> perform(Workspace &workspace, Act act, Found found, QString reason)
{
    session::Approvals &approvals = workspace.approvals();
    switch (act) {
    case Act::approve: return approvals.approve(found.room, found.op, reason, u"shell"_s);
    case Act::decline: return approvals.decline(found.room, found.op, reason, u"shell"_s);
    case Act::cancel: return approvals.cancel(found.room, found.op, reason);
    case Act::undo: break;
    }
    return approvals.undo(found.room, found.op, reason);
}

//! Why a decision that is in the room does not count, or empty.
QString whyNot(Workspace &workspace, const Found &found, const session::FactId &fact)
{
    const OperationState *operation = workspace.engine().book().state(found.room).operation(found.op);
    for (const domain::Decision &decision : operation ? operation->decisions : QList<domain::Decision>())
        if (decision.said.fact == fact && !decision.counts)
            return decision.whyNot;
    return {};
}

QString whatBecameOf(Act act, const OperationState *operation)
{
    const bool waits = operation && operation->stage == domain::Stage::requested;
    if (waits && act == Act::undo)
        return tr("Asked for as %1: %2").arg(operation->shortCode(), shownPlainly(operation->request.title, 200)) +
               u'\n' +
               tr("Approvals it waits for: %1, from %2.")
                   .arg(QString::number(operation->request.needs), shownPlainly(operation->request.group, 100));
    if (waits && act == Act::approve)
        return tr("Recorded. It waits for more approvals, or for a node that can run it.");
    return tr("Recorded. The operation is now: %1.").arg(operation ? stageWord(operation->stage) : QString());
}

QCoro::Task<Answer> decide(Workspace &workspace, Call call, Act act)
{
    const QPointer<Workspace> self(&workspace);
    const Result<Found> found = operationNamed(workspace, call.word(0), act == Act::undo);
    if (!found)
        co_return Answer::failed(found.error());
    if (act == Act::decline && call.option(u"reason"_s).trimmed().isEmpty())
        co_return Answer::wrongUsage(tr("Say why you decline: --reason TEXT"));
    const Result<session::FactId> said = co_await perform(workspace, act, *found, call.option(u"reason"_s));
    if (!said || !self)
        co_return said ? Answer() : Answer::failed(said.error());
    const Result<void> there = co_await session::settled(self->engine(), *said);
    if (!there || !self)
        co_return there ? Answer() : Answer::failed(there.error());
    if (const QString why = whyNot(*self, *found, *said); !why.isEmpty())
        co_return Answer{
            no, QJsonValue(QJsonValue::Undefined), {}, tr("It was recorded, but does not count: %1").arg(why)};
    if (act == Act::approve)
        co_await untilBegun(self, *found);
    if (!self)
        co_return Answer();
    // An undo is an operation of its own, named by its request.
    const session::OpId op = act == Act::undo ? *said : found->op;
    const OperationState *operation = self->engine().book().state(found->room).operation(op);
    const QString stage = operation ? stageWord(operation->stage) : QString();
    const QJsonObject json{{u"op"_s, op.text()}, {u"fact"_s, said->text()}, {u"stage"_s, stage}};
    co_return Answer{yes, json, whatBecameOf(act, operation) + u'\n', {}};
}

QCoro::Task<Answer> approve(Workspace &workspace, Call call)
{
    return decide(workspace, call, Act::approve);
}
QCoro::Task<Answer> decline(Workspace &workspace, Call call)
{
    return decide(workspace, call, Act::decline);
}
QCoro::Task<Answer> cancel(Workspace &workspace, Call call)
{
    return decide(workspace, call, Act::cancel);
}
QCoro::Task<Answer> undo(Workspace &workspace, Call call)
{
    return decide(workspace, call, Act::undo);
}

} // namespace

const QMap<QString, Carry> &operationCalls()
{
    static const QMap<QString, Carry> table{{u"operations"_s, &list},
                                            {u"approve"_s, &approve},
                                            {u"decline"_s, &decline},
                                            {u"cancel"_s, &cancel},
                                            {u"undo"_s, &undo}};
    return table;
}

} // namespace wardroom::control
