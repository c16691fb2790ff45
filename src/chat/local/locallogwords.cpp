// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/local/locallog.h"
#include "chat/local/localtext.h"

//! What becomes of entries that are there: changed or taken away by who wrote them, or by whom a platform lets.
namespace wardroom::chat {

using namespace Qt::StringLiterals;

//! The number of an entry that is in that room.
Result<qint64> LocalLog::target(const RoomId &room, const EntryId &entry)
{
    Statement find = m_database->prepare("SELECT 1 FROM entries WHERE id=? AND room=?");
    const qint64 id = entry.text().toLongLong();
    const auto row = find.bind(id).bind(room.text()).step();
    if (!row)
        return tl::unexpected(row.error());
    if (!*row || QString::number(id) != entry.text())
        return fail(ErrorKind::notFound, LocalText::tr("There is no such message in this room."));
    return id;
}

Result<void> LocalLog::remove(const RoomId &room, const EntryId &entry)
{
    const auto own = mayRead(room).and_then([&] { return target(room, entry); });
    if (!own)
        return tl::unexpected(own.error());
    return isOwnWords(*own, LocalText::tr("Only who wrote a message can take it away."),
                      LocalText::tr("A fact on the record is not taken away. Correct it with another one."))
        .and_then([&] { return wipe(room, entry); });
}

Result<void> LocalLog::isOwnWords(qint64 entry, const QString &refused, const QString &isFact)
{
    Statement find = m_database->prepare("SELECT sender, length(envelope) FROM entries WHERE id=?");
    const auto row = find.bind(entry).step();
    if (!row)
        return tl::unexpected(row.error());
    if (find.text(0) != m_user.person.text())
        return fail(ErrorKind::forbidden, refused);
    return find.number(1) != 0 ? fail(ErrorKind::forbidden, isFact) : Result<void>();
}

Result<void> LocalLog::edit(const RoomId &room, const EntryId &entry, const QString &text)
{
    Outgoing message;
    message.txn = u"edit"_s;
    message.text = text;
    const auto own =
        refusal(message).and_then([&] { return mayWrite(room); }).and_then([&] { return target(room, entry); });
    if (!own)
        return tl::unexpected(own.error());
    if (auto words = isOwnWords(*own, LocalText::tr("Only who wrote a message can change it."),
                                LocalText::tr("A fact on the record is not changed. Correct it with another one."));
        !words)
        return words;
    {
        Statement find = m_database->prepare("SELECT display, deleted FROM entries WHERE id=?");
        const auto row = find.bind(*own).step();
        if (!row)
            return tl::unexpected(row.error());
        if (find.number(1) != 0)
            return fail(ErrorKind::notFound, LocalText::tr("There is no such message in this room."));
        if (!find.text(0).isEmpty())
            return fail(ErrorKind::forbidden, LocalText::tr("Only words can be changed."));
    }
    return overwrite(room, entry, text, {});
}

Result<void> LocalLog::wipe(const RoomId &room, const EntryId &entry)
{
    Transaction transaction(*m_database);
    const auto id = transaction.beginWriting().and_then([&] { return target(room, entry); });
    const auto change = id ? nextChange() : id;
    if (!change)
        return tl::unexpected(change.error());
    // Nothing of the content stays, as in a redaction: who comes late can never read it.
    return m_database->prepare("UPDATE entries SET text='', envelope=x'', deleted=1, change=? WHERE id=? AND deleted=0")
        .bind(*change)
        .bind(*id)
        .run()
        .and_then([&] { return transaction.commit(); });
}

Result<void> LocalLog::overwrite(const RoomId &room, const EntryId &entry, const QString &text,
                                 const QByteArray &envelope)
{
    Transaction transaction(*m_database);
    const auto id = transaction.beginWriting().and_then([&] { return target(room, entry); });
    const auto change = id ? nextChange() : id;
    if (!change)
        return tl::unexpected(change.error());
    return m_database->prepare("UPDATE entries SET text=?, envelope=?, edited=1, change=? WHERE id=? AND deleted=0")
        .bind(text)
        .bind(envelope)
        .bind(*change)
        .bind(*id)
        .run()
        .and_then([&] { return transaction.commit(); });
}

} // namespace wardroom::chat
