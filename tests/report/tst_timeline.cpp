// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/catchup.h"
#include "report/csvreport.h"
#include "report/htmlreport.h"
#include "report/story.h"
#include "report/timeline.h"
#include "support/testmain.h"

#include <QTest>

using namespace wardroom;
using namespace wardroom::report;
using namespace wardroom::test;
using namespace Qt::StringLiterals;

class TstTimeline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsAreTheFactsInOrderInPlainWords()
    {
        Story story;
        const QList<TimelineRow> rows = timelineOf(story.rooms.fold(Story::room()), story.rooms.state());
        QCOMPARE(rows.first().summary, u"Alert: ssh brute force from 203.0.113.7"_s);
        QVERIFY(rows.first().tone == Tone::red);
        QCOMPARE(rows.at(2).summary, u"Requested: Patch nginx on practice-01"_s);
        QCOMPARE(rows.at(3).summary, u"Accepted by Tomás R.: Patch nginx"_s);
        QCOMPARE(rows.at(6).summary, u"Verified: Patch nginx"_s);
        QVERIFY(rows.at(6).tone == Tone::green);
        for (qsizetype i = 0; i < rows.size(); ++i) {
            QCOMPARE(rows.at(i).n, i + 1);
            QVERIFY2(rows.at(i).state == RowState::accepted, qPrintable(rows.at(i).reason));
        }
        const QJsonObject json = rows.at(3).toJson();
        for (const QString &key : {u"n"_s, u"at"_s, u"kind"_s, u"actor"_s, u"via"_s, u"summary"_s, u"op"_s, u"id"_s})
            QVERIFY2(json.contains(key), qPrintable(key));
        QCOMPARE(json.value(u"via"_s).toString(), u"wardroom"_s);
    }

    void whatWaitsIsSuspectOrMissingIsThereAndSaysWhy()
    {
        Story story;
        story.rooms.play(u"tom task.done task=\"00000000000000000000000000000000\""_s);
        story.rooms.say(Story::room(), u"tom"_s, domain::NoteAdded{u"later"_s}, {{}, {}, {}, 1});
        story.rooms.room(Story::room())[1].edited = true;
        const QList<TimelineRow> rows = timelineOf(story.rooms.fold(Story::room()), story.rooms.state());
        const auto with = [&rows](RowState state) {
            const auto found =
                std::find_if(rows.begin(), rows.end(), [state](const TimelineRow &row) { return row.state == state; });
            return found == rows.end() ? TimelineRow() : *found;
        };
        QCOMPARE(with(RowState::waiting).reason, u"waits for a fact that is not here yet"_s);
        QCOMPARE(with(RowState::suspect).reason, u"edited in the chat"_s);
        QVERIFY(with(RowState::gap).summary.startsWith("Missing: fact "_L1));
        QVERIFY(with(RowState::gap).summary.contains(u"Tomás R., tom-desk"_s));
        QCOMPARE(rows.last().summary, u"Note: later"_s);
    }

    void spreadsheetsSeeNoFormula()
    {
        Story story;
        story.rooms.play(u"lina incident.severity severity=1 reason=\"@SUM(1)\""_s);
        const QByteArray csv = csvReport(timelineOf(story.rooms.fold(Story::room()), story.rooms.state()));
        const QStringList lines = QString::fromUtf8(csv).split(u"\r\n"_s);
        QCOMPARE(lines.size(), story.rooms.fold(Story::room()).entries().size() + 2);
        QVERIFY(csv.contains("\"'@SUM(1)\""));
        for (const QString &line : lines.sliced(1))
            for (const char16_t *start : {u",\"=", u",\"+", u",\"-", u",\"@"})
                QVERIFY2(!(u',' + line).contains(QStringView(start)), qPrintable(line));
    }

    void htmlFromRoomsIsEscaped()
    {
        Story story;
        story.rooms.talk(Story::room(), u"tom"_s, u"<script>alert(1)</script>\u202egnp.exe"_s);
        const QByteArray html = fileBytes(story.exported() + u"/report.html"_s);
        QVERIFY(html.contains("&lt;script&gt;"));
        QVERIFY(!html.contains("<script"));
        QVERIFY(html.contains("&lt;b&gt;bold&lt;/b&gt;"));
        QVERIFY(!html.contains("\u202e"));
        QVERIFY(html.contains("default-src 'none'"));
        QVERIFY(!html.contains("http://") && !html.contains("https://") && !html.contains("src=\""));
    }

    void fiveLinesTellWhoJoinsLate()
    {
        Story story;
        story.rooms.play(
            u"p = lina command.requested command=ip.block title=\"Block 203.0.113.7\" risk=change needs=1 group=IT requesters=[\"lina\"]\nx = tom task.added title=\"Write to the insurer\" assignee=lina"_s);
        const CatchUp words = catchUp(story.rooms.fold(Story::room()).state(), story.rooms.state());
        QCOMPARE(words.lines().size(), 5);
        QCOMPARE(words.what, u"What happened: Break-in attempt on practice-01"_s);
        QVERIFY(words.howBad.contains("Severity 2"_L1) && words.howBad.contains("Lina Roth"_L1));
        QCOMPARE(words.done, u"Done: Patch nginx (verified)"_s);
        QVERIFY(words.pending.contains("Block 203.0.113.7 waits for approval"_L1));
        QVERIFY(words.pending.contains("Write to the insurer (Lina Roth)"_L1));
        QVERIFY(!words.next.isEmpty());
    }

    void anEmptyRoomHasItsFiveLinesToo()
    {
        const CatchUp words = catchUp({}, {});
        for (const QString &line : words.lines())
            QVERIFY(!line.isEmpty());
    }
};

WARDROOM_TEST(TstTimeline)
#include "tst_timeline.moc"
