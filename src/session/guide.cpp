// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/guide.h"

#include "base/plaintext.h"
#include "bot/catalogue/usage.h"
#include "bot/language/slash.h"
#include "bot/language/understand.h"
#include "session/engine.h"
#include "session/leads.h"

#include <QRegularExpression>
#include <algorithm>

namespace wardroom::session {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostSuggestions = 3;
constexpr qsizetype kMostNames = 5;

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("Guide", text, nullptr, n);
}

QString listed(QStringList names)
{
    const int more = static_cast<int>(names.size() - kMostNames);
    names = names.first(std::min(names.size(), kMostNames));
    return more > 0 ? names.join(u", "_s) + tr(" and %n more", more) : names.join(u", "_s);
}

//! \a line with what was said put in; nothing where something of it was not said.
std::optional<QString> filled(QString line, const QJsonObject &args)
{
    for (auto it = args.begin(); it != args.end(); ++it) {
        QString value = it->isString() ? it->toString() : QString::number(it->toInteger());
        if (value.contains(u' ') && line.contains(u'{' + it.key() + u'}'))
            value = u'"' + value.remove(u'"') + u'"';
        if (!value.isEmpty())
            line.replace(u'{' + it.key() + u'}', value);
    }
    return line.contains(u'{') ? std::nullopt : std::optional(line);
}

bool needsHost(const bot::Command &command)
{
    return std::any_of(command.arguments.begin(), command.arguments.end(),
                       [](const bot::Argument &each) { return each.required && each.type == bot::ArgumentType::host; });
}

//! One on which an example may be tried without harm, else one that is not this desktop: that lets few do much on it.
QString exampleHost(const domain::Inventory &inventory)
{
    const QList<domain::Host> &hosts = inventory.hosts;
    for (const QString &reach : {u"practice"_s, u"ssh"_s})
        for (const domain::Host &each : hosts)
            if (each.reach == reach)
                return each.name;
    return hosts.isEmpty() ? QString() : hosts.first().name;
}

bool isConnected(const bot::Command &command, const Engine &engine)
{
    const auto isIt = [&](const connectors::SecurityTool *tool) { return tool && tool->name() == command.run.tool; };
    return std::any_of(engine.tools().begin(), engine.tools().end(), isIt);
}

//! As a request of it would be judged, before anything is known of its arguments.
domain::Requirement requirementOf(const bot::Command &command, const Engine &engine, const domain::Policy &policy)
{
    const bot::Plugin *plugin = engine.catalogue().pluginOf(command.id);
    return domain::requirementFor(command.risk, plugin && policy.isVetted(plugin->name, plugin->hash), policy,
                                  command.id);
}

} // namespace

QString Guide::adminNames() const
{
    const domain::Policy *policy = m_engine.book().workspace().policy();
    QStringList names;
    for (const PersonId &admin : policy ? policy->admins : QList<PersonId>())
        names << shownPlainly(m_engine.book().workspace().nameOf(admin), 60);
    return listed(names);
}

QStringList Guide::deciders(const QString &group) const
{
    const domain::WorkspaceState &workspace = m_engine.book().workspace();
    const domain::Policy *policy = workspace.policy();
    QStringList names;
    for (const PersonId &member : policy ? m_engine.lastMembers(policy->roomOf(group)) : QList<PersonId>())
        if (member != m_engine.me() && !policy->bots.contains(member))
            names << shownPlainly(workspace.nameOf(member), 60);
    names.sort();
    return names;
}

QString Guide::whyNot(const bot::Command &command) const
{
    const domain::WorkspaceState &workspace = m_engine.book().workspace();
    const domain::Policy *policy = workspace.policy();
    if (!policy)
        return tr("There is no policy here yet, so nothing runs.");
    const bool onHost = !command.run.onHost.isEmpty() && !workspace.inventory().hosts.isEmpty();
    if (command.run.kind == bot::StepKind::tool && !onHost && !isConnected(command, m_engine))
        return tr("%1 is not connected on this desktop; somebody whose desktop has it can ask.").arg(command.run.tool);
    if (needsHost(command) && workspace.inventory().hosts.isEmpty())
        return tr("There are no hosts here yet; a policy admin can add some: %1.").arg(adminNames());
    if (command.risk == domain::Risk::room)
        return {};
    if (const domain::Requirement needed = requirementOf(command, m_engine, *policy); !needed.whyNot.isEmpty())
        return needed.whyNot + u' ' + tr("A policy admin can change that: %1.").arg(adminNames());
    return {};
}

