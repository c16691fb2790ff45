// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/slash.h"
#include "bot/language/values.h"
#include "botsamples.h"
#include "support/testmain.h"

#include <QTest>

using namespace wardroom;
using namespace wardroom::bot;
using namespace wardroom::domain;
using namespace Qt::StringLiterals;

class TstLanguageSlash final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_catalogue = test::shippedCatalogue(); }
    void linesBecomeCommands_data();
    void linesBecomeCommands();
    void mistakesSayWhatToDo_data();
    void mistakesSayWhatToDo();
    void helpIsAnIntent();
    void everyExampleOfTheShippedPluginsIsUnderstood();
    void whatIsSpokenIsUnderstoodAsTheSame();
    void valuesAreCanonical_data();
    void valuesAreCanonical();
    void argumentsFromOutsideAreCheckedTheSameWay();
    void completionOffersCommandsByPrefixAndByLetters();
    void completionOffersArgumentsInTheirPlace();
    void completionOffersPeople();

private:
    Understanding hear(const QString &line) { return understand(line, m_catalogue, m_vocabulary); }
    QStringList offers(const QString &line)
    {
        QStringList inserts;
        const auto all = completionsFor(line, int(line.size()), m_catalogue, m_vocabulary, u"en"_s);
        for (const Completion &each : all)
            inserts << each.insert;
        return inserts;
    }
    Catalogue m_catalogue;
    Vocabulary m_vocabulary = test::sampleVocabulary();
};

void TstLanguageSlash::linesBecomeCommands_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("command");
    QTest::addColumn<QJsonObject>("args");
    const auto row = [](const QString &line, const QString &command, const QJsonObject &args) {
        QTest::newRow(qPrintable(line)) << line << command << args;
    };
    const QJsonObject patch{{u"host"_s, u"practice-01"_s}, {u"package"_s, u"openssl"_s}};
    row(u"/patch apply practice-01 openssl"_s, u"patch.apply"_s, patch);
    row(u"/patch.apply practice-01 openssl"_s, u"patch.apply"_s, patch);
    row(u"  /Patch APPLY SHOP   openssl "_s, u"patch.apply"_s, patch);
    row(u"/patch apply package=openssl host=shop"_s, u"patch.apply"_s, patch);
    row(u"/patch apply host=\"shop\" openssl"_s, u"patch.apply"_s, patch);
    QJsonObject reason = patch;
    reason.insert(u"reason"_s, u"it is exploited, for hours"_s);
    row(u"/patch apply practice-01 openssl because it is exploited, for hours"_s, u"patch.apply"_s, reason);
    row(u"/patch apply practice-01 openssl reason=\"it is exploited, for hours\""_s, u"patch.apply"_s, reason);
    QJsonObject version = patch;
    version.insert(u"version"_s, u"3.0-1"_s);
    row(u"/patch apply practice-01 openssl to 3.0-1"_s, u"patch.apply"_s, version);
    const QJsonObject block{{u"address"_s, u"203.0.113.7"_s}, {u"duration"_s, u"4h"_s}};
    row(u"/ip block 203.0.113.7"_s, u"ip.block"_s, block);
    row(u"/ip block 203.0.113.7 for 4h"_s, u"ip.block"_s, block);
    row(u"/ip block for 240m 203.0.113.7"_s, u"ip.block"_s, block);
    row(u"/ip block 203.0.113.7 4h"_s, u"ip.block"_s, block);
    row(u"/ip block ::ffff:203.0.113.7"_s, u"ip.block"_s, block);
    row(u"/fix list practice-01 cve-2099-0001"_s, u"fix.list"_s,
        {{u"host"_s, u"practice-01"_s}, {u"cve"_s, u"CVE-2099-0001"_s}});
    row(u"/log search web-01 a \"b\"  c=d for 4h"_s, u"log.search"_s,
        {{u"host"_s, u"web-01"_s}, {u"text"_s, u"a \"b\"  c=d for 4h"_s}});
    row(u"/log search web-01 \"for 4h\""_s, u"log.search"_s, {{u"host"_s, u"web-01"_s}, {u"text"_s, u"for 4h"_s}});
    const auto remind = [](const QString &due, const QString &text) {
        return QJsonObject{{u"due"_s, due}, {u"text"_s, text}};
    };
    row(u"/remind check the logs at 14:30"_s, u"remind"_s, remind(u"14:30"_s, u"check the logs"_s));
    row(u"/remind at 9:05 check the logs"_s, u"remind"_s, remind(u"09:05"_s, u"check the logs"_s));
    row(u"/remind check the logs at tomorrow-9:05"_s, u"remind"_s, remind(u"tomorrow-09:05"_s, u"check the logs"_s));
    row(u"/remind in 30m meet the vendor at 14:30"_s, u"remind"_s, remind(u"30m"_s, u"meet the vendor at 14:30"_s));
    row(u"/remind at the office, ring Tom in 30m"_s, u"remind"_s, remind(u"30m"_s, u"at the office, ring Tom"_s));
    row(u"/incident update at 14:30"_s, u"incident.update"_s, {{u"due"_s, u"14:30"_s}});
    row(u"/incident open severity 2 lead @mei SSH brute force"_s, u"incident.open"_s,
        {{u"severity"_s, 2}, {u"lead"_s, u"u-mei"_s}, {u"title"_s, u"SSH brute force"_s}});
    row(u"/incident open SSH brute force severity sev1"_s, u"incident.open"_s,
        {{u"severity"_s, 1}, {u"title"_s, u"SSH brute force"_s}});
}

