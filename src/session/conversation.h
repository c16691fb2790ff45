// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/views.h"

#include <QObject>

namespace wardroom::session {

class Engine;

//! The rows of one room, or of one thread in it, around where somebody reads: newest first into memory, older ones when
//! asked for.
class Conversation final : public QObject
{
    Q_OBJECT

public:
    //! \a thread: the first message of the only thread that is shown; empty: the whole room.
    Conversation(Engine &engine, RoomId room, EntryId thread = {});
    ~Conversation() override;

    RoomId room() const;
    EntryId thread() const;
    const QList<ConversationRow> &rows() const; //!< oldest first
    bool hasOlder() const;
    bool loadOlder(); //!< true: answers with rowsPrepended()
    //! True: the last row is not the room's newest. What arrives is then counted by newerCame() and not loaded.
    bool hasNewer() const;
    bool loadNewer();  //!< true: answers with rowsAppended()
    void showNewest(); //!< answers with reset() where the newest are not loaded
    //! Rows around \a entry, replacing what is loaded unless it is there: search hits, timeline clicks.
    void showAround(const EntryId &entry);
    //! Somebody sees the rows \a first to \a last. Those far from them are let go of: reading a long room, or a busy
    //! one, costs no more memory than a page.
    void lookAt(int first, int last);

Q_SIGNALS:
    void reset();
    void rowsPrepended(int count);
    void rowsAppended(int count);
    void rowsInserted(int first, int count); //!< above what waits to be sent
    void rowChanged(int index);
    void rowsRemoved(int first, int count);
    void newerCame(int count);
    void found(int index); //!< after showAround

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace wardroom::session
