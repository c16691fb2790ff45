// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/views.h"

#include <QAbstractListModel>
#include <optional>

namespace wardroom::models {

//! The fold of a room's facts as lines, oldest first, of all groups or of one.
class TimelineModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { AtRole = Qt::UserRole, SummaryRole, DetailRole, ToneRole, FlagRole, FirstOfDayRole };
    static constexpr int bars = 15;

    using QAbstractListModel::QAbstractListModel;

    void setLines(const QList<session::TimelineLine> &lines);
    void setGroup(std::optional<session::TimelineGroup> group);
    const session::TimelineLine &line(int row) const { return m_all.at(m_shown.at(row)); }
    qsizetype total() const { return m_all.size(); }
    //! How many lines fall into each of `bars` equal stretches of time, over all groups.
    const QList<int> &histogram() const { return m_histogram; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<int> chosen(const QList<session::TimelineLine> &lines) const;
    void refreshHistogram();

    QList<session::TimelineLine> m_all;
    QList<int> m_shown;
    QList<int> m_histogram;
    std::optional<session::TimelineGroup> m_group;
};

} // namespace wardroom::models
