// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "chat/chatplatform.h"
#include "store/store.h"

namespace wardroom::session {

class Engine;
class Talk;

//! The list of rooms as it is now, for when the server is away; those that were in it and are not any more keep their
//! names.
void keepRooms(store::Store &store, const QList<chat::Room> &before, const QList<chat::Room> &now);
//! As they were kept; none where the server never was there.
QCoro::Task<QList<chat::Room>> keptRooms(QPointer<store::Store> store);

//! Rooms that this person was taken out of, or left. Where something typed was never sent they stay within reach, or it
//! would be lost to whoever typed it.
class LeftRooms final : public QObject
{
    Q_OBJECT

public:
    LeftRooms(Engine &engine, const Talk &talk);

    //! Those in which something waits, was refused, or stands as a draft.
    QList<chat::Room> rooms() const;
    //! Any room that this person was in before and is not now; nothing for others.
    std::optional<chat::Room> room(const domain::RoomId &id) const;

Q_SIGNALS:
    void changed(); //!< rooms()

private:
    QCoro::Task<void> load();
    void noteRooms();
    void look();

    Engine &m_engine;
    const Talk &m_talk;
    QHash<domain::RoomId, chat::Room> m_known; //!< every room that was seen
    QStringList m_told;                        //!< ids and names
};

} // namespace wardroom::session
