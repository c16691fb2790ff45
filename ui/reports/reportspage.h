// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/views.h"
#include "ui/shell/pageframe.h"

namespace wardroom::ui {

//! Where a manager gets the record of an incident out.
class ReportsPage final : public PageFrame
{
    Q_OBJECT

public:
    explicit ReportsPage(const Theme &theme, QWidget *parent = nullptr);
    //! A room, and what its record says of itself.
    void setRooms(const QList<std::pair<session::RoomLine, QString>> &rooms);

Q_SIGNALS:
    void exportWanted(const wardroom::session::RoomId &room);

private:
    const Theme &m_theme;
    QVBoxLayout *m_list;
};

} // namespace wardroom::ui
