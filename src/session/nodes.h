// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/ids.h"

#include "base/error.h"

#include <QCoroTask>

namespace wardroom::session {

class Engine;

//! What one node said last and what therefore goes on to count when it is revoked now.
struct LastSaid
{
    qint64 at = 0;
    QString words; //!< the fact in plain words
    QString room;
    friend bool operator==(const LastSaid &, const LastSaid &) = default;
};

//! A desktop or a service: one key that speaks for one person.
struct NodeLine
{
    enum class Standing { in, asking, revoked };

    domain::NodeId node;
    QString person; //!< by name
    QString machine;
    QString fingerprint; //!< of its key
    Standing standing = Standing::in;
    bool mine = false;      //!< the one that shows this
    bool isRunner = false;  //!< the policy names it: it answers phones
    QStringList hosts;      //!< what only it, or it among others, reaches
    qint64 since = 0;       //!< in, or asking, or revoked
    LastSaid last;          //!< of one that is in or was
    QString revokedBy;      //!< by name
    QString reason;         //!< why it was revoked
    QString whyNotMe;       //!< not empty: this person can neither let it in nor revoke it, and why
    QStringList afterwards; //!< what revoking it would mean, beyond that it counts no longer
    friend bool operator==(const NodeLine &, const NodeLine &) = default;
};

//! The nodes of a workspace, for somebody who looks after them.
class Nodes final
{
public:
    explicit Nodes(Engine &engine) : m_engine(engine) {}

    //! Who waits first, then those that are in, then the revoked; each by person.
    QList<NodeLine> all() const;
    //! Under the rules of the shell's `node revoke`.
    QCoro::Task<Result<domain::FactId>> revoke(domain::NodeId node, QString reason);

private:
    Engine &m_engine;
};

} // namespace wardroom::session
