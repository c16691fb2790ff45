// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/filename.h"
#include "support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace wardroom;

//! File names that strangers chose.
class TstFileName : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void harmlessNamesStayAsTheyAre()
    {
        for (const QString &name : {u"report.pdf"_s, u"Screenshot 2026-11-30 at 02.14.png"_s, u"日志 2.txt"_s,
                                    u"Größe_(2).csv"_s, u"a-b.log"_s})
            QCOMPARE(neutralFileName(name), name);
    }

    void nothingButTheLastPartOfAPathIsLeft_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("neutral");
        QTest::newRow("up and away") << u"../../.ssh/authorized_keys"_s << u"authorized_keys"_s;
        QTest::newRow("absolute") << u"/etc/passwd"_s << u"passwd"_s;
        QTest::newRow("windows") << u"C:\\Users\\x\\evil.png"_s << u"evil.png"_s;
        QTest::newRow("a folder") << u"folder/"_s << QString();
        QTest::newRow("dots") << u".."_s << QString();
        QTest::newRow("hidden") << u".bashrc"_s << u"bashrc"_s;
        QTest::newRow("an option") << u"--help.txt"_s << u"help.txt"_s;
        QTest::newRow("right to left") << u"photo\u202Egpj.exe"_s << u"photogpj.exe"_s;
        QTest::newRow("isolates") << u"\u2066a\u2069.txt"_s << u"a.txt"_s;
        QTest::newRow("control") << u"a\u0007\nb\u0000c.txt"_s << u"abc.txt"_s;
        QTest::newRow("invisible") << u"in\u200Bvoice\u3164.pdf"_s << u"invoice.pdf"_s;
        QTest::newRow("wide spaces") << u"a.png\u00A0\u00A0\u00A0.exe"_s << u"a.png .exe"_s;
        QTest::newRow("for a shell") << u"$(reboot);`id`.txt"_s << u"_(reboot)__id_.txt"_s;
        QTest::newRow("ends in a dot") << u"a.exe. ."_s << u"a.exe"_s;
    }

    void nothingButTheLastPartOfAPathIsLeft()
    {
        QFETCH(QString, given);
        QFETCH(QString, neutral);
        QCOMPARE(neutralFileName(given), neutral);
        QCOMPARE(neutralFileName(neutral), neutral); // it stands
    }

    void aLongNameKeepsItsEnding()
    {
        const QString name = neutralFileName(QString(5000, u'a') + u".png"_s);
        QVERIFY(name.size() <= 100);
        const QString named = neutralFileName(QString(300, u'a') + u".png"_s);
        QVERIFY(named.size() <= 100);
        QVERIFY(named.endsWith(u"….png"_s));
        const QString ghosts = neutralFileName(QString(60, u'x') + QString::fromUcs4(U"\U0001F47B").repeated(60));
        QVERIFY(ghosts.size() <= 100);
        QCOMPARE(QString::fromUtf8(ghosts.toUtf8()), ghosts); // no half of a pair
    }

    void onlyWhatNoSystemRunsMayBeShown()
    {
        for (const QString &name : {u"a.png"_s, u"A.JPG"_s, u"b.pdf"_s, u"c.txt"_s, u"d.mp4"_s})
            QVERIFY2(mayBeShown(name), qPrintable(name));
        for (const QString &name : {u"a.png.exe"_s, u"run"_s, u"x.desktop"_s, u"x.sh"_s, u"x.html"_s, u"x.svg"_s,
                                    u"x.docm"_s, u"x.jar"_s, u"x.py"_s, u"png"_s, u".png"_s, QString()})
            QVERIFY2(!mayBeShown(name), qPrintable(name));
    }
};

WARDROOM_TEST(TstFileName)
#include "tst_filename.moc"
