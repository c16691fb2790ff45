// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/clocktimes.h"
#include "bot/language/roomfacts.h"
#include "botsamples.h"
#include "sentences.h"
#include "support/testmain.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace wardroom;
using namespace wardroom::bot;
using namespace wardroom::domain;
using namespace Qt::StringLiterals;

namespace {

QString compact(const QJsonObject &args)
{
    return QString::fromUtf8(QJsonDocument(args).toJson(QJsonDocument::Compact)).replace(u'"', u'\'');
}

//! tests/bot/data/sentences.txt: `command {'arg':'value'} | sentence`, `chatter | sentence`, `clarify command |
//! sentence`.
struct Row
{
    QString wanted;
    QString sentence;
};

QList<Row> rows()
{
    QFile file(QStringLiteral(WARDROOM_SOURCE_DIR "/tests/bot/data/sentences.txt"));
    QList<Row> all;
    if (!file.open(QIODevice::ReadOnly))
        return all;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    for (const QString &line : lines) {
        const qsizetype bar = line.indexOf(u'|');
        if (bar > 0 && !line.startsWith(u'#'))
            all.append({line.first(bar).trimmed(), line.sliced(bar + 1).trimmed().replace(u"\\n"_s, u"\n"_s)});
    }
    return all;
}

QString heard(const Understanding &understood)
{
    switch (understood.intent) {
    case IntentKind::chatter: return u"chatter"_s;
    case IntentKind::help: return u"help"_s;
    case IntentKind::clarify: return u"clarify "_s + understood.command;
    case IntentKind::command: return understood.command + u' ' + compact(understood.args);
    }
    return {};
}

} // namespace

class TstLanguageSentence final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void sentencesMeanWhatTheTableSays_data();
    void sentencesMeanWhatTheTableSays();
    void aTimeThatMayBeAnotherIsNotTaken();
    void nobodyLeadsByAskingOrByGivingItAway();
    void aLineSaidAHundredTimesMeansTheSame();
    void clarifyingAsksAQuestionAndNamesTheCommand();
    void whatIsAskedBackComesWithLinesToChooseFrom_data();
    void whatIsAskedBackComesWithLinesToChooseFrom();
    void everyLineOfferedIsUnderstood();
    void isAskedBackInTheLanguageOfWhoeverIsAsked();
    void whatAnAliasSetsIsNotForTheSentenceToChange_data();
    void whatAnAliasSetsIsNotForTheSentenceToChange();
    void norIsItInAPluginThatNobodyTrained();
    void hiddenCharactersMakeALineChatter();
    void anEmptyCatalogueHearsOnlyChatter();
    void longLinesAreChatter();
    void aTeamsOwnPhraseCountsAsItIsWritten_data();
    void aTeamsOwnPhraseCountsAsItIsWritten();
    void fiveHundredCommandsTakeLittleTime();

private:
    Catalogue m_catalogue;
    Vocabulary m_vocabulary = test::sampleVocabulary();
};

void TstLanguageSentence::initTestCase()
{
    m_catalogue = test::shippedCatalogue();
    QVERIFY(m_catalogue.command(u"host.status"_s) != nullptr);
}

void TstLanguageSentence::sentencesMeanWhatTheTableSays_data()
{
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QString>("sentence");
    const QList<Row> all = rows();
    QVERIFY(all.size() >= 150);
    for (const Row &each : all)
        QTest::newRow(qPrintable(each.sentence)) << each.wanted << each.sentence;
}

void TstLanguageSentence::sentencesMeanWhatTheTableSays()
{
    QFETCH(QString, wanted);
    QFETCH(QString, sentence);
    const Understanding understood = understand(sentence, m_catalogue, m_vocabulary);
    QCOMPARE(heard(understood), wanted);
    if (understood.intent == IntentKind::command) {
        // As weighing.cpp acts: what changes something is done from 80 on and only offered below; what reads or writes
        // in the room can be looked at and taken back, and is done from 50.
        const Risk risk = m_catalogue.command(understood.command)->risk;
        const bool changes = risk == Risk::change || risk == Risk::disrupt;
        QVERIFY(understood.confidence >= (changes ? 80 : 50) && understood.confidence <= 100);
    }
    if (understood.intent == IntentKind::chatter)
        QVERIFY(understood.question.isEmpty() && understood.args.isEmpty());
}

