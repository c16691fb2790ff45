// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "support/world.h"
#include "team.h"

#include <random>

namespace wardroom::test {

//! `kill -9` of either program at every step of the story: nothing confirmed is lost, nothing is doubled, nothing runs
//! twice, and both end with the same record. WARDROOM_SEED repeats a run, WARDROOM_FULL=1 is the long one.
class KillEveryStep : public QObject
{
    Q_OBJECT

protected:
    //! Starts \a somebody's program and answers once it serves the shell.
    virtual std::unique_ptr<QProcess> program(const Somebody &somebody) = 0;
    virtual int rounds() const = 0;
    //! SIGTERM is a polite end for it, with exit code 0; a window has its close button for that.
    virtual bool endsWhenAsked() const { return true; }
    //! Before the programs start.
    virtual void prepare() {}
    //! Sees to it that the alert of this round comes, with a kill among it where that can be.
    virtual void raise(int round) = 0;

    enum class Step { words, asked, requested, approved, running, finishing, alert, claim, note };

    const Somebody &ada() const { return m_team->ada(); }
    const Somebody &tom() const { return m_team->tom(); }
    const QByteArray &token() const { return m_token; } //!< for posting alerts to Ada
    static QByteArray titleOf(int round) { return "HighLoad" + QByteArray::number(round).rightJustified(3, '0'); }
    bool killOne(Step step);
    void bringBack(bool isAdas);

    static constexpr int kLongestWait = 60'000; //!< ms

private:
    Said killedWhile(Step step, const Somebody &who, const QStringList &arguments);
    void sayKilled(Step step, const Somebody &who, const QString &room, const QString &text);
    QString theOperation(const Somebody &who, const QString &host, const QString &command, const Said &asked);
    QJsonObject stateOf(const Somebody &who, const QString &op) const;
    void approveKilled(const QString &op);
    void killWhileRunning(const QString &op, const QString &root);
    void claimKilled(int round, const Somebody &who);
    void checkEnd(const QString &op, const QString &root);
    void checkRecord(const QString &room);
    void playRound(int round);

    std::unique_ptr<Team> m_team;
    std::unique_ptr<QProcess> m_adas, m_toms;
    std::vector<std::unique_ptr<PracticeHost>> m_hosts;
    std::mt19937 m_random;
    QStringList m_confirmed;      //!< texts that were said and answered with 0
    QStringList m_tried;          //!< all that were said
    QMap<QString, bool> m_claims; //!< alert to whether its claim was answered with 0
    QByteArray m_token;
    QStringList m_story; //!< what was killed when, for whoever reads a failure
    int m_kills = 0;
    int m_unknown = 0;
    int m_verified = 0;
    bool m_failed = false; //!< a round did: those after it would say nothing new

private Q_SLOTS:
    void initTestCase();
    void killedAtEveryStep_data(); //!< a row a round
    void killedAtEveryStep();
    void whatWasConfirmedIsThereOnce();
    void aConfirmedNoteAndClaimAreFactsOnce();
    void nothingWasClaimedOrFinishedTwice();
    void bothHoldTheSameRecord();
    void theCustodyIsIntact();
    void cleanupTestCase();
};

} // namespace wardroom::test
