// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include "session/workspace.h"
#include "ui/approvals/approvaldialog.h"
#include "ui/shell/mainwindow.h"

#include <QPointer>

namespace wardroom::ui {

//! The approvals page, its badge, and the dialog.
class DecisionPresenter final : public QObject
{
    Q_OBJECT

public:
    DecisionPresenter(MainWindow &window, session::Workspace &workspace, const Clock &clock, QObject *parent = nullptr);

    void refresh();
    void openDialog(const session::RoomId &room, const session::OpId &op);
    ApprovalDialog *dialog() const { return m_dialog; } //!< null while none is open

Q_SIGNALS:
    void questionWanted(const wardroom::session::RoomId &room, const QString &words);

private:
    void finishDecision(QCoro::Task<Result<session::FactId>> task);

    MainWindow &m_window;
    session::Workspace &m_workspace;
    const Clock &m_clock;
    QPointer<ApprovalDialog> m_dialog;
};

} // namespace wardroom::ui
