// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cataloguemodel.h"

#include <QCoreApplication>

namespace wardroom::models {
using namespace Qt::StringLiterals;

QString riskWord(domain::Risk risk)
{
    switch (risk) {
    case domain::Risk::read: return QCoreApplication::translate("CatalogueModel", "reads");
    case domain::Risk::room: return QCoreApplication::translate("CatalogueModel", "says it in the room");
    case domain::Risk::change: return QCoreApplication::translate("CatalogueModel", "changes something");
    case domain::Risk::disrupt: return QCoreApplication::translate("CatalogueModel", "can interrupt a service");
    }
    return {};
}

void CatalogueModel::setLines(const QList<session::CommandLine> &lines)
{
    if (lines == m_lines)
        return;
    beginResetModel();
    m_lines = lines;
    narrow();
    endResetModel();
}

void CatalogueModel::setFilter(const QString &words, Only only)
{
    const QStringList wanted = words.toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    if (wanted == m_words && only == m_only)
        return;
    beginResetModel();
    m_words = wanted;
    m_only = only;
    narrow();
    endResetModel();
}

bool CatalogueModel::fits(const session::CommandLine &line) const
{
    const bool changes = line.risk == domain::Risk::change || line.risk == domain::Risk::disrupt;
    if ((m_only == Only::reading && line.risk != domain::Risk::read) || (m_only == Only::changing && !changes) ||
        (m_only == Only::mine && !line.usable))
        return false;
    const QStringList texts{
        QString(line.id).replace(u'.', u' '), line.id, line.summary, line.help, line.phrases.join(u' '), line.plugin};
    const QString all = texts.join(u' ').toCaseFolded();
    return std::all_of(m_words.begin(), m_words.end(), [&](const QString &word) { return all.contains(word); });
}

void CatalogueModel::narrow()
{
    m_shown.clear();
    for (qsizetype i = 0; i < m_lines.size(); ++i)
        if (fits(m_lines.at(i)))
            m_shown.append(i);
}

int CatalogueModel::rowOf(const QString &id) const
{
    for (int row = 0; row < m_shown.size(); ++row)
        if (line(row).id == id)
            return row;
    return -1;
}

int CatalogueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant CatalogueModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const session::CommandLine &each = line(index.row());
    switch (role) {
    case Qt::DisplayRole: return QString(each.id).replace(u'.', u' ');
    case SummaryRole: return each.summary;
    case RiskRole: return static_cast<int>(each.risk);
    case UsableRole: return each.usable;
    case Qt::AccessibleTextRole:
        return each.usable
                   ? tr("%1: %2. It %3.").arg(QString(each.id).replace(u'.', u' '), each.summary, riskWord(each.risk))
                   : tr("%1: %2. Not for you now.").arg(QString(each.id).replace(u'.', u' '), each.summary);
    default: return {};
    }
}

} // namespace wardroom::models
