// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/engine.h"

#include "base/firstsignal.h"
#include "base/plaintext.h"
#include "bot/sandbox/sshjob.h"
#include "chat/incomplete.h"
#include "session/anchors.h"
#include "session/automation.h"
#include "session/commands.h"
#include "session/engineports.h"
#include "session/escalation.h"
#include "session/files.h"
#include "session/governance.h"
#include "session/imports.h"
#include "session/leftrooms.h"
#include "session/locksweeper.h"
#include "session/phones.h"
#include "session/playbookkeeper.h"
#include "session/pluginnews.h"
#include "session/recordkeeper.h"
#include "session/resources.h"

#include <QCoroFuture>

namespace wardroom::session {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kWaitKnown = 5s; //!< for the server, where this desktop knows the workspace already
constexpr auto kWaitNew = 30s;
constexpr auto kLook = 5s; //!< at an inbox that takes long

Signer signerOf(const EngineParts &parts)
{
    return {domain::WorkspaceId(parts.entry.trust), parts.entry.node, parts.entry.person, parts.key};
}

//! When the newest fact of all rooms was said, by the server.
qint64 newestOf(const RoomBook &book)
{
    const QList<domain::ReadEntry> &control = book.control().entries();
    qint64 newest = control.isEmpty() ? 0 : control.last().entry.position.serverTime;
    for (const chat::Room &room : book.rooms()) {
        const domain::RoomFold *fold = book.fold(room.id);
        if (fold && !fold->entries().isEmpty())
            newest = std::max(newest, fold->entries().last().entry.position.serverTime);
    }
    return newest;
}

QList<chat::Incomplete> incompleteOf(const chat::ChatPlatform &platform)
{
    const auto *has = dynamic_cast<const chat::HasIncomplete *>(&platform);
    return has ? has->incomplete() : QList<chat::Incomplete>();
}

//! What was taken back may stand in what is missing: others act there, who have it.
bool mayActIn(const chat::ChatPlatform &platform, const RoomId &room)
{
    return !incompleteOf(platform).contains({room, true});
}

QString sentenceFor(const QList<chat::Incomplete> &incomplete, const RoomBook &book)
{
    QStringList sentences;
    for (const chat::Incomplete &one : incomplete) {
        const QString name = shownPlainly(book.titleOf(one.room), 80);
        sentences.append(one.misses
                             ? Engine::tr("The server does not give a part of what was said in #%1. It is asked for "
                                          "again and again; until it is here, this Wardroom runs nothing in that room.")
                                   .arg(name)
                             : Engine::tr("The server does not say what became of a message in #%1 that was changed or "
                                          "deleted. It is asked again and again.")
                                   .arg(name));
    }
    return sentences.join(u' ');
}

} // namespace

Engine::Engine(EngineParts parts)
    : m_parts(std::move(parts))
    , m_book(domain::WorkspaceId(m_parts.entry.trust))
    , m_sender(*m_parts.store, *m_parts.platform, m_book, signerOf(m_parts), *m_parts.clock)
    , m_inbox(*m_parts.store, *m_parts.platform, m_book, *m_parts.clock)
    , m_ports(std::make_unique<EnginePorts>(*m_parts.store, *m_parts.platform, m_book, m_parts.entry.node))
    , m_steps(std::make_unique<bot::StepRunner>(m_parts.catalogue, m_parts.tools, m_ports.get(), *m_parts.clock))
    , m_runner(std::make_unique<bot::OperationRunner>(
          bot::RunnerPorts{&m_sender, m_ports.get(), m_ports.get(), m_ports.get(), m_parts.clock}, m_steps.get(),
          m_parts.entry.node))
    , m_commands(std::make_unique<Commands>(*this, *m_steps))
    , m_escalation(std::make_unique<Escalation>(*this))
    , m_anchors(std::make_unique<Anchors>(*this))
    , m_imports(
          std::make_unique<Imports>(*m_parts.store, m_book, domain::WorkspaceId(m_parts.entry.trust), *m_parts.clock))
    , m_phones(std::make_unique<Phones>(*this))
    , m_governance(std::make_unique<Governance>(*this))
    , m_keeper(std::make_unique<RecordKeeper>(*this))
    , m_playbooks(std::make_unique<PlaybookKeeper>(*this, *m_ports, m_parts.playbookFolders))
    , m_locks(std::make_unique<LockSweeper>(*this, *m_ports))
    , m_files(std::make_unique<Files>(*m_parts.store, *m_parts.platform, *m_ports, m_parts.filesFolder))
{
    m_steps->setLanguage(m_parts.language);
    m_steps->setSecrets(m_parts.secrets, bot::takerProgram(resourceFolder()));
    if (m_parts.practisesOnly)
        m_steps->practiseOnly();
    QCoro::connect(m_files->load(), m_files.get(), [] {});
    connectParts();
}

