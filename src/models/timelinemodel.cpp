// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timelinemodel.h"

#include "models/times.h"

namespace wardroom::models {

using namespace Qt::StringLiterals;
using session::TimelineLine;

namespace {

//! Who and what more, as one line. Words that name the person already do not say the name twice.
QString byline(const TimelineLine &line)
{
    if (line.actor.isEmpty() || line.summary.contains(line.actor) || line.detail.contains(line.actor))
        return line.detail;
    return line.detail.isEmpty() ? line.actor : u"%1 · %2"_s.arg(line.actor, line.detail);
}

} // namespace

QList<int> TimelineModel::chosen(const QList<TimelineLine> &lines) const
{
    QList<int> rows;
    for (int i = 0; i < lines.size(); ++i)
        if (!m_group || lines.at(i).group == *m_group)
            rows << i;
    return rows;
}

void TimelineModel::setLines(const QList<TimelineLine> &lines)
{
    const auto same = [](const TimelineLine &a, const TimelineLine &b) {
        return a.n == b.n && a.at == b.at && a.fact == b.fact && a.summary == b.summary && a.detail == b.detail &&
               a.flag == b.flag;
    };
    // Nearly always a line was only added at the end: rows that stand stay, and so does the scroll position.
    const bool grown = lines.size() >= m_all.size() && std::equal(m_all.begin(), m_all.end(), lines.begin(), same);
    if (grown && lines.size() == m_all.size())
        return;
    const QList<int> shown = chosen(lines);
    if (grown) {
        if (shown.size() > m_shown.size())
            beginInsertRows({}, static_cast<int>(m_shown.size()), static_cast<int>(shown.size()) - 1);
        const bool inserting = shown.size() > m_shown.size();
        m_all = lines;
        m_shown = shown;
        refreshHistogram();
        if (inserting)
            endInsertRows();
        return;
    }
    beginResetModel();
    m_all = lines;
    m_shown = shown;
    refreshHistogram();
    endResetModel();
}

void TimelineModel::setGroup(std::optional<session::TimelineGroup> group)
{
    if (m_group == group)
        return;
    beginResetModel();
    m_group = group;
    m_shown = chosen(m_all);
    endResetModel();
}

void TimelineModel::refreshHistogram()
{
    m_histogram = QList<int>(bars, 0);
    if (m_all.isEmpty())
        return;
    const auto [low, high] =
        std::minmax_element(m_all.begin(), m_all.end(), [](const auto &a, const auto &b) { return a.at < b.at; });
    const qint64 span = std::max<qint64>(1, high->at - low->at + 1);
    for (const TimelineLine &line : m_all)
        ++m_histogram[std::clamp<qint64>((line.at - low->at) * bars / span, 0, bars - 1)];
}

int TimelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const TimelineLine &each = line(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case SummaryRole: return each.summary;
    case Qt::AccessibleTextRole:
        return u"%1, %2, %3, %4"_s.arg(clockText(each.at), each.summary, byline(each), each.flag);
    case AtRole: return each.at;
    case DetailRole: return byline(each);
    case ToneRole: return each.tone;
    case FlagRole: return each.flag;
    case FirstOfDayRole: return index.row() == 0 || !sameDay(line(index.row() - 1).at, each.at);
    default: return {};
    }
}

} // namespace wardroom::models
