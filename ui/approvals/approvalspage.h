// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/listmodels.h"
#include "ui/shell/pageframe.h"

namespace wardroom::ui {

//! Every request that waits: first those this person may decide.
class ApprovalsPage final : public PageFrame
{
    Q_OBJECT

public:
    ApprovalsPage(const Theme &theme, models::ApprovalsModel *model, QWidget *parent = nullptr);
    void setNow(qint64 now); //!< ms, for "expires in"

Q_SIGNALS:
    void reviewWanted(const wardroom::session::RoomId &room, const wardroom::session::OpId &op);

private:
    void refill();
    QWidget *makeCard(const session::ApprovalView &view);

    const Theme &m_theme;
    models::ApprovalsModel *m_model;
    QVBoxLayout *m_list;
    qint64 m_now = 0;
};

} // namespace wardroom::ui
