// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/tour/chatserver.h"

#include "app/desktop/tour/hand.h"
#include "base/hash.h"

#include <QCoreApplication>
#include <QCoroProcess>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace wardroom::app {
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 120; // seconds; a busy machine needs ten for a Synapse

QStringList wordsOf(const QJsonValue &list)
{
    QStringList words;
    for (const QJsonValue &word : list.toArray())
        words.append(word.toString());
    return words;
}

QByteArray lineOf(const QJsonObject &call)
{
    return QJsonDocument(call).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace

Result<std::unique_ptr<ChatServer>> ChatServer::read(const QString &file)
{
    QFile source(file);
    if (!source.open(QFile::ReadOnly))
        return fail(ErrorKind::notFound, u"%1 cannot be read: %2"_s.arg(file, source.errorString()));
    const QJsonObject about = QJsonDocument::fromJson(source.readAll()).object();
    std::unique_ptr<ChatServer> server(new ChatServer);
    server->m_homeserver = about.value("homeserver"_L1).toString();
    const QJsonObject people = about.value("people"_L1).toObject();
    for (auto it = people.begin(); it != people.end(); ++it)
        server->m_people.insert(
            it.key(), {it->toObject().value("user"_L1).toString(), it->toObject().value("password"_L1).toString()});
    server->m_phone = wordsOf(about.value("phone"_L1));
    server->m_start = wordsOf(about.value("start"_L1));
    server->m_stop = wordsOf(about.value("stop"_L1));
    if (server->m_homeserver.isEmpty() || server->m_people.size() < 4 || server->m_phone.isEmpty() ||
        server->m_stop.isEmpty())
        return fail(ErrorKind::invalid, u"%1 is not what packaging/matrix/tour writes"_s.arg(file));
    return server;
}

ChatServer::~ChatServer()
{
    m_phoneProcess.closeWriteChannel();
    m_night.terminate();
    for (QProcess *process : {&m_phoneProcess, &m_night}) {
        if (process->state() != QProcess::NotRunning && !process->waitForFinished(10'000)) {
            process->kill();
            process->waitForFinished(5'000);
        }
    }
}

QCoro::Task<Result<void>> ChatServer::run(QStringList argv, QProcessEnvironment environment, QByteArray input)
{
    const QString program = argv.takeFirst();
    QProcess process;
    process.setProgram(program);
    process.setArguments(argv);
    process.setProcessEnvironment(environment);
    auto awaitable = qCoro(process);
    const bool started = co_await awaitable.start();
    if (!started)
        co_return fail(ErrorKind::notFound, u"%1 cannot be started: %2"_s.arg(program, process.errorString()));
    process.write(input);
    process.closeWriteChannel();
    const bool ended = process.state() == QProcess::NotRunning ||
                       co_await awaitable.waitForFinished(std::chrono::milliseconds(kPatience * 1000));
    if (!ended || process.exitCode() != 0)
        co_return fail(ErrorKind::invalid,
                       u"%1: %2"_s.arg(program, QString::fromUtf8(process.readAllStandardError()).trimmed()));
    co_return Result<void>();
}

QCoro::Task<Result<void>> ChatServer::stop()
{
    return run(m_stop, QProcessEnvironment::systemEnvironment(), {});
}

QCoro::Task<Result<void>> ChatServer::start()
{
    return run(m_start, QProcessEnvironment::systemEnvironment(), {});
}

QCoro::Task<Result<QJsonObject>> ChatServer::ask(QJsonObject call)
{
    m_phoneProcess.write(lineOf(call));
    const bool answered = co_await until(
        [this] { return m_phoneProcess.canReadLine() || m_phoneProcess.state() == QProcess::NotRunning; }, 60);
    if (!answered || !m_phoneProcess.canReadLine())
        co_return fail(ErrorKind::timeout, u"the phone does not answer: %1"_s.arg(
                                               QString::fromUtf8(m_phoneProcess.readAllStandardError()).right(500)));
    const QJsonObject answer = QJsonDocument::fromJson(m_phoneProcess.readLine()).object();
    if (const QString error = answer.value("error"_L1).toString(); !error.isEmpty())
        co_return fail(ErrorKind::protocol, u"the phone: %1"_s.arg(error));
    co_return answer;
}

QCoro::Task<Result<QJsonObject>> ChatServer::phone(QJsonObject call)
{
    if (m_phoneProcess.state() == QProcess::NotRunning) {
        m_phoneProcess.setProgram(m_phone.first());
        m_phoneProcess.setArguments(m_phone.sliced(1));
        auto awaitable = qCoro(m_phoneProcess);
        const bool started = co_await awaitable.start();
        if (!started)
            co_return fail(ErrorKind::notFound, u"the phone cannot be started: %1"_s.arg(m_phoneProcess.errorString()));
        const TourAccount cy = account(u"cy"_s);
        const QJsonObject signIn{{u"homeserver"_s, m_homeserver}, {u"user"_s, cy.user}, {u"password"_s, cy.password}};
        const Result<QJsonObject> in = co_await ask(signIn);
        if (!in || !in->value("ok"_L1).toBool())
            co_return in ? fail(ErrorKind::auth, u"the phone could not sign in"_s) : tl::unexpected(in.error());
    }
    co_return co_await ask(call);
}

QCoro::Task<Result<void>> ChatServer::startNight(QString folder, QString invitation)
{
    QDir().mkpath(folder + u"/profile"_s);
    QFile passphrase(folder + u"/passphrase"_s);
    if (!passphrase.open(QFile::WriteOnly) || !passphrase.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
        passphrase.write(randomHex(16).toLatin1()) < 0)
        co_return fail(ErrorKind::storage, passphrase.errorString());
    passphrase.close();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"WARDROOM_PASSPHRASE_FILE"_s, passphrase.fileName());
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    const QString programs = QCoreApplication::applicationDirPath();
    const TourAccount night = account(u"night"_s);
    const QStringList profile{u"--profile"_s, folder + u"/profile"_s};
    const QStringList join = QStringList{programs + u"/wardroomctl"_s} + profile +
                             QStringList{u"workspace"_s,        u"join"_s,   invitation,      u"--user"_s, night.user,
                                         u"--password-stdin"_s, u"--name"_s, u"Night watch"_s};
    const QByteArray secret = night.password.toUtf8();
    if (const Result<void> joined = co_await run(join, environment, secret); !joined)
        co_return joined;
    m_night.setProgram(programs + u"/wardroomd"_s);
    m_night.setArguments(profile);
    m_night.setProcessEnvironment(environment);
    m_night.setStandardErrorFile(folder + u"/wardroomd.log"_s);
    m_night.start();
    const bool ready =
        co_await until([this] { return m_night.canReadLine() || m_night.state() == QProcess::NotRunning; }, 60);
    if (!ready || m_night.readLine().trimmed() != "ready")
        co_return fail(ErrorKind::timeout, u"wardroomd is not ready; see %1"_s.arg(folder + u"/wardroomd.log"_s));
    co_return Result<void>();
}

} // namespace wardroom::app
