// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/plaintext.h"
#include "control/calls.h"
#include "session/documents.h"
#include "session/engine.h"
#include "session/founding.h"
#include "session/workspaces.h"

#include <QFile>
#include <QJsonDocument>

namespace wardroom::control {
using namespace Qt::StringLiterals;
using session::Workspace;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("PeopleCalls", text);
}

QCoro::Task<Answer> invite(Workspace &workspace, Call call)
{
    // On a chat server the invited person has an account, and has to get into the control room with it.
    const chat::Room *control = workspace.engine().book().roomFor(chat::Purpose::control);
    if (const QString user = call.word(0); !user.isEmpty() && control) {
        const QPointer<Workspace> self(&workspace);
        const Result<void> invited = co_await workspace.engine().platform().invite(control->id, session::PersonId(user));
        if (!invited || !self)
            co_return invited ? Answer() : Answer::failed(invited.error());
    }
    const Result<QString> line = session::invitationFor(workspace.engine());
    if (!line)
        co_return Answer::failed(line.error());
    co_return Answer{yes, QJsonObject{{u"invitation"_s, *line}, {u"trust"_s, workspace.trust()}}, *line + u'\n',
                     tr("Good once, for a week. The workspace's fingerprint is %1").arg(workspace.trust())};
}

QCoro::Task<Answer> listNodes(Workspace &workspace, Call)
{
    QJsonArray nodes;
    QList<QStringList> rows;
    const domain::WorkspaceState &state = workspace.engine().book().workspace();
    for (const domain::Node &node : state.nodes) {
        const bool mine = node.id == workspace.engine().entry().node;
        nodes.append(QJsonObject{{u"node"_s, node.id.text()}, {u"person"_s, node.person.text()},
                                 {u"name"_s, state.nameOf(node.person)}, {u"machine"_s, node.machine},
                                 {u"fingerprint"_s, PublicKey::fromHex(node.key).fingerprint()},
                                 {u"revoked"_s, node.revoked}, {u"mine"_s, mine}});
        rows.append({node.id.text(), shownPlainly(state.nameOf(node.person), 60), shownPlainly(node.machine, 60),
                     node.revoked ? tr("revoked") : mine ? tr("this one") : QString()});
    }
    for (const domain::Node &node : state.asking) {
        nodes.append(QJsonObject{{u"node"_s, node.id.text()}, {u"person"_s, node.person.text()},
                                 {u"machine"_s, node.machine}, {u"asking"_s, true},
                                 {u"fingerprint"_s, PublicKey::fromHex(node.key).fingerprint()}});
        rows.append({node.id.text(), shownPlainly(node.person.text(), 60), shownPlainly(node.machine, 60),
                     tr("asks to be let in")});
    }
    co_return Answer{yes, nodes, columns(rows), {}};
}

//! Lets in a node that asks, as far as this person may.
QCoro::Task<Answer> letIn(Workspace &workspace, domain::NodeId node)
{
    const QPointer<Workspace> self(&workspace);
    const Result<session::FactId> said = co_await session::vouchForNode(workspace.engine(), node);
    if (!said || !self)
        co_return said ? Answer() : Answer::failed(said.error());
    const bool isIn = self->engine().book().workspace().node(node) != nullptr;
    co_return Answer{isIn ? yes : look, QJsonObject{{u"node"_s, node.text()}, {u"enrolled"_s, isIn}},
                     (isIn ? tr("%1 is in.") : tr("%1 needs a second policy admin to say the same.")).arg(node.text()) + u'\n', {}};
}

//! Opening the workspace enrolled this node, so there is only the answer left; or another one is let in.
QCoro::Task<Answer> enrolNode(Workspace &workspace, Call call)
{
    if (!call.word(0).isEmpty())
        co_return co_await letIn(workspace, domain::NodeId(call.word(0)));
    const domain::Node *node = workspace.engine().book().workspace().node(workspace.engine().entry().node);
    if (workspace.engine().book().workspace().asking.contains(workspace.engine().entry().node))
        co_return Answer{look, QJsonObject{{u"node"_s, workspace.engine().entry().node.text()}, {u"enrolled"_s, false}}, {},
                         tr("This node waits to be let in. Somebody who is in says: wardroomctl node enrol %1").arg(workspace.engine().entry().node.text())};
    if (!node || node->revoked)
        co_return Answer{no, QJsonValue(QJsonValue::Undefined), {},
                         node ? tr("This node was revoked. Join again with a new invitation.") : tr("This node is not enrolled.")};
    co_return Answer{yes, QJsonObject{{u"node"_s, node->id.text()}, {u"person"_s, node->person.text()}},
                     tr("%1 is enrolled.").arg(node->id.text()) + u'\n', {}};
}

QCoro::Task<Answer> revokeNode(Workspace &workspace, Call call)
{
    const domain::NodeId node(call.word(0));
    const Result<session::FactId> done = co_await session::revokeNode(workspace.engine(), node, call.option(u"reason"_s));
    if (!done)
        co_return Answer::failed(done.error());
    co_return Answer{yes, QJsonObject{{u"node"_s, node.text()}, {u"fact"_s, done->text()}},
                     tr("From now on, what %1 says does not count.").arg(node.text()) + u'\n', {}};
}

