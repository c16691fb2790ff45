// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pluginadvice.h"

#include "base/nearest.h"
#include "base/plaintext.h"
#include "bot/language/understand.h"
#include "bot/sandbox/confinement.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <optional>

namespace wardroom::ctl {
using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("PluginAdvice", text);
}

//! Which line of the manifest names \a text first; 0 where it does not.
int lineOf(const bot::Plugin &plugin, const QString &text)
{
    QFile file(plugin.folder + u"/plugin.yaml"_s);
    if (!file.open(QFile::ReadOnly))
        return 0;
    int number = 0;
    while (!file.atEnd()) {
        ++number;
        if (QString::fromUtf8(file.readLine(4096)).contains(text))
            return number;
    }
    return 0;
}

//! Reads a script as its interpreter would and runs nothing; where and why it cannot be read.
std::optional<std::pair<int, QString>> slipIn(const QString &path, const QByteArray &first)
{
    constexpr int longest = 10'000; //!< ms
    static const auto reading = u"import ast, sys\n"
                                "try: ast.parse(open(sys.argv[1], 'rb').read())\n"
                                "except SyntaxError as e: print(e.lineno or 1, e.msg); sys.exit(1)"_s;
    const QByteArray interpreter = first.startsWith("#!") ? first.mid(2).trimmed().split(' ').first() : QByteArray();
    const bool isPython = first.contains("python3");
    const bool isShell = QByteArrayList{"/bin/sh", "/bin/bash", "/usr/bin/bash"}.contains(interpreter);
    if (!isPython && !isShell)
        return {};
    QProcess reader;
    if (isPython)
        reader.start(u"/usr/bin/python3"_s, {u"-I"_s, u"-c"_s, reading, path});
    else
        reader.start(QString::fromUtf8(interpreter), {u"-n"_s, path});
    if (!reader.waitForFinished(longest) || reader.exitStatus() != QProcess::NormalExit || reader.exitCode() == 0)
        return {};
    const QString said = QString::fromUtf8(isPython ? reader.readAllStandardOutput() : reader.readAllStandardError());
    static const QRegularExpression shell(u": (?:line )?(\\d+): (?:[Ss]yntax error: )?(.*)"_s);
    if (isPython)
        return std::pair(said.section(u' ', 0, 0).toInt(), said.section(u' ', 1).trimmed());
    const QRegularExpressionMatch found = shell.match(said);
    return std::pair(found.captured(1).toInt(), found.hasMatch() ? found.captured(2).trimmed() : said.trimmed());
}

void adviseOnScript(const bot::Plugin &plugin, const QString &name, QList<Advice> &all)
{
    const QString path = plugin.folder + u'/' + name;
    QFile file(path);
    if (!file.open(QFile::ReadOnly))
        return;
    const QByteArray first = file.readLine(300);
    if (!QFileInfo(path).isExecutable())
        all.append({path, 1, tr("the script is not executable, so it cannot start"), u"chmod +x "_s + path, true});
    if (first.startsWith("#!") && first.endsWith("\r\n"))
        all.append({path, 1, tr("its first line ends like on Windows, so its interpreter is not found"),
                    u"sed -i 's/\\r$//' "_s + path, true});
    else if (!first.startsWith("#!") && !first.startsWith("\x7f"
                                                          "ELF"))
        all.append({path, 1, tr("its first line does not say what runs it"),
                    tr("begin it with #!/usr/bin/python3 or #!/bin/sh"), true});
    else if (first.startsWith("#!/usr/bin/env ") || first.startsWith("#!/usr/local"))
        all.append({path, 1, tr("its interpreter is looked for, and may be another one on the next machine"),
                    tr("name it whole, like #!/usr/bin/python3"), false});
    if (const auto slip = slipIn(path, first))
        all.append({path, slip->first, tr("its interpreter cannot read it: %1").arg(shownPlainly(slip->second, 200)),
                    tr("correct this line or the one before it"), true});
}

//! What stands below a card to be asked next must be there to be asked.
void adviseOnNext(const bot::Plugin &plugin, const bot::Command &command, const QStringList &known, QList<Advice> &all)
{
    for (const QString &next : command.next) {
        const auto begins = [&next](const QString &id) {
            return (next + u' ').startsWith(u'/' + QString(id).replace(u'.', u' ') + u' ');
        };
        if (std::any_of(known.begin(), known.end(), begins))
            continue;
        const QStringList words = next.mid(1).split(u' ', Qt::SkipEmptyParts);
        all.append({plugin.folder + u"/plugin.yaml"_s, lineOf(plugin, next),
                    tr("“%1” is offered after %2, and there is no such command%3")
                        .arg(shownPlainly(next, 80), command.id, didYouMean(words.mid(0, 2).join(u'.'), known)),
                    tr("name a command of this plugin or a shipped one, like “/host status {host}”"), true});
    }
}

