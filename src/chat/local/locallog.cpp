// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/local/locallog.h"

#include "chat/local/localschema.h"
#include "chat/local/localtext.h"
#include "chat/wordless.h"

#include <QFile>

#include <sys/stat.h>

namespace wardroom::chat {

using namespace Qt::StringLiterals;

namespace {

bool isName(const QString &text)
{
    return !text.isEmpty() && text.size() <= kLongestLocalName;
}

//! Each field with its length, so that no two messages differ only in where they are cut.
QByteArray digestOf(const Outgoing &message, const QString &words)
{
    Sha256Stream stream;
    QByteArrayList fields{message.room.text().toUtf8(), words.toUtf8(), message.envelope, message.display.toUtf8(),
                          message.replyTo.text().toUtf8()};
    if (!message.thread.isEmpty()) // what was sent before there were threads keeps its digest
        fields.append(message.thread.text().toUtf8());
    for (const QByteArray &field : std::as_const(fields)) {
        stream.add(QByteArray::number(field.size()) + ':');
        stream.add(field);
    }
    return stream.finish().bytes();
}

//! What makes two messages the same: a fact is its envelope, with words or without.
QByteArray digestOf(const Outgoing &message)
{
    return digestOf(message, message.envelope.isEmpty() ? message.text : QString());
}

//! As it was when the words of a fact belonged to it: what was sent then may be sent again now.
QByteArray formerDigestOf(const Outgoing &message)
{
    return digestOf(message, message.text);
}

} // namespace

LocalLog::LocalLog(WorkspaceFolder folder, LogUser user, const Capabilities &limits)
    : m_folder(std::move(folder))
    , m_user(std::move(user))
    , m_limits(limits)
    , m_attachments(m_folder.attachments(), limits.largestAttachment)
{}

Result<void> LocalLog::create(const QString &folder, const domain::WorkspaceId &workspace, const QString &name,
                              const PersonId &founder, qint64 now)
{
    if (folder.isEmpty() || !isName(workspace.text()) || !isName(founder.text()) || name.size() > kLongestLocalName)
        return fail(ErrorKind::invalid, LocalText::tr("A workspace needs a folder, an id and a founder."));
    const WorkspaceFolder place(folder);
    const auto prepared = place.prepare();
    if (!prepared)
        return tl::unexpected(prepared.error());
    LocalLog log(place, {founder, {}, workspace}, {});
    auto opened = Database::open(*prepared);
    if (!opened)
        return tl::unexpected(opened.error());
    log.m_database = std::move(*opened);
    const QByteArray marks = "PRAGMA application_id=" + QByteArray::number(kLocalApplicationId) +
                             ";PRAGMA user_version=" + QByteArray::number(kLocalSchemaVersion);
    Room control{RoomId(randomHex(8)), u"control"_s, {}, Purpose::control, false, false};
    Result<void> made = log.m_database->execute("PRAGMA journal_mode=WAL");
    made = made.and_then([&] { return log.m_database->execute(kLocalSchema); })
               .and_then([&] { return log.m_database->execute(marks.constData()); })
               .and_then([&] {
                   return log.m_database->prepare("INSERT INTO workspace VALUES(?,?,?,?,?)")
                       .bind(workspace.text())
                       .bind(name)
                       .bind(founder.text())
                       .bind(control.id.text())
                       .bind(now)
                       .run();
               })
               .and_then([&] { return log.insertRoom(control, u"control"_s, now); })
               .and_then([&] { return log.addMember(control.id, founder, true); });
    log.m_database.reset(); // the last one out brings the write-ahead log home
    if (!made) {
        QFile::remove(*prepared);
        return made;
    }
    return place.publish(*prepared);
}

Result<std::unique_ptr<LocalLog>> LocalLog::open(const QString &folder, LogUser user, const Capabilities &limits)
{
    if (!isName(user.person.text()) || !isName(user.node.text()))
        return fail(ErrorKind::invalid, LocalText::tr("A workspace is opened by a person and a node."));
    if (folder.isEmpty())
        return fail(ErrorKind::notFound, LocalText::tr("No folder was named."));
    std::unique_ptr<LocalLog> log(new LocalLog(WorkspaceFolder(folder), std::move(user), limits));
    if (auto good = log->m_folder.check(); !good)
        return tl::unexpected(good.error());
    auto opened = Database::open(log->m_folder.log());
    if (!opened)
        return tl::unexpected(opened.error());
    log->m_database = std::move(*opened);
    struct stat about;
    if (::stat(QFile::encodeName(log->m_folder.log()).constData(), &about) == 0) {
        log->m_device = about.st_dev;
        log->m_inode = about.st_ino;
    }
    auto ready = log->checkFile()
                     .and_then([&] {
                         // FULL: "confirmed" has to hold through a power cut, not only through a crash of the program.
                         return log->m_database->execute(
                             "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; "
                             "PRAGMA secure_delete=ON");
                     })
                     .and_then([&] { return log->bringUpToDate(); })
                     .and_then([&] { return log->joinControlRoom(); });
    if (!ready)
        return tl::unexpected(ready.error());
    log->m_attachments.tidy();
    return log;
}

Result<void> LocalLog::checkFile()
{
    const auto owner = m_database->number("PRAGMA application_id");
    const auto version = m_database->number("PRAGMA user_version");
    if (!owner || !version) {
        const Error error = owner ? version.error() : owner.error();
        if (error.kind != ErrorKind::corrupt)
            return tl::unexpected(error);
        return fail(ErrorKind::corrupt, LocalText::tr("The log in %1 is damaged, or not a log.").arg(m_folder.path()));
    }
    if (*owner != kLocalApplicationId)
        return fail(ErrorKind::notFound, LocalText::tr("There is no workspace in %1.").arg(m_folder.path()));
    if (*version > kLocalSchemaVersion)
        return fail(ErrorKind::newer,
                    LocalText::tr("The workspace in %1 was written by a newer Wardroom. Update this one "
                                  "first; nothing was changed.")
                        .arg(m_folder.path()));
    Statement workspace = m_database->prepare("SELECT id FROM workspace");
    const auto row = workspace.step();
    if (!row || !*row)
        return fail(ErrorKind::corrupt, LocalText::tr("The log in %1 is damaged, or not a log.").arg(m_folder.path()));
    if (!m_user.workspace.isEmpty() && workspace.text(0) != m_user.workspace.text())
        return fail(ErrorKind::conflict,
                    LocalText::tr("%1 holds another workspace than the one you joined.").arg(m_folder.path()));
    return {};
}

//! Two that open it at once: the second finds it done.
Result<void> LocalLog::bringUpToDate()
{
    const auto isDone = [this] {
        return m_database->number("PRAGMA user_version").map([](qint64 v) { return v >= kLocalSchemaVersion; });
    };
    if (const auto done = isDone(); !done || *done)
        return done.map([](bool) {});
    Transaction transaction(*m_database);
    if (auto begun = transaction.beginWriting(); !begun)
        return begun;
    if (const auto done = isDone(); !done || *done)
        return done.map([](bool) {});
    return m_database->execute(kLocalThreads)
        .and_then([&] { return m_database->execute("PRAGMA user_version=" + QByteArray::number(kLocalSchemaVersion)); })
        .and_then([&] { return transaction.commit(); });
}

bool LocalLog::inPlace() const
{
    struct stat about;
    return ::stat(QFile::encodeName(m_folder.log()).constData(), &about) == 0 && about.st_dev == m_device &&
           about.st_ino == m_inode;
}

void LocalLog::setFull(bool full)
{
    // SQLite never goes below what there is; the other number is its own largest.
    m_database->execute(full ? "PRAGMA max_page_count=1" : "PRAGMA max_page_count=4294967294");
}

Result<LogNews> LocalLog::news()
{
    Statement state = m_database->prepare("SELECT change, rooms_change FROM state");
    const auto row = state.step();
    if (!row)
        return tl::unexpected(row.error());
    return LogNews{state.number(0), state.number(1)};
}

Result<void> LocalLog::refusal(const Outgoing &message) const
{
    if (!isName(message.txn) || message.display.size() > kLongestLocalName)
        return fail(ErrorKind::invalid, LocalText::tr("A message needs a transaction name of at most 200 characters."));
    if (message.text.size() > m_limits.longestText)
        return fail(
            ErrorKind::tooLarge,
            LocalText::tr("The message is longer than %1 characters. Attach it as a file.").arg(m_limits.longestText));
    if (message.envelope.size() > domain::Envelope::kLongest)
        return fail(ErrorKind::tooLarge, LocalText::tr("The envelope is longer than 2 KB."));
    if (message.text.isEmpty() && !mayBeWordless(message.envelope))
        return fail(ErrorKind::invalid, LocalText::tr("The message is empty."));
    if (!message.display.isEmpty() && !message.envelope.isEmpty())
        return fail(ErrorKind::invalid, LocalText::tr("A card that changes cannot carry an envelope."));
    return {};
}

Result<std::optional<Sent>> LocalLog::known(const Outgoing &message, const QByteArray &digest)
{
    Statement find = m_database->prepare("SELECT entry, digest FROM txns WHERE sender=? AND node=? AND txn=?");
    find.bind(m_user.person.text()).bind(m_user.node.text()).bind(message.txn);
    const auto row = find.step();
    if (!row)
        return tl::unexpected(row.error());
    if (!*row)
        return std::nullopt;
    if (const QByteArray before = find.bytes(1); before != digest && before != formerDigestOf(message))
        return fail(ErrorKind::conflict, LocalText::tr("Another message was sent under this transaction; it stands."));
    return sentOf(find.number(0)).map([](Sent sent) { return std::optional<Sent>(sent); });
}

Result<Sent> LocalLog::submit(const Outgoing &message, qint64 now)
{
    if (auto good = refusal(message); !good)
        return tl::unexpected(good.error());
    const QByteArray digest = digestOf(message);
    Transaction transaction(*m_database);
    if (auto begun = transaction.beginWriting(); !begun)
        return tl::unexpected(begun.error());
    // Before anything else: a repeated send is answered as the first was, whatever has changed since.
    if (const auto before = known(message, digest); !before || *before)
        return before.map([](const std::optional<Sent> &sent) { return *sent; });
    if (auto allowed = mayWrite(message.room); !allowed)
        return tl::unexpected(allowed.error());
    const auto entry = writeEntry(message, now);
    if (!entry)
        return tl::unexpected(entry.error());
    auto kept = m_database->prepare("INSERT INTO txns VALUES(?,?,?,?,?,?)")
                    .bind(m_user.person.text())
                    .bind(m_user.node.text())
                    .bind(message.txn)
                    .bind(message.room.text())
                    .bind(digest)
                    .bind(entry->text().toLongLong())
                    .run();
    const auto sent = kept.and_then([&] { return sentOf(entry->text().toLongLong()); });
    if (!sent)
        return sent;
    return transaction.commit().map([&] { return *sent; });
}

//! The thread that \a message goes into: the one it names, or a person's answer that of what it answers. A thread
//! begins at a message of the room, never within another thread.
Result<EntryId> LocalLog::threadOf(const Outgoing &message)
{
    const bool words = message.envelope.isEmpty() && message.display.isEmpty();
    const EntryId asked = !message.thread.isEmpty() ? message.thread : words ? message.replyTo : EntryId();
    if (asked.isEmpty())
        return EntryId();
    if (const auto there = target(message.room, asked); !there)
        return tl::unexpected(there.error());
    Statement find = m_database->prepare("SELECT thread FROM entries WHERE id=?");
    const auto row = find.bind(asked.text().toLongLong()).step();
    if (!row)
        return tl::unexpected(row.error());
    const EntryId itsOwn = *row ? EntryId(find.text(0)) : EntryId();
    return itsOwn.isEmpty() ? message.thread : itsOwn;
}

Result<EntryId> LocalLog::writeEntry(const Outgoing &message, qint64 now)
{
    if (!message.replyTo.isEmpty()) {
        if (const auto replied = target(message.room, message.replyTo); !replied)
            return tl::unexpected(replied.error());
    }
    const auto thread = threadOf(message);
    if (!thread)
        return tl::unexpected(thread.error());
    if (!message.display.isEmpty()) {
        const auto card = updateCard(message);
        if (!card)
            return tl::unexpected(card.error());
        if (*card)
            return **card;
    }
    const auto time = nextTime(now);
    const auto change = nextChange();
    if (!time || !change)
        return tl::unexpected(time ? change.error() : time.error());
    return m_database
        ->prepare("INSERT INTO entries(room,sender,node,server_time,text,envelope,display,reply_to,change,thread)"
                  " VALUES(?,?,?,?,?,?,?,?,?,?)")
        .bind(message.room.text())
        .bind(m_user.person.text())
        .bind(m_user.node.text())
        .bind(*time)
        .bind(message.text)
        .bind(message.envelope)
        .bind(message.display)
        .bind(message.replyTo.text())
        .bind(*change)
        .bind(thread->text())
        .run()
        .map([this] { return EntryId(QString::number(m_database->lastId())); });
}

Result<std::optional<EntryId>> LocalLog::updateCard(const Outgoing &message)
{
    Statement find = m_database->prepare(
        "SELECT id FROM entries WHERE sender=? AND node=? AND room=? AND display=? AND display<>'' AND deleted=0");
    find.bind(m_user.person.text()).bind(m_user.node.text()).bind(message.room.text()).bind(message.display);
    const auto row = find.step();
    if (!row)
        return tl::unexpected(row.error());
    if (!*row)
        return std::nullopt;
    const qint64 id = find.number(0);
    const auto change = nextChange();
    if (!change)
        return tl::unexpected(change.error());
    // Its own node changes its own card: that is not what `edited` warns of.
    return m_database->prepare("UPDATE entries SET text=?, change=? WHERE id=?")
        .bind(message.text)
        .bind(*change)
        .bind(id)
        .run()
        .map([id] { return std::optional<EntryId>(QString::number(id)); });
}

Result<Sent> LocalLog::sentOf(qint64 entry)
{
    Statement find = m_database->prepare("SELECT server_time FROM entries WHERE id=?");
    const auto row = find.bind(entry).step();
    if (!row)
        return tl::unexpected(row.error());
    return Sent{EntryId(QString::number(entry)), find.number(0)};
}

Result<std::optional<Sent>> LocalLog::reconcile(const QString &txn, const RoomId &room)
{
    Statement find = m_database->prepare("SELECT entry FROM txns WHERE sender=? AND node=? AND txn=? AND room=?");
    const auto row = find.bind(m_user.person.text()).bind(m_user.node.text()).bind(txn).bind(room.text()).step();
    if (!row)
        return tl::unexpected(row.error());
    if (!*row)
        return std::nullopt;
    return sentOf(find.number(0)).map([](Sent sent) { return std::optional<Sent>(sent); });
}

Result<qint64> LocalLog::nextChange()
{
    if (auto counted = m_database->execute("UPDATE state SET change = change + 1"); !counted)
        return tl::unexpected(counted.error());
    return m_database->number("SELECT change FROM state");
}

Result<qint64> LocalLog::nextTime(qint64 now)
{
    auto moved = m_database->prepare("UPDATE state SET last_time = max(last_time, ?)").bind(now).run();
    return moved.and_then([this] { return m_database->number("SELECT last_time FROM state"); });
}

} // namespace wardroom::chat
