// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/explaining.h"

#include "base/plaintext.h"
#include "bot/catalogue/usage.h"
#include "bot/language/roomfacts.h"
#include "bot/runtime/httpstep.h"
#include "session/automation.h"
#include "session/engine.h"
#include "session/guide.h"
#include "session/lastcards.h"
#include "session/playbooks.h"

namespace wardroom::session {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestLine = 400;
const QString kStartsPlaybook = u"playbook.start"_s;

QString shownArgv(const QStringList &argv)
{
    QStringList words;
    for (const QString &word : argv)
        words << (word.contains(u' ') || word.isEmpty() ? u'"' + word + u'"' : word);
    return shownPlainly(words.join(u' '), kLongestLine);
}

//! The call as it would go out, but for its secret, which only the call itself has.
QString callInWords(const bot::HttpCall &call, const QJsonObject &args)
{
    const Result<bot::PreparedCall> ready = bot::prepared(call, args);
    return shownPlainly(ready ? ready->line().join(u' ') : ready.error().message, kLongestLine);
}

//! What a playbook would do once it is started: its steps in their order, as a rehearsal shows them.
QCoro::Task<QStringList> stepsOf(QPointer<Playbooks> playbooks, RoomId room, QJsonObject args)
{
    const QString name = args.value(u"name"_s).toString();
    QStringList lines;
    for (const PlaybookLine &each : playbooks->list()) {
        if (each.name != name)
            continue;
        lines << Explaining::tr("What %1 does, one step after the other: %2")
                     .arg(shownPlainly(each.name, 60) + u' ' + shownPlainly(each.version, 20), each.summary);
        if (each.standing != PlaybookStanding::published)
            lines << Explaining::tr("It does not start as it is now: a policy admin has to publish these bytes first.");
        else
            lines << Explaining::tr("Whoever starts it and %1, who published it, agree to none of its steps.")
                         .arg(each.by);
    }
    const Result<QJsonObject> inputs = Playbooks::inputsOf(args.value(u"inputs"_s).toString());
    if (!inputs)
        co_return lines << inputs.error().message;
    const Result<QStringList> steps = co_await playbooks->rehearse(room, name, *inputs);
    if (!steps)
        co_return lines << steps.error().message;
    co_return lines << steps->mid(1); // the first line says that it is a rehearsal
}

} // namespace

//! "ip block 203.0.113.7" means the command of that name before it means anything else.
domain::Understanding Explaining::understand(const RoomId &room, const QString &line) const
{
    const QString plain = line.trimmed();
    const QList<bot::Shown> shown = lastCards(m_engine.book().state(room));
    if (!plain.startsWith(u'/')) {
        const auto typed = bot::understand(u'/' + plain, m_engine.catalogue(), m_engine.vocabulary(), shown);
        if (typed.intent == domain::IntentKind::command)
            return typed;
    }
    return bot::spokenBy(bot::understand(plain, m_engine.catalogue(), m_engine.vocabulary(), shown),
                         m_engine.me().text());
}

QStringList Explaining::reach(const bot::Command &command, const QJsonObject &args) const
{
    QStringList lines;
    const domain::Inventory &inventory = m_engine.book().workspace().inventory();
    const domain::Policy *policy = m_engine.book().workspace().policy();
    const domain::Host *host = inventory.find(args.value(u"host"_s).toString());
    if (host) {
        const QString how = host->reach == u"ssh"        ? tr("over SSH at %1").arg(shownPlainly(host->address, 80))
                            : host->reach == u"practice" ? tr("a practice host: nothing real is touched")
                                                         : tr("this machine itself");
        const QString name = shownPlainly(host->name, 80);
        lines << (host->owner.isEmpty() ? tr("On: %1 (%2)").arg(name, how)
                                        : tr("On: %1 (%2, owned by %3)").arg(name, how, shownPlainly(host->owner, 60)));
        if (policy && policy->protectedHosts.contains(host->name, Qt::CaseInsensitive))
            lines << tr("%1 is protected: one more person has to agree to any change of it.")
                         .arg(shownPlainly(host->name, 80));
    }
    // With a host, what a tool does everywhere is done there, by a script.
    if (command.run.kind == bot::StepKind::tool && (!host || command.run.onHost.isEmpty()))
        lines << tr("Through: %1, with Wardroom's own account there").arg(command.run.tool);
    else if (command.run.kind == bot::StepKind::http)
        lines << tr("Through: a call of %1").arg(callInWords(*command.run.http, args));
    else if (command.run.kind == bot::StepKind::room)
        lines << (command.risk == domain::Risk::room ? tr("It says a fact in this room, under your name.")
                                                     : tr("It answers you alone."));
    else if (command.hostAccess == bot::HostAccess::none)
        lines << tr("A script in a sandbox: no network, nothing of this machine.");
    else
        lines << (command.hostAccess == bot::HostAccess::read
                      ? tr("A script in a sandbox that reads the host's files and can write none.")
                      : tr("A script in a sandbox that may write on that host alone."));
    return lines;
}

