// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/calls.h"
#include "control/controlclient.h"
#include "localcalls.h"
#include "session/desk.h"
#include "terminal.h"

#include <QFile>
#include <pwd.h>
#include <unistd.h>

namespace wardroom::ctl {
using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Workspaces", text);
}

//! What this machine calls whoever runs this.
QString nameOfUser()
{
    const QString user = qEnvironmentVariable("USER");
    const passwd *entry = user.isEmpty() ? getpwuid(getuid()) : getpwnam(user.toLocal8Bit().constData());
    const QString full = entry ? QString::fromLocal8Bit(entry->pw_gecos).section(u',', 0, 0).trimmed() : QString();
    if (!full.isEmpty())
        return full;
    return !user.isEmpty() ? user : entry ? QString::fromLocal8Bit(entry->pw_name) : u"?"_s;
}

//! The profile, unlocked and with its person's name.
QCoro::Task<Result<std::shared_ptr<session::Desk>>> deskFor(Call call)
{
    Result<std::unique_ptr<session::Profile>> profile = session::Profile::open(profileOf(call));
    if (!profile)
        co_return tl::unexpected(profile.error());
    if (call.has(u"name"_s) || (*profile)->personName().isEmpty()) {
        const QString name = call.has(u"name"_s) ? call.option(u"name"_s) : nameOfUser();
        if (const Result<void> named = (*profile)->setPersonName(name); !named)
            co_return tl::unexpected(named.error());
    }
    auto desk = std::make_shared<session::Desk>(std::move(*profile));
    const auto asker = hasTerminal() ? session::PassphraseAsker(&askPassphrase) : session::PassphraseAsker();
    if (const Result<void> unlocked = co_await desk->unlock(asker); !unlocked)
        co_return tl::unexpected(unlocked.error());
    co_return desk;
}

QJsonObject toJson(const session::WorkspaceEntry &entry)
{
    QJsonObject json{{u"name"_s, entry.name},   {u"platform"_s, entry.platform},    {u"folder"_s, entry.folder},
                     {u"trust"_s, entry.trust}, {u"person"_s, entry.person.text()}, {u"node"_s, entry.node.text()}};
    if (!entry.homeserver.isEmpty())
        json.insert(u"homeserver"_s, entry.homeserver);
    return json;
}

bool hasCredentials(const Call &call)
{
    return call.has(u"user"_s) && (call.has(u"password-stdin"_s) || call.has(u"token-stdin"_s));
}

//! It comes on standard input, never as an argument that others can read.
QByteArray secretOf(const Call &call)
{
    if (!call.has(u"password-stdin"_s) && !call.has(u"token-stdin"_s))
        return {};
    QFile input;
    QByteArray secret = input.open(stdin, QFile::ReadOnly) ? input.readLine(4096) : QByteArray();
    while (secret.endsWith('\n') || secret.endsWith('\r'))
        secret.chop(1);
    return secret;
}

//! Who somebody is on a server.
session::MatrixCredentials credentialsOf(const Call &call)
{
    session::MatrixCredentials who;
    who.homeserver = call.option(u"homeserver"_s);
    who.user = call.option(u"user"_s);
    (call.has(u"token-stdin"_s) ? who.token : who.password) = secretOf(call);
    return who;
}

QCoro::Task<Answer> opened(std::shared_ptr<session::Desk> desk, session::WorkspaceEntry entry, QString sentence)
{
    const Result<void> done = co_await desk->open(entry.name);
    if (!done) {
        // Nothing was joined; the same name can be tried again with another invitation.
        const bool isRefused = done.error().kind == ErrorKind::forbidden || done.error().kind == ErrorKind::notFound;
        if (isRefused && desk->profile().removeWorkspace(entry.name))
            co_return Answer{control::no, QJsonValue(QJsonValue::Undefined), {}, done.error().message};
        co_return Answer::failed(done.error());
    }
    co_await desk->settle(30'000);
    QString note = tr("The workspace's fingerprint is %1").arg(entry.trust);
    const bool isAsking = desk->workspace()->engine().book().workspace().asking.contains(entry.node);
    if (isAsking)
        note +=
            u'\n' +
            tr("This desktop has to be let in by somebody who is in: wardroomctl node enrol %1").arg(entry.node.text());
    QJsonObject json = toJson(entry);
    json.insert(u"enrolled"_s, !isAsking);
    co_return Answer{control::yes, json, sentence + u'\n', note};
}

} // namespace

