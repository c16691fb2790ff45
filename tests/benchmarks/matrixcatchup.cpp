// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/measure.h"
#include "benchmarks/seeded.h"

#include "chat/matrix/matrixplatform.h"
#include "session/inbox.h"
#include "support/fakeclock.h"
#include "support/synapse.h"

#include <QCoroSignal>
#include <QCoroTimer>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>

//! A desktop that was away: what it missed, through all that a desktop does, against reading the same pages bare.
namespace wardroom::bench {
using namespace Qt::StringLiterals;
using test::Synapse;
using test::SynapseUser;

namespace {

constexpr int kMissed = 100'000;
constexpr int kFewest = 1'000;
constexpr int kOneFactIn = 10;        // as in "ingest"
constexpr int kRounds = 2;            // each side reads everything from a real server: minutes
constexpr int kLongest = 40 * 60'000; // ms

//! kMissed, or fewer where WARDROOM_BENCH_MISSED says so: for trying; the line says how many they were.
int missed()
{
    bool good = false;
    const int wanted = qEnvironmentVariable("WARDROOM_BENCH_MISSED").toInt(&good);
    return good ? std::clamp(wanted, kFewest, kMissed) : kMissed;
}

QString roomPath(const domain::RoomId &room, const QString &rest)
{
    return u"/_matrix/client/v3/rooms/"_s + QString::fromLatin1(QUrl::toPercentEncoding(room.text())) + rest;
}

QString queryOf(const QJsonObject &filter)
{
    return QString::fromLatin1(
        QUrl::toPercentEncoding(QString::fromUtf8(QJsonDocument(filter).toJson(QJsonDocument::Compact))));
}

//! The server, a room of three, and what the third of them had seen before she was away.
class Away
{
public:
    Result<void> prepare();
    Cost wardroom(QString &problem);
    Cost bare(QString &problem);

private:
    Result<void> people();
    Result<void> fill();
    Result<QByteArray> seenSoFar();
    chat::MatrixOptions options() const;
    QByteArray get(const QString &path, QString &problem);