QString Explaining::decides(const bot::Command &command, const QJsonObject &args) const
{
    const Guide guide(m_engine);
    const bot::Plugin *plugin = m_engine.catalogue().pluginOf(command.id);
    const domain::Policy *policy = m_engine.book().workspace().policy();
    if (const QString why = guide.whyNot(command); !why.isEmpty() || !plugin || !policy)
        return tr("It cannot be asked for here now: %1").arg(why);
    if (command.run.action == kStartsPlaybook)
        return tr("Nobody has to agree to the start itself; what its steps need stands beside each.");
    if (command.run.kind == bot::StepKind::room || command.risk == domain::Risk::room)
        return tr("Nobody has to agree.");
    domain::CommandRequested request;
    request.command = command.id;
    request.args = args;
    request.host = args.value(u"host"_s).toString();
    request.risk = command.risk;
    request.plugin = plugin->name;
    request.pluginHash = plugin->hash;
    const domain::Requirement needed =
        domain::requirementFor(request, m_engine.book().workspace(), *policy, m_engine.clock().nowMs());
    if (needed.byGrant && Automation(m_engine).standing(command.id).runsByItself)
        return tr("It runs by itself (level 3): nobody has to agree as long as its record holds.");
    if (needed.runsByItself && !needed.byGrant)
        return tr("It only reads, so it runs at once and nobody has to agree.");
    const QStringList names = guide.deciders(needed.group);
    QString words = tr("Nothing runs until %n of %1 agreed; nobody agrees to what they asked for themselves.", nullptr,
                       static_cast<int>(needed.approvals))
                        .arg(shownPlainly(needed.group, 60));
    words += u' ' +
             (names.isEmpty() ? tr("Nobody else is in that group yet.") : tr("They are: %1.").arg(names.join(u", "_s)));
    if (!needed.because.isEmpty())
        words += u' ' + needed.because;
    if (command.risk == domain::Risk::read)
        words += u' ' + tr("It would only read, but nobody has vetted the plugin %1 as it is now.").arg(plugin->name);
    return words;
}

QStringList Explaining::about(const domain::Understanding &meant) const
{
    const bot::Command *command = m_engine.catalogue().command(meant.command);
    QStringList lines{command->summary.in(m_engine.language())};
    if (const QString longer = command->help.in(m_engine.language()); !longer.isEmpty())
        lines << longer;
    lines << reach(*command, meant.args) << decides(*command, meant.args);
    return lines;
}

QStringList Explaining::plan(const Result<domain::CommandRequested> &planned, const bot::Command &command) const
{
    if (!planned)
        return {tr("The rehearsal says: %1").arg(shownPlainly(planned.error().message, kLongestLine))};
    const domain::Plan *const plan = &planned->plan;
    QStringList lines;
    const auto line = [&](const QString &label, const QString &value) {
        if (!value.isEmpty())
            lines << label.arg(shownPlainly(value, kLongestLine));
    };
    line(tr("Exactly this would run: %1"), shownArgv(plan->argv));
    line(tr("As: %1"), plan->as);
    line(tr("What it comes to: %1"), plan->effect);
    line(tr("Now: %1"), plan->before);
    line(tr("Then: %1"), plan->after);
    line(tr("It can harm: %1"), plan->danger);
    line(tr("Read back afterwards: %1"), plan->verify);
    if (!plan->undo.isEmpty())
        line(tr("Undone by: %1"), shownArgv(plan->undo));
    else
        lines << tr("It has no undo.");
    if (command.verify.kind == bot::StepKind::none)
        lines << tr("Nothing reads back whether it worked.");
    return lines;
}

QCoro::Task<Result<Advice>> Explaining::explain(RoomId room, QString line)
{
    const QPointer<Explaining> self(this);
    const domain::Understanding meant = understand(room, line);
    if (meant.intent == domain::IntentKind::clarify)
        co_return fail(ErrorKind::invalid, meant.question);
    const bot::Command *known = m_engine.catalogue().command(meant.command);
    if (meant.intent != domain::IntentKind::command || !known)
        co_return fail(ErrorKind::invalid,
                       tr("Sent as it is, this is a message: it asks for nothing and runs nothing."));
    const bot::Command command = *known; // the files may change while it is rehearsed
    Advice advice{room, bot::spokenForm(command, meant.args), {}, {}};
    QStringList lines = about(meant);
    const bool runs = command.run.kind != bot::StepKind::room && command.risk != domain::Risk::read;
    if (runs && Guide(m_engine).whyNot(command).isEmpty()) {
        Wish wish{room, meant.command, meant.args, line, {}, {}};
        wish.args.remove(u"reason"_s);
        const Result<domain::CommandRequested> planned = co_await m_engine.commands().rehearse(wish);
        if (!self)
            co_return fail(ErrorKind::cancelled, {});
        lines << plan(planned, command);
    }
    if (command.run.action == kStartsPlaybook) {
        const QPointer<Playbooks> playbooks = new Playbooks(m_engine);
        playbooks->setParent(this);
        const QStringList steps = co_await stepsOf(playbooks, room, meant.args);
        if (!self || !playbooks)
            co_return fail(ErrorKind::cancelled, {});
        playbooks->deleteLater();
        lines << steps;
    }
    advice.text = lines.join(u'\n');
    advice.next = {{advice.title, tr("As it would be sent")}};
    co_return advice;
}

} // namespace wardroom::session
