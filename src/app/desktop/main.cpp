// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop.h"
#include "app/desktop/ending.h"
#include "app/desktop/start.h"
#include "app/desktop/tour/tour.h"
#include "base/words.h"
#include "session/resources.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QStandardPaths>
#include <algorithm>
#include <cstdio>
#include <string_view>

using namespace wardroom;
using namespace Qt::StringLiterals;

namespace {

//! The drill's intrusion detection, where somebody unpacked one (`private-crowdsec prepare`).
QString crowdSecUnpacked()
{
    const QString cache =
        QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + u"/wardroom/crowdsec"_s;
    return qEnvironmentVariable("WARDROOM_CROWDSEC", QFileInfo::exists(cache) ? cache : QString());
}

int playTour(QApplication &application, ui::Theme &theme, const QString &folder, const QString &matrix)
{
    theme.setMode(ui::ThemeMode::dark);
    Result<std::unique_ptr<app::ChatServer>> server;
    if (!matrix.isEmpty())
        server = app::ChatServer::read(matrix);
    if (!server) {
        std::fprintf(stderr, "wardroom: %s\n", qPrintable(server.error().message));
        return 2;
    }
    speakAsTheSystem(application); // what a person's own settings do otherwise
    app::Tour tour(folder, session::resourceFolder(), crowdSecUnpacked(), theme, std::move(*server));
    QCoro::connect(tour.play(), &application, [](int code) { QCoreApplication::exit(code); });
    return application.exec();
}

bool isAmong(int argc, char **argv, std::initializer_list<std::string_view> words)
{
    return std::any_of(argv + std::min(1, argc), argv + argc,
                       [&](const char *word) { return std::find(words.begin(), words.end(), word) != words.end(); });
}

//! Without a display, too: Qt's own platform plugins end a program that finds none.
bool asksAboutItself(int argc, char **argv)
{
    return isAmong(argc, argv, {"-h", "--help", "--help-all", "-v", "--version"});
}

bool hasDisplay([[maybe_unused]] int argc, [[maybe_unused]] char **argv)
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
           qEnvironmentVariableIsSet("QT_QPA_PLATFORM") || isAmong(argc, argv, {"-platform"});
#else
    return true;
#endif
}

void name(QCoreApplication &application)
{
    application.setApplicationName(u"wardroom"_s);
    application.setApplicationVersion(QStringLiteral(WARDROOM_VERSION));
}

//! What the command line said.
struct Wishes
{
    QString profile;
    QString workspace;
    QString tour; //!< a folder; set: play it
    QString matrix;
    bool playsTour = false;
};

//! Ends the program where --help, --version or a mistake does.
Wishes wishesOf(const QCoreApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QApplication::tr("Where a security team works an incident in conversation."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption profile(u"profile"_s, QApplication::tr("Everything one person has on this machine."),
                                     u"DIR"_s);
    const QCommandLineOption workspace(u"workspace"_s, QApplication::tr("Which workspace to open."), u"NAME"_s);
    const QCommandLineOption tour(u"tour"_s, QApplication::tr("Plays the whole story and writes what happened."),
                                  u"DIR"_s);
    QCommandLineOption matrix(u"matrix"_s, {}, u"FILE"_s); // packaging/matrix/tour hands it over
    matrix.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOptions({profile, workspace, tour, matrix});
    parser.process(application);
    return {parser.value(profile), parser.value(workspace), parser.value(tour), parser.value(matrix),
            parser.isSet(tour)};
}

int run(int argc, char **argv)
{
    QApplication application(argc, argv);
    name(application);
    QApplication::setApplicationDisplayName(u"Wardroom"_s);
    const Wishes wishes = wishesOf(application);
    const app::Ending ending;
    ui::Theme theme;
    theme.apply();
    if (wishes.playsTour)
        return playTour(application, theme, wishes.tour, wishes.matrix);
    app::Start start(theme, wishes.profile, wishes.workspace, crowdSecUnpacked());
    return start.run(application);
}

} // namespace

int main(int argc, char **argv)
{
    if (asksAboutItself(argc, argv)) {
        QCoreApplication application(argc, argv);
        name(application);
        wishesOf(application);
        return 0;
    }
    if (!hasDisplay(argc, argv)) {
        std::fputs(qPrintable(QApplication::tr("wardroom: there is no display. Start it in a desktop session; without "
                                               "one, use wardroomctl and wardroomd.\n")),
                   stderr);
        return 3;
    }
    return run(argc, argv);
}
