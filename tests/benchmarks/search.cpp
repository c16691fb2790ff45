// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/baredatabase.h"
#include "benchmarks/measure.h"
#include "benchmarks/seeded.h"
#include "benchmarks/world.h"

#include "store/searchtext.h"

namespace wardroom::bench {
using namespace Qt::StringLiterals;

namespace {

constexpr int kQueries = 200;
constexpr int kRounds = 5;
constexpr int kHits = 20; // a page of the window's list, which asks for the next one when it is scrolled to its end

//! One word, two, or some Chinese, as people look for.
QStringList queries()
{
    Seeded seeded(11);
    QStringList all;
    for (int i = 0; i < kQueries; ++i) {
        switch (seeded.below(4)) {
        case 0: all.append(seeded.chinese().left(2)); break;
        case 1: all.append(seeded.word() + u' ' + seeded.word()); break;
        default: all.append(seeded.word()); break;
        }
    }
    return all;
}

} // namespace

Result<Lines> measureSearch()
{
    const Result<World *> world = World::instance();
    if (!world)
        return tl::unexpected(world.error());
    store::Store &store = (*world)->engine().store();
    BareDatabase bare((*world)->databasePath(), true);
    const qint64 number = bare.roomNumber((*world)->large());
    std::vector<double> ours, baseline;
    QString problem;
    for (const QString &words : queries()) {
        const QByteArray query = store::searchQuery(words).toUtf8();
        qsizetype found = 0;
        int expected = 0;
        Duel duel(
            [&] {
                return costOf([&] {
                    const auto hits = QCoro::waitFor(store.search(words, (*world)->large(), kHits));
                    found = hits ? hits->size() : -1;
                });
            },
            [&] {
                return costOf([&] { expected = bare.find(query, number << 32, (number << 32) | 0xffffffff, kHits); });
            });
        duel.play(kRounds);
        if (found != expected)
            problem = u"%1: %2 hits, not %3"_s.arg(words).arg(found).arg(expected);
        ours.push_back(duel.ours().wall);
        baseline.push_back(duel.baseline().wall);
    }
    if (!bare.problem().isEmpty() || !problem.isEmpty())
        return fail(ErrorKind::storage, bare.problem() + problem);
    Line line;
    line.name = u"search"_s;
    line.unit = u"ms"_s;
    line.ours = percentile(ours, 0.95);
    line.baseline = percentile(baseline, 0.95);
    line.ratio = line.ours / line.baseline;
    line.bar = 1.5;
    line.what = u"p95 of %1 queries over %2 entries, the first page (%3) with its text / bare FTS5, row numbers only"_s
                    .arg(kQueries)
                    .arg(World::largeSize())
                    .arg(kHits);
    return Lines{line};
}

} // namespace wardroom::bench
