// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

namespace wardroom::test {
using namespace Qt::StringLiterals;

namespace {

constexpr int kLongest = 120'000; //!< ms

void writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (file.open(QFile::WriteOnly))
        file.write(content);
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

} // namespace

QJsonObject Said::object() const
{
    return QJsonDocument::fromJson(out).object();
}

QList<QJsonObject> Said::lines() const
{
    QList<QJsonObject> all;
    for (const QByteArray &line : out.split('\n'))
        if (!line.isEmpty())
            all.append(QJsonDocument::fromJson(line).object());
    return all;
}

Somebody::Somebody(const QString &top, const QString &name) : m_home(top + u'/' + name), m_name(name)
{
    QDir().mkpath(m_home);
    writeFile(m_home + u"/passphrase"_s, "a passphrase for tests\n");
}

QProcessEnvironment Somebody::environment() const
{
    QProcessEnvironment clean;
    clean.insert(u"PATH"_s, u"/usr/bin:/bin"_s);
    clean.insert(u"HOME"_s, m_home);
    clean.insert(u"LANG"_s, u"C.UTF-8"_s);
    clean.insert(u"WARDROOM_PASSPHRASE_FILE"_s, m_home + u"/passphrase"_s);
    clean.insert(u"WARDROOM_RESOURCES"_s, QStringLiteral(WARDROOM_SOURCE_DIR "/resources"));
    return clean;
}

std::unique_ptr<QProcess> Somebody::start(const QString &program, const QStringList &arguments) const
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(environment());
    process->setWorkingDirectory(m_home);
    process->start(QStringLiteral(WARDROOM_BIN "/") + program, arguments);
    process->waitForStarted();
    return process;
}

Said Somebody::ctl(const QStringList &arguments, const QByteArray &input) const
{
    const auto process = start(u"wardroomctl"_s, QStringList{u"--profile"_s, profile()} + arguments);
    process->write(input);
    process->closeWriteChannel();
    if (!process->waitForFinished(kLongest)) {
        process->kill();
        process->waitForFinished();
        return {-1, process->readAllStandardOutput(), "it did not end: " + process->readAllStandardError()};
    }
    return {process->exitStatus() == QProcess::NormalExit ? process->exitCode() : -2, process->readAllStandardOutput(),
            process->readAllStandardError()};
}

Said Somebody::json(QStringList arguments) const
{
    arguments.prepend(u"--json"_s);
    return ctl(arguments);
}

} // namespace wardroom::test
