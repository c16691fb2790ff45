// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/media.h"
#include "support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace wardroom;
using domain::Media;
using domain::mediaFromText;
using domain::MediaKind;
using domain::mediaText;

//! How a file that a message brings is written down, whatever its sender said of it.
class TstMedia : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsReadAgain()
    {
        for (const MediaKind kind : {MediaKind::file, MediaKind::image, MediaKind::video, MediaKind::audio}) {
            const Media media{kind, u"mxc://a/b"_s, u"日志\u202E\"\\.txt"_s, u"text/plain"_s, 123};
            const auto read = mediaFromText(mediaText(media));
            QVERIFY(read);
            QCOMPARE(*read, media);
        }
    }

    void whatSomebodyWroteIsBounded()
    {
        const Media large{MediaKind::file, u"mxc://a/b"_s, QString(90'000, u'n'), QString(90'000, u't'), -5};
        const QString text = mediaText(large);
        QVERIFY(text.size() < 1'000);
        QCOMPARE(mediaFromText(text)->size, 0);
        QVERIFY(mediaText({MediaKind::file, QString(5'000, u'p'), {}, {}, 0}).isEmpty());
        QVERIFY(mediaText({MediaKind::file, {}, u"no place"_s, {}, 0}).isEmpty());
        const Media half{MediaKind::file, u"mxc://a/b"_s, QString(299, u'x') + QString::fromUcs4(U"\U0001F47B"), {}, 0};
        QVERIFY(mediaFromText(mediaText(half))); // cut within a pair, and still text
        const Media lone{
            MediaKind::file, u"mxc://a/b"_s, QString(QChar(0xD800)) + u".png"_s, {}, 9'007'199'254'740'993};
        QVERIFY(mediaFromText(mediaText(lone)));
    }

    void whatWeDidNotWriteIsNothing_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("words") << u"a file"_s;
        QTest::newRow("no kind") << uR"({"name":"n","place":"p","size":1,"type":"t"})"_s;
        QTest::newRow("other kind") << uR"({"kind":"exe","name":"n","place":"p","size":1,"type":"t"})"_s;
        QTest::newRow("more") << uR"({"kind":"file","name":"n","place":"p","run":1,"size":1,"type":"t"})"_s;
        QTest::newRow("no place") << uR"({"kind":"file","name":"n","place":"","size":1,"type":"t"})"_s;
        QTest::newRow("less than nothing") << uR"({"kind":"file","name":"n","place":"p","size":-1,"type":"t"})"_s;
        QTest::newRow("not canonical") << uR"({"place":"p","kind":"file","name":"n","size":1,"type":"t"})"_s;
    }
    void whatWeDidNotWriteIsNothing()
    {
        QFETCH(QString, text);
        QVERIFY(!mediaFromText(text));
    }
};

WARDROOM_TEST(TstMedia)
#include "tst_media.moc"
