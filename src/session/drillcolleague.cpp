// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/drillcolleague.h"

#include "secrets/filesecrets.h"
#include "session/approvals.h"
#include "session/talk.h"

#include <QPointer>
#include <QTimer>

namespace wardroom::session {
using namespace Qt::StringLiterals;

DrillColleague::DrillColleague(Engine &host, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_host(host)
    , m_clock(clock)
{}

DrillColleague::~DrillColleague() = default;

QCoro::Task<Result<void>> DrillColleague::join(QString name)
{
    const QPointer<DrillColleague> self(this);
    auto profile = Profile::open(m_folder.filePath(u"profile"_s));
    if (!profile)
        co_return tl::unexpected(profile.error());
    m_profile = std::move(*profile);
    if (const Result<void> named = m_profile->setPersonName(name); !named)
        co_return named;
    // Nobody will know this passphrase again: the keys last as long as the drill.
    auto secrets = secrets::FileSecrets::open(m_folder.filePath(u"secrets"_s), randomHex(16).toLatin1(),
                                              secrets::FileSecrets::Cost::interactive);
    if (!secrets)
        co_return tl::unexpected(secrets.error());
    m_secrets = std::move(*secrets);
    Environment environment;
    environment.profile = m_profile.get();
    environment.secrets = m_secrets.get();
    environment.clock = &m_clock;
    environment.catalogue = m_host.catalogue();
    environment.language = m_host.language();
    m_workspaces = std::make_unique<Workspaces>(environment);
    const Result<QString> invitation = invitationFor(m_host);
    if (!invitation)
        co_return tl::unexpected(invitation.error());
    const QString line = *invitation;
    const Result<WorkspaceEntry> entry = co_await m_workspaces->join(line);
    if (!self || !entry)
        co_return self ? tl::unexpected(entry.error()) : fail(ErrorKind::cancelled, {});
    Result<std::unique_ptr<Engine>> engine = co_await m_workspaces->open(*entry);
    if (!self || !engine)
        co_return self ? tl::unexpected(engine.error()) : fail(ErrorKind::cancelled, {});
    m_engine = std::move(*engine);
    m_talk = std::make_unique<Talk>(*m_engine);
    connect(m_engine.get(), &Engine::roomFolded, this, &DrillColleague::consider);
    connect(m_engine.get(), &Engine::membersChanged, this, &DrillColleague::consider);
    co_return Result<void>();
}

QCoro::Task<Result<void>> DrillColleague::enter(RoomId room)
{
    if (!m_engine)
        co_return fail(ErrorKind::transient, {});
    const domain::PersonId me = m_engine->me();
    co_return co_await m_host.platform().invite(room, me);
}

QCoro::Task<Result<void>> DrillColleague::say(RoomId room, QString words)
{
    if (!m_engine)
        co_return fail(ErrorKind::transient, {});
    const Result<SaidAnswer> said = co_await m_talk->say(room, words);
    co_return said.map([](const SaidAnswer &) {});
}

//! The node stays up until the object goes: what it has begun ends in order.
void DrillColleague::leave()
{
    m_left = true;
}

void DrillColleague::consider()
{
    if (m_left)
        return;
    Approvals approvals(*m_engine);
    for (const ApprovalView &view : approvals.waitingForMe()) {
        if (m_seen.contains(view.op))
            continue;
        m_seen.insert(view.op);
        QTimer::singleShot(m_patience * 1000, this,
                           [this, room = view.room, op = view.op] { QCoro::connect(accept(room, op), this, [] {}); });
    }
}

QCoro::Task<void> DrillColleague::accept(RoomId room, domain::OpId op)
{
    const QPointer<DrillColleague> self(this);
    if (m_left)
        co_return;
    Approvals approvals(*m_engine);
    const QString reason = tr("Looked at the exact command. Go ahead."), from = u"drill"_s;
    const Result<FactId> accepted = co_await approvals.approve(room, op, reason, from);
    if (self && !accepted)
        m_seen.remove(op); // what was not there yet may be there next time
}

} // namespace wardroom::session
