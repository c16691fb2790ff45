// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/matrix/matrixreader.h"

#include "chat/matrix/matrixtext.h"

#include <QPointer>

namespace wardroom::chat {

using namespace Qt::StringLiterals;
using domain::Entry;

namespace {

constexpr int kTries = 2;
constexpr qsizetype kMostFailed = 1'000;

} // namespace

void MatrixReader::put(Batch &batch, const MatrixEntry &entry)
{
    const EntryId id = entry.entry.position.entry;
    if (!batch.entries.contains(id))
        batch.order.append(id);
    batch.entries.insert(id, entry);
    m_recent.insert(id, new MatrixEntry(entry));
}

QCoro::Task<Result<std::optional<MatrixEntry>>> MatrixReader::lookUp(RoomId room, EntryId id)
{
    using Found = std::optional<MatrixEntry>;
    const Result<QJsonObject> json = co_await m_requests.event(room, id);
    if (!json) {
        const ErrorKind kind = json.error().kind;
        if (kind == ErrorKind::notFound || kind == ErrorKind::forbidden || kind == ErrorKind::invalid)
            co_return Found();
        co_return tl::unexpected(json.error());
    }
    if (json->value("event_id"_L1).toString() != id.text())
        co_return fail(ErrorKind::protocol, MatrixText::tr("The server did not answer as a Matrix server does."));
    const auto event = MatrixEvent::fromJson(*json);
    if (!event || !event->replaces().isEmpty())
        co_return Found();
    co_return entryOf(room, *event);
}

//! One message about which the server says nothing must not keep what everybody says from being read.
bool MatrixReader::givesUp(const EntryId &entry, ErrorKind kind)
{
    if (kind == ErrorKind::auth || kind == ErrorKind::rate || kind == ErrorKind::cancelled)
        return false;
    if (m_failed.size() >= kMostFailed)
        m_failed.clear();
    if (++m_failed[entry] < kTries)
        return false;
    m_failed.remove(entry);
    return true;
}

QCoro::Task<Result<std::optional<Entry>>> MatrixReader::lookAgain(RoomId room, EntryId entry)
{
    const QPointer<MatrixReader> self(this);
    const auto found = co_await lookUp(room, entry);
    if (!self)
        co_return fail(ErrorKind::cancelled, MatrixText::tr("The workspace was closed."));
    if (!found)
        co_return tl::unexpected(found.error());
    if (!*found)
        co_return std::optional<Entry>();
    m_recent.insert(entry, new MatrixEntry(**found));
    co_return std::optional<Entry>((*found)->entry);
}

QCoro::Task<Result<QList<Entry>>> MatrixReader::read(RoomId room, QJsonArray events)
{
    const QPointer<MatrixReader> self(this);
    Batch batch;
    bool hasGivenUp = false; // then the others of this batch are not asked for one by one either
    for (const QJsonValue &json : std::as_const(events)) {
        const auto event = MatrixEvent::fromJson(json.toObject());
        if (!event || event->stateKey)
            continue;
        const bool redaction = event->type == "m.room.redaction"_L1;
        const EntryId target = redaction ? event->redacts : event->isRedacted() ? EntryId() : event->replaces();
        if (target.isEmpty()) {
            if (const auto entry = entryOf(room, *event))
                put(batch, *entry);
            if (event->content.contains(matrixkey::media))
                Q_EMIT placesSeen(event->content.value(matrixkey::media).toObject());
            continue;
        }
        std::optional<MatrixEntry> known;
        if (batch.entries.contains(target))
            known = batch.entries.value(target);
        else if (const MatrixEntry *recent = m_recent.object(target); recent && recent->entry.room == room)
            known = *recent;
        // Only the server knows whether a redaction was allowed.
        if ((redaction && (!known || !known->entry.deleted)) || !known) {
            std::optional<Result<std::optional<MatrixEntry>>> found;
            if (!hasGivenUp)
                found = co_await lookUp(room, target);
            if (!self)
                co_return fail(ErrorKind::cancelled, MatrixText::tr("The workspace was closed."));
            hasGivenUp = hasGivenUp || (!*found && givesUp(target, found->error().kind));
            if (!found || (hasGivenUp && !*found)) {
                Q_EMIT leftOpen(room, target);
                if (!self)
                    co_return fail(ErrorKind::cancelled, MatrixText::tr("The workspace was closed."));
                continue;
            }
            if (!*found)
                co_return tl::unexpected(found->error());
            m_failed.remove(target);
            known = **found;
        }
        if (known &&
            (redaction ? known->entry.deleted : applyEdit(*known, *event) || known->editedAt >= event->position()))
            put(batch, *known);
        else if (!redaction && (!known || known->entry.sender != event->sender))
            put(batch, foreignEdit(room, *event));
    }
    QList<Entry> entries;
    for (const EntryId &id : std::as_const(batch.order))
        entries.append(batch.entries.value(id).entry);
    co_return entries;
}

} // namespace wardroom::chat
