// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/decisionpresenter.h"

#include "session/approvals.h"
#include "ui/approvals/approvaldialog.h"
#include "ui/approvals/approvalspage.h"

#include <QCoroTask>

namespace wardroom::ui {

using namespace Qt::StringLiterals;

DecisionPresenter::DecisionPresenter(MainWindow &window, session::Workspace &workspace, const Clock &clock,
                                     QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_workspace(workspace)
    , m_clock(clock)
{
    connect(&workspace, &session::Workspace::approvalsChanged, this, &DecisionPresenter::refresh);
    connect(window.approvals(), &ApprovalsPage::reviewWanted, this, &DecisionPresenter::openDialog);
    refresh();
}

void DecisionPresenter::refresh()
{
    m_window.rail()->setWaiting(static_cast<int>(m_workspace.approvals().waitingForMe().size()));
    m_window.approvals()->setNow(m_clock.nowMs());
    m_window.models().approvals.setViews(m_workspace.approvals().live());
    if (!m_dialog)
        return;
    const session::ApprovalView now = m_workspace.approvals().view(m_dialog->view().room, m_dialog->view().op);
    if (!now.op.isEmpty())
        m_dialog->setView(now);
}

void DecisionPresenter::openDialog(const session::RoomId &room, const session::OpId &op)
{
    const session::ApprovalView view = m_workspace.approvals().view(room, op);
    if (view.op.isEmpty()) {
        m_window.showTrouble(tr("This request is not known here yet."));
        return;
    }
    if (m_dialog)
        m_dialog->close();
    m_dialog = new ApprovalDialog(m_window.theme(), m_clock, &m_window);
    m_dialog->setView(view);
    connect(m_dialog, &ApprovalDialog::acceptWanted, this, [this, room, op](const QString &reason) {
        finishDecision(m_workspace.approvals().approve(room, op, reason, u"window"_s));
    });
    connect(m_dialog, &ApprovalDialog::declineWanted, this, [this, room, op](const QString &reason) {
        finishDecision(m_workspace.approvals().decline(room, op, reason, u"window"_s));
    });
    connect(m_dialog, &ApprovalDialog::questionWanted, this, [this, room, view] {
        m_dialog->close();
        Q_EMIT questionWanted(room, tr("@%1 about “%2”: ").arg(view.requester, view.title));
    });
    m_dialog->open();
}

void DecisionPresenter::finishDecision(QCoro::Task<Result<session::FactId>> task)
{
    const QPointer<ApprovalDialog> dialog(m_dialog);
    QCoro::connect(std::move(task), this, [dialog](const Result<session::FactId> &done) {
        if (!dialog)
            return;
        if (done)
            dialog->accept();
        else
            dialog->setProblem(done.error().message);
    });
}

} // namespace wardroom::ui
