// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/theme/theme.h"

#include <QWidget>

class QButtonGroup;

namespace wardroom::ui {

enum class Page { rooms, board, approvals, commands, reports, settings, welcome, signIn };

//! A workspace of this profile, in the switcher.
struct WorkspaceChoice
{
    QString name;
    qint64 unread = 0;
    bool isOpen = true; //!< its rooms are followed, so that unread is known
    friend bool operator==(const WorkspaceChoice &, const WorkspaceChoice &) = default;
};

//! The narrow column at the left: which workspace, and its pages.
class Rail final : public QWidget
{
    Q_OBJECT

public:
    explicit Rail(const Theme &theme, QWidget *parent = nullptr);
    void setWorkspace(const QString &name);
    //! What the button at the top offers.
    void setChoices(const QList<WorkspaceChoice> &choices);
    void setPage(Page page);
    void setWaiting(int approvals); //!< the badge
    void focusPages();

Q_SIGNALS:
    void pageChosen(wardroom::ui::Page page);
    void workspaceChosen(const QString &name);
    void newWorkspaceWanted();

private:
    class RailButton;
    class WorkspaceButton;
    void fillMenu();
    RailButton *addPage(Page page, const QString &icon, const QString &name);

    const Theme &m_theme;
    WorkspaceButton *m_workspace;
    QString m_name;
    QList<WorkspaceChoice> m_choices;
    QMap<Page, RailButton *> m_pages;
    QButtonGroup *m_group;
};

} // namespace wardroom::ui
