// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/views.h"

#include <QJsonObject>
#include <QObject>

namespace wardroom::bot {
struct Command;
}

namespace wardroom::session {

class Engine;

//! What the session answers the asker alone, without a fact in the room: `run: {room: …}` of a command with risk read.
class Answers final : public QObject
{
    Q_OBJECT

public:
    explicit Answers(Engine &engine) : m_engine(engine) {}

    //! Plain text of a few lines, or nothing where \a action with these \a args is no question.
    std::optional<QString> to(const QString &action, const RoomId &room, const QJsonObject &args) const;

private:
    QString help(const QString &question) const;
    QString lesson(const QString &topic) const;
    QString overview() const;
    QString lead(const RoomId &room) const;
    QString about(const bot::Command &command) const;
    QString exampleOf(const bot::Command &command) const;
    QString permission(const bot::Command &command) const;

    Engine &m_engine;
};

} // namespace wardroom::session
