// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/signinagainsheet.h"

#include "ui/theme/pieces.h"

#include <QLineEdit>

namespace wardroom::ui {

SignInAgainSheet::SignInAgainSheet(const QString &account, const QString &server, QWidget *parent)
    : Sheet(tr("Sign in again"),
            tr("%1 has ended the sign-in of this desktop. What you wrote meanwhile is kept and goes out afterwards.")
                .arg(server),
            tr("Sign in"), parent)
    , m_password(new QLineEdit)
{
    auto *who = makeText(account, "strong");
    m_password->setEchoMode(QLineEdit::Password);
    auto *browser = makeButton(tr("In the browser instead…"), "link");
    addField(tr("Account"), who);
    addField(tr("Password"), m_password);
    addField(QString(), browser);
    browser->setAccessibleName(browser->text());
    connect(browser, &QPushButton::clicked, this, &SignInAgainSheet::browserWanted);
    m_password->setFocus();
}

QByteArray SignInAgainSheet::password() const
{
    return m_password->text().toUtf8();
}

QString SignInAgainSheet::missing() const
{
    return m_password->text().isEmpty() ? tr("Write the password.") : QString();
}

} // namespace wardroom::ui
