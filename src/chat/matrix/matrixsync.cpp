// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/matrix/matrixsync.h"

#include "base/firstsignal.h"
#include "chat/matrix/matrixmarks.h"
#include "chat/matrix/matrixtext.h"
#include "net/retrytable.h"

#include <QCoroFuture>
#include <QCoroTimer>
#include <QPointer>
#include <QRandomGenerator>

namespace wardroom::chat {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::Entry;

namespace {

constexpr quint64 kDifferences = 32;   // ms that a question may wait longer than the one before, so hardly any
constexpr int kPagesBetweenPolls = 16; // what is new does not wait for all that is old
constexpr int kRoomsAtOnce = 8;        // whose past is read before what is new in them, where all are new
constexpr std::chrono::milliseconds kLongestPause = 16s; // somebody waits for what is said here

QJsonArray withTypes(QJsonArray types, const QJsonArray &more)
{
    for (const QJsonValue &type : more)
        types.append(type);
    return types;
}

QJsonObject nothing()
{
    return {{u"types"_s, QJsonArray()}, {u"limit"_s, 1}};
}

} // namespace

MatrixSync::MatrixSync(MatrixRequests &requests, MatrixReader &reader, MatrixRooms &rooms,
                       std::chrono::milliseconds poll, int pagesAtOnce, std::chrono::milliseconds parked)
    : m_requests(requests)
    , m_reader(reader)
    , m_rooms(rooms)
    , m_pages(requests)
    , m_tries(parked)
    , m_longest(poll)
    , m_pagesAtOnce(pagesAtOnce)
    , m_count(QRandomGenerator::global()->bounded(1000u)) // nor the same as before a restart
{
    connect(&m_reader, &MatrixReader::leftOpen, this, &MatrixSync::leaveOpen);
}

QJsonObject MatrixSync::messagesFilter(const PersonId &sender)
{
    QJsonObject filter{{u"types"_s, QJsonArray{kMessageType, kWordlessType, u"m.reaction"_s, u"m.room.redaction"_s}}};
    if (!sender.isEmpty())
        filter.insert(u"senders"_s, QJsonArray{sender.text()});
    return filter;
}

QJsonObject MatrixSync::filter(int limit, bool marks)
{
    const QJsonArray messages{kMessageType, kWordlessType, u"m.reaction"_s, u"m.room.redaction"_s, u"m.room.member"_s};
    const QJsonObject state{{u"types"_s, MatrixRooms::stateTypes()}, {u"lazy_load_members"_s, true}};
    const QJsonObject timeline{{u"types"_s, withTypes(messages, MatrixRooms::stateTypes())}, {u"limit"_s, limit}};
    const QJsonObject fleeting{{u"types"_s, QJsonArray{u"m.typing"_s, u"m.receipt"_s}}};
    const QJsonObject own{{u"types"_s, QJsonArray{u"m.fully_read"_s}}};
    const QJsonObject room{{u"state"_s, state},
                           {u"timeline"_s, timeline},
                           {u"ephemeral"_s, marks ? fleeting : nothing()},
                           {u"account_data"_s, marks ? own : nothing()}};
    return {{u"room"_s, room}, {u"presence"_s, nothing()}, {u"account_data"_s, nothing()}};
}

void MatrixSync::start(MatrixCursor from)
{
    stop();
    m_cursor = std::move(from);
    m_started = true;
    m_settled = false;
    m_failures = 0;
    m_failed.reset();
    m_tries.clear();
    m_stop = std::stop_source();
    become(LinkState::connecting);
    QCoro::connect(run(m_run), this, [] {});
}

void MatrixSync::stop()
{
    ++m_run;
    m_started = false;
    m_stop.request_stop();
    m_pages.clear();
    Q_EMIT woken();
    become(LinkState::offline);
}

void MatrixSync::resume()
{
    Q_EMIT woken();
}

void MatrixSync::become(LinkState state, std::chrono::milliseconds asksAgainIn)
{
    if (m_state == state && asksAgainIn == 0ms)
        return;
    m_state = state;
    m_asksAgainIn = asksAgainIn;
    Q_EMIT stateChanged(state);
}

QCoro::Task<void> MatrixSync::run(quint64 run)
{
    const QPointer<MatrixSync> self(this);
    for (quint64 round = 0; self && run == m_run; ++round) {
        std::optional<Place> place;
        if (m_settled && !m_failed && round % kPagesBetweenPolls != 0)
            place = nextPlace();
        Result<void> done;
        if (place)
            done = co_await fill(run, *place);
        else
            done = co_await poll(run);
        if (!self || run != m_run)
            co_return;
        if (!done && place && isOfOnePlace(done.error().kind)) {
            m_failed = place; // what is new is asked for next
            continue;
        }
        if (!done) {
            m_failed.reset();
            co_await pause(run, done.error());
            continue;
        }
        if (!place)
            judgeFailed();
        if (!self || run != m_run)
            co_return;
        m_failures = 0;
        become(isWhole() ? LinkState::live : LinkState::catchingUp);
    }
}

//! Waits before another try; a lost sign-in waits for resume(). A server that wants to be asked later is there.
QCoro::Task<void> MatrixSync::pause(quint64 run, Error error)
{
    const QPointer<MatrixSync> self(this);
    ++m_failures;
    if (error.kind == ErrorKind::tooLarge)
        m_limit = std::max(1, m_limit / 5);
    const bool isLimited = error.kind == ErrorKind::rate;
    std::chrono::milliseconds wait = net::retryDelay(error, std::min(m_failures, 6), true).value_or(5s);
    if (!isLimited)
        wait = std::max(std::min(wait, kLongestPause), error.retryAfter.value_or(0ms));
    const std::chrono::milliseconds spread = isLimited ? std::min<std::chrono::milliseconds>(wait / 4, 1s) : wait / 4;
    wait += std::chrono::milliseconds(QRandomGenerator::global()->bounded(int(spread.count() + 1)));
    if (isLimited)
        become(LinkState::rateLimited, wait);
    else
        become(error.kind == ErrorKind::auth ? LinkState::signInNeeded : LinkState::offline);
    if (!self || run != m_run)
        co_return;
    if (error.kind == ErrorKind::auth)
        wait = 24h;
    co_await firstSignal(this, &MatrixSync::woken, wait);
}

QCoro::Task<Result<void>> MatrixSync::poll(quint64 run)
{
    const QPointer<MatrixSync> self(this);
    if (!m_settled && !m_cursor.since.isEmpty()) {
        // What changed since then says little about rooms that did not change: learn those first.
        const Result<QJsonObject> listing =
            co_await m_requests.sync({}, filter(1), QRandomGenerator::global()->bounded(1'000'000), m_stop.get_token());
        if (!self || run != m_run)
            co_return fail(ErrorKind::cancelled, MatrixText::tr("The workspace was closed."));
        if (!listing)
            co_return tl::unexpected(listing.error());
        m_rooms.clear();
        m_rooms.take(listing->value("rooms"_L1).toObject());
    }
    const int timeout = int(pollTime().count()) + int(++m_count % kDifferences);
    const Result<QJsonObject> answer =
        co_await m_requests.sync(m_cursor.since, filter(m_limit, true), timeout, m_stop.get_token());
    if (!self || run != m_run)
        co_return fail(ErrorKind::cancelled, MatrixText::tr("The workspace was closed."));
    if (!answer)
        co_return tl::unexpected(answer.error());
    if (m_state != LinkState::live)
        become(LinkState::catchingUp);
    if (!self || run != m_run)
        co_return fail(ErrorKind::cancelled, MatrixText::tr("The workspace was closed."));
    co_return co_await take(run, *answer);
}

void MatrixSync::sayEchoes(const RoomId &room, const QJsonArray &events)
{
    for (const QJsonValue &value : events) {
        const QJsonObject event = value.toObject();
        if (event.value("unsigned"_L1).toObject().contains("transaction_id"_L1))
            Q_EMIT echoed(room, event);
    }
}

QCoro::Task<Result<void>> MatrixSync::take(quint64 run, QJsonObject answer)
{
    const QPointer<MatrixSync> self(this);
    const QString next = answer.value("next_batch"_L1).toString();
    const QJsonObject rooms = answer.value("rooms"_L1).toObject();
    const QJsonObject joined = rooms.value("join"_L1).toObject();
    if (next.isEmpty())
        co_return fail(ErrorKind::protocol, MatrixText::tr("The server did not answer as a Matrix server does."));
    QList<Entry> entries;
    QList<MatrixGap> left;
    const bool isFirst = !m_settled; // every room is new then
    int pages = isFirst ? kRoomsAtOnce * m_pagesAtOnce : m_pagesAtOnce;
    for (auto it = joined.begin(); it != joined.end(); ++it) {
        if (!isMatrixRoom(it.key()))
            continue;
        if (const std::optional<MatrixGap> gap = gapOf(RoomId(it.key()), it.value().toObject())) {
            const Missed missed = co_await gather(run, *gap, std::min(pages, m_pagesAtOnce));
            if (!self || run != m_run)
                co_return fail(ErrorKind::cancelled, MatrixText::tr("The workspace was closed."));
            pages = missed.failed ? 0 : pages - missed.pages; // nobody waits for another that cannot be had now
            entries += missed.entries;
            if (missed.left)
                left.append(*missed.left);
        }
        const QJsonArray events = it.value().toObject().value("timeline"_L1).toObject().value("events"_L1).toArray();
        const Result<QList<Entry>> read = co_await m_reader.read(RoomId(it.key()), events);
        if (!self || run != m_run)
            co_return fail(ErrorKind::cancelled, MatrixText::tr("The workspace was closed."));
        if (!read)
            co_return tl::unexpected(read.error());
        entries += *read;
    }
    // From here on nothing waits: all of this answer is taken in, or none.
    const bool first = !std::exchange(m_settled, true);
    const qsizetype gaps = m_cursor.gaps.size();
    for (const MatrixGap &gap : std::as_const(left))
        noteGap(gap);
    m_cursor.since = next;
    const bool changed = m_rooms.take(rooms) || first;
    for (auto it = joined.begin(); it != joined.end() && self && run == m_run; ++it)
        sayEchoes(RoomId(it.key()), it.value().toObject().value("timeline"_L1).toObject().value("events"_L1).toArray());
    if (changed && self && run == m_run)
        Q_EMIT roomsChanged();
    if (self && run == m_run && (!entries.isEmpty() || gaps != m_cursor.gaps.size() || first))
        Q_EMIT came(entries, m_cursor.toBytes());
    if (self && run == m_run)
        sayMarks(run, joined);
    co_return Result<void>();
}

//! After the messages: what is read up to is here by then.
void MatrixSync::sayMarks(quint64 run, const QJsonObject &joined)
{
    const QPointer<MatrixSync> self(this);
    for (auto it = joined.begin(); it != joined.end(); ++it) {
        if (!isMatrixRoom(it.key()))
            continue;
        const MatrixMarks marks = marksIn(it.value().toObject(), m_requests.account().user);
        if (marks.typing && self && run == m_run)
            Q_EMIT typingChanged(RoomId(it.key()), *marks.typing);
        for (const MatrixMarks::Read &read : marks.read) {
            if (self && run == m_run)
                Q_EMIT readElsewhere(RoomId(it.key()), read.entry, read.at);
        }
    }
}

} // namespace wardroom::chat
