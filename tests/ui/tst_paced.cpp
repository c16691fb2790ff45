// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "ui/shell/paced.h"

#include <QTest>
#include <QThread>

using namespace wardroom::ui;

//! What a busy room asks for a hundred times a second is done once in a while, and never forgotten.
class TstPaced : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstIsDoneAtOnceAndTheLastOnceMore()
    {
        int wanted = 0, done = 0, sawWanted = 0;
        Paced paced([&] {
            ++done;
            sawWanted = wanted;
            QThread::msleep(20);
        });
        ++wanted;
        paced.want();
        QCOMPARE(done, 1);
        for (int i = 0; i < 50; ++i) {
            ++wanted;
            paced.want();
        }
        QCOMPARE(done, 1); // it took longer than half a frame
        QTRY_COMPARE_WITH_TIMEOUT(done, 2, 10'000);
        QCOMPARE(sawWanted, wanted);
        QTest::qWait(300);
        QCOMPARE(done, 2);
    }

    void whatIsQuicklyDoneHardlyWaits()
    {
        int done = 0;
        Paced paced([&] { ++done; });
        for (int i = 0; i < 5; ++i) {
            paced.want();
            QTest::qWait(1);
        }
        QVERIFY2(done >= 2, qPrintable(QString::number(done)));
    }

    void nowTakesWhatWasWantedWithIt()
    {
        int done = 0;
        Paced paced([&] {
            ++done;
            QThread::msleep(20);
        });
        paced.want();
        paced.want();
        paced.now();
        QCOMPARE(done, 2);
        QTest::qWait(2500);
        QCOMPARE(done, 2);
    }
};

WARDROOM_TEST(TstPaced)
#include "tst_paced.moc"
