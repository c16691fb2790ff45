// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/workspace.h"
#include "ui/reports/exportdialog.h"
#include "ui/shell/mainwindow.h"

#include <QPointer>

namespace wardroom::ui {

//! What leaves the room or looks over all of them: export, reports, the board.
class RecordPresenter final : public QObject
{
    Q_OBJECT

public:
    RecordPresenter(MainWindow &window, session::Workspace &workspace, QObject *parent = nullptr);

    void openExport(const session::RoomId &room);
    void openCustody(const session::RoomId &room);
    ExportDialog *dialog() const { return m_dialog; } //!< null while none is open
    void refreshPage(Page page);

Q_SIGNALS:
    void roomWanted(const wardroom::session::RoomId &room);
    void placeWanted(const wardroom::session::RoomId &room, const wardroom::session::EntryId &entry);

private:
    void write();
    void check(const QString &path);

    MainWindow &m_window;
    session::Workspace &m_workspace;
    QPointer<ExportDialog> m_dialog;
};

} // namespace wardroom::ui