    Synapse m_server;
    SystemClock m_clock;
    test::RoomBuilder m_builder;
    SynapseUser m_ida, m_max, m_lina;
    domain::RoomId m_room;
    QByteArray m_cursor;
    QString m_since;
    int m_facts = 0;
    QNetworkAccessManager m_manager;
};

Result<void> Away::people()
{
    if (const Result<void> up = m_server.start(); !up)
        return up;
    const Result<SynapseUser> ida = m_server.user(u"ida"_s), max = m_server.user(u"max"_s),
                              lina = m_server.user(u"lina"_s);
    if (!ida || !max || !lina)
        return fail(ErrorKind::protocol, u"the server makes no accounts"_s);
    m_ida = *ida;
    m_max = *max;
    m_lina = *lina;
    const QJsonObject spec{
        {u"preset"_s, u"private_chat"_s}, {u"name"_s, u"ids-alerts"_s}, {u"invite"_s, QJsonArray{m_max.id, m_lina.id}}};
    m_room = domain::RoomId(m_server.call("POST", u"/_matrix/client/v3/createRoom"_s, m_ida.token, spec)
                                .body.value("room_id"_L1)
                                .toString());
    for (const SynapseUser &user : {m_max, m_lina})
        m_server.call("POST", roomPath(m_room, u"/join"_s), user.token);
    for (const SynapseUser &user : {m_ida, m_max}) {
        const QJsonObject words{{u"msgtype"_s, u"m.text"_s}, {u"body"_s, u"before"_s}};
        if (!m_server.call("PUT", roomPath(m_room, u"/send/m.room.message/1"_s), user.token, words).isGood())
            return fail(ErrorKind::protocol, u"the server takes no message: %1"_s.arg(m_server.log().right(500)));
    }
    return {};
}

chat::MatrixOptions Away::options() const
{
    return {{m_server.url(), domain::PersonId(m_lina.id), m_lina.device},
            {m_lina.token, {}, 0},
            {},
            domain::NodeId(u"node-lina"_s),
            {},
            {},
            {},
            m_clock};
}

//! What her desktop stored when it was last live.
Result<QByteArray> Away::seenSoFar()
{
    chat::MatrixPlatform platform(options());
    QByteArray cursor;
    QObject::connect(&platform, &chat::ChatPlatform::arrived, &platform,
                     [&](const QList<domain::Entry> &, const QByteArray &now) { cursor = now; });
    const Result<void> started = QCoro::waitFor(platform.start({}));
    QElapsedTimer since;
    since.start();
    while (started && platform.linkState() != chat::LinkState::live && since.elapsed() < 30'000)
        QCoro::waitFor(QCoro::sleepFor(std::chrono::milliseconds(20)));
    platform.stop();
    return cursor.isEmpty() ? fail(ErrorKind::timeout, u"the desktop did not come up to date"_s)
                            : Result<QByteArray>(cursor);
}

//! As many messages as she misses, written into the stopped server's own database by its own code.
Result<void> Away::fill()
{
    m_builder.enrol(m_ida.id, u"Ida"_s);
    m_builder.enrol(m_max.id, u"Max"_s);
    const int count = missed();
    Seeded(17).fill(m_builder, m_room, count, kOneFactIn, {m_ida.id, m_max.id});
    m_facts = (count + kOneFactIn - 1) / kOneFactIn;
    QByteArray lines;
    const QList<domain::Entry> entries = m_builder.entries(m_room);
    for (const domain::Entry &entry : entries) {
        QJsonObject content{{u"msgtype"_s, u"m.text"_s}, {u"body"_s, entry.text}};
        if (!entry.envelope.isEmpty())
            content.insert(chat::matrixkey::envelope, QString::fromUtf8(entry.envelope));
        const QJsonObject line{{u"sender"_s, entry.sender.text()}, {u"content"_s, content}};
        lines += QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    }
    QProcess script;
    const QString cache = qEnvironmentVariable("WARDROOM_CACHE", QDir::homePath() + u"/.cache/wardroom-tests"_s);
    script.start(cache + u"/synapse/venv/bin/python"_s,
                 {QStringLiteral(WARDROOM_SOURCE_DIR) + u"/tests/benchmarks/fillroom.py"_s,
                  m_server.folder() + u"/homeserver.db"_s, m_room.text()});
    script.write(lines);
    script.closeWriteChannel();
    if (!script.waitForFinished(30 * 60'000) || script.exitCode() != 0 ||
        script.readAllStandardOutput().trimmed().toInt() != count)
        return fail(ErrorKind::storage,
                    u"the room was not filled: %1"_s.arg(QString::fromUtf8(script.readAllStandardError()).right(800)));
    return {};
}

Result<void> Away::prepare()
{
    m_manager.setProxy(QNetworkProxy::NoProxy);
    if (const Result<void> there = people(); !there)
        return there;
    const Result<QByteArray> cursor = seenSoFar();
    if (!cursor)
        return tl::unexpected(cursor.error());
    m_cursor = *cursor;
    const auto read = chat::MatrixCursor::fromBytes(m_cursor);
    m_since = read ? read->since : QString();
    m_server.stop();
    if (const Result<void> filled = fill(); !filled)
        return filled;
    return m_server.start();
}

//! From the start of a desktop that knows the room up to then, until it is live and all is stored and folded.
Cost Away::wardroom(QString &problem)
{
    const QTemporaryDir folder;
    auto opened = store::Store::open({folder.filePath(u"ours.db"_s)});
    if (!opened) {
        problem = opened.error().message;
        return {};
    }
    chat::MatrixPlatform platform(options());
    session::RoomBook book(m_builder.workspace());
    chat::Room control;
    control.id = m_builder.controlRoom();
    control.purpose = chat::Purpose::control;
    book.setRooms({control});
    session::Inbox inbox(**opened, platform, book, m_clock);
    QObject::connect(&inbox, &session::Inbox::failed, &inbox, [&](const QString &said) { problem = said; });
    const auto settle = [&] {
        if (!inbox.isIdle())
            QCoro::waitFor(qCoro(&inbox, &session::Inbox::becameIdle));
    };
    Q_EMIT platform.arrived(m_builder.entries(control.id), m_cursor);
    settle();
    const Cost cost = costOf([&] {
        const Result<void> started = QCoro::waitFor(platform.start(m_cursor));
        QEventLoop loop;
        QObject::connect(&platform, &chat::ChatPlatform::linkChanged, &loop, [&](chat::LinkState state) {
            if (state == chat::LinkState::live)
                loop.quit();
        });
        QTimer::singleShot(kLongest, &loop, &QEventLoop::quit);
        if (started && platform.linkState() != chat::LinkState::live)
            loop.exec();
        settle();
    });
    platform.stop();
    const auto *fold = book.fold(m_room);
    if (!fold || fold->entries().size() != m_facts)
        problem = u"%1 of %2 facts were folded"_s.arg(fold ? fold->entries().size() : 0).arg(m_facts);
    return cost;
}

QByteArray Away::get(const QString &path, QString &problem)
{
    QNetworkRequest request(QUrl(m_server.url().toString() + path, QUrl::StrictMode));
    request.setRawHeader("Authorization", "Bearer " + m_lina.token.toUtf8());
    const std::unique_ptr<QNetworkReply> reply(m_manager.get(request));
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    if (!reply->isFinished())
        loop.exec();
    if (reply->error() != QNetworkReply::NoError)
        problem = reply->errorString();
    return reply->readAll();
}

//! One /sync that says where the gap is, then pages of a thousand, the most that Synapse gives, each parsed for its
//! end.
Cost Away::bare(QString &problem)
{
    qsizetype seen = 0;
    const Cost cost = costOf([&] {
        const QString filter = queryOf(chat::MatrixSync::filter(20));
        const QByteArray answer = get(u"/_matrix/client/v3/sync?since=%1&filter=%2&timeout=%3"_s.arg(
                                          m_since, filter, QString::number(m_clock.nowMs() % 900)),
                                      problem);
        const QJsonObject timeline = QJsonDocument::fromJson(answer)
                                         .object()
                                         .value("rooms"_L1)
                                         .toObject()
                                         .value("join"_L1)
                                         .toObject()
                                         .value(m_room.text())
                                         .toObject()
                                         .value("timeline"_L1)
                                         .toObject();
        seen = timeline.value("events"_L1).toArray().size();
        QString from = timeline.value("prev_batch"_L1).toString();
        while (problem.isEmpty() && !from.isEmpty()) {
            const QByteArray bytes =
                get(roomPath(m_room, u"/messages?dir=b&limit=1000&from=%1&to=%2&filter=%3"_s.arg(
                                         from, m_since, queryOf(chat::MatrixSync::messagesFilter()))),
                    problem);
            const QJsonObject page = QJsonDocument::fromJson(bytes).object();
            seen += page.value("chunk"_L1).toArray().size();
            const QString end = page.value("end"_L1).toString();
            from = end == from ? QString() : end;
        }
    });
    if (problem.isEmpty() && seen < missed())
        problem = u"bare paging saw %1 of %2"_s.arg(seen).arg(missed());
    return cost;
}

} // namespace

Result<Lines> measureMatrixCatchUp()
{
    Away away;
    if (const Result<void> ready = away.prepare(); !ready)
        return tl::unexpected(ready.error());
    QString problem;
    std::vector<double> ours, baseline;
    for (int round = 0; round < kRounds && problem.isEmpty(); ++round) {
        // In turns, because whoever comes second finds the server's caches filled.
        if (round % 2 == 0)
            baseline.push_back(away.bare(problem).wall);
        ours.push_back(away.wardroom(problem).wall);
        if (round % 2 != 0)
            baseline.push_back(away.bare(problem).wall);
    }
    if (!problem.isEmpty())
        return fail(ErrorKind::protocol, problem);
    Line line;
    line.name = u"matrix.catchup"_s;
    line.unit = u"s"_s;
    line.ours = median(ours) / 1000;
    line.baseline = median(baseline) / 1000;
    line.ratio = line.ours / line.baseline;
    line.bar = 1.3;
    line.what =
        u"%1 missed events of a room on Synapse, one in %2 a signed fact: fetched, read, custody, fold, index, until "
        "live / bare /sync and /messages pages of 1,000, parsed"_s.arg(missed())
            .arg(kOneFactIn);
    return Lines{line};
}

} // namespace wardroom::bench
