// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/engine.h"

#include "session/anchors.h"
#include "session/commands.h"
#include "session/engineports.h"
#include "session/escalation.h"
#include "session/phones.h"

#include <QCoroSignal>

namespace wardroom::session {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Signer signerOf(const EngineParts &parts)
{
    return {domain::WorkspaceId(parts.entry.trust), parts.entry.node, parts.entry.person, parts.key};
}

} // namespace

Engine::Engine(EngineParts parts)
    : m_parts(std::move(parts))
    , m_book(domain::WorkspaceId(m_parts.entry.trust))
    , m_sender(*m_parts.store, *m_parts.platform, m_book, signerOf(m_parts), *m_parts.clock)
    , m_inbox(*m_parts.store, *m_parts.platform, m_book)
    , m_ports(std::make_unique<EnginePorts>(*m_parts.store, *m_parts.platform, m_book))
    , m_steps(std::make_unique<bot::StepRunner>(m_parts.catalogue, m_parts.tools, m_ports.get(), *m_parts.clock))
    , m_runner(std::make_unique<bot::OperationRunner>(
          bot::RunnerPorts{&m_sender, m_parts.platform.get(), m_ports.get(), m_ports.get(), m_parts.clock},
          m_steps.get(), m_parts.entry.node))
    , m_commands(std::make_unique<Commands>(*this, *m_steps))
    , m_escalation(std::make_unique<Escalation>(*this))
    , m_anchors(std::make_unique<Anchors>(*this))
    , m_phones(std::make_unique<Phones>(*this))
{
    m_steps->setLanguage(m_parts.language);
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
        m_sender.noteArrived(entries);
        Q_EMIT entriesStored(entries);
    });
    connect(&m_inbox, &Inbox::folded, this, &Engine::onFolded);
    connect(&m_inbox, &Inbox::failed, this, &Engine::troubled);
    connect(&m_sender, &Sender::outboxChanged, this, &Engine::outboxChanged);
    connect(&m_sender, &Sender::held, this, &Engine::troubled);
    connect(m_runner.get(), &bot::OperationRunner::progressed, this, &Engine::progressed);
    connect(m_runner.get(), &bot::OperationRunner::failed, this,
            [this](const domain::OpId &, const QString &sentence) { Q_EMIT troubled(sentence); });
    connect(m_parts.platform.get(), &chat::ChatPlatform::linkChanged, this, [this](chat::LinkState state) {
        Q_EMIT linkChanged(state);
        if (state == chat::LinkState::live && m_ready)
            considerAll();
    });
    connect(m_parts.platform.get(), &chat::ChatPlatform::roomsChanged, this,
            [this] { QCoro::connect(refreshRooms(), this, [](const Result<void> &) {}); });
    connect(m_parts.store.get(), &store::Store::degraded, this, &Engine::troubled);
    connect(m_parts.store.get(), &store::Store::recovered, this, [this] { Q_EMIT troubled({}); });
}

QCoro::Task<Result<void>> Engine::start()
{
    const QPointer<Engine> self(this);
    if (const Result<void> rooms = co_await refreshRooms(); !rooms || !self)
        co_return self ? rooms : fail(ErrorKind::cancelled, {});
    if (const Result<void> loaded = co_await m_inbox.load(); !loaded || !self)
        co_return self ? loaded : fail(ErrorKind::cancelled, {});
    if (const Result<void> loaded = co_await m_sender.load(); !loaded || !self)
        co_return self ? loaded : fail(ErrorKind::cancelled, {});
    const Result<QByteArray> cursor = co_await m_parts.store->cursor();
    if (!self || !cursor)
        co_return self ? tl::unexpected(cursor.error()) : fail(ErrorKind::cancelled, {});
    if (const Result<void> live = co_await m_parts.platform->start(*cursor); !live || !self)
        co_return self ? live : fail(ErrorKind::cancelled, {});
    // Live means that everything up to now was handed out; only then is a silent inbox the end of catching up.
    while (self && m_parts.platform->linkState() != chat::LinkState::live)
        if (const auto changed = co_await qCoro(m_parts.platform.get(), &chat::ChatPlatform::linkChanged, 30s); !changed)
            co_return fail(ErrorKind::timeout, tr("The workspace cannot be reached at present."));
    if (self && !m_inbox.isIdle())
        co_await qCoro(&m_inbox, &Inbox::becameIdle, 30s);
    if (!self)
        co_return fail(ErrorKind::cancelled, {});
    m_ready = true;
    m_ports->setCaughtUp(true);
    m_syncedAt = clock().nowMs();
    m_sender.allowFacts();
    Q_EMIT workspaceFolded();
    const Result<void> recovered = co_await m_runner->recover();
    if (!self)
        co_return fail(ErrorKind::cancelled, {});
    considerAll();
    m_escalation->start();
    QCoro::connect(m_phones->start(), this, [] {});
    co_return recovered;
}

void Engine::stop()
{
    m_ready = false;
    m_ports->setCaughtUp(false);
    m_escalation->stop();
    m_parts.platform->stop();
}

QCoro::Task<Result<void>> Engine::refreshRooms()
{
    const QPointer<Engine> self(this);
    Result<QList<chat::Room>> rooms = co_await m_parts.platform->rooms();
    if (!self)
        co_return fail(ErrorKind::cancelled, {});
    if (!rooms)
        co_return tl::unexpected(rooms.error());
    m_book.setRooms(*rooms);
    for (const chat::Room &room : std::as_const(*rooms))
        QCoro::connect(readMembers(room.id), this, [] {});
    Q_EMIT roomsChanged();
    co_return Result<void>();
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

bot::Vocabulary Engine::vocabulary() const
{
    return {m_book.workspace().inventory(), m_book.workspace().people.values()};
}

domain::Record &Engine::record()
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
        if (m_ready && !m_book.isControl(room))
            m_runner->consider(room, m_book.state(room), m_book.workspace());
    }
}

void Engine::considerAll()
{
    for (const chat::Room &room : m_book.rooms())
        if (room.purpose != chat::Purpose::control)
            m_runner->consider(room.id, m_book.state(room.id), m_book.workspace());
}

} // namespace wardroom::session
