// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/runtime/runspool.h"
#include "domain/ports.h"
#include "session/roombook.h"
#include "store/store.h"

namespace wardroom::session {

//! The narrow ports of domain, made of the store and the platform: what the bot and the connectors are handed.
class EnginePorts final : public domain::Journal,
                          public domain::Presence,
                          public domain::Record,
                          public domain::Custody,
                          public domain::Arbiter,
                          public bot::RunSpool
{
public:
    EnginePorts(store::Store &store, chat::ChatPlatform &platform, const RoomBook &book, domain::NodeId self);

    QCoro::Task<Result<void>> write(domain::OpId op, domain::RunStage stage) override;
    QCoro::Task<Result<QMap<domain::OpId, domain::RunStage>>> open() override;

    void keepOutput(domain::OpId op, QByteArray output) override;
    QCoro::Task<Result<QByteArray>> keptOutput(domain::OpId op) override;
    void forgetOutput(domain::OpId op) override;

    bool isLive() const override;
    QCoro::Task<Result<QList<domain::PersonId>>> members(RoomId room) override;
    bool recordHolds(const domain::CommandLevel &grant) const override;
    //! Until the first catch-up is done, nothing is live.
    void setCaughtUp(bool caughtUp) { m_caughtUp = caughtUp; }

    //! The platform's lock; where the server forbids locks, the policy's one runner decides, and keeps what it took.
    //! Nothing is won for an operation that has expired by the server's time, whatever this machine's clock says.
    QCoro::Task<domain::ClaimAnswer> claimOnce(QString name) override;
    //! The locks of this node, and what it took as the one runner.
    QCoro::Task<Result<QStringList>> held();
    QCoro::Task<Result<void>> release(QString name);
    //! It is that late by the server, at least.
    void setServerTime(qint64 ms);

    QCoro::Task<QList<domain::Known>> knownOf(QString subject) override;
    QCoro::Task<QJsonObject> roomNow(RoomId room) override;

    QCoro::Task<Result<Sha256>> keep(QByteArray bytes) override;
    QCoro::Task<Result<QByteArray>> bytes(Sha256 hash) override;

private:
    bool hasExpired(const QString &name) const;

    store::Store &m_store;
    chat::ChatPlatform &m_platform;
    const RoomBook &m_book;
    domain::NodeId m_self;
    qint64 m_serverTime = 0;
    bool m_caughtUp = false;
};

} // namespace wardroom::session
