// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/sandbox/redactor.h"
#include "support/testmain.h"

#include <QTest>
#include <QUrl>

using namespace wardroom;
using namespace wardroom::bot;
using namespace Qt::StringLiterals;

//! Secrets never leave a job, however it prints them.
class TstSandboxRedactor : public QObject
{
    Q_OBJECT

private:
    const QByteArray secret = "hunter2-\"q+/?ü-Zk9"_ba;

    static QByteArray longSecret() { return QByteArray("correct-horse-battery-staple-").repeated(4) + "9x"; }
    //! The secret's letters by number, every one or every second.
    QByteArray escaped(const char *format, int everySecond) const
    {
        QByteArray written;
        const QString text = QString::fromUtf8(secret);
        for (qsizetype i = 0; i < text.size(); ++i)
            written += everySecond && i % 2 && text[i] != u'"'
                           ? QString(text[i]).toUtf8()
                           : QString::asprintf(format, text[i].unicode()).toLatin1();
        return written;
    }

    static QByteArray inPieces(Redactor redactor, const QByteArray &text, qsizetype size)
    {
        QByteArray shown;
        for (qsizetype at = 0; at < text.size(); at += size)
            shown += redactor.take(text.mid(at, size));
        return shown + redactor.finish();
    }

private Q_SLOTS:
    void itIsFoundWhereverTheTextIsCut()
    {
        const QByteArray text = "before " + secret + " between " + secret + secret + " after";
        const Redactor redactor({secret});
        const QByteArray whole = redactor.clean(text);
        QCOMPARE(whole, "before [redacted] between [redacted][redacted] after"_ba);
        for (qsizetype size = 1; size <= text.size(); ++size)
            QCOMPARE(inPieces(redactor, text, size), whole);
    }

    void everyUsualWayOfWritingItIsFound()
    {
        const Redactor redactor({secret});
        for (const QByteArray &form : {secret.toHex(), secret.toHex().toUpper(),
                                       QUrl::toPercentEncoding(QString::fromUtf8(secret)), "hunter2-\\\"q+/?ü-Zk9"_ba})
            QVERIFY2(redactor.clean("x" + form + "y") == "x[redacted]y", form.constData());
    }

    void base64IsFoundWhereverItBegins()
    {
        const Redactor redactor({secret});
        for (int before = 0; before < 7; ++before)
            for (const auto alphabet : {QByteArray::Base64Encoding, QByteArray::Base64UrlEncoding}) {
                const QByteArray encoded = (QByteArray(before, 'p') + secret + "tail").toBase64(alphabet);
                for (qsizetype size : {qsizetype(1), qsizetype(5), encoded.size()}) {
                    const QByteArray shown = inPieces(redactor, encoded, size);
                    QVERIFY(shown.contains("[redacted]"));
                    // What is left of it, two letters at each end, says nothing of what is between.
                    QVERIFY(!QByteArray::fromBase64(shown, alphabet).contains(secret.mid(2, 6)));
                }
            }
    }