void adviseOnWords(const bot::Plugin &plugin, const bot::Command &command, QList<Advice> &all)
{
    const QString manifest = plugin.folder + u"/plugin.yaml"_s;
    const int line = lineOf(plugin, u"id: "_s + command.id);
    const auto isHost = [](const bot::Argument &argument) { return argument.type == bot::ArgumentType::host; };
    if (command.run.kind == bot::StepKind::script && command.hostAccess == bot::HostAccess::none &&
        std::any_of(command.arguments.begin(), command.arguments.end(), isHost))
        all.append({manifest, line,
                    tr("%1 takes a host, and its script sees nothing of it without host_access").arg(command.id),
                    tr("host_access: read, or write for what changes something"), false});
    if (command.phrases.value(u"en"_s).size() < 3)
        all.append({manifest, line, tr("%1 has few phrases, so it is hard to find by asking").arg(command.id),
                    tr("write six or more ways to say it below “phrases: en:”"), false});
    if (command.summary.in(u"zh"_s) == command.summary.in(u"en"_s))
        all.append(
            {manifest, line, tr("%1 has no Chinese summary").arg(command.id), tr("summary: {en: …, zh: …}"), false});
    if (command.examples.isEmpty())
        all.append({manifest, line, tr("%1 has no example").arg(command.id),
                    tr("examples: [\"/%1 …\"]").arg(QString(command.id).replace(u'.', u' ')), false});
    if (needsTest(command) && command.tests.isEmpty())
        all.append({manifest, line, tr("%1 has no test, so it cannot be vetted").arg(command.id),
                    tr("add “tests:” with the args and what the output must contain"), false});
    const bool changes = command.risk == domain::Risk::change || command.risk == domain::Risk::disrupt;
    if (changes && command.undo.kind == bot::StepKind::none)
        all.append({manifest, line, tr("%1 changes something and has no undo").arg(command.id),
                    tr("add “undo:”, or say in “danger:” that there is no way back"), false});
    if (changes && command.danger.in(u"en"_s).isEmpty())
        all.append({manifest, line, tr("%1 does not say what it can harm").arg(command.id),
                    tr("danger: {en: …}, shown to whoever approves"), false});
}

//! What nobody would be stopped by before it is asked for, run or loaded.
void adviseOnReach(const bot::Plugin &plugin, const bot::Command &command, QList<Advice> &all)
{
    const QString manifest = plugin.folder + u"/plugin.yaml"_s;
    for (const QString &path : command.readOnly)
        if (!bot::mayBeDeclared(path))
            all.append(
                {manifest, lineOf(plugin, path),
                 tr("“%1” is nothing a command may ask to read").arg(shownPlainly(path, 120)),
                 tr("name something below /var/log, /var/lib, /opt, /srv or /usr, like “read_only: [/var/log/nginx]”"),
                 true});
    for (auto it = command.phrases.begin(); it != command.phrases.end(); ++it)
        if (it.key() != u"en" && it.key() != u"zh")
            all.append({manifest, lineOf(plugin, it->value(0)),
                        tr("nobody is listened to in “%1”").arg(shownPlainly(it.key(), 20)),
                        tr("write these phrases below “en” or “zh”"), true});
    QStringList names;
    for (const bot::Argument &each : command.arguments)
        names << each.name;
    static const QRegularExpression placeholder(u"\\{([a-zA-Z0-9_-]+)[?]?\\}"_s);
    for (auto found = placeholder.globalMatch(command.run.http ? command.run.http->summary : QString());
         found.hasNext();) {
        const QString name = found.next().captured(1);
        const QString meant = names.contains(name) ? QString() : didYouMean(name, names);
        if (!meant.isEmpty())
            all.append({manifest, lineOf(plugin, u'{' + name),
                        tr("“{%1}” is no argument, so the answer has to have it%2").arg(name, meant),
                        tr("write the argument's name, or leave it where the answer does have it"), false});
    }
}

