// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/usage.h"

#include "base/nearest.h"

#include <QDir>
#include <algorithm>

namespace wardroom::control {
using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Usage", text);
}

const QStringList kEverywhere{u"json"_s, u"profile="_s, u"workspace="_s, u"help"_s};

QList<Usage> roomUsages()
{
    return {
        {u"doctor"_s, {}, 0, 0, {}, false},
        {u"workspace add"_s,
         u"local|matrix NAME"_s,
         2,
         2,
         {u"at="_s, u"name="_s, u"homeserver="_s, u"user="_s, u"trust="_s, u"password-stdin"_s, u"token-stdin"_s},
         false},
        {u"workspace invite"_s, u"[USER]"_s, 0, 1, {}, true},
        {u"workspace join"_s,
         u"INVITATION"_s,
         1,
         1,
         {u"name="_s, u"user="_s, u"password-stdin"_s, u"token-stdin"_s},
         false},
        {u"workspace login"_s, u"NAME"_s, 1, 1, {u"user="_s, u"password-stdin"_s, u"token-stdin"_s}, false},
        {u"workspace list"_s, {}, 0, 0, {}, false},
        {u"workspace check"_s, {}, 0, 0, {}, true},
        {u"node list"_s, {}, 0, 0, {}, true},
        {u"node enrol"_s, u"[NODE]"_s, 0, 1, {}, true},
        {u"node revoke"_s, u"NODE"_s, 1, 1, {u"reason="_s}, true},
        {u"policy show"_s, {}, 0, 0, {}, true},
        {u"policy propose"_s, u"FILE"_s, 1, 1, {u"reason="_s}, true},
        {u"policy levels"_s, {}, 0, 0, {}, true},
        {u"policy level"_s, u"COMMAND|all 0|1|2|3"_s, 2, 2, {u"reason="_s}, true},
        {u"policy vet"_s, u"PLUGIN HASH AUTHOR"_s, 3, 3, {}, true},
        {u"policy vettings"_s, {}, 0, 0, {}, true},
        {u"alert list"_s, u"[ROOM]"_s, 0, 1, {}, true},
        {u"alert claim"_s, u"ALERT [WORDS]"_s, 1, -1, {}, true},
        {u"alert resolve"_s, u"ALERT true|false|benign [NOTE]"_s, 1, -1, {u"as="_s, u"note="_s}, true},
        {u"incident open"_s, u"ROOM"_s, 1, 1, {u"alert="_s, u"title="_s, u"severity="_s, u"lead="_s}, true},
        {u"incident close"_s, u"ROOM SUMMARY"_s, 1, -1, {u"summary="_s}, true},
        {u"incident"_s, u"ROOM"_s, 1, 1, {}, true},
        {u"room list"_s, {}, 0, 0, {}, true},
        {u"room create"_s, u"NAME"_s, 1, 1, {u"topic="_s, u"restricted"_s}, true},
        {u"room invite"_s, u"ROOM USER"_s, 2, 2, {}, true},
        {u"room show"_s, u"ROOM"_s, 1, 1, {}, true},
        {u"room remove"_s, u"ROOM USER"_s, 2, 2, {}, true},
        {u"room leave"_s, u"ROOM"_s, 1, 1, {}, true},
        {u"room join"_s, u"ROOM"_s, 1, 1, {}, true},
        {u"room invitations"_s, {}, 0, 0, {}, true},
        {u"room decline"_s, u"ROOM"_s, 1, 1, {}, true},
        {u"room rename"_s, u"ROOM NAME"_s, 2, -1, {}, true},
        {u"room topic"_s, u"ROOM [TEXT]"_s, 1, -1, {}, true},
        {u"say"_s, u"ROOM TEXT"_s, 2, -1, {}, true},
        {u"explain"_s, u"ROOM LINE"_s, 2, -1, {}, true},
        {u"tail"_s, u"ROOM"_s, 1, 1, {u"since="_s, u"no-follow"_s}, true},
        {u"timeline"_s, u"ROOM"_s, 1, 1, {}, true},
        {u"outbox list"_s, {}, 0, 0, {}, true},
        {u"outbox retry"_s, u"ID|all"_s, 1, 1, {}, true},
        {u"outbox discard"_s, u"ID|all"_s, 1, 1, {}, true},
        {u"operations"_s, u"[ROOM]"_s, 0, 1, {}, true},
        {u"approve"_s, u"OP"_s, 1, 1, {u"reason="_s}, true},
        {u"decline"_s, u"OP"_s, 1, 1, {u"reason="_s}, true},
        {u"cancel"_s, u"OP"_s, 1, 1, {u"reason="_s}, true},
        {u"undo"_s, u"OP"_s, 1, 1, {u"reason="_s}, true},
    };
}

