// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/automation.h"

#include "base/plaintext.h"
#include "domain/permission.h"
#include "domain/removedends.h"
#include "session/engine.h"

namespace wardroom::session {
using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Automation", text);
}

constexpr qint64 kLongAgo = 24 * 3'600'000; // after its expiry; by then a run's lock is cleared
constexpr qint64 kClocksApart = 3'600'000;

//! Also those whose end was taken out of the chat and is not said again yet: a failure is one all the same.
domain::IncidentState allRuns(const RoomBook &book, const RoomId &room)
{
    const domain::RoomFold *fold = book.fold(room);
    return fold && !fold->state().operations.isEmpty() ? domain::withRemovedEnds(*fold, book.workspace())
                                                       : book.state(room);
}

QString recordWords(const domain::Evidence &evidence)
{
    return tr("%1 runs, %2 verified, %3 failed, %4 undone")
        .arg(QString::number(evidence.runs), QString::number(evidence.verified), QString::number(evidence.failed),
             QString::number(evidence.undone));
}

//! When a policy first called these bytes vetted, else 0.
qint64 vettedAt(const domain::Policy *policy, const QString &plugin, const Sha256 &hash)
{
    for (const domain::Vetting &vetting : policy ? policy->vetted : QList<domain::Vetting>())
        if (vetting.plugin == plugin && vetting.hash == hash)
            return vetting.at;
    return 0;
}

bool isGranted(const domain::Policy *now, const domain::CommandLevel &level)
{
    return now && now->automation && now->automation->commands.contains(level);
}

} // namespace

domain::IncidentState stateForRuns(const RoomBook &book, const RoomId &room, qint64 nowMs)
{
    const domain::IncidentState &state = book.state(room);
    qint64 since = std::numeric_limits<qint64>::max();
    for (const domain::OperationState &each : state.operations)
        if (each.stage == domain::Stage::requested && each.request.expires > nowMs - kLongAgo)
            since = std::min(since, each.said.at - kClocksApart);
    const domain::RoomFold *fold = book.fold(room);
    const bool isNeeded = fold && since < std::numeric_limits<qint64>::max();
    return isNeeded ? domain::withRemovedEnds(*fold, book.workspace(), since) : state;
}

bool recordHolds(const RoomBook &book, const domain::CommandLevel &grant)
{
    const QList<chat::Room> &rooms = book.rooms();
    return std::none_of(rooms.begin(), rooms.end(), [&](const chat::Room &room) {
        return !domain::endsGrant(grant, allRuns(book, room.id)).isEmpty();
    });
}

domain::EvidenceTable Automation::table() const
{
    domain::EvidenceTable table;
    for (const chat::Room &room : m_engine.book().rooms())
        domain::addEvidence(table, allRuns(m_engine.book(), room.id));
    return table;
}

//! Why these bytes may not run by themselves; empty: their record is good enough.
QString Automation::whyNotThree(const domain::Policy &policy, const domain::CommandLevel &grant, const QString &plugin,
                                domain::Risk risk) const
{
    const domain::Automation automation = policy.automation.value_or(domain::Automation());
    if (risk == domain::Risk::disrupt && automation.disrupt != 1)
        return tr("What disrupts never runs by itself, as the policy is.");
    if (risk != domain::Risk::change && risk != domain::Risk::disrupt)
        return tr("It changes nothing, so there is nothing to grant.");
    if (!policy.isVetted(plugin, grant.hash))
        return tr("Its plugin is not vetted as it is now.");
    const domain::Evidence evidence = domain::evidenceOf(table(), grant.command, grant.hash);
    if (!evidence.isClean())
        return tr("Its record is not clean: %1.").arg(recordWords(evidence));
    if (evidence.verified < automation.verified)
        return tr("It has %1 of %2 verified runs.")
            .arg(QString::number(evidence.verified), QString::number(automation.verified));
    return {};
}

CommandStanding Automation::standing(const bot::Plugin &plugin, const bot::Command &command,
                                     const domain::EvidenceTable &table) const
{
    CommandStanding standing;
    standing.command = command.id;
    standing.summary = command.summary.in(m_engine.language());
    standing.plugin = plugin.name;
    standing.risk = command.risk;
    standing.hash = plugin.hash;
    const domain::Policy *policy = m_engine.book().workspace().policy();
    standing.evidence = domain::evidenceOf(table, command.id, plugin.hash);
    for (const domain::Evidence &each : table)
        if (each.command == command.id && each.hash != plugin.hash)
            standing.earlierRuns += each.runs;
    standing.changedAt = vettedAt(policy, plugin.name, plugin.hash);
    if (standing.changedAt == 0 || (standing.evidence.first > 0 && standing.evidence.first < standing.changedAt))
        standing.changedAt = standing.evidence.first;
    if (!policy)
        return standing;
    standing.vetted = policy->isVetted(plugin.name, plugin.hash);
    standing.level = policy->levelOf(command.id);
    const domain::CommandLevel *grant = policy->grantFor(command.id, plugin.name, plugin.hash, command.risk);
    if (command.risk == domain::Risk::read) {
        standing.runsByItself = domain::requirementFor(command.risk, standing.vetted, *policy, command.id).runsByItself;
    } else if (grant) {
        standing.runsByItself = recordHolds(m_engine.book(), *grant);
        if (!standing.runsByItself)
            standing.note = tr("A run went wrong, so it waits for approval again.");
    } else {
        const domain::CommandLevel wanted{command.id, 3, plugin.hash, 0};
        standing.note = whyNotThree(*policy, wanted, plugin.name, command.risk);
        standing.isOffered = standing.note.isEmpty();
        if (standing.level == 3)
            standing.note =
                tr("Its files changed since it was allowed to run by itself, so it waits for approval again.");
    }
    if (!standing.runsByItself)
        standing.level = std::min<qint64>(standing.level, 2);
    return standing;
}

