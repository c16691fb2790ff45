// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A real CrowdSec, unpacked and run privately: real log lines in, real alerts and bans out.
#include "connectors/alertintake.h"
#include "connectors/crowdsec/crowdsectool.h"

#include "connectors/fakeports.h"
#include "support/testmain.h"

#include <QCoroTask>
#include <QDir>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace wardroom;
using namespace wardroom::connectors;
using namespace wardroom::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TstCrowdSecReal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void anAttackBecomesOneCard();
    void whatIsDescribedIsExact();
    void aBlockIsReadBackAndUndone();
    void unblockingAnAddressLeavesTheRangeBlocked();
    void aBlockEndsByItself();
    void aWrongPasswordIsSaidPlainly();
    void moreOfTheSameAttackCountsUp();
    void aRestartRaisesNoSecondCard();

private:
    QByteArray run(const QStringList &arguments, int seconds = 60);
    QJsonObject perform(const QString &action, const QJsonObject &args);
    void attack(int lines)
    {
        run({u"attack"_s, u"--log"_s, m_log, u"--address"_s, u"203.0.113.7"_s, u"--lines"_s, QString::number(lines)});
    }
    std::optional<KnownAlert> known(const QString &fingerprint) const;

    QTemporaryDir m_folder;
    QString m_log;
    SystemClock m_clock;
    net::Transport m_transport{m_clock};
    FakeSecrets m_secrets;
    FakeOut m_out;
    FakeCustody m_custody;
    CrowdSecSettings m_settings;
    std::unique_ptr<CrowdSecTool> m_tool;
    std::unique_ptr<AlertIntake> m_intake;
    QElapsedTimer m_sinceAttack;
    bool m_isUp = false;
};

QByteArray TstCrowdSecReal::run(const QStringList &arguments, int seconds)
{
    QProcess process;
    process.start(QStringLiteral(WARDROOM_SOURCE_DIR) + u"/resources/crowdsec/private-crowdsec"_s, arguments);
    if (!process.waitForFinished(seconds * 1000) || process.exitCode() != 0) {
        qWarning() << arguments.first() << process.readAllStandardError();
        return {};
    }
    return process.readAllStandardOutput();
}

