// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/commandbook.h"

#include "base/plaintext.h"
#include "bot/catalogue/usage.h"
#include "report/wording.h"
#include "session/automation.h"
#include "session/engine.h"

#include <QFileInfo>

namespace wardroom::session {
using namespace Qt::StringLiterals;
using domain::OperationState;
using domain::Stage;

namespace {

constexpr qsizetype kMostRuns = 5;
constexpr qsizetype kMostPhrases = 4;

QString tr(const char *text)
{
    return QCoreApplication::translate("CommandBook", text);
}

//! How it went, in a word, and whether that is good: 1, bad: -1, or not known yet: 0.
std::pair<QString, int> howItWent(const OperationState &operation)
{
    if (operation.verification) {
        const domain::Verdict verdict = operation.verification->verdict;
        return {report::verdictName(verdict), verdict == domain::Verdict::verified ? 1 : -1};
    }
    if (operation.finish)
        return {report::outcomeName(operation.finish->outcome),
                operation.finish->outcome == domain::Outcome::done ? 1 : -1};
    switch (operation.stage) {
    case Stage::declined: return {tr("declined"), 0};
    case Stage::cancelled: return {tr("cancelled"), 0};
    case Stage::expired: return {tr("expired"), 0};
    case Stage::stalled: return {tr("outcome unknown"), -1};
    case Stage::claimed: return {tr("running"), 0};
    default: return {tr("waits"), 0};
    }
}

QString readBackOf(const bot::Command &command)
{
    if (command.risk == domain::Risk::read || command.risk == domain::Risk::room)
        return {};
    const bool read = command.verify.kind != bot::StepKind::none;
    const bool undo = command.undo.kind != bot::StepKind::none;
    return (read ? tr("Afterwards it is read back whether it worked.") : tr("Nothing reads back whether it worked.")) +
           u' ' + (undo ? tr("It can be undone, at the same risk.") : tr("It cannot be undone."));
}

QStringList argumentsOf(const bot::Command &command, const QString &language)
{
    QStringList lines;
    for (const bot::Argument &each : command.arguments) {
        const QString name = QString(each.name).replace(u'_', u'-').toUpper();
        const QString about = each.help.in(language);
        lines << (about.isEmpty() ? u"%1 (%2)"_s.arg(name, bot::argumentTypeWord(each.type))
                                  : u"%1: %2"_s.arg(name, about));
    }
    return lines;
}

} // namespace

CommandLine CommandBook::line(const bot::Plugin &plugin, const bot::Command &command) const
{
    const QString language = m_engine.language();
    CommandLine line;
    line.id = command.id;
    line.usage = bot::usageOf(command, language);
    line.insert = u'/' + QString(command.id).replace(u'.', u' ') + u' ';
    line.summary = command.summary.in(language);
    line.help = command.help.in(language);
    line.risk = command.risk;
    line.who = m_guide.permission(command);
    line.usable = m_guide.whyNot(command).isEmpty();
    line.more = m_guide.examplesOf(command);
    line.example = line.more.takeFirst();
    line.needsHost = std::any_of(command.arguments.begin(), command.arguments.end(), [](const bot::Argument &each) {
        return each.type == bot::ArgumentType::host && each.required;
    });
    if (line.needsHost)
        line.practice = command.examples.value(0);
    const QList<domain::Host> &hosts = m_engine.book().workspace().inventory().hosts;
    const auto host =
        std::find_if(hosts.begin(), hosts.end(), [](const domain::Host &each) { return each.reach == u"practice"; });
    line.practisesHere = host != hosts.end();
    if (line.practisesHere)
        line.practice.replace(u"practice-01"_s, host->name);
    line.phrases = command.phrases.value(language).mid(0, kMostPhrases);
    line.arguments = argumentsOf(command, language);
    line.danger = command.danger.in(language);
    line.readBack = readBackOf(command);
    line.plugin = tr("Plugin %1 %2, by %3").arg(plugin.name, plugin.version, shownPlainly(plugin.author, 60));
    line.vetting = command.risk == domain::Risk::room
                       ? tr("It changes nothing outside of this room, so it needs no vetting.")
                       : tr("Nobody has vetted it as it is now, so even reading waits for approval.");
    const domain::Policy *policy = m_engine.book().workspace().policy();
    for (const domain::Vetting &vetting : policy ? policy->vetted : QList<domain::Vetting>())
        if (vetting.plugin == plugin.name && vetting.hash == plugin.hash) {
            line.vetted = true;
            line.vetting =
                tr("Vetted by %1, to the byte.").arg(shownPlainly(m_engine.book().workspace().nameOf(vetting.by), 60));
        }
    return line;
}

void CommandBook::addRuns(QMap<QString, CommandLine> &lines) const
{
    for (const chat::Room &room : m_engine.book().rooms()) {
        if (room.purpose == Purpose::control || isImportedId(room.id))
            continue;
        for (const OperationState &operation : m_engine.book().state(room.id).operations) {
            const auto line = lines.find(operation.request.command);
            if (line == lines.end() || !operation.request.undoes.isEmpty())
                continue;
            const auto [how, worth] = howItWent(operation);
            ++line->asked;
            line->well += worth > 0 ? 1 : 0;
            line->badly += worth < 0 ? 1 : 0;
            line->runs.append({room.id, shownPlainly(m_engine.book().titleOf(room.id), 80), operation.said.at, how,
                               worth > 0   ? u"green"_s
                               : worth < 0 ? u"red"_s
                                           : u"muted"_s});
        }
    }
    for (CommandLine &line : lines) {
        std::stable_sort(line.runs.begin(), line.runs.end(),
                         [](const CommandRun &a, const CommandRun &b) { return a.at > b.at; });
        line.runs = line.runs.mid(0, kMostRuns);
    }
}

QList<CommandLine> CommandBook::lines() const
{
    QMap<QString, CommandLine> lines;
    for (const bot::Plugin &plugin : m_engine.catalogue().plugins())
        for (const bot::Command &command : plugin.commands)
            lines.insert(command.id, line(plugin, command));
    addRuns(lines);
    for (const CommandStanding &standing : Automation(m_engine).commands())
        if (const auto line = lines.find(standing.command); line != lines.end())
            line->standing = standing;
    return lines.values();
}

QStringList CommandBook::problems() const
{
    QStringList problems;
    for (const bot::ManifestProblem &problem : m_engine.catalogue().problems()) {
        const QFileInfo file(problem.file);
        problems << tr("%1/%2, line %3: %4")
                        .arg(file.dir().dirName(), file.fileName())
                        .arg(problem.line)
                        .arg(shownPlainly(problem.message, 300));
    }
    return problems;
}

} // namespace wardroom::session
