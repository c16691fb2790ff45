// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/words.h"
#include "control/controlserver.h"
#include "health.h"
#include "service.h"
#include "session/desk.h"
#include "session/engine.h"
#include "session/exporting.h"
#include "session/pdfprogram.h"

#include <QCoreApplication>
#include <QSocketNotifier>
#include <QThread>
#include <QTimer>
#include <csignal>
#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace wardroom;

namespace {

int signalPipe[2] = {-1, -1};
constexpr int kLongestEnd = 3'000; //!< ms, for what is being written; systemd is promised five seconds

void log(const QString &sentence)
{
    if (!sentence.isEmpty())
        std::fprintf(stderr, "wardroomd: %s\n", qPrintable(sentence));
}

void onSignal(int)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(signalPipe[1], &byte, 1);
}

//! Everything that runs; the exit code when it could not begin.
QCoro::Task<int> begin(session::Desk &desk, control::ControlServer &server, daemon::Options options)
{
    if (const Result<void> unlocked = co_await desk.unlock({}); !unlocked) {
        log(unlocked.error().message);
        co_return control::exitCodeOf(unlocked.error().kind);
    }
    if (const Result<void> opened = co_await desk.open({}); !opened) {
        log(opened.error().message);
        co_return opened.error().kind == ErrorKind::notFound ? int(control::unreachable)
                                                             : control::exitCodeOf(opened.error().kind);
    }
    QObject::connect(desk.workspace(), &session::Workspace::troubled, &desk, &log);
    QObject::connect(desk.workspace(), &session::Workspace::pluginsChanged, &desk,
                     [](const QStringList &sentences, bool) { log(sentences.join(u' ')); });
    QObject::connect(&desk.tools(), &session::Tools::troubled, &desk, &log);
    auto *health = new daemon::Health(*desk.workspace(), desk.clock(), &desk);
    QObject::connect(&desk.tools(), &session::Tools::troubled, health, &daemon::Health::note);
    desk.tools().setHealth([health] { return health->ask(); });
    desk.workspace()->exporting().setPdf(session::pdfBy(QCoreApplication::applicationDirPath() + u"/wardroomctl"_s));
    server.setWorkspace(desk.workspace());
    server.setSignIn([&desk](session::MatrixCredentials who) {
        session::Engine &engine = desk.workspace()->engine();
        return desk.places().matrix().signInAgain(engine.entry(), who, &engine.platform());
    });
    desk.tools().attach(desk.workspace()->engine());
    Result<void> listening = server.listen(desk.profile().folder());
    if (listening && options.port) {
        const Result<quint16> port = co_await desk.tools().listen(*options.port);
        listening = port.map([](quint16) {});
        if (port)
            log(u"takes alerts and answers /healthz on 127.0.0.1:%1"_s.arg(*port));
    }
    if (!listening) {
        log(listening.error().message);
        co_return control::unreachable;
    }
    std::puts("ready");
    std::fflush(stdout);
    daemon::tellSystemd("READY=1");
    daemon::keepWatchdog(&desk);
    co_return 0;
}

QCoro::Task<void> end(session::Desk &desk, control::ControlServer &server)
{
    daemon::tellSystemd("STOPPING=1");
    server.close();
    desk.tools().detach();
    co_await desk.settle(kLongestEnd);
    QCoreApplication::exit(0);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    speakAsTheSystem(application);
    QCoreApplication::setApplicationName(u"wardroom"_s);
    if (QCoreApplication::arguments().mid(1) == QStringList{u"--version"_s}) {
        std::puts("wardroomd " WARDROOM_VERSION);
        return control::yes;
    }
    const daemon::Options options = daemon::parse(QCoreApplication::arguments().mid(1));
    if (options.help) {
        std::printf("%s\n", qPrintable(daemon::usage()));
        return 0;
    }
    if (!options.problem.isEmpty()) {
        log(options.problem);
        return control::wrong;
    }
    Result<std::unique_ptr<session::Profile>> profile = session::Profile::open(options.profile);
    // A command of the shell that is just ending is no other program.
    for (int tries = 0; !profile && profile.error().kind == ErrorKind::conflict && tries < 20; ++tries) {
        QThread::msleep(100);
        profile = session::Profile::open(options.profile);
    }
    if (!profile) {
        log(profile.error().message);
        return profile.error().kind == ErrorKind::conflict ? control::wrong : control::unreachable;
    }
    session::Desk desk(std::move(*profile));
    control::ControlServer server;
    if (::pipe(signalPipe) != 0)
        return control::unreachable;
    std::signal(SIGTERM, &onSignal);
    std::signal(SIGINT, &onSignal);
    bool isRunning = false;
    QSocketNotifier ended(signalPipe[0], QSocketNotifier::Read);
    QObject::connect(&ended, &QSocketNotifier::activated, &application, [&] {
        ended.setEnabled(false);
        if (isRunning)
            QCoro::connect(end(desk, server), &application, [] {});
        else
            QCoreApplication::exit(0);
    });
    QTimer::singleShot(0, &application, [&] {
        QCoro::connect(begin(desk, server, options), &application, [&isRunning](int code) {
            isRunning = code == 0;
            if (!isRunning)
                QCoreApplication::exit(code);
        });
    });
    return QCoreApplication::exec();
}
