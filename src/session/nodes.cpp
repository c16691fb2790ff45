// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/nodes.h"

#include "base/plaintext.h"
#include "report/wording.h"
#include "session/documents.h"
#include "session/engine.h"

namespace wardroom::session {

using domain::NodeId;
using domain::PersonId;
using domain::ReadEntry;
using domain::Standing;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Nodes", text);
}

QString nameOf(const Engine &engine, const PersonId &person)
{
    return shownPlainly(engine.book().workspace().nameOf(person), 80);
}

//! When each node came in, and who took its word away and why.
void readControl(const Engine &engine, QMap<NodeId, NodeLine> &lines)
{
    const domain::WorkspaceFold &control = engine.book().control();
    for (const ReadEntry &read : control.entries()) {
        if (!read.envelope)
            continue;
        const Standing standing = control.judgement(read.entry.position.entry).standing;
        if (const auto *enrolled = std::get_if<domain::NodeEnrolled>(&read.fact)) {
            const auto line = lines.find(enrolled->node);
            const bool own = enrolled->node == read.envelope->node;
            if (line != lines.end() && own && standing != Standing::suspect && line->since == 0)
                line->since = read.entry.position.serverTime;
        } else if (const auto *revoked = std::get_if<domain::NodeRevoked>(&read.fact)) {
            const auto line = lines.find(revoked->node);
            if (line == lines.end() || standing != Standing::accepted || line->standing != NodeLine::Standing::revoked)
                continue;
            line->since = read.entry.position.serverTime;
            line->revokedBy = nameOf(engine, engine.book().workspace().personOf(read.envelope->node));
            line->reason = shownPlainly(revoked->reason, 300);
        }
    }
}

//! The newest of one room for every node: read from its end, until all of them were met.
void readLast(const Engine &engine, const chat::Room &room, const QList<ReadEntry> &entries, const auto &judged,
              QMap<NodeId, NodeLine> &lines)
{
    QSet<NodeId> met;
    const domain::WorkspaceState &workspace = engine.book().workspace();
    for (qsizetype i = entries.size() - 1; i >= 0 && met.size() < lines.size(); --i) {
        const ReadEntry &read = entries.at(i);
        if (!read.envelope || met.contains(read.envelope->node) || !lines.contains(read.envelope->node))
            continue;
        const Standing standing = judged(i, read);
        if (standing != Standing::accepted && standing != Standing::waiting)
            continue;
        met.insert(read.envelope->node);
        LastSaid &last = lines[read.envelope->node].last;
        if (read.entry.position.serverTime <= last.at)
            continue;
        last = {read.entry.position.serverTime, report::sentenceFor(read.fact, workspace),
                shownPlainly(engine.book().titleOf(room.id), 80)};
    }
}

void readRooms(const Engine &engine, QMap<NodeId, NodeLine> &lines)
{
    const RoomBook &book = engine.book();
    for (const chat::Room &room : book.rooms()) {
        if (book.isControl(room.id))
            readLast(
                engine, room, book.control().entries(),
                [&book](qsizetype, const ReadEntry &read) {
                    return book.control().judgement(read.entry.position.entry).standing;
                },
                lines);
        else if (const domain::RoomFold *fold = book.fold(room.id))
            readLast(
                engine, room, fold->entries(),
                [fold](qsizetype index, const ReadEntry &) { return fold->judgementAt(index).standing; }, lines);
    }
}

bool hasAnother(const domain::WorkspaceState &workspace, const domain::Node &node)
{
    return std::any_of(workspace.nodes.begin(), workspace.nodes.end(), [&](const domain::Node &other) {
        return other.person == node.person && other.id != node.id && !other.revoked;
    });
}

//! What else would end with this node, in whole sentences.
QStringList afterwardsOf(const Engine &engine, const domain::Node &node)
{
    const domain::WorkspaceState &workspace = engine.book().workspace();
    const domain::Policy *policy = workspace.policy();
    QStringList sentences;
    if (node.id == engine.entry().node)
        sentences << tr("It is this one: afterwards this window reads and talks, and nothing it signs counts.");
    if (policy && policy->runner == node.id)
        sentences << tr("Phones are not answered any more until the policy names another runner.");
    if (!engine.entry().homeserver.isEmpty())
        sentences << tr("It reads on until its sign-in at the chat server is ended, too.");
    if (!policy || hasAnother(workspace, node))
        return sentences;
    const qsizetype others = policy->admins.size() - (policy->isAdmin(node.person) ? 1 : 0);
    const QString who = nameOf(engine, node.person);
    const bool isFolder = engine.entry().homeserver.isEmpty(); // where who comes back is somebody new
    if (others == 0)
        sentences << tr("%1 has no other and is the only policy admin: nobody could change this workspace again, for "
                        "ever. Make somebody else an admin first.")
                         .arg(who);
    else if (others == 1 && !isFolder)
        sentences << tr("%1 has no other, and a next one has to be let in by two policy admins. There would be one. "
                        "Make somebody else an admin first.")
                         .arg(who);
    else if (!isFolder)
        sentences << tr("%1 has no other; a next one has to be let in by two policy admins.").arg(who);
    return sentences;
}

NodeLine lineOf(const Engine &engine, const domain::Node &node, NodeLine::Standing standing)
{
    const domain::WorkspaceState &workspace = engine.book().workspace();
    const domain::Policy *policy = workspace.policy();
    NodeLine line;
    line.node = node.id;
    line.person = nameOf(engine, node.person);
    line.machine = shownPlainly(node.machine, 80);
    line.fingerprint = PublicKey::fromHex(node.key).fingerprint();
    line.standing = standing;
    line.mine = node.id == engine.entry().node;
    line.isRunner = policy && policy->runner == node.id;
    for (const domain::Host &host : workspace.inventory().hosts)
        if (host.nodes.contains(node.id))
            line.hosts << shownPlainly(host.name, 60);
    if (standing == NodeLine::Standing::revoked)
        return line;
    if (node.person != engine.me() && !(policy && policy->isAdmin(engine.me())))
        line.whyNotMe = standing == NodeLine::Standing::asking
                            ? tr("Only a policy admin, or the person's own Wardroom, can let it in.")
                            : tr("Only a policy admin can revoke somebody else's Wardroom.");
    if (standing == NodeLine::Standing::in)
        line.afterwards = afterwardsOf(engine, node);
    return line;
}

} // namespace

QList<NodeLine> Nodes::all() const
{
    const domain::WorkspaceState &workspace = m_engine.book().workspace();
    QMap<NodeId, NodeLine> lines;
    for (const domain::Node &node : workspace.asking)
        lines.insert(node.id, lineOf(m_engine, node, NodeLine::Standing::asking));
    for (const domain::Node &node : workspace.nodes)
        lines.insert(node.id,
                     lineOf(m_engine, node, node.revoked ? NodeLine::Standing::revoked : NodeLine::Standing::in));
    readControl(m_engine, lines);
    readRooms(m_engine, lines);
    QList<NodeLine> sorted = lines.values();
    const auto place = [](const NodeLine &line) {
        const int first = line.standing == NodeLine::Standing::asking ? 0
                          : line.standing == NodeLine::Standing::in   ? 1
                                                                      : 2;
        return std::tuple(first, line.person.toCaseFolded(), line.node.text());
    };
    std::sort(sorted.begin(), sorted.end(),
              [&place](const NodeLine &one, const NodeLine &other) { return place(one) < place(other); });
    return sorted;
}

QCoro::Task<Result<domain::FactId>> Nodes::revoke(NodeId node, QString reason)
{
    return revokeNode(m_engine, node, reason);
}

} // namespace wardroom::session
