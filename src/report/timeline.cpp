// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/timeline.h"

#include "base/plaintext.h"
#include "report/reasons.h"
#include "report/speech.h"

#include <QSet>

namespace wardroom::report {
using namespace Qt::StringLiterals;
using namespace domain;

namespace {

Judgement judgementOf(const RoomFold &fold, qsizetype index)
{
    return fold.judgementAt(index);
}

Judgement judgementOf(const WorkspaceFold &fold, qsizetype index)
{
    return fold.judgement(fold.entries().at(index).entry.position.entry);
}

const IncidentState &stateOf(const RoomFold &fold)
{
    return fold.state();
}

//! Nothing is run in the control room.
const IncidentState &stateOf(const WorkspaceFold &)
{
    static const IncidentState none;
    return none;
}

//! Builds the rows of one room in one pass.
template <class Fold> class Rows
{
public:
    Rows(const Fold &fold, const WorkspaceState &workspace) : m_fold(fold), m_workspace(workspace)
    {
        const QMap<NodeId, Chain> &chains = fold.admission().chains;
        for (auto it = chains.begin(); it != chains.end(); ++it)
            if (const QList<qint64> missing = it->missing(); !missing.isEmpty())
                m_missing.insert(it.key(), missing);
        // What was edited or deleted in the chat left the fold, but it is not missing: it has a row of its own.
        for (const ReadEntry &read : fold.entries())
            if (read.envelope && (read.entry.edited || read.entry.deleted) && m_missing.contains(read.envelope->node))
                m_missing[read.envelope->node].removeAll(read.envelope->seq);
    }

    QList<TimelineRow> make()
    {
        const QList<ReadEntry> &entries = m_fold.entries();
        for (qsizetype i = 0; i < entries.size(); ++i) {
            const Judgement judgement = judgementOf(m_fold, i);
            if (judgement.standing != Standing::duplicate)
                addFact(entries.at(i), judgement);
        }
        return m_rows;
    }

private:
    void addFact(const ReadEntry &read, const Judgement &judgement)
    {
        if (read.envelope && judgement.standing == Standing::accepted)
            addGapsBefore(*read.envelope, read.entry.position);
        TimelineRow row;
        row.at = read.entry.position.serverTime;
        row.position = read.entry.position;
        row.actor = read.entry.sender;
        if (read.envelope) {
            row.kind = shownPlainly(read.envelope->kind, 80);
            row.op = read.envelope->op;
            row.id = read.envelope->id;
            row.node = read.envelope->node;
            // Said from a phone: the runner wrote it down, and the platform vouches for who it was.
            const PlatformWord *phone = platformWordOf(read.fact);
            if (phone && judgement.standing == Standing::accepted) {
                row.actor = phone->person;
                row.via = Via::platform;
            }
            row.category = categoryOf(read.fact);
            row.tone = toneOf(read.fact);
        }
        const bool readable = read.envelope && read.problem.isEmpty() && !read.missesAttachment;
        if (readable) {
            const WordedFact words = worded(read.fact, {m_workspace, row.actor, row.op, &stateOf(m_fold)});
            row.summary = words.title;
            row.detail = words.detail;
            checkClaim(read, row);
        } else {
            row.summary = row.kind.isEmpty() ? translate("timeline", "A fact that cannot be read") : row.kind;
        }
        if (judgement.standing != Standing::accepted) {
            row.state = judgement.standing == Standing::waiting ? RowState::waiting : RowState::suspect;
            row.tone = row.state == RowState::waiting ? Tone::amber : Tone::red;
            row.reason = reasonWords(judgement);
        }
        append(row);
    }

    //! A claim that does not add up is shown red: the fold never decides "approved", readers check it.
    void checkClaim(const ReadEntry &read, TimelineRow &row) const
    {
        const OperationState *operation = stateOf(m_fold).operation(row.op);
        if (!std::holds_alternative<CommandClaimed>(read.fact) || !operation || operation->claimProblem.isEmpty())
            return;
        const QString why = reasonText(operation->claimProblem);
        row.tone = Tone::red;
        row.detail = translate("timeline", "The approvals do not add up: %1").arg(why) + u"\n"_s + row.detail;
    }

    void addGapsBefore(const Envelope &envelope, const Position &position)
    {
        const auto missing = m_missing.find(envelope.node);
        while (missing != m_missing.end() && !missing->isEmpty() && missing->first() < envelope.seq) {
            TimelineRow row;
            row.at = position.serverTime;
            row.position = position;
            row.node = envelope.node;
            row.actor = m_workspace.personOf(envelope.node);
            row.state = RowState::gap;
            row.tone = Tone::red;
            row.category = Category::notes;
            row.summary = translate("timeline", "Missing: fact %1 of %2")
                              .arg(QString::number(missing->takeFirst()), nodeName(envelope.node));
            row.reason = translate("timeline", "nobody has seen this sequence number");
            append(row);
        }
    }

    QString nodeName(const NodeId &id) const
    {
        const Node *node = m_workspace.node(id);
        return shownPlainly(node ? m_workspace.nameOf(node->person) + u", "_s + node->machine : id.text(), 120);
    }

    void append(TimelineRow row)
    {
        row.n = m_rows.size() + 1;
        row.actorName = row.actor.isEmpty() ? QString() : shownPlainly(m_workspace.nameOf(row.actor), 80);
        m_rows.append(std::move(row));
    }

    const Fold &m_fold;
    const WorkspaceState &m_workspace;
    QMap<NodeId, QList<qint64>> m_missing;
    QList<TimelineRow> m_rows;
};

QString stateWord(RowState state)
{
    switch (state) {
    case RowState::accepted: return u"accepted"_s;
    case RowState::waiting: return u"waiting"_s;
    case RowState::suspect: return u"suspect"_s;
    case RowState::gap: return u"gap"_s;
    }
    return {};
}

} // namespace

QJsonObject TimelineRow::toJson() const
{
    QJsonObject json{{u"n"_s, n},
                     {u"at"_s, at},
                     {u"kind"_s, kind},
                     {u"actor"_s, actor.text()},
                     {u"via"_s, wordOf(via)},
                     {u"summary"_s, summary},
                     {u"op"_s, op.text()},
                     {u"id"_s, id.text()},
                     {u"detail"_s, detail},
                     {u"standing"_s, stateWord(state)}};
    if (!reason.isEmpty())
        json.insert(u"reason"_s, reason);
    return json;
}

QList<TimelineRow> timelineOf(const RoomFold &fold, const WorkspaceState &workspace)
{
    return Rows(fold, workspace).make();
}

QList<TimelineRow> timelineOf(const WorkspaceFold &control)
{
    return Rows(control, control.state()).make();
}

} // namespace wardroom::report
