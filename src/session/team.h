// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/views.h"

#include <QCoroTask>

namespace wardroom::session {

class Engine;

//! A room or a group that somebody can be added to.
struct Place
{
    RoomId room;
    QString name;
    bool group = false; //!< its members may approve
};

//! A Wardroom that asks to be let in: it proved that it has its key, and nobody has said yet whose it is.
struct AskingLine
{
    domain::NodeId node;
    PersonId person;
    QString name; //!< the person's, or the account where nobody knows a name
    QString machine;
    QString fingerprint;   //!< of its key, to be compared by another way
    QString whyNotMe;      //!< not empty: this person cannot let it in, and why
    QStringList said = {}; //!< who let it in already; it is not in, so another one has to say the same
    bool saidByMe = false; //!< this person among them
    bool needsTwo = false; //!< the person is known here, so it takes one of theirs or two policy admins
    friend bool operator==(const AskingLine &, const AskingLine &) = default;
};

//! "@name:server", as a chat server calls somebody.
bool isAccountName(const QString &text);

//! Who is in the workspace, and letting people in.
class Team final
{
public:
    explicit Team(Engine &engine) : m_engine(engine) {}

    //! One line that lets one person in, once, for a week. It holds the workspace's fingerprint.
    Result<QString> invitation() const;
    QList<PersonLine> everybody() const;
    //! \a front first, then the groups, then the team's other rooms.
    QList<Place> places(const RoomId &front) const;
    QCoro::Task<Result<void>> add(RoomId room, PersonId person);
    //! On a chat server people have accounts, and an invited one has to get into the control room with it.
    bool hasAccounts() const;
    QCoro::Task<Result<void>> admit(PersonId account);
    //! Who waits to be let in, this desktop not among them.
    QList<AskingLine> asking() const;
    //! False: it counts, and a second policy admin has to say the same before the node is in.
    QCoro::Task<Result<bool>> letIn(domain::NodeId node);
    //! What somebody who is in has to know when this desktop itself waits; nullopt: it is in.
    std::optional<AskingLine> waits() const;

private:
    Engine &m_engine;
};

} // namespace wardroom::session
