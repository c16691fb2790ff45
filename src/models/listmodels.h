// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/talk.h"
#include "session/views.h"

#include <QAbstractListModel>

//! Short lists whose rows are whole values: replaced as one, and silent when nothing changed.
namespace wardroom::models {

//! Requests that wait for a decision.
class ApprovalsModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;
    void setViews(const QList<session::ApprovalView> &views);
    const session::ApprovalView &view(int row) const { return m_views.at(row); }
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<session::ApprovalView> m_views;
};

//! The room's tasks; ticking one asks for it and shows it once the room says so.
class TasksModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;
    void setTasks(const QList<session::TaskLine> &tasks);
    const session::TaskLine &task(int row) const { return m_tasks.at(row); }
    int done() const;
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void finishWanted(const wardroom::session::FactId &task);

private:
    QList<session::TaskLine> m_tasks;
};

class PeopleModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;
    void setPeople(const QList<session::PersonLine> &people);
    //! Who was asked in and has not come: below the others.
    void setInvited(const QList<session::PersonLine> &invited);
    const QList<session::PersonLine> &invited() const { return m_invited; }
    const session::PersonLine &person(int row) const;
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void membersChanged(); //!< who is in, not who was asked

private:
    QList<session::PersonLine> m_people;
    QList<session::PersonLine> m_invited;
};

//! What a search found, newest first; a view that comes to its end asks for the next page.
class SearchModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { WhereRole = Qt::UserRole, TextRole };
    using QAbstractListModel::QAbstractListModel;
    void setPage(const session::SearchPage &page);
    void addPage(const session::SearchPage &page);
    //! The page that was wanted did not come; scrolling asks again.
    void missPage() { m_asking = false; }
    const store::SearchPlace &after() const { return m_after; }
    bool hasMore() const { return m_more; }
    const session::SearchLine &line(int row) const { return m_lines.at(row); }
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void moreWanted();
    void pageCame(); //!< an empty one too

private:
    QList<session::SearchLine> m_lines;
    store::SearchPlace m_after;
    bool m_more = false;
    bool m_asking = false;
};

} // namespace wardroom::models
