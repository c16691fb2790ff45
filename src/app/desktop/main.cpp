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
#include <cstdio>

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

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"wardroom"_s);
    QApplication::setApplicationDisplayName(u"Wardroom"_s);
    QApplication::setApplicationVersion(QStringLiteral(WARDROOM_VERSION));
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
    const app::Ending ending;
    ui::Theme theme;
    theme.apply();
    if (parser.isSet(tour))
        return playTour(application, theme, parser.value(tour), parser.value(matrix));
    app::Start start(theme, parser.value(profile), parser.value(workspace), crowdSecUnpacked());
    return start.run(application);
}
