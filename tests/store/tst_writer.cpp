// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefixture.h"
#include "support/testmain.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <csignal>
#include <sys/resource.h>

using namespace wardroom;
using namespace wardroom::test;
using namespace Qt::StringLiterals;

//! The disk as full, for this process: files cannot grow beyond a size (setrlimit(2), RLIMIT_FSIZE).
class SmallDisk
{
public:
    explicit SmallDisk(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit now = m_before;
        now.rlim_cur = bytes;
        setrlimit(RLIMIT_FSIZE, &now);
    }
    ~SmallDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }
    Q_DISABLE_COPY_MOVE(SmallDisk)

private:
    rlimit m_before{};
};

class TstWriter final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void callersBeyondTheQueueWaitAndNothingIsLostOrReordered();
    void answersComeOnTheOwnersThread();
    void aFullDiskIsSaidAndWhatWaitsIsWrittenWhenItHasRoom();
    void aCallThatNeverFitsIsToldSo();
    void closingOnAFullDiskAnswersEveryCall();
    void oneCallThatCannotBeWrittenTakesNoOtherAlong();
    void twoStoresInOneProcessKnowNothingOfEachOther();
    void aClosedStoreHasAnsweredEveryCall();
};

namespace {

template <class T> QCoro::Task<> note(QCoro::Task<Result<T>> task, std::shared_ptr<QList<int>> order, int number)
{
    const auto result = co_await task;
    order->append(result ? number : -number);
}

} // namespace

