// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/baredatabase.h"
#include "benchmarks/measure.h"
#include "benchmarks/seeded.h"

#include "chat/local/localplatform.h"
#include "chat/matrix/matrixreader.h"
#include "session/inbox.h"
#include "store/searchtext.h"
#include "support/fakeclock.h"

#include <QCoroSignal>
#include <QJsonDocument>
#include <QTemporaryDir>

namespace wardroom::bench {
using namespace Qt::StringLiterals;
using chat::MatrixReader;

namespace {

constexpr int kEntries = 5'000;
constexpr int kBatch = 500;
constexpr int kRounds = 5;

const QString &ida()
{
    static const QString name = u"@ida:bench.example"_s;
    return name;
}

const QString &max()
{
    static const QString name = u"@max:bench.example"_s;
    return name;
}

QJsonObject eventOf(const domain::Entry &entry)
{
    QJsonObject content{{u"msgtype"_s, u"m.text"_s}, {u"body"_s, entry.text}};
    if (!entry.envelope.isEmpty())
        content.insert(chat::matrixkey::envelope, QString::fromUtf8(entry.envelope));
    return {{u"type"_s, u"m.room.message"_s},
            {u"event_id"_s, QString(u'$' + entry.position.entry.text())},
            {u"sender"_s, entry.sender.text()},
            {u"origin_server_ts"_s, entry.position.serverTime},
            {u"unsigned"_s, QJsonObject{{u"age"_s, 1234}}},
            {u"content"_s, content}};
}

//! Answers of /sync as a server writes them, made and signed once.
struct Answers
{
    test::RoomBuilder builder;
    domain::RoomId room{u"!room7:bench.example"_s};
    int facts = 0;
    QList<QByteArray> bytes;
    QList<QStringList> indexed;