void TstLanguageSlash::linesBecomeCommands()
{
    QFETCH(QString, line);
    QFETCH(QString, command);
    QFETCH(QJsonObject, args);
    const Understanding understood = hear(line);
    QVERIFY2(understood.intent == IntentKind::command, qPrintable(understood.question));
    QCOMPARE(understood.command, command);
    QCOMPARE(understood.args, args);
    QCOMPARE(understood.confidence, 100);
}

void TstLanguageSlash::mistakesSayWhatToDo_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("expected");
    const auto row = [](const QString &line, const QString &expected) {
        QTest::newRow(qPrintable(line)) << line << expected;
    };
    row(u"/patch"_s, u"apply"_s);
    row(u"/patch aply practice-01 openssl"_s, u"did you mean “apply”"_s);
    row(u"/pach apply practice-01 openssl"_s, u"Did you mean /patch apply"_s);
    row(u"/rm -rf"_s, u"/help"_s);
    row(u"/patch apply"_s, u"practice-01"_s);
    row(u"/patch apply practise-01 openssl"_s, u"did you mean “practice-01”"_s);
    row(u"/patch apply nowhere openssl"_s, u"web-01"_s);
    row(u"/patch apply practice-01"_s, u"PACKAGE"_s);
    row(u"/patch apply practice-01 OpenSSL!"_s, u"small letters"_s);
    row(u"/patch apply practice-01 $(reboot)"_s, u"not a package"_s);
    row(u"/patch apply practice-01 openssl extra"_s, u"too much"_s);
    row(u"/patch apply practice-01 openssl hots=web-01"_s, u"did you mean “host”"_s);
    row(u"/patch apply practice-01 openssl host=web-01"_s, u"twice"_s);
    row(u"/patch apply practice-01 openssl because"_s, u"Because what"_s);
    row(u"/ip block"_s, u"Say it like: /ip block ADDRESS [for DURATION]"_s);
    row(u"/ip block 203.0.113.999"_s, u"not an IP address"_s);
    row(u"/ip block 10.1"_s, u"not an IP address"_s);
    row(u"/ip block 010.0.0.1"_s, u"not an IP address"_s);
    row(u"/ip block 203.0.113.0/24"_s, u"not an IP address"_s);
    row(u"/ip block fe80::1%eth0"_s, u"not an IP address"_s);
    row(u"/ip block 203.0.113.7 for"_s, u"needs a value"_s);
    row(u"/ip block 203.0.113.7 for ever"_s, u"not a duration"_s);
    row(u"/ip block 203.0.113.7 for 14:30"_s, u"not a duration"_s);
    row(u"/remind check the logs in 25:30"_s, u"Which due"_s);
    row(u"/ip block 203.0.113.7 for 9999d"_s, u"a year at most"_s);
    row(u"/fix list practice-01 CVE-1"_s, u"not a CVE"_s);
    row(u"/incident severity 5"_s, u"not a severity"_s);
    row(u"/incident lead @nobody"_s, u"@Mei"_s);
    row(u"/host status web-01 because I like it"_s, u"too much"_s);
}

