// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/baredatabase.h"
#include "benchmarks/measure.h"
#include "benchmarks/seeded.h"

#include "chat/local/localplatform.h"
#include "session/inbox.h"
#include "store/searchtext.h"
#include "support/fakeclock.h"

#include <QCoroSignal>
#include <QTemporaryDir>

namespace wardroom::bench {
using namespace Qt::StringLiterals;

namespace {

constexpr int kEntries = 10'000;
constexpr int kOneFactIn = 10;
constexpr int kBatch = 500;
constexpr int kRounds = 5;

//! What arrives in every round, made and signed once.
struct Arrivals
{
    test::RoomBuilder builder;
    domain::RoomId room{u"room-7"_s};
    QList<QList<domain::Entry>> batches;
    QList<QStringList> indexed;

    Arrivals()
    {
        Seeded(7).fill(builder, room, kEntries, kOneFactIn);
        const QList<domain::Entry> all = builder.entries(room);
        for (qsizetype i = 0; i < all.size(); i += kBatch) {
            batches.append(all.mid(i, kBatch));
            QStringList words;
            for (const domain::Entry &entry : std::as_const(batches.last()))
                words.append(store::indexedText(entry.text));
            indexed.append(words);
        }
    }
};

//! As a platform tells what was said while nobody looked: batch after batch, without waiting for anybody.
void takeIn(session::Inbox &inbox, chat::ChatPlatform &platform, const QList<QList<domain::Entry>> &batches)
{
    for (const QList<domain::Entry> &batch : batches)
        Q_EMIT platform.arrived(batch, "cursor"_ba);
    if (!inbox.isIdle())
        QCoro::waitFor(qCoro(&inbox, &session::Inbox::becameIdle));
}

//! The way of a real desktop: platform, inbox, store, folds. Every round starts from an empty database.
Cost throughTheInbox(const Arrivals &arrivals, QString &problem)
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
    session::RoomBook book(arrivals.builder.workspace());
    chat::Room control;
    control.id = arrivals.builder.controlRoom();
    control.purpose = chat::Purpose::control;
    book.setRooms({control});
    session::Inbox inbox(**opened, platform, book, clock);
    QObject::connect(&inbox, &session::Inbox::failed, &inbox, [&](const QString &said) { problem = said; });
    takeIn(inbox, platform, {arrivals.builder.entries(control.id)});
    const Cost cost = costOf([&] { takeIn(inbox, platform, arrivals.batches); });
    if (const auto *fold = book.fold(arrivals.room); !fold || fold->entries().size() != kEntries / kOneFactIn)
        problem = u"not every fact was folded"_s;
    return cost;
}

Cost straightIn(const Arrivals &arrivals, QString &problem)
{
    const QTemporaryDir folder;
    BareDatabase database(folder.filePath(u"bare.db"_s));
    database.makeTables();
    const Cost cost = costOf([&] {
        for (qsizetype i = 0; i < arrivals.batches.size(); ++i)
            database.insert(arrivals.batches.at(i), arrivals.indexed.at(i), (1LL << 32) + 1 + i * kBatch);
    });
    if (!database.problem().isEmpty())
        problem = database.problem();
    return cost;
}

} // namespace

Result<Lines> measureIngest()
{
    const Arrivals arrivals;
    QString problem;
    Duel duel([&] { return throughTheInbox(arrivals, problem); }, [&] { return straightIn(arrivals, problem); });
    duel.play(kRounds);
    if (!problem.isEmpty())
        return fail(ErrorKind::storage, problem);
    Line line = duel.line(u"ingest"_s, u"rows/s"_s, Told::byWorse, kEntries);
    // Told as a speed: more is better.
    line.ours = 1000 / line.ours;
    line.baseline = 1000 / line.baseline;
    line.ratio = line.ours / line.baseline;
    line.bar = 0.6;
    line.kind = Line::Bar::atLeast;
    line.what = u"%1 entries, one in %2 a signed fact: inbox, custody, fold, index / bare SQLite, same rows in "
                "entries and custody, same index; both are told %3 at a time"_s.arg(kEntries)
                    .arg(kOneFactIn)
                    .arg(kBatch);
    return Lines{line};
}

} // namespace wardroom::bench
