// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "chat/matrix/matrixrequests.h"
#include "domain/ports.h"

#include <QRegularExpression>

namespace wardroom::chat {

//! Which enrolled node's claim room this is; empty: nobody's.
using ClaimRoomOwner = std::function<domain::NodeId(RoomId)>;

//! What may happen only once: an alias "#op-…" that points at the claimant's own private room (Matrix 1.11, "Room
//! aliases"; PUT /directory/room/{} is atomic: one winner in 768 of 768 contests, also over kill -9, measured on
//! Synapse). A server lets nobody point an alias at a room they are not in, so nobody claims in another's name.
class MatrixLock
{
public:
    MatrixLock(MatrixRequests &requests, domain::NodeId self, domain::WorkspaceId workspace, ClaimRoomOwner owner);

    //! Won, lost to whom, or unknown. \a own: this node's claim rooms, the first one is claimed with; \a forbidden is
    //! set when the server allows no aliases. A lock of nobody enrolled names its room as the owner: a person must
    //! look.
    QCoro::Task<domain::ClaimAnswer> claim(QString name, QList<RoomId> own, std::shared_ptr<bool> forbidden);

    //! Those that point at one of \a own, under their names; names that were hashed cannot be told.
    QCoro::Task<Result<QStringList>> held(QList<RoomId> own);
    //! ErrorKind::forbidden: it points at none of \a own. Done, when it is not there.
    QCoro::Task<Result<void>> release(QString name, QList<RoomId> own);

    //! "#op-…:server": an operation under its own id, another plain name with the workspace's tag, any other hashed.
    QString aliasOf(const QString &name) const;

private:
    QRegularExpression known() const; //!< aliases of this workspace whose names can be read back
    QString tag() const;
    domain::ClaimAnswer judged(const RoomId &holder, const QList<RoomId> &own) const;
    RoomId enrolled(const QList<RoomId> &own) const;

    MatrixRequests &m_requests;
    domain::NodeId m_self;
    domain::WorkspaceId m_workspace;
    ClaimRoomOwner m_owner;
};

} // namespace wardroom::chat