void TstLanguageSlash::mistakesSayWhatToDo()
{
    QFETCH(QString, line);
    QFETCH(QString, expected);
    const Understanding understood = hear(line);
    QCOMPARE(understood.intent, IntentKind::clarify);
    QVERIFY2(understood.question.contains(expected), qPrintable(understood.question));
    QVERIFY(understood.args.isEmpty());
}

void TstLanguageSlash::helpIsAnIntent()
{
    QCOMPARE(hear(u"/help"_s).intent, IntentKind::help);
    QCOMPARE(hear(u"/"_s).intent, IntentKind::help);
    QCOMPARE(hear(u"/help patch apply"_s).command, u"patch.apply"_s);
    QCOMPARE(hear(u"/help patch"_s).command, u"patch"_s);
    QCOMPARE(hear(u"/help ptach"_s).intent, IntentKind::clarify);
}

void TstLanguageSlash::everyExampleOfTheShippedPluginsIsUnderstood()
{
    for (const Plugin &plugin : m_catalogue.plugins()) {
        for (const Command &command : plugin.commands) {
            for (const QString &example : command.examples) {
                const Understanding understood = hear(example);
                QVERIFY2(understood.intent == IntentKind::command, qPrintable(example + u": "_s + understood.question));
                QCOMPARE(understood.command, command.id);
            }
        }
    }
}

void TstLanguageSlash::whatIsSpokenIsUnderstoodAsTheSame()
{
    for (const Plugin &plugin : m_catalogue.plugins()) {
        for (const Command &command : plugin.commands) {
            for (const QString &example : command.examples) {
                const Understanding first = hear(example);
                const QString line = spokenForm(command, first.args);
                QVERIFY2(hear(line).args == first.args, qPrintable(line + u": "_s + hear(line).question));
            }
        }
    }
}

void TstLanguageSlash::valuesAreCanonical_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<QString>("said");
    QTest::addColumn<QString>("canonical"); // empty: refused
    const auto row = [](ArgumentType type, const QString &said, const QString &canonical) {
        QTest::addRow("%d %s", int(type), qPrintable(said.left(80))) << int(type) << said << canonical;
    };
    row(ArgumentType::host, u"EDGE"_s, u"web-01"_s);
    row(ArgumentType::host, u"web"_s, {});
    row(ArgumentType::package, u"libstdc++6"_s, u"libstdc++6"_s);
    row(ArgumentType::package, u"-y"_s, {});
    row(ArgumentType::package, u"a b"_s, {});
    row(ArgumentType::package, u"openssl\n"_s, {});
    row(ArgumentType::cve, u"cve-2024-123456"_s, u"CVE-2024-123456"_s);
    row(ArgumentType::cve, u"CVE-2024-123"_s, {});
    row(ArgumentType::address, u"2001:0db8:0000::0007"_s, u"2001:db8::7"_s);
    row(ArgumentType::address, u"::1"_s, u"::1"_s);
    row(ArgumentType::address, u"1.2.3.4\n"_s, {});
    row(ArgumentType::address, u"0x7f.1"_s, {});
    row(ArgumentType::duration, u"90m"_s, u"90m"_s);
    row(ArgumentType::duration, u"120M"_s, u"2h"_s);
    row(ArgumentType::duration, u"1d"_s, u"24h"_s);
    row(ArgumentType::duration, u"2d"_s, u"2d"_s);
    row(ArgumentType::duration, u"0h"_s, {});
    row(ArgumentType::duration, u"-4h"_s, {});
    row(ArgumentType::hash, u"D41D8CD98F00B204E9800998ECF8427E"_s, u"d41d8cd98f00b204e9800998ecf8427e"_s);
    row(ArgumentType::hash, u"d41d"_s, {});
    row(ArgumentType::person, u"@Tom"_s, u"u-tom"_s);
    row(ArgumentType::person, u"@priyanatarajan"_s, u"u-priya"_s);
    row(ArgumentType::person, u"priya"_s, u"u-priya"_s);
    row(ArgumentType::person, u"@"_s, {});
    row(ArgumentType::word, u"one two"_s, {});
    row(ArgumentType::word, u"a\u202eb"_s, {});
    row(ArgumentType::text, u"  one two "_s, u"one two"_s);
    row(ArgumentType::text, u"a\u0007b"_s, {});
    row(ArgumentType::text, QString(3000, u'x'), {});
}

