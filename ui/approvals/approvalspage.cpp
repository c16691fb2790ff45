// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/approvals/approvalspage.h"

#include "base/plaintext.h"
#include "models/times.h"
#include "ui/theme/badges.h"
#include "ui/theme/pieces.h"

namespace wardroom::ui {

using namespace Qt::StringLiterals;

ApprovalsPage::ApprovalsPage(const Theme &theme, models::ApprovalsModel *model, QWidget *parent)
    : PageFrame(tr("Approvals"), tr("Nothing that changes anything runs before the right people accepted it."), parent)
    , m_theme(theme)
    , m_model(model)
{
    m_list = new QVBoxLayout;
    setMargins(m_list, 0, 0, 0, 0, 10);
    body()->addLayout(m_list);
    body()->addStretch();
    connect(model, &QAbstractItemModel::modelReset, this, &ApprovalsPage::refill);
    refill();
}

void ApprovalsPage::setNow(qint64 now)
{
    m_now = now;
}

QWidget *ApprovalsPage::makeCard(const session::ApprovalView &view)
{
    const bool mine = view.whyNotMe.isEmpty();
    auto *card = makeFrame("card");
    auto *row = new QHBoxLayout(card);
    setMargins(row, 16, 12, 14, 12, 14);
    auto *words = new QVBoxLayout;
    setMargins(words, 0, 0, 0, 0, 3);
    auto *head = new QHBoxLayout;
    setMargins(head, 0, 0, 0, 0, 8);
    auto *badge = new BadgeLabel(m_theme);
    badge->setBadge(riskBadge(view.risk, m_theme.tokens()));
    head->addWidget(badge);
    QLabel *title = makeText(shownPlainly(view.title, 200), "strong");
    head->addWidget(title, 1);
    words->addLayout(head);
    words->addWidget(makeText(tr("%1 asks in %2 · %3 of %4 approvals")
                                  .arg(shownPlainly(view.requester, 80), shownPlainly(view.roomName, 80))
                                  .arg(view.given)
                                  .arg(view.needed),
                              "muted"));
    if (!mine)
        words->addWidget(makeText(view.whyNotMe, "small"));
    row->addLayout(words, 1);
    if (view.expires > 0 && m_now > 0)
        row->addWidget(makeLabel(tr("expires in %1").arg(models::durationText(view.expires - m_now)), "muted"));
    auto *open = makeButton(mine ? tr("Review and decide…") : tr("Review…"), mine ? "primary" : "");
    open->setAccessibleName(tr("Review: %1").arg(view.title));
    connect(open, &QPushButton::clicked, this,
            [this, room = view.room, op = view.op] { Q_EMIT reviewWanted(room, op); });
    row->addWidget(open);
    return card;
}

void ApprovalsPage::refill()
{
    emptyLayout(m_list);
    if (m_model->rowCount() == 0) {
        auto *none = makeText(
            tr("Nothing waits for a decision. Requests to change something appear here, with exactly what would run."),
            "muted");
        none->setContentsMargins(0, 12, 0, 0);
        m_list->addWidget(none);
        return;
    }
    for (const bool mine : {true, false}) {
        bool first = true;
        for (int i = 0; i < m_model->rowCount(); ++i) {
            if (m_model->view(i).whyNotMe.isEmpty() != mine)
                continue;
            if (first)
                m_list->addWidget(makeLabel(mine ? tr("WAITING FOR YOU") : tr("WAITING FOR OTHERS"), "section"));
            first = false;
            m_list->addWidget(makeCard(m_model->view(i)));
        }
    }
}

} // namespace wardroom::ui
