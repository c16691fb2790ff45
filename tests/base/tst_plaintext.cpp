// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/plaintext.h"
#include "support/testmain.h"

#include <QTest>

using namespace wardroom;
using namespace Qt::StringLiterals;

class TstPlainText : public QObject
{
    Q_OBJECT

    // Not QString::fromUcs4(), which takes U+FEFF for a byte order mark.
    static QString of(char32_t code)
    {
        const auto units = QChar::fromUcs4(code);
        return QStringView(units).toString();
    }

private Q_SLOTS:
    void ordinaryTextStaysAsItIs()
    {
        const QString text = u"Zoë: 看看日志 😀\n<b>not bold</b> שלום"_s;
        QCOMPARE(shownPlainly(text), text);
        QCOMPARE(shownPlainly({}), QString());
    }

    void whatDeceivesBecomesVisible()
    {
        for (const char32_t code : {0x202Eu, 0x2066u, 0x200Bu, 0x200Fu, 0x061Cu, 0x00ADu, 0xFEFFu, 0x206Au, 0x180Eu,
                                    0x2028u, 0x2029u, 0x3164u, 0x115Fu, 0x034Fu, 0xE0041u, 0xE0100u})
            QCOMPARE(shownPlainly(u"a"_s + of(code) + u"b"_s),
                     u"a⟨U+%1⟩b"_s.arg(QString::number(code, 16).toUpper().rightJustified(4, u'0')));
        QCOMPARE(shownPlainly(u"a\u001b[31m\u0007\r\u0085b"_s), u"a␦[31m␦␦␦b"_s);
        QCOMPARE(shownPlainly(u"a\tb\nc"_s), u"a b\nc"_s);
        QCOMPARE(shownPlainly(u"a"_s + QChar(0xD800) + u"b"_s), u"a⟨U+D800⟩b"_s);
    }

    void longTextIsCutAtAWholeCharacter()
    {
        QCOMPARE(shownPlainly(u"abcdef"_s, 3), u"abc…"_s);
        QCOMPARE(shownPlainly(u"abc"_s, 3), u"abc"_s);
        const QString cut = shownPlainly(u"ab😀😀"_s, 3);
        QCOMPARE(cut, u"ab😀…"_s);
        QVERIFY(cut.isValidUtf16());
        QVERIFY(shownPlainly(QString(10'000'000, QChar(0x202E)), 100).size() < 120);
    }

    void noCellIsAFormula()
    {
        for (const QString &start :
             {u"="_s, u"+"_s, u"-"_s, u"@"_s, u"\t"_s, u"\r"_s, u"\n"_s, u"＝"_s, u"＋"_s, u"－"_s, u"＠"_s})
            QCOMPARE(csvCell(start + u"1"_s), u"\"'"_s + start + u"1\""_s);
        QCOMPARE(csvCell(u"say \"hi\", twice\nhere"_s), u"\"say \"\"hi\"\", twice\nhere\""_s);
        QCOMPARE(csvCell({}), u"\"\""_s);
        QCOMPARE(csvCell(u"a=b"_s), u"\"a=b\""_s);
    }
};

WARDROOM_TEST(TstPlainText)
#include "tst_plaintext.moc"
