// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/measure.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>

namespace wardroom::bench {
using namespace Qt::StringLiterals;

namespace {

constexpr int kRounds = 9;
constexpr int kLongestMs = 20'000;
constexpr double kBarMs = 1000;

QString beside(const QString &name)
{
    return QCoreApplication::applicationDirPath() + u'/' + name;
}

//! Until \a program has given its window's first frame to the platform, which Qt says in its log.
Cost firstFrame(const QString &program, const QStringList &arguments, QString &problem)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_LOGGING_RULES"_s, u"qt.widgets.painting.info=true"_s);
    environment.insert(u"QT_FORCE_STDERR_LOGGING"_s, u"1"_s);
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    QByteArray log;
    const Cost cost = costOf([&] {
        QElapsedTimer elapsed;
        elapsed.start();
        process.start(program, arguments);
        while (!log.contains("Flushing") && elapsed.elapsed() < kLongestMs && process.waitForReadyRead(kLongestMs))
            log += process.readAll();
    });
    if (!log.contains("Flushing"))
        problem = u"%1 painted nothing: %2"_s.arg(program, QString::fromUtf8(log.left(400)) + process.errorString());
    process.kill();
    process.waitForFinished(kLongestMs);
    return cost;
}

} // namespace

Result<Lines> measureStart()
{
    const QString ours = qEnvironmentVariable("WARDROOM_BIN", beside(u"../bin/wardroom"_s));
    const QString bare = beside(u"wardroom_barewindow"_s);
    for (const QString &program : {ours, bare})
        if (!QFileInfo(program).isExecutable())
            return fail(ErrorKind::notFound, u"%1 is not built"_s.arg(program));
    QString problem;
    const auto startOurs = [&] {
        const QTemporaryDir profile; // a first start: there is nothing yet
        return firstFrame(ours, {u"--profile"_s, profile.filePath(u"profile"_s)}, problem);
    };
    Duel duel(startOurs, [&] { return firstFrame(bare, {}, problem); });
    duel.play(kRounds);
    if (!problem.isEmpty())
        return fail(ErrorKind::timeout, problem);
    Line line = duel.line(u"start"_s, u"ms"_s, Told::byWall);
    line.bar = kBarMs;
    line.absolute = true;
    line.what = u"process start to first painted frame, empty profile, the bar is a second (absolute) / "
                "bare QMainWindow"_s;
    return Lines{line};
}

} // namespace wardroom::bench
