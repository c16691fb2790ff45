// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "chat/chatplatform.h"
#include "chat/local/attachmentfolder.h"
#include "chat/local/localclaims.h"
#include "chat/local/localcursor.h"
#include "chat/local/workspacefolder.h"

namespace wardroom::chat {

//! Who opens a log.
struct LogUser
{
    PersonId person;
    domain::NodeId node;
    domain::WorkspaceId workspace; //!< the one expected; empty: whichever is there
};

//! An entry with the cursor of somebody who has read up to and including it.
struct LoggedEntry
{
    domain::Entry entry;
    LocalCursor at;
};

struct LoggedBatch
{
    LocalCursor from;
    QList<LoggedEntry> entries; //!< in the order of their changes
    LocalCursor end;            //!< may be past the last entry, over what is not for this reader
    bool more = false;
};

//! Counters that say whether there is anything to look at.
struct LogNews
{
    qint64 change = 0;
    qint64 rooms = 0;
    friend bool operator==(const LogNews &, const LogNews &) = default;
};

//! The log of a Local workspace, synchronously; used on one thread only (LocalWorker's). Every writing call is one
//! durable transaction: when it answers, the fact survives the machine's power cut.
class LocalLog
{
public:
    static Result<void> create(const QString &folder, const domain::WorkspaceId &workspace, const QString &name,
                               const PersonId &founder, qint64 now);
    //! notFound, forbidden, corrupt, newer, conflict (another workspace than expected). Joins the control room.
    static Result<std::unique_ptr<LocalLog>> open(const QString &folder, LogUser user, const Capabilities &limits);

    //! False when the log's file was moved or replaced: what is written now would be lost with it.
    bool inPlace() const;
    Result<LogNews> news();
    //! Imitates a full disk: not one page more than there is.
    void setFull(bool full);
    AttachmentFolder &attachments() { return m_attachments; }
    LocalClaims claims() { return {*m_database, m_user.node, m_user.person}; }
    const WorkspaceFolder &folder() const { return m_folder; }

    Result<Sent> submit(const Outgoing &message, qint64 now);
    Result<std::optional<Sent>> reconcile(const QString &txn, const RoomId &room);
    Result<void> remove(const RoomId &room, const EntryId &entry);
    Result<void> edit(const RoomId &room, const EntryId &entry, const QString &text);
    //! What a careless platform lets others do; see LocalFaults::foreignEdits.
    Result<void> overwrite(const RoomId &room, const EntryId &entry, const QString &text, const QByteArray &envelope);
    Result<void> wipe(const RoomId &room, const EntryId &entry);

    Result<QList<Room>> rooms(bool open);
    Result<Room> createRoom(const RoomSpec &spec, qint64 now);
    Result<QList<PersonId>> members(const RoomId &room);
    Result<void> invite(const RoomId &room, const PersonId &person);
    Result<void> leave(const RoomId &room);
    Result<void> removeMember(const RoomId &room, const PersonId &person);
    Result<void> rename(const RoomId &room, const QString &name);
    Result<void> setTopic(const RoomId &room, const QString &topic);

    Result<Page> history(const RoomId &room, const domain::Position &before, int limit);
    Result<LoggedBatch> read(LocalCursor from, int limit);
    //! corrupt when \a cursor is ahead of the log, as after restoring an old backup.
    Result<void> check(LocalCursor cursor);

private:
    LocalLog(WorkspaceFolder folder, LogUser user, const Capabilities &limits);
    Result<void> checkFile();
    Result<void> bringUpToDate();
    Result<void> joinControlRoom();
    Result<void> refusal(const Outgoing &message) const;
    Result<std::optional<Sent>> known(const Outgoing &message, const QByteArray &digest);
    Result<EntryId> threadOf(const Outgoing &message);
    Result<EntryId> writeEntry(const Outgoing &message, qint64 now);
    Result<std::optional<EntryId>> updateCard(const Outgoing &message);
    Result<Sent> sentOf(qint64 entry);
    Result<qint64> nextChange();
    Result<qint64> nextTime(qint64 now);
    Result<void> noteRooms(qint64 change);
    Result<void> addMember(const RoomId &room, const PersonId &person, bool admin);
    Result<void> insertRoom(const Room &room, const QString &key, qint64 now);
    Result<void> mayWrite(const RoomId &room);
    Result<void> mayRead(const RoomId &room);
    Result<bool> isMember(const RoomId &room, const PersonId &person, bool asAdmin = false);
    Result<void> mayInvite(const RoomId &room, const PersonId &person);
    Result<void> mayRun(const RoomId &room);
    Result<void> dropMember(const RoomId &room, const PersonId &person);
    Result<void> describe(const RoomId &room, const char *statement, const QStringList &values);
    Result<void> isOwnWords(qint64 entry, const QString &refused, const QString &isFact);
    Result<qint64> target(const RoomId &room, const EntryId &entry);
    Result<bool> readChanges(LoggedBatch &batch, qint64 until, int limit);
    Result<bool> readJoined(LoggedBatch &batch, const RoomId &room, qint64 joined, int limit);

    WorkspaceFolder m_folder;
    LogUser m_user;
    Capabilities m_limits;
    AttachmentFolder m_attachments;
    std::unique_ptr<Database> m_database;
    quint64 m_device = 0;
    quint64 m_inode = 0;
};

} // namespace wardroom::chat
