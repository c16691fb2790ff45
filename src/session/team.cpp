// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/team.h"

#include "base/plaintext.h"
#include "session/documents.h"
#include "session/workspaces.h"

#include <QRegularExpression>

namespace wardroom::session {

using namespace Qt::StringLiterals;

bool isAccountName(const QString &text)
{
    static const QRegularExpression account(u"^@[^\\s:@]+:[^\\s@]+$"_s);
    return text.size() <= 255 && account.match(text).hasMatch();
}

Result<QString> Team::invitation() const
{
    return invitationFor(m_engine);
}

QList<PersonLine> Team::everybody() const
{
    const domain::WorkspaceState &workspace = m_engine.book().workspace();
    QList<PersonLine> lines;
    for (auto it = workspace.people.cbegin(); it != workspace.people.cend(); ++it)
        lines.append({it.key(), shownPlainly(workspace.nameOf(it.key()), 80), {}, it.key() == m_engine.me()});
    return lines;
}

QList<Place> Team::places(const RoomId &front) const
{
    QList<Place> places;
    for (const chat::Room &room : m_engine.book().rooms()) {
        if (room.purpose == Purpose::control || room.purpose == Purpose::direct)
            continue;
        const domain::IncidentCore &incident = m_engine.book().state(room.id).incident;
        places.append(
            {room.id, shownPlainly(incident.opened ? incident.title : room.name, 120), room.purpose == Purpose::group});
    }
    std::stable_sort(places.begin(), places.end(), [&front](const Place &one, const Place &other) {
        return std::pair(one.room != front, !one.group) < std::pair(other.room != front, !other.group);
    });
    return places;
}

QCoro::Task<Result<void>> Team::add(RoomId room, PersonId person)
{
    return m_engine.platform().invite(room, person);
}

bool Team::hasAccounts() const
{
    return !m_engine.entry().homeserver.isEmpty();
}

QCoro::Task<Result<void>> Team::admit(PersonId account)
{
    const chat::Room *control = m_engine.book().roomFor(Purpose::control);
    if (!control)
        co_return fail(ErrorKind::notFound, QCoreApplication::translate("Team", "The control room is not here."));
    const RoomId room = control->id;
    co_return co_await m_engine.platform().invite(room, account);
}

static AskingLine lineOf(const Engine &engine, const domain::Node &node)
{
    const domain::WorkspaceState &workspace = engine.book().workspace();
    const domain::Policy *policy = workspace.policy();
    AskingLine line{node.id,
                    node.person,
                    shownPlainly(workspace.nameOf(node.person), 80),
                    shownPlainly(node.machine, 80),
                    PublicKey::fromHex(node.key).fingerprint(),
                    {}};
    for (const domain::Vouch &vouch : workspace.vouches.value(node.id)) {
        if (vouch.key != node.key || vouch.person != node.person)
            continue;
        line.said << shownPlainly(workspace.nameOf(vouch.by), 80);
        line.saidByMe = line.saidByMe || vouch.by == engine.me();
    }
    line.needsTwo = workspace.people.contains(node.person);
    if (node.person != engine.me() && !(policy && policy->isAdmin(engine.me())))
        line.whyNotMe =
            QCoreApplication::translate("Team", "Only a policy admin, or the person's own Wardroom, can let it in.");
    else if (line.saidByMe)
        line.whyNotMe = QCoreApplication::translate("Team", "You have said so. A second policy admin has to say the "
                                                            "same, or another Wardroom of this person's.");
    return line;
}

QList<AskingLine> Team::asking() const
{
    QList<AskingLine> lines;
    for (const domain::Node &node : m_engine.book().workspace().asking)
        if (node.id != m_engine.entry().node)
            lines.append(lineOf(m_engine, node));
    return lines;
}

QCoro::Task<Result<bool>> Team::letIn(domain::NodeId node)
{
    const QPointer<Engine> self(&m_engine);
    const Result<domain::FactId> said = co_await vouchForNode(m_engine, node);
    if (!said)
        co_return tl::unexpected(said.error());
    if (!self)
        co_return fail(ErrorKind::cancelled, {});
    co_return self->book().workspace().node(node) != nullptr;
}

std::optional<AskingLine> Team::waits() const
{
    const auto &asking = m_engine.book().workspace().asking;
    const auto mine = asking.constFind(m_engine.entry().node);
    return mine == asking.cend() ? std::nullopt : std::optional(lineOf(m_engine, *mine));
}

} // namespace wardroom::session