QList<CommandStanding> Automation::commands() const
{
    const domain::EvidenceTable evidence = table();
    QList<CommandStanding> all;
    for (const bot::Plugin &plugin : m_engine.catalogue().plugins())
        for (const bot::Command &command : plugin.commands)
            if (command.risk != domain::Risk::room)
                all.append(standing(plugin, command, evidence));
    std::sort(all.begin(), all.end(), [](const auto &a, const auto &b) { return a.command < b.command; });
    return all;
}

CommandStanding Automation::standing(const QString &id) const
{
    const bot::Command *command = m_engine.catalogue().command(id);
    const bot::Plugin *plugin = m_engine.catalogue().pluginOf(id);
    return command && plugin ? standing(*plugin, *command, table()) : CommandStanding();
}

PolicyStanding Automation::policy() const
{
    PolicyStanding standing;
    const domain::Policy *now = m_engine.book().workspace().policy();
    standing.commands = commands();
    if (!now) {
        standing.whyNotMe = tr("This workspace has no policy yet.");
        return standing;
    }
    standing.version = now->version;
    standing.level = now->automation ? now->level : (now->level < 1 ? 0 : 2);
    standing.needed = now->approvalsForChange(m_engine.me());
    if (!now->isAdmin(m_engine.me()))
        standing.whyNotMe = tr("Only a policy admin can change this.");
    return standing;
}

Result<domain::Policy> Automation::withLevel(const QString &command, qint64 level) const
{
    const domain::Policy *now = m_engine.book().workspace().policy();
    if (!now || level < 0 || level > 3)
        return fail(ErrorKind::invalid, tr("A level is 0, 1, 2 or 3."));
    domain::Policy policy = *now;
    if (!policy.automation) { // from before levels meant anything: they go on to mean what they meant
        policy.automation.emplace();
        policy.level = policy.level < 1 ? 0 : 2;
    }
    if (command.isEmpty()) {
        policy.level = level;
        return policy;
    }
    const CommandStanding known = standing(command);
    if (known.command.isEmpty())
        return fail(ErrorKind::notFound, tr("There is no command %1 here.").arg(command));
    QList<domain::CommandLevel> &own = policy.automation->commands;
    own.removeIf([&](const domain::CommandLevel &each) { return each.command == command; });
    if (level != 2)
        own.append({command, level, level == 3 ? known.hash : Sha256(), 0});
    if (level == 3) {
        if (const QString why = whyNotThree(policy, own.last(), known.plugin, known.risk); !why.isEmpty())
            return fail(ErrorKind::forbidden, why);
        policy.level = 3;
    }
    return policy;
}

QStringList Automation::grantedAnew(const domain::Policy &wanted) const
{
    QStringList lines;
    const domain::EvidenceTable evidence = table();
    for (const domain::CommandLevel &level :
         wanted.automation ? wanted.automation->commands : QList<domain::CommandLevel>())
        if (level.level == 3 && !isGranted(m_engine.book().workspace().policy(), level))
            lines.append(tr("This desktop's record of %1 with these files: %2.")
                             .arg(shownPlainly(level.command, 80),
                                  recordWords(domain::evidenceOf(evidence, level.command, level.hash))));
    return lines;
}

QString Automation::unfounded(const domain::Policy &wanted) const
{
    for (const domain::CommandLevel &level :
         wanted.automation ? wanted.automation->commands : QList<domain::CommandLevel>()) {
        const bot::Command *command = m_engine.catalogue().command(level.command);
        const bot::Plugin *plugin = m_engine.catalogue().pluginOf(level.command);
        if (level.level != 3 || isGranted(m_engine.book().workspace().policy(), level))
            continue;
        const QString why = command && plugin ? whyNotThree(wanted, level, plugin->name, command->risk)
                                              : tr("There is no command %1 here.").arg(level.command);
        if (!why.isEmpty())
            return tr("%1 cannot run by itself: %2").arg(shownPlainly(level.command, 80), why);
    }
    return {};
}

} // namespace wardroom::session
