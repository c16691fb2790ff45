// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/canonicaljson.h"
#include "base/canonicalscan.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <random>

using namespace wardroom;
using namespace Qt::StringLiterals;

//! RFC 8785's own examples where they hold whole numbers and text; what Wardroom leaves out must be refused.
class TstCanonicalJson : public QObject
{
    Q_OBJECT

    static QByteArray written(const QByteArray &json)
    {
        return canonicalJson(QJsonDocument::fromJson(json).object()).value_or("refused");
    }

private Q_SLOTS:
    void keysAreSortedByUtf16CodeUnits()
    {
        // RFC 8785 §3.2.3
        const QByteArray given =
            R"({"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh",
            "1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"})";
        const QByteArray sorted =
            QByteArray("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"") + QString(QChar(0x80)).toUtf8() +
            "\":\"Control\",\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\",\"😀\":\"Emoji: Grinning "
            "Face\",\"\xEF\xAC\xB3\":\"Hebrew Letter Dalet With Dagesh\"}";
        QCOMPARE(written(given), sorted);
    }

    void textAndLiteralsAreWrittenAsTheRfcWritesThem()
    {
        // RFC 8785 §3.2.2 and §3.2.4, without its fractions
        // (ordinary literals: moc loses its way in these as raw ones)
        const QByteArray given =
            "{\"string\":\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\",\"literals\":[null,true,false]}";
        const QByteArray expected = "{\"literals\":[null,true,false],\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}";
        QCOMPARE(written(given), expected);
        QCOMPARE(written(R"({"a":"\u0000\u0008\u0009\u000c\u001f\u007f"})"),
                 QByteArray("{\"a\":\"\\u0000\\b\\t\\f\\u001f\x7f\"}"));
        QCOMPARE(written(R"({"b":[1,{"d":4,"c":[]}],"a":{}})"), QByteArray(R"({"a":{},"b":[1,{"c":[],"d":4}]})"));
    }

    void wholeNumbersAreTheOnlyNumbers_data()
    {
        // RFC 8785 appendix B: what is whole and exact is written so, everything else is refused.
        QTest::addColumn<QByteArray>("given");
        QTest::addColumn<QByteArray>("expected");
        const QList<std::pair<QByteArray, QByteArray>> rows{{"0", "0"},
                                                            {"-0", "0"},
                                                            {"1e3", "1000"},
                                                            {"9007199254740991", "9007199254740991"},
                                                            {"-9007199254740991", "-9007199254740991"},
                                                            {"9007199254740992", "refused"},
                                                            {"-9007199254740992", "refused"},
                                                            {"9007199254740994", "refused"},
                                                            {"9223372036854775807", "refused"},
                                                            {"5e-324", "refused"},
                                                            {"1.7976931348623157e308", "refused"},
                                                            {"333333333.3333333", "refused"},
                                                            {"1e23", "refused"},
                                                            {"0.000001", "refused"}};
        for (const auto &[given, expected] : rows)
            QTest::addRow("%s", given.constData()) << given << expected;
    }
    void wholeNumbersAreTheOnlyNumbers()
    {
        QFETCH(QByteArray, given);
        QFETCH(QByteArray, expected);
        const QByteArray out = written("{\"n\":" + given + "}");
        QCOMPARE(out, expected == "refused" ? expected : "{\"n\":" + expected + "}");
    }

    void whatIsNotCanonicalIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addRow("space") << QByteArray(R"({"a": 1})");
        QTest::addRow("line break behind") << QByteArray("{\"a\":1}\n");
        QTest::addRow("key twice") << QByteArray(R"({"a":1,"a":1})");
        QTest::addRow("order") << QByteArray(R"({"b":1,"a":1})");
        QTest::addRow("order by UTF-8") << QByteArray("{\"\xEF\xAC\xB3\":1,\"😀\":1}");
        QTest::addRow("escape") << QByteArray(R"({"a":"\u0041"})");
        QTest::addRow("slash") << QByteArray(R"({"a":"\/"})");
        QTest::addRow("capital hexadecimal") << QByteArray(R"({"a":"\u000F"})");
        QTest::addRow("minus zero") << QByteArray(R"({"a":-0})");
        QTest::addRow("fraction") << QByteArray(R"({"a":1.0})");
        QTest::addRow("exponent") << QByteArray(R"({"a":1e0})");
        QTest::addRow("leading zero") << QByteArray(R"({"a":01})");
        QTest::addRow("lone surrogate") << QByteArray(R"({"a":"\ud800"})");
        QTest::addRow("bad UTF-8") << QByteArray("{\"a\":\"\xff\"}");
        QTest::addRow("overlong UTF-8") << QByteArray("{\"a\":\"\xc0\xaf\"}");
        QTest::addRow("byte order mark") << QByteArray("\xEF\xBB\xBF{\"a\":1}");
        QTest::addRow("byte order mark in a text") << QByteArray("{\"a\":\"\xEF\xBB\xBFx\"}");
        QTest::addRow("byte order mark in a key") << QByteArray("{\"\xEF\xBB\xBF"
                                                                "a\":1,\"b\":2,\"\xC3\xA9\":{}}");
        QTest::addRow("zero byte behind") << QByteArray("{\"a\":1}\0", 8);
        QTest::addRow("list") << QByteArray("[1]");
        QTest::addRow("nothing") << QByteArray();
        QTest::addRow("65 deep") << "{\"a\":" + QByteArray(65, '[') + QByteArray(65, ']') + "}";
        QTest::addRow("100,000 deep") << "{\"a\":" + QByteArray(100000, '[') + QByteArray(100000, ']') + "}";
    }
    void whatIsNotCanonicalIsRefused()
    {
        QFETCH(QByteArray, bytes);
        const Result<QJsonObject> parsed = parseCanonical(bytes);
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().kind, ErrorKind::invalid);
        QVERIFY(!parsed.error().message.isEmpty());
    }

    void aByteOrderMarkInFrontIsNoPartOfAText()
    {
        const QJsonObject object{{u"a"_s, u"\uFEFF\uFEFFpasted \uFEFFtext"_s}};
        const QByteArray bytes = canonicalJson(object).value_or("refused");
        QCOMPARE(bytes, "{\"a\":\"pasted \xEF\xBB\xBFtext\"}"_ba);
        QCOMPARE(canonicalJson(*parseCanonical(bytes)).value_or("refused"), bytes);
    }

    void whatIsTakenWithoutWritingItAgainIsWhatWouldBeWritten()
    {
        // Changes a byte here and there in canonical texts: most results are not JSON, some are not canonical, some
        // are. (ordinary literals: moc loses its way in these as raw ones)
        const QList<QByteArray> texts{
            "{\"\":0,\"a\":\"\\u000b\\n\\\"\\\\\",\"b\":[-1,0,1,{\"c\":[],\"d\":{}}],\"e\":null,"
            "\"f\":[true,false],\"g\":9007199254740991}",
            "{\"1\":\"日志\",\"\xc3\xb6\":1,\"\xe2\x82\xac\":2,\"\xf0\x9f\x98\x80\":3,\"\xef\xac\xb3\":4}",
            "{\"\\n\":1,\"\\r\":2,\"\\u001f\":[10,-20],\"\\\"\":{\"A\":0,\"a\":0},\"\\\\\":\"x\"}"};
        static const QByteArray spice = "{}[]\",:\\ u0123456789abcdefn-+.eE\x7f\x01\xc3\xb6\xed\xa0\x80tr";
        std::mt19937 random(20261123);
        const auto below = [&](qsizetype n) { return static_cast<qsizetype>(random() % static_cast<unsigned>(n)); };
        int taken = 0;
        for (int round = 0; round < 60'000; ++round) {
            QByteArray bytes = texts.at(below(texts.size()));
            for (qsizetype change = below(3); change >= 0; --change) {
                const qsizetype at = below(bytes.size());
                switch (below(3)) {
                case 0: bytes[at] = spice.at(below(spice.size())); break;
                case 1: bytes.insert(at, spice.at(below(spice.size()))); break;
                default: bytes.remove(at, 1); break;
                }
            }
            const QJsonDocument document = QJsonDocument::fromJson(bytes);
            const bool same = document.isObject() && canonicalJson(document.object()).value_or("refused") == bytes;
            QVERIFY2(isCanonicalObject(bytes) == same, bytes.constData());
            taken += same ? 1 : 0;
        }
        QVERIFY(taken > 1000);
        for (const QByteArray &text : texts)
            QVERIFY2(isCanonicalObject(text), text.constData());
        QVERIFY(isCanonicalObject("{\"a\":" + QByteArray(64, '[') + QByteArray(64, ']') + "}"));
        QVERIFY(!isCanonicalObject("{\"a\":" + QByteArray(64, '[') + "0" + QByteArray(64, ']') + "}"));
    }

    void whatIsWrittenIsReadBackAndWrittenTheSame()
    {
        const QByteArray bytes = R"({"a":"日志","b":[-1,0,1],"c":{"d":null,"e":true}})";
        const Result<QJsonObject> parsed = parseCanonical(bytes);
        QVERIFY(parsed);
        QCOMPARE(canonicalJson(*parsed).value(), bytes);
        QVERIFY(parseCanonical("{\"a\":" + QByteArray(60, '[') + QByteArray(60, ']') + "}"));
        QVERIFY(!canonicalJson(QJsonObject{{u"a"_s, QString(QChar(0xd800))}}));
        QVERIFY(!canonicalJson(QJsonObject{{QString(QChar(0xdc00)), 1}}));
        QVERIFY(!canonicalJson(QJsonValue(QJsonValue::Undefined)));
    }
};

WARDROOM_TEST(TstCanonicalJson)
#include "tst_canonicaljson.moc"
