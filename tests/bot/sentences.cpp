// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/sentences.h"

#include "bot/botsamples.h"

#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>

namespace wardroom::test {
using namespace Qt::StringLiterals;
using domain::IntentKind;

namespace {

QStringList linesOf(const QString &name)
{
    QFile file(QStringLiteral(WARDROOM_SOURCE_DIR "/tests/data/language/") + name);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).trimmed().split(u'\n') : QStringList();
}

//! "block {address=203.0.113.7}" and "for {duration=4h|4 hours}": the words, and the values in them.
Row rowOf(const QString &command, const QString &marked)
{
    static const QRegularExpression value(u"\\{([a-z]+)=([^|{}]*)(?:\\|([^{}]*))?\\}"_s);
    Row row;
    row.command = command;
    qsizetype at = 0;
    for (auto it = value.globalMatch(marked); it.hasNext();) {
        const auto match = it.next();
        row.text += marked.sliced(at, match.capturedStart() - at);
        const QString said = match.captured(3).isNull() ? match.captured(2) : match.captured(3);
        row.spans.append({match.captured(1), row.text.size(), row.text.size() + said.size()});
        row.text += said;
        row.args.insert(match.captured(1), match.captured(2));
        at = match.capturedEnd();
    }
    row.text += marked.sliced(at);
    return row;
}

QString sampleOf(const bot::Argument &argument, int turn)
{
    using enum bot::ArgumentType;
    const auto one = [&](const QString &words) {
        const QStringList all = words.split(u' ');
        return all.at(turn % all.size());
    };
    switch (argument.type) {
    case host: return one(u"web-01 db-01 bastion-2"_s);
    case package: return one(u"openssl nginx libssl3 sudo"_s);
    case cve: return one(u"CVE-2024-3094 CVE-2023-44487"_s);
    case address: return one(u"203.0.113.7 198.51.100.23"_s);
    case duration: return one(u"4h 30m 2h"_s);
    case person: return one(u"@mei @tom"_s);
    case number: return one(u"3 12"_s);
    case severity: return one(u"1 2 3"_s);
    case hash: return u"d41d8cd98f00b204e9800998ecf8427e"_s;
    case bot::ArgumentType::time: return one(u"midnight yesterday tuesday 2h"_s);
    case text:
    case word: break;
    }
    if (argument.name == "path"_L1)
        return one(u"/tmp/x.sh /var/www/shell.php"_s);
    if (argument.name == "user"_L1)
        return one(u"deploy jsmith"_s);
    return argument.type == word ? one(u"xmrig contained evil.example.com"_s) : u"something odd was seen"_s;
}

//! Whether every value that must come out did, as far as it is a value of the command.
bool isSame(const QJsonObject &wanted, const QJsonObject &got, const bot::Vocabulary &vocabulary,
            const bot::Command &command)
{
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
        const auto argument = std::find_if(command.arguments.begin(), command.arguments.end(),
                                           [&](const bot::Argument &each) { return each.name == it.key(); });
        if (argument == command.arguments.end())
            continue;
        const auto typed = bot::typedArguments(command, got, vocabulary);
        QJsonObject one = got;
        one.insert(it.key(), it.value());
        const auto expected = bot::typedArguments(command, one, vocabulary);
        if (!typed || !expected || typed->value(it.key()) != expected->value(it.key()))
            return false;
    }
    return true;
}

QString shown(const domain::Understanding &meant)
{
    static const QStringList words{u"chatter"_s, u"command"_s, u"help"_s, u"clarify"_s};
    return words.value(int(meant.intent)) + u' ' + meant.command + u' ' +
           QString::fromUtf8(QJsonDocument(meant.args).toJson(QJsonDocument::Compact)) + u' ' +
           QString::number(meant.confidence) + u' ' + meant.question.left(60);
}

} // namespace

QList<Row> commandRows(const QString &part)
{
    QList<Row> all;
    const QStringList lines = linesOf(u"commands."_s + part + u".txt"_s);
    int wording = 1;
    for (const QString &line : lines) {
        const qsizetype bar = line.indexOf(u" | "_s);
        const qsizetype card = line.indexOf(u" << "_s);
        wording += line.isEmpty() ? 1 : 0;
        if (bar < 0)
            continue;
        Row row = rowOf(line.first(bar), line.sliced(bar + 3, (card < 0 ? line.size() : card) - bar - 3));
        const QStringList words = card < 0 ? QStringList() : line.sliced(card + 4).split(u' ', Qt::SkipEmptyParts);
        row.after = words.value(0);
        row.wording = wording;
        for (const QString &word : words.mid(1))
            row.afterArgs.insert(word.section(u'=', 0, 0), word.section(u'=', 1));
        all.append(row);
    }
    return all;
}

