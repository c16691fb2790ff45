// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/drillpresenter.h"

#include "session/incidents.h"
#include "ui/drill/debriefdialog.h"
#include "ui/drill/drillband.h"
#include "ui/rooms/roomspane.h"
#include "ui/shell/announcer.h"

namespace wardroom::ui {

using session::DrillPlay;

DrillPresenter::DrillPresenter(MainWindow &window, session::Workspace &workspace, DrillPlay &play, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_workspace(workspace)
    , m_play(play)
{
    connect(&play, &DrillPlay::changed, this, &DrillPresenter::refresh);
    connect(&play, &DrillPlay::over, this, &DrillPresenter::debrief);
    connect(&play, &DrillPlay::troubled, &window, &MainWindow::showTrouble);
    connect(window.drill(), &DrillBand::skipWanted, &play, &DrillPlay::skip);
    connect(window.drill(), &DrillBand::leaveWanted, this, [this] {
        m_play.stop();
        debrief();
    });
    connect(window.drill(), &DrillBand::stepShown, window.announcer(), &Announcer::say);
    refresh();
}

DrillPresenter::~DrillPresenter()
{
    m_window.drill()->hide();
}

void DrillPresenter::refresh()
{
    if (m_play.isOver())
        m_window.drill()->hide();
    else if (m_play.current() >= 0)
        m_window.drill()->showStep(m_play.title(), m_play.lines(), m_play.current());
}

void DrillPresenter::debrief()
{
    auto *dialog = new DebriefDialog(m_play.title(), m_play.debrief(), m_play.lines(), &m_window);
    connect(dialog, &DebriefDialog::keepWanted, this, [this] {
        QCoro::connect(m_workspace.incidents().addNote(m_window.rooms()->currentRoom(), m_play.debrief()), this,
                       [this](const Result<session::FactId> &kept) {
                           if (!kept)
                               m_window.showTrouble(kept.error().message);
                       });
    });
    dialog->open();
}

} // namespace wardroom::ui
