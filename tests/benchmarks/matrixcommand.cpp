// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/measure.h"

#include "bot/sandbox/sandbox.h"
#include "session/commands.h"
#include "session/governance.h"
#include "session/workspaces.h"
#include "support/memorysecrets.h"
#include "support/synapse.h"

#include <QCoroTimer>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>

//! A command that only reads, over Synapse, from the wish to the folded result; against its parts, each bare.
namespace wardroom::bench {
using namespace Qt::StringLiterals;
using test::Synapse;
using test::SynapseUser;

namespace {

constexpr int kRounds = 15;
constexpr int kLongestMs = 30'000;

constexpr auto kManifest = "name: echo\n"
                           "version: 1.0.0\n"
                           "author: Somebody else\n"
                           "summary: Says a word\n"
                           "commands:\n"
                           "  - id: echo.say\n"
                           "    risk: read\n"
                           "    summary: Says a word\n"
                           "    arguments: [{name: word, type: word, required: true}]\n"
                           "    phrases: {en: [\"echo {word}\"]}\n"
                           "    run: [answer]\n"
                           "    tests: [{name: says it, args: {word: hello}, expect: {exit: 0, contains: hello}}]\n";
//! The least a command does in the language the shipped ones are written in.
constexpr auto kScript = "#!/usr/bin/python3\n"
                         "import json, sys\n"
                         "asked = json.load(sys.stdin)\n"
                         "print(json.dumps({'type': 'result', 'ok': True, 'summary': asked['args']['word']}))\n";
constexpr auto kInput = "{\"args\":{\"word\":\"hello\"}}";

bool put(const QString &path, const char *text, bool program)
{
    QFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) && file.write(text) > 0;
    file.setPermissions(QFile::Permissions(program ? 0x7755 : 0x6644));
    return written;
}

//! A client that does nothing but send and listen: its /sync is always out, as Wardroom's is.
class BareClient
{
public:
    BareClient(const Synapse &server, const SynapseUser &user) : m_server(server), m_user(user)
    {
        m_manager.setProxy(QNetworkProxy::NoProxy);
        listen();
    }

    //! Sends a message and waits until /sync brings it.
    double trip(const QString &room, QString &problem)
    {
        const QJsonObject words{{u"msgtype"_s, u"m.text"_s}, {u"body"_s, u"a message as long as most"_s}};
        const QString path = u"/_matrix/client/v3/rooms/%1/send/m.room.message/t%2"_s
                                 .arg(QString::fromLatin1(QUrl::toPercentEncoding(room)))
                                 .arg(++m_count);
        QElapsedTimer took;
        took.start();
        const QJsonObject answer = ask("PUT", path, words, problem);
        const QString id = answer.value("event_id"_L1).toString();
        while (problem.isEmpty() && !m_seen.contains(id) && took.elapsed() < kLongestMs)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
        if (problem.isEmpty() && !m_seen.contains(id))
            problem = u"a message did not come back"_s;
        return static_cast<double>(took.nsecsElapsed()) / 1e6;
    }

    double alias(const QString &room, QString &problem)
    {
        const QString path = u"/_matrix/client/v3/directory/room/"_s +
                             QString::fromLatin1(QUrl::toPercentEncoding(u"#bare-%1:localhost"_s.arg(++m_count)));
        QElapsedTimer took;
        took.start();
        ask("PUT", path, {{u"room_id"_s, room}}, problem);
        return static_cast<double>(took.nsecsElapsed()) / 1e6;
    }

    QJsonObject ask(const QByteArray &method, const QString &path, const QJsonObject &body, QString &problem)
    {
        QNetworkRequest request = requestFor(path);
        const std::unique_ptr<QNetworkReply> reply(
            m_manager.sendCustomRequest(request, method, QJsonDocument(body).toJson(QJsonDocument::Compact)));
        QEventLoop loop;
        QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
        if (!reply->isFinished())
            loop.exec();
        const QByteArray bytes = reply->readAll();
        if (reply->error() != QNetworkReply::NoError)
            problem = reply->errorString() + u' ' + QString::fromUtf8(bytes.left(300));
        return QJsonDocument::fromJson(bytes).object();
    }

private:
    QNetworkRequest requestFor(const QString &path) const
    {
        QNetworkRequest request(QUrl(m_server.url().toString() + path, QUrl::StrictMode));
        request.setRawHeader("Authorization", "Bearer " + m_user.token.toUtf8());
        request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json"_ba);
        return request;
    }