QList<Row> chatterRows(const QString &part)
{
    QList<Row> all;
    const QStringList lines = linesOf(u"chatter."_s + part + u".txt"_s);
    int wording = -1; // not one of a command's
    for (const QString &line : lines) {
        if (line.isEmpty())
            --wording;
        else
            all.append({{}, line, {}, {}, {}, {}, wording});
    }
    return all;
}

QList<Row> frameRows(const QString &part)
{
    QList<Row> all;
    const QStringList lines = linesOf(u"frames."_s + part + u".txt"_s);
    int wording = 2'000'000; // nor anybody else's
    for (const QString &line : lines) {
        const QString command = line.section(u" | "_s, 0, 0);
        wording += line.isEmpty() ? 1 : 0;
        if (!line.isEmpty())
            all.append(
                {command == "-"_L1 ? QString() : command, line.sliced(command.size() + 3), {}, {}, {}, {}, wording});
    }
    return all;
}

bot::Vocabulary languageVocabulary()
{
    bot::Vocabulary vocabulary;
    const auto host = [&](const QString &name, const QStringList &aliases = {}) {
        domain::Host made;
        made.name = name;
        made.aliases = aliases;
        vocabulary.inventory.hosts.append(made);
    };
    host(u"web-01"_s, {u"edge"_s});
    host(u"bastion-2"_s, {u"jump"_s});
    host(u"practice-01"_s, {u"shop"_s});
    for (const QString &name : {u"db-01"_s, u"web-02"_s, u"mail-01"_s, u"build-07"_s, u"files-02"_s, u"app-03"_s,
                                u"vpn-01"_s, u"db-02"_s, u"k8s-node-4"_s, u"bastion-1"_s, u"win-11"_s})
        host(name);
    for (const QString &name : {u"Mei"_s, u"Tom"_s, u"Priya Natarajan"_s, u"Ana"_s, u"Lukas"_s, u"王伟"_s, u"张敏"_s})
        vocabulary.people.append({domain::PersonId(u"u-"_s + name.section(u' ', 0, 0).toLower()), name});
    return vocabulary;
}

QStringList filledPhrases(const bot::Command &command)
{
    QStringList all;
    int turn = 0;
    const auto take = [&](const QMap<QString, QStringList> &phrases) {
        for (const QStringList &each : phrases)
            for (const QString &phrase : each) {
                QString filled = phrase;
                for (const bot::Argument &argument : command.arguments)
                    filled.replace(u'{' + argument.name + u'}', sampleOf(argument, turn));
                ++turn;
                all.append(filled);
            }
    };
    take(command.phrases);
    for (const bot::Alias &alias : command.aliases)
        take(alias.phrases);
    return all;
}

Score scoreOf(const QString &part, const bot::Catalogue &catalogue)
{
    const bot::Vocabulary vocabulary = languageVocabulary();
    Score score;
    const auto changes = [&](const domain::Understanding &meant) {
        const bot::Command *command = catalogue.command(meant.command);
        return meant.intent == IntentKind::command && command != nullptr &&
               (command->risk == domain::Risk::change || command->risk == domain::Risk::disrupt);
    };
    const QList<Row> rows = commandRows(part);
    for (const Row &row : rows) {
        const bot::Command *command = catalogue.command(row.command);
        if (command == nullptr)
            continue;
        QList<bot::Shown> after;
        if (!row.after.isEmpty())
            after.append({row.after, row.afterArgs});
        const domain::Understanding meant = bot::understand(row.text, catalogue, vocabulary, after);
        const bool complete = bot::typedArguments(*command, row.args, vocabulary).has_value() || !after.isEmpty();
        const bool done = meant.intent == IntentKind::command || meant.intent == IntentKind::help;
        const bool right =
            meant.command == row.command && (complete ? done && isSame(row.args, meant.args, vocabulary, *command)
                                                      : meant.intent != IntentKind::chatter);
        ++score.asked;
        score.right += right ? 1 : 0;
        auto &[good, all] = score.byCommand[row.command];
        good += right ? 1 : 0;
        ++all;
        if (!right)
            score.mistakes << row.command + u" | "_s + row.text + u" -> "_s + shown(meant);
        if (changes(meant) && !right)
            score.wrongActions << row.text + u" -> "_s + shown(meant);
    }
    const QList<Row> talk = chatterRows(part);
    for (const Row &row : talk) {
        const domain::Understanding meant = bot::understand(row.text, catalogue, vocabulary);
        ++score.chatter;
        score.ignored += meant.intent == IntentKind::chatter ? 1 : 0;
        if (meant.intent != IntentKind::chatter)
            score.mistakes << u"chatter | "_s + row.text + u" -> "_s + shown(meant);
        if (changes(meant))
            score.wrongActions << row.text + u" -> "_s + shown(meant);
    }
    return score;
}

} // namespace wardroom::test
