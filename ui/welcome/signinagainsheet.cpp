// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/signinagainsheet.h"

#include "ui/theme/pieces.h"

#include <QComboBox>
#include <QLineEdit>

namespace wardroom::ui {

SignInAgainSheet::SignInAgainSheet(const QString &account, const QString &server, QWidget *parent)
    : Sheet(tr("Sign in again"),
            tr("%1 has ended the sign-in of this desktop. What you wrote meanwhile is kept and goes out afterwards.")
                .arg(server),
            tr("Sign in"), parent)
    , m_way(new QComboBox)
    , m_password(new QLineEdit)
    , m_token(new QLineEdit)
    , m_browser(makeText(tr("Opens the server's page. Sign in there, then come back: this window waits five minutes."),
                         "muted"))
{
    for (QLineEdit *secret : {m_password, m_token}) {
        secret->setEchoMode(QLineEdit::Password);
        secret->setMaxLength(4096);
    }
    addField(tr("Account"), makeText(account, "strong"));
    addField(tr("How"), m_way);
    addField(tr("Password"), m_password);
    addField(tr("Access token"), m_token);
    addField(tr("Browser"), m_browser);
    connect(m_way, &QComboBox::currentIndexChanged, this, &SignInAgainSheet::showWay);
    fillWays(true, false);
    m_password->setFocus();
}

void SignInAgainSheet::fillWays(bool password, bool browser)
{
    const QVariant before = m_way->currentData();
    m_way->clear();
    if (password)
        m_way->addItem(tr("With the password"), static_cast<int>(SignInWay::password));
    if (browser)
        m_way->addItem(tr("In the browser"), static_cast<int>(SignInWay::browser));
    m_way->addItem(tr("With an access token"), static_cast<int>(SignInWay::token));
    m_way->setCurrentIndex(std::max(0, m_way->findData(before)));
    showWay();
}

void SignInAgainSheet::setOffers(const SignInOffers &offers)
{
    fillWays(offers.password, offers.browser);
}

void SignInAgainSheet::showWay()
{
    showField(m_password, way() == SignInWay::password);
    showField(m_token, way() == SignInWay::token);
    showField(m_browser, way() == SignInWay::browser);
}

SignInWay SignInAgainSheet::way() const
{
    return static_cast<SignInWay>(m_way->currentData().toInt());
}

QByteArray SignInAgainSheet::secret() const
{
    return (way() == SignInWay::token ? m_token->text().trimmed() : m_password->text()).toUtf8();
}

QString SignInAgainSheet::missing() const
{
    if (way() == SignInWay::password && m_password->text().isEmpty())
        return tr("Write the password.");
    if (way() == SignInWay::token && m_token->text().trimmed().isEmpty())
        return tr("Paste the access token.");
    return {};
}

} // namespace wardroom::ui
