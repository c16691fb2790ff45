// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/matrix/matrixsync.h"
#include "chat/matrix/matrixtext.h"

#include <QPointer>

//! The half of MatrixSync that brings what /sync left out.
namespace wardroom::chat {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::Entry;

namespace {

QString nameOf(const MatrixGap &gap)
{
    return gap.room.text() + u' ' + gap.to;
}

QString nameOf(const MatrixTarget &target)
{
    return target.room.text() + u' ' + target.entry.text();
}

//! A room that one has joined since the last answer comes with its whole state, so with its creation.
bool isNew(const QJsonObject &room)
{
    const QJsonArray state = room.value("state"_L1).toObject().value("events"_L1).toArray();
    return std::any_of(state.begin(), state.end(), [](const QJsonValue &event) {
        return event.toObject().value("type"_L1).toString() == "m.room.create"_L1;
    });
}

//! Pages come newest first.
QJsonArray forwards(const MatrixPage &page)
{
    QJsonArray events;
    for (qsizetype i = page.events.size(); i-- > 0;)
        events.append(page.events.at(i));
    return events;
}

} // namespace

//! Not of the link, the sign-in or the server as a whole.
bool MatrixSync::isOfOnePlace(ErrorKind kind)
{
    return kind != ErrorKind::auth && kind != ErrorKind::rate && kind != ErrorKind::cancelled;
}

std::optional<MatrixGap> MatrixSync::gapOf(const RoomId &room, const QJsonObject &joined) const
{
    const QJsonObject timeline = joined.value("timeline"_L1).toObject();
    const QString from = timeline.value("prev_batch"_L1).toString();
    if (!timeline.value("limited"_L1).toBool() || from.isEmpty())
        return std::nullopt;
    return MatrixGap{room, from, isNew(joined) ? QString() : m_cursor.since};
}

void MatrixSync::noteGap(const MatrixGap &gap)
{
    if (gap.room == m_rooms.control())
        m_cursor.gaps.prepend(gap); // the others are judged by what the control room says
    else
        m_cursor.gaps.append(gap);
}

//! Whoever was away reads what they missed in the order in which it was said, so it has to be here before what came
//! since. What \a most pages do not reach, or cannot be had now, is left.
QCoro::Task<MatrixSync::Missed> MatrixSync::gather(quint64 run, MatrixGap gap, int most)
{
    const QPointer<MatrixSync> self(this);
    Missed missed{{}, gap, 0, false};
    while (missed.pages < most && missed.left) {
        const Result<MatrixPage> page =
            co_await m_pages.next(*missed.left, m_tries.page(nameOf(gap)), m_stop.get_token());
        if (!self || run != m_run)
            break;
        Result<QList<Entry>> read = fail(ErrorKind::cancelled, {});
        if (page)
            read = co_await m_reader.read(gap.room, forwards(*page));
        if (!self || run != m_run)
            break;
        if (!read) {
            missed.failed = true;
            if (isOfOnePlace(page ? read.error().kind : page.error().kind))
                m_tries.failed(nameOf(gap), gap.room == m_rooms.control());
            break;
        }
        ++missed.pages;
        missed.entries = *read + missed.entries;
        if (page->end.isEmpty() || page->end == missed.left->from)
            missed.left.reset();
        else
            missed.left->from = page->end;
    }
    co_return missed;
}

QCoro::Task<Result<void>> MatrixSync::fillOne(quint64 run, MatrixGap gap)
{
    const QPointer<MatrixSync> self(this);
    const Result<MatrixPage> page = co_await m_pages.next(gap, m_tries.page(nameOf(gap)), m_stop.get_token());
    if (!self || run != m_run)
        co_return fail(ErrorKind::cancelled, MatrixText::tr("The workspace was closed."));
    const bool gone = !page && (page.error().kind == ErrorKind::forbidden || page.error().kind == ErrorKind::notFound);
    if (!page && !gone)
        co_return tl::unexpected(page.error());
    QList<Entry> entries;
    if (page) {
        const Result<QList<Entry>> read = co_await m_reader.read(gap.room, forwards(*page));
        if (!self || run != m_run)
            co_return fail(ErrorKind::cancelled, MatrixText::tr("The workspace was closed."));
        if (!read)
            co_return tl::unexpected(read.error());
        entries = *read;
    }
    // One has left the room meanwhile, or its beginning was reached, or the place that was read before.
    const qsizetype at = m_cursor.gaps.indexOf(gap);
    const bool isFilled = gone || page->end.isEmpty() || page->end == gap.from;
    if (isFilled) {
        m_cursor.gaps.removeAt(at);
        m_tries.forget(nameOf(gap));
    } else {
        m_cursor.gaps[at].from = page->end;
        m_tries.went(nameOf(gap));
    }
    Q_EMIT came(entries, m_cursor.toBytes());
    if (self && isFilled && gap.parked)
        Q_EMIT incompleteChanged();
    co_return Result<void>();
}

//! One room's past that the server does not give must not keep the others from being read, nor what is new from being
//! heard: only after the server has answered something else does it count, and then another one has its turn. What
//! others are judged by is waited for all the same.
void MatrixSync::judgeFailed()
{
    const std::optional<Place> failed = std::exchange(m_failed, std::nullopt);
    if (!failed)
        return;
    const auto gap = std::find_if(m_cursor.gaps.begin(), m_cursor.gaps.end(),
                                  [&](const MatrixGap &each) { return nameOf(each) == failed->name; });
    const bool isWaitedFor = gap != m_cursor.gaps.end() && gap->room == m_rooms.control();
    m_tries.failed(failed->name, isWaitedFor);
    if (gap == m_cursor.gaps.end() || gap->parked || isWaitedFor ||
        m_tries.failures(failed->name) < MatrixTries::kClose)
        return;
    gap->parked = true;
    const QPointer<MatrixSync> self(this);
    Q_EMIT came({}, m_cursor.toBytes());
    if (self)
        Q_EMIT incompleteChanged();
}

void MatrixSync::leaveOpen(const RoomId &room, const EntryId &entry)
{
    const MatrixTarget target{room, entry};
    if (m_cursor.targets.contains(target))
        return;
    m_cursor.targets.append(target);
    m_tries.park(nameOf(target));
    const QPointer<MatrixSync> self(this);
    if (!m_cursor.since.isEmpty())
        Q_EMIT came({}, m_cursor.toBytes());
    if (self)
        Q_EMIT incompleteChanged();
}

QCoro::Task<Result<void>> MatrixSync::lookAgain(quint64 run, MatrixTarget target)
{
    const QPointer<MatrixSync> self(this);
    const Result<std::optional<Entry>> found = co_await m_reader.lookAgain(target.room, target.entry);
    if (!self || run != m_run)
        co_return fail(ErrorKind::cancelled, MatrixText::tr("The workspace was closed."));
    if (!found)
        co_return tl::unexpected(found.error());
    m_cursor.targets.removeOne(target);
    m_tries.forget(nameOf(target));
    Q_EMIT came(*found ? QList<Entry>{**found} : QList<Entry>(), m_cursor.toBytes());
    if (self)
        Q_EMIT incompleteChanged();
    co_return Result<void>();
}

bool MatrixSync::isWhole() const
{
    return std::all_of(m_cursor.gaps.begin(), m_cursor.gaps.end(), [](const MatrixGap &gap) { return gap.parked; });
}

QList<Incomplete> MatrixSync::incomplete() const
{
    QList<Incomplete> rooms;
    for (const MatrixGap &gap : m_cursor.gaps) {
        if (gap.parked && !rooms.contains({gap.room, true}))
            rooms.append({gap.room, true});
    }
    for (const MatrixTarget &target : m_cursor.targets) {
        if (!rooms.contains({target.room, true}) && !rooms.contains({target.room, false}))
            rooms.append({target.room, false});
    }
    return rooms;
}

//! What is waited for goes first, and of that what failed least; then what is parked.
std::optional<MatrixSync::Place> MatrixSync::nextPlace() const
{
    std::optional<Place> next;
    auto best = std::pair(true, std::numeric_limits<int>::max());
    for (const MatrixGap &gap : m_cursor.gaps) {
        const auto rank = std::pair(gap.parked, m_tries.failures(nameOf(gap)));
        if (rank < best && m_tries.until(nameOf(gap)) <= 0ms) {
            next = Place{nameOf(gap), gap, {}};
            best = rank;
        }
    }
    for (const MatrixTarget &target : m_cursor.targets) {
        if (!next && m_tries.until(nameOf(target)) <= 0ms)
            next = Place{nameOf(target), {}, target};
    }
    return next;
}

//! How long the server may keep a question that it has no answer to.
std::chrono::milliseconds MatrixSync::pollTime() const
{
    if (!m_settled || m_failures > 0 || m_failed)
        return 0ms;
    std::chrono::milliseconds time = m_longest;
    for (const MatrixGap &gap : m_cursor.gaps)
        time = std::min(time, m_tries.until(nameOf(gap)));
    for (const MatrixTarget &target : m_cursor.targets)
        time = std::min(time, m_tries.until(nameOf(target)));
    return std::max(time, 0ms);
}

QCoro::Task<Result<void>> MatrixSync::fill(quint64 run, Place place)
{
    if (place.gap)
        return fillOne(run, *place.gap);
    return lookAgain(run, place.target);
}

} // namespace wardroom::chat
