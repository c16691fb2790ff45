// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/local/localplatform.h"

#include "chat/local/localworker.h"

#include <QCoroFuture>

namespace wardroom::chat {

using namespace Qt::StringLiterals;
using domain::Claim;
using domain::ClaimAnswer;

namespace {

//! The most entries in one arrived(): one transaction of the store, and a short pause for the window.
constexpr int kBatch = 500;
//! How long a late entry stays late, when nothing newer comes to overtake it.
constexpr int kLateMs = 120;
constexpr int kRetryMs = 1000;

Capabilities localCapabilities()
{
    Capabilities can;
    can.platform = u"local"_s;
    can.edits = true;
    can.threads = true;
    return can;
}

} // namespace

LocalPlatform::LocalPlatform(LocalOptions options, QObject *parent)
    : ChatPlatform(parent)
    , m_clock(options.clock)
    , m_self(options.self)
    , m_capabilities(localCapabilities())
{
    setFaults(options.faults);
    m_worker = std::make_unique<LocalWorker>(options.folder, LogUser{options.self, options.node, options.workspace},
                                             m_capabilities, options.poll, options.signalling);
    m_worker->moveToThread(&m_thread);
    connect(m_worker.get(), &LocalWorker::newsCame, this, &LocalPlatform::hearNews);
    connect(m_worker.get(), &LocalWorker::troubled, this, &LocalPlatform::hearTrouble);
    m_thread.setObjectName(u"local log"_s);
    m_thread.start();
    QMetaObject::invokeMethod(m_worker.get(), &LocalWorker::begin, Qt::QueuedConnection);
}

LocalPlatform::~LocalPlatform()
{
    // Last in the queue: what was asked before is still done and answered, so that no task waits for ever.
    QMetaObject::invokeMethod(
        m_worker.get(),
        [worker = m_worker.get(), thread = &m_thread] {
            worker->end();
            thread->quit();
        },
        Qt::QueuedConnection);
    m_thread.wait();
}

Result<void> LocalPlatform::createWorkspace(const QString &folder, const domain::WorkspaceId &workspace,
                                            const QString &name, const PersonId &founder, const Clock &clock)
{
    return LocalLog::create(folder, workspace, name, founder, clock.nowMs());
}

template <class T> QCoro::Task<Result<T>> LocalPlatform::answer(std::function<Result<T>(LocalLog &)> job)
{
    if (m_delivery.faults().offline)
        co_return fail(ErrorKind::transient, LocalPlatform::tr("The workspace cannot be reached."));
    const QPointer<LocalPlatform> guard(this);
    QFuture<Result<T>> future = m_worker->ask<T>(std::move(job));
    Result<T> result = co_await future;
    if (!guard)
        co_return fail(ErrorKind::cancelled, LocalPlatform::tr("The workspace was closed."));
    co_return result;
}

void LocalPlatform::setFaults(const LocalFaults &faults)
{
    const bool wasOffline = m_delivery.faults().offline;
    if (m_worker && faults.fullDisk != m_delivery.faults().fullDisk)
        m_worker->ask<void>([full = faults.fullDisk](LocalLog &log) {
            log.setFull(full);
            return Result<void>();
        });
    m_delivery.setFaults(faults);
    m_capabilities.editOthers = faults.foreignEdits;
    m_capabilities.arbiter = !faults.noArbiter;
    if (m_started && faults.offline)
        become(LinkState::offline);
    if (wasOffline && !faults.offline && m_started) {
        become(LinkState::catchingUp);
        pull();
    }
    scheduleRelease();
}

void LocalPlatform::become(LinkState state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT linkChanged(state);
}

// --- In ---------------------------------------------------------------------------------------------------------

QCoro::Task<Result<void>> LocalPlatform::start(QByteArray cursor)
{
    const auto from = LocalCursor::fromBytes(cursor);
    if (!from)
        co_return tl::unexpected(from.error());
    stop();
    const quint64 run = m_run;
    const QPointer<LocalPlatform> guard(this);
    become(LinkState::connecting);
    auto checking = answer<void>([at = *from](LocalLog &log) { return log.check(at); });
    const Result<void> good = co_await checking;
    if (!guard || run != m_run)
        co_return fail(ErrorKind::cancelled, tr("The workspace was closed."));
    if (!good) {
        become(LinkState::offline);
        co_return good;
    }
    m_started = true;
    m_read = *from;
    m_delivery.restart(*from);
    become(LinkState::catchingUp);
    if (guard && run == m_run)
        pull();
    co_return good;
}

void LocalPlatform::stop()
{
    ++m_run;
    m_started = false;
    m_pulling = false;
    m_pullAgain = false;
    become(LinkState::offline);
}

void LocalPlatform::hearNews(bool roomsToo)
{
    const QPointer<LocalPlatform> guard(this);
    if (roomsToo && !m_delivery.faults().offline)
        Q_EMIT roomsChanged();
    if (guard)
        pull();
}

void LocalPlatform::hearTrouble()
{
    if (m_started)
        become(LinkState::offline);
}

void LocalPlatform::pull()
{
    if (!m_started || m_delivery.faults().offline)
        return;
    if (m_pulling) {
        m_pullAgain = true;
        return;
    }
    m_pulling = true;
    m_pullAgain = false;
    const auto read = [from = m_read](LocalLog &log) { return log.read(from, kBatch); };
    m_worker->ask<LoggedBatch>(read).then(
        this, [this, run = m_run](const Result<LoggedBatch> &batch) { tookBatch(run, batch); });
}

void LocalPlatform::tookBatch(quint64 run, const Result<LoggedBatch> &batch)
{
    if (run != m_run)
        return;
    m_pulling = false;
    if (m_delivery.faults().offline)
        return;
    if (!batch) {
        become(LinkState::offline);
        QTimer::singleShot(kRetryMs, this, &LocalPlatform::pull);
        return;
    }
    m_read = batch->end;
    const QPointer<LocalPlatform> guard(this);
    handOut(m_delivery.take(*batch));
    if (!guard || run != m_run)
        return;
    if (!batch->more && m_state != LinkState::rateLimited)
        become(LinkState::live);
    if (!guard || run != m_run)
        return;
    scheduleRelease();
    if (batch->more || m_pullAgain)
        pull();
}

void LocalPlatform::handOut(const Delivery &delivery)
{
    if (!delivery.entries.isEmpty())
        Q_EMIT arrived(delivery.entries, delivery.cursor.toBytes());
}

void LocalPlatform::scheduleRelease()
{
    if (m_releasing || !m_started || !m_delivery.hasDue())
        return;
    m_releasing = true;
    QTimer::singleShot(kLateMs, this, [this] {
        m_releasing = false;
        if (!m_started || m_delivery.faults().offline)
            return;
        const QPointer<LocalPlatform> guard(this);
        handOut(m_delivery.release());
        if (guard)
            scheduleRelease();
    });
}

//! What arrives still arrives; only sending has to wait.
void LocalPlatform::slowDown()
{
    if (m_state != LinkState::live)
        return;
    become(LinkState::rateLimited);
    QTimer::singleShot(m_delivery.faults().retryAfter, this, [this, run = m_run] {
        if (run == m_run && m_state == LinkState::rateLimited)
            become(LinkState::live);
    });
}

QCoro::Task<Result<Page>> LocalPlatform::history(RoomId room, domain::Position before, int limit)
{
    const QPointer<LocalPlatform> guard(this);
    auto reading = answer<Page>([=](LocalLog &log) { return log.history(room, before, limit); });
    const Result<Page> page = co_await reading;
    if (guard && page) {
        m_delivery.historyRead(room);
        scheduleRelease();
    }
    co_return page;
}

// --- Out --------------------------------------------------------------------------------------------------------

QCoro::Task<Result<Sent>> LocalPlatform::submit(Outgoing message)
{
    if (m_delivery.limitsRate()) {
        const auto retryAfter = m_delivery.faults().retryAfter;
        slowDown();
        co_return tl::unexpected(Error{
            ErrorKind::rate, LocalPlatform::tr("The workspace takes no more messages for a moment."), retryAfter});
    }
    if (const auto refusal = m_delivery.faults().refusal)
        co_return fail(*refusal, LocalPlatform::tr("The workspace takes nothing at present."));
    const bool lost = m_delivery.losesReply();
    auto sending = answer<Sent>([message, now = m_clock.nowMs()](LocalLog &log) { return log.submit(message, now); });
    const Result<Sent> sent = co_await sending;
    if (lost && sent)
        co_return fail(ErrorKind::timeout, LocalPlatform::tr("The workspace did not answer in time."));
    co_return sent;
}

QCoro::Task<Result<std::optional<Sent>>> LocalPlatform::reconcile(QString txn, RoomId room)
{
    return answer<std::optional<Sent>>([=](LocalLog &log) { return log.reconcile(txn, room); });
}

QCoro::Task<Result<void>> LocalPlatform::remove(RoomId room, EntryId entry)
{
    return answer<void>([=](LocalLog &log) { return log.remove(room, entry); });
}

QCoro::Task<Result<void>> LocalPlatform::edit(RoomId room, EntryId entry, QString text)
{
    return answer<void>([=](LocalLog &log) { return log.edit(room, entry, text); });
}

QCoro::Task<Result<QStringList>> LocalPlatform::held()
{
    return answer<QStringList>([](LocalLog &log) { return log.claims().held(); });
}

QCoro::Task<Result<void>> LocalPlatform::release(QString name)
{
    return answer<void>([=](LocalLog &log) { return log.claims().release(name); });
}

QCoro::Task<ClaimAnswer> LocalPlatform::claimOnce(QString name)
{
    if (!m_capabilities.arbiter)
        co_return ClaimAnswer{Claim::unknown, {}};
    const bool lost = m_delivery.losesReply();
    const auto claim = [name, now = m_clock.nowMs()](LocalLog &log) -> Result<ClaimAnswer> {
        return log.claims().claimOnce(name, now);
    };
    auto claiming = answer<ClaimAnswer>(claim);
    const Result<ClaimAnswer> answered = co_await claiming;
    if (lost || !answered)
        co_return ClaimAnswer{Claim::unknown, {}};
    co_return *answered;
}

QCoro::Task<Result<void>> LocalPlatform::editAnyones(RoomId room, EntryId entry, QString text, QByteArray envelope)
{
    if (!m_capabilities.editOthers)
        co_return fail(ErrorKind::unsupported, tr("Nobody can change another's message here."));
    auto editing = answer<void>([=](LocalLog &log) { return log.overwrite(room, entry, text, envelope); });
    const Result<void> edited = co_await editing;
    co_return edited;
}

QCoro::Task<Result<void>> LocalPlatform::wipeAnyones(RoomId room, EntryId entry)
{
    if (!m_capabilities.editOthers)
        co_return fail(ErrorKind::unsupported, tr("Nobody can change another's message here."));
    auto wiping = answer<void>([=](LocalLog &log) { return log.wipe(room, entry); });
    const Result<void> wiped = co_await wiping;
    co_return wiped;
}

// --- Rooms and attachments --------------------------------------------------------------------------------------

QCoro::Task<Result<QList<Room>>> LocalPlatform::rooms()
{
    return answer<QList<Room>>([](LocalLog &log) { return log.rooms(false); });
}

QCoro::Task<Result<QList<Room>>> LocalPlatform::openRooms()
{
    return answer<QList<Room>>([](LocalLog &log) { return log.rooms(true); });
}

QCoro::Task<Result<Room>> LocalPlatform::createRoom(RoomSpec spec)
{
    return answer<Room>([spec, now = m_clock.nowMs()](LocalLog &log) { return log.createRoom(spec, now); });
}

QCoro::Task<Result<QList<PersonId>>> LocalPlatform::members(RoomId room)
{
    return answer<QList<PersonId>>([=](LocalLog &log) { return log.members(room); });
}

QCoro::Task<Result<void>> LocalPlatform::invite(RoomId room, PersonId person)
{
    return answer<void>([=](LocalLog &log) { return log.invite(room, person); });
}

QCoro::Task<Result<void>> LocalPlatform::leave(RoomId room)
{
    return answer<void>([=](LocalLog &log) { return log.leave(room); });
}

QCoro::Task<Result<void>> LocalPlatform::removeMember(RoomId room, PersonId person)
{
    return answer<void>([=](LocalLog &log) { return log.removeMember(room, person); });
}

QCoro::Task<Result<RoomId>> LocalPlatform::join(QString room)
{
    return answer<RoomId>([room, self = m_self](LocalLog &log) {
        return log.invite(RoomId(room), self).map([&] { return RoomId(room); });
    });
}

QCoro::Task<Result<void>> LocalPlatform::rename(RoomId room, QString name)
{
    return answer<void>([=](LocalLog &log) { return log.rename(room, name); });
}

QCoro::Task<Result<void>> LocalPlatform::setTopic(RoomId room, QString topic)
{
    return answer<void>([=](LocalLog &log) { return log.setTopic(room, topic); });
}

QCoro::Task<Result<Sha256>> LocalPlatform::upload(QByteArray bytes)
{
    return answer<Sha256>([bytes](LocalLog &log) { return log.attachments().keep(bytes); });
}

QCoro::Task<Result<QByteArray>> LocalPlatform::download(Sha256 hash)
{
    return answer<QByteArray>([hash](LocalLog &log) { return log.attachments().bytes(hash); });
}

} // namespace wardroom::chat