void TstWriter::callersBeyondTheQueueWaitAndNothingIsLostOrReordered()
{
    TempStore store(8);
    const auto order = std::make_shared<QList<int>>();
    QList<int> expected;
    qsizetype longest = 0;
    for (int n = 1; n <= 3000; ++n) {
        note(store->setValue(u"k"_s, QByteArray::number(n)), order, n);
        longest = std::max(longest, store->queued());
        expected += n;
    }
    QTRY_COMPARE_WITH_TIMEOUT(order->size(), 3000, 60'000);
    QVERIFY2(longest <= 8, qPrintable(QString::number(longest)));
    QVERIFY(longest > 0);
    QCOMPARE(*order, expected);
    QCOMPARE(*soon(store->value(u"k"_s)), "3000"_ba);
}

void TstWriter::answersComeOnTheOwnersThread()
{
    TempStore store;
    QThread *thread = nullptr;
    const auto ask = [&]() -> QCoro::Task<> {
        co_await store->setValue(u"k"_s, "v");
        co_await store->value(u"k"_s);
        thread = QThread::currentThread();
    };
    QCoro::waitFor(ask());
    QCOMPARE(thread, QThread::currentThread());
}

void TstWriter::aFullDiskIsSaidAndWhatWaitsIsWrittenWhenItHasRoom()
{
    TempStore store;
    QVERIFY(soon(store->setValue(u"before"_s, "kept")));
    QSignalSpy degraded(&*store, &store::Store::degraded);
    QSignalSpy recovered(&*store, &store::Store::recovered);
    const auto order = std::make_shared<QList<int>>();
    QList<int> expected;
    {
        const SmallDisk full(600'000);
        for (int n = 1; n <= 20; ++n) {
            note(store->ingest({entryOf(u"r"_s, n, QString(100'000, u'x'))}, QByteArray::number(n)), order, n);
            expected += n;
        }
        QTRY_COMPARE_WITH_TIMEOUT(degraded.size(), 1, 20'000);
        QCOMPARE(store->health(), store::StoreHealth::degraded);
        QVERIFY(!degraded.first().first().toString().isEmpty());
        QTest::qWait(300);
        QVERIFY(order->size() < 20); // not answered what is not written
        QCOMPARE(recovered.size(), 0);
        QCOMPARE(*soon(store->value(u"before"_s)), "kept"_ba); // reading goes on
    }
    QTRY_COMPARE_WITH_TIMEOUT(recovered.size(), 1, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(order->size(), 20, 20'000);
    QCOMPARE(*order, expected);
    QCOMPARE(store->health(), store::StoreHealth::good);
    QCOMPARE(degraded.size(), 1);
    QCOMPARE(soon(store->pageBefore(domain::RoomId(u"r"_s), 0, 100))->size(), 20);
    QCOMPARE(soon(store->verifyCustody())->count, 20);
    QCOMPARE(*soon(store->cursor()), "20"_ba);
}

void TstWriter::aCallThatNeverFitsIsToldSo()
{
    TempStore store(4096, 400);
    QVERIFY(soon(store->setValue(u"k"_s, "v")));
    {
        const SmallDisk full(400'000);
        const auto refused = soon(store->ingest({entryOf(u"r"_s, 1, QString(900'000, u'x'))}, "c"));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::storage);
        const auto blob = soon(store->putBlob(QByteArray(900'000, 'x')));
        QVERIFY(!blob);
        QCOMPARE(blob.error().kind, ErrorKind::storage);
    }
    QVERIFY(soon(store->pageBefore(domain::RoomId(u"r"_s), 0, 5))->isEmpty());
    QVERIFY(soon(store->cursor())->isEmpty());
    QCOMPARE(soon(store->ingest({entryOf(u"r"_s, 1, u"small"_s)}, {}))->first().seq, 1); // the thread lives
    QVERIFY(soon(store->putBlob(QByteArray(900'000, 'x'))));
}

void TstWriter::closingOnAFullDiskAnswersEveryCall()
{
    TempStore store;
    const auto order = std::make_shared<QList<int>>();
    {
        const SmallDisk full(400'000);
        for (int n = 1; n <= 5; ++n)
            note(store->ingest({entryOf(u"r"_s, n, QString(900'000, u'x'))}, {}), order, n);
        QTest::qWait(100);
        QElapsedTimer timer;
        timer.start();
        store.close();
        QVERIFY(timer.elapsed() < 30'000);
    }
    QTRY_COMPARE(*order, QList<int>({-1, -2, -3, -4, -5}));
    store.reopen();
    QVERIFY(soon(store->verifyCustody()));
    QVERIFY(soon(store->pageBefore(domain::RoomId(u"r"_s), 0, 5))->isEmpty());
}

void TstWriter::oneCallThatCannotBeWrittenTakesNoOtherAlong()
{
    TempStore store;
    QVERIFY(tamper(store.path(), "CREATE TRIGGER poison BEFORE INSERT ON entries WHEN new.text = 'poison' "
                                 "BEGIN SELECT RAISE(ABORT, 'no'); END"));
    const auto order = std::make_shared<QList<int>>();
    QSignalSpy degraded(&*store, &store::Store::degraded);
    for (int n = 1; n <= 30; ++n)
        note(store->ingest({entryOf(u"r"_s, n, n == 7 ? u"poison"_s : u"good"_s)}, {}), order, n);
    QTRY_COMPARE(order->size(), 30);
    QCOMPARE(order->count(-7), 1);
    QCOMPARE(soon(store->pageBefore(domain::RoomId(u"r"_s), 0, 100))->size(), 29);
    QCOMPARE(soon(store->verifyCustody())->count, 29);
    QCOMPARE(degraded.size(), 0);
}

void TstWriter::twoStoresInOneProcessKnowNothingOfEachOther()
{
    TempStore one;
    auto two = std::make_unique<TempStore>();
    soon(one->ingest({entryOf(u"r"_s, 1, u"mine"_s)}, "1"));
    soon((*two)->ingest({entryOf(u"r"_s, 1, u"yours"_s)}, "2"));
    QCOMPARE(soon(one->search(u"yours"_s, {}, 5))->size(), 0);
    QCOMPARE(soon((*two)->search(u"yours"_s, {}, 5))->size(), 1);
    two.reset();
    QVERIFY(soon(one->ingest({entryOf(u"r"_s, 2, u"still here"_s)}, {})));
}

void TstWriter::aClosedStoreHasAnsweredEveryCall()
{
    TempStore store;
    const auto order = std::make_shared<QList<int>>();
    for (int n = 1; n <= 200; ++n)
        note(store->ingest({entryOf(u"r"_s, n, u"x"_s)}, {}), order, n);
    for (int n = 1001; n <= 1050; ++n)
        note(store->verifyCustody(), order, n);
    store.close();
    QTRY_COMPARE(order->size(), 250);
    for (int n = 1; n <= 200; ++n)
        QVERIFY(order->contains(n)); // what was queued is written before it closes
    store.reopen();
    QCOMPARE(soon(store->verifyCustody())->count, 200);
}

WARDROOM_TEST(TstWriter)
#include "tst_writer.moc"
