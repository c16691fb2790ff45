// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/measure.h"

#include "bot/sandbox/sandbox.h"

#include <QDir>
#include <QFile>
#include <QProcess>

namespace wardroom::bench {
using namespace Qt::StringLiterals;

namespace {

constexpr int kRounds = 21;
constexpr int kLongestMs = 30'000;

//! The least a command does in the language the shipped ones are written in: reads what it is asked, answers a line.
constexpr auto kScript = "#!/usr/bin/python3\n"
                         "import json, sys\n"
                         "asked = json.load(sys.stdin)\n"
                         "print(json.dumps({'type': 'result', 'summary': asked['host']}))\n";
constexpr auto kInput = "{\"host\":\"web-01\"}";

Result<void> writeScript(const QString &folder)
{
    QFile file(folder + u"/answer"_s);
    if (!file.open(QIODevice::WriteOnly) || file.write(kScript) < 0)
        return fail(ErrorKind::storage, file.errorString());
    file.setPermissions(QFile::Permissions(0x7755));
    return {};
}

Cost inSandbox(const QString &folder, QString &problem)
{
    bot::SandboxJob job;
    job.pluginFolder = folder;
    job.argv = {u"answer"_s};
    job.input = kInput;
    job.limits = {10, 256, 32, 256};
    QByteArray said;
    return costOf([&] {
        bot::Sandbox sandbox;
        const auto end = QCoro::waitFor(sandbox.run(job, [&](QByteArray line) { said += line; }));
        if (!end || end->outcome != domain::Outcome::done || !said.contains("web-01"))
            problem = end ? end->reason + QString::fromUtf8(end->errors) + u" (in the sandbox)"_s : end.error().message;
    });
}

Cost bare(const QString &folder, QString &problem)
{
    return costOf([&] {
        QProcess process;
        process.start(folder + u"/answer"_s, QStringList());
        process.write(kInput);
        process.closeWriteChannel();
        if (!process.waitForFinished(kLongestMs) || !process.readAllStandardOutput().contains("web-01"))
            problem = process.errorString() + u" (bare)"_s;
    });
}

} // namespace

Result<Lines> measureCommand()
{
    if (const QString missing = bot::Sandbox::whatIsMissing(); !missing.isEmpty())
        return fail(ErrorKind::unsupported, missing);
    const Result<QString> folder = bot::Sandbox::makeStagingFolder();
    if (!folder)
        return tl::unexpected(folder.error());
    QString problem;
    Duel duel([&] { return inSandbox(*folder, problem); }, [&] { return bare(*folder, problem); });
    const Result<void> written = writeScript(*folder);
    if (written)
        duel.play(kRounds);
    QDir(*folder).removeRecursively();
    if (!written || !problem.isEmpty())
        return fail(ErrorKind::storage, written ? problem : written.error().message);
    // Both sides wait for a child, so the processor time of this process says nothing.
    Line line = duel.line(u"command"_s, u"ms"_s, Told::byWall);
    line.bar = 1.5;
    line.what = u"a Python script of three lines to its end, in the sandbox / the same script spawned bare"_s;
    return Lines{line};
}

} // namespace wardroom::bench
