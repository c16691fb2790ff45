// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/fold.h"
#include "session/views.h"

namespace wardroom::session {

class Engine;

//! How what another Wardroom has fixed of a room's record fits what is here.
struct CustodyLine
{
    enum class Fit { same, missingHere, moreHere, different };
    domain::NodeId node;
    QString who;    //!< "Mei Lin, desk-2"
    QString person; //!< "Mei Lin"; the node where it is nobody's
    Fit fit = Fit::same;
    qint64 until = 0;     //!< ms: of the last fact that it fixed
    qint64 count = 0;     //!< facts up to there, as it said
    qint64 here = 0;      //!< facts up to there, as they are here
    qint64 sameUntil = 0; //!< ms: what it fixed before and is the same here ends there; 0: nothing
    EntryId from = {};    //!< the first entry here after that: from where on the pasts may differ
    QString words;

    bool differs() const { return fit == Fit::different || fit == Fit::missingHere; }
    friend bool operator==(const CustodyLine &, const CustodyLine &) = default;
};

//! What each other node last fixed of the room's record (record.anchored), held against what is here: one line a node,
//! those that differ first. Whoever differs is either lied to by the chat server, or this desktop is.
QList<CustodyLine> custodyOf(const domain::RoomFold &fold, const domain::WorkspaceState &workspace,
                             const domain::NodeId &self);
QList<CustodyLine> custodyOf(const Engine &engine, const RoomId &room);
//! "Bot, Ana and Mei have another past": each of them once, however many desktops they have. Empty: nobody has.
QString anotherPast(const QList<CustodyLine> &lines);

} // namespace wardroom::session