void TstLanguageSentence::aTimeThatMayBeAnotherIsNotTaken()
{
    for (const QString &line :
         {u"remind us the day after tomorrow at 9:00 to check the block"_s, u"remind us at 3 to check the block"_s,
          u"remind us at 3:30 to check the block"_s, u"remind us tomorrow morning at 9:00 to lift the block"_s,
          u"remind us on 12 March at 14:30 to renew the certificate"_s, u"remind us at 14:30 on fri to check it"_s,
          u"remind us every day at 9:00 to check the backups"_s, u"remind us at 14:30 CET to check the backups"_s,
          u"remind us to check the logs at 14:30 and at 15:30"_s,
          u"at 14:30 the backup failed, remind us to check it"_s, u"next update at 14:30 was late"_s,
          u"remind us at 2:30 this afternoon to call"_s, u"remind us to ring tom if load is at 2.50"_s,
          u"remind us tonight at 1:30 to check it"_s, u"3点提醒我们检查日志"_s, u"下午两三点提醒我们检查日志"_s,
          u"每天9点提醒我们检查日志"_s, u"后天9点提醒我们检查日志"_s}) {
        const Understanding meant = understand(line, m_catalogue, m_vocabulary);
        QVERIFY2(clockTime(meant.args.value(u"due"_s).toString()).isEmpty(), qPrintable(line));
    }
}

//! It goes on the record at once.
void TstLanguageSentence::nobodyLeadsByAskingOrByGivingItAway()
{
    for (const QString &line :
         {u"I'm asking for my team lead, who is in charge here?"_s, u"I have to name the lead, who leads this?"_s,
          u"I need the name of the lead"_s, u"I'm handing the lead over"_s, u"I'm giving up the lead"_s,
          u"I cannot take the lead"_s, u"I'll lead tomorrow"_s, u"I'll take the lead on this tomorrow"_s,
          u"I'm out so the lead goes to Bob"_s, u"should I lead?"_s, u"if needed I'll take the lead"_s,
          u"我是新来的，谁负责？"_s, u"我是客服，谁负责"_s, u"我负责网络"_s, u"明天我来负责"_s}) {
        const Understanding meant = understand(line, m_catalogue, m_vocabulary);
        QVERIFY2(meant.args.value(u"person"_s) != speakerWord, qPrintable(line));
    }
}

void TstLanguageSentence::aLineSaidAHundredTimesMeansTheSame()
{
    const QList<Row> all = rows();
    for (const Row &each : all) {
        const QString first = heard(understand(each.sentence, m_catalogue, m_vocabulary));
        for (int i = 0; i < 100 && each.wanted != "chatter"_L1; ++i)
            QCOMPARE(heard(understand(each.sentence, m_catalogue, m_vocabulary)), first);
        // Another catalogue of the same plugins answers the same, whatever its hash tables' seed.
        QCOMPARE(heard(understand(each.sentence, Catalogue::of(m_catalogue.plugins()), m_vocabulary)), first);
    }
}

void TstLanguageSentence::clarifyingAsksAQuestionAndNamesTheCommand()
{
    const Understanding unknown = understand(u"what's going on with web-99?"_s, m_catalogue, m_vocabulary);
    QCOMPARE(unknown.intent, IntentKind::clarify);
    QCOMPARE(unknown.command, u"host.status"_s);
    QVERIFY2(unknown.question.contains(u"practice-01"_s), qPrintable(unknown.question));
    const Understanding slip = understand(u"blokc 203.0.113.7 for 2h"_s, m_catalogue, m_vocabulary);
    QVERIFY(slip.intent != IntentKind::command);
    QVERIFY2(slip.question.contains(u"/ip block 203.0.113.7 for 2h"_s), qPrintable(slip.question));
}

