// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/incident/sheet.h"
#include "ui/welcome/signinpage.h"

class QComboBox;
class QLineEdit;

namespace wardroom::ui {

//! After the server has ended a sign-in: by password, by access token, or in the browser, as far as the server offers
//! it.
class SignInAgainSheet final : public Sheet
{
    Q_OBJECT

public:
    SignInAgainSheet(const QString &account, const QString &server, QWidget *parent = nullptr);
    //! What the server offers; before it said so, nobody is sent into a browser for nothing.
    void setOffers(const SignInOffers &offers);
    SignInWay way() const;
    //! The password or the access token.
    QByteArray secret() const;

protected:
    QString missing() const override;

private:
    void fillWays(bool password, bool browser);
    void showWay();

    QComboBox *m_way;
    QLineEdit *m_password;
    QLineEdit *m_token;
    QLabel *m_browser;
};

} // namespace wardroom::ui
