// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "chat/chatplatform.h"
#include "chat/local/sqlite.h"

namespace wardroom::chat {

//! The locks of a Local workspace, as one node of one person takes them: whoever asks for a name first has it, and all
//! see the same winner. What is taken or given back is durable when it answers.
class LocalClaims
{
public:
    //! \a database outlives this.
    LocalClaims(Database &database, domain::NodeId node, PersonId person)
        : m_database(database)
        , m_node(std::move(node))
        , m_person(std::move(person))
    {}

    //! unknown where it could not be asked.
    domain::ClaimAnswer claimOnce(const QString &name, qint64 now);
    //! This node's own, the oldest first.
    Result<QStringList> held();
    //! forbidden: another's. One that nobody holds is released already.
    Result<void> release(const QString &name);

private:
    Database &m_database;
    domain::NodeId m_node;
    PersonId m_person;
};

} // namespace wardroom::chat