void TstLanguageSentence::whatIsAskedBackComesWithLinesToChooseFrom_data()
{
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QStringList>("options");
    const auto row = [](const QString &sentence, const QStringList &options) {
        QTest::newRow(qPrintable(sentence)) << sentence << options;
    };
    const QStringList allHosts{u"/host status practice-01"_s, u"/host status web-01"_s, u"/host status db-01"_s};
    row(u"/host status"_s, allHosts);
    row(u"what's going on with web-99?"_s, {u"/host status web-01"_s}); // one slip away
    row(u"/host status wbe-01"_s, {u"/host status web-01"_s});
    row(u"/host stauts web-01"_s, {u"/host status web-01"_s});
    row(u"/incident lead Nobody"_s,
        {u"/incident lead @Mei"_s, u"/incident lead \"Priya Natarajan\""_s, u"/incident lead @Tom"_s});
    row(u"blokc 203.0.113.7 for 2h"_s, {u"/ip block 203.0.113.7 for 2h"_s});
    row(u"block 203.0.113.7 and 198.51.100.9"_s,
        {u"/ip block 203.0.113.7 for 4h"_s, u"/ip block 198.51.100.9 for 4h"_s});
    row(u"patch shop-web on web-01 please, not db-01"_s, {u"/patch apply web-01 shop-web"_s});
    row(u"block 203.0.113.7, not 198.51.100.9"_s, {u"/ip block 203.0.113.7 for 4h"_s});
    row(u"isolate everything except web-01"_s, {u"/host isolate "_s});
    row(u"who logged in on web-01 since the reboot"_s,
        {u"/host logins web-01 since 1h"_s, u"/host logins web-01 since today"_s,
         u"/host logins web-01 since yesterday"_s});
    row(u"block 203.0.113.7 forever"_s,
        {u"/ip block 203.0.113.7 for 1h"_s, u"/ip block 203.0.113.7 for 4h"_s, u"/ip block 203.0.113.7 for 24h"_s});
    row(u"/hlep"_s, {u"/help"_s});
    row(u"/block 203.0.113.7"_s, {u"/ip block 203.0.113.7"_s});
    row(u"/isolate web-01"_s, {u"/host isolate web-01"_s});
    row(u"/learn logs"_s, {u"/bot learn logs"_s});
    row(u"/frobnicate 203.0.113.7"_s, {});
    row(u"/ip block 203.0.113.7 fro 2h"_s, {u"/ip block 203.0.113.7 for 2h"_s});
    row(u"/host logins web-01 sicne midnight"_s, {u"/host logins web-01 since midnight"_s});
    row(u"/user lock deploy web-01"_s, {u"/user lock web-01 deploy"_s});
    row(u"/host status b-01"_s, {u"/host status db-01"_s});
    row(u"/host status eb-01"_s, {u"/host status web-01"_s, u"/host status db-01"_s}); // as near
    row(u"blok 203.0.113.7"_s, {u"/ip block 203.0.113.7 for 4h"_s});
    row(u"isolate web01"_s, {u"/host isolate web-01"_s});
    row(u"lokc the account deploy on web-01"_s, {u"/user lock web-01 deploy"_s});
    row(u"隔璃 web-01"_s, {u"/host isolate web-01"_s});
    row(u"isolate"_s, {u"/host isolate practice-01"_s, u"/host isolate web-01"_s, u"/host isolate db-01"_s});
    row(u"lock deploy"_s,
        {u"/user lock practice-01 deploy"_s, u"/user lock web-01 deploy"_s, u"/user lock db-01 deploy"_s});
    row(u"block"_s, {}); // an address is for people to say
    // Nothing that the bot could guess: what to look for is for people to say.
    row(u"/log search web-01"_s, {});
}

