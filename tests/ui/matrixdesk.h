// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "support/synapse.h"
#include "support/world.h"

#include "session/workspace.h"
#include "ui/composer/composer.h"
#include "ui/shell/signinpresenter.h"
#include "ui/shell/windowpresenter.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>

//! A window on a real Synapse.
namespace wardroom::test {

using namespace Qt::StringLiterals;
using namespace wardroom::ui;

inline QPushButton *button(const QWidget *widget, const QString &text)
{
    for (QPushButton *each : widget->findChildren<QPushButton *>())
        if (each->text() == text)
            return each;
    return nullptr;
}

inline QLineEdit *field(const QWidget *widget, const QString &name)
{
    for (QLineEdit *each : widget->findChildren<QLineEdit *>())
        if (each->accessibleName() == name)
            return each;
    return nullptr;
}

inline QString saidBy(const QWidget *widget)
{
    QStringList words;
    for (const QLabel *label : widget->findChildren<QLabel *>())
        if (!label->isHidden() && !label->text().isEmpty())
            words << label->text();
    return words.join(u'\n');
}

//! Somebody's window, from the sign-in page on.
class MatrixDesk final
{
public:
    MatrixDesk(const QString &folder, const QString &name)
        : m_presenter(m_window, m_clock)
        , m_signIn(*m_window.signIn(), m_clock,
                   [this]() -> QCoro::Task<Result<session::Environment>> { co_return environment(); })
    {
        m_theme.apply();
        m_profile = std::move(*session::Profile::open(folder));
        m_profile->setPersonName(name);
        m_workspaces = std::make_unique<session::Workspaces>(environment());
        QObject::connect(&m_signIn, &SignInPresenter::entered, &m_window,
                         [this](const session::WorkspaceEntry &entry) { m_entered = entry; });
        m_window.showPage(Page::signIn);
        m_window.show();
    }
    ~MatrixDesk() { close(); }

    session::Environment environment()
    {
        session::Environment environment;
        environment.profile = m_profile.get();
        environment.secrets = &m_secrets;
        environment.clock = &m_clock;
        environment.catalogue =
            bot::Catalogue::load(QStringList{QStringLiteral(WARDROOM_SOURCE_DIR "/resources/plugins")});
        return environment;
    }
    SignInPage *page() { return m_window.signIn(); }
    void find(const QString &server)
    {
        m_entered = {};
        field(page(), u"Server"_s)->setText(server);
        QTest::mouseClick(button(page(), u"Find the server"_s), Qt::LeftButton);
    }
    void fill(const SynapseUser &who, const QString &password, const QString &fingerprint = {})
    {
        field(page(), u"Account"_s)->setText(who.id);
        field(page(), u"Password"_s)->setText(password);
        field(page(), u"Workspace"_s)->setText(u"Acme"_s);
        field(page(), u"Fingerprint"_s)->setText(fingerprint);
        for (QRadioButton *each : page()->findChildren<QRadioButton *>())
            if (each->text().contains(u"fingerprint"_s))
                each->setChecked(!fingerprint.isEmpty());
            else if (each->text().startsWith(u"Found"_s))
                each->setChecked(fingerprint.isEmpty());
        press();
    }
    void fillForBrowser(const QString &fingerprint)
    {
        for (QRadioButton *each : page()->findChildren<QRadioButton *>())
            if (each->text().contains(u"fingerprint"_s) || each->text() == u"Browser"_s)
                each->setChecked(true);
        field(page(), u"Workspace"_s)->setText(u"Acme"_s);
        field(page(), u"Fingerprint"_s)->setText(fingerprint);
        press();
    }
    void press()
    {
        for (QPushButton *each : page()->findChildren<QPushButton *>())
            if (each->property("look") == u"primary"_s)
                QTest::mouseClick(each, Qt::LeftButton);
    }
    bool isEntered() const { return m_entered.has_value(); }
    //! Founds a workspace without the page, and opens it.
    QString enter(const session::MatrixCredentials &credentials)
    {
        const auto entry = wait(m_workspaces->matrix().add(u"Acme"_s, credentials, {}));
        if (!entry)
            return entry.error().message;
        m_entered = *entry;
        return open();
    }
    //! Opens what the page has entered; empty, or what went wrong.
    QString open()
    {
        auto engine = wait(m_workspaces->open(*m_entered));
        if (!engine)
            return engine.error().message;
        m_workspace = std::make_unique<session::Workspace>(std::move(*engine));
        m_presenter.setSignInAgain([this](session::MatrixCredentials who) {
            return m_workspaces->matrix().signInAgain(*m_entered, who, &m_workspace->engine().platform());
        });
        m_presenter.show(*m_workspace);
        m_window.showPage(Page::rooms);
        return {};
    }
    void close()
    {
        m_presenter.leave();
        m_workspace.reset();
    }
    bool shows(const QString &text, store::SendState state)
    {
        auto &rows = m_window.models().conversation;
        for (int i = 0; i < rows.size(); ++i)
            if (const auto *words = std::get_if<session::Words>(&rows.row(i).content);
                words && words->text == text && rows.row(i).send == state)
                return true;
        return false;
    }
    void type(const QString &text)
    {
        m_window.composer()->setText(text);
        QTest::keyClick(m_window.composer()->editor(), Qt::Key_Return);
    }

    MainWindow &window() { return m_window; }
    session::Workspace &workspace() { return *m_workspace; }
    LinkPresenter &link() { return *m_presenter.link(); }
    WindowPresenter &presenter() { return m_presenter; }
    SignInPresenter &signIn() { return m_signIn; }
    session::Profile &profile() { return *m_profile; }

private:
    SystemClock m_clock;
    Theme m_theme;
    MainWindow m_window{m_theme};
    MemorySecrets m_secrets;
    std::unique_ptr<session::Profile> m_profile;
    std::unique_ptr<session::Workspaces> m_workspaces;
    std::unique_ptr<session::Workspace> m_workspace;
    WindowPresenter m_presenter;
    SignInPresenter m_signIn;
    std::optional<session::WorkspaceEntry> m_entered;
};

} // namespace wardroom::test