QList<Usage> playbookUsages()
{
    return {
        {u"playbook list"_s, {}, 0, 0, {}, true},
        {u"playbook check"_s, u"FILE"_s, 1, 1, {}, false},
        {u"playbook publish"_s, u"NAME|FILE"_s, 1, 1, {u"take-back"_s}, true},
        {u"playbook start"_s, u"ROOM NAME [input=value…]"_s, 2, -1, {}, true},
        {u"playbook rehearse"_s, u"ROOM NAME [input=value…]"_s, 2, -1, {}, true},
        {u"playbook show"_s, u"ROOM [RUN]"_s, 1, 2, {}, true},
        {u"playbook decide"_s, u"ROOM RUN CHOICE"_s, 3, 3, {u"reason="_s}, true},
        {u"playbook stop"_s, u"ROOM [RUN]"_s, 1, 2, {u"reason="_s}, true},
    };
}

QList<Usage> otherUsages()
{
    return {
        {u"understand"_s, u"[FILE|-]"_s, 0, 1, {u"inventory="_s, u"room="_s}, false},
        {u"replay"_s, u"FILE|-"_s, 1, 1, {}, false},
        {u"plugin new"_s, u"DIR"_s, 1, 1, {u"change"_s}, false},
        {u"plugin check"_s, u"DIR"_s, 1, 1, {}, false},
        {u"plugin test"_s, u"DIR"_s, 1, 1, {u"watch"_s, u"over-ssh"_s}, false},
        {u"plugin vet"_s, u"DIR"_s, 1, 1, {}, false},
        {u"plugin list"_s, u"[DIR]"_s, 0, 1, {}, false},
        {u"plugin run"_s, u"DIR COMMAND [name=value…]"_s, 2, -1, {u"rehearse"_s, u"inventory="_s}, false},
        {u"inventory list"_s, {}, 0, 0, {}, true},
        {u"inventory add"_s,
         u"NAME"_s,
         1,
         1,
         {u"reach="_s, u"root="_s, u"address="_s, u"user="_s, u"host-key="_s, u"mode="_s, u"secret="_s, u"owner="_s,
          u"aliases="_s, u"nodes="_s},
         true},
        {u"inventory check"_s, u"[FILE]"_s, 0, 1, {}, true},
        {u"inventory vocabulary"_s, {}, 0, 0, {}, true},
        {u"export"_s, u"ROOM"_s, 1, 1, {u"to="_s, u"from="_s, u"until="_s, u"redact="_s, u"lang="_s}, true},
        {u"verify"_s, u"BUNDLE"_s, 1, 1, {u"trust="_s}, false},
        {u"compare"_s, u"ROOM BUNDLE"_s, 2, 2, {}, true},
        {u"import"_s, u"BUNDLE"_s, 1, 1, {u"trust="_s}, true},
        {u"tool add"_s,
         u"crowdsec|NAME"_s,
         1,
         1,
         {u"url="_s, u"machine="_s, u"password-file="_s, u"bouncer-key-file="_s, u"mapping="_s},
         false},
        {u"tool list"_s, {}, 0, 0, {}, false},
        {u"secret add"_s, u"ssh.HOST|plugin.PLUGIN.NAME"_s, 1, 1, {u"file="_s}, false},
        {u"secret remove"_s, u"ssh.HOST|plugin.PLUGIN.NAME"_s, 1, 1, {}, false},
        {u"draw-report"_s, u"FILE"_s, 1, 1, {}, false},
        {u"raise"_s, {}, 0, 0, {}, true},
    };
}

const Usage *usageFor(const QStringList &words)
{
    const Usage *best = nullptr;
    for (const Usage &usage : usages()) {
        const QStringList path = usage.path.split(u' ');
        if (words.first(std::min(words.size(), path.size())) == path &&
            (!best || best->path.size() < usage.path.size()))
            best = &usage;
    }
    return best;
}

QString optionsOf(const Usage &usage)
{
    QString options;
    for (const QString &option : usage.options)
        options += u" [--%1%2]"_s.arg(option.chopped(option.endsWith(u'=') ? 1 : 0),
                                      option.endsWith(u'=') ? u" …"_s : QString());
    return options;
}

tl::unexpected<Error> wrongUse(const Usage &usage, const QString &what)
{
    return fail(ErrorKind::invalid,
                tr("%1 Usage: wardroomctl %2 %3%4").arg(what, usage.path, usage.synopsis, optionsOf(usage)));
}

QList<const Usage *> usagesAbout(const QStringList &words)
{
    QList<const Usage *> about;
    for (const Usage &usage : usages()) {
        const QStringList path = usage.path.split(u' ');
        const qsizetype common = std::min(words.size(), path.size());
        if (words.first(common) == path.first(common) && !wordsOn(usage).isEmpty())
            about.append(&usage);
    }
    // "incident close room-7 …" is about the closing alone.
    const auto longest = std::max_element(about.begin(), about.end(), [](const Usage *a, const Usage *b) {
        return a->path.count(u' ') < b->path.count(u' ');
    });
    if (longest != about.end() && words.size() > (*longest)->path.count(u' '))
        about = {*longest};
    return about;
}

QStringList firstWords(QStringList paths)
{
    for (QString &path : paths)
        path = path.section(u' ', 0, 0);
    paths.removeDuplicates();
    return paths;
}

