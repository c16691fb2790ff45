// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/retrytable.h"

#include "support/testmain.h"

#include <QTest>

using namespace wardroom;
using namespace wardroom::net;
using std::chrono::milliseconds;

class TstRetryTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitsDoubleUpToTheLongest()
    {
        const Error error{ErrorKind::transient, {}, std::nullopt};
        QCOMPARE(retryDelay(error, 1, true), milliseconds(500));
        QCOMPARE(retryDelay(error, 2, true), milliseconds(1000));
        QCOMPARE(retryDelay(error, 100, true), milliseconds(30'000));
    }
    void whatMayHaveHappenedIsNotRepeated()
    {
        QVERIFY(!retryDelay({ErrorKind::timeout, {}, std::nullopt}, 1, false));
        QVERIFY(!retryDelay({ErrorKind::transient, {}, std::nullopt}, 1, false));
        QVERIFY(retryDelay({ErrorKind::rate, {}, std::nullopt}, 1, false));
    }
    void aWrongSecretIsNotTriedAgain()
    {
        for (const ErrorKind kind : {ErrorKind::auth, ErrorKind::forbidden, ErrorKind::invalid, ErrorKind::notFound})
            QVERIFY(!retryDelay({kind, {}, std::nullopt}, 1, true));
    }
    void theServersWishIsTheLeast()
    {
        QCOMPARE(retryDelay({ErrorKind::rate, {}, milliseconds(9000)}, 1, true), milliseconds(9000));
    }
    void retryAfterIsReadInBothForms()
    {
        QCOMPARE(parseRetryAfter("120", 0), milliseconds(120'000));
        QCOMPARE(parseRetryAfter("99999999999", 0), kLongestRetryAfter);
        QCOMPARE(parseRetryAfter("Thu, 01 Jan 1970 00:01:00 GMT", 30'000), milliseconds(30'000));
        QCOMPARE(parseRetryAfter("Thu, 01 Jan 1970 00:01:00 GMT", 90'000), milliseconds(0));
        QVERIFY(!parseRetryAfter("-1", 0));
        QVERIFY(!parseRetryAfter("soon", 0));
        QVERIFY(!parseRetryAfter("", 0));
    }
};

WARDROOM_TEST(TstRetryTable)
#include "tst_retrytable.moc"