void TstLanguageSentence::whatIsAskedBackComesWithLinesToChooseFrom()
{
    QFETCH(QString, sentence);
    QFETCH(QStringList, options);
    const Understanding asked = understand(sentence, m_catalogue, m_vocabulary);
    QCOMPARE(asked.intent, IntentKind::clarify);
    QVERIFY(!asked.question.isEmpty());
    QCOMPARE(asked.options, options);
}

//! Of every sentence that is asked back, in the table and in what people were overheard to say.
void TstLanguageSentence::everyLineOfferedIsUnderstood()
{
    QStringList sentences;
    for (const Row &each : rows())
        sentences << each.sentence;
    for (const test::Row &each : test::commandRows(u"tune"_s) + test::chatterRows(u"tune"_s))
        sentences << each.text;
    int offered = 0;
    for (const QString &sentence : std::as_const(sentences)) {
        const Understanding asked = understand(sentence, m_catalogue, m_vocabulary);
        QVERIFY2(asked.options.size() <= 3, qPrintable(sentence));
        QVERIFY2(asked.options.isEmpty() || asked.intent == IntentKind::clarify, qPrintable(sentence));
        for (const QString &line : asked.options) {
            ++offered;
            const Understanding meant = understand(line, m_catalogue, m_vocabulary);
            const bool begun = line.endsWith(u' ') && meant.intent == IntentKind::clarify;
            QVERIFY2(meant.intent == IntentKind::command || begun, qPrintable(sentence + u" → "_s + line));
        }
    }
    QVERIFY2(offered >= 10, qPrintable(QString::number(offered)));
}

void TstLanguageSentence::isAskedBackInTheLanguageOfWhoeverIsAsked()
{
    Vocabulary chinese = m_vocabulary;
    chinese.language = u"zh"_s;
    const QString asked = understand(u"/patch apply web-01"_s, m_catalogue, chinese).question;
    const QString english = understand(u"/patch apply web-01"_s, m_catalogue, m_vocabulary).question;
    const Argument &package = m_catalogue.command(u"patch.apply"_s)->arguments.at(1);
    QVERIFY2(asked.contains(package.help.in(u"zh"_s)), qPrintable(asked));
    QVERIFY2(asked.contains(u"/patch apply HOST PACKAGE"_s) && asked.contains(u" · "_s), qPrintable(asked));
    QVERIFY2(english.contains(package.help.in(u"en"_s)) && !english.contains(u'·'), qPrintable(english));
}

void TstLanguageSentence::whatAnAliasSetsIsNotForTheSentenceToChange_data()
{
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QString>("text");
    const auto row = [](const QString &sentence, const QString &text) {
        QTest::newRow(qPrintable(sentence)) << sentence << text;
    };
    row(u"failed sign-ins on web-01 in the last hour"_s, u"failed sign-ins"_s);
    row(u"show me the failed logins on web-01"_s, u"failed sign-ins"_s);
    row(u"any failed login attempts on web-01 since yesterday?"_s, u"failed sign-ins"_s);
    row(u"search web-01 for failed logins"_s, u"failed sign-ins"_s);
    row(u"who used sudo on web-01"_s, u"sudo"_s);
    // No alias: what is said is looked for.
    row(u"search the logs of web-01 for errors about disk"_s, u"disk"_s);
    row(u"grep for segfault on web-01"_s, u"segfault"_s);
}

void TstLanguageSentence::whatAnAliasSetsIsNotForTheSentenceToChange()
{
    QFETCH(QString, sentence);
    QFETCH(QString, text);
    const Understanding meant = understand(sentence, m_catalogue, m_vocabulary);
    QCOMPARE(meant.command, u"log.search"_s);
    QCOMPARE(meant.args.value(u"text"_s).toString(), text);
}

