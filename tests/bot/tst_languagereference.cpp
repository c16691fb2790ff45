// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "botsamples.h"
#include "support/testmain.h"

#include <QTest>

using namespace wardroom;
using namespace wardroom::bot;
using namespace wardroom::domain;
using namespace Qt::StringLiterals;

//! What a card lends to a line, and what it does not: the line's own values count.
class TstLanguageReference final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_catalogue = test::shippedCatalogue(); }
    void theLineSaysWhich_data();
    void theLineSaysWhich();
    void anAlertOrAnIncidentIsNoHost_data();
    void anAlertOrAnIncidentIsNoHost();
    void whatOnlyPointsIsTalk_data();
    void whatOnlyPointsIsTalk();
    void aTargetBesideThePronounIsAskedAbout_data();
    void aTargetBesideThePronounIsAskedAbout();

private:
    Understanding hear(const QString &text, const QString &card, const QString &name, const QString &value) const
    {
        return understand(text, m_catalogue, m_vocabulary, {{card, {{name, value}}}});
    }

    Catalogue m_catalogue;
    Vocabulary m_vocabulary = test::sampleVocabulary();
};

void TstLanguageReference::theLineSaysWhich_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("card");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("said");
    const auto row = [](const QString &text, const QString &card, const QString &name, const QString &before,
                        const QString &command, const QString &said) {
        QTest::newRow(qPrintable(text)) << text << card << name << before << command << said;
    };
    const QString hash = u"275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f"_s;
    const QString old = u"d41d8cd98f00b204e9800998ecf8427e"_s;
    row(u"have we seen this hash before "_s + hash, u"indicator.search"_s, u"indicator"_s, old, u"indicator.search"_s,
        hash);
    row(u"is this cve fixed CVE-2025-1111 on db-01"_s, u"cve.show"_s, u"cve"_s, u"CVE-2024-3094"_s, u"fix.list"_s,
        u"CVE-2025-1111"_s);
    row(u"isolate this host db-01"_s, u"host.status"_s, u"host"_s, u"web-01"_s, u"host.isolate"_s, u"db-01"_s);
    row(u"block this address 203.0.113.7"_s, u"ip.lookup"_s, u"address"_s, u"198.51.100.2"_s, u"ip.block"_s,
        u"203.0.113.7"_s);
    row(u"封禁这个地址 203.0.113.7"_s, u"ip.lookup"_s, u"address"_s, u"198.51.100.2"_s, u"ip.block"_s,
        u"203.0.113.7"_s);
    // Where the line names none, the card does.
    row(u"isolate this host"_s, u"host.status"_s, u"host"_s, u"web-01"_s, u"host.isolate"_s, u"web-01"_s);
    row(u"这台主机谁登录过"_s, u"host.status"_s, u"host"_s, u"web-01"_s, u"host.logins"_s, u"web-01"_s);
}

void TstLanguageReference::theLineSaysWhich()
{
    QFETCH(QString, text);
    QFETCH(QString, card);
    QFETCH(QString, name);
    QFETCH(QString, before);
    QFETCH(QString, command);
    QFETCH(QString, said);
    const Understanding meant = hear(text, card, name, before);
    QCOMPARE(meant.intent, IntentKind::command);
    QCOMPARE(meant.command, command);
    QCOMPARE(meant.args.value(name).toString(), said);
    QVERIFY(!meant.args.contains(u"package"_s)); // "this cve" names none
}

void TstLanguageReference::anAlertOrAnIncidentIsNoHost_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text : {u"what is this alert about"_s, u"what is the state of this incident"_s,
                                u"这个告警是什么"_s, u"这个事件什么状态"_s, u"这个怎么用"_s})
        QTest::newRow(qPrintable(text)) << text;
}

void TstLanguageReference::anAlertOrAnIncidentIsNoHost()
{
    QFETCH(QString, text);
    const Understanding byHost = hear(text, u"host.status"_s, u"host"_s, u"web-01"_s);
    QVERIFY2(!byHost.args.contains(u"host"_s), qPrintable(byHost.command));
    const Understanding byAddress = hear(text, u"ip.lookup"_s, u"address"_s, u"203.0.113.7"_s);
    QVERIFY2(!byAddress.args.contains(u"address"_s), qPrintable(byAddress.command));
}

void TstLanguageReference::whatOnlyPointsIsTalk_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text : {u"look at this:"_s, u"check this out"_s, u"is it ok?"_s, u"is that so?"_s,
                                u"how does this work"_s, u"have you seen this"_s, u"看看这个"_s, u"看一下这个"_s})
        QTest::newRow(qPrintable(text)) << text;
}

void TstLanguageReference::whatOnlyPointsIsTalk()
{
    QFETCH(QString, text);
    QCOMPARE(hear(text, u"host.status"_s, u"host"_s, u"web-01"_s).intent, IntentKind::chatter);
    QCOMPARE(hear(text, u"ip.lookup"_s, u"address"_s, u"203.0.113.7"_s).intent, IntentKind::chatter);
}

void TstLanguageReference::aTargetBesideThePronounIsAskedAbout_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text : {u"isolate it before it spreads to db-01"_s, u"isolate this host before db-01 gets it"_s,
                                u"isolate that server, db-01 is next"_s, u"isolate this host, not db-01"_s})
        QTest::newRow(qPrintable(text)) << text;
}

void TstLanguageReference::aTargetBesideThePronounIsAskedAbout()
{
    QFETCH(QString, text);
    QVERIFY(hear(text, u"host.status"_s, u"host"_s, u"web-01"_s).intent != IntentKind::command);
}

WARDROOM_TEST(TstLanguageReference)
#include "tst_languagereference.moc"
