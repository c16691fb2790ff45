// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/views.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QLabel;
class QMenu;
class QToolButton;

namespace wardroom::ui {

class BadgeLabel;
class ElidedLabel;
class StageBar;

//! What the menu of a room's header asks for.
enum class RoomCommand {
    severity,
    tlp,
    legalClock,
    lead,
    summary,
    nextUpdate,
    addTask,
    addNote,
    close,
    reopen,
    catchUp,
    rename,
    topic,
    removePerson,
    leave
};

//! Above a conversation: severity, title, who leads, how long it is open, and the six stages of an incident.
class RoomHeader final : public QWidget
{
    Q_OBJECT

public:
    explicit RoomHeader(const Theme &theme, QWidget *parent = nullptr);
    void setView(const session::HeaderView &view, qint64 now); //!< now in ms
    //! The button that brings back a side pane when the window is too narrow for it.
    QToolButton *detailToggle() const { return m_detail; }

Q_SIGNALS:
    void stageWanted(wardroom::domain::IncidentStatus status);
    void commandWanted(wardroom::ui::RoomCommand command);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fillMenu();
    void addRoom(QMenu *menu);
    void refreshTexts();

    const Theme &m_theme;
    session::HeaderView m_view;
    qint64 m_now = 0;
    BadgeLabel *m_badge;
    BadgeLabel *m_tlp;
    ElidedLabel *m_title;
    QLabel *m_closedMark;
    QLabel *m_encryptedMark;
    QLabel *m_metaBefore;
    QLabel *m_metaName;
    QLabel *m_metaAfter;
    QToolButton *m_menu;
    QToolButton *m_detail;
    StageBar *m_stages;
};

} // namespace wardroom::ui
