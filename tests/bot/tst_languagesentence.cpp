// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "botsamples.h"
#include "support/testmain.h"

#include <QElapsedTimer>
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
    void aLineSaidAHundredTimesMeansTheSame();
    void clarifyingAsksAQuestionAndNamesTheCommand();
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