    void anyLetterMayBeEscaped_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::newRow("all by number") << escaped("\\u%04x", 0);
        QTest::newRow("every second by number") << escaped("\\u%04X", 1);
        QTest::newRow("as Python's json.dumps") << "hunter2-\\\"q+/?\\u00fc-Zk9"_ba;
        QTest::newRow("as PHP's json_encode") << "hunter2-\\\"q+\\/?\\u00fc-Zk9"_ba;
        QTest::newRow("as Python's repr") << "hunter2-\"q+/?\\xc3\\xbc-Zk9"_ba;
        QTest::newRow("as Python's quote") << "hunter2-%22q%2b/%3F%c3%bc-Zk9"_ba;
        QTest::newRow("base64 with escaped slashes")
            << "("_ba + ("xx" + secret).toBase64(QByteArray::OmitTrailingEquals).mid(3).replace("/", "\\/");
    }
    void anyLetterMayBeEscaped()
    {
        QFETCH(QByteArray, written);
        const Redactor redactor({secret});
        const QByteArray text = "{\"a\":\"" + written + "\"}\n";
        for (qsizetype size = 1; size <= text.size(); ++size) {
            const QByteArray shown = inPieces(redactor, text, size);
            QVERIFY2(shown.contains("[redacted]") && !shown.contains("k9") && shown.size() <= 24, shown.constData());
            QVERIFY2(shown.startsWith("{\"a\":\"") && shown.endsWith("\"}\n"), shown.constData()); // still JSON
        }
    }

    void aPairOfNumbersIsOneLetter()
    {
        const Redactor redactor({"key-\xf0\x9f\x94\x91-of-all"_ba});
        const QByteArray text = "<key-\\ud83d\\udd11-of-all>"_ba;
        for (qsizetype size = 1; size <= text.size(); ++size)
            QCOMPARE(inPieces(redactor, text, size), "<[redacted]>"_ba);
    }

    void whatOnlyBeginsLikeAnEscapeIsShownAsItCame()
    {
        const Redactor redactor({secret});
        for (const QByteArray &text : {"\\"_ba, "\\u00"_ba, "\\ud83d"_ba, "\\ud83d\\"_ba, "\\ud83dx"_ba, "100%"_ba,
                                       "5%a"_ba, "C:\\users\\x1g\\"_ba, "%%%zz%4"_ba})
            for (qsizetype size = 1; size <= text.size(); ++size)
                QCOMPARE(inPieces(redactor, text, size), text);
    }

    void brokenLinesMakeNoDifference_data()
    {
        QTest::addColumn<QByteArray>("encoded");
        QTest::addColumn<int>("width");
        QTest::addColumn<QByteArray>("lineEnd");
        const QByteArray base64 = ("user:" + longSecret()).toBase64();
        QTest::newRow("base64 as the program prints it") << base64 << 76 << "\n"_ba;
        QTest::newRow("base64 as in a mail") << base64 << 64 << "\r\n"_ba;
        QTest::newRow("base64 in a text of JSON") << base64 << 76 << "\\n"_ba;
        QTest::newRow("base64, indented") << base64 << 40 << "\n    "_ba;
        QTest::newRow("hexadecimal as xxd -p") << longSecret().toHex() << 60 << "\n"_ba;
        QTest::newRow("hexadecimal as od -tx1") << longSecret().toHex() << 2 << " "_ba;
        QTest::newRow("plain, folded") << longSecret() << 20 << "\n"_ba;
    }
    void brokenLinesMakeNoDifference()
    {
        QFETCH(QByteArray, encoded);
        QFETCH(int, width);
        QFETCH(QByteArray, lineEnd);
        QByteArray text = "begin\n";
        for (qsizetype at = 0; at < encoded.size(); at += width)
            text += encoded.mid(at, width) + lineEnd;
        text += "end\n";
        const Redactor redactor({longSecret()});
        for (qsizetype size : {qsizetype(1), qsizetype(2), qsizetype(7), qsizetype(77), text.size()}) {
            const QByteArray shown = inPieces(redactor, text, size);
            QVERIFY2(shown.startsWith("begin\n") && shown.endsWith("end\n"), shown.constData());
            // At most what tells nothing: the ends of base64 and less than four letters before a break.
            QVERIFY2(shown.contains("[redacted]") && shown.size() < 45, shown.constData());
        }
    }

    void aLineDoesNotWaitForWhatTellsNothing()
    {
        Redactor redactor({"hunter2-of-9f27"_ba});
        QCOMPARE(redactor.take("a cloth\n"), "a cloth\n"_ba); // ends in its first letter
        QCOMPARE(redactor.take("unter2-of-9f27\n"), "[redacted]\n"_ba);
        QCOMPARE(redactor.take("the hunt\n"), "the "_ba);
        QCOMPARE(redactor.take("er is late\n"), "hunt\ner is late\n"_ba);
    }

    void aSecretThatBeginsAsItEndsIsTakenOnce()
    {
        Redactor redactor({"hunter2-hunter2"_ba});
        QCOMPARE(inPieces(redactor, "a cloth\nunter2-hunter2\n"_ba, 99), "a clot[redacted]\n"_ba);
        QCOMPARE(redactor.take("a cloth\n"), "a cloth\n"_ba);
        const QByteArray shown = redactor.take("unter2-hunter2\n");
        QCOMPARE(shown + redactor.finish(), "[redacted]\n"_ba);
    }

    void aShortSecretIsNotFoundInWhatStandsApart()
    {
        const Redactor redactor({"stea"_ba});
        QCOMPARE(redactor.clean("les teas, a steak"), "les teas, a [redacted]k"_ba);
    }

    void ordinaryTextIsLeftAlone()
    {
        const Redactor redactor({secret, "abc"_ba, ""_ba});
        const QByteArray text = "hunter2 is no secret; abc is too short to be one\n"_ba;
        QCOMPARE(redactor.clean(text), text);
        QCOMPARE(inPieces(redactor, text, 3), text);
        QVERIFY(Redactor().isEmpty());
        QCOMPARE(Redactor().take(text), text);
    }

    void aLongerSecretThatBeginsLikeAnotherIsTakenWhole()
    {
        const Redactor redactor({"password"_ba, "password-of-root"_ba});
        QCOMPARE(redactor.clean("password-of-root, password"), "[redacted], [redacted]"_ba);
        for (qsizetype size = 1; size < 12; ++size)
            QVERIFY(!inPieces(redactor, "password-of-root!"_ba, size).contains("root"));
    }
};

WARDROOM_TEST(TstSandboxRedactor)
#include "tst_sandboxredactor.moc"
