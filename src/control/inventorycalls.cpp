// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/plaintext.h"
#include "control/calls.h"
#include "session/documents.h"
#include "session/engine.h"
#include "session/governance.h"

#include <QFile>
#include <QFileInfo>

namespace wardroom::control {
using namespace Qt::StringLiterals;
using session::Workspace;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("InventoryCalls", text);
}

QCoro::Task<Answer> list(Workspace &workspace, Call)
{
    QJsonArray hosts;
    QList<QStringList> rows;
    for (const domain::Host &host : workspace.engine().book().workspace().inventory().hosts) {
        hosts.append(session::hostJson(host));
        rows.append({shownPlainly(host.name, 80), host.reach,
                     shownPlainly(host.root.isEmpty() ? host.address : host.root, 200), shownPlainly(host.owner, 60),
                     shownPlainly(host.aliases.join(u", "_s), 200)});
    }
    co_return Answer{yes, hosts, columns(rows), {}};
}

//! What a sentence can name, as understand --inventory reads it.
QCoro::Task<Answer> vocabulary(Workspace &workspace, Call)
{
    const QJsonObject json = session::vocabularyJson(workspace.engine().vocabulary());
    co_return Answer{yes, json, {}, {}};
}

//! "all", which is what an empty list means, or those that are named.
Result<QList<domain::NodeId>> nodesOf(Workspace &workspace, const QString &words)
{
    QList<domain::NodeId> nodes;
    if (words == u"all")
        return nodes;
    for (const QString &word : words.split(u',', Qt::SkipEmptyParts)) {
        const domain::Node *node = workspace.engine().book().workspace().node(domain::NodeId(word.trimmed()));
        if (!node || node->revoked)
            return fail(ErrorKind::notFound,
                        tr("There is no node %1 in this workspace (any more).").arg(shownPlainly(word, 60)));
        nodes.append(node->id);
    }
    if (nodes.isEmpty())
        return fail(ErrorKind::invalid, tr("Say which nodes reach it: --nodes all, or their ids from node list."));
    return nodes;
}

Result<domain::Host> hostOf(Workspace &workspace, const Call &call)
{
    domain::Host host;
    host.name = call.word(0);
    host.reach = call.has(u"reach"_s)     ? call.option(u"reach"_s)
                 : call.has(u"root"_s)    ? u"practice"_s
                 : call.has(u"address"_s) ? u"ssh"_s
                                          : QString();
    host.root = call.has(u"root"_s) ? call.pathOf(call.option(u"root"_s)) : QString();
    host.address = call.option(u"address"_s);
    host.user = call.option(u"user"_s);
    host.hostKey = call.option(u"host-key"_s);
    host.mode = call.option(u"mode"_s);
    host.secret = call.option(u"secret"_s);
    host.owner = call.option(u"owner"_s);
    host.aliases = call.option(u"aliases"_s).split(u',', Qt::SkipEmptyParts);
    // Never this machine by default: what somebody isolates by another name would be theirs.
    if (host.reach.isEmpty())
        return fail(ErrorKind::invalid,
                    tr("Say how %1 is reached: --address HOST --user NAME --host-key KEY over SSH, --root DIR for a "
                       "practice host, or --reach local if it is this machine.")
                        .arg(shownPlainly(host.name, 80)));
    if (!QStringList{u"local"_s, u"practice"_s, u"ssh"_s}.contains(host.reach))
        return fail(ErrorKind::invalid, tr("A host is reached as local, practice or ssh."));
    if (host.reach == u"practice" && !QFileInfo(host.root).isDir())
        return fail(ErrorKind::invalid, tr("A practice host is a folder: --root DIR"));
    // Checked with a stand-in for the key, which each node has for itself.
    if (host.reach == u"ssh")
        if (const Result<void> reach = session::checkReach(host); !reach)
            return tl::unexpected(reach.error());
    // A folder or this machine itself is reached from here only, unless somebody says otherwise.
    if (call.has(u"nodes"_s)) {
        const Result<QList<domain::NodeId>> nodes = nodesOf(workspace, call.option(u"nodes"_s));
        if (!nodes)
            return tl::unexpected(nodes.error());
        host.nodes = *nodes;
    } else if (host.reach != u"ssh") {
        host.nodes = {workspace.engine().entry().node};
    }
    return host;
}

