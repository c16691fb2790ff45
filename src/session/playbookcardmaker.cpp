// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/playbookcardmaker.h"

#include "base/plaintext.h"
#include "bot/playbook/playbookplan.h"
#include "session/engine.h"
#include "session/playbookcards.h"
#include "session/playbookkeeper.h"

#include <QDateTime>

namespace wardroom::session {
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kStuckAfter = 3 * 60'000; //!< ms without the next step: its node may be gone

QString tr(const char *text)
{
    return QCoreApplication::translate("PlaybookCards", text);
}

QString clockWords(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(u"HH:mm 'UTC'"_s);
}

} // namespace

PlaybookCardMaker::PlaybookCardMaker(const Engine &engine, const RoomId &room, const domain::PlaybookRun &run)
    : m_engine(engine)
    , m_room(room)
    , m_run(run)
    , m_state(engine.book().state(room))
    , m_playbook(engine.playbooks().shelf().playbook(run.started.file))
{}

PlaybookCard PlaybookCardMaker::make()
{
    m_card.run = m_run.id;
    m_card.title = shownPlainly(m_playbook ? m_playbook->summary.in(m_engine.language()) : m_run.started.playbook, 200);
    m_card.byline = byline();
    if (m_playbook)
        fillSteps();
    else
        fillFromRecord();
    fillStatus();
    if (m_run.isRunning())
        fillQuestion();
    m_card.canStop = m_run.isRunning() && !isImportedId(m_room) && mayStop();
    if (isImportedId(m_room))
        m_card.canChoose = false;
    return m_card;
}

QString PlaybookCardMaker::nameOf(const PersonId &person) const
{
    return shownPlainly(m_engine.book().workspaceOf(m_room).nameOf(person), 80);
}

QString PlaybookCardMaker::byline() const
{
    const domain::WorkspaceState &workspace = m_engine.book().workspaceOf(m_room);
    QStringList parts{shownPlainly(m_run.started.playbook + u' ' + m_run.started.version, 120)};
    const domain::Node *node = workspace.node(m_run.said.node);
    switch (m_run.started.trigger) {
    case domain::PlaybookTrigger::hand: parts << tr("started by %1").arg(nameOf(m_run.said.by)); break;
    case domain::PlaybookTrigger::alert: parts << tr("set off by an alert"); break;
    case domain::PlaybookTrigger::schedule: parts << tr("set off by its schedule"); break;
    }
    if (node && m_run.started.trigger != domain::PlaybookTrigger::hand)
        parts << tr("runs on %1").arg(shownPlainly(node->machine, 80));
    parts << tr("published by %1").arg(nameOf(workspace.playbooks.value(m_run.started.publication).by));
    return parts.join(u" · "_s);
}

void PlaybookCardMaker::fillSteps()
{
    const bot::PlaybookScene scene{*m_playbook, m_run, m_state, m_engine.catalogue()};
    for (const bot::PlannedStep &step : m_playbook->steps) {
        const bot::StepStatus status = bot::stepStatus(step, scene);
        PlaybookStepLine line = lineOf(status);
        line.title = shownPlainly(step.title.in(m_engine.language()), 200);
        if (step.isQuestion() && status.standing == bot::StepStanding::passed)
            line.note = decisionWords(step);
        if (status.standing == bot::StepStanding::waiting)
            line.note = tr("until %1").arg(clockWords(m_run.steps.value(step.id).told.until));
        m_card.steps.append(line);
    }
}

PlaybookStepLine PlaybookCardMaker::lineOf(const bot::StepStatus &status) const
{
    static const QMap<bot::StepStanding, PlaybookStepLook> looks{
        {bot::StepStanding::ahead, PlaybookStepLook::ahead},
        {bot::StepStanding::running, PlaybookStepLook::running},
        {bot::StepStanding::asking, PlaybookStepLook::asking},
        {bot::StepStanding::waiting, PlaybookStepLook::waiting},
        {bot::StepStanding::skipped, PlaybookStepLook::skipped},
        {bot::StepStanding::passed, PlaybookStepLook::done},
        {bot::StepStanding::failed, PlaybookStepLook::failed}};
    PlaybookStepLine line;
    line.look = looks.value(status.standing);
    line.note = shownPlainly(status.note, 300);
    line.op = status.op;
    const domain::OperationState *operation = m_state.operation(status.op);
    if (!operation || line.look != PlaybookStepLook::running || operation->request.needs == 0 || !operation->isLive())
        return line;
    line.look = PlaybookStepLook::approval;
    line.note = tr("waits for %1").arg(shownPlainly(operation->request.group, 80));
    const domain::Policy *policy = m_engine.book().workspace().policy();
    line.canDecide = policy && domain::mayDecide(*operation, m_engine.me(), *policy,
                                                 m_engine.lastMembers(policy->roomOf(operation->request.group)),
                                                 m_engine.clock().nowMs())
                                   .has_value();
    return line;
}

QString PlaybookCardMaker::labelOf(const QString &step, const QString &choice) const
{
    const bot::PlannedStep *planned = m_playbook ? m_playbook->step(step) : nullptr;
    if (planned)
        for (const bot::PlaybookOption &option : planned->options)
            if (option.id == choice)
                return shownPlainly(option.label.in(m_engine.language()), 120);
    return shownPlainly(choice, 60);
}

