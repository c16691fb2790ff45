// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/views.h"

#include <QAbstractListModel>

namespace wardroom::models {

//! The rooms under their headings: active incidents, alert channels, channels, direct, imported ones. Groups and the
//! control room are not for talking and stay out; a heading without rooms stays out too.
class RoomListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { IsHeadingRole = Qt::UserRole, RoomIdRole, UnreadRole, SeverityRole, AgeRole, PurposeRole, ClosedRole };

    using QAbstractListModel::QAbstractListModel;

    //! \a now in ms, for ages. Rows that stay keep their index where only values changed.
    void setRooms(const QList<session::RoomLine> &rooms, qint64 now);
    QModelIndex indexOf(const session::RoomId &room) const;
    session::RoomId roomAt(const QModelIndex &index) const;
    //! The next room in \a direction (1 or -1) from \a from, past headings; stays at the ends.
    session::RoomId neighbour(const session::RoomId &from, int direction) const;
    qint64 unread() const; //!< over all rooms

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Line
    {
        QString heading; //!< empty: a room
        session::RoomLine room;
        QString age;
    };
    static QList<Line> arranged(const QList<session::RoomLine> &rooms, qint64 now);

    QList<Line> m_lines;
};

} // namespace wardroom::models
