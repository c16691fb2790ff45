// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/controlserver.h"

#include "control/controlsocket.h"
#include "session/engine.h"

#include <QCoroTimer>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QLocalSocket>
#include <QSaveFile>
#include <QTimer>
#include <unistd.h>

namespace wardroom::control {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kMostCallers = 32;
constexpr auto kSlowestRequest = 10s;
constexpr qint64 kSlowestOpening = 30'000; //!< ms

} // namespace

//! One connection: one request, its lines, its answer.
class ControlServer::Caller final : public QObject
{
public:
    Caller(QLocalSocket *socket, ControlServer *server) : QObject(socket), m_socket(socket), m_server(server)
    {
        ++server->m_callers;
        connect(socket, &QLocalSocket::readyRead, this, &Caller::read);
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        QTimer::singleShot(kSlowestRequest, this, [this] {
            if (!m_isAsked)
                m_socket->abort();
        });
        read();
    }

    ~Caller() override
    {
        m_stop.request_stop();
        if (m_server)
            --m_server->m_callers;
    }

    void write(const QJsonObject &json) { m_socket->write(QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n'); }

private:
    void read()
    {
        if (m_isAsked) {
            m_socket->readAll(); // one question a connection
            return;
        }
        m_bytes += m_socket->read(kLongestRequest + 1 - m_bytes.size());
        const qsizetype end = m_bytes.indexOf('\n');
        if (end < 0 && m_bytes.size() <= kLongestRequest)
            return;
        m_isAsked = true;
        const QJsonObject request = QJsonDocument::fromJson(m_bytes.first(std::max<qsizetype>(0, end))).object();
        QStringList arguments;
        for (const QJsonValue &each : request.value(u"args"_s).toArray())
            arguments.append(each.toString());
        Result<Call> call = parseCall(arguments);
        if (request.value(u"v"_s).toInt() != 1 || !call) {
            finish(Answer::wrongUsage(call ? tr("This program speaks another version of wardroomctl's language.")
                                           : call.error().message));
            return;
        }
        call->folder = request.value(u"folder"_s).toString();
        call->secret = request.value(u"secret"_s).toString().toUtf8();
        call->stop = m_stop.get_token();
        call->line = [self = QPointer<Caller>(this)](const QJsonValue &json, const QString &text) {
            if (self)
                self->write({{u"line"_s, json}, {u"text"_s, text}});
        };
        begin(std::move(*call));
    }

    void begin(Call call)
    {
        const QPointer<Caller> self(this);
        ++m_server->m_running;
        QCoro::connect(m_server->carry(std::move(call)), m_server.data(),
                       [self, server = m_server](const Answer &answer) {
                           if (--server->m_running == 0)
                               Q_EMIT server->becameIdle();
                           if (self)
                               self->finish(answer);
                       });
    }

    void finish(const Answer &answer)
    {
        write(toJson(answer));
        m_socket->flush();
        m_socket->disconnectFromServer();
    }

    QLocalSocket *m_socket;
    QPointer<ControlServer> m_server;
    QByteArray m_bytes;
    std::stop_source m_stop;
    bool m_isAsked = false;
};

ControlServer::ControlServer(QObject *parent) : QObject(parent)
{
    connect(&m_server, &QLocalServer::newConnection, this, &ControlServer::accept);
}

ControlServer::~ControlServer()
{
    close();
    const auto callers = m_server.findChildren<QLocalSocket *>();
    qDeleteAll(callers);
}

Result<void> ControlServer::listen(const QString &profileFolder)
{
    const QString path = socketPathFor(profileFolder);
    if (path.isEmpty())
        return fail(ErrorKind::storage, tr("There is no private folder for the control socket; set XDG_RUNTIME_DIR."));
    // Whoever holds the profile's lock may take the place of one that is gone.
    QLocalServer::removeServer(path);
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    if (!m_server.listen(path))
        return fail(ErrorKind::storage, tr("The control socket cannot be made: %1").arg(m_server.errorString()));
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    m_note = profileFolder + u"/socket"_s;
    QSaveFile note(m_note);
    if (!note.open(QFile::WriteOnly) || note.write(path.toUtf8()) < 0 || !note.commit())
        return fail(ErrorKind::storage, tr("%1 cannot be written: %2").arg(m_note, note.errorString()));
    return {};
}

void ControlServer::setWorkspace(session::Workspace *workspace)
{
    m_workspace = workspace;
    setOpening(false);
}

void ControlServer::close()
{
    if (!m_server.isListening())
        return;
    m_server.close();
    QFile::remove(m_note);
}

//! This user, and root: who runs the machine looks after a service whose user is made up when it starts.
bool ControlServer::mayAsk(const QLocalSocket &socket)
{
    const std::optional<uint> user = userOf(socket);
    return user && (*user == ::geteuid() || *user == 0);
}

void ControlServer::accept()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        if (!mayAsk(*socket) || m_callers >= kMostCallers) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        new Caller(socket, this);
    }
}

QCoro::Task<Answer> ControlServer::carry(Call call)
{
    if (call.path == u"raise") {
        Q_EMIT raiseAsked();
        co_return Answer();
    }
    const QPointer<ControlServer> self(this);
    QElapsedTimer waited;
    waited.start();
    // Looked at, not told: QCoro 0.8 does not survive a signal that comes twice before it is awake.
    while (self && !m_workspace && m_isOpening && waited.elapsed() < kSlowestOpening) {
        QTimer pause;
        pause.start(20ms);
        co_await pause;
    }
    if (!self || !m_workspace)
        co_return Answer{unreachable,
                         QJsonValue(QJsonValue::Undefined),
                         {},
                         tr("The program that runs on this profile has no workspace open.")};
    if (call.has(u"workspace"_s) && call.option(u"workspace"_s) != m_workspace->name())
        co_return Answer::wrongUsage(
            tr("The program that runs on this profile has the workspace %1 open.").arg(m_workspace->name()));
    if (call.path == u"workspace login")
        co_return co_await signInAgain(std::move(call));
    co_return co_await carryOut(*m_workspace, std::move(call));
}

QCoro::Task<Answer> ControlServer::signInAgain(Call call)
{
    const session::WorkspaceEntry entry = m_workspace->engine().entry();
    if (call.word(0) != entry.name || entry.platform != u"matrix" || !m_signIn)
        co_return Answer::wrongUsage(
            tr("The program that runs on this profile has the workspace %1 open, and signs in to no other.")
                .arg(entry.name));
    session::MatrixCredentials who;
    who.user = call.option(u"user"_s);
    (call.has(u"token-stdin"_s) ? who.token : who.password) = call.secret;
    const Result<void> done = co_await m_signIn(who);
    if (!done)
        co_return Answer::failed(done.error());
    co_return Answer{yes,
                     QJsonObject{{u"name"_s, entry.name}, {u"person"_s, entry.person.text()}},
                     tr("Signed in as %1.").arg(entry.person.text()) + u'\n',
                     {}};
}

} // namespace wardroom::control
