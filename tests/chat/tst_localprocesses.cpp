// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "localfixture.h"
#include "support/testmain.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTest>
#include <QThread>

using namespace wardroom;
using namespace wardroom::chat;
using namespace wardroom::test;
using namespace Qt::StringLiterals;

//! What several processes, threads and objects on one log do to each other, with kill -9 among it.
class TstLocalProcesses final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void twoProcessesSeeEachOtherWithinASecond();
    void nothingConfirmedIsLostOrDoubledByKilling();
    void oneOfEightProcessesWinsAClaim();
    void oneOfEightThreadsWinsAClaim();
    void oneOfEightObjectsWinsAClaim();

private:
    static std::unique_ptr<QProcess> child(const QStringList &arguments);
};

std::unique_ptr<QProcess> TstLocalProcesses::child(const QStringList &arguments)
{
    auto process = std::make_unique<QProcess>();
    process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process->start(QCoreApplication::applicationDirPath() + "/chat_child"_L1, arguments);
    return process;
}

void TstLocalProcesses::twoProcessesSeeEachOtherWithinASecond()
{
    LocalFixture fixture;
    const RoomId here = fixture.room(2);
    auto &platform = fixture.platform(0);
    Listener mine(platform);
    QVERIFY(wait(platform.start({})));
    const auto watcher = child({u"watch"_s, fixture.folder(), u"1"_s});
    QByteArray said;
    connect(watcher.get(), &QProcess::readyRead, this, [&] { said += watcher->readAll(); });
    QTRY_VERIFY_WITH_TIMEOUT(said.contains("ready"), 10'000);
    const auto sender = child({u"send"_s, fixture.folder(), u"0"_s, here.text(), u"1"_s});
    sender->waitForReadyRead(5'000);
    sender->kill();
    sender->waitForFinished();
    for (int i = 0; i < 5; ++i) {
        const auto sent = wait(platform.submit(words(here, u"across %1"_s.arg(i))));
        QVERIFY(sent);
        QTRY_VERIFY_WITH_TIMEOUT(said.contains("across " + QByteArray::number(i)), 1000);
    }
    QTRY_VERIFY_WITH_TIMEOUT(said.contains(" message 1\n"), 1000);
    QTRY_VERIFY_WITH_TIMEOUT(mine.inOrder(here).size() >= 6, 1000);
    watcher->kill();
    watcher->waitForFinished();
}

void TstLocalProcesses::nothingConfirmedIsLostOrDoubledByKilling()
{
    const int rounds = qEnvironmentVariableIntValue("WARDROOM_FULL") == 1 ? 200 : 20;
    LocalFixture fixture;
    const RoomId here = fixture.room(2);
    auto &reader = fixture.platform(1);
    Listener listener(reader);
    QVERIFY(wait(reader.start({})));
    QMap<int, EntryId> confirmed;
    for (int round = 0; round < rounds; ++round) {
        // It goes on with what it has no answer for, under the same transaction, as an outbox does.
        const int from = confirmed.isEmpty() ? 1 : confirmed.lastKey() + 1;
        const auto sender = child({u"send"_s, fixture.folder(), u"0"_s, here.text(), QString::number(from)});
        QVERIFY(sender->waitForReadyRead(10'000));
        QTest::qWait(QRandomGenerator::global()->bounded(40));
        sender->kill();
        QVERIFY(sender->waitForFinished());
        QCOMPARE(sender->exitStatus(), QProcess::CrashExit);
        const QStringList lines = QString::fromUtf8(sender->readAll()).split(u'\n');
        for (const QString &line : lines.mid(0, lines.size() - 1)) {
            const QStringList parts = line.split(u' ');
            QVERIFY2(parts.size() == 3 && parts.first() == u"confirmed"_s, qPrintable(line));
            const EntryId entry(parts.at(2));
            QVERIFY(!confirmed.contains(parts.at(1).toInt()));
            confirmed.insert(parts.at(1).toInt(), entry);
        }
    }
    QVERIFY(confirmed.size() >= rounds);
    QTRY_VERIFY_WITH_TIMEOUT(listener.hasAll(confirmed.values()), 10'000);
    // At most the last one is there without an answer; nothing else, and nothing twice.
    const auto all = listener.inOrder(here);
    QVERIFY(all.size() == confirmed.size() || all.size() == confirmed.size() + 1);
    for (int i = 0; i < all.size(); ++i) {
        QCOMPARE(listener.entry(all.at(i)).text, u"message %1"_s.arg(i + 1));
        if (confirmed.contains(i + 1))
            QCOMPARE(confirmed.value(i + 1), all.at(i));
    }
    qInfo("%d rounds, %d confirmed", rounds, int(confirmed.size()));
}

void TstLocalProcesses::oneOfEightProcessesWinsAClaim()
{
    LocalFixture fixture;
    for (int round = 0; round < 3; ++round) {
        std::vector<std::unique_ptr<QProcess>> children;
        for (int index = 0; index < 8; ++index)
            children.push_back(child({u"claim"_s, fixture.folder(), QString::number(index), u"op-%1"_s.arg(round)}));
        for (auto &each : children) {
            QVERIFY(each->waitForReadyRead(15'000));
            QCOMPARE(each->readLine(), "ready\n"_ba);
        }
        for (auto &each : children)
            each->write("\n");
        int won = 0;
        QSet<QByteArray> owners;
        for (auto &each : children) {
            QVERIFY(each->waitForFinished(15'000));
            const QByteArray answer = each->readAll().trimmed();
            QVERIFY(answer.startsWith("won ") || answer.startsWith("lost "));
            won += answer.startsWith("won ") ? 1 : 0;
            owners.insert(answer.mid(answer.indexOf(' ')));
        }
        QCOMPARE(won, 1);
        QCOMPARE(owners.size(), 1);
    }
}

void TstLocalProcesses::oneOfEightThreadsWinsAClaim()
{
    LocalFixture fixture;
    std::atomic<int> won[20] = {};
    std::atomic<int> lost[20] = {};
    std::vector<std::unique_ptr<QThread>> threads;
    for (int index = 0; index < 8; ++index) {
        threads.emplace_back(QThread::create([&fixture, &won, &lost, index] {
            LocalPlatform platform(fixture.options(index));
            for (int round = 0; round < 20; ++round) {
                const auto answer = wait(platform.claimOnce(u"op-%1"_s.arg(round)));
                won[round] += answer.claim == domain::Claim::won ? 1 : 0;
                lost[round] += answer.claim == domain::Claim::lost ? 1 : 0;
            }
        }));
        threads.back()->start();
    }
    for (auto &thread : threads)
        QVERIFY(thread->wait(60'000));
    for (int round = 0; round < 20; ++round) {
        QCOMPARE(won[round].load(), 1);
        QCOMPARE(lost[round].load(), 7);
    }
}

void TstLocalProcesses::oneOfEightObjectsWinsAClaim()
{
    LocalFixture fixture;
    for (int round = 0; round < 20; ++round) {
        std::vector<QCoro::Task<domain::ClaimAnswer>> asking;
        for (int index = 0; index < 8; ++index)
            asking.push_back(fixture.platform((index + round) % 8).claimOnce(u"op-%1"_s.arg(round)));
        int won = 0;
        int lost = 0;
        for (auto &each : asking) {
            const auto answer = wait(std::move(each));
            won += answer.claim == domain::Claim::won ? 1 : 0;
            lost += answer.claim == domain::Claim::lost ? 1 : 0;
        }
        QCOMPARE(won, 1);
        QCOMPARE(lost, 7);
    }
}

WARDROOM_TEST(TstLocalProcesses)
#include "tst_localprocesses.moc"
