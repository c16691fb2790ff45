// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/measure.h"
#include "benchmarks/seeded.h"

#include "bot/language/understand.h"
#include "bot/sentences.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryFile>

#include <cstdio>
#include <ctime>

namespace wardroom::bench {
using namespace Qt::StringLiterals;
using namespace bot;

namespace {

constexpr int kCommands = 500;
constexpr int kPerPlugin = 10;
constexpr int kLines = 2'000;
constexpr int kRounds = 5;
constexpr int kTurns = 3; //!< Hubot's and ours, one after the other
constexpr double kLongestMs = 1;

const QStringList &verbs()
{
    static const QStringList words{u"restart"_s, u"check"_s, u"rotate"_s, u"drain"_s, u"inspect"_s,
                                   u"renew"_s,   u"list"_s,  u"flush"_s,  u"seal"_s,  u"compare"_s};
    return words;
}

QString hostName(int number)
{
    return u"web-"_s + QString::number(number).rightJustified(2, u'0');
}

Wording english(const QString &text)
{
    return Wording({{u"en"_s, text}});
}

Command command(int plugin, int index, Seeded &seeded)
{
    const QString &verb = verbs().at(index);
    Command made;
    made.id = u"tool%1.%2"_s.arg(plugin).arg(verb);
    made.risk = domain::Risk::read;
    made.summary = english(verb + u" something"_s);
    Argument host;
    host.name = u"host"_s;
    host.type = ArgumentType::host;
    made.arguments = {host};
    const QString thing = seeded.word() + u' ' + seeded.word();
    made.phrases = {{u"en"_s,
                     {verb + u" the "_s + thing + u" on {host}"_s, u"what is the "_s + thing + u" of {host}"_s,
                      u"show {host} "_s + thing}},
                    {u"zh"_s, {seeded.chinese() + u" {host}"_s, u"{host} 的"_s + seeded.chinese()}}};
    return made;
}

//! What is shipped, and invented plugins up to \a commands, each with phrases in two languages.
Catalogue bigCatalogue(int commands)
{
    QList<Plugin> plugins = Catalogue::load({QStringLiteral(WARDROOM_SOURCE_DIR "/resources/plugins")}).plugins();
    int count = 0;
    for (const Plugin &plugin : std::as_const(plugins))
        count += static_cast<int>(plugin.commands.size());
    Seeded seeded(3);
    for (int number = 0; count < commands; ++number) {
        Plugin plugin;
        plugin.name = u"tool%1"_s.arg(number);
        for (int i = 0; i < kPerPlugin && count < commands; ++i, ++count)
            plugin.commands.append(command(number, i, seeded));
        plugins.append(plugin);
    }
    return Catalogue::of(plugins);
}

Vocabulary vocabulary()
{
    Vocabulary made;
    for (int i = 1; i <= 40; ++i) {
        domain::Host host;
        host.name = hostName(i);
        made.inventory.hosts.append(host);
    }
    return made;
}

//! A room's talk: mostly chatter, some of it long, with commands said both ways.
QStringList talk(const Catalogue &catalogue)
{
    Seeded seeded(13);
    const QStringList ids = catalogue.commandIds();
    QStringList lines;
    for (int i = 0; i < kLines; ++i) {
        const Command *about = catalogue.command(ids.at(seeded.below(static_cast<int>(ids.size()))));
        const QStringList phrases = about->phrases.value(seeded.below(3) == 0 ? u"zh"_s : u"en"_s);
        const QString host = hostName(1 + seeded.below(40));
        switch (seeded.below(4)) {
        case 0: lines.append(u'/' + QString(about->id).replace(u'.', u' ') + u' ' + host); break;
        case 1:
            lines.append(phrases.isEmpty() ? seeded.message()
                                           : u"hey, "_s + QString(phrases.first()).replace(u"{host}"_s, host));
            break;
        case 2: lines.append(seeded.message()); break;
        default: lines.append(seeded.word() + u' ' + seeded.word() + u' ' + host); break;
        }
    }
    return lines;
}

//! Of this thread alone, so that another program's turn on the processor is not told as ours.
double threadMs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

//! Lines a second of one kind, by what the processor spent on them, as Hubot's are.
double perSecond(const QStringList &lines, const Catalogue &catalogue, const Vocabulary &words)
{
    const double begin = threadMs();
    qint64 count = 0;
    while (threadMs() - begin < 600)
        for (int i = 0; i < 100; ++i, ++count)
            (void)understand(lines.at(count % lines.size()), catalogue, words);
    return double(count) * 1e3 / (threadMs() - begin);
}

QStringList slashLines(const Catalogue &catalogue, int most)
{
    QStringList lines;
    const QStringList ids = catalogue.commandIds();
    for (const QString &id : ids)
        if (id.startsWith("tool"_L1) && lines.size() < most)
            lines.append(u'/' + QString(id).replace(u'.', u' ') + u" web-07"_s);
    return lines;
}

QStringList chatterLines()
{
    QStringList lines;
    for (const test::Row &row : test::chatterRows(u"test"_s))
        lines.append(row.text);
    return lines;
}

//! Hubot with as many commands as regular expressions, in this run; nothing when it cannot be had, which is said.
QJsonObject hubot(const QStringList &slash, const QStringList &chatter)
{
    const QString cache = QDir::homePath() + u"/.cache/wardroom-bench/hubot"_s;
    QDir().mkpath(cache);
    const auto run = [](const QString &program, const QStringList &arguments) {
        QProcess process;
        process.setProcessChannelMode(QProcess::SeparateChannels);
        process.start(program, arguments);
        const bool done = process.waitForFinished(180'000) && process.exitCode() == 0;
        return std::pair(done, process.readAllStandardOutput());
    };
    if (!QFileInfo::exists(cache + u"/node_modules/hubot/package.json"_s))
        run(u"npm"_s,
            {u"install"_s, u"--no-audit"_s, u"--no-fund"_s, u"--silent"_s, u"--prefix"_s, cache, u"hubot@14"_s});
    QJsonArray patterns;
    for (const QString &line : slash)
        patterns.append(u'^' + line.section(u' ', 0, 1) + u" (\\S+)(?: for (\\d+[mhd]))?$"_s);
    QTemporaryFile file;
    if (!file.open())
        return {};
    const QJsonObject input{{u"commands"_s, patterns},
                            {u"lines"_s, QJsonArray::fromStringList(slash)},
                            {u"chatter"_s, QJsonArray::fromStringList(chatter)}};
    file.write(QJsonDocument(input).toJson(QJsonDocument::Compact));
    file.close();
    const auto [done, answer] =
        run(u"node"_s, {QStringLiteral(WARDROOM_SOURCE_DIR "/tests/benchmarks/hubotpeer.mjs"), cache, file.fileName()});
    if (!done)
        std::fputs(
            "    Hubot could not be installed or run (node, npm and the npm registry are needed): not compared\n",
            stdout);
    return done ? QJsonDocument::fromJson(answer).object() : QJsonObject();
}

Line rate(const QString &name, double ours, double peer, double bar, const QString &what)
{
    Line line;
    line.name = name;
    line.unit = u"/s"_s;
    line.ours = ours;
    line.baseline = peer;
    line.ratio = peer > 0 ? ours / peer : 0;
    line.bar = bar;
    line.kind = Line::Bar::atLeast;
    line.what = what;
    return line;
}

//! Lines a second of both, of each kind.
struct Paces
{
    double slash = 0, talk = 0, peerSlash = 0, peerTalk = 0;
};

//! In turns, and the best of each: a machine that is slow for a while is slow for whoever has his turn, and nobody is
//! judged by that.
Paces inTurns(int commands, const QStringList &talk, const Vocabulary &words)
{
    const Catalogue catalogue = bigCatalogue(commands);
    const QStringList slash = slashLines(catalogue, commands);
    Paces best;
    for (int turn = 0; turn < kTurns; ++turn) {
        const QJsonObject peer = turn > 0 && best.peerTalk <= 0 ? QJsonObject() : hubot(slash, talk);
        best.peerSlash = std::max(best.peerSlash, peer.value(u"commands_per_s"_s).toDouble());
        best.peerTalk = std::max(best.peerTalk, peer.value(u"chatter_per_s"_s).toDouble());
        best.slash = std::max(best.slash, perSecond(slash, catalogue, words));
        best.talk = std::max(best.talk, perSecond(talk, catalogue, words));
    }
    return best;
}

//! The same commands for both, with 100 and with 500; and what five times as many cost us.
Lines besideHubot()
{
    const Vocabulary words = vocabulary();
    const QStringList talk = chatterLines();
    const Paces few = inTurns(100, talk, words);
    const Paces many = inTurns(kCommands, talk, words);
    Lines lines;
    for (const auto &[count, paces] : {std::pair(100, few), std::pair(kCommands, many)}) {
        const QString with = u"with %1 commands, against Hubot 14 with the same as regular expressions"_s.arg(count);
        if (paces.peerSlash <= 0 || paces.peerTalk <= 0)
            continue;
        lines.append(rate(u"slash %1"_s.arg(count), paces.slash, paces.peerSlash, 20, with));
        lines.append(rate(u"chatter %1"_s.arg(count), paces.talk, paces.peerTalk, 2, with));
    }
    const auto growth = [&](const QString &name, double before, double after) {
        Line line =
            rate(name, before / after, 1, 1.5, u"how much longer a line takes with 500 commands than with 100"_s);
        line.unit = u"x"_s;
        line.kind = Line::Bar::atMost;
        return line;
    };
    lines.append(growth(u"slash growth"_s, few.slash, many.slash));
    lines.append(growth(u"chatter growth"_s, few.talk, many.talk));
    return lines;
}

//! On sentences that nothing was learnt from: examiners', by which the bars go, and templates of writers who were told
//! to be hard, which are told beside them.
Lines accuracy()
{
    const Catalogue shipped = Catalogue::load({QStringLiteral(WARDROOM_SOURCE_DIR "/resources/plugins")});
    const test::Score hard = test::scoreOf(u"test"_s, shipped);
    const test::Score score = test::scoreOf(u"examined"_s, shipped);
    std::fprintf(stdout,
                 "    the hard templates of the test part: %d of %d (%.1f %%), talk ignored %d of %d (%.1f %%), "
                 "changes nobody asked for %d\n    examiners' batches:\n",
                 hard.right, hard.asked, 100.0 * hard.right / std::max(1, hard.asked), hard.ignored, hard.chatter,
                 100.0 * hard.ignored / std::max(1, hard.chatter), int(hard.wrongActions.size()));
    for (auto it = score.byCommand.cbegin(); it != score.byCommand.cend(); ++it)
        std::fprintf(stdout, "    %-20s %d of %d\n", qPrintable(it.key()), it->first, it->second);
    const auto line = [](const QString &name, double ours, double bar, const QString &unit, const QString &what) {
        Line made;
        made.name = name;
        made.unit = unit;
        made.ours = ours;
        made.baseline = bar;
        made.ratio = bar > 0 ? ours / bar : ours;
        made.bar = bar;
        made.absolute = true;
        made.kind = Line::Bar::atLeast;
        made.what = what;
        return made;
    };
    Lines lines{
        line(u"understood"_s, 100.0 * score.right / std::max(1, score.asked), 95, u"%"_s,
             u"of %1 sentences never seen"_s.arg(score.asked)),
        line(u"talk ignored"_s, 100.0 * score.ignored / std::max(1, score.chatter), 99, u"%"_s,
             u"of %1 lines of chatter never seen"_s.arg(score.chatter)),
        line(u"wrong actions"_s, double(score.wrongActions.size()), 0, u""_s, u"changes that nobody asked for"_s)};
    lines.last().kind = Line::Bar::atMost;
    return lines;
}

} // namespace

Result<Lines> measureLanguage()
{
    const Catalogue catalogue = bigCatalogue(kCommands);
    if (catalogue.commandIds().size() < kCommands)
        return fail(ErrorKind::invalid, u"only %1 commands could be made"_s.arg(catalogue.commandIds().size()));
    const Vocabulary words = vocabulary();
    const QStringList lines = talk(catalogue);
    int understood = 0;
    std::vector<double> rounds;
    for (int round = 0; round < kRounds; ++round) {
        std::vector<double> each;
        for (const QString &line : lines) {
            const double before = threadMs();
            const domain::Understanding meant = understand(line, catalogue, words);
            each.push_back(threadMs() - before);
            understood += meant.intent == domain::IntentKind::chatter ? 0 : 1;
        }
        rounds.push_back(percentile(each, 0.99));
    }
    if (understood == 0)
        return fail(ErrorKind::invalid, u"no line was understood"_s);
    Line line;
    line.name = u"language"_s;
    line.unit = u"ms"_s;
    line.ours = median(rounds);
    line.baseline = kLongestMs;
    line.ratio = line.ours / line.baseline;
    line.bar = kLongestMs;
    line.absolute = true;
    line.what =
        u"p99 of a line among %1 with %2 commands, the bar is 1 ms (absolute); %3 % were not chatter"_s.arg(kLines)
            .arg(kCommands)
            .arg(100 * understood / (kRounds * kLines));
    return Lines{line} + besideHubot() + accuracy();
}

} // namespace wardroom::bench
