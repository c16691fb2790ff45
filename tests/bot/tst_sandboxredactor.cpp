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
