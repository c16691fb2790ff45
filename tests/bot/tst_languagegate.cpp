// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/consent.h"
#include "bot/language/gate.h"
#include "bot/language/tokens.h"
#include "bot/sentences.h"
#include "botsamples.h"
#include "support/testmain.h"

#include <QTest>

using namespace wardroom;
using namespace wardroom::bot;
using namespace wardroom::domain;
using namespace Qt::StringLiterals;

//! What a line as it is written says before it is taken apart, and beside what was heard.
class TstLanguageGate final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingThatAsksIsTakenForTalkAtOnce();
    void mostTalkIsTakenForTalkAtOnce();
    void aGateThatIsDamagedStandsOpen();
    void aTeamsOwnCommandPasses_data();
    void aTeamsOwnCommandPasses();
    void whoSpeaksToTheBotOrBehindAnAlertIsHeard();
    void anOrderInAFrameThatMakesTalkOfItHasNoConsent_data();
    void anOrderInAFrameThatMakesTalkOfItHasNoConsent();
    void aNumberAloneIsNoBusinessOfTheBots();

private:
    Vocabulary m_vocabulary = test::languageVocabulary();
};

void TstLanguageGate::nothingThatAsksIsTakenForTalkAtOnce()
{
    for (const QString &part : {u"train"_s, u"tune"_s}) {
        const QList<test::Row> rows = test::commandRows(part);
        QVERIFY(!rows.isEmpty());
        for (const test::Row &row : rows)
            QVERIFY2(!Gate::learnt().isSurelyTalk(Gist(normalised(row.text))), qPrintable(row.text));
    }
}

void TstLanguageGate::mostTalkIsTakenForTalkAtOnce()
{
    const QList<test::Row> rows = test::chatterRows(u"tune"_s);
    const auto at = [](const test::Row &row) { return Gate::learnt().isSurelyTalk(Gist(normalised(row.text))); };
    const auto count = std::count_if(rows.begin(), rows.end(), at);
    qInfo("%lld of %lld lines of talk", static_cast<long long>(count), static_cast<long long>(rows.size()));
    QVERIFY(count > rows.size() / 2);
}

void TstLanguageGate::aGateThatIsDamagedStandsOpen()
{
    const QString talk = u"lunch was fine, we sat outside and talked about the weather"_s;
    QVERIFY(Gate::learnt().isSurelyTalk(Gist(talk)));
    for (const QByteArray &bytes : {QByteArray(), QByteArray("\0\0\0\7abc", 7)})
        QVERIFY(!Gate(bytes).isSurelyTalk(Gist(talk)));
}

void TstLanguageGate::aTeamsOwnCommandPasses_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("phrase");
    QTest::addColumn<QString>("line");
    QTest::newRow("english") << u"en"_s << u"lunch was fine and the weather at {host} too"_s
                             << u"lunch was fine and the weather at web-01 too"_s;
    QTest::newRow("a word with a key") << u"en"_s << u"the vendor said lunch would terminate with {host}"_s
                                       << u"the vendor said lunch would kill with web-01"_s;
    QTest::newRow("chinese") << u"zh"_s << u"哈哈我们都在喝咖啡 {host}"_s << u"哈哈我们都在喝咖啡 web-01"_s;
}

void TstLanguageGate::aTeamsOwnCommandPasses()
{
    QFETCH(QString, language);
    QFETCH(QString, phrase);
    QFETCH(QString, line);
    bot::Command command;
    command.id = u"lunch.plan"_s;
    command.risk = Risk::read;
    Argument host;
    host.name = u"host"_s;
    host.type = ArgumentType::host;
    command.arguments = {host};
    command.phrases = {{language, {phrase}}};
    Plugin plugin;
    plugin.name = u"lunch"_s;
    plugin.commands = {command};
    QList<Plugin> plugins = test::shippedCatalogue().plugins();
    const Catalogue without = Catalogue::of(plugins);
    plugins.append(plugin);
    QCOMPARE(understand(line, without, m_vocabulary).intent, IntentKind::chatter);
    QCOMPARE(understand(line, Catalogue::of(plugins), m_vocabulary).command, u"lunch.plan"_s);
}

void TstLanguageGate::whoSpeaksToTheBotOrBehindAnAlertIsHeard()
{
    const Catalogue catalogue = test::shippedCatalogue();
    const QList<Shown> alert{{u"alert.show"_s, {{u"address"_s, u"203.0.113.7"_s}}}};
    const QString claim = u"that was me, sorry, I forgot my badge again and had to walk back"_s;
    QVERIFY(Gate::learnt().isSurelyTalk(Gist(claim)));
    QCOMPARE(understand(claim, catalogue, m_vocabulary, alert).command, u"alert.claim"_s);
    QCOMPARE(understand(claim, catalogue, m_vocabulary).intent, IntentKind::chatter);
}

void TstLanguageGate::anOrderInAFrameThatMakesTalkOfItHasNoConsent_data()
{
    QTest::addColumn<QString>("order");
    QTest::addColumn<QString>("talk");
    const auto row = [](const QString &order, const QString &talk) {
        QTest::newRow(qPrintable(talk)) << order << talk;
    };
    row(u"block 203.0.113.7 for 4 hours"_s, u"nobody dared to block 203.0.113.7 for 4 hours"_s);
    row(u"isolate web-01 please"_s, u"once the owner signs off, isolate web-01"_s);
    row(u"unlock deploy on web-01"_s, u"tom unlocked deploy on web-01 an hour ago"_s);
    row(u"把 203.0.113.7 封了"_s, u"把 203.0.113.7 封了，别当真"_s);
    row(u"隔离 web-01，谢谢"_s, u"要不要隔离 web-01"_s);
    row(u"解锁 web-01 上的 deploy"_s, u"据说昨天解锁 web-01 上的 deploy 了"_s);
}

void TstLanguageGate::anOrderInAFrameThatMakesTalkOfItHasNoConsent()
{
    QFETCH(QString, order);
    QFETCH(QString, talk);
    QVERIFY2(Consent::learnt().given(Gist(order)) > 50,
             qPrintable(QString::number(Consent::learnt().given(Gist(order)))));
    QVERIFY2(Consent::learnt().given(Gist(talk)) < 0, qPrintable(QString::number(Consent::learnt().given(Gist(talk)))));
    const Understanding meant = understand(talk, test::shippedCatalogue(), m_vocabulary);
    QVERIFY(meant.intent != IntentKind::command);
}

void TstLanguageGate::aNumberAloneIsNoBusinessOfTheBots()
{
    const Catalogue catalogue = test::shippedCatalogue();
    for (const QString &line : {u"bot 10800 s off"_s, u"bot 3600 on"_s, u"@wardroom 12 s"_s, u"bot 42"_s})
        QVERIFY2(understand(line, catalogue, m_vocabulary).intent == IntentKind::chatter, qPrintable(line));
}

WARDROOM_TEST(TstLanguageGate)
#include "tst_languagegate.moc"
