// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/measure.h"

#include <algorithm>
#include <cmath>
#include <ctime>

namespace wardroom::bench {

namespace {

double milliseconds(clockid_t clock)
{
    timespec now{};
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

} // namespace

Cost costOf(const std::function<void()> &work)
{
    const double wall = milliseconds(CLOCK_MONOTONIC);
    const double cpu = milliseconds(CLOCK_PROCESS_CPUTIME_ID);
    work();
    return {milliseconds(CLOCK_MONOTONIC) - wall, milliseconds(CLOCK_PROCESS_CPUTIME_ID) - cpu};
}

double median(std::vector<double> values)
{
    return percentile(std::move(values), 0.5);
}

double percentile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(values.size())));
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(std::max<std::size_t>(rank, 1) - 1);
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

bool Line::holds() const
{
    const double value = absolute ? ours : ratio;
    if (slack > 0 && ours <= baseline + slack)
        return true;
    return kind == Bar::atMost ? value <= bar : value >= bar;
}

void Duel::play(int rounds)
{
    m_ours();
    m_baseline();
    for (int i = 0; i < rounds; ++i) {
        // Who goes first changes, so that neither always finds the caches the other left.
        const bool weFirst = i % 2 == 0;
        const Cost first = weFirst ? m_ours() : m_baseline();
        const Cost second = weFirst ? m_baseline() : m_ours();
        const Cost &ours = weFirst ? first : second;
        const Cost &baseline = weFirst ? second : first;
        m_oursWall.push_back(ours.wall);
        m_oursCpu.push_back(ours.cpu);
        m_baselineWall.push_back(baseline.wall);
        m_baselineCpu.push_back(baseline.cpu);
    }
}

Cost Duel::ours() const
{
    return {median(m_oursWall), median(m_oursCpu)};
}

Cost Duel::baseline() const
{
    return {median(m_baselineWall), median(m_baselineCpu)};
}

Line Duel::line(const QString &name, const QString &unit, Told told, double perRound) const
{
    Line line;
    line.name = name;
    line.unit = unit;
    line.oursCost = ours();
    line.baselineCost = baseline();
    const double byWall = line.oursCost.wall / line.baselineCost.wall;
    const double byCpu = line.baselineCost.cpu > 0 ? line.oursCost.cpu / line.baselineCost.cpu : byWall;
    const bool wall = told == Told::byWall || byWall >= byCpu;
    line.ours = (wall ? line.oursCost.wall : line.oursCost.cpu) / perRound;
    line.baseline = (wall ? line.baselineCost.wall : line.baselineCost.cpu) / perRound;
    line.ratio = line.ours / line.baseline;
    return line;
}

} // namespace wardroom::bench
