// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/sentences.h"
#include "botsamples.h"
#include "support/testmain.h"

#include <QTest>

using namespace wardroom;
using namespace wardroom::bot;
using namespace wardroom::domain;
using namespace Qt::StringLiterals;

class TstLanguageAccuracy final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_catalogue = test::shippedCatalogue(); }
    void examinersAreUnderstoodAndTheirTalkIsLeftAlone();
    void hardSentencesNeverSeenAreMostlyUnderstoodAndTalkIsLeftAlone();
    void thereAreAsManySentencesAsPromised();
    void whatWasJustShownIsMeant_data();
    void whatWasJustShownIsMeant();
    void anAnswerToAnAlertIsOneOnlyBehindAnAlert();

private:
    Understanding hear(const QString &text, const QList<Shown> &after = {}) const
    {
        return understand(text, m_catalogue, m_vocabulary, after);
    }

    Catalogue m_catalogue;
    Vocabulary m_vocabulary = test::languageVocabulary();
};

//! As people who were asked to examine the bot wrote them, before anything was learnt from them.
void TstLanguageAccuracy::examinersAreUnderstoodAndTheirTalkIsLeftAlone()
{
    const test::Score score = test::scoreOf(u"examined"_s, m_catalogue);
    qInfo("right %d of %d, talk ignored %d of %d", score.right, score.asked, score.ignored, score.chatter);
    QVERIFY(score.asked > 2000);
    QVERIFY(score.chatter > 1000);
    QCOMPARE(score.wrongActions.size(), 0);
    QVERIFY(score.right >= score.asked * 95 / 100);
    QVERIFY(score.ignored >= score.chatter * 99 / 100);
}

void TstLanguageAccuracy::hardSentencesNeverSeenAreMostlyUnderstoodAndTalkIsLeftAlone()
{
    const test::Score score = test::scoreOf(u"test"_s, m_catalogue);
    qInfo("right %d of %d, talk ignored %d of %d", score.right, score.asked, score.ignored, score.chatter);
    // Neither mistakes nor wrong actions are printed: nobody is to see these sentences. Look for the like of them in
    // tune.
    // What was reached when this was written stands in LANGUAGE.md; the goals are none, 95 and 99 per cent. This test
    // holds what there is and says when it gets worse.
    QVERIFY2(score.wrongActions.size() <= 8, qPrintable(QString::number(score.wrongActions.size())));
    QVERIFY(score.right >= score.asked * 90 / 100);
    QVERIFY(score.ignored >= score.chatter * 985 / 1000);
}

void TstLanguageAccuracy::thereAreAsManySentencesAsPromised()
{
    qsizetype commands = 0;
    qsizetype chatter = 0;
    for (const QString &part : {u"train"_s, u"tune"_s, u"test"_s}) {
        commands += test::commandRows(part).size();
        chatter += test::chatterRows(part).size();
    }
    QVERIFY(commands >= 1500);
    QVERIFY(chatter >= 3000);
}

void TstLanguageAccuracy::whatWasJustShownIsMeant_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("card");
    QTest::addColumn<QJsonObject>("shown");
    QTest::addColumn<QString>("command");
    QTest::addColumn<QJsonObject>("args");
    const QJsonObject address{{u"address"_s, u"203.0.113.7"_s}};
    const QJsonObject host{{u"host"_s, u"web-01"_s}};
    const auto row = [](const QString &text, const QString &card, const QJsonObject &shown, const QString &command,
                        const QJsonObject &args) {
        QTest::newRow(qPrintable(text)) << text << card << shown << command << args;
    };
    row(u"block it"_s, u"ip.lookup"_s, address, u"ip.block"_s, address);
    row(u"block it for 2 hours"_s, u"ip.lookup"_s, address, u"ip.block"_s,
        {{u"address"_s, u"203.0.113.7"_s}, {u"duration"_s, u"2h"_s}});
    row(u"unblock it"_s, u"ip.block"_s, address, u"ip.unblock"_s, address);
    row(u"isolate it"_s, u"host.status"_s, host, u"host.isolate"_s, host);
    row(u"and on web-02?"_s, u"host.status"_s, host, u"host.status"_s, {{u"host"_s, u"web-02"_s}});
    row(u"what about db-01"_s, u"host.logins"_s, host, u"host.logins"_s, {{u"host"_s, u"db-01"_s}});
    row(u"web-02 呢？"_s, u"host.status"_s, host, u"host.status"_s, {{u"host"_s, u"web-02"_s}});
    row(u"封禁它"_s, u"ip.lookup"_s, address, u"ip.block"_s, address);
}

void TstLanguageAccuracy::whatWasJustShownIsMeant()
{
    QFETCH(QString, text);
    QFETCH(QString, card);
    QFETCH(QJsonObject, shown);
    QFETCH(QString, command);
    QFETCH(QJsonObject, args);
    const Understanding meant = hear(text, {{card, shown}});
    QCOMPARE(meant.intent, IntentKind::command);
    QCOMPARE(meant.command, command);
    for (auto it = args.begin(); it != args.end(); ++it)
        QCOMPARE(meant.args.value(it.key()), it.value());
    if (!text.startsWith(u"what about"_s)) // that asks by itself
        QCOMPARE(hear(text).intent, IntentKind::chatter);
}

void TstLanguageAccuracy::anAnswerToAnAlertIsOneOnlyBehindAnAlert()
{
    const QList<Shown> alert{{u"alert.show"_s, {{u"address"_s, u"203.0.113.7"_s}}}};
    const Shown other{u"host.status"_s, {{u"host"_s, u"web-01"_s}}};
    QCOMPARE(hear(u"that was me"_s, alert).command, u"alert.claim"_s);
    for (const QString &line : {u"that was me, I'm travelling"_s, u"It was me: wrong password on my phone"_s,
                                u"sorry, that’s me"_s, u"是我，我在出差"_s, u"刚才是我登录的"_s})
        QVERIFY2(hear(line, alert).command == u"alert.claim"_s, qPrintable(line));
    QCOMPARE(hear(u"that was me, I'm travelling"_s, alert).args.value(u"words"_s).toString(), u"I'm travelling"_s);
    for (const QString &line : {u"on it"_s, u"I'll take this one"_s, u"我来处理"_s})
        QVERIFY2(hear(line, alert).command == u"alert.ack"_s, qPrintable(line));
    for (const QString &line :
         {u"was that me?"_s, u"that was not me"_s, u"that was me who asked"_s, u"是我们的扫描器"_s, u"that was mean"_s})
        QVERIFY2(hear(line, alert).command != u"alert.claim"_s, qPrintable(line));
    QCOMPARE(hear(u"that was me"_s, alert).intent, IntentKind::command);
    QCOMPARE(hear(u"that was me"_s, alert + QList<Shown>{other}).intent, IntentKind::clarify);
    QCOMPARE(hear(u"that was me"_s).intent, IntentKind::chatter);
    QCOMPARE(hear(u"that was me"_s, {other}).intent, IntentKind::chatter);
}

WARDROOM_TEST(TstLanguageAccuracy)
#include "tst_languageaccuracy.moc"
