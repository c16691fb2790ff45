// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/listmodels.h"

#include "models/times.h"

namespace wardroom::models {

using namespace Qt::StringLiterals;

void ApprovalsModel::setViews(const QList<session::ApprovalView> &views)
{
    // Every fact of a room asks again: whoever is on one of the buttons must not lose it for nothing.
    const bool same =
        std::equal(views.begin(), views.end(), m_views.begin(), m_views.end(), [](const auto &a, const auto &b) {
            return a.op == b.op && a.given == b.given && a.needed == b.needed && a.expires == b.expires &&
                   a.whyNotMe == b.whyNotMe && a.title == b.title;
        });
    if (same)
        return;
    beginResetModel();
    m_views = views;
    endResetModel();
}

int ApprovalsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_views.size());
}

QVariant ApprovalsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const session::ApprovalView &view = m_views.at(index.row());
    if (role == Qt::DisplayRole)
        return view.title;
    if (role == Qt::AccessibleTextRole)
        return tr("%1, asked by %2 in %3, %4 of %5 approvals")
            .arg(view.title, view.requester, view.roomName)
            .arg(view.given)
            .arg(view.needed);
    return {};
}

void TasksModel::setTasks(const QList<session::TaskLine> &tasks)
{
    const bool same = std::equal(tasks.begin(), tasks.end(), m_tasks.begin(), m_tasks.end(),
                                 [](const auto &a, const auto &b) { return a.id == b.id; });
    if (same && !tasks.isEmpty()) {
        m_tasks = tasks;
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_tasks = tasks;
    endResetModel();
}

int TasksModel::done() const
{
    return static_cast<int>(std::count_if(m_tasks.begin(), m_tasks.end(), [](const auto &task) { return task.done; }));
}

int TasksModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_tasks.size());
}

QVariant TasksModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const session::TaskLine &task = m_tasks.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return task.assignee.isEmpty() ? task.title : tr("%1 · %2").arg(task.title, task.assignee);
    case Qt::CheckStateRole: return task.done ? Qt::Checked : Qt::Unchecked;
    default: return {};
    }
}

bool TasksModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::CheckStateRole || value.toInt() != Qt::Checked || m_tasks.at(index.row()).done)
        return false;
    Q_EMIT finishWanted(m_tasks.at(index.row()).id);
    return true;
}

Qt::ItemFlags TasksModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags tick = m_tasks.at(index.row()).done ? Qt::NoItemFlags : Qt::ItemIsUserCheckable;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren | tick;
}

void PeopleModel::setPeople(const QList<session::PersonLine> &people)
{
    if (people == m_people)
        return;
    beginResetModel();
    m_people = people;
    endResetModel();
    Q_EMIT membersChanged();
}

int PeopleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_people.size() + m_invited.size());
}

void PeopleModel::setInvited(const QList<session::PersonLine> &invited)
{
    if (invited == m_invited)
        return;
    beginResetModel();
    m_invited = invited;
    endResetModel();
}

const session::PersonLine &PeopleModel::person(int row) const
{
    return row < m_people.size() ? m_people.at(row) : m_invited.at(row - m_people.size());
}

QVariant PeopleModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid) ||
        role != Qt::DisplayRole)
        return {};
    const session::PersonLine &person = this->person(index.row());
    if (person.invited)
        return tr("%1 · invited, has not come yet").arg(person.name);
    const QString name = person.me ? tr("%1 (you)").arg(person.name) : person.name;
    return person.groups.isEmpty() ? name : tr("%1 · %2").arg(name, person.groups.join(u", "_s));
}

void SearchModel::setPage(const session::SearchPage &page)
{
    beginResetModel();
    m_lines = page.lines;
    m_after = page.after;
    m_more = page.more;
    m_asking = false;
    endResetModel();
    Q_EMIT pageCame();
}

void SearchModel::addPage(const session::SearchPage &page)
{
    m_after = page.after;
    m_more = page.more;
    m_asking = false;
    const int last = rowCount();
    if (!page.lines.isEmpty()) {
        beginInsertRows({}, last, last + static_cast<int>(page.lines.size()) - 1);
        m_lines += page.lines;
        endInsertRows();
    }
    Q_EMIT pageCame();
}

bool SearchModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_more && !m_asking;
}

void SearchModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_asking = true;
    Q_EMIT moreWanted();
}

int SearchModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QVariant SearchModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const session::SearchLine &line = m_lines.at(index.row());
    const QString where = tr("%1 · %2 · %3").arg(momentText(line.at), line.author, line.roomName);
    switch (role) {
    case Qt::DisplayRole:
    case TextRole: return line.text;
    case WhereRole: return where;
    case Qt::AccessibleTextRole: return u"%1. %2"_s.arg(where, line.text);
    default: return {};
    }
}

} // namespace wardroom::models
