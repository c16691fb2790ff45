// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/measure.h"
#include "benchmarks/seeded.h"

namespace wardroom::bench {
using namespace Qt::StringLiterals;
using namespace domain;

namespace {

constexpr int kFacts = 10'000;
constexpr int kBatch = 100;
constexpr int kRounds = 5;
constexpr int kLateFacts = 20;

QList<QList<Entry>> inBatches(const QList<Entry> &entries)
{
    QList<QList<Entry>> batches;
    for (qsizetype i = 0; i < entries.size(); i += kBatch)
        batches.append(entries.mid(i, kBatch));
    return batches;
}

RoomFold folded(const test::RoomBuilder &builder, const RoomId &room, const QList<QList<Entry>> &batches)
{
    RoomFold fold(room, builder.state());
    for (const QList<Entry> &batch : batches)
        fold.add(batch);
    return fold;
}

//! What nobody who trusts nothing can save: reading each envelope and checking who signed it.
void readAndCheck(const test::RoomBuilder &builder, const QList<Entry> &entries, QString &problem)
{
    const QHash<NodeId, PublicKey> keys{{builder.desk(u"lina"_s).node, builder.desk(u"lina"_s).key.publicKey()},
                                        {builder.desk(u"tom"_s).node, builder.desk(u"tom"_s).key.publicKey()}};
    for (const Entry &entry : entries) {
        const ReadEntry read = readEntry(entry);
        if (!read.envelope || !keys.value(read.envelope->node).verifies(signedPart(entry.envelope), read.envelope->sig))
            problem = u"an envelope could not be read"_s;
    }
}

//! Folding may add half to what reading and checking cost anyway: then a long room loads as fast as it can be trusted.
Line perFact(const test::RoomBuilder &builder, const RoomId &room, const QList<Entry> &entries, QString &problem)
{
    const QList<QList<Entry>> batches = inBatches(entries);
    const auto ours = [&] {
        return costOf([&] {
            const RoomFold fold = folded(builder, room, batches);
            if (fold.judgementAt(fold.entries().size() - 1).standing != Standing::accepted)
                problem = u"a fact was not accepted"_s;
        });
    };
    Duel duel(ours, [&] { return costOf([&] { readAndCheck(builder, entries, problem); }); });
    duel.play(kRounds);
    Line line = duel.line(u"fold"_s, u"ms/1000"_s, Told::byWorse, kFacts / 1000.0);
    line.bar = 1.5;
    line.what = u"%1 facts in batches of %2 / reading them and checking the signatures alone"_s.arg(kFacts).arg(kBatch);
    return line;
}

//! Checkpoints stand an eighth of the room apart, so a fact that is late by a few places folds an eighth again at
//! most, and without its signatures.
Line lateFact(const test::RoomBuilder &builder, const RoomId &room, const QList<Entry> &entries)
{
    QList<Entry> early = entries;
    QList<Entry> late;
    for (int i = 0; i < kLateFacts; ++i)
        late.append(early.takeAt(early.size() - 10));
    const QList<QList<Entry>> batches = inBatches(early);
    RoomFold fold(room, WorkspaceState());
    const auto ours = [&] {
        fold = folded(builder, room, batches);
        Cost cost = costOf([&] {
            for (const Entry &entry : std::as_const(late))
                fold.add({entry});
        });
        cost.wall /= kLateFacts;
        cost.cpu /= kLateFacts;
        return cost;
    };
    Duel duel(ours, [&] { return costOf([&] { fold = folded(builder, room, batches); }); });
    duel.play(3);
    Line line = duel.line(u"fold.late"_s, u"ms"_s, Told::byWorse);
    line.bar = 0.125;
    line.what = u"one fact that comes ten places late / the whole room of %1 from its start"_s.arg(kFacts);
    return line;
}

} // namespace

Result<Lines> measureFold()
{
    const RoomId room(u"room-7"_s);
    test::RoomBuilder builder;
    Seeded(5).fill(builder, room, kFacts, 1);
    const QList<Entry> entries = builder.entries(room);
    QString problem;
    const Lines lines{perFact(builder, room, entries, problem), lateFact(builder, room, entries)};
    if (!problem.isEmpty())
        return fail(ErrorKind::corrupt, problem);
    return lines;
}

} // namespace wardroom::bench
