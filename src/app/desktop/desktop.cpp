// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop.h"

#include "domain/invitation.h"
#include "print/pdfreport.h"
#include "session/exporting.h"
#include "session/drillplay.h"
#include "session/founding.h"
#include "session/resources.h"
#include "ui/drill/drillband.h"
#include "ui/shell/drillpresenter.h"
#include "ui/shell/signinpresenter.h"
#include "ui/shell/windowpresenter.h"
#include "ui/welcome/welcomepage.h"

#include <QFile>

namespace wardroom::app {
using namespace Qt::StringLiterals;

namespace {

QByteArray firstLineOf(const QString &file)
{
    QFile secret(file);
    return secret.open(QFile::ReadOnly) ? secret.readLine(4096).trimmed() : QByteArray();
}

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
    for (const std::unique_ptr<session::Tools> &tools : m_earlierTools)
        tools->detach();
    if (m_tools)
        m_tools->detach();
}

void Desktop::connectWelcome()
{
    ui::WelcomePage *welcome = m_window->welcome();
    welcome->setPersonName(m_parts.profile->personName());
    connect(welcome, &ui::WelcomePage::practiseWanted, this,
            [this](const QString &name) { run(tr("Making a practice host…"), practise(name)); });
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

QCoro::Task<Result<void>> Desktop::practise(QString personName)
{
    const QPointer<Desktop> self(this);
    if (const Result<void> ready = co_await prepare(personName); !self || !ready)
        co_return self ? ready : fail(ErrorKind::cancelled, {});
    m_practice = std::make_unique<session::Practice>(m_parts.resources);
    const QString hostName = u"practice-01"_s;
    const Result<domain::Host> host = co_await m_practice->makeHost(hostName);
    if (!self || !host)
        co_return self ? tl::unexpected(host.error()) : fail(ErrorKind::cancelled, {});
    if (const Result<void> watching = co_await startDetection(); !self || !watching)
        co_return self ? watching : fail(ErrorKind::cancelled, {});
    const QString name = tr("Practice");
    const QString folder;
    const Result<session::WorkspaceEntry> entry = co_await workspaces().found(name, folder);
    if (!self || !entry)
        co_return self ? tl::unexpected(entry.error()) : fail(ErrorKind::cancelled, {});
    if (const Result<void> done = co_await open(*entry); !self || !done)
        co_return self ? done : fail(ErrorKind::cancelled, {});
    domain::Inventory inventory = m_workspace->engine().book().workspace().inventory();
    inventory.hosts.prepend(*host);
    const Result<domain::FactId> listed = co_await session::publishInventory(m_workspace->engine(), inventory);
    if (!self || !listed)
        co_return self ? tl::unexpected(listed.error()) : fail(ErrorKind::cancelled, {});
    co_return co_await startDrill();
}

//! The first night's story over the workspace that was just made.
QCoro::Task<Result<void>> Desktop::startDrill()
{
    if (!m_parts.playsDrill)
        co_return Result<void>();
    Result<session::DrillStory> story = session::loadDrill(m_parts.resources + u"/drills/first-night/drill.yaml"_s);
    if (!story)
        co_return tl::unexpected(story.error());
    m_drill = std::make_unique<session::DrillPlay>(std::move(*story), m_workspace->engine(), m_practice.get());
    m_drillName = m_workspace->name();
    playDrill();
    co_return co_await m_drill->start();
}

//! The drill stands above its own workspace only.
void Desktop::playDrill()
{
    m_drillPresenter.reset();
    if (m_drill && !m_drill->isOver() && m_workspace && m_workspace->name() == m_drillName)
        m_drillPresenter = std::make_unique<ui::DrillPresenter>(*m_window, *m_workspace, *m_drill);
}

//! A drill with a real intrusion detection beside it, where one is unpacked.
QCoro::Task<Result<void>> Desktop::startDetection()
{
    const QPointer<Desktop> self(this);
    if (m_parts.crowdSecUnpacked.isEmpty())
        co_return Result<void>();
    const Result<QJsonObject> started = co_await m_practice->startCrowdSec(m_parts.crowdSecUnpacked);
    if (!self || !started)
        co_return self ? tl::unexpected(started.error()) : fail(ErrorKind::cancelled, {});
    session::CrowdSecAccount account;
    account.url = QUrl(started->value(u"url"_s).toString());
    account.machine = started->value(u"machine"_s).toString();
    account.password = firstLineOf(started->value(u"password_file"_s).toString());
    account.bouncer = firstLineOf(started->value(u"bouncer_key_file"_s).toString());
    const Result<void> kept = co_await session::Tools::keep(*m_parts.profile, *m_parts.secrets, account);
    if (self)
        renewTools();
    co_return kept;
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
