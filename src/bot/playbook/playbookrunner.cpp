// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/playbook/playbookrunner.h"

#include <QPointer>

namespace wardroom::bot {
using namespace Qt::StringLiterals;

namespace {

constexpr int kMostTries = 5;
constexpr qint64 kBetweenTries = 15'000;

//! One id for one act, so that an act said again after a restart is the same fact.
domain::FactId idOf(const domain::FactId &run, const QString &act)
{
    return domain::derivedFactId(u"playbook/%1/%2"_s.arg(run.text(), act));
}

bool mayPass(const Error &error)
{
    return error.kind == ErrorKind::transient || error.kind == ErrorKind::timeout || error.kind == ErrorKind::storage ||
           error.kind == ErrorKind::cancelled;
}

} // namespace

PlaybookRunner::PlaybookRunner(PlaybookPorts ports, const Catalogue &catalogue, domain::NodeId self)
    : m_ports(std::move(ports))
    , m_catalogue(catalogue)
    , m_self(std::move(self))
{}

void PlaybookRunner::consider(const domain::RoomId &room, const domain::IncidentState &state,
                              const domain::WorkspaceState &workspace, const QString &language)
{
    for (const domain::PlaybookRun &run : state.playbooks)
        if (run.said.node == m_self && run.isRunning() && !m_busy.contains(run.id))
            advance({room, state, workspace, language}, run.id);
}

//! Whoever takes a publication back ends what runs on it.
bool PlaybookRunner::isPublished(const domain::PlaybookRun &run, const domain::WorkspaceState &workspace)
{
    const QList<domain::PublishedPlaybook> all = workspace.playbooks.values();
    return std::none_of(all.begin(), all.end(), [&](const domain::PublishedPlaybook &each) {
        return each.published.replaces == run.started.publication && each.published.file.isNull();
    });
}

QCoro::Task<> PlaybookRunner::advance(Room room, domain::FactId run)
{
    const Playbook *playbook = m_ports.playbook(room.state.playbooks.value(run).started.file);
    if (!playbook || !m_ports.presence->isLive())
        co_return;
    const QPointer<PlaybookRunner> self(this);
    m_busy.insert(run);
    co_await take(room, room.state.playbooks.value(run), *playbook);
    if (self)
        m_busy.remove(run);
}

QCoro::Task<> PlaybookRunner::take(Room room, domain::PlaybookRun run, Playbook playbook)
{
    if (!isPublished(run, room.workspace)) {
        const domain::Fact end =
            domain::PlaybookEnded{run.id, domain::PlaybookOutcome::stopped, tr("The playbook was taken back.")};
        co_await say(room.id, run.id, end, u"end"_s);
        co_return;
    }
    const PlaybookScene scene{playbook, run, room.state, m_catalogue};
    const Vocabulary vocabulary{room.workspace.inventory(), room.workspace.people.values()};
    const PlaybookAct act = nextAct(scene, vocabulary, room.language, m_ports.clock->nowMs());
    const PlannedStep *found = playbook.step(act.step);
    const PlannedStep step = found ? *found : PlannedStep();
    const domain::Fact told = act.told;
    const domain::Fact end = act.end;
    switch (act.kind) {
    case PlaybookAct::Kind::nothing: break;
    case PlaybookAct::Kind::request: co_await request(room, run, act, step); break;
    case PlaybookAct::Kind::say: co_await sayInRoom(room, run, act, step); break;
    case PlaybookAct::Kind::count: co_await count(room, run, step); break;
    case PlaybookAct::Kind::tell:
        co_await say(room.id, run.id, told, act.step + u'/' + domain::wordOf(act.told.state));
        break;
    case PlaybookAct::Kind::end: co_await say(room.id, run.id, end, u"end"_s); break;
    }
}

QCoro::Task<> PlaybookRunner::request(Room room, domain::PlaybookRun run, PlaybookAct act, PlannedStep step)
{
    const domain::OpId id = idOf(run.id, u"op/"_s + act.step);
    if (m_asked.contains(id) || m_ports.clock->nowMs() < m_notBefore.value(id))
        co_return;
    const QPointer<PlaybookRunner> self(this);
    m_asked.insert(id);
    const QString reason = tr("Step %1 of the playbook %2").arg(step.id, run.started.playbook);
    const StepWish wish{room.id, run.id, step.id, step.command, act.args, reason, run.started.requesters, id};
    const Result<domain::OpId> asked = co_await m_ports.request(wish);
    if (!self || asked)
        co_return;
    m_asked.remove(id);
    m_notBefore.insert(id, m_ports.clock->nowMs() + kBetweenTries);
    if (mayPass(asked.error()) && ++m_tries[id] < kMostTries)
        co_return;
    domain::PlaybookStep failure;
    failure.run = run.id;
    failure.step = step.id;
    failure.state = domain::PlaybookStepState::failed;
    failure.note = asked.error().message.left(500);
    const domain::Fact fact = failure;
    co_await say(room.id, run.id, fact, step.id + u"/failed"_s);
}

//! The fact first, then that it was said: both count once, so a restart in between changes nothing.
QCoro::Task<> PlaybookRunner::sayInRoom(Room room, domain::PlaybookRun run, PlaybookAct act, PlannedStep step)
{
    const QPointer<PlaybookRunner> self(this);
    const domain::FactId id = idOf(run.id, u"say/"_s + step.id);
    if (m_ports.clock->nowMs() < m_notBefore.value(id))
        co_return;
    const Result<domain::Fact> fact =
        m_ports.roomFact(room.id, m_catalogue.command(step.command)->run.action, act.args);
    domain::PlaybookStep told;
    told.run = run.id;
    told.step = step.id;
    told.state = fact ? domain::PlaybookStepState::passed : domain::PlaybookStepState::failed;
    told.note = fact ? QString() : fact.error().message.left(500);
    bool isSaid = true;
    if (fact)
        isSaid = co_await say(room.id, run.id, *fact, u"say/"_s + step.id);
    if (!self)
        co_return;
    if (!isSaid) { // nobody was told, so the step has not passed
        m_notBefore.insert(id, m_ports.clock->nowMs() + kBetweenTries);
        co_return;
    }
    const domain::Fact end = told;
    co_await say(room.id, run.id, end, step.id + u'/' + domain::wordOf(told.state));
}

QCoro::Task<> PlaybookRunner::count(Room room, domain::PlaybookRun run, PlannedStep step)
{
    const QPointer<PlaybookRunner> self(this);
    QList<domain::PersonId> members;
    const domain::Policy *policy = room.workspace.policy();
    if (!step.group.isEmpty() && policy) {
        // Who is in the group now is the platform's word, read at the moment it counts.
        const domain::RoomId group = policy->roomOf(step.group);
        const Result<QList<domain::PersonId>> read = co_await m_ports.presence->members(group);
        if (!self || !read)
            co_return;
        members = *read;
    }
    const std::optional<domain::PlaybookStep> settled = settleQuestion(step, run, members, m_ports.clock->nowMs());
    if (!settled)
        co_return;
    const domain::Fact fact = *settled;
    co_await say(room.id, run.id, fact, step.id + u'/' + domain::wordOf(settled->state));
}

QCoro::Task<bool> PlaybookRunner::say(domain::RoomId room, domain::FactId run, domain::Fact fact, QString act)
{
    const QPointer<PlaybookRunner> self(this);
    const domain::Intent intent{room, fact, {}, {}, run, idOf(run, act)};
    const Result<domain::FactId> said = co_await m_ports.out->say(intent);
    if (self && !said)
        Q_EMIT failed(tr("The playbook does not go on: %1").arg(said.error().message));
    co_return said.has_value();
}

} // namespace wardroom::bot
