// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/plaintext.h"
#include "control/calls.h"
#include "session/advice.h"
#include "session/documents.h"
#include "session/engine.h"
#include "session/founding.h"
#include "session/team.h"
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
        const Result<void> invited =
            co_await workspace.engine().platform().invite(control->id, session::PersonId(user));
        if (!invited || !self)
            co_return invited ? Answer() : Answer::failed(invited.error());
    }
    const Result<QString> line = session::invitationFor(workspace.engine());
    if (!line)
        co_return Answer::failed(line.error());
    co_return Answer{yes, QJsonObject{{u"invitation"_s, *line}, {u"trust"_s, workspace.trust()}}, *line + u'\n',
                     tr("Good once, for a week. The workspace's fingerprint is %1").arg(workspace.trust())};
}

//! How the workspace itself is set up; doctor asks for it.
QCoro::Task<Answer> checkSetting(Workspace &workspace, Call)
{
    const QStringList advice = session::adviceFor(workspace.engine());
    const QStringList precautions = session::precautionsFor(workspace.engine());
    const QString runner = session::onlyRunner(workspace.engine());
    QString text = advice.join(u'\n');
    if (advice.isEmpty())
        text = runner.isEmpty()
                   ? tr("Groups are closed, and one node out of several can be chosen.")
                   : tr("Groups are closed. The server forbids locks, so %1 alone runs commands.").arg(runner);
    if (advice.isEmpty() && precautions.isEmpty())
        text += u' ' + tr("Nothing to do.");
    for (const QString &each : precautions)
        text += u'\n' + each;
    co_return Answer{advice.isEmpty() ? yes : no,
                     QJsonObject{{u"advice"_s, QJsonArray::fromStringList(advice)},
                                 {u"precautions"_s, QJsonArray::fromStringList(precautions)},
                                 {u"onlyRunner"_s, runner}},
                     text + u'\n',
                     {}};
}

QCoro::Task<Answer> listNodes(Workspace &workspace, Call)
{
    QJsonArray nodes;
    QList<QStringList> rows;
    const domain::WorkspaceState &state = workspace.engine().book().workspace();
    for (const domain::Node &node : state.nodes) {
        const bool mine = node.id == workspace.engine().entry().node;
        nodes.append(QJsonObject{{u"node"_s, node.id.text()},
                                 {u"person"_s, node.person.text()},
                                 {u"name"_s, state.nameOf(node.person)},
                                 {u"machine"_s, node.machine},
                                 {u"fingerprint"_s, PublicKey::fromHex(node.key).fingerprint()},
                                 {u"revoked"_s, node.revoked},
                                 {u"mine"_s, mine}});
        rows.append({node.id.text(), shownPlainly(state.nameOf(node.person), 60), shownPlainly(node.machine, 60),
                     node.revoked ? tr("revoked")
                     : mine       ? tr("this one")
                                  : QString()});
    }
    for (const domain::Node &node : state.asking) {
        nodes.append(QJsonObject{{u"node"_s, node.id.text()},
                                 {u"person"_s, node.person.text()},
                                 {u"machine"_s, node.machine},
                                 {u"asking"_s, true},
                                 {u"fingerprint"_s, PublicKey::fromHex(node.key).fingerprint()}});
        rows.append({node.id.text(), shownPlainly(node.person.text(), 60), shownPlainly(node.machine, 60),
                     tr("asks to be let in")});
    }
    co_return Answer{yes, nodes, columns(rows), {}};
}

//! Lets in a node that asks, as far as this person may.
QCoro::Task<Answer> letIn(Workspace &workspace, domain::NodeId node)
{
    session::Team team(workspace.engine());
    const Result<bool> isIn = co_await team.letIn(node);
    if (!isIn)
        co_return Answer::failed(isIn.error());
    co_return Answer{
        *isIn ? yes : look,
        QJsonObject{{u"node"_s, node.text()}, {u"enrolled"_s, *isIn}},
        (*isIn ? tr("%1 is in.") : tr("%1 needs a second policy admin to say the same.")).arg(node.text()) + u'\n',
        {}};
}

//! Opening the workspace enrolled this node, so there is only the answer left; or another one is let in.
QCoro::Task<Answer> enrolNode(Workspace &workspace, Call call)
{
    if (!call.word(0).isEmpty())
        co_return co_await letIn(workspace, domain::NodeId(call.word(0)));
    const domain::Node *node = workspace.engine().book().workspace().node(workspace.engine().entry().node);
    if (workspace.engine().book().workspace().asking.contains(workspace.engine().entry().node))
        co_return Answer{look,
                         QJsonObject{{u"node"_s, workspace.engine().entry().node.text()}, {u"enrolled"_s, false}},
                         {},
                         tr("This node waits to be let in. Somebody who is in says: wardroomctl node enrol %1")
                             .arg(workspace.engine().entry().node.text())};
    if (!node || node->revoked)
        co_return Answer{no,
                         QJsonValue(QJsonValue::Undefined),
                         {},
                         node ? tr("This node was revoked. Join again with a new invitation.")
                              : tr("This node is not enrolled.")};
    co_return Answer{yes,
                     QJsonObject{{u"node"_s, node->id.text()}, {u"person"_s, node->person.text()}},
                     tr("%1 is enrolled.").arg(node->id.text()) + u'\n',
                     {}};
}

QCoro::Task<Answer> revokeNode(Workspace &workspace, Call call)
{
    const domain::NodeId node(call.word(0));
    const Result<session::FactId> done =
        co_await session::revokeNode(workspace.engine(), node, call.option(u"reason"_s));
    if (!done)
        co_return Answer::failed(done.error());
    co_return Answer{yes,
                     QJsonObject{{u"node"_s, node.text()}, {u"fact"_s, done->text()}},
                     tr("From now on, what %1 says does not count.").arg(node.text()) + u'\n',
                     {}};
}

} // namespace

const QMap<QString, Carry> &peopleCalls()
{
    static const QMap<QString, Carry> table{{u"workspace invite"_s, &invite},
                                            {u"workspace check"_s, &checkSetting},
                                            {u"node list"_s, &listNodes},
                                            {u"node enrol"_s, &enrolNode},
                                            {u"node revoke"_s, &revokeNode}};
    return table;
}

} // namespace wardroom::control
