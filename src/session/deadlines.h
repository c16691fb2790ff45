// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/regimes.h"
#include "session/views.h"

#include <QCoroTask>
#include <QObject>

namespace wardroom::session {

class Engine;

//! One law as a form offers it.
struct RegimeChoice
{
    QString id;
    QString name;
    QString trigger; //!< the question whose answer starts the clocks
    QString remark;
    QStringList clocks; //!< those that start at once
};

//! The legal clocks of incidents: each starts with a moment, the person who decided, and a reason; so does the
//! decision not to report. Clocks that count from a submission start when that submission is recorded.
class Deadlines final : public QObject
{
    Q_OBJECT

public:
    explicit Deadlines(Engine &engine);

    QList<RegimeChoice> regimes() const;
    //! Running ones first, the nearest on top; then those that were met.
    QList<DeadlineLine> lines(const RoomId &room) const;
    //! \a since: ms. Starts the clocks of \a regime that do not run in \a room yet. Answers the last fact.
    QCoro::Task<Result<FactId>> start(RoomId room, QString regime, qint64 since, QString reason);
    //! Records that nothing is reported under \a regime, and why.
    QCoro::Task<Result<FactId>> declineReport(RoomId room, QString regime, QString reason);
    //! The report was submitted. Starts the clocks that count from it.
    QCoro::Task<Result<FactId>> meet(RoomId room, FactId deadline, QString note);

private:
    const Regime *regimeCalled(const QString &idOrLaw) const;
    bool runs(const RoomId &room, const Regime &regime, const LegalClock &clock) const;
    QCoro::Task<Result<FactId>> startClocks(RoomId room, Regime regime, QString after, qint64 from);

    Engine &m_engine;
    QList<Regime> m_regimes;
};

} // namespace wardroom::session
