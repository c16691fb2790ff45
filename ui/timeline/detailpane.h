// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/listmodels.h"
#include "models/timelinemodel.h"
#include "ui/composer/completionpopup.h"
#include "ui/theme/theme.h"

#include <QStandardItemModel>
#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QStackedWidget;
class QTabBar;

namespace wardroom::ui {

class ClockCards;
class TimelinePage;

//! The right column: timeline, what the bot can do, tasks, evidence, people; and below, whether the record is whole.
class DetailPane final : public QWidget
{
    Q_OBJECT

public:
    DetailPane(const Theme &theme, models::TimelineModel *timeline, models::TasksModel *tasks,
               models::PeopleModel *people, QWidget *parent = nullptr);

    //! "128 entries, chain intact", or what is wrong.
    void setRecord(const QString &sentence, bool intact);
    //! How many other Wardrooms have fixed this record, and how many of them have another past.
    void setWitnesses(qsizetype witnesses, qsizetype differing);
    void setCatalogue(const QList<CompletionItem> &commands);
    void setEvidence(const QList<session::FileLine> &files);
    void setTasksAllowed(bool allowed); //!< only incidents have tasks
    void focusTabs();
    TimelinePage *timeline() const { return m_timeline; }
    ClockCards *clocks() const { return m_clocks; } //!< the legal clocks, above the timeline

Q_SIGNALS:
    void exportWanted();
    void custodyWanted(); //!< what other Wardrooms have of this record
    void commandChosen(const QString &insert);
    void taskWanted(const QString &title);
    void inviteWanted();
    void addPersonWanted();
    void removePersonWanted();
    void evidenceActionWanted(int row, bool open); //!< otherwise to be saved
    void tabChosen(int index);

private:
    QWidget *makeTasks(models::TasksModel *tasks);
    QWidget *makeEvidence();
    QWidget *makePeople(models::PeopleModel *people);
    QWidget *makeFooter();
    QWidget *listPage(QAbstractItemModel *model, const QString &name, const QString &empty);
    void refreshTabs();

    const Theme &m_theme;
    models::TasksModel *m_tasks;
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    TimelinePage *m_timeline;
    ClockCards *m_clocks;
    QStandardItemModel m_commands;
    QStandardItemModel m_evidence;
    QList<session::FileLine> m_files; //!< of the evidence
    QListView *m_evidenceList = nullptr;
    QLineEdit *m_newTask = nullptr;
    QLabel *m_record = nullptr;
    QPushButton *m_witnesses = nullptr;
};

} // namespace wardroom::ui
