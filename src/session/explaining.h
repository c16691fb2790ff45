// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/catalogue/command.h"
#include "domain/understanding.h"
#include "session/commands.h"

namespace wardroom::session {

//! Says in plain words what a line would do, and to what, before anybody asks for it. What changes something is
//! rehearsed, which changes nothing and shows exactly what would run.
class Explaining final : public QObject
{
    Q_OBJECT

public:
    explicit Explaining(Engine &engine) : m_engine(engine) {}

    //! \a line as it would be sent, with or without its slash. An error: it asks for nothing, and why.
    QCoro::Task<Result<Advice>> explain(RoomId room, QString line);

private:
    domain::Understanding understand(const RoomId &room, const QString &line) const;
    QStringList about(const domain::Understanding &meant) const;
    QStringList reach(const bot::Command &command, const QJsonObject &args) const;
    QString decides(const bot::Command &command, const QJsonObject &args) const;
    QStringList plan(const Result<domain::CommandRequested> &planned, const bot::Command &command) const;

    Engine &m_engine;
};

} // namespace wardroom::session
