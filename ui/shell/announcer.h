// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/conversationmodel.h"
#include "models/listmodels.h"

#include <QHash>
#include <QTimer>
#include <QWidget>

namespace wardroom::ui {

//! Says to screen readers what changed while the focus was elsewhere: what others wrote, how an operation went, that a
//! decision waits. A notification object without a size: it shows itself with each new sentence.
class Announcer final : public QWidget
{
    Q_OBJECT

public:
    explicit Announcer(QWidget *parent);

    void listenTo(models::ConversationModel *conversation);
    void listenTo(models::ApprovalsModel *approvals);
    //! Sentences within a moment are said together.
    void say(const QString &sentence);

Q_SIGNALS:
    void said(const QString &words);

private:
    void onInserted(int first, int last);
    void onChanged(int first, int last);
    void speak();

    models::ConversationModel *m_conversation = nullptr;
    QHash<QString, QString> m_standing; //!< by row: what was last heard of it
    QStringList m_waiting;
    QTimer m_timer;
    qsizetype m_approvals = 0;
};

} // namespace wardroom::ui
