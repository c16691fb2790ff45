// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/synapse.h"

#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QRandomGenerator>
#include <QTcpServer>
#include <QThread>
#include <csignal>

namespace wardroom::test {
using namespace Qt::StringLiterals;

namespace {

constexpr int kStartMs = 90'000; //!< a busy machine imports slowly
constexpr auto kPlace = "worldfaults"_L1;

QString randomText()
{
    QByteArray bytes(24, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = char(QRandomGenerator::system()->bounded(256));
    return QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

quint16 freePort()
{
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost, 0);
    return probe.serverPort();
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(bytes) != bytes.size())
        qFatal("%s cannot be written", qPrintable(path));
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

QJsonObject rate(double perSecond, int burst)
{
    return {{u"per_second"_s, perSecond}, {u"burst_count"_s, burst}};
}

QJsonObject openRates()
{
    const QJsonObject open = rate(100'000, 100'000);
    return {
        {u"rc_message"_s, open},
        {u"rc_registration"_s, open},
        {u"rc_admin_redaction"_s, open},
        {u"rc_room_creation"_s, open},
        {u"rc_media_create"_s, open},
        {u"rc_reports"_s, open},
        {u"rc_user_directory"_s, open},
        {u"rc_login"_s, QJsonObject{{u"address"_s, open}, {u"account"_s, open}, {u"failed_attempts"_s, open}}},
        {u"rc_joins"_s, QJsonObject{{u"local"_s, open}, {u"remote"_s, open}}},
        {u"rc_joins_per_room"_s, open},
        {u"rc_invites"_s, QJsonObject{{u"per_room"_s, open}, {u"per_user"_s, open}, {u"per_issuer"_s, open}}},
    };
}

void merge(QJsonObject &into, const QJsonObject &changes)
{
    for (auto it = changes.begin(); it != changes.end(); ++it) {
        if (it->isNull())
            into.remove(it.key());
        else
            into.insert(it.key(), *it);
    }
}

} // namespace

Synapse::Synapse(QJsonObject settings)
    : m_folder(QDir::tempPath() + u"/wr-synapse-XXXXXX"_s)
    , m_programs(qEnvironmentVariable("WARDROOM_CACHE", QDir::homePath() + u"/.cache/wardroom-tests"_s) + u"/synapse"_s)
    , m_secret(randomText())
{
    const QString path = QStringLiteral(WARDROOM_SOURCE_DIR) + u"/packaging/matrix/settings.json"_s;
    m_settings = QJsonDocument::fromJson(contents(path)).object();
    if (m_settings.isEmpty())
        qFatal("%s cannot be read", qPrintable(path));
    merge(m_settings, openRates());
    const QString in = m_folder.path() + u'/';
    merge(m_settings,
          {{u"server_name"_s, serverName()},
           {u"pid_file"_s, in + u"homeserver.pid"_s},
           {u"media_store_path"_s, in + u"media"_s},
           {u"signing_key_path"_s, in + u"signing.key"_s},
           {u"log_config"_s, in + u"log.yaml"_s},
           {u"registration_shared_secret"_s, m_secret},
           {u"macaroon_secret_key"_s, randomText()},
           {u"form_secret"_s, randomText()},
           {u"bcrypt_rounds"_s, 4},
           {u"database"_s, QJsonObject{{u"name"_s, u"sqlite3"_s},
                                       {u"args"_s, QJsonObject{{u"database"_s, in + u"homeserver.db"_s}}}}}});
    merge(m_settings, settings);
    put(in + kPlace, QByteArray(64, '\0'));
}

Synapse::~Synapse()
{
    kill9();
}

Result<void> Synapse::prepare()
{
    QProcess script;
    script.setProcessChannelMode(QProcess::MergedChannels);
    script.start(QStringLiteral(WARDROOM_SOURCE_DIR) + u"/packaging/matrix/prepare"_s, {u"--into"_s, m_programs});
    if (!script.waitForFinished(30 * 60'000) || script.exitStatus() != QProcess::NormalExit || script.exitCode() != 0)
        return fail(ErrorKind::unsupported,
                    u"No Synapse to test with: %1"_s.arg(QString::fromUtf8(script.readAll().trimmed())));
    return {};
}

void Synapse::copyTemplate() const
{
    const QString database = m_folder.filePath(u"homeserver.db"_s);
    if (QFile::exists(database))
        return;
    put(database, contents(m_programs + u"/template/homeserver.db"_s));
    QByteArray seed(32, Qt::Uninitialized);
    for (char &byte : seed)
        byte = char(QRandomGenerator::system()->bounded(256));
    put(m_folder.filePath(u"signing.key"_s), "ed25519 a_test " + seed.toBase64(QByteArray::OmitTrailingEquals) + '\n');
    put(m_folder.filePath(u"log.yaml"_s),
        R"({"version": 1, "disable_existing_loggers": false,
            "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
            "handlers": {"err": {"class": "logging.StreamHandler", "formatter": "plain"}},
            "root": {"level": "WARNING", "handlers": ["err"]}})");
}

void Synapse::writeSettings() const
{
    QJsonObject settings = m_settings;
    const QJsonObject resource{{u"names"_s, QJsonArray{u"client"_s}}, {u"compress"_s, false}};
    settings.insert(u"public_baseurl"_s, url().toString() + u'/');
    settings.insert(u"listeners"_s, QJsonArray{QJsonObject{{u"port"_s, m_port},
                                                           {u"type"_s, u"http"_s},
                                                           {u"bind_addresses"_s, QJsonArray{u"127.0.0.1"_s}},
                                                           {u"resources"_s, QJsonArray{resource}}}});
    put(m_folder.filePath(u"homeserver.yaml"_s), QJsonDocument(settings).toJson()); // JSON is YAML
}

Result<void> Synapse::start()
{
    if (isRunning())
        return {};
    if (const Result<void> prepared = prepare(); !prepared)
        return prepared;
    copyTemplate();
    const bool isFirst = m_port == 0;
    Result<void> started;
    // The port was free a moment ago; if somebody took it meanwhile, another one (or, where it must stay, once more).
    for (int tries = 0; tries < 5; ++tries) {
        if (isFirst)
            m_port = freePort();
        started = startOnce();
        if (started || !log().contains("Address already in use"_L1))
            break;
        QThread::msleep(300);
    }
    return started;
}

Result<void> Synapse::startOnce()
{
    writeSettings();
    m_process = std::make_unique<QProcess>();
    m_process->setProcessChannelMode(QProcess::MergedChannels);
    m_process->setStandardOutputFile(m_folder.filePath(u"homeserver.log"_s));
    m_process->setWorkingDirectory(m_folder.path());
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
#ifdef WARDROOM_WORLD_FAULTS
    environment.insert(u"LD_PRELOAD"_s, QStringLiteral(WARDROOM_WORLD_FAULTS));
    environment.insert(u"WARDROOM_WORLD_FAULTS"_s, m_folder.filePath(kPlace));
#endif
    m_process->setProcessEnvironment(environment);
    m_process->start(m_programs + u"/venv/bin/python"_s, {u"-m"_s, u"synapse.app.homeserver"_s, u"--config-path"_s,
                                                          m_folder.filePath(u"homeserver.yaml"_s)});
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < kStartMs) {
        if (m_process->waitForFinished(50) || m_process->state() == QProcess::NotRunning)
            return fail(ErrorKind::transient, u"Synapse ended at once: %1"_s.arg(log().right(3000)));
        if (call("GET", u"/_matrix/client/versions"_s).isGood())
            return {};
    }
    kill9();
    return fail(ErrorKind::timeout,
                u"Synapse did not answer within %1 s: %2"_s.arg(kStartMs / 1000).arg(log().right(3000)));
}

void Synapse::stop()
{
    if (!isRunning())
        return;
    m_process->terminate();
    if (!m_process->waitForFinished(30'000))
        kill9();
}

void Synapse::kill9()
{
    if (!isRunning())
        return;
    m_process->kill();
    m_process->waitForFinished(30'000);
}

void Synapse::freeze(bool stopped)
{
    if (isRunning())
        ::kill(pid_t(m_process->processId()), stopped ? SIGSTOP : SIGCONT);
}

bool Synapse::isRunning() const
{
    return m_process && m_process->state() != QProcess::NotRunning;
}

void Synapse::reconfigure(const QJsonObject &changes)
{
    merge(m_settings, changes);
}

QJsonObject Synapse::noAliases()
{
    return {{u"alias_creation_rules"_s, QJsonArray()}};
}

QJsonObject Synapse::stockRates()
{
    QJsonObject none = openRates();
    for (auto it = none.begin(); it != none.end(); ++it)
        *it = QJsonValue::Null;
    return none;
}

void Synapse::share(int field, qint64 value)
{
    QFile file(m_folder.filePath(kPlace));
    if (!file.open(QIODevice::ReadWrite) || !file.seek(field * qint64(sizeof value)))
        qFatal("the place of faults cannot be written");
    file.write(reinterpret_cast<const char *>(&value), sizeof value);
}

void Synapse::setDiskFull(bool full)
{
    share(0, full ? 1 : 0);
}

void Synapse::setClockOffset(std::chrono::milliseconds offset)
{
    share(1, offset.count());
}

QUrl Synapse::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_port));
}

QString Synapse::serverName() const
{
    return u"localhost"_s;
}

QString Synapse::log() const
{
    return QString::fromUtf8(contents(m_folder.filePath(u"homeserver.log"_s)));
}

Result<SynapseUser> Synapse::user(const QString &name, bool isAdmin)
{
    const QString place = u"/_synapse/admin/v1/register"_s;
    const QString nonce = call("GET", place).body.value("nonce"_L1).toString();
    const QString password = u"correct horse %1"_s.arg(name);
    const QByteArray told =
        QStringList{nonce, name, password, isAdmin ? u"admin"_s : u"notadmin"_s}.join(QChar(0)).toUtf8();
    const QByteArray mac = QMessageAuthenticationCode::hash(told, m_secret.toUtf8(), QCryptographicHash::Sha1).toHex();
    const SynapseAnswer answer = call("POST", place, {},
                                      {{u"nonce"_s, nonce},
                                       {u"username"_s, name},
                                       {u"password"_s, password},
                                       {u"admin"_s, isAdmin},
                                       {u"mac"_s, QString::fromLatin1(mac)}});
    if (!answer.isGood())
        return fail(ErrorKind::protocol,
                    u"%1 was not registered: %2 %3"_s.arg(name).arg(answer.status).arg(answer.errcode()));
    const QJsonObject &body = answer.body;
    return SynapseUser{body.value("user_id"_L1).toString(), name, password, body.value("device_id"_L1).toString(),
                       body.value("access_token"_L1).toString()};
}

Result<SynapseUser> Synapse::login(const SynapseUser &user, const QString &device)
{
    QJsonObject body{{u"type"_s, u"m.login.password"_s},
                     {u"identifier"_s, QJsonObject{{u"type"_s, u"m.id.user"_s}, {u"user"_s, user.name}}},
                     {u"password"_s, user.password}};
    if (!device.isEmpty())
        body.insert(u"device_id"_s, device);
    const SynapseAnswer answer = call("POST", u"/_matrix/client/v3/login"_s, {}, body);
    if (!answer.isGood())
        return fail(ErrorKind::auth,
                    u"%1 was not let in: %2 %3"_s.arg(user.id).arg(answer.status).arg(answer.errcode()));
    SynapseUser again = user;
    again.device = answer.body.value("device_id"_L1).toString();
    again.token = answer.body.value("access_token"_L1).toString();
    return again;
}

SynapseAnswer Synapse::call(const QByteArray &method, const QString &path, const QString &token,
                            const QJsonObject &body) const
{
    const bool hasBody = method != "GET" && method != "DELETE";
    return send(method, path, token, "application/json",
                hasBody ? QJsonDocument(body).toJson(QJsonDocument::Compact) : QByteArray());
}

QString Synapse::upload(const QByteArray &bytes, const QString &token) const
{
    return send("POST", u"/_matrix/media/v3/upload"_s, token, "application/octet-stream", bytes)
        .body.value("content_uri"_L1)
        .toString();
}

SynapseAnswer Synapse::send(const QByteArray &method, const QString &path, const QString &token, const QByteArray &type,
                            const QByteArray &body) const
{
    QNetworkAccessManager manager;
    manager.setProxy(QNetworkProxy::NoProxy);
    QNetworkRequest request(QUrl(url().toString() + path, QUrl::StrictMode));
    request.setTransferTimeout(30'000);
    request.setHeader(QNetworkRequest::ContentTypeHeader, type);
    if (!token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + token.toUtf8());
    const std::unique_ptr<QNetworkReply> reply(manager.sendCustomRequest(request, method, body));
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    if (!reply->isFinished())
        loop.exec();
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
            QJsonDocument::fromJson(reply->readAll()).object()};
}

} // namespace wardroom::test