//! Understood by its phrases alone, as every plugin of a team's own is.
void TstLanguageSentence::norIsItInAPluginThatNobodyTrained()
{
    QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(u"lamp"_s));
    QFile manifest(folder.filePath(u"lamp/plugin.yaml"_s)), script(folder.filePath(u"lamp/lamp.sh"_s));
    QVERIFY(manifest.open(QFile::WriteOnly) && script.open(QFile::WriteOnly));
    manifest.write(R"(name: lamp
version: 1.0.0
author: Somebody
summary: {en: Lamps}
commands:
  - id: lamp.glow
    risk: read
    summary: {en: Glows}
    help: {en: Glows}
    title: {en: Glow}
    arguments:
      - {name: host, type: host, required: true, help: {en: Where}}
      - {name: colour, type: word, required: false, default: white, keyword: in, help: {en: Which colour}}
    phrases: {en: ["glow the beacon on {host}", "glow the beacon on {host} in {colour}", "dim {host} in {colour}"]}
    aliases:
      - set: {colour: red}
        phrases: {en: ["panic beacon on {host}"]}
      - set: {host: db-01}
        phrases: {en: ["the usual babble check"]}
    examples: ["/lamp glow web-01 in green"]
    sandbox: isolated
    run: [lamp.sh]
    limits: {seconds: 5, memory_mb: 64}
)");
    script.write("#!/bin/sh\n");
    script.setPermissions(QFile::Permissions(0x7755));
    manifest.close();
    script.close();
    const Catalogue lamps = Catalogue::load({folder.path()});
    QVERIFY(lamps.command(u"lamp.glow"_s) != nullptr);
    const auto colourOf = [&](const QString &sentence) {
        return understand(sentence, lamps, m_vocabulary).args.value(u"colour"_s).toString();
    };
    QCOMPARE(colourOf(u"glow the beacon on web-01 in green"_s), u"green"_s);
    QCOMPARE(colourOf(u"glow the beacon on web-01"_s), u"white"_s);
    QCOMPARE(colourOf(u"panic beacon on web-01"_s), u"red"_s);
    QVERIFY(colourOf(u"panic beacon on web-01 in green"_s) != u"green"_s);
    // A value that has a default may be left out, and one that the alias sets is not silently another command's.
    QCOMPARE(heard(understand(u"dim web-01"_s, lamps, m_vocabulary)),
             u"lamp.glow {'colour':'white','host':'web-01'}"_s);
    QCOMPARE(understand(u"the usual babble check"_s, lamps, m_vocabulary).args.value(u"host"_s).toString(), u"db-01"_s);
    const Understanding fixed = understand(u"the usual babble check on web-01"_s, lamps, m_vocabulary);
    QCOMPARE(heard(fixed), u"clarify lamp.glow"_s);
    QVERIFY2(fixed.question.contains(u"db-01"_s), qPrintable(fixed.question));
    QCOMPARE(fixed.options, QStringList{u"/lamp glow db-01 in white"_s});
    QCOMPARE(understand(u"the usual babble check on db-01"_s, lamps, m_vocabulary).intent, IntentKind::command);
}

void TstLanguageSentence::hiddenCharactersMakeALineChatter()
{
    for (const char16_t hidden : {u'\u202e', u'\u200b', u'\u2066', u'\u00ad'}) {
        const QString line = u"block 203.0.113.7"_s + QChar(hidden);
        QCOMPARE(understand(line, m_catalogue, m_vocabulary).intent, IntentKind::chatter);
    }
}

void TstLanguageSentence::anEmptyCatalogueHearsOnlyChatter()
{
    QCOMPARE(understand(u"block 203.0.113.7"_s, Catalogue(), m_vocabulary).intent, IntentKind::chatter);
    QCOMPARE(understand(u""_s, m_catalogue, m_vocabulary).intent, IntentKind::chatter);
    QCOMPARE(understand(u"   \n "_s, m_catalogue, {}).intent, IntentKind::chatter);
}

void TstLanguageSentence::longLinesAreChatter()
{
    QCOMPARE(understand(u"block 203.0.113.7 "_s.repeated(500), m_catalogue, m_vocabulary).intent, IntentKind::chatter);
    QCOMPARE(understand(u"封"_s.repeated(1900), m_catalogue, m_vocabulary).intent, IntentKind::chatter);
    QCOMPARE(understand(u"? . ! "_s.repeated(300), m_catalogue, m_vocabulary).intent, IntentKind::chatter);
}