QCoro::Task<Answer> showPolicy(Workspace &workspace, Call)
{
    const domain::Policy *policy = workspace.engine().book().workspace().policy();
    if (!policy)
        co_return Answer{no, QJsonValue(QJsonValue::Undefined), {}, tr("This workspace has no policy yet, so nothing runs.")};
    const QJsonObject json = session::policyJson(*policy);
    co_return Answer{yes, json, QString::fromUtf8(QJsonDocument(json).toJson()), {}};
}

//! People may write names; facts hold ids. What the policy holds now stays, also where this node does not know it.
Result<void> nameToId(Workspace &workspace, domain::Policy &policy, const domain::Policy &now)
{
    QList<session::RoomId> known{now.alertRoom};
    for (const domain::Group &group : now.groups)
        known.append(group.room);
    for (QList<session::PersonId> *list : {&policy.admins, &policy.rota})
        for (session::PersonId &person : *list) {
            const Result<session::PersonId> meant = personOf(workspace, person.text());
            if (!meant)
                return tl::unexpected(meant.error());
            person = *meant;
        }
    QList<session::RoomId *> rooms;
    for (domain::Group &group : policy.groups)
        rooms.append(&group.room);
    if (!policy.alertRoom.isEmpty())
        rooms.append(&policy.alertRoom);
    for (session::RoomId *room : std::as_const(rooms)) {
        if (known.contains(*room))
            continue;
        const Result<session::RoomId> meant = roomOf(workspace, room->text());
        if (!meant)
            return tl::unexpected(meant.error());
        *room = *meant;
    }
    return {};
}

QCoro::Task<Answer> proposePolicy(Workspace &workspace, Call call)
{
    const QPointer<Workspace> self(&workspace);
    QFile file(call.pathOf(call.word(0)));
    if (!file.open(QFile::ReadOnly))
        co_return Answer::wrongUsage(tr("%1 cannot be read: %2").arg(file.fileName(), file.errorString()));
    const domain::Policy *now = workspace.engine().book().workspace().policy();
    if (now && !now->isAdmin(workspace.me()))
        co_return Answer{no, QJsonValue(QJsonValue::Undefined), {}, tr("Only a policy admin can publish a policy.")};
    const domain::Policy before = now ? *now : domain::Policy();
    Result<domain::Policy> wanted = session::policyFrom(file.read(1024 * 1024), call.word(0), before);
    if (!wanted)
        co_return Answer::failed(wanted.error());
    if (const Result<void> named = nameToId(workspace, *wanted, before); !named)
        co_return Answer::failed(named.error());
    const Result<session::FactId> said = co_await session::publishPolicy(workspace.engine(), *wanted);
    if (!said || !self)
        co_return said ? Answer() : Answer::failed(said.error());
    const domain::Policy *after = self->engine().book().workspace().policy();
    const qint64 version = after ? after->version : 0;
    co_return Answer{yes, QJsonObject{{u"version"_s, version}, {u"fact"_s, said->text()}},
                     tr("Policy %1 holds from now on.").arg(version) + u'\n', {}};
}

//! Signs for a plugin whose own tests passed: a new policy that names its hash.
QCoro::Task<Answer> vetPlugin(Workspace &workspace, Call call)
{
    const QPointer<Workspace> self(&workspace);
    const domain::Policy *now = workspace.engine().book().workspace().policy();
    const Sha256 hash = Sha256::fromHex(call.word(1));
    if (!now || hash.isNull())
        co_return Answer::wrongUsage(tr("There is no policy yet, or that is no hash."));
    if (!now->isAdmin(workspace.me()))
        co_return Answer{no, QJsonValue(QJsonValue::Undefined), {}, tr("Only a policy admin can vet a plugin.")};
    if (call.word(2).compare(workspace.nameOf(workspace.me()), Qt::CaseInsensitive) == 0)
        co_return Answer{no, QJsonValue(QJsonValue::Undefined), {}, tr("Somebody else than the author has to vet it.")};
    domain::Policy policy = *now;
    policy.vetted.removeIf([&](const domain::Vetting &vetting) { return vetting.plugin == call.word(0); });
    policy.vetted.append({call.word(0), hash, workspace.me(), workspace.engine().clock().nowMs()});
    const Result<session::FactId> said = co_await session::publishPolicy(workspace.engine(), policy);
    if (!said)
        co_return Answer::failed(said.error());
    co_return Answer{yes, QJsonObject{{u"plugin"_s, call.word(0)}, {u"hash"_s, hash.hex()}, {u"fact"_s, said->text()}},
                     tr("%1 is vetted as it is now, %2.").arg(call.word(0), hash.brief()) + u'\n', {}};
}

} // namespace

const QMap<QString, Carry> &peopleCalls()
{
    static const QMap<QString, Carry> table{
        {u"workspace invite"_s, &invite}, {u"node list"_s, &listNodes},     {u"node enrol"_s, &enrolNode},
        {u"node revoke"_s, &revokeNode},  {u"policy show"_s, &showPolicy}, {u"policy propose"_s, &proposePolicy},
        {u"policy vet"_s, &vetPlugin}};
    return table;
}

} // namespace wardroom::control
