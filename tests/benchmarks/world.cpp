// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/world.h"

#include "benchmarks/seeded.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QProcess>

namespace wardroom::bench {
using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<World> world;
constexpr int kLongestMs = 600'000;
const QString kSmallName = u"small"_s;
const QString kLargeName = u"large"_s;

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
    made->m_made = std::make_unique<QTemporaryDir>();
    made->m_folder = made->m_made->path();
    if (const Result<void> founded = made->found(); !founded)
        return tl::unexpected(founded.error());
    const Result<domain::RoomId> small = made->makeRoom(kSmallName, kSmall);
    const Result<domain::RoomId> large = made->makeRoom(kLargeName, largeSize());
    if (!small || !large)
        return tl::unexpected(small ? large.error() : small.error());
    made->m_small = *small;
    made->m_large = *large;
    world = std::move(made);
    return world.get();
}

Result<std::unique_ptr<World>> World::in(const QString &folder)
{
    auto found = std::make_unique<World>();
    found->m_folder = folder;
    if (const Result<void> opened = found->openProfile(); !opened)
        return tl::unexpected(opened.error());
    const std::optional<session::WorkspaceEntry> entry = found->m_profile->workspace({});
    if (!entry)
        return fail(ErrorKind::notFound, u"%1 holds no workspace"_s.arg(folder));
    if (const Result<void> opened = found->open(*entry); !opened)
        return tl::unexpected(opened.error());
    for (const chat::Room &room : found->m_engine->book().rooms()) {
        if (room.name == kSmallName)
            found->m_small = room.id;
        else if (room.name == kLargeName)
            found->m_large = room.id;
    }
    return found;
}

Result<QJsonObject> World::runApart(const QStringList &arguments, const QMap<QString, QString> &environment)
{
    const session::WorkspaceEntry entry = m_engine->entry();
    close();
    // A copy for each, so that nobody finds what another one left.
    const QTemporaryDir copy;
    if (QProcess::execute(u"cp"_s, {u"-a"_s, m_folder + u"/."_s, copy.path()}) != 0)
        return fail(ErrorKind::storage, u"%1 could not be copied"_s.arg(m_folder));
    QProcess process;
    QProcessEnvironment set = QProcessEnvironment::systemEnvironment();
    for (auto it = environment.cbegin(); it != environment.cend(); ++it)
        set.insert(it.key(), it.value());
    process.setProcessEnvironment(set);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(), QStringList{u"--apart"_s, copy.path()} + arguments);
    const bool ended = process.waitForFinished(kLongestMs) && process.exitCode() == 0;
    const QByteArray said = process.readAllStandardOutput();
    if (!ended) {
        process.kill();
        process.waitForFinished();
    }
    for (const Result<void> &done : {openProfile(), open(entry)})
        if (!done)
            return tl::unexpected(done.error());
    const QJsonObject answer = QJsonDocument::fromJson(said).object();
    if (!ended || answer.isEmpty())
        return fail(ErrorKind::invalid,
                    u"%1 did not end well: %2"_s.arg(arguments.join(u' '), QString::fromUtf8(said)));
    return answer;
}

Result<void> World::openProfile()
{
    auto secrets =
        secrets::FileSecrets::open(m_folder + u"/secrets"_s, "bench", secrets::FileSecrets::Cost::interactive);
    if (!secrets)
        return tl::unexpected(secrets.error());
    m_secrets = *std::move(secrets);
    auto profile = session::Profile::open(m_folder + u"/profile"_s);
    if (!profile)
        return tl::unexpected(profile.error());
    m_profile = *std::move(profile);
    session::Environment environment;
    environment.profile = m_profile.get();
    environment.secrets = m_secrets.get();
    environment.clock = &m_clock;
    m_workspaces = std::make_unique<session::Workspaces>(environment);
    return {};
}

Result<void> World::open(const session::WorkspaceEntry &entry)
{
    auto engine = QCoro::waitFor(m_workspaces->open(entry));
    if (!engine)
        return tl::unexpected(engine.error());
    m_engine = *std::move(engine);
    return {};
}

void World::close()
{
    m_engine.reset();
    m_workspaces.reset();
    m_profile.reset();
    m_secrets.reset();
}

Result<void> World::found()
{
    if (const Result<void> opened = openProfile(); !opened)
        return opened;
    m_profile->setPersonName(u"Lina Roth"_s);
    const auto entry = QCoro::waitFor(m_workspaces->found(u"bench"_s, m_folder + u"/workspace"_s));
    return entry ? open(*entry) : tl::unexpected(entry.error());
}

//! A room of \a count entries, which stand in the store as if they had been read long ago.
Result<domain::RoomId> World::makeRoom(const QString &name, int count)
{
    const auto room = QCoro::waitFor(m_engine->platform().createRoom({name, {}, chat::Purpose::channel, false, {}}));
    if (!room)
        return tl::unexpected(room.error());
    constexpr int kBatch = 1000;
    Seeded seeded(static_cast<quint64>(count));
    for (int made = 0; made < count; made += kBatch) {
        const QList<domain::Entry> entries = seeded.messages(room->id, std::min(kBatch, count - made), made);
        if (const auto kept = QCoro::waitFor(m_engine->store().ingest(entries, {})); !kept)
            return tl::unexpected(kept.error());
    }
    return room->id;
}

} // namespace wardroom::bench
