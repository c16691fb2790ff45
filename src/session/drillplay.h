// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/drill.h"
#include "session/drillcolleague.h"
#include "session/practice.h"

namespace wardroom::session {

enum class DrillStanding { toCome, now, done, skipped };

//! One step of a drill as it is shown, during it and in the debrief.
struct DrillLine
{
    QString words;
    QString goal;
    DrillStanding standing = DrillStanding::toCome;
    qint64 took = 0;   //!< ms from the step's beginning to its goal
    qint64 within = 0; //!< ms that somebody with practice needs; 0: no matter

    bool isLate() const { return standing == DrillStanding::done && within > 0 && took > within; }
};

//! Plays a drill in a practice workspace, step by step: what happens happens at its time, the colleague answers, and a
//! step is done when the record shows it. Reads the record only; what the person does goes the usual ways.
class DrillPlay final : public QObject
{
    Q_OBJECT

public:
    //! \a practice may be null: then there is no machine to attack and nothing breaks. All outlive the play.
    DrillPlay(DrillStory story, Engine &engine, Practice *practice, QObject *parent = nullptr);

    //! Lets the colleagues in and begins. Answers when the first step has begun.
    QCoro::Task<Result<void>> start();
    void skip();                   //!< the step in front counts as missed
    void stop();                   //!< nothing happens any more; the debrief stands
    void setPatience(int seconds); //!< of the colleagues, between a request and their decision

    QString title() const;
    QString summary() const;
    int current() const { return m_current; } //!< -1 before the first; the number of steps when over
    bool isOver() const { return m_over; }
    QList<DrillLine> lines() const;
    qint64 took() const; //!< ms, so far or in all
    //! What was done and missed, how long each step took, which took longer than with practice, and what to take home.
    QString debrief() const;

Q_SIGNALS:
    void changed();
    void over();
    void troubled(const QString &sentence);

private:
    QList<domain::IncidentState> rooms() const;
    void check();
    void finishStep(DrillStanding standing);
    QCoro::Task<void> begin();
    QCoro::Task<void> happen(DrillStep step);
    QCoro::Task<Result<void>> letColleaguesJoin();
    void letColleaguesIn();
    void leaveColleagues();
    RoomId roomToSpeakIn() const;
    void raise(const DrillStep &step);

    DrillStory m_story;
    Engine &m_engine;
    QPointer<Practice> m_practice;
    std::vector<std::unique_ptr<DrillColleague>> m_colleagues;
    QList<DrillLine> m_lines;
    QSet<RoomId> m_entered;
    qint64 m_startedAt = 0;
    qint64 m_stepAt = 0;
    qint64 m_endedAt = 0;
    int m_current = -1;
    bool m_running = false; //!< the step in front has begun
    bool m_over = false;
};

} // namespace wardroom::session
