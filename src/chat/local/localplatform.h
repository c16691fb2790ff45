// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include "chat/chatplatform.h"
#include "chat/local/faultydelivery.h"
#include "chat/local/localfaults.h"

#include <QThread>

namespace wardroom::chat {

class LocalWorker;

struct LocalOptions
{
    QString folder;
    PersonId self;       //!< an enrolled key's fingerprint; 1 to 200 characters
    domain::NodeId node; //!< one Wardroom of that person; claims and transactions are per node
    const Clock &clock;  //!< outlives the platform; read on its thread only
    LocalFaults faults = {};
    domain::WorkspaceId workspace = {};   //!< the one that is expected there; empty: whichever is
    std::chrono::milliseconds poll{1000}; //!< how often to look although nobody said so
    bool signalling = true;               //!< false: as if every "look" were lost
};

//! The Local workspace: a folder with one SQLite log that each process opens. One OS user is one trust: whoever can
//! open the folder is in the control room, and what they may *do* is decided by the facts, not here.
//!
//! Rooms: anybody may make one, and is its admin. Into a restricted room only its admin invites. Into any other its
//! members invite, and anybody oneself (not into a direct one): inviting oneself is how a room is joined. Joining
//! delivers everything that was said in it before. Taking somebody out, and a room's name and topic, are its admin's.
//! Nobody is taken out of the control room. Room names are unique in a workspace.
//!
//! The server's time never decreases within a log, so an entry's position and its number agree; a writer whose clock
//! runs ahead takes the log's time with it until the others' catch up. All work on the disk is done on a thread of
//! its own; answers and arrived() come on this object's thread. Submitting works without start().
class LocalPlatform final : public ChatPlatform
{
    Q_OBJECT

public:
    explicit LocalPlatform(LocalOptions options, QObject *parent = nullptr);
    ~LocalPlatform() override;

    //! Makes an empty workspace with a control room and its founder in it. \a folder: absent or empty. Blocks for a
    //! few milliseconds. conflict: there is one already, or other files are there. storage.
    static Result<void> createWorkspace(const QString &folder, const domain::WorkspaceId &workspace,
                                        const QString &name, const PersonId &founder, const Clock &clock);

    void setFaults(const LocalFaults &faults);
    //! What somebody else on a careless platform does to an entry; unsupported without LocalFaults::foreignEdits.
    QCoro::Task<Result<void>> editAnyones(RoomId room, EntryId entry, QString text, QByteArray envelope);
    QCoro::Task<Result<void>> wipeAnyones(RoomId room, EntryId entry);

    const Capabilities &capabilities() const override { return m_capabilities; }
    PersonId self() const override { return m_self; }
    LinkState linkState() const override { return m_state; }
    QCoro::Task<Result<void>> start(QByteArray cursor) override;
    void stop() override;
    QCoro::Task<Result<Sent>> submit(Outgoing message) override;
    QCoro::Task<Result<std::optional<Sent>>> reconcile(QString txn, RoomId room) override;
    QCoro::Task<Result<void>> remove(RoomId room, EntryId entry) override;
    QCoro::Task<Result<void>> edit(RoomId room, EntryId entry, QString text) override;
    QCoro::Task<Result<QList<Room>>> rooms() override;
    QCoro::Task<Result<QList<Room>>> openRooms() override;
    QCoro::Task<Result<Room>> createRoom(RoomSpec spec) override;
    QCoro::Task<Result<QList<PersonId>>> members(RoomId room) override;
    QCoro::Task<Result<void>> invite(RoomId room, PersonId person) override;
    QCoro::Task<Result<void>> leave(RoomId room) override;
    QCoro::Task<Result<void>> removeMember(RoomId room, PersonId person) override;
    QCoro::Task<Result<RoomId>> join(QString room) override;
    QCoro::Task<Result<void>> rename(RoomId room, QString name) override;
    QCoro::Task<Result<void>> setTopic(RoomId room, QString topic) override;
    QCoro::Task<Result<Page>> history(RoomId room, domain::Position before, int limit) override;
    QCoro::Task<Result<Sha256>> upload(QByteArray bytes) override;
    QCoro::Task<Result<QByteArray>> download(Sha256 hash) override;
    QCoro::Task<domain::ClaimAnswer> claimOnce(QString name) override;
    QCoro::Task<Result<QStringList>> held() override;
    QCoro::Task<Result<void>> release(QString name) override;

private:
    //! What \a job finds or does in the log, on the worker's thread; cancelled where this object goes meanwhile.
    template <class T> QCoro::Task<Result<T>> answer(std::function<Result<T>(LocalLog &)> job);
    void hearNews(bool roomsToo);
    void hearTrouble();
    void pull();
    void handOut(const Delivery &delivery);
    void tookBatch(quint64 run, const Result<LoggedBatch> &batch);
    void scheduleRelease();
    void slowDown();
    void become(LinkState state);

    const Clock &m_clock;
    PersonId m_self;
    Capabilities m_capabilities;
    FaultyDelivery m_delivery;
    LinkState m_state = LinkState::offline;
    LocalCursor m_read; //!< how far this object has read, delivered or withheld
    quint64 m_run = 0;  //!< counts starts and stops, so that answers to an earlier one are known
    bool m_started = false;
    bool m_pulling = false;
    bool m_pullAgain = false;
    bool m_releasing = false;
    QThread m_thread;
    std::unique_ptr<LocalWorker> m_worker;
};

} // namespace wardroom::chat