    void listen()
    {
        const QString since = m_since.isEmpty() ? QString() : u"&since="_s + m_since;
        QNetworkReply *reply = m_manager.get(requestFor(
            u"/_matrix/client/v3/sync?timeout=%1"_s.arg(m_since.isEmpty() ? 0 : 20'000 + ++m_count % 500) + since));
        QObject::connect(reply, &QNetworkReply::finished, &m_manager, [this, reply] {
            reply->deleteLater();
            const QJsonObject answer = QJsonDocument::fromJson(reply->readAll()).object();
            m_since = answer.value("next_batch"_L1).toString(m_since);
            const QJsonObject joined = answer.value("rooms"_L1).toObject().value("join"_L1).toObject();
            for (const QJsonValue &room : joined)
                for (const QJsonValue &event :
                     room.toObject().value("timeline"_L1).toObject().value("events"_L1).toArray())
                    m_seen.insert(event.toObject().value("event_id"_L1).toString());
            if (reply->error() != QNetworkReply::OperationCanceledError)
                listen();
        });
    }

    const Synapse &m_server;
    SynapseUser m_user;
    QNetworkAccessManager m_manager;
    QString m_since;
    QSet<QString> m_seen;
    int m_count = 0;
};

double bareScript(const QString &program, QString &problem)
{
    QElapsedTimer took;
    took.start();
    QProcess process;
    process.start(program, QStringList());
    process.write(kInput);
    process.closeWriteChannel();
    if (!process.waitForFinished(kLongestMs) || !process.readAllStandardOutput().contains("hello"))
        problem = process.errorString() + u" (bare)"_s;
    return static_cast<double>(took.nsecsElapsed()) / 1e6;
}

//! From the wish until the result is folded here.
double command(session::Engine &engine, const domain::RoomId &room, QString &problem)
{
    QElapsedTimer took;
    took.start();
    session::Wish wish;
    wish.room = room;
    wish.command = u"echo.say"_s;
    wish.args = {{u"word"_s, u"hello"_s}};
    wish.words = u"/echo say hello"_s;
    const Result<domain::OpId> op = QCoro::waitFor(engine.commands().request(wish));
    if (!op) {
        problem = op.error().message;
        return 0;
    }
    const auto finish = [&]() -> const domain::CommandFinished * {
        const domain::OperationState *state = engine.book().state(room).operation(*op);
        return state && state->finish ? &*state->finish : nullptr;
    };
    while (!finish() && took.elapsed() < kLongestMs)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    if (!finish() || finish()->outcome != domain::Outcome::done)
        problem = finish() ? finish()->summary : u"the command did not end"_s;
    const double whole = static_cast<double>(took.nsecsElapsed()) / 1e6;
    // Its log is uploaded after that; it is not to slow down what is measured next.
    while (!engine.sender().pending().isEmpty() && took.elapsed() < kLongestMs)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    return whole;
}

struct Desk
{
    QTemporaryDir folder;
    SystemClock clock;
    test::MemorySecrets secrets;
    std::unique_ptr<session::Profile> profile;
    std::unique_ptr<session::Workspaces> workspaces;
    std::unique_ptr<session::Engine> engine;
    domain::RoomId room;

    Result<void> open(const Synapse &server, const SynapseUser &user, const QString &plugins)
    {
        auto made = session::Profile::open(folder.filePath(u"profile"_s));
        if (!made)
            return tl::unexpected(made.error());
        profile = *std::move(made);
        profile->setPersonName(u"Ida"_s);
        session::Environment environment;
        environment.profile = profile.get();
        environment.secrets = &secrets;
        environment.clock = &clock;
        environment.catalogue = bot::Catalogue::load({plugins});
        workspaces = std::make_unique<session::Workspaces>(environment);
        session::MatrixCredentials who;
        who.homeserver = server.url().toString();
        who.user = user.id;
        who.password = user.password.toUtf8();
        const auto entry = QCoro::waitFor(workspaces->matrix().add(u"bench"_s, who, {}));
        if (!entry)
            return tl::unexpected(entry.error());
        auto opened = QCoro::waitFor(workspaces->open(*entry));
        if (!opened)
            return tl::unexpected(opened.error());
        engine = *std::move(opened);
        if (const Result<void> vetted = vet(); !vetted)
            return vetted;
        for (const chat::Room &each : engine->book().rooms())
            if (each.name == u"security-ops")
                room = each.id;
        return room.isEmpty() ? fail(ErrorKind::notFound, u"there is no room"_s) : Result<void>();
    }

    //! A plugin of one's own waits for approval even where it only reads.
    Result<void> vet()
    {
        domain::Policy policy = *engine->book().workspace().policy();
        for (const bot::Plugin &plugin : engine->catalogue().plugins())
            policy.vetted.append({plugin.name, plugin.hash, engine->me(), clock.nowMs()});
        const auto proposed = QCoro::waitFor(session::proposePolicy(*engine, policy, u"measured"_s));
        if (!proposed)
            return tl::unexpected(proposed.error());
        QElapsedTimer took;
        took.start();
        while (engine->book().workspace().policy()->version < 2 && took.elapsed() < kLongestMs)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
        return {};
    }
};

} // namespace

Result<Lines> measureMatrixCommand()
{
    if (const QString missing = bot::Sandbox::whatIsMissing(); !missing.isEmpty())
        return fail(ErrorKind::unsupported, missing);
    const Result<QString> plugins = bot::Sandbox::makeStagingFolder();
    if (!plugins)
        return tl::unexpected(plugins.error());
    const QString plugin = *plugins + u"/echo"_s;
    QDir().mkpath(plugin);
    QFile::setPermissions(plugin, QFile::Permissions(0x7755));
    QString problem;
    if (!put(plugin + u"/plugin.yaml"_s, kManifest, false) || !put(plugin + u"/answer"_s, kScript, true))
        problem = u"the plugin cannot be written"_s;
    Synapse server;
    if (const Result<void> up = server.start(); !up)
        return tl::unexpected(up.error());
    const Result<SynapseUser> ida = server.user(u"ida"_s), max = server.user(u"max"_s);
    if (!ida || !max)
        return fail(ErrorKind::protocol, u"the server makes no accounts"_s);
    Desk desk;
    if (const Result<void> opened = desk.open(server, *ida, *plugins); !opened)
        return tl::unexpected(opened.error());
    BareClient client(server, *max);
    const QString room =
        client.ask("POST", u"/_matrix/client/v3/createRoom"_s, {{u"preset"_s, u"private_chat"_s}}, problem)
            .value("room_id"_L1)
            .toString();
    std::vector<double> ours, trips, aliases, scripts;
    for (int round = 0; round <= kRounds && problem.isEmpty(); ++round) {
        const double whole = command(*desk.engine, desk.room, problem);
        const double trip = client.trip(room, problem) + client.trip(room, problem);
        const double alias = client.alias(room, problem);
        const double script = bareScript(plugin + u"/answer"_s, problem);
        if (round == 0)
            continue; // warms up
        ours.push_back(whole);
        trips.push_back(trip);
        aliases.push_back(alias);
        scripts.push_back(script);
    }
    desk.engine.reset();
    QDir(*plugins).removeRecursively();
    if (!problem.isEmpty())
        return fail(ErrorKind::protocol, problem);
    Line line;
    line.name = u"matrix.command"_s;
    line.unit = u"ms"_s;
    line.ours = median(ours);
    line.baseline = median(trips) + median(aliases) + median(scripts);
    line.ratio = line.ours / line.baseline;
    line.bar = 1.3;
    line.what =
        u"a reading command over Synapse from the wish to the folded result / two bare messages there and back (%1), "
        "one alias (%2), the script spawned bare (%3)"_s.arg(median(trips), 0, 'f', 0)
            .arg(median(aliases), 0, 'f', 0)
            .arg(median(scripts), 0, 'f', 0);
    return Lines{line};
}

} // namespace wardroom::bench
