// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/usage.h"

#include "support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using wardroom::control::parseCall;

class TstUsage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void longestPathWins()
    {
        QCOMPARE(parseCall({u"incident"_s, u"room-7"_s})->path, u"incident"_s);
        QCOMPARE(parseCall({u"incident"_s, u"close"_s, u"room-7"_s, u"over"_s})->path, u"incident close"_s);
    }

    void optionsStandAnywhere()
    {
        const auto call = parseCall({u"export"_s, u"--to"_s, u"x"_s, u"room"_s, u"--json"_s, u"--lang=zh"_s});
        QVERIFY(call);
        QCOMPARE(call->words, QStringList{u"room"_s});
        QCOMPARE(call->option(u"to"_s), u"x"_s);
        QCOMPARE(call->option(u"lang"_s), u"zh"_s);
        QVERIFY(call->json);
    }

    void afterTwoDashesEverythingIsWords()
    {
        const auto call = parseCall({u"say"_s, u"room"_s, u"--"_s, u"--json"_s, u"is"_s, u"a"_s, u"word"_s});
        QVERIFY(call);
        QVERIFY(!call->json);
        QCOMPARE(call->rest(1), u"--json is a word"_s);
    }

    void helpOnACommandIsAboutThatCommand()
    {
        const QString one = wardroom::control::usageText({u"incident"_s, u"close"_s, u"--help"_s});
        QVERIFY2(one.contains(u"incident close ROOM SUMMARY [--summary …]"_s), qPrintable(one));
        QVERIFY(!one.contains(u"incident open"_s));
        const QString group = wardroom::control::usageText({u"plugin"_s, u"--help"_s});
        QVERIFY(group.contains(u"plugin new DIR"_s) && group.contains(u"plugin run DIR"_s));
        QVERIFY(!group.contains(u"playbook"_s));
        QVERIFY(wardroom::control::usageText({u"frobnicate"_s}).contains(u"doctor"_s));
    }

    void helpSaysWhatEachCommandDoes()
    {
        const QStringList ours{u"raise"_s, u"draw-report"_s, u"policy vet"_s, u"inventory vocabulary"_s};
        for (const wardroom::control::Usage &usage : wardroom::control::usages())
            QCOMPARE(wardroom::control::wordsOn(usage).isEmpty(), ours.contains(usage.path));
    }

    void whatIsSaidWronglyIsMetWithWhatThereIs_data()
    {
        QTest::addColumn<QStringList>("said");
        QTest::addColumn<QString>("answer");
        QTest::addRow("a slip") << QStringList{u"timelime"_s, u"room"_s} << u"“timeline”"_s;
        QTest::addRow("a slip in two words") << QStringList{u"alret"_s, u"list"_s} << u"“alert list”"_s;
        QTest::addRow("half a command") << QStringList{u"node"_s} << u"list, enrol, revoke"_s;
        QTest::addRow("not in the group") << QStringList{u"node"_s, u"dance"_s} << u"list, enrol, revoke"_s;
        QTest::addRow("nothing like it") << QStringList{u"frobnicate"_s} << u"wardroomctl --help"_s;
        QTest::addRow("an option") << QStringList{u"export"_s, u"a"_s, u"--form"_s, u"b"_s} << u"“from”"_s;
    }

    void whatIsSaidWronglyIsMetWithWhatThereIs()
    {
        QFETCH(QStringList, said);
        QFETCH(QString, answer);
        const auto call = parseCall(said);
        QVERIFY(!call);
        QVERIFY2(call.error().message.contains(answer), qPrintable(call.error().message));
    }

    void wrongUseSaysHowItIsSaid_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addRow("nothing") << QStringList{};
        QTest::addRow("no such command") << QStringList{u"frobnicate"_s};
        QTest::addRow("a word missing") << QStringList{u"say"_s, u"room"_s};
        QTest::addRow("a word too many") << QStringList{u"timeline"_s, u"a"_s, u"b"_s};
        QTest::addRow("no such option") << QStringList{u"timeline"_s, u"a"_s, u"--wobble"_s};
        QTest::addRow("another command's option") << QStringList{u"timeline"_s, u"a"_s, u"--to"_s, u"b"_s};
        QTest::addRow("no value") << QStringList{u"export"_s, u"a"_s, u"--to"_s};
        QTest::addRow("a value too many") << QStringList{u"timeline"_s, u"a"_s, u"--json=1"_s};
    }

    void wrongUseSaysHowItIsSaid()
    {
        QFETCH(QStringList, arguments);
        const auto call = parseCall(arguments);
        QVERIFY(!call);
        QCOMPARE(call.error().kind, wardroom::ErrorKind::invalid);
        QVERIFY(!call.error().message.isEmpty());
    }
};

WARDROOM_TEST(TstUsage)
#include "tst_usage.moc"