QString Guide::permission(const bot::Command &command) const
{
    if (const QString reason = whyNot(command); !reason.isEmpty())
        return tr("not for you now. %1").arg(reason);
    if (command.run.kind == bot::StepKind::room)
        return command.risk == domain::Risk::read ? tr("answers you alone") : tr("goes on the record");
    const domain::Policy *policy = m_engine.book().workspace().policy();
    const domain::Requirement needed = requirementOf(command, m_engine, *policy);
    if (needed.runsByItself)
        return tr("only reads, runs by itself");
    const QStringList names = deciders(needed.group);
    const QString group = shownPlainly(needed.group, 60);
    const int approvals =
        static_cast<int>(needed.approvals); // lupdate does not see a string whose number is cast in the call
    const QString who = tr("needs %n approval(s) of %1", approvals).arg(group);
    return names.isEmpty() ? tr("%1, where nobody but you is yet").arg(who) : u"%1 (%2)"_s.arg(who, listed(names));
}

QString Guide::exampleOf(const bot::Command &command) const
{
    return examplesOf(command).first();
}

QString Guide::spokenExampleOf(const bot::Command &command) const
{
    const QString line = exampleOf(command);
    const domain::Understanding meant = bot::understand(line, m_engine.catalogue(), m_engine.vocabulary(), {});
    return meant.command == command.id ? otherWording(command, meant.args, line) : QString();
}

QStringList Guide::examplesOf(const bot::Command &command) const
{
    QStringList examples = command.examples;
    if (examples.isEmpty())
        examples << bot::usageOf(command, m_engine.language());
    const domain::WorkspaceState &workspace = m_engine.book().workspace();
    // What a tool does everywhere is done on a host where there is no tool.
    if (command.run.kind == bot::StepKind::tool && !isConnected(command, m_engine))
        std::stable_partition(examples.begin(), examples.end(),
                              [](const QString &each) { return each.contains(u" on "); });
    if (const QString host = exampleHost(workspace.inventory()); !host.isEmpty())
        examples.replaceInStrings(u"practice-01"_s, host);
    const QString me = workspace.nameOf(m_engine.me());
    static const QRegularExpression person(u"@(mei|tom)\\b"_s);
    if (!me.isEmpty() && !me.contains(u'"'))
        examples.replaceInStrings(person, me.contains(u' ') ? u"\"@%1\""_s.arg(shownPlainly(me, 60))
                                                            : u'@' + shownPlainly(me, 60));
    return examples;
}

const bot::Command *Guide::commandOf(const QString &line) const
{
    const QList<bot::LineWord> words = bot::lineWords(line);
    if (words.isEmpty())
        return nullptr;
    const QString first = words.first().text.sliced(1);
    const bot::Command *command = m_engine.catalogue().command(first);
    return command || words.size() < 2 ? command : m_engine.catalogue().command(first + u'.' + words.at(1).text);
}

QString Guide::summaryOf(const QString &line) const
{
    const bot::Command *command = commandOf(line);
    return command ? command->summary.in(m_engine.language()) : QString();
}

//! Only what could be sent, or begun, here: a line of a plugin that is not installed is no advice.
std::optional<Suggestion> Guide::suggestion(const QString &line) const
{
    const bot::Command *command = commandOf(line);
    if (!command || !whyNot(*command).isEmpty())
        return std::nullopt;
    // Without the tool it needs a host, which only a person can choose.
    if (command->run.kind == bot::StepKind::tool && !isConnected(*command, m_engine) && !line.contains(u" on "))
        return std::nullopt;
    return Suggestion{line, command->summary.in(m_engine.language())};
}

QList<Suggestion> Guide::after(const QString &id, const QJsonObject &args) const
{
    QList<Suggestion> next;
    const bot::Command *command = m_engine.catalogue().command(id);
    for (const QString &each : command ? command->next : QStringList())
        if (const auto line = filled(each, args); line && next.size() < kMostSuggestions)
            if (const auto known = suggestion(*line); known && !next.contains(*known))
                next.append(*known);
    for (const QString &line : command ? onEachHost(*command, args) : QStringList())
        if (const auto known = suggestion(line); known && next.size() < kMostSuggestions)
            next.append(*known);
    return next;
}

