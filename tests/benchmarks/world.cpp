// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/world.h"

#include "benchmarks/seeded.h"

namespace wardroom::bench {
using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<World> world;

} // namespace

int World::largeSize()
{
    bool good = false;
    const int wanted = qEnvironmentVariable("WARDROOM_BENCH_ENTRIES").toInt(&good);
    return good ? std::clamp(wanted, kSmall, kLarge) : kLarge;
}

void World::release()
{
    world.reset();
}

Result<World *> World::instance()
{
    if (world)
        return world.get();
    auto made = std::make_unique<World>();
    if (const Result<void> founded = made->found(); !founded)
        return tl::unexpected(founded.error());
    for (const auto &[room, count] : {std::pair(made->small(), kSmall), std::pair(made->large(), largeSize())})
        if (const Result<void> filled = made->fill(room, count); !filled)
            return tl::unexpected(filled.error());
    world = std::move(made);
    return world.get();
}

Result<void> World::found()
{
    auto profile = session::Profile::open(m_folder.filePath(u"profile"_s));
    if (!profile)
        return tl::unexpected(profile.error());
    m_profile = *std::move(profile);
    m_profile->setPersonName(u"Lina Roth"_s);
    session::Environment environment;
    environment.profile = m_profile.get();
    environment.secrets = &m_secrets;
    environment.clock = &m_clock;
    m_workspaces = std::make_unique<session::Workspaces>(environment);
    const auto entry = QCoro::waitFor(m_workspaces->found(u"bench"_s, m_folder.filePath(u"workspace"_s)));
    if (!entry)
        return tl::unexpected(entry.error());
    auto engine = QCoro::waitFor(m_workspaces->open(*entry));
    if (!engine)
        return tl::unexpected(engine.error());
    m_engine = *std::move(engine);
    return {};
}

Result<void> World::fill(const domain::RoomId &room, int count)
{
    constexpr int kBatch = 1000;
    Seeded seeded(static_cast<quint64>(count));
    for (int made = 0; made < count; made += kBatch) {
        const QList<domain::Entry> entries = seeded.messages(room, std::min(kBatch, count - made), made);
        if (const auto kept = QCoro::waitFor(m_engine->store().ingest(entries, {})); !kept)
            return tl::unexpected(kept.error());
    }
    return {};
}

} // namespace wardroom::bench
