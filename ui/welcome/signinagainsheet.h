// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/incident/sheet.h"

class QLineEdit;

namespace wardroom::ui {

//! Asks for the password after the server has ended a sign-in.
class SignInAgainSheet final : public Sheet
{
    Q_OBJECT

public:
    SignInAgainSheet(const QString &account, const QString &server, QWidget *parent = nullptr);
    QByteArray password() const;

Q_SIGNALS:
    void browserWanted(); //!< instead of a password

protected:
    QString missing() const override;

private:
    QLineEdit *m_password;
};

} // namespace wardroom::ui