QCoro::Task<Answer> add(Workspace &workspace, Call call)
{
    const Result<domain::Host> host = hostOf(workspace, call);
    if (!host)
        co_return Answer::failed(host.error());
    const domain::Policy *policy = workspace.engine().book().workspace().policy();
    if (policy && !policy->isAdmin(workspace.me()))
        co_return Answer{
            no, QJsonValue(QJsonValue::Undefined), {}, tr("Only a policy admin can change the inventory.")};
    domain::Inventory inventory = workspace.engine().book().workspace().inventory();
    inventory.hosts.removeIf([&](const domain::Host &known) { return known.name == host->name; });
    if (inventory.find(host->name))
        co_return Answer{
            no, QJsonValue(QJsonValue::Undefined), {}, tr("%1 is another host's alias already.").arg(host->name)};
    inventory.hosts.append(*host);
    const QString reason = tr("Adding %1").arg(host->name);
    const Result<session::Proposed> done = co_await session::proposeInventory(workspace.engine(), inventory, reason);
    if (!done)
        co_return Answer::failed(done.error());
    if (!done->holds)
        co_return proposedAnswer(*done, {});
    co_return Answer{yes, session::hostJson(*host), tr("%1 is in the inventory.").arg(host->name) + u'\n', {}};
}

QString reachProblem(const domain::Host &host, const domain::NodeId &self)
{
    if (!host.nodes.isEmpty() && !host.nodes.contains(self))
        return {};
    if (host.reach == u"practice" && !QFileInfo(host.root).isDir())
        return tr("its folder %1 is not there").arg(host.root);
    if (host.reach == u"ssh")
        if (const Result<void> reach = session::checkReach(host); !reach)
            return reach.error().message;
    return {};
}

//! With a file: whether it can be read. Without: whether this node reaches what it should.
QCoro::Task<Answer> check(Workspace &workspace, Call call)
{
    domain::Inventory inventory = workspace.engine().book().workspace().inventory();
    if (!call.words.isEmpty()) {
        QFile file(call.pathOf(call.word(0)));
        if (!file.open(QFile::ReadOnly))
            co_return Answer::wrongUsage(tr("%1 cannot be read: %2").arg(file.fileName(), file.errorString()));
        const Result<bot::Vocabulary> read = session::vocabularyFrom(file.read(1024 * 1024), call.word(0));
        if (!read)
            co_return Answer::failed(read.error());
        inventory = read->inventory;
    }
    QJsonArray hosts;
    QList<QStringList> rows;
    bool good = true;
    for (const domain::Host &host : std::as_const(inventory.hosts)) {
        const QString problem = reachProblem(host, workspace.engine().entry().node);
        good = good && problem.isEmpty();
        hosts.append(QJsonObject{{u"name"_s, host.name}, {u"ok"_s, problem.isEmpty()}, {u"problem"_s, problem}});
        rows.append({shownPlainly(host.name, 80), problem.isEmpty() ? tr("good") : shownPlainly(problem, 300)});
    }
    co_return Answer{good ? yes : no, hosts, columns(rows), {}};
}

} // namespace

const QMap<QString, Carry> &inventoryCalls()
{
    static const QMap<QString, Carry> table{{u"inventory list"_s, &list},
                                            {u"inventory add"_s, &add},
                                            {u"inventory check"_s, &check},
                                            {u"inventory vocabulary"_s, &vocabulary}};
    return table;
}

} // namespace wardroom::control
