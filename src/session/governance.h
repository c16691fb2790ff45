// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/proposal.h"
#include "session/views.h"

#include <QCoroTask>
#include <QObject>
#include <QTimer>

namespace wardroom::session {

class Engine;

//! What came of wanting another policy or inventory.
struct Proposed
{
    FactId fact; //!< what was said: the publication, or the request for it
    OpId op;     //!< the request that waits for approvals; empty: none was needed
    qint64 version = 0;
    qint64 needed = 0;  //!< approvals of other admins
    bool holds = false; //!< it is published
};

//! Publishes the next version at once where nobody else has to agree, else asks the other policy admins for it.
QCoro::Task<Result<Proposed>> proposePolicy(Engine &engine, domain::Policy policy, QString reason);
QCoro::Task<Result<Proposed>> proposeInventory(Engine &engine, domain::Inventory inventory, QString reason);

//! What the dialog shows of a proposal, made from the proposed document itself and not from the asker's words.
struct ProposalWords
{
    QStringList changes;
    QString document; //!< JSON, indented
    QString problem;  //!< what speaks against it; empty: nothing known
};
ProposalWords wordsOf(const Engine &engine, const domain::CommandRequested &request);

//! On the nodes of policy admins: publishes what was approved, once, and says again what somebody took out of the chat
//! and has to hold for those who come later.
class Governance final : public QObject
{
    Q_OBJECT

public:
    explicit Governance(Engine &engine);
    //! Looks at what was asked for in the control room. Call on every change of it, as often as you like.
    void consider();

Q_SIGNALS:
    void troubled(const QString &sentence);

private:
    void considerProposals();
    void mend();
    QCoro::Task<void> publish(OpId op);
    QCoro::Task<Result<bool>> takeVersion(qint64 version);

    Engine &m_engine;
    QSet<OpId> m_busy;
    QSet<FactId> m_mended; //!< what this node has said again
    QTimer m_again;
};

} // namespace wardroom::session
