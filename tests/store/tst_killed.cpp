// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefixture.h"
#include "support/testmain.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QSet>

using namespace wardroom;
using namespace wardroom::test;
using namespace Qt::StringLiterals;

class TstKilled final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingConfirmedIsLostAndNothingIsDoubled();

private:
    void killOnce(const QString &path, int round, int afterMs);
    void check(store::Store &store);

    QHash<QByteArray, QSet<qint64>> m_confirmed;
};

void TstKilled::killOnce(const QString &path, int round, int afterMs)
{
    QProcess child;
    child.start(QStringLiteral(WARDROOM_STORE_CHILD), {path, QString::number(1'000'000 * (round + 1))});
    QVERIFY(child.waitForStarted());
    QVERIFY2(child.waitForReadyRead(20'000), child.readAllStandardError());
    QTest::qWait(afterMs);
    QCOMPARE(child.state(), QProcess::Running);
    child.kill(); // SIGKILL
    QVERIFY(child.waitForFinished());
    const QByteArray said = child.readAllStandardOutput();
    const QList<QByteArray> lines = said.first(said.lastIndexOf('\n') + 1).split('\n');
    for (const QByteArray &line : lines) {
        if (const QList<QByteArray> words = line.split(' '); words.size() == 2)
            m_confirmed[words[0]].insert(words[1].toLongLong());
    }
}

void TstKilled::check(store::Store &store)
{
    QHash<QString, int> typed;
    const auto waiting = soon(store.outbox());
    for (const auto &item : *waiting)
        ++typed[item.txn];
    for (const qint64 number : std::as_const(m_confirmed["typed"]))
        QVERIFY2(typed.contains(QString::number(number)), qPrintable(u"lost: typed %1"_s.arg(number)));
    for (const int times : std::as_const(typed))
        QCOMPARE(times, 1);
    QHash<QString, int> said;
    QSet<QString> edited;
    for (const auto &room : {u"a"_s, u"b"_s}) {
        for (qint64 after = 0;;) {
            const auto page = *soon(store.pageAfter(domain::RoomId(room), after, 5000));
            if (page.isEmpty())
                break;
            for (const auto &stored : page) {
                ++said[stored.entry.position.entry.text()];
                if (stored.entry.edited)
                    edited.insert(stored.entry.position.entry.text());
            }
            after = page.last().seq;
        }
    }
    for (const qint64 number : std::as_const(m_confirmed["said"]))
        QVERIFY2(said.contains(QString::number(number)), qPrintable(u"lost: said %1"_s.arg(number)));
    for (const int times : std::as_const(said))
        QCOMPARE(times, 1);
    for (const qint64 number : std::as_const(m_confirmed["edited"]))
        QVERIFY2(edited.contains(QString::number(number)), qPrintable(u"lost: edited %1"_s.arg(number)));
    const auto journal = *soon(store.values(u"journal/"_s));
    for (const qint64 number : std::as_const(m_confirmed["journal"]))
        QVERIFY2(journal.contains(u"journal/%1"_s.arg(number)), qPrintable(u"lost: journal %1"_s.arg(number)));
    for (const qint64 number : std::as_const(m_confirmed["blob"]))
        QVERIFY(soon(store.blob(Sha256::of(QByteArray::number(number).repeated(500)))));
    // The cursor never runs ahead of what it stands behind.
    QVERIFY(said.contains(QString::fromLatin1(*soon(store.cursor()))));
    const auto head = soon(store.verifyCustody());
    QVERIFY2(head.has_value(), head ? "" : qPrintable(head.error().message));
    QCOMPARE(head->count, said.size() + edited.size());
}

void TstKilled::nothingConfirmedIsLostAndNothingIsDoubled()
{
    const int rounds = qEnvironmentVariableIntValue("WARDROOM_FULL") == 1 ? 200 : 20;
    TempStore store;
    store.close();
    QRandomGenerator random(20'260'101);
    for (int round = 0; round < rounds; ++round) {
        killOnce(store.path(), round, random.bounded(2, 120));
        if (QTest::currentTestFailed())
            return;
        // Now and then somebody looks in between; otherwise the next one starts on what the last one left.
        if (round % 5 == 4 || round + 1 == rounds) {
            store.reopen();
            check(*store);
            store.close();
            if (QTest::currentTestFailed())
                return;
        }
    }
    qInfo("%d kills, %d typed and %d said were confirmed", rounds, int(m_confirmed["typed"].size()),
          int(m_confirmed["said"].size()));
    QVERIFY(m_confirmed["typed"].size() > rounds);
    QVERIFY(m_confirmed["blob"].size() > 0 && m_confirmed["edited"].size() > 0);
}

WARDROOM_TEST(TstKilled)
#include "tst_killed.moc"
