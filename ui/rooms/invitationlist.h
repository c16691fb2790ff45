// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/membership.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace wardroom::ui {

//! Below the rooms: invitations that wait for an answer. A few at a time, however many there are; hidden while none is.
class InvitationList final : public QWidget
{
    Q_OBJECT

public:
    explicit InvitationList(QWidget *parent = nullptr);
    void setInvitations(const QList<session::InvitationLine> &invitations);

Q_SIGNALS:
    void acceptWanted(const wardroom::session::RoomId &room);
    void declineWanted(const wardroom::session::RoomId &room);

private:
    QWidget *makeLine(const session::InvitationLine &line);

    QVBoxLayout *m_lines;
    QLabel *m_heading;
    QLabel *m_more;
};

} // namespace wardroom::ui