    explicit Answers(int oneFactIn) : facts((kEntries + oneFactIn - 1) / oneFactIn)
    {
        builder.enrol(ida(), u"Ida"_s);
        builder.enrol(max(), u"Max"_s);
        Seeded(13).fill(builder, room, kEntries, oneFactIn, {ida(), max()});
        const QList<domain::Entry> all = builder.entries(room);
        for (qsizetype from = 0; from < all.size(); from += kBatch) {
            QJsonArray events;
            QStringList words;
            for (const domain::Entry &entry : all.mid(from, kBatch)) {
                events.append(eventOf(entry));
                words.append(store::indexedText(entry.text));
            }
            const QJsonObject timeline{{u"events"_s, events}, {u"limited"_s, false}, {u"prev_batch"_s, u"p"_s}};
            const QJsonObject joined{{room.text(), QJsonObject{{u"timeline"_s, timeline}}}};
            bytes.append(
                QJsonDocument({{u"next_batch"_s, u"s%1"_s.arg(from)}, {u"rooms"_s, QJsonObject{{u"join"_s, joined}}}})
                    .toJson(QJsonDocument::Compact));
            indexed.append(words);
        }
    }
};

QJsonArray eventsIn(const QJsonObject &answer, const domain::RoomId &room)
{
    const QJsonObject joined = answer.value("rooms"_L1).toObject().value("join"_L1).toObject();
    return joined.value(room.text()).toObject().value("timeline"_L1).toObject().value("events"_L1).toArray();
}

//! From the bytes of an answer on, all that a desktop does: parsed, read, stored with custody and index, folded.
Cost throughTheReader(const Answers &answers, QString &problem)
{
    const QTemporaryDir folder;
    auto opened = store::Store::open({folder.filePath(u"ours.db"_s)});
    if (!opened) {
        problem = opened.error().message;
        return {};
    }
    const test::FakeClock clock;
    chat::LocalPlatform platform(
        {folder.filePath(u"workspace"_s), domain::PersonId(u"lina"_s), domain::NodeId(u"node-lina"_s), clock});
    chat::MatrixHttp http(clock, {}, {}, {}); // nothing is asked: no event names one that is not there
    chat::MatrixRequests requests(http);
    MatrixReader reader(requests);
    session::RoomBook book(answers.builder.workspace());
    chat::Room control;
    control.id = answers.builder.controlRoom();
    control.purpose = chat::Purpose::control;
    book.setRooms({control});
    session::Inbox inbox(**opened, platform, book, clock);
    QObject::connect(&inbox, &session::Inbox::failed, &inbox, [&](const QString &said) { problem = said; });
    const auto settle = [&] {
        if (!inbox.isIdle())
            QCoro::waitFor(qCoro(&inbox, &session::Inbox::becameIdle));
    };
    Q_EMIT platform.arrived(answers.builder.entries(control.id), "cursor"_ba);
    settle();
    const Cost cost = costOf([&] {
        for (const QByteArray &bytes : answers.bytes) {
            const Result<QJsonObject> answer = chat::MatrixAnswer{bytes, {}, {}, false, {}}.json();
            const QJsonArray events = answer ? eventsIn(*answer, answers.room) : QJsonArray();
            const auto entries = QCoro::waitFor(reader.read(answers.room, events));
            if (entries)
                Q_EMIT platform.arrived(*entries, "cursor"_ba);
        }
        settle();
    });
    if (const auto *fold = book.fold(answers.room); !fold || fold->entries().size() != answers.facts)
        problem = u"not every fact was folded"_s;
    return cost;
}

//! The same bytes parsed, and the same rows inserted; nothing is checked, chained or folded.
Cost straightIn(const Answers &answers, QString &problem)
{
    const QTemporaryDir folder;
    BareDatabase database(folder.filePath(u"bare.db"_s));
    database.makeTables();
    qint64 inserted = 0;
    const Cost cost = costOf([&] {
        for (qsizetype i = 0; i < answers.bytes.size(); ++i) {
            const QJsonObject answer = QJsonDocument::fromJson(answers.bytes.at(i)).object();
            QList<domain::Entry> entries;
            for (const QJsonValue &value : eventsIn(answer, answers.room)) {
                const QJsonObject event = value.toObject();
                const QJsonObject content = event.value("content"_L1).toObject();
                domain::Entry entry;
                entry.room = answers.room;
                entry.position = {event.value("origin_server_ts"_L1).toInteger(),
                                  domain::EntryId(event.value("event_id"_L1).toString())};
                entry.sender = domain::PersonId(event.value("sender"_L1).toString());
                entry.text = content.value("body"_L1).toString();
                entry.envelope = content.value(chat::matrixkey::envelope).toString().toUtf8();
                entries.append(entry);
            }
            database.insert(entries, answers.indexed.at(i), (1LL << 32) + 1 + inserted);
            inserted += entries.size();
        }
    });
    if (!database.problem().isEmpty() || inserted != kEntries)
        problem = database.problem() + u" %1 rows"_s.arg(inserted);
    return cost;
}

} // namespace

Result<Lines> measureMatrixIngest()
{
    constexpr int kOneFactIn = 10; // as in "ingest"
    const Answers answers(kOneFactIn);
    QString problem;
    Duel duel([&] { return throughTheReader(answers, problem); }, [&] { return straightIn(answers, problem); });
    duel.play(kRounds);
    if (!problem.isEmpty())
        return fail(ErrorKind::storage, problem);
    Line line = duel.line(u"matrix.ingest"_s, u"rows/s"_s, Told::byWorse, kEntries);
    line.ours = 1000 / line.ours;
    line.baseline = 1000 / line.baseline;
    line.ratio = line.ours / line.baseline;
    line.bar = 0.6;
    line.kind = Line::Bar::atLeast;
    line.what = u"%1 events in /sync answers of %2, one in %3 a signed fact: parsed, read, custody, fold, index / "
                "the same bytes parsed, the same rows and index inserted bare"_s.arg(kEntries)
                    .arg(kBatch)
                    .arg(kOneFactIn);
    return Lines{line};
}

} // namespace wardroom::bench