Engine::~Engine()
{
    stop();
}

void Engine::connectParts()
{
    connect(&m_inbox, &Inbox::stored, this, [this](const QList<store::StoredEntry> &entries) {
        m_syncedAt = clock().nowMs();
        for (const store::StoredEntry &stored : entries)
            noteServerTime(stored.entry.position.serverTime);
        m_sender.noteArrived(entries);
        Q_EMIT entriesStored(entries);
    });
    connect(&m_inbox, &Inbox::folded, this, &Engine::onFolded);
    connect(&m_inbox, &Inbox::failed, this, &Engine::troubled);
    connect(m_imports.get(), &Imports::changed, this, &Engine::roomsChanged);
    connect(m_imports.get(), &Imports::failed, this, &Engine::troubled);
    connect(&m_sender, &Sender::outboxChanged, this, &Engine::outboxChanged);
    connect(&m_sender, &Sender::held, this, &Engine::troubled);
    connect(&m_sender, &Sender::recalled, &m_inbox,
            [this](const QList<domain::Entry> &both) { m_inbox.receive(both, {}); });
    connect(this, &Engine::workspaceFolded, m_governance.get(), &Governance::consider);
    connect(this, &Engine::becameReady, m_governance.get(), &Governance::consider);
    connect(m_governance.get(), &Governance::troubled, this, &Engine::troubled);
    connect(m_keeper.get(), &RecordKeeper::troubled, this, &Engine::troubled);
    connect(m_runner.get(), &bot::OperationRunner::progressed, this, &Engine::progressed);
    connect(m_runner.get(), &bot::OperationRunner::failed, this,
            [this](const domain::OpId &, const QString &sentence) { Q_EMIT troubled(sentence); });
    connect(m_parts.platform.get(), &chat::ChatPlatform::linkChanged, this, [this](chat::LinkState state) {
        Q_EMIT linkChanged(state);
        m_ports->setCaughtUp(false);
        if (state == chat::LinkState::live)
            QCoro::connect(catchUp(), this, [](const Result<void> &) {});
    });
    connect(m_parts.platform.get(), &chat::ChatPlatform::roomsChanged, this,
            [this, told = QList<chat::Incomplete>()]() mutable {
                QCoro::connect(refreshRooms(), this, [](const Result<void> &) {});
                const QList<chat::Incomplete> now = incompleteOf(*m_parts.platform);
                if (std::exchange(told, now) == now)
                    return;
                Q_EMIT troubled(sentenceFor(now, m_book));
                if (m_ready)
                    considerAll();
            });
    connect(m_parts.store.get(), &store::Store::degraded, this, &Engine::troubled);
    connect(m_parts.store.get(), &store::Store::recovered, this, [this] { Q_EMIT troubled({}); });
}

QCoro::Task<Result<void>> Engine::start()
{
    const QPointer<Engine> self(this);
    Result<void> rooms = co_await refreshRooms();
    if (!self)
        co_return fail(ErrorKind::cancelled, {});
    // Without the server, what is known is shown and what is typed is kept.
    if (!rooms && co_await recallRooms())
        rooms = {};
    if (!self || !rooms)
        co_return self ? rooms : fail(ErrorKind::cancelled, {});
    if (const Result<void> loaded = co_await m_inbox.load(); !loaded || !self)
        co_return self ? loaded : fail(ErrorKind::cancelled, {});
    noteServerTime(newestOf(m_book));
    co_await m_imports->load();
    if (!self)
        co_return fail(ErrorKind::cancelled, {});
    if (const Result<void> loaded = co_await m_sender.load(); !loaded || !self)
        co_return self ? loaded : fail(ErrorKind::cancelled, {});
    const Result<QByteArray> cursor = co_await m_parts.store->cursor();
    if (!self || !cursor)
        co_return self ? tl::unexpected(cursor.error()) : fail(ErrorKind::cancelled, {});
    const bool known = m_book.workspace().node(entry().node) != nullptr;
    if (const Result<void> live = co_await m_parts.platform->start(*cursor); !live || !self)
        co_return self ? live : fail(ErrorKind::cancelled, {});
    if (m_parts.platform->linkState() == chat::LinkState::live)
        co_return co_await catchUp();
    if (!m_ready)
        co_await firstSignal(this, &Engine::becameReady, known ? kWaitKnown : kWaitNew);
    if (!self)
        co_return fail(ErrorKind::cancelled, {});
    Q_EMIT workspaceFolded();
    co_return m_ready || known ? Result<void>()
                               : fail(ErrorKind::timeout, tr("The workspace cannot be reached at present."));
}

