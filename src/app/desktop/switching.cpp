// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop.h"
#include "print/pdfreport.h"
#include "session/exporting.h"
#include "ui/catalogue/cataloguepage.h"
#include "ui/shell/drillpresenter.h"
#include "ui/shell/signinpresenter.h"
#include "ui/shell/windowpresenter.h"
#include "ui/welcome/signinpage.h"
#include "ui/welcome/welcomepage.h"

#include <QPointer>

// The workspaces of a profile: opening them, and which one is in front.
namespace wardroom::app {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

void Desktop::connectSwitcher()
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(200ms);
    connect(&m_soon, &QTimer::timeout, this, &Desktop::refreshSwitcher);
    ui::Rail *rail = m_window->rail();
    connect(rail, &ui::Rail::workspaceChosen, this, [this](const QString &name) {
        if (const std::optional<session::WorkspaceEntry> entry = m_parts.profile->workspace(name))
            run(tr("Opening %1…").arg(name), open(*entry));
    });
    const auto welcome = [this] {
        m_window->welcome()->setBack(m_workspace ? m_workspace->name() : QString());
        m_window->showPage(ui::Page::welcome);
    };
    connect(rail, &ui::Rail::newWorkspaceWanted, this, welcome);
    connect(m_window->commands(), &ui::CataloguePage::practiceWanted, this,
            [this, welcome](const QString &line, bool here) {
                if (here)
                    return;
                m_toPractise = line; // Practise makes a host, and the line waits for it
                welcome();
            });
    connect(m_window->welcome(), &ui::WelcomePage::backWanted, this, [this] {
        m_toPractise.clear();
        m_window->showPage(ui::Page::rooms);
    });
    connect(m_window->signIn(), &ui::SignInPage::backWanted, this, [this] { m_window->showPage(ui::Page::welcome); });
}

void Desktop::connectTeam(const QString &personName, const QString &invitation)
{
    if (const Result<void> named = m_parts.profile->setPersonName(personName); !named) {
        m_window->welcome()->setProblem(named.error().message);
        return;
    }
    if (!m_signIn) {
        m_signIn = std::make_unique<ui::SignInPresenter>(*m_window->signIn(), *m_parts.clock,
                                                         [this] { return environment(); });
        connect(m_signIn.get(), &ui::SignInPresenter::entered, this, [this](const session::WorkspaceEntry &entry) {
            QCoro::connect(openNew(entry), this, [this](const Result<void> &done) {
                if (done)
                    m_window->signIn()->setBusy({});
                else
                    m_window->signIn()->setProblem(ui::SignInPresenter::problemWords(done.error()));
            });
        });
    }
    m_window->showPage(ui::Page::signIn);
    m_window->signIn()->begin(invitation);
}

QCoro::Task<Result<void>> Desktop::open(session::WorkspaceEntry entry)
{
    const QPointer<Desktop> self(this);
    const Result<session::Workspace *> workspace = co_await engineOf(entry);
    if (!self || !workspace)
        co_return self ? tl::unexpected(workspace.error()) : fail(ErrorKind::cancelled, {});
    bringToFront(entry.name);
    QCoro::connect(openOthers(), this, [](const Result<void> &) {});
    co_return Result<void>();
}

QCoro::Task<Result<void>> Desktop::openNew(session::WorkspaceEntry entry)
{
    const QPointer<Desktop> self(this);
    const Result<void> done = co_await open(entry);
    if (!self || done)
        co_return done;
    // Refused: the same can be tried again, with another invitation or after being invited.
    const ErrorKind kind = done.error().kind;
    if (kind != ErrorKind::forbidden && kind != ErrorKind::notFound)
        co_return done;
    const Result<void> forgotten = m_parts.profile->removeWorkspace(entry.name);
    co_return forgotten ? done : forgotten;
}