QCoro::Task<Answer> addWorkspace(Call call)
{
    const QString platform = call.word(0);
    if (QStringList{u"slack"_s, u"mattermost"_s}.contains(platform))
        co_return Answer::wrongUsage(
            tr("Workspaces on %1 are not there yet; this version has local and Matrix ones.").arg(platform));
    if (platform != u"local" && platform != u"matrix")
        co_return Answer::wrongUsage(tr("There is no kind of workspace called %1.").arg(platform));
    if (platform == u"matrix" && (!call.has(u"homeserver"_s) || !hasCredentials(call)))
        co_return Answer::wrongUsage(tr("Say where and who: --homeserver URL --user ID --password-stdin"));
    const Result<std::shared_ptr<session::Desk>> desk = co_await deskFor(call);
    if (!desk)
        co_return Answer::failed(desk.error());
    if (platform == u"matrix") {
        const session::MatrixCredentials who = credentialsOf(call);
        const Result<session::WorkspaceEntry> added =
            co_await (*desk)->places().matrix().add(call.word(1), who, call.option(u"trust"_s));
        if (!added)
            co_return Answer::failed(added.error());
        co_return co_await opened(*desk, *added,
                                  tr("The workspace %1 is there, on %2").arg(added->name, added->homeserver));
    }
    const QString folder = call.has(u"at"_s) ? call.pathOf(call.option(u"at"_s)) : QString();
    const Result<session::WorkspaceEntry> entry = co_await (*desk)->places().found(call.word(1), folder);
    if (!entry)
        co_return Answer::failed(entry.error());
    co_return co_await opened(*desk, *entry, tr("The workspace %1 is there, in %2").arg(entry->name, entry->folder));
}

QCoro::Task<Answer> joinWorkspace(Call call)
{
    const Result<std::shared_ptr<session::Desk>> desk = co_await deskFor(call);
    if (!desk)
        co_return Answer::failed(desk.error());
    const session::MatrixCredentials who = credentialsOf(call);
    Result<session::WorkspaceEntry> entry;
    if (hasCredentials(call))
        entry = co_await (*desk)->places().matrix().join(call.word(0), who);
    else
        entry = co_await (*desk)->places().join(call.word(0));
    if (!entry)
        co_return Answer::failed(entry.error());
    co_return co_await opened(*desk, *entry, tr("You are in the workspace %1.").arg(entry->name));
}

namespace {

//! The program that runs on the profile signs in again, and goes on.
QCoro::Task<Answer> loginWhereItRuns(Call call)
{
    QStringList arguments{u"workspace"_s, u"login"_s, call.word(0)};
    arguments.append(call.has(u"token-stdin"_s) ? u"--token-stdin"_s : u"--password-stdin"_s);
    if (call.has(u"user"_s))
        arguments << u"--user"_s << call.option(u"user"_s);
    control::ControlClient client(profileOf(call));
    const QByteArray secret = secretOf(call);
    const Result<Answer> answer = co_await client.ask(arguments, call.line, secret);
    co_return answer ? *answer : Answer::failed(answer.error());
}

} // namespace

QCoro::Task<Answer> loginWorkspace(Call call)
{
    if (!call.has(u"password-stdin"_s) && !call.has(u"token-stdin"_s))
        co_return Answer::wrongUsage(
            tr("Say the account's password or an access token on standard input: --password-stdin"));
    const Result<std::shared_ptr<session::Desk>> desk = co_await deskFor(call);
    if (!desk && desk.error().kind == ErrorKind::conflict)
        co_return co_await loginWhereItRuns(call);
    if (!desk)
        co_return Answer::failed(desk.error());
    const std::optional<session::WorkspaceEntry> entry = (*desk)->profile().workspace(call.word(0));
    if (!entry || entry->platform != u"matrix")
        co_return Answer{control::no,
                         QJsonValue(QJsonValue::Undefined),
                         {},
                         tr("This profile has no workspace on a server that is named %1.").arg(call.word(0))};
    const session::MatrixCredentials who = credentialsOf(call);
    const session::WorkspaceEntry known = *entry;
    const Result<void> done = co_await (*desk)->places().matrix().signInAgain(known, who, nullptr);
    if (!done)
        co_return Answer::failed(done.error());
    co_return Answer{control::yes, toJson(known), tr("Signed in as %1.").arg(known.person.text()) + u'\n', {}};
}

QCoro::Task<Answer> listWorkspaces(Call call)
{
    const Result<std::unique_ptr<session::Profile>> profile = session::Profile::open(profileOf(call), false);
    if (!profile)
        co_return Answer::failed(profile.error());
    QJsonArray json;
    QList<QStringList> rows;
    for (const session::WorkspaceEntry &entry : (*profile)->workspaces()) {
        json.append(toJson(entry));
        rows.append(
            {entry.name, entry.platform, entry.homeserver.isEmpty() ? entry.folder : entry.homeserver, entry.trust});
    }
    co_return Answer{control::yes, json, control::columns(rows), {}};
}

} // namespace wardroom::ctl
