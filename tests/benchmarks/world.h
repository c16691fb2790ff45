// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/workspaces.h"
#include "support/memorysecrets.h"

#include <QTemporaryDir>

namespace wardroom::bench {

//! One person's workspace with two rooms of words in its store, made once for all that read from it.
class World
{
public:
    static constexpr int kSmall = 1'000;
    static constexpr int kLarge = 1'000'000;

    //! kLarge, or fewer where WARDROOM_BENCH_ENTRIES says so: for trying, since the bars are about kLarge.
    static int largeSize();

    //! Made at the first call, which takes a minute or two.
    static Result<World *> instance();
    //! Before the application goes: the engine has timers.
    static void release();

    session::Engine &engine() { return *m_engine; }
    domain::RoomId small() const { return domain::RoomId(QStringLiteral("small")); }
    domain::RoomId large() const { return domain::RoomId(QStringLiteral("large")); }
    QString databasePath() const { return m_profile->databasePath(m_engine->entry().name); }

private:
    Result<void> found();
    Result<void> fill(const domain::RoomId &room, int count);

    QTemporaryDir m_folder;
    SystemClock m_clock;
    test::MemorySecrets m_secrets;
    std::unique_ptr<session::Profile> m_profile;
    std::unique_ptr<session::Workspaces> m_workspaces;
    std::unique_ptr<session::Engine> m_engine;
};

} // namespace wardroom::bench
