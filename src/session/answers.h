// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/understanding.h"
#include "session/guide.h"

#include <QObject>

namespace wardroom::session {

class Coach;
enum class Saying;

//! What the session answers the asker alone, without a fact in the room: `run: {room: …}` of a command with risk read.
class Answers final : public QObject
{
    Q_OBJECT

public:
    //! \a coach: whose voice it is said in; null: plainly.
    explicit Answers(const Engine &engine, Coach *coach = nullptr) : m_engine(engine), m_guide(engine), m_coach(coach)
    {}

    //! A few lines, or nothing where \a action with these \a args is no question.
    std::optional<Advice> to(const QString &action, const RoomId &room, const QJsonObject &args) const;
    //! What somebody who asks for help is told: only what this person may use here, and for the rest who can.
    //! \a words: the whole line, of which \a meant may hold no more than that it asks for help.
    Advice helpWith(const RoomId &room, const domain::Understanding &meant, const QString &words = {}) const;

private:
    Advice help(const RoomId &room, const QString &question) const;
    Advice lesson(const RoomId &room, const QString &topic) const;
    void overview(Advice &advice) const;
    QStringList notForYou() const;
    QString lead(const RoomId &room) const;
    QString about(const bot::Command &command) const;
    void suggest(Advice &advice, const bot::Command &command) const;
    QString say(Saying saying, const QString &plain, const RoomId &room) const;

    const Engine &m_engine;
    Guide m_guide;
    Coach *m_coach;
};

} // namespace wardroom::session
