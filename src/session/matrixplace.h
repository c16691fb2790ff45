// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "chat/matrix/matrixlock.h"
#include "chat/matrix/matrixlogin.h"
#include "session/environment.h"

namespace wardroom::chat {
class MatrixPlatform;
}

namespace wardroom::session {

//! Where a workspace is on a Matrix server: "https://example.org/#!room:example.org", as invitations say it.
struct MatrixAddress
{
    QUrl homeserver;
    RoomId control;

    QString toText() const;
    static std::optional<MatrixAddress> fromText(const QString &text);
};

//! Who somebody is on a Matrix server. Password or token is used once and kept nowhere.
struct MatrixCredentials
{
    QString homeserver;                     //!< "example.org" or an address; from an invitation when empty
    QString user;                           //!< "@tom:example.org", or "tom"
    QByteArray password;                    //!< either this
    QByteArray token;                       //!< or an access token made elsewhere
    std::function<void(QUrl)> browser = {}; //!< or the server's own page: is handed its address, may be called once
};

//! Founds, joins and opens workspaces on a Matrix server. Each step can be taken again after a crash.
class MatrixPlace final : public QObject
{
    Q_OBJECT

public:
    explicit MatrixPlace(Environment environment);

    //! Signs in. Without \a trust a new workspace is founded, in the room "control" one is in or invited to where it
    //! holds no workspace yet; with the fingerprint of one that is there, this node asks to be let in.
    //! ErrorKind::conflict: "control" holds a workspace, and no fingerprint was given.
    QCoro::Task<Result<WorkspaceEntry>> add(QString name, MatrixCredentials who, QString trust);
    //! Takes a one-time invitation, which holds server, control room and fingerprint.
    QCoro::Task<Result<WorkspaceEntry>> join(QString invitation, MatrixCredentials who);
    //! After the server has ended the sign-in: a new one under the same device.
    QCoro::Task<Result<void>> signInAgain(WorkspaceEntry entry, MatrixCredentials who, chat::ChatPlatform *running);
    //! The platform of an entry made here, not started.
    QCoro::Task<Result<std::unique_ptr<chat::ChatPlatform>>> platformFor(WorkspaceEntry entry,
                                                                         chat::ClaimRoomOwner ownerOf);

private:
    QCoro::Task<Result<chat::MatrixSignIn>> signIn(MatrixCredentials who, QString device);
    std::shared_ptr<chat::MatrixPlatform> visit(const chat::MatrixSignIn &who, const domain::NodeId &node) const;
    QCoro::Task<Result<WorkspaceEntry>> keep(WorkspaceEntry entry, chat::MatrixSignIn who);
    QCoro::Task<Result<RoomId>> trustedControl(std::shared_ptr<chat::MatrixPlatform> platform, QList<chat::Room> seen,
                                               QString trust);
    QCoro::Task<Result<RoomId>> controlRoom(std::shared_ptr<chat::MatrixPlatform> platform, QString name,
                                            QString trust);

    Environment m_environment;
    chat::MatrixLogin m_login;
};

//! Whether the server of \a entry answers; the error says why not.
QCoro::Task<Result<void>> reachServer(WorkspaceEntry entry);

} // namespace wardroom::session
