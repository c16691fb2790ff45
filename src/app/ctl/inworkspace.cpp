// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/firstsignal.h"
#include "control/controlclient.h"
#include "control/controlserver.h"
#include "localcalls.h"
#include "print/pdfreport.h"
#include "session/desk.h"
#include "session/exporting.h"
#include "terminal.h"

#include <QCoroFuture>
#include <QCoroTimer>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QProcess>

namespace wardroom::ctl {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using control::ControlClient;
using control::ControlServer;

namespace {

constexpr qint64 kLongestWait = 20'000;  //!< ms, for a program that is starting or ending on the profile
constexpr int kLongestAside = 60'000;    //!< ms, for what another command wants to know
constexpr int kLongestRun = 15 * 60'000; //!< ms, for what was asked of this node

QString tr(const char *text)
{
    return QCoreApplication::translate("InWorkspace", text);
}

session::PassphraseAsker asker()
{
    return hasTerminal() ? session::PassphraseAsker(&askPassphrase) : session::PassphraseAsker();
}

//! Does the work itself, and answers for the others while it does.
QCoro::Task<Answer> byItself(std::unique_ptr<session::Profile> profile, Call call)
{
    if (profile->workspaces().isEmpty())
        co_return Answer{control::unreachable,
                         QJsonValue(QJsonValue::Undefined),
                         {},
                         tr("This profile has no workspace yet. Make one: wardroomctl workspace add local NAME")};
    const QString folder = profile->folder();
    session::Desk desk(std::move(profile));
    if (const Result<void> unlocked = co_await desk.unlock(asker()); !unlocked)
        co_return Answer::failed(unlocked.error());
    if (const Result<void> opened = co_await desk.open(call.option(u"workspace"_s)); !opened)
        co_return Answer::failed(opened.error());
    ControlServer server;
    server.setWorkspace(desk.workspace());
    if (const Result<void> listening = server.listen(folder); !listening)
        note(listening.error().message);
    if (qobject_cast<QGuiApplication *>(QCoreApplication::instance()))
        desk.workspace()->exporting().setPdf(print::pdfWriter());
    Answer answer = co_await control::carryOut(*desk.workspace(), call);
    print(answer, call.json);
    // No other program would run what this node was asked to do.
    co_await desk.settle(kLongestRun);
    server.close();
    if (server.isBusy())
        co_await firstSignal(&server, &ControlServer::becameIdle, 60s);
    co_await desk.settle(kLongestRun);
    co_return Answer{answer.exitCode, QJsonValue(QJsonValue::Undefined), {}, {}};
}

} // namespace

QString profileOf(const Call &call)
{
    const QString named = call.option(u"profile"_s);
    return named.isEmpty() ? session::Profile::defaultFolder() : call.pathOf(named);
}

QCoro::Task<Answer> inWorkspace(Call call, QStringList arguments)
{
    QElapsedTimer waited;
    waited.start();
    for (;;) {
        Result<std::unique_ptr<session::Profile>> profile = session::Profile::open(profileOf(call));
        if (profile && call.path == u"raise")
            co_return Answer{
                control::no, QJsonValue(QJsonValue::Undefined), {}, tr("No program runs on this profile.")};
        if (profile)
            co_return co_await byItself(std::move(*profile), call);
        if (profile.error().kind != ErrorKind::conflict)
            co_return Answer::failed(profile.error());
        ControlClient client(profileOf(call));
        const Result<Answer> answer = co_await client.ask(arguments, call.line, call.secret);
        if (answer)
            co_return *answer;
        if (answer.error().kind != ErrorKind::transient || waited.elapsed() > kLongestWait)
            co_return Answer{control::unreachable,
                             QJsonValue(QJsonValue::Undefined),
                             {},
                             tr("A program runs on this profile, but does not answer: %1").arg(answer.error().message)};
        QTimer pause;
        pause.start(50ms);
        co_await pause;
    }
}

std::optional<Result<QByteArray>> askedInWorkspace(const Call &call, const QStringList &what)
{
    {
        const auto profile = session::Profile::open(profileOf(call), false);
        if (!profile || (*profile)->workspaces().isEmpty())
            return std::nullopt;
    }
    QStringList arguments{u"--json"_s, u"--profile"_s, profileOf(call)};
    if (call.has(u"workspace"_s))
        arguments += {u"--workspace"_s, call.option(u"workspace"_s)};
    QProcess program;
    program.start(QCoreApplication::applicationFilePath(), arguments + what);
    if (program.waitForFinished(kLongestAside) && program.exitCode() == 0)
        return program.readAllStandardOutput();
    return fail(ErrorKind::transient, QString::fromUtf8(program.readAllStandardError()).trimmed());
}

} // namespace wardroom::ctl