//! What is called as something else already is left out when it is loaded.
void adviseOnNames(const bot::Plugin &plugin, const bot::Catalogue &shipped, QList<Advice> &all)
{
    const QString manifest = plugin.folder + u"/plugin.yaml"_s;
    for (const bot::Command &command : plugin.commands)
        if (const bot::Plugin *other = shipped.pluginOf(command.id); other && other->name != plugin.name)
            all.append({manifest, lineOf(plugin, u"id: "_s + command.id),
                        tr("the command %1 is the plugin %2's already, so this plugin would be left out")
                            .arg(command.id, other->name),
                        tr("give it another id, like “%1.%2”").arg(plugin.name, command.id.section(u'.', -1)), true});
    const QString folder = QFileInfo(plugin.folder).fileName();
    if (!folder.isEmpty() && folder != plugin.name)
        all.append({manifest, lineOf(plugin, u"name: "_s),
                    tr("the plugin is called %1 and its folder %2").arg(plugin.name, shownPlainly(folder, 60)),
                    tr("call both the same, so that it is found"), false});
}

} // namespace

namespace {

//! \a phrase as somebody would say it, with something for each argument.
QString saidOf(QString phrase, const bot::Command &command)
{
    using bot::ArgumentType;
    static const QMap<ArgumentType, QString> samples{{ArgumentType::host, u"web-01"_s},
                                                     {ArgumentType::package, u"openssl"_s},
                                                     {ArgumentType::cve, u"CVE-2024-3094"_s},
                                                     {ArgumentType::address, u"203.0.113.7"_s},
                                                     {ArgumentType::duration, u"4h"_s},
                                                     {ArgumentType::person, u"@mei"_s},
                                                     {ArgumentType::word, u"/srv/it4"_s},
                                                     {ArgumentType::number, u"3"_s},
                                                     {ArgumentType::severity, u"2"_s},
                                                     {ArgumentType::time, u"09:00"_s},
                                                     {ArgumentType::hash, u"d41d8cd98f00b204e9800998ecf8427e"_s}};
    for (const bot::Argument &argument : command.arguments)
        phrase.replace(u'{' + argument.name + u'}', samples.value(argument.type, u"something odd"_s));
    return phrase;
}

//! A phrase that is taken for another command, before anybody says it in a room.
void adviseOnThieves(const bot::Plugin &plugin, const bot::Catalogue &shipped, QList<Advice> &all)
{
    const bot::Catalogue together = bot::Catalogue::of(shipped.plugins() + QList<bot::Plugin>{plugin});
    bot::Vocabulary vocabulary;
    domain::Host host;
    host.name = u"web-01"_s;
    vocabulary.inventory.hosts = {host};
    vocabulary.people = {{domain::PersonId(u"mei"_s), u"Mei"_s}};
    for (const bot::Command &command : plugin.commands)
        for (const QStringList &phrases : command.phrases)
            for (const QString &phrase : phrases) {
                const domain::Understanding meant = bot::understand(saidOf(phrase, command), together, vocabulary);
                if (meant.command.isEmpty() || meant.command == command.id)
                    continue;
                all.append({plugin.folder + u"/plugin.yaml"_s, lineOf(plugin, phrase),
                            tr("“%1” is taken for %2").arg(shownPlainly(phrase, 120), meant.command),
                            tr("say it in other words, or leave it out"), false});
            }
}

} // namespace

bool needsTest(const bot::Command &command)
{
    return command.run.kind == bot::StepKind::script || command.run.kind == bot::StepKind::http;
}

QStringList idsOf(const bot::Plugin &plugin)
{
    QStringList ids;
    for (const bot::Command &command : plugin.commands)
        ids.append(command.id);
    return ids;
}

QList<Advice> adviceFor(const bot::Plugin &plugin, const bot::Catalogue &shipped)
{
    QList<Advice> all;
    QStringList scripts;
    for (const bot::Command &command : plugin.commands) {
        for (const bot::Step *step :
             {&command.rehearse, &command.run, &command.verify, &command.undo, &command.verifyUndo})
            if (step->kind == bot::StepKind::script && !scripts.contains(step->argv.value(0)))
                scripts << step->argv.value(0);
        adviseOnWords(plugin, command, all);
        adviseOnReach(plugin, command, all);
        adviseOnNext(plugin, command, shipped.commandIds() + idsOf(plugin), all);
    }
    for (const QString &script : std::as_const(scripts))
        adviseOnScript(plugin, script, all);
    adviseOnNames(plugin, shipped, all);
    const auto plugins = shipped.plugins();
    if (std::none_of(plugins.begin(), plugins.end(), [&](const bot::Plugin &each) { return each.name == plugin.name; }))
        adviseOnThieves(plugin, shipped, all);
    std::stable_sort(all.begin(), all.end(),
                     [](const Advice &a, const Advice &b) { return a.isMistake > b.isMistake; });
    return all;
}

} // namespace wardroom::ctl