void TstLanguageSlash::valuesAreCanonical()
{
    QFETCH(int, type);
    QFETCH(QString, said);
    QFETCH(QString, canonical);
    Argument argument;
    argument.name = u"it"_s;
    argument.type = ArgumentType(type);
    const auto value = typedValue(argument, said, m_vocabulary);
    QCOMPARE(value.has_value(), !canonical.isEmpty());
    if (value)
        QCOMPARE(value->toString(), canonical);
    else
        QVERIFY(!value.error().message.isEmpty());
}

void TstLanguageSlash::argumentsFromOutsideAreCheckedTheSameWay()
{
    const Command &block = *m_catalogue.command(u"ip.block"_s);
    QVERIFY(!typedArguments(block, {{u"address"_s, QJsonArray{1}}}, m_vocabulary));
    QVERIFY(!typedArguments(block, {{u"address"_s, u"203.0.113.7"_s}, {u"x"_s, 1}}, m_vocabulary));
    QVERIFY(!typedArguments(*m_catalogue.command(u"host.status"_s), {{u"host"_s, u"web-01"_s}, {u"reason"_s, u"x"_s}},
                            m_vocabulary));
    const auto typed =
        typedArguments(block, {{u"address"_s, u"203.0.113.7"_s}, {u"reason"_s, u" why "_s}}, m_vocabulary);
    QVERIFY(typed);
    QCOMPARE(typed->value(u"reason"_s).toString(), u"why"_s);
    QCOMPARE(typed->value(u"duration"_s).toString(), u"4h"_s);
}

void TstLanguageSlash::completionOffersCommandsByPrefixAndByLetters()
{
    QVERIFY(offers(u"/"_s).contains(u"/patch apply"_s));
    const QStringList letters{u"/patch apply"_s, u"/playbook list"_s, u"/playbook start"_s, u"/playbook stop"_s};
    QCOMPARE(offers(u"/pat"_s), letters);
    QCOMPARE(offers(u"/patch"_s), QStringList{u"/patch apply"_s});
    QCOMPARE(offers(u"/patch "_s), QStringList{u"apply"_s});
    QCOMPARE(offers(u"/ip b"_s), QStringList{u"block"_s});
    QVERIFY(offers(u"/pap"_s).contains(u"/patch apply"_s));
    QVERIFY(offers(u"/xyz"_s).isEmpty());
    QVERIFY(offers(u"plain words"_s).isEmpty());
}

void TstLanguageSlash::completionOffersArgumentsInTheirPlace()
{
    QCOMPARE(offers(u"/host status "_s), QStringList({u"db-01"_s, u"practice-01"_s, u"web-01"_s}));
    QCOMPARE(offers(u"/host status pr"_s), QStringList{u"practice-01"_s});
    QCOMPARE(offers(u"/host status ed"_s), QStringList{u"web-01"_s});
    QCOMPARE(offers(u"/ip block 203.0.113.7 "_s), QStringList({u"for"_s, u"on"_s, u"because"_s}));
    QCOMPARE(offers(u"/ip block 203.0.113.7 for "_s).first(), u"30m"_s);
    QVERIFY(!offers(u"/ip block 203.0.113.7 for 4h "_s).contains(u"for"_s));
    QCOMPARE(offers(u"/incident severity "_s).first(), u"1"_s);
}

void TstLanguageSlash::completionOffersPeople()
{
    QCOMPARE(offers(u"thanks @to"_s), QStringList{u"@Tom"_s});
    QCOMPARE(offers(u"ask @nat"_s), QStringList{u"@PriyaNatarajan"_s});
    QCOMPARE(offers(u"/incident lead @m"_s), QStringList{u"@Mei"_s});
    QCOMPARE(offers(u"@"_s).size(), 3);
}

WARDROOM_TEST(TstLanguageSlash)
#include "tst_languageslash.moc"
