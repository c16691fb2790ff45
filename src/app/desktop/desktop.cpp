// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop.h"

#include "domain/invitation.h"
#include "print/pdfreport.h"
#include "session/drillplay.h"
#include "session/exporting.h"
#include "session/founding.h"
#include "session/resources.h"
#include "ui/drill/drillband.h"
#include "ui/shell/drillpresenter.h"
#include "ui/shell/signinpresenter.h"
#include "ui/shell/windowpresenter.h"
#include "ui/welcome/welcomepage.h"

#include <QScreen>

namespace wardroom::app {
using namespace Qt::StringLiterals;

namespace {

constexpr int kNarrowestScreen = 1024; //!< px

//! Such an invitation needs an account.
bool isIntoServer(const QString &invitation)
{
    const Result<domain::Invitation> read = domain::Invitation::fromText(invitation);
    return read && session::MatrixAddress::fromText(read->place);
}

} // namespace

Desktop::Desktop(DesktopParts parts, ui::Theme &theme)
    : m_parts(std::move(parts))
    , m_window(std::make_unique<ui::MainWindow>(theme))
    , m_presenter(std::make_unique<ui::WindowPresenter>(*m_window, *m_parts.clock))
{
    connectWelcome();
    connectSwitcher();
}

Desktop::~Desktop()
{
    m_drillPresenter.reset();
    m_drill.reset();
    m_signIn.reset();
    m_presenter->leave();
    for (const auto &drill : m_drillTools)
        drill->tools()->detach();
    if (m_tools)
        m_tools->detach();
}

void Desktop::connectWelcome()
{
    ui::WelcomePage *welcome = m_window->welcome();
    welcome->setPersonName(m_parts.profile->personName());
    connect(welcome, &ui::WelcomePage::practiseWanted, this, [this](const QString &name, const QString &drill) {
        run(tr("Making a practice host…"), practise(name, drill));
    });
    offerDrills();
    connect(welcome, &ui::WelcomePage::workHereWanted, this,
            [this](const QString &name) { run(tr("Making your workspace…"), workHere(name)); });
    connect(welcome, &ui::WelcomePage::joinWanted, this, [this](const QString &name, const QString &invitation) {
        if (isIntoServer(invitation))
            connectTeam(name, invitation);
        else
            run(tr("Joining…"), join(name, invitation));
    });
    connect(welcome, &ui::WelcomePage::connectWanted, this, [this](const QString &name) { connectTeam(name, {}); });
}

void Desktop::show(const QString &workspace)
{
    const std::optional<session::WorkspaceEntry> entry = m_parts.profile->workspace(workspace);
    m_window->showPage(entry ? ui::Page::rooms : ui::Page::welcome);
    // Where nothing arranges windows, a larger one than the screen would hide where one types. Less than that is no
    // screen of a desktop, but a platform without any.
    if (const QScreen *screen = m_window->screen(); screen && screen->availableSize().width() >= kNarrowestScreen)
        m_window->resize(m_window->size().boundedTo(screen->availableSize()));
    m_window->show();
    if (entry)
        run(tr("Opening %1…").arg(entry->name), open(*entry));
}

void Desktop::run(const QString &doing, QCoro::Task<Result<void>> task)
{
    m_window->welcome()->setBusy(doing);
    QCoro::connect(std::move(task), this, [this](const Result<void> &done) {
        m_window->welcome()->setBusy({});
        Q_EMIT settled();
        if (done)
            return;
        m_window->welcome()->setProblem(done.error().message);
        if (m_window->page() != ui::Page::welcome)
            m_window->showTrouble(done.error().message);
    });
}

session::Workspaces &Desktop::workspaces()
{
    if (!m_workspaces)
        m_workspaces = std::make_unique<session::Workspaces>(makeEnvironment());
    return *m_workspaces;
}

session::Environment Desktop::makeEnvironment()
{
    if (!m_tools)
        m_tools = std::make_unique<session::Tools>(*m_parts.profile, *m_parts.secrets, *m_parts.clock);
    session::Environment environment;
    environment.profile = m_parts.profile;
    environment.secrets = m_parts.secrets;
    environment.clock = m_parts.clock;
    environment.catalogue = bot::Catalogue::load(session::pluginRoots(m_parts.profile->folder()));
    environment.tools = m_tools->all();
    if (!m_drillTools.empty())
        environment.practiceTools = m_drillTools.back()->tools()->all();
    environment.language = m_parts.language;
    return environment;
}

QCoro::Task<Result<session::Environment>> Desktop::environment()
{
    const QPointer<Desktop> self(this);
    const Result<void> ready = co_await unlocked();
    if (!self || !ready)
        co_return self ? tl::unexpected(ready.error()) : fail(ErrorKind::cancelled, {});
    co_return makeEnvironment();
}

//! The keys' place is asked for when the first key is needed, not before the first window.
QCoro::Task<Result<void>> Desktop::unlocked()
{
    const QPointer<Desktop> self(this);
    if (m_parts.secrets)
        co_return Result<void>();
    const Result<domain::Secrets *> secrets = co_await m_parts.unlock();
    if (!self || !secrets)
        co_return self ? tl::unexpected(secrets.error()) : fail(ErrorKind::cancelled, {});
    m_parts.secrets = *secrets;
    co_return Result<void>();
}

QCoro::Task<Result<void>> Desktop::prepare(QString personName)
{
    if (const Result<void> named = m_parts.profile->setPersonName(personName); !named)
        co_return named;
    co_return co_await unlocked();
}

QCoro::Task<Result<void>> Desktop::workHere(QString personName)
{
    const QPointer<Desktop> self(this);
    if (const Result<void> ready = co_await prepare(personName); !self || !ready)
        co_return self ? ready : fail(ErrorKind::cancelled, {});
    const QString name = tr("This machine");
    const QString folder;
    const Result<session::WorkspaceEntry> entry = co_await workspaces().found(name, folder);
    if (!self || !entry)
        co_return self ? tl::unexpected(entry.error()) : fail(ErrorKind::cancelled, {});
    co_return co_await open(*entry);
}

QCoro::Task<Result<void>> Desktop::join(QString personName, QString invitation)
{
    const QPointer<Desktop> self(this);
    if (const Result<void> ready = co_await prepare(personName); !self || !ready)
        co_return self ? ready : fail(ErrorKind::cancelled, {});
    const Result<session::WorkspaceEntry> entry = co_await workspaces().join(invitation);
    if (!self || !entry)
        co_return self ? tl::unexpected(entry.error()) : fail(ErrorKind::cancelled, {});
    co_return co_await openNew(*entry);
}

} // namespace wardroom::app
