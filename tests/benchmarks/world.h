// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "secrets/filesecrets.h"
#include "session/workspaces.h"

#include <QJsonObject>
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
    //! The same in another process, where instance() was made and is paused.
    static Result<std::unique_ptr<World>> in(const QString &folder);
    //! Runs this program anew as \a arguments say, on a copy of the world's folder, and answers what it printed.
    Result<QJsonObject> runApart(const QStringList &arguments, const QMap<QString, QString> &environment);

    session::Engine &engine() { return *m_engine; }
    std::unique_ptr<session::Engine> takeEngine() { return std::move(m_engine); }
    const Clock &clock() const { return m_clock; }
    domain::RoomId small() const { return m_small; }
    domain::RoomId large() const { return m_large; }
    QString databasePath() const { return m_profile->databasePath(m_engine->entry().name); }

private:
    Result<void> found();
    Result<domain::RoomId> makeRoom(const QString &name, int count);
    Result<void> openProfile();
    Result<void> open(const session::WorkspaceEntry &entry);
    void close();

    std::unique_ptr<QTemporaryDir> m_made; //!< where this process made it
    QString m_folder;
    domain::RoomId m_small, m_large;
    SystemClock m_clock;
    std::unique_ptr<domain::Secrets> m_secrets;
    std::unique_ptr<session::Profile> m_profile;
    std::unique_ptr<session::Workspaces> m_workspaces;
    std::unique_ptr<session::Engine> m_engine;
};

} // namespace wardroom::bench
