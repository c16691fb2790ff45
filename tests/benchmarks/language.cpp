// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/measure.h"
#include "benchmarks/seeded.h"

#include "bot/language/understand.h"

#include <ctime>

namespace wardroom::bench {
using namespace Qt::StringLiterals;
using namespace bot;

namespace {

constexpr int kCommands = 500;
constexpr int kPerPlugin = 10;
constexpr int kLines = 2'000;
constexpr int kRounds = 5;
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
    made.phrases = {{u"en"_s, {verb + u" the "_s + thing + u" on {host}"_s, u"what is the "_s + thing + u" of {host}"_s,
                               u"show {host} "_s + thing}},
                    {u"zh"_s, {seeded.chinese() + u" {host}"_s, u"{host} 的"_s + seeded.chinese()}}};
    return made;
}

//! What is shipped, and invented plugins up to 500 commands, each with phrases in two languages.
Catalogue bigCatalogue()
{
    QList<Plugin> plugins = Catalogue::load({QStringLiteral(WARDROOM_SOURCE_DIR "/resources/plugins")}).plugins();
    int count = 0;
    for (const Plugin &plugin : std::as_const(plugins))
        count += static_cast<int>(plugin.commands.size());
    Seeded seeded(3);
    for (int number = 0; count < kCommands; ++number) {
        Plugin plugin;
        plugin.name = u"tool%1"_s.arg(number);
        for (int i = 0; i < kPerPlugin && count < kCommands; ++i, ++count)
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

} // namespace

Result<Lines> measureLanguage()
{
    const Catalogue catalogue = bigCatalogue();
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
    line.what = u"p99 of a line among %1 with %2 commands, the bar is 1 ms (absolute); %3 % were not chatter"_s
                    .arg(kLines)
                    .arg(kCommands)
                    .arg(100 * understood / (kRounds * kLines));
    return Lines{line};
}

} // namespace wardroom::bench