QString PlaybookCardMaker::decisionWords(const bot::PlannedStep &step) const
{
    const domain::PlaybookStep told = m_run.steps.value(step.id).told;
    for (const domain::PlaybookDecision &decision : m_run.decisions)
        if (decision.said.fact == told.decision)
            return tr("%1, decided by %2").arg(labelOf(step.id, told.choice), nameOf(decision.said.by));
    return tr("%1, because nobody decided in time").arg(labelOf(step.id, told.choice));
}

//! Names of steps and what the facts say of them, in the order in which they were said.
void PlaybookCardMaker::fillFromRecord()
{
    QList<std::pair<qint64, PlaybookStepLine>> lines;
    for (auto it = m_run.operations.begin(); it != m_run.operations.end(); ++it)
        if (const domain::OperationState *operation = m_state.operation(*it))
            lines.append({operation->said.at,
                          {shownPlainly(operation->request.title, 200), {}, PlaybookStepLook::running, *it, false}});
    for (auto it = m_run.steps.begin(); it != m_run.steps.end(); ++it)
        if (!m_run.operations.contains(it.key()))
            lines.append(
                {it->said.at,
                 {shownPlainly(it.key(), 60), shownPlainly(it->told.note, 300), PlaybookStepLook::done, {}, false}});
    std::stable_sort(lines.begin(), lines.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    for (const auto &[at, line] : lines)
        m_card.steps.append(line);
}

void PlaybookCardMaker::fillStatus()
{
    const auto isOver = [](const PlaybookStepLine &line) {
        return line.look == PlaybookStepLook::done || line.look == PlaybookStepLook::skipped ||
               line.look == PlaybookStepLook::failed;
    };
    const auto over = std::count_if(m_card.steps.begin(), m_card.steps.end(), isOver);
    m_card.status = tr("%1 of %2 steps").arg(over).arg(m_card.steps.size());
    if (m_run.removed && !m_run.ended) {
        m_card.look = PlaybookLook::stopped;
        m_card.status = tr("its start was taken out of the chat: it goes no further");
    } else if (m_run.ended) {
        const QString why =
            m_run.ended->reason.isEmpty() ? QString() : u": "_s + shownPlainly(m_run.ended->reason, 300);
        switch (m_run.ended->outcome) {
        case domain::PlaybookOutcome::done:
            m_card.look = PlaybookLook::done;
            m_card.status = m_run.ended->reason.isEmpty()
                                ? tr("went through")
                                : tr("went through") + u" · "_s + shownPlainly(m_run.ended->reason, 300);
            break;
        case domain::PlaybookOutcome::failed:
            m_card.look = PlaybookLook::failed;
            m_card.status = tr("failed") + why;
            break;
        case domain::PlaybookOutcome::stopped:
            m_card.look = PlaybookLook::stopped;
            m_card.status = tr("stopped by %1").arg(nameOf(m_run.endSaid->by)) + why;
            break;
        }
    } else if (isStuck()) {
        m_card.status +=
            u" · "_s + tr("%1 has not gone on since %2: a person must look").arg(nodeName(), clockWords(lastMoved()));
    }
}

QString PlaybookCardMaker::nodeName() const
{
    const domain::Node *node = m_engine.book().workspaceOf(m_room).node(m_run.said.node);
    return node ? shownPlainly(node->machine, 80) : tr("its node");
}

qint64 PlaybookCardMaker::lastMoved() const
{
    qint64 last = m_run.said.at;
    for (const domain::PlaybookStepStatus &step : m_run.steps) {
        const bool waits = step.told.state <= domain::PlaybookStepState::asking;
        last = std::max(last, waits ? step.told.until : step.said.at);
    }
    for (const domain::PlaybookDecision &decision : m_run.decisions)
        last = std::max(last, decision.said.at);
    return last;
}

//! Nothing is under way, nothing is waited for, and still the next step does not come.
bool PlaybookCardMaker::isStuck() const
{
    const auto moves = [](const PlaybookStepLine &line) {
        return line.look == PlaybookStepLook::running || line.look == PlaybookStepLook::approval;
    };
    return std::none_of(m_card.steps.begin(), m_card.steps.end(), moves) &&
           m_engine.clock().nowMs() - lastMoved() > kStuckAfter;
}

void PlaybookCardMaker::fillQuestion()
{
    for (auto it = m_run.steps.begin(); it != m_run.steps.end(); ++it) {
        if (it->told.state != domain::PlaybookStepState::asking)
            continue;
        m_card.look = PlaybookLook::asking;
        m_card.questionFact = it->question;
        const bot::PlannedStep *planned = m_playbook ? m_playbook->step(it.key()) : nullptr;
        m_card.question = shownPlainly(planned ? planned->question.in(m_engine.language()) : it->asked.question, 400);
        QString who = it->asked.group.isEmpty() ? tr("anybody") : shownPlainly(it->asked.group, 80);
        if (!it->asked.who.isEmpty())
            who = nameOf(it->asked.who.first());
        m_card.asked = tr("Decides: %1 · until %2").arg(who, clockWords(it->asked.until));
        for (const QString &option : it->asked.options)
            m_card.choices.append({option, labelOf(it.key(), option)});
        m_card.canChoose = mayChoose(m_engine, m_run, *it);
    }
}

bool PlaybookCardMaker::mayStop() const
{
    const domain::Policy *policy = m_engine.book().workspace().policy();
    const PersonId me = m_engine.me();
    return m_run.started.requesters.contains(me) || (policy && policy->isAdmin(me)) || m_state.incident.lead == me ||
           m_state.responders.contains(me);
}

} // namespace wardroom::session