void TstLanguageSentence::aTeamsOwnPhraseCountsAsItIsWritten_data()
{
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QString>("wanted");
    const QString writable = u"cron.writable {'host':'web-01'}"_s;
    QTest::newRow("near a command of ours") << u"world-writable cron files on web-01"_s << writable;
    QTest::newRow("nearer") << u"list cron files on web-01 that others can write"_s << writable;
    QTest::newRow("with courtesy") << u"hey bot, list cron files on web-01 that others can write please"_s << writable;
    QTest::newRow("a change, with a path") << u"lock down /etc/cron.d/backup on web-01"_s
                                           << u"cron.protect {'host':'web-01','path':'/etc/cron.d/backup'}"_s;
    QTest::newRow("a change held back") << u"don't lock down /etc/cron.d/backup on web-01"_s << u"chatter"_s;
    QTest::newRow("a change that was made")
        << u"we lock down /etc/cron.d/backup on web-01 if it happens again"_s << u"chatter"_s;
    QTest::newRow("ours, written the same") << u"what's going on with web-01"_s << u"host.status {'host':'web-01'}"_s;
}

void TstLanguageSentence::aTeamsOwnPhraseCountsAsItIsWritten()
{
    QFETCH(QString, sentence);
    QFETCH(QString, wanted);
    Plugin plugin;
    plugin.name = u"cron"_s;
    Command reading;
    reading.id = u"cron.writable"_s;
    reading.risk = Risk::read;
    reading.arguments = {{u"host"_s, ArgumentType::host, true, {}, {}, {}}};
    reading.phrases = {{u"en"_s,
                        {u"world-writable cron files on {host}"_s, u"list cron files on {host} that others can write"_s,
                         u"what's going on with {host}"_s}}};
    Command changing;
    changing.id = u"cron.protect"_s;
    changing.risk = Risk::change;
    changing.arguments = {{u"host"_s, ArgumentType::host, true, {}, {}, {}},
                          {u"path"_s, ArgumentType::word, true, {}, {}, {}}};
    changing.phrases = {{u"en"_s, {u"lock down {path} on {host}"_s}}};
    plugin.commands = {reading, changing};
    const Catalogue with = Catalogue::of(m_catalogue.plugins() + QList<Plugin>{plugin});
    QCOMPARE(heard(understand(sentence, with, m_vocabulary)), wanted);
}

void TstLanguageSentence::fiveHundredCommandsTakeLittleTime()
{
    QList<Plugin> plugins = m_catalogue.plugins();
    for (int i = 0; i < 500; ++i) {
        Plugin plugin;
        plugin.name = u"made%1"_s.arg(i);
        Command command;
        command.id = u"made%1.look"_s.arg(i);
        command.risk = Risk::read;
        command.arguments = {{u"host"_s, ArgumentType::host, true, {}, {}, {}}};
        command.phrases = {{u"en"_s,
                            {u"what is the w%1 of {host}"_s.arg(i), u"show w%1 on {host}"_s.arg(i),
                             u"is there a w%1 going on with {host}"_s.arg(i)}}};
        plugin.commands = {command};
        plugins.append(plugin);
    }
    const Catalogue large = Catalogue::of(plugins);
    const QList<Row> all = rows();
    QElapsedTimer timer;
    timer.start();
    for (const Row &each : all)
        (void)understand(each.sentence, large, m_vocabulary);
    const double perLine = double(timer.nsecsElapsed()) / 1e6 / double(all.size());
    qInfo().noquote()
        << u"understand(): %1 ms a line with %2 commands"_s.arg(perLine, 0, 'f', 3).arg(large.commandIds().size());
    QCOMPARE(understand(u"hey, what's going on with practice-01?"_s, large, m_vocabulary).command, u"host.status"_s);
}

WARDROOM_TEST(TstLanguageSentence)
#include "tst_languagesentence.moc"