//! An engine of its own for each: they go on in the background.
QCoro::Task<Result<session::Workspace *>> Desktop::engineOf(session::WorkspaceEntry entry)
{
    const QPointer<Desktop> self(this);
    if (const auto known = m_opened.find(entry.name); known != m_opened.end())
        co_return known->second.get();
    if (m_opening.contains(entry.name))
        co_return fail(ErrorKind::conflict, tr("%1 is being opened.").arg(entry.name));
    const Result<void> ready = co_await unlocked();
    if (!self || !ready)
        co_return self ? tl::unexpected(ready.error()) : fail(ErrorKind::cancelled, {});
    m_opening.insert(entry.name);
    Result<std::unique_ptr<session::Engine>> engine = co_await workspaces().open(entry);
    if (!self)
        co_return fail(ErrorKind::cancelled, {});
    m_opening.remove(entry.name);
    if (!engine)
        co_return tl::unexpected(engine.error());
    auto workspace = std::make_unique<session::Workspace>(std::move(*engine));
    workspace->exporting().setPdf(print::pdfWriter());
    connectBackground(*workspace);
    // The profile's tools tell one workspace, the first that is open; a drill's own tell the drill, and nobody else
    // does.
    session::Tools *profiles = m_tools.get();
    session::Tools *drills = m_drillTools.empty() ? nullptr : m_drillTools.back()->tools();
    session::Tools *tools = workspace->engine().practisesOnly() ? drills : profiles;
    if (tools && !tools->isAttached()) {
        tools->attach(workspace->engine());
        connect(tools, &session::Tools::troubled, workspace.get(), &session::Workspace::troubled);
    }
    session::Workspace *made = workspace.get();
    m_opened[entry.name] = std::move(workspace);
    m_soon.start();
    co_return made;
}

//! One after the other, so that the one in front stays quick.
QCoro::Task<Result<void>> Desktop::openOthers()
{
    const QPointer<Desktop> self(this);
    const QList<session::WorkspaceEntry> entries = m_parts.profile->workspaces();
    for (const session::WorkspaceEntry &entry : entries) {
        if (m_opened.contains(entry.name) || m_opening.contains(entry.name))
            continue;
        // One that cannot be opened now says why when it is chosen.
        const Result<session::Workspace *> workspace = co_await engineOf(entry);
        Q_UNUSED(workspace)
        if (!self)
            co_return fail(ErrorKind::cancelled, {});
    }
    co_return Result<void>();
}

//! What opens workspaces from now on knows the tools of the newest drill.
void Desktop::renewWorkspaces()
{
    if (m_workspaces)
        m_earlierWorkspaces.push_back(std::move(m_workspaces));
}

void Desktop::bringToFront(const QString &name)
{
    session::Workspace *workspace = m_opened.at(name).get();
    if (workspace != m_workspace) {
        const session::WorkspaceEntry entry = workspace->engine().entry();
        if (m_workspace)
            m_workspace->lookAt({});
        m_workspace = workspace;
        m_presenter->setSignInAgain([this, entry](session::MatrixCredentials who) { return signInAgain(entry, who); });
        m_presenter->show(*workspace);
        playDrill();
    }
    m_window->showPage(ui::Page::rooms);
    refreshSwitcher();
    Q_EMIT opened();
}

QCoro::Task<Result<void>> Desktop::signInAgain(session::WorkspaceEntry entry, session::MatrixCredentials who)
{
    const auto known = m_opened.find(entry.name);
    if (known == m_opened.end() || !m_workspaces)
        co_return fail(ErrorKind::notFound, tr("%1 is not open.").arg(entry.name));
    chat::ChatPlatform *platform = &known->second->engine().platform();
    co_return co_await m_workspaces->matrix().signInAgain(entry, who, platform);
}

void Desktop::connectBackground(session::Workspace &workspace)
{
    const session::Workspace *made = &workspace;
    connect(made, &session::Workspace::roomsChanged, this, [this] {
        if (!m_soon.isActive())
            m_soon.start();
    });
    connect(made, &session::Workspace::attentionNeeded, this, [this, made](session::Attention attention) {
        if (made == m_workspace)
            return; // the presenter tells it
        attention.title = tr("%1: %2").arg(made->name(), attention.title);
        m_presenter->notify(attention);
    });
}

void Desktop::refreshSwitcher()
{
    QList<ui::WorkspaceChoice> choices;
    for (const session::WorkspaceEntry &entry : m_parts.profile->workspaces()) {
        ui::WorkspaceChoice choice{entry.name, 0, m_opened.contains(entry.name)};
        if (choice.isOpen)
            for (const session::RoomLine &room : m_opened.at(entry.name)->rooms())
                choice.unread += room.unread;
        choices.append(choice);
    }
    m_window->rail()->setChoices(choices);
}

} // namespace wardroom::app