//! Live means that everything up to now was handed out; only then is a silent inbox the end of catching up.
QCoro::Task<Result<void>> Engine::catchUp()
{
    const QPointer<Engine> self(this);
    // Again after a while: whoever claims or approves by half of what was said would do so by nothing that others know.
    while (self && !m_inbox.isIdle() && m_parts.platform->linkState() == chat::LinkState::live)
        co_await firstSignal(&m_inbox, &Inbox::becameIdle, kLook);
    if (!self || m_parts.platform->linkState() != chat::LinkState::live)
        co_return fail(self ? ErrorKind::transient : ErrorKind::cancelled, {});
    m_ports->setCaughtUp(true);
    m_syncedAt = clock().nowMs();
    m_sender.allowFacts();
    if (m_ready) {
        considerAll();
        m_governance->consider();
        co_return Result<void>();
    }
    m_ready = true;
    Q_EMIT workspaceFolded();
    const Result<void> recovered = co_await m_runner->recover();
    if (!self)
        co_return fail(ErrorKind::cancelled, {});
    considerAll();
    m_escalation->start();
    m_playbooks->start();
    m_locks->start();
    QCoro::connect(m_phones->start(), this, [] {});
    Q_EMIT becameReady();
    co_return recovered;
}

void Engine::stop()
{
    m_ready = false;
    m_ports->setCaughtUp(false);
    m_escalation->stop();
    m_playbooks->stop();
    m_locks->stop();
    m_parts.platform->stop();
}

void Engine::noteServerTime(qint64 ms)
{
    m_serverTime = std::max(m_serverTime, ms);
    m_ports->setServerTime(ms);
}

QCoro::Task<Result<void>> Engine::refreshRooms()
{
    const QPointer<Engine> self(this);
    Result<QList<chat::Room>> rooms = co_await m_parts.platform->rooms();
    if (!self)
        co_return fail(ErrorKind::cancelled, {});
    if (!rooms)
        co_return tl::unexpected(rooms.error());
    QList<chat::Room> before = m_book.rooms();
    if (before.isEmpty())
        before = co_await keptRooms(m_parts.store.get());
    if (!self)
        co_return fail(ErrorKind::cancelled, {});
    m_book.setRooms(*rooms);
    keepRooms(*m_parts.store, before, *rooms);
    for (const chat::Room &room : std::as_const(*rooms))
        QCoro::connect(readMembers(room.id), this, [] {});
    Q_EMIT roomsChanged();
    co_return Result<void>();
}

//! The rooms as they were when the server was last there; false: it never was.
QCoro::Task<bool> Engine::recallRooms()
{
    const QPointer<Engine> self(this);
    const QList<chat::Room> rooms = co_await keptRooms(m_parts.store.get());
    if (!self || rooms.isEmpty())
        co_return false;
    m_book.setRooms(rooms);
    Q_EMIT roomsChanged();
    co_return true;
}

QCoro::Task<void> Engine::readMembers(RoomId room)
{
    const QPointer<Engine> self(this);
    const Result<QList<domain::PersonId>> members = co_await m_parts.platform->members(room);
    if (!self || !members || m_members.value(room) == *members)
        co_return;
    m_members.insert(room, *members);
    Q_EMIT membersChanged(room);
}

void Engine::takePlugins(const bot::Catalogue &catalogue, const QList<PluginChange> &changes)
{
    m_parts.catalogue = catalogue;
    QStringList sentences;
    bool bad = false;
    for (const PluginChange &change : changes) {
        sentences.append(pluginNews(change, m_book.workspace().policy()));
        bad = bad || change.kind == PluginChange::Kind::broken;
    }
    Q_EMIT pluginsChanged(sentences, bad);
}

bot::Vocabulary Engine::vocabulary() const
{
    return {m_book.workspace().inventory(), m_book.workspace().people.values(), language()};
}

domain::Record &Engine::record()
{
    return *m_ports;
}

domain::Arbiter &Engine::arbiter()
{
    return *m_ports;
}

domain::Custody &Engine::custody()
{
    return *m_ports;
}

void Engine::onFolded(const QSet<RoomId> &rooms)
{
    for (const RoomId &room : rooms) {
        if (m_book.isControl(room))
            Q_EMIT workspaceFolded();
        Q_EMIT roomFolded(room);
        if (m_ready && !m_book.isControl(room) && mayActIn(*m_parts.platform, room)) {
            m_runner->consider(room, stateForRuns(m_book, room, clock().nowMs()), m_book.workspace());
            m_playbooks->consider(room);
        }
    }
}

void Engine::considerAll()
{
    for (const chat::Room &room : m_book.rooms())
        if (room.purpose != chat::Purpose::control && mayActIn(*m_parts.platform, room.id))
            m_runner->consider(room.id, stateForRuns(m_book, room.id, clock().nowMs()), m_book.workspace());
}

} // namespace wardroom::session