void TstCrowdSecReal::initTestCase()
{
    const QString cache =
        qEnvironmentVariable("WARDROOM_CACHE", QDir::homePath() + u"/.cache/wardroom-tests"_s) + u"/crowdsec"_s;
    if (run({u"prepare"_s, u"--into"_s, cache}, 300).isEmpty())
        QSKIP("Debian's package crowdsec could not be fetched: no network and nothing cached.");
    m_log = m_folder.filePath(u"auth.log"_s);
    const auto started = QJsonDocument::fromJson(run({u"start"_s, u"--unpacked"_s, cache, u"--run"_s,
                                                      m_folder.filePath(u"run"_s), u"--log"_s, m_log}))
                             .object();
    QVERIFY(!started.isEmpty());
    m_isUp = true;
    const auto fileText = [&](QLatin1String key) {
        QFile file(started.value(key).toString());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    m_secrets.values = {{u"crowdsec.machine"_s, fileText("password_file"_L1)},
                        {u"crowdsec.bouncer"_s, fileText("bouncer_key_file"_L1)}};
    m_settings.url = QUrl(started.value("url"_L1).toString());
    m_settings.machine = started.value("machine"_L1).toString();
    m_settings.pollEvery = 200ms;
    m_tool = std::make_unique<CrowdSecTool>(m_settings, m_transport, m_secrets, m_clock);
    IntakeRules rules;
    rules.room = domain::RoomId(u"alerts"_s);
    m_intake = std::make_unique<AlertIntake>(
        m_out, m_custody, m_clock, [this](const QString &f) { return known(f); }, rules);
    connect(m_tool.get(), &SecurityTool::alertSeen, m_intake.get(),
            [this](const RawAlert &alert) { QVERIFY(m_intake->offer({alert})); });
    const auto listening = QCoro::waitFor(m_tool->start());
    QVERIFY2(listening, listening ? "" : qPrintable(listening.error().message));
    QTest::qWait(600);
    QVERIFY(m_out.said.isEmpty()); // an empty list is null
}

void TstCrowdSecReal::cleanupTestCase()
{
    m_tool.reset();
    if (m_isUp)
        run({u"stop"_s, u"--run"_s, m_folder.filePath(u"run"_s)});
}

std::optional<KnownAlert> TstCrowdSecReal::known(const QString &fingerprint) const
{
    if (m_out.raised().isEmpty() || m_out.raised().first().fingerprint != fingerprint)
        return std::nullopt;
    const domain::AlertRaised raised = m_out.raised().first();
    return KnownAlert{m_out.said.first().id, raised.first,
                      m_out.grouped().isEmpty() ? raised.last : m_out.grouped().last().last, m_out.count(), false};
}

QJsonObject TstCrowdSecReal::perform(const QString &action, const QJsonObject &args)
{
    const auto done = QCoro::waitFor(m_tool->perform(action, args));
    if (!done)
        qWarning() << action << done.error().message;
    return done.value_or(QJsonObject());
}

void TstCrowdSecReal::anAttackBecomesOneCard()
{
    attack(12);
    m_sinceAttack.start();
    QTRY_COMPARE_WITH_TIMEOUT(m_out.raised().size(), 1, 15'000);
    QTRY_VERIFY_WITH_TIMEOUT(m_out.count() >= 2, 10'000); // several scenarios saw the same attack
    QTest::qWait(1000);
    QCOMPARE(m_out.raised().size(), 1);
    const domain::AlertRaised raised = m_out.raised().first();
    QCOMPARE(raised.tool, u"crowdsec"_s);
    QCOMPARE(raised.source, u"203.0.113.7"_s);
    QCOMPARE(raised.target, u"practice-01"_s);
    QCOMPARE(raised.severity, domain::AlertSeverity::high);
    QVERIFY(raised.title.contains(u"203.0.113.7"_s));
    QVERIFY2(raised.detail.contains(u"root"_s), qPrintable(raised.detail));
    QVERIFY2(raised.detail.contains(u"event"_s) && raised.detail.contains(u"(crowdsecurity/ssh-"_s),
             qPrintable(raised.detail));
    QVERIFY2(!raised.detail.contains(u"+0000"_s), "a time with nine digits is not for people");
    QVERIFY(qAbs(raised.first - m_clock.nowMs()) < 60'000 && raised.last >= raised.first);
    const QByteArray raw = m_custody.kept.value(raised.raw.hex());
    QVERIFY(raw.contains("crowdsecurity/ssh"));
    QVERIFY(QJsonDocument::fromJson(raw).isObject());
}

void TstCrowdSecReal::whatIsDescribedIsExact()
{
    const QJsonObject args{{u"address"_s, u"198.51.100.9"_s}, {u"duration"_s, u"4h"_s}, {u"reason"_s, u"SSH"_s}};
    const auto block = m_tool->describe(u"block"_s, args);
    QVERIFY(block);
    QCOMPARE(block->method, u"POST"_s);
    QCOMPARE(block->url, m_settings.url.toString() + u"/v1/alerts"_s);
    const QJsonObject decision = block->body.value("decisions"_L1).toArray().at(0).toObject();
    QCOMPARE(decision.value("value"_L1).toString(), u"198.51.100.9"_s);
    QCOMPARE(decision.value("duration"_L1).toString(), u"4h"_s);
    QCOMPARE(m_tool->describe(u"block"_s, args)->body, block->body); // nothing in it depends on when it is asked
    QCOMPARE(m_tool->describe(u"unblock"_s, args)->url,
             m_settings.url.toString() + u"/v1/decisions?ip=198.51.100.9&contains=false"_s);
    for (const QString &wrong : {u""_s, u"0.0.0.0"_s, u"127.1"_s, u"1"_s, u"::"_s, u"x"_s, u"1.2.3.4&ip="_s,
                                 u"0.0.0.0/0"_s, u"fe80::1%eth0"_s}) {
        for (const QString &action : m_tool->actions())
            QVERIFY2(!m_tool->describe(action, {{u"address"_s, wrong}}), qPrintable(wrong));
    }
    for (const QJsonValue &wrong :
         {QJsonValue(u"4"_s), QJsonValue(u"-4h"_s), QJsonValue(0), QJsonValue(u"9999d"_s), QJsonValue(u"4h;"_s)})
        QVERIFY(!m_tool->describe(u"block"_s, {{u"address"_s, u"198.51.100.9"_s}, {u"duration"_s, wrong}}));
    QVERIFY(!m_tool->describe(u"format-disk"_s, args));
}

void TstCrowdSecReal::aBlockIsReadBackAndUndone()
{
    const QJsonObject who{{u"address"_s, u"198.51.100.9"_s}};
    QCOMPARE(perform(u"check"_s, who).value("active"_L1), QJsonValue(false));
    const auto said = m_out.said.size();
    const QJsonObject blocked = perform(u"block"_s, {{u"address"_s, u"198.51.100.9"_s}, {u"duration"_s, u"4h"_s}});
    QVERIFY(!blocked.value("alert"_L1).toString().isEmpty());
    const QJsonObject read = perform(u"check"_s, who);
    QCOMPARE(read.value("active"_L1), QJsonValue(true));
    QCOMPARE(read.value("type"_L1).toString(), u"ban"_s);
    QCOMPARE(read.value("origin"_L1).toString(), u"wardroom"_s);
    QVERIFY(qAbs(read.value("until"_L1).toInteger() - (m_clock.nowMs() + 4 * 3'600'000)) < 10'000);
    QCOMPARE(perform(u"unblock"_s, who).value("deleted"_L1).toInt(), 1);
    QCOMPARE(perform(u"check"_s, who).value("active"_L1), QJsonValue(false));
    QTest::qWait(800);
    QCOMPARE(m_out.said.size(), said); // our own block is no alert
}

void TstCrowdSecReal::unblockingAnAddressLeavesTheRangeBlocked()
{
    perform(u"block"_s, {{u"address"_s, u"192.0.2.0/24"_s}, {u"duration"_s, u"1h"_s}});
    perform(u"block"_s, {{u"address"_s, u"192.0.2.5"_s}, {u"duration"_s, u"1h"_s}});
    QCOMPARE(perform(u"check"_s, {{u"address"_s, u"192.0.2.5"_s}}).value("decisions"_L1).toInt(), 2);
    QCOMPARE(perform(u"unblock"_s, {{u"address"_s, u"192.0.2.5"_s}}).value("deleted"_L1).toInt(), 1);
    QCOMPARE(perform(u"check"_s, {{u"address"_s, u"192.0.2.77"_s}}).value("active"_L1), QJsonValue(true));
    perform(u"unblock"_s, {{u"address"_s, u"192.0.2.0/24"_s}});
    QCOMPARE(perform(u"check"_s, {{u"address"_s, u"192.0.2.77"_s}}).value("active"_L1), QJsonValue(false));
    perform(u"block"_s, {{u"address"_s, u"2001:db8::7"_s}, {u"duration"_s, u"1h"_s}});
    QCOMPARE(perform(u"check"_s, {{u"address"_s, u"2001:DB8:0::7"_s}}).value("active"_L1), QJsonValue(true));
}

void TstCrowdSecReal::aBlockEndsByItself()
{
    const QJsonObject who{{u"address"_s, u"198.51.100.10"_s}};
    perform(u"block"_s, {{u"address"_s, u"198.51.100.10"_s}, {u"duration"_s, u"2s"_s}});
    QCOMPARE(perform(u"check"_s, who).value("active"_L1), QJsonValue(true));
    QTest::qWait(2500);
    QCOMPARE(perform(u"check"_s, who).value("active"_L1), QJsonValue(false));
}

void TstCrowdSecReal::aWrongPasswordIsSaidPlainly()
{
    FakeSecrets wrong;
    wrong.values = {{u"crowdsec.machine"_s, "wrong"}, {u"crowdsec.bouncer"_s, "wrong"}};
    CrowdSecTool tool(m_settings, m_transport, wrong, m_clock);
    QStringList sentences;
    connect(&tool, &SecurityTool::healthChanged, this, [&](bool well, const QString &sentence) {
        QVERIFY(!well);
        sentences.append(sentence);
    });
    const auto started = QCoro::waitFor(tool.start());
    QVERIFY(!started);
    QCOMPARE(started.error().kind, ErrorKind::auth);
    QVERIFY(sentences.size() == 1 && sentences.first().contains(u"cscli"_s) && !sentences.first().contains(u"wrong"_s));
    const auto checked = QCoro::waitFor(tool.perform(u"check"_s, {{u"address"_s, u"198.51.100.10"_s}}));
    QCOMPARE(checked.error().kind, ErrorKind::auth);
}

void TstCrowdSecReal::moreOfTheSameAttackCountsUp()
{
    // The hub's ssh-bf says nothing of the same source for a minute ("blackhole: 1m").
    while (m_sinceAttack.elapsed() < 62'000)
        QTest::qWait(500);
    const qint64 before = m_out.count();
    attack(500);
    QTRY_VERIFY_WITH_TIMEOUT(m_out.count() > before, 20'000);
    QTest::qWait(3000);
    QCOMPARE(m_out.raised().size(), 1);
    for (const domain::AlertGrouped &grouped : m_out.grouped())
        QCOMPARE(grouped.alert, m_out.said.first().id);
    QVERIFY(m_out.grouped().last().last > m_out.raised().first().last);
}

void TstCrowdSecReal::aRestartRaisesNoSecondCard()
{
    const auto said = m_out.said.size();
    m_tool.reset();
    IntakeRules rules;
    rules.room = domain::RoomId(u"alerts"_s);
    m_intake = std::make_unique<AlertIntake>(
        m_out, m_custody, m_clock, [this](const QString &f) { return known(f); }, rules);
    CrowdSecTool again(m_settings, m_transport, m_secrets, m_clock);
    int heard = 0;
    connect(&again, &SecurityTool::alertSeen, this, [&](const RawAlert &alert) {
        ++heard;
        QVERIFY(m_intake->offer({alert}));
    });
    QVERIFY(QCoro::waitFor(again.start()));
    QTest::qWait(3000);
    QVERIFY(heard >= 2);
    QCOMPARE(m_out.said.size(), said);
}

WARDROOM_TEST(TstCrowdSecReal)
#include "tst_crowdsecreal.moc"
