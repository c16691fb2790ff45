// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "chat/boundedattachments.h"
#include "chat/matrix/matrixhistory.h"
#include "chat/matrix/matrixlock.h"
#include "chat/matrix/matrixmedia.h"
#include "chat/matrix/matrixout.h"
#include "chat/matrix/matrixsync.h"

namespace wardroom::chat {

struct MatrixOptions
{
    MatrixAccount account;
    MatrixTokens tokens;
    KeepTokens keepTokens;                  //!< may be empty where nothing refreshes
    domain::NodeId node;                    //!< one Wardroom; its device is the account's
    domain::WorkspaceId workspace;          //!< scopes the names of locks that are no operations
    RoomId control;                         //!< empty until found() or an invitation says which
    ClaimRoomOwner ownerOf;                 //!< whose claim room it is, by the enrolments
    const Clock &clock;                     //!< outlives the platform
    std::chrono::milliseconds poll{25'000}; //!< how long the server holds a /sync that has nothing to say
    //! Of a thousand events each: what is missed is read before what came since, unless it is more than so many.
    int pagesAtOnce = 3;
    std::chrono::milliseconds parked{60'000}; //!< until what the server does not give is asked for again; then longer
};

//! A workspace on a Matrix server (Client-Server API 1.11), plaintext rooms only.
//!
//! Rooms: members of the control room may join every room of the workspace that is not restricted; into restricted
//! ones (join rule "invite", inviting from power level 50 on) only their admins invite. Invitations by members of the
//! control room into rooms of this workspace are accepted at once while live and by rooms(); others are listed by
//! openRooms(). An encrypted room is listed as such and never written to.
//!
//! start() answers at once and reconnects for ever. All of it works without start(), asking the server each time.
class MatrixPlatform final : public ChatPlatform, public HasIncomplete, public BoundedAttachments
{
    Q_OBJECT

public:
    explicit MatrixPlatform(MatrixOptions options, QObject *parent = nullptr);

    //! Makes the control room of a new workspace.
    QCoro::Task<Result<RoomId>> found(QString name);
    //! Which room is the workspace's control room, by its invitation.
    void setControl(const RoomId &control);
    //! After LinkState::signInNeeded: goes on under the same device.
    void signedIn(MatrixTokens tokens);
    //! Tries again at once: the network came back.
    void reconnect();
    //! This node's private room for claims, made when it is not there: what its enrolment names.
    QCoro::Task<Result<RoomId>> claimRoom() override;
    //! Whether claimOnce() works here; sets Capabilities::arbiter and arbiterProblem.
    QCoro::Task<Result<void>> probeArbiter();

    const Capabilities &capabilities() const override { return m_capabilities; }
    PersonId self() const override { return m_http.account().user; }
    LinkState linkState() const override { return m_state; }
    QList<Incomplete> incomplete() const override { return m_sync.incomplete(); }
    qint64 rateLimitedUntil() const override { return std::max(m_limitedUntil, m_asksAgainAt); }
    QCoro::Task<Result<void>> start(QByteArray cursor) override;
    void stop() override;
    QCoro::Task<Result<Sent>> submit(Outgoing message) override;
    QCoro::Task<Result<std::optional<Sent>>> reconcile(QString txn, RoomId room) override;
    QCoro::Task<Result<void>> remove(RoomId room, EntryId entry) override;
    QCoro::Task<Result<Sent>> react(RoomId room, EntryId entry, QString key) override;
    QCoro::Task<Result<void>> edit(RoomId room, EntryId entry, QString text) override;
    QCoro::Task<Result<void>> setTyping(RoomId room, bool typing) override;
    QCoro::Task<Result<void>> markRead(RoomId room, EntryId entry) override;
    QCoro::Task<Result<QList<Room>>> rooms() override;
    QCoro::Task<Result<QList<Room>>> openRooms() override;
    QCoro::Task<Result<Room>> createRoom(RoomSpec spec) override;
    QCoro::Task<Result<QList<PersonId>>> members(RoomId room) override;
    QCoro::Task<Result<void>> invite(RoomId room, PersonId person) override;
    QCoro::Task<Result<void>> leave(RoomId room) override;
    QCoro::Task<Result<void>> removeMember(RoomId room, PersonId person) override;
    QCoro::Task<Result<QList<PersonId>>> invited(RoomId room) override;
    QCoro::Task<Result<QList<Invitation>>> invitations() override;
    QCoro::Task<Result<void>> decline(RoomId room) override;
    QCoro::Task<Result<RoomId>> join(QString room) override;
    QCoro::Task<Result<void>> rename(RoomId room, QString name) override;
    QCoro::Task<Result<void>> setTopic(RoomId room, QString topic) override;
    QCoro::Task<Result<Page>> history(RoomId room, domain::Position before, int limit) override;
    QCoro::Task<Result<Sha256>> upload(QByteArray bytes) override;
    QCoro::Task<Result<QByteArray>> download(Sha256 hash) override;
    QCoro::Task<Result<QByteArray>> downloadAtMost(Sha256 hash, qint64 most) override;
    QCoro::Task<Result<QByteArray>> fetch(QString place, qint64 most, Progress progress, std::stop_token stop) override;
    QCoro::Task<domain::ClaimAnswer> claimOnce(QString name) override;
    QCoro::Task<Result<QStringList>> held() override;
    QCoro::Task<Result<void>> release(QString name) override;

Q_SIGNALS:
    void claimRoomSought(); //!< found, made, or not: whoever waited looks again

private:
    QCoro::Task<Result<QList<RoomId>>> findClaimRooms();
    bool isLive() const { return m_sync.state() == LinkState::live; }
    void hearState();
    void hearInvitations();
    void hearRate();
    QCoro::Task<Result<void>> settle();
    QCoro::Task<Result<void>> acceptInvitations();
    QCoro::Task<Result<bool>> isEncrypted(RoomId room);
    QCoro::Task<Result<void>> mayWrite(RoomId room);
    QCoro::Task<Result<void>> describe(RoomId room, QString what, QString words);
    void watchSystem();
    QCoro::Task<void> askLimits();
    QCoro::Task<void> noteDirect(RoomId room, PersonId person);
    void become(LinkState state);

    const Clock &m_clock;
    domain::NodeId m_node;
    Capabilities m_capabilities;
    MatrixHttp m_http;
    MatrixRequests m_requests;
    MatrixReader m_reader;
    MatrixRooms m_rooms;
    MatrixSync m_sync;
    MatrixHistory m_history;
    MatrixMediaStore m_media;
    MatrixOut m_out;
    MatrixLock m_lock;
    QList<RoomId> m_claimRooms;
    bool m_seeksClaimRoom = false;
    QTimer m_limit;
    LinkState m_state = LinkState::offline;
    qint64 m_toldUntil = 0;    //!< with m_state
    qint64 m_limitedUntil = 0; //!< nothing is sent before then
    qint64 m_asksAgainAt = 0;  //!< nothing is asked before then
    bool m_accepting = false;
    bool m_isFarAway = false; //!< the system's word about the network counts
};

} // namespace wardroom::chat
