// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/plaintext.h"
#include "control/calls.h"
#include "session/engine.h"
#include "session/talk.h"

namespace wardroom::control {
using namespace Qt::StringLiterals;
using session::Workspace;
using store::OutboxItem;
using store::SendState;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("OutboxCalls", text);
}

QString stateWord(SendState state)
{
    static const QStringList words{u"queued"_s, u"sending"_s, u"unknown"_s, u"failed"_s, u"sent"_s};
    return words.value(static_cast<int>(state));
}

QCoro::Task<Answer> list(Workspace &workspace, Call)
{
    QJsonArray items;
    QList<QStringList> rows;
    for (const OutboxItem &item : workspace.engine().sender().pending()) {
        items.append(QJsonObject{{u"id"_s, item.id},
                                 {u"room"_s, item.room.text()},
                                 {u"state"_s, stateWord(item.state)},
                                 {u"fact"_s, !item.envelope.isEmpty()},
                                 {u"queuedAt"_s, item.queuedAt},
                                 {u"text"_s, item.text},
                                 {u"problem"_s, item.problem}});
        rows.append({QString::number(item.id), stateWord(item.state),
                     u'#' + shownPlainly(workspace.engine().book().titleOf(item.room), 80), shownPlainly(item.text, 80),
                     shownPlainly(item.problem, 200)});
    }
    co_return Answer{yes, items, columns(rows), {}};
}

//! The items that a word names: an id, or "all" that failed.
Result<QList<qint64>> failedOnes(Workspace &workspace, const QString &word)
{
    QList<qint64> ids;
    for (const OutboxItem &item : workspace.engine().sender().pending()) {
        const bool isMeant = word == u"all" || QString::number(item.id) == word;
        if (isMeant && item.state == SendState::failed)
            ids.append(item.id);
        else if (isMeant && word != u"all")
            return fail(ErrorKind::conflict,
                        tr("%1 has not failed: it is sent by itself as soon as that is possible.").arg(word));
    }
    if (ids.isEmpty())
        return fail(ErrorKind::notFound, tr("Nothing that failed is called %1 in the outbox.").arg(word));
    return ids;
}

QCoro::Task<Answer> retry(Workspace &workspace, Call call)
{
    const Result<QList<qint64>> ids = failedOnes(workspace, call.word(0));
    if (!ids)
        co_return Answer::failed(ids.error());
    for (const qint64 id : *ids)
        workspace.talk().retry(id);
    co_return Answer{yes, QJsonObject{{u"tried"_s, ids->size()}}, tr("Tried again: %1").arg(ids->size()) + u'\n', {}};
}

QCoro::Task<Answer> discard(Workspace &workspace, Call call)
{
    const Result<QList<qint64>> ids = failedOnes(workspace, call.word(0));
    if (!ids)
        co_return Answer::failed(ids.error());
    const qsizetype before = workspace.engine().sender().pending().size();
    for (const qint64 id : *ids)
        workspace.engine().sender().discard(id);
    const qsizetype gone = before - workspace.engine().sender().pending().size();
    const QString kept =
        gone < ids->size() ? tr("Facts are kept: they have their place in the record. Try them again.") : QString();
    co_return Answer{gone > 0 ? yes : no, QJsonObject{{u"discarded"_s, gone}}, tr("Discarded: %1").arg(gone) + u'\n',
                     kept};
}

} // namespace

const QMap<QString, Carry> &outboxCalls()
{
    static const QMap<QString, Carry> table{
        {u"outbox list"_s, &list}, {u"outbox retry"_s, &retry}, {u"outbox discard"_s, &discard}};
    return table;
}

} // namespace wardroom::control