//! What was read without a host, though it could have read one, said once more for each of the first few.
QStringList Guide::onEachHost(const bot::Command &command, const QJsonObject &args) const
{
    const auto leftOut = [&args](const bot::Argument &each) {
        return each.type == bot::ArgumentType::host && !each.required && each.fallback.isEmpty() &&
               !args.contains(each.name);
    };
    const auto host = std::find_if(command.arguments.begin(), command.arguments.end(), leftOut);
    QStringList lines;
    if (host == command.arguments.end() || command.risk != domain::Risk::read)
        return lines;
    for (const domain::Host &each : m_engine.book().workspace().inventory().hosts) {
        QJsonObject there = args;
        there.insert(host->name, each.name);
        if (lines.size() < kMostSuggestions)
            lines << bot::spokenForm(command, there);
    }
    return lines;
}

QList<Suggestion> Guide::leads(const QString &text, const QString &host) const
{
    QList<Suggestion> found;
    const auto offer = [&](const QString &line) {
        if (const auto known = suggestion(line))
            found.append(*known);
        return !found.isEmpty() && found.last().line == line;
    };
    const bool onHost = !host.isEmpty() && m_engine.book().workspace().inventory().find(host) != nullptr;
    for (const QString &address : addressesIn(text)) {
        // Everywhere at once where CrowdSec does that, else in the firewall of the host that the card is about.
        const QString block = u"/ip block %1 for 4h"_s.arg(address);
        if (!offer(block) && onHost)
            offer(block + u" on "_s + host);
        offer(u"/ip lookup %1"_s.arg(address));
    }
    for (const QString &cve : cvesIn(text))
        offer(u"/cve show %1"_s.arg(cve));
    for (const QString &hash : hashesIn(text))
        offer(u"/indicator search %1"_s.arg(hash));
    return found;
}

QList<Suggestion> Guide::afterTrouble(const domain::OperationState &operation) const
{
    QStringList lines;
    const bot::Command *command = m_engine.catalogue().command(operation.request.command);
    const QString host = operation.request.host;
    if (!host.isEmpty() && operation.request.command != "host.status"_L1)
        lines << u"/host status "_s + host;
    if (!host.isEmpty())
        lines << u"/host changes %1 since 1h"_s.arg(host);
    if (command && operation.request.undoes.isEmpty())
        lines << bot::spokenForm(*command, operation.request.args);
    lines << u"/note add "_s;
    QList<Suggestion> next;
    for (const QString &line : std::as_const(lines))
        if (const auto known = suggestion(line); known && next.size() < kMostSuggestions)
            next.append(*known);
    return next;
}

QList<Suggestion> Guide::leadsOfAlert(const QString &source, const QString &target, const QString &text) const
{
    QList<Suggestion> found = leads(text + u'\n' + source, target);
    if (!target.isEmpty() && m_engine.book().workspace().inventory().find(target) != nullptr)
        for (const QString &line : {u"/host status %1"_s.arg(target), u"/host logins %1 since 1h"_s.arg(target)})
            if (const auto known = suggestion(line))
                found.append(*known);
    return found;
}

QString Guide::noteOf(const QString &text) const
{
    constexpr qsizetype longest = 400;
    QString quoted = shownPlainly(text, longest * 2).simplified();
    if (quoted.size() > longest)
        quoted = quoted.first(longest) + u'…';
    return u"/note add “%1”"_s.arg(quoted.replace(u'“', u'\'').replace(u'”', u'\''));
}

QString Guide::otherWording(const bot::Command &command, const QJsonObject &args, const QString &words) const
{
    if (!words.startsWith(u'/'))
        return bot::spokenForm(command, args);
    for (const QString &phrase : command.phrases.value(m_engine.language()))
        if (const auto said = filled(phrase, args); said && phrase.contains(u'{'))
            return *said;
    for (const QString &phrase : command.phrases.value(m_engine.language()))
        if (!phrase.contains(u'{'))
            return phrase;
    return {};
}

} // namespace wardroom::session
