// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDialog>

class QLabel;
class QLayout;
class QLineEdit;
class QPushButton;

namespace wardroom::ui {

//! One invitation, to be handed to one colleague.
class InviteDialog final : public QDialog
{
    Q_OBJECT

public:
    //! \a needsAccount: the workspace is on a chat server, and the invited account has to get into its control room.
    InviteDialog(const QString &invitation, bool needsAccount, QWidget *parent = nullptr);
    //! The account was invited, or why not.
    void setAdmitted(const QString &account, const QString &problem);

Q_SIGNALS:
    void admitWanted(const QString &account);

private:
    QLayout *makeAccount();

    QLineEdit *m_account = nullptr;
    QPushButton *m_admit = nullptr;
    QLabel *m_admitted = nullptr;
};

} // namespace wardroom::ui
