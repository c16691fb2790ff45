// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/views.h"

#include <QObject>
#include <QTimer>

namespace wardroom::session {

class Engine;

//! Who is writing. One's own is told seldom, and never while the workspace is not reached; nothing of it is kept.
class Typing final : public QObject
{
    Q_OBJECT

public:
    explicit Typing(Engine &engine);

    //! What stands in the message that is being written in \a room; empty: nothing any more.
    void wrote(const RoomId &room, const QString &text);
    //! "Mei is typing…", of at most three names; empty: nobody is.
    QString sentence(const RoomId &room) const;

Q_SIGNALS:
    void changed(const wardroom::session::RoomId &room);

private:
    void tell(const RoomId &room, bool typing);
    void hear(const RoomId &room, const QList<PersonId> &people);
    void forgetAll();

    Engine &m_engine;
    QHash<RoomId, QList<PersonId>> m_others;
    RoomId m_told; //!< where the others were told that this person is writing
    qint64 m_toldAt = 0;
    QTimer m_pause; //!< since the last key: who stops writing is not writing
};

} // namespace wardroom::session
