// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/views.h"

#include <QObject>

namespace wardroom::session {

class Engine;

//! The rows of one room around where somebody reads: newest first into memory, older ones when asked for.
class Conversation final : public QObject
{
    Q_OBJECT

public:
    Conversation(Engine &engine, RoomId room);
    ~Conversation() override;

    RoomId room() const;
    const QList<ConversationRow> &rows() const; //!< oldest first
    bool hasOlder() const;
    void loadOlder(); //!< answers with rowsPrepended()
    //! Rows around \a entry, replacing what is loaded: search hits, timeline clicks.
    void showAround(const EntryId &entry);

Q_SIGNALS:
    void reset();
    void rowsPrepended(int count);
    void rowsAppended(int count);
    void rowChanged(int index);
    void rowRemoved(int index);
    void found(int index); //!< after showAround

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace wardroom::session
