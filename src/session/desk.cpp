// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/desk.h"

#include "session/playbookkeeper.h"
#include "session/resources.h"

#include <QCoroTimer>
#include <QElapsedTimer>

namespace wardroom::session {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 kLongestBeginning = 5'000; //!< ms; what could begin here may as well begin elsewhere

//! It came to its end, and somebody deleted that in the chat: it stays claimed on the record, and nothing runs.
bool isEndDeleted(const RoomBook &book, const domain::OpId &op)
{
    const auto isEnd = [&op](const domain::ReadEntry &read) {
        return read.isRemoved() && read.envelope && read.envelope->op == op &&
               std::holds_alternative<domain::CommandFinished>(read.fact);
    };
    for (const chat::Room &room : book.rooms()) {
        const domain::RoomFold *fold = book.fold(room.id);
        if (fold && std::any_of(fold->entries().crbegin(), fold->entries().crend(), isEnd))
            return true;
    }
    return false;
}

} // namespace

Desk::Desk(std::unique_ptr<Profile> profile) : m_profile(std::move(profile)) {}

Desk::~Desk()
{
    if (m_tools)
        m_tools->detach();
    m_workspace.reset();
}

QCoro::Task<Result<void>> Desk::unlock(PassphraseAsker ask)
{
    const QPointer<Desk> self(this);
    Result<std::unique_ptr<domain::Secrets>> secrets = co_await openSecrets(*m_profile, ask);
    if (!self || !secrets)
        co_return self ? tl::unexpected(secrets.error()) : fail(ErrorKind::cancelled, {});
    m_secrets = std::move(*secrets);
    m_tools = std::make_unique<Tools>(*m_profile, *m_secrets, m_clock);
    Environment environment;
    environment.profile = m_profile.get();
    environment.secrets = m_secrets.get();
    environment.clock = &m_clock;
    environment.catalogue = bot::Catalogue::load(pluginRoots(m_profile->folder()));
    environment.tools = m_tools->all();
    environment.language = QLocale().language() == QLocale::Chinese ? u"zh"_s : u"en"_s;
    m_places = std::make_unique<Workspaces>(environment);
    co_return Result<void>();
}

QCoro::Task<Result<void>> Desk::open(QString name)
{
    m_openedAt = m_clock.nowMs();
    const QPointer<Desk> self(this);
    const std::optional<WorkspaceEntry> entry = m_profile->workspace(name);
    if (!entry)
        co_return fail(ErrorKind::notFound,
                       name.isEmpty()
                           ? tr("This profile has no workspace yet. Make one, or join one with an invitation.")
                           : tr("This profile has no workspace named %1.").arg(name));
    Result<std::unique_ptr<Engine>> engine = co_await m_places->open(*entry);
    if (!self || !engine)
        co_return self ? tl::unexpected(engine.error()) : fail(ErrorKind::cancelled, {});
    m_workspace = std::make_unique<Workspace>(std::move(*engine));
    co_return Result<void>();
}

bool Desk::isBusy(bool alsoAboutTo) const
{
    Engine &engine = m_workspace->engine();
    for (const store::OutboxItem &item : engine.sender().pending())
        if (item.state != store::SendState::failed)
            return true;
    for (const chat::Room &room : engine.book().rooms())
        for (const domain::OperationState &operation : engine.book().state(room.id).operations)
            if (runsHere(operation) || (alsoAboutTo && mayBeginHere(operation)))
                return true;
    return engine.playbooks().isBusy();
}

//! A read that this node said it would run, or what this node claimed, to its verification. A read from before that has
//! no end comes to none either: its end was deleted in the chat, or its policy is over.
bool Desk::runsHere(const domain::OperationState &operation) const
{
    Engine &engine = m_workspace->engine();
    const domain::NodeId self = engine.entry().node;
    if (!operation.claimSaid)
        return operation.isLive() && operation.request.needs == 0 && operation.request.runner == self &&
               engine.clock().nowMs() <= operation.request.expires && operation.said.at >= m_openedAt;
    if (operation.claimSaid->node != self)
        return false;
    // What an earlier, killed run left in the middle is told about by recover() and never comes to more.
    if (operation.stage == domain::Stage::claimed)
        return operation.claimSaid->at >= m_openedAt &&
               (engine.isAtWork(operation.op) || !isEndDeleted(engine.book(), operation.op));
    // What ran and is not read back is being so from the moment the runner sees it; where nothing is under way, it was
    // read back: the end was deleted in the chat, and is not said twice.
    return operation.stage == domain::Stage::finished && !operation.verification && engine.isAtWork(operation.op);
}

//! Has all its approvals, and this node could be the one that claims it.
bool Desk::mayBeginHere(const domain::OperationState &operation) const
{
    Engine &engine = m_workspace->engine();
    const domain::NodeId self = engine.entry().node;
    const domain::Host *host = engine.book().workspace().inventory().find(operation.request.host);
    const bool reaches = !host || host->nodes.isEmpty() || host->nodes.contains(self);
    const qint64 needed = domain::approvalsNeeded(operation, engine.book().workspace(), engine.clock().nowMs());
    const bool isRead = needed == 0 && operation.request.runner == self;
    return operation.isLive() && (needed > 0 || isRead) && operation.standing().size() >= needed &&
           (operation.request.runner.isEmpty() || operation.request.runner == self) && reaches &&
           engine.clock().nowMs() <= operation.request.expires;
}

QCoro::Task<void> Desk::settle(int milliseconds)
{
    const QPointer<Desk> self(this);
    QElapsedTimer waited;
    waited.start();
    while (self && m_workspace && isBusy(waited.elapsed() < kLongestBeginning) && waited.elapsed() < milliseconds) {
        QTimer pause;
        pause.start(20ms);
        co_await pause;
    }
}

} // namespace wardroom::session
