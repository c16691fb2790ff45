// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/signinpresenter.h"

#include "domain/invitation.h"

#include <QDesktopServices>

namespace wardroom::ui {

SignInPresenter::SignInPresenter(SignInPage &page, const Clock &clock, Prepare prepare, QObject *parent)
    : QObject(parent)
    , m_page(page)
    , m_clock(clock)
    , m_prepare(std::move(prepare))
    , m_browser([](const QUrl &url) { QDesktopServices::openUrl(url); })
{
    connect(&page, &SignInPage::invitationPasted, this, &SignInPresenter::readInvitation);
    connect(&page, &SignInPage::lookWanted, this, &SignInPresenter::look);
    connect(&page, &SignInPage::signInWanted, this, &SignInPresenter::signIn);
    connect(&page, &SignInPage::cancelWanted, this, [this] {
        cancel();
        m_page.setBusy({});
    });
    connect(&page, &SignInPage::backWanted, this, &SignInPresenter::cancel);
}

SignInPresenter::~SignInPresenter()
{
    cancel();
}

QString SignInPresenter::problemWords(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::auth: return tr("%1 Check the account and the password and try again.").arg(error.message);
    case ErrorKind::transient:
    case ErrorKind::timeout: return tr("%1 Check the address and your network, then try again.").arg(error.message);
    case ErrorKind::rate: return tr("The server asks to wait a little before the next try. %1").arg(error.message);
    case ErrorKind::forbidden:
        return tr("%1 Ask a colleague to invite your account into the control room.").arg(error.message);
    default: return error.message;
    }
}

void SignInPresenter::readInvitation(const QString &text)
{
    const Result<domain::Invitation> invitation = domain::Invitation::fromText(text);
    if (!invitation) {
        m_page.setProblem(invitation.error().message);
        return;
    }
    const std::optional<session::MatrixAddress> address = session::MatrixAddress::fromText(invitation->place);
    if (!address) {
        m_page.setProblem(
            tr("This invitation is into a workspace on one machine. It needs no account: go back and paste it there."));
        return;
    }
    if (invitation->expires < m_clock.nowMs()) {
        m_page.setProblem(tr("This invitation has expired. Ask for a new one."));
        return;
    }
    const QString server = address->homeserver.toString();
    m_page.setInvited(server, invitation->name, address->control.text(), invitation->workspace.text());
    look(server);
}

void SignInPresenter::look(const QString &server)
{
    cancel();
    m_page.setBusy(tr("Looking for the server…"));
    m_login = new chat::MatrixLogin(m_clock);
    QCoro::connect(m_login->discover(server), this, [this, mine = m_attempt](const Result<chat::MatrixServer> &found) {
        if (mine != m_attempt)
            return;
        if (found)
            m_page.setOffers({found->homeserver.toString(), found->password, found->sso});
        else
            m_page.setProblem(problemWords(found.error()));
    });
}

void SignInPresenter::signIn(const SignInWish &wish)
{
    cancel();
    m_page.setBusy(wish.way == SignInWay::browser ? tr("Waiting for your browser: sign in there, then come back…")
                                                  : tr("Signing in…"));
    QCoro::connect(enter(wish, m_attempt), this,
                   [this, mine = m_attempt](const Result<session::WorkspaceEntry> &entry) {
                       if (mine != m_attempt)
                           return;
                       if (!entry) {
                           m_page.setProblem(entry.error().kind == ErrorKind::conflict &&
                                                     entry.error().message.contains(QLatin1String("--trust"))
                                                 ? tr("The room #control on this server holds a workspace already. Ask "
                                                      "a colleague for an invitation, or join it with its fingerprint.")
                                                 : problemWords(entry.error()));
                           return;
                       }
                       m_page.setBusy(tr("Opening %1…").arg(entry->name));
                       Q_EMIT entered(*entry);
                   });
}

QCoro::Task<Result<session::WorkspaceEntry>> SignInPresenter::enter(SignInWish wish, int mine)
{
    const QPointer<SignInPresenter> self(this);
    Result<session::Environment> environment = co_await m_prepare();
    if (!self || mine != m_attempt)
        co_return fail(ErrorKind::cancelled, {});
    if (!environment)
        co_return tl::unexpected(environment.error());
    m_place = new session::MatrixPlace(*environment);
    session::MatrixCredentials who;
    who.homeserver = wish.server;
    who.user = wish.account;
    if (wish.way == SignInWay::password)
        who.password = wish.password;
    else if (wish.way == SignInWay::token)
        who.token = wish.token;
    else
        who.browser = m_browser;
    if (!wish.invitation.isEmpty())
        co_return co_await m_place->join(wish.invitation, who);
    co_return co_await m_place->add(wish.workspace, who, wish.fingerprint);
}

//! What is under way ends at its next step, before it has kept anything.
void SignInPresenter::cancel()
{
    ++m_attempt;
    for (QObject *under : {static_cast<QObject *>(m_login), static_cast<QObject *>(m_place)})
        if (under)
            under->deleteLater();
    m_login = nullptr;
    m_place = nullptr;
}

} // namespace wardroom::ui
