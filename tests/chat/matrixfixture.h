// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "chat/matrix/matrixplatform.h"
#include "contract.h"
#include "support/synapse.h"

namespace wardroom::test {

//! A new workspace of new people on a real Synapse; every person's platform is an object of this process.
class MatrixFixture final : public PlatformFixture
{
public:
    explicit MatrixFixture(Synapse &server);

    chat::MatrixPlatform &platform(int index) override;
    chat::MatrixPlatform &restart(int index) override;
    domain::NodeId node(int index) const override;
    Result<void> edit(int index, domain::RoomId room, domain::EntryId entry, QString text) override;
    chat::MatrixPlatform *otherDevice(int index) override;
    domain::EntryId post(int index, domain::RoomId room, QString name, QByteArray bytes) override;

    const SynapseUser &user(int index);
    domain::RoomId control() const { return m_control; }
    chat::MatrixOptions options(int index);
    //! A room with everybody up to \a people in it.
    domain::RoomId room(int people, bool restricted = false);
    //! Sends as some other program of that person would.
    QString sendAs(int index, const domain::RoomId &room, const QJsonObject &content,
                   const QString &type = QStringLiteral("m.room.message"));
    QJsonObject eventOf(int index, const domain::RoomId &room, const domain::EntryId &entry);
    Synapse &server() { return m_server; }

private:
    Synapse &m_server;
    QString m_name;
    SystemClock m_clock;
    domain::RoomId m_control;
    std::map<int, SynapseUser> m_users;
    std::map<int, std::unique_ptr<chat::MatrixPlatform>> m_platforms;
    std::map<int, std::unique_ptr<chat::MatrixPlatform>> m_others;
    QHash<domain::RoomId, domain::NodeId> m_claimRooms;
};

//! "/_matrix/client/v3/rooms/…" with its parts encoded.
QString roomPath(const domain::RoomId &room, const QString &rest);

} // namespace wardroom::test
