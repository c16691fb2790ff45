// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/cataloguemodel.h"
#include "ui/shell/pageframe.h"

class QButtonGroup;
class QLineEdit;
class QListView;

namespace wardroom::ui {

//! Everything that can be asked for: found by searching, and for the one that is chosen how it is said, what it does,
//! who may, how it went lately, and a way to try it where nothing can break.
class CataloguePage final : public PageFrame
{
    Q_OBJECT

public:
    CataloguePage(const Theme &theme, models::CatalogueModel *model, QWidget *parent = nullptr);

    //! Plugins that could not be read, a sentence each.
    void setProblems(const QStringList &problems);
    void setNow(qint64 now) { m_now = now; } //!< ms, for the ages of runs; 0: the system's
    //! Shows the command \a id, whatever was searched for.
    void showCommand(const QString &id);
    QLineEdit *search() const { return m_search; }
    QListView *list() const { return m_list; }
    QString shown() const { return m_id; } //!< the id of the command whose page it is; empty: none

Q_SIGNALS:
    void commandChosen(const QString &line); //!< to be put into the message
    void explainWanted(const QString &line);
    //! Where nothing can break: \a line names a practice host; empty: none is here, so one is to be made.
    void practiceWanted(const QString &line, bool here); //!< \a here: this workspace has a practice host
    void roomWanted(const wardroom::session::RoomId &room);

private:
    QWidget *makeTools();
    void narrow();
    void refill();
    void showLine(const session::CommandLine &line);
    void addTry(const session::CommandLine &line);
    void addRuns(const session::CommandLine &line);
    void addSection(const QString &title, const QStringList &lines);

    const Theme &m_theme;
    models::CatalogueModel *m_model;
    QLineEdit *m_search;
    QButtonGroup *m_only;
    QLabel *m_problems;
    QListView *m_list;
    QLabel *m_nothing;
    QWidget *m_side;
    QVBoxLayout *m_detail;
    QString m_id;
    qint64 m_now = 0;
};

} // namespace wardroom::ui