//! With what there is instead: the rest of a group that was named, or the nearest of all.
QString noSuchCommand(const QStringList &words)
{
    const QString said = words.join(u' ').left(80);
    QStringList paths, group;
    for (const Usage &usage : usages()) {
        paths.append(usage.path);
        if (usage.path.startsWith(words.first() + u' '))
            group.append(usage.path.section(u' ', 1));
    }
    if (words.size() == 1 && !group.isEmpty())
        return tr("“%1” wants one more word: %2.").arg(said, group.join(u", "_s));
    if (!group.isEmpty())
        return tr("There is no command “%1”. “%2” goes on with: %3.").arg(said, words.first(), group.join(u", "_s));
    const QString meant = didYouMean(QStringList(words.first(std::min<qsizetype>(2, words.size()))).join(u' '), paths);
    const QString alone = meant.isEmpty() ? didYouMean(words.first(), firstWords(paths)) : meant;
    return tr("There is no command “%1”%2. wardroomctl --help lists what there is.").arg(said, alone);
}

QStringList names(QStringList options)
{
    for (QString &option : options)
        option.remove(u'=');
    return options;
}

//! Takes options out of \a arguments; what is left are words.
Result<QStringList> takeOptions(const QStringList &arguments, QMap<QString, QString> &options)
{
    QStringList words, known = kEverywhere;
    for (const Usage &usage : usages())
        known += usage.options;
    bool onlyWords = false;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &each = arguments.at(i);
        if (onlyWords || !each.startsWith(u"--"_s)) {
            words.append(each);
            continue;
        }
        if (each == u"--"_s) {
            onlyWords = true;
            continue;
        }
        const QString name = each.sliced(2).section(u'=', 0, 0);
        const bool isFlag = known.contains(name);
        if (!isFlag && !known.contains(name + u'='))
            return fail(ErrorKind::invalid, tr("There is no option --%1%2.").arg(name, didYouMean(name, names(known))));
        const bool hasValue = each.contains(u'=');
        if ((isFlag && hasValue) || (!isFlag && !hasValue && i + 1 >= arguments.size()))
            return fail(ErrorKind::invalid,
                        isFlag ? tr("--%1 takes no value.").arg(name) : tr("--%1 needs a value.").arg(name));
        options.insert(name, isFlag ? QString() : hasValue ? each.section(u'=', 1) : arguments.at(++i));
    }
    return words;
}

} // namespace

QString Call::pathOf(const QString &file) const
{
    return QDir::cleanPath(QDir(folder).absoluteFilePath(file));
}

const QList<Usage> &usages()
{
    static const QList<Usage> all = roomUsages() + playbookUsages() + otherUsages();
    return all;
}

QString usageText(const QStringList &arguments)
{
    constexpr int width = 44;
    QMap<QString, QString> options;
    const QStringList words = takeOptions(arguments, options).value_or(QStringList());
    QList<const Usage *> about = usagesAbout(words);
    if (about.isEmpty())
        about = usagesAbout({});
    if (about.size() == 1)
        return tr("Usage: wardroomctl [--profile DIR] [--workspace NAME] [--json] %1")
                   .arg(u"%1 %2"_s.arg(about.first()->path, about.first()->synopsis).trimmed() +
                        optionsOf(*about.first())) +
               u"\n  "_s + wordsOn(*about.first()) + u'\n';
    QString text = tr("Usage: wardroomctl [--profile DIR] [--workspace NAME] [--json] %1").arg(tr("COMMAND")) + u'\n';
    for (const Usage *usage : std::as_const(about)) {
        const QString said = u"  %1 %2"_s.arg(usage->path, usage->synopsis).trimmed();
        text += u"  "_s + said.leftJustified(width) + u"  "_s + wordsOn(*usage) + u'\n';
    }
    return text;
}

Result<Call> parseCall(const QStringList &arguments)
{
    Call call;
    const Result<QStringList> words = takeOptions(arguments, call.options);
    if (!words)
        return tl::unexpected(words.error());
    const Usage *usage = usageFor(*words);
    if (!usage)
        return fail(ErrorKind::invalid, words->isEmpty() ? tr("Say what to do.") : noSuchCommand(*words));
    call.path = usage->path;
    call.words = words->sliced(usage->path.count(u' ') + 1);
    call.needsWorkspace = usage->needsWorkspace;
    call.json = call.has(u"json"_s);
    call.folder = QDir::currentPath();
    if (call.words.size() < usage->least)
        return wrongUse(*usage, tr("Something is missing."));
    if (usage->most >= 0 && call.words.size() > usage->most)
        return wrongUse(*usage, tr("That is too much."));
    for (const QString &name : call.options.keys()) {
        const bool known = usage->options.contains(name) || usage->options.contains(name + u'=') ||
                           kEverywhere.contains(name) || kEverywhere.contains(name + u'=');
        if (!known)
            return wrongUse(*usage, tr("--%1 does not belong here.").arg(name));
    }
    return call;
}

} // namespace wardroom::control
