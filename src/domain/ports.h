// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"
#include "domain/fact.h"

#include <QByteArray>
#include <QCoroTask>
#include <QJsonObject>

namespace wardroom::domain {

//! A fact somebody wants said. An empty id means a new one.
struct Intent
{
    RoomId room;
    Fact fact;
    QString text; //!< readable words; empty: worded from the fact
    OpId op;
    FactId cause;
    FactId id;
};

//! The one way out that the bot and the connectors are handed; behind it are outbox, platform, and back In.
class Out
{
public:
    virtual ~Out() = default;
    //! Done once the fact is in the outbox and will survive a crash; the id it will have.
    virtual QCoro::Task<Result<FactId>> say(Intent intent) = 0;
    //! A message for reading only, which replaces the previous one of the same \a card in that room.
    virtual QCoro::Task<Result<void>> display(RoomId room, QString card, QString text) = 0;
    //! Keeps bytes as an attachment; the platform gets them with the fact that names them.
    virtual QCoro::Task<Result<Sha256>> attach(QByteArray bytes) = 0;
};

enum class Claim { won, lost, unknown };

struct ClaimAnswer
{
    Claim claim = Claim::unknown;
    NodeId owner; //!< who holds it, when known
};

//! What may happen only once, made of whatever the platform does atomically.
class Arbiter
{
public:
    virtual ~Arbiter() = default;
    virtual QCoro::Task<ClaimAnswer> claimOnce(QString name) = 0;
};

//! What is known of a host, address or package, newest first.
struct Known
{
    qint64 at = 0; //!< ms
    QString text;
};

class Record
{
public:
    virtual ~Record() = default;
    virtual QCoro::Task<QList<Known>> knownOf(QString subject) = 0;
    //! What \a room holds, for commands that answer about it; empty where there is no such room.
    virtual QCoro::Task<QJsonObject> roomNow(RoomId room)
    {
        Q_UNUSED(room)
        co_return QJsonObject();
    }
};

//! Secrets by name. Never logged, never in arguments.
class Secrets
{
public:
    virtual ~Secrets() = default;
    virtual QCoro::Task<Result<QByteArray>> read(QString name) = 0;
    virtual QCoro::Task<Result<void>> write(QString name, QByteArray value) = 0;
    virtual QCoro::Task<Result<void>> remove(QString name) = 0;
};

//! Keeps foreign bytes as they came, by hash.
class Custody
{
public:
    virtual ~Custody() = default;
    virtual QCoro::Task<Result<Sha256>> keep(QByteArray bytes) = 0;
    virtual QCoro::Task<Result<QByteArray>> bytes(Sha256 hash) = 0;
};

//! How far a claiming node got with an operation; kept across restarts (design: asking, won, starting).
enum class RunStage { asking, won, starting, ended };

class Journal
{
public:
    virtual ~Journal() = default;
    //! Durable before it answers.
    virtual QCoro::Task<Result<void>> write(OpId op, RunStage stage) = 0;
    virtual QCoro::Task<Result<QMap<OpId, RunStage>>> open() = 0; //!< those not ended
};

//! The platform's present word, read fresh at the moment of a decision.
class Presence
{
public:
    virtual ~Presence() = default;
    //! Live and caught up: nothing is claimed otherwise.
    virtual bool isLive() const = 0;
    virtual QCoro::Task<Result<QList<PersonId>>> members(RoomId room) = 0;
    //! In all rooms that this node sees, no run ended \a grant.
    virtual bool recordHolds(const CommandLevel &grant) const
    {
        Q_UNUSED(grant)
        return false;
    }
};

} // namespace wardroom::domain
