// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/commandbook.h"

#include <QAbstractListModel>

namespace wardroom::models {

//! The commands, narrowed to what is searched for. A row is a whole value.
class CatalogueModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { SummaryRole = Qt::UserRole, RiskRole, UsableRole };
    enum class Only { all, reading, changing, mine };

    using QAbstractListModel::QAbstractListModel;
    void setLines(const QList<session::CommandLine> &lines);
    //! Every word of \a words has to be in what the command is, says or can be asked with.
    void setFilter(const QString &words, Only only);
    const session::CommandLine &line(int row) const { return m_lines.at(m_shown.at(row)); }
    int rowOf(const QString &id) const; //!< -1: not shown
    int total() const { return static_cast<int>(m_lines.size()); }
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    bool fits(const session::CommandLine &line) const;
    void narrow();

    QList<session::CommandLine> m_lines;
    QList<qsizetype> m_shown;
    QStringList m_words;
    Only m_only = Only::all;
};

//! "READ", "ROOM", "CHANGE", "DISRUPT", as a word for lists and screen readers.
QString riskWord(domain::Risk risk);

} // namespace wardroom::models
