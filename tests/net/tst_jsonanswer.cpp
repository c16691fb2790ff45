// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/jsonanswer.h"

#include "support/testmain.h"

#include <QJsonArray>
#include <QTest>

using namespace wardroom;
using namespace wardroom::net;
using namespace Qt::StringLiterals;

class TstJsonAnswer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBareNullIsAnAnswer() { QVERIFY(parsedJson(" null\n")->isNull()); }
    void whatIsNotJsonIsRefused()
    {
        for (const QByteArray bytes : {"", "<html>", "{\"a\":", "[1,2", "{} {}", "\"a\"", "\xff\xfe", "nul"})
            QVERIFY2(!parsedJson(bytes), bytes.constData());
    }
    void deepNestingIsRefusedAndDoesNotCrash()
    {
        QVERIFY(!parsedJson(QByteArray(10'000'000, '[')));
        QVERIFY(!parsedJson(QByteArray(65, '[') + QByteArray(65, ']')));
        QVERIFY(parsedJson(QByteArray(64, '[') + QByteArray(64, ']')));
    }
    void bracketsInsideStringsDoNotCount() { QVERIFY(parsedJson("[\"" + QByteArray(1000, '[') + "\\\"]\"]")); }
    void elementsAreTheExactBytes()
    {
        const QByteArray bytes = "[ {\"a\" : [1, 2], \"b\":\"],{\\\"\"},\n{\"c\":1.50} , 7]";
        QVERIFY(parsedJson(bytes));
        const QList<QByteArray> expected{"{\"a\" : [1, 2], \"b\":\"],{\\\"\"}", "{\"c\":1.50}", "7"};
        QCOMPARE(elementsOf(bytes), expected);
        QCOMPARE(elementsOf("[]"), QList<QByteArray>());
        QCOMPARE(elementsOf("null"), QList<QByteArray>());
        QCOMPARE(elementsOf("{\"a\":[1]}"), QList<QByteArray>());
    }
};

WARDROOM_TEST(TstJsonAnswer)
#include "tst_jsonanswer.moc"
