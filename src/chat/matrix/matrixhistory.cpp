// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/matrix/matrixhistory.h"

#include "chat/matrix/matrixsync.h"
#include "chat/matrix/matrixtext.h"

#include <QPointer>

namespace wardroom::chat {

using namespace Qt::StringLiterals;
using domain::Entry;
using domain::Position;

namespace {

QString keyOf(const RoomId &room, const EntryId &entry)
{
    return room.text() + u' ' + entry.text();
}

bool isBefore(const Entry &a, const Entry &b)
{
    return a.position < b.position;
}

} // namespace

QCoro::Task<Result<MatrixHistory::Place>> MatrixHistory::placeOf(RoomId room, Position before)
{
    if (before == Position{})
        co_return Place{};
    if (const Place *known = m_places.object(keyOf(room, before.entry)))
        co_return *known;
    if (!isMatrixEvent(before.entry.text()))
        co_return fail(ErrorKind::notFound, MatrixText::tr("There is no such message in this room."));
    const Result<QString> token = co_await m_requests.tokenAt(room, before.entry);
    if (!token)
        co_return tl::unexpected(token.error());
    co_return Place{*token, {}, false};
}

QCoro::Task<Result<Page>> MatrixHistory::read(RoomId room, Position before, int limit)
{
    const QPointer<MatrixHistory> self(this);
    const qsizetype wanted = std::clamp(limit, 1, 1000);
    Result<Place> found = co_await placeOf(room, before);
    if (!self)
        co_return fail(ErrorKind::cancelled, MatrixText::tr("The workspace was closed."));
    if (!found)
        co_return tl::unexpected(found.error());
    Place place = *found;
    // One more than wanted tells whether there is more.
    while (!place.begun && place.ahead.size() <= wanted) {
        const int more = int(std::clamp<qsizetype>(wanted + 1 - place.ahead.size(), 20, 1000));
        const Result<MatrixPage> page =
            co_await m_requests.messages(room, place.token, {}, more, MatrixSync::messagesFilter());
        if (!self)
            co_return fail(ErrorKind::cancelled, MatrixText::tr("The workspace was closed."));
        if (!page)
            co_return tl::unexpected(page.error());
        QJsonArray forwards;
        for (qsizetype i = page->events.size(); i-- > 0;)
            forwards.append(page->events.at(i));
        const Result<QList<Entry>> entries = co_await m_reader.read(room, forwards);
        if (!self)
            co_return fail(ErrorKind::cancelled, MatrixText::tr("The workspace was closed."));
        if (!entries)
            co_return tl::unexpected(entries.error());
        // An edit brings the entry that it changes; that one has its own place further back.
        QList<Entry> here;
        for (const Entry &entry : *entries) {
            const bool stands = std::any_of(page->events.begin(), page->events.end(), [&](const QJsonValue &event) {
                return event.toObject().value("event_id"_L1).toString() == entry.position.entry.text();
            });
            if (stands)
                here.append(entry);
        }
        place.ahead = here + place.ahead;
        place.begun = page->end.isEmpty() || page->end == place.token;
        place.token = page->end;
    }
    Page result;
    const qsizetype count = std::min(wanted, place.ahead.size());
    result.entries = place.ahead.last(count);
    place.ahead = place.ahead.first(place.ahead.size() - count);
    result.more = !place.ahead.isEmpty();
    std::sort(result.entries.begin(), result.entries.end(), isBefore);
    if (!result.entries.isEmpty())
        m_places.insert(keyOf(room, result.entries.first().position.entry), new Place(place));
    co_return result;
}

} // namespace wardroom::chat
