// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/changes.h"

#include "session/engine.h"

#include <QPointer>

namespace wardroom::session {
using namespace Qt::StringLiterals;

namespace {

constexpr int kPage = 500;
constexpr int kPagesOn = 10; //!< how far behind a message one's reaction to it is looked for

QString tr(const char *text)
{
    return QCoreApplication::translate("Changes", text);
}

//! What the room has under \a entry, or why it is none of this person's words.
QCoro::Task<Result<store::StoredEntry>> wordsOf(Engine *engine, RoomId room, EntryId entry)
{
    if (isImportedId(room))
        co_return fail(ErrorKind::forbidden, whyImportedIsReadOnly());
    const PersonId me = engine->me();
    const Result<std::optional<store::StoredEntry>> found = co_await engine->store().entry(room, entry);
    if (!found)
        co_return tl::unexpected(found.error());
    if (!*found || (*found)->entry.deleted)
        co_return fail(ErrorKind::notFound, tr("There is no such message in this room."));
    const domain::Entry &said = (*found)->entry;
    if (said.sender != me)
        co_return fail(ErrorKind::forbidden, tr("Only who wrote a message can change it or take it away."));
    if (!said.envelope.isEmpty() || !said.display.isEmpty())
        co_return fail(ErrorKind::forbidden,
                       tr("A fact on the record is neither changed nor taken away. Correct it with another one."));
    co_return **found;
}

//! This person's own reaction of that kind; empty: not found.
QCoro::Task<EntryId> ownReaction(QPointer<Engine> engine, RoomId room, store::StoredEntry to, QString key)
{
    qint64 after = to.seq;
    for (int page = 0; page < kPagesOn; ++page) {
        const auto entries = co_await engine->store().pageAfter(room, after, kPage);
        if (!engine || !entries || entries->isEmpty())
            co_return EntryId();
        for (const store::StoredEntry &stored : *entries) {
            const domain::Entry &each = stored.entry;
            if (each.reaction && !each.deleted && each.sender == engine->me() &&
                each.replyTo == to.entry.position.entry && each.text == key)
                co_return EntryId(each.position.entry);
        }
        after = entries->last().seq;
    }
    co_return EntryId();
}

} // namespace

QCoro::Task<Result<QString>> ownWords(Engine &engine, RoomId room, EntryId entry)
{
    const Result<store::StoredEntry> words = co_await wordsOf(&engine, room, entry);
    if (!words)
        co_return tl::unexpected(words.error());
    co_return QString(words->entry.text);
}

QCoro::Task<Result<void>> changeWords(Engine &engine, RoomId room, EntryId entry, QString text)
{
    const QPointer<Engine> self(&engine);
    const Result<store::StoredEntry> words = co_await wordsOf(&engine, room, entry);
    if (!self || !words)
        co_return self ? tl::unexpected(words.error()) : fail(ErrorKind::cancelled, {});
    if (text.isEmpty())
        co_return co_await self->platform().remove(room, entry);
    if (text == words->entry.text)
        co_return Result<void>();
    co_return co_await self->platform().edit(room, entry, text);
}

QCoro::Task<Result<void>> reactTo(Engine &engine, RoomId room, EntryId entry, QString key)
{
    const QPointer<Engine> self(&engine);
    if (isImportedId(room))
        co_return fail(ErrorKind::forbidden, whyImportedIsReadOnly());
    const Result<std::optional<store::StoredEntry>> known = co_await self->store().entry(room, entry);
    if (!self || !known || !*known)
        co_return self && !known ? tl::unexpected(known.error())
                                 : fail(ErrorKind::notFound, tr("There is no such message in this room."));
    const store::StoredEntry to = **known;
    const EntryId mine = co_await ownReaction(self, room, to, key);
    if (!self)
        co_return fail(ErrorKind::cancelled, {});
    if (!mine.isEmpty())
        co_return co_await self->platform().remove(room, mine);
    const Result<chat::Sent> sent = co_await self->platform().react(room, entry, key);
    if (sent)
        co_return Result<void>();
    if (sent.error().kind == ErrorKind::conflict)
        co_return fail(ErrorKind::conflict, tr("You have reacted so already."));
    co_return tl::unexpected(sent.error());
}

} // namespace wardroom::session
