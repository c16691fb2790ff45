// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"

#include <functional>
#include <vector>

namespace wardroom::bench {

//! What one piece of work took.
struct Cost
{
    double wall = 0; //!< ms
    double cpu = 0;  //!< ms, of all threads of this process
};

//! Which of the two the ratio is made of. Work that waits for another process is told by the wall alone; on a machine
//! with other work to do, computing is told by whichever of the two is worse for us.
enum class Told { byWall, byWorse };

//! Runs \a work once, outside any other measurement.
Cost costOf(const std::function<void()> &work);

double median(std::vector<double> values);
//! The value that \a share (0 to 1) of all are not above.
double percentile(std::vector<double> values, double share);

//! One row of the table.
struct Line
{
    enum class Bar { atMost, atLeast };
    QString name;
    QString unit;
    double ours = 0;
    double baseline = 0;
    double ratio = 0;
    double bar = 0;
    Bar kind = Bar::atMost;
    bool absolute = false; //!< the bar is for ours itself, in its unit, not for the ratio
    double slack = 0;      //!< a bar "at most" holds as well where ours is above the baseline by no more than this
    QString what;          //!< both sides in words
    Cost oursCost, baselineCost; //!< medians of a round, where both were taken

    bool holds() const;
};

//! Both sides by turns, a first round thrown away, then medians of \a rounds.
class Duel
{
public:
    using Side = std::function<Cost()>;
    Duel(Side ours, Side baseline) : m_ours(std::move(ours)), m_baseline(std::move(baseline)) {}
    void play(int rounds);
    Cost ours() const;
    Cost baseline() const;
    //! \a pieces of work were in each side: the line tells the cost of one.
    Line line(const QString &name, const QString &unit, Told told, double perRound = 1) const;

private:
    Side m_ours, m_baseline;
    std::vector<double> m_oursWall, m_oursCpu, m_baselineWall, m_baselineCpu;
};

//! What a measurement does in a process of its own (World::runApart); the program's exit code.
int runApart(const QStringList &arguments);

using Lines = QList<Line>;
using Measure = Result<Lines> (*)();

Result<Lines> measureStart();
Result<Lines> measureIngest();
Result<Lines> measureMatrixIngest();
Result<Lines> measureMatrixCommand();
Result<Lines> measureMatrixCatchUp();
Result<Lines> measureOpen();
Result<Lines> measureMemory();
Result<Lines> measureFrames();
Result<Lines> measureSearch();
Result<Lines> measureCommand();
Result<Lines> measureSandbox();
Result<Lines> measureFold();
Result<Lines> measureLanguage();

} // namespace wardroom::bench
