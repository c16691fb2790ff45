// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/theme/theme.h"

#include <QWidget>

class QButtonGroup;
class QLabel;

namespace wardroom::ui {

enum class Page { rooms, board, approvals, commands, reports, settings, welcome };

//! The narrow column at the left: which workspace, and its pages.
class Rail final : public QWidget
{
    Q_OBJECT

public:
    explicit Rail(const Theme &theme, QWidget *parent = nullptr);
    void setWorkspace(const QString &name);
    void setPage(Page page);
    void setWaiting(int approvals); //!< the badge
    void focusPages();

Q_SIGNALS:
    void pageChosen(wardroom::ui::Page page);

private:
    class RailButton;
    RailButton *addPage(Page page, const QString &icon, const QString &name);

    const Theme &m_theme;
    QLabel *m_workspace;
    QMap<Page, RailButton *> m_pages;
    QButtonGroup *m_group;
};

} // namespace wardroom::ui
