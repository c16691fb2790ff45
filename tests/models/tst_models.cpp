// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "models/cataloguemodel.h"
#include "models/conversationmodel.h"
#include "models/listmodels.h"
#include "models/roomlistmodel.h"
#include "models/timelinemodel.h"
#include "models/times.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace wardroom;
using namespace wardroom::models;
using namespace wardroom::session;

class TstModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aConversationGrowsAtBothEndsAndKeepsItsKeys()
    {
        ConversationModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows({row(u"c"_s), row(u"d"_s)});
        model.prepend({row(u"a"_s), row(u"b"_s)});
        model.append({row(u"e"_s)});
        QCOMPARE(model.size(), 5);
        QCOMPARE(model.indexOfKey(u"e"_s), 4);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.change(2, row(u"c"_s, u"other words"_s));
        QCOMPARE(changed.size(), 1);
        QVERIFY(model.index(2).data().toString().contains(u"other words"_s));
        model.remove(0, 1);
        QCOMPARE(model.indexOfKey(u"a"_s), -1);
        model.change(99, row(u"x"_s));
        model.remove(-1, 1);
        QCOMPARE(model.size(), 4);
        QCOMPARE(reset.size(), 0);
    }

    void olderRowsAreAskedForOnceUntilTheyCame()
    {
        ConversationModel model;
        model.setHasOlder(true);
        model.setRows({row(u"b"_s)});
        QSignalSpy wanted(&model, &ConversationModel::olderWanted);
        model.loadOlder();
        model.loadOlder();
        QCOMPARE(wanted.size(), 1);
        model.prepend({row(u"a"_s)});
        model.loadOlder();
        QCOMPARE(wanted.size(), 2);
        model.setHasOlder(false);
        model.prepend({row(u"0"_s)});
        model.loadOlder();
        QCOMPARE(wanted.size(), 2);
    }

    void aCardIsSpokenInWordsAndNotInColour()
    {
        AlertCard card;
        card.severity = domain::AlertSeverity::high;
        card.title = u"Brute force"_s;
        card.count = 14;
        ConversationRow alert = row(u"a"_s);
        alert.content = card;
        const QString words = ConversationModel::spoken(alert);
        QVERIFY2(words.contains(u"high"_s) && words.contains(u"14"_s) && words.contains(u"Brute force"_s),
                 qPrintable(words));
    }

    void roomsStandUnderTheirHeadingsGravestFirst()
    {
        RoomListModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRooms({{RoomId(u"g"_s), u"it"_s, Purpose::group},
                        {RoomId(u"c"_s), u"control"_s, Purpose::control},
                        {RoomId(u"1"_s), u"later"_s, Purpose::incident, 0, 2, 5},
                        {RoomId(u"2"_s), u"grave"_s, Purpose::incident, 0, 1, 9},
                        {RoomId(u"3"_s), u"ids-alerts"_s, Purpose::alerts, 7}},
                       60'000);
        QCOMPARE(model.rowCount(), 5);
        QVERIFY(model.index(0).data(RoomListModel::IsHeadingRole).toBool());
        QCOMPARE(model.flags(model.index(0)) & Qt::ItemIsSelectable, Qt::NoItemFlags);
        QCOMPARE(model.index(1).data().toString(), u"grave"_s);
        QCOMPARE(model.unread(), 7);
        QCOMPARE(model.neighbour(RoomId(u"1"_s), 1), RoomId(u"3"_s));
        QCOMPARE(model.neighbour(RoomId(u"2"_s), -1), RoomId(u"2"_s));
        QVERIFY(model.index(4).data(Qt::AccessibleTextRole).toString().contains(u"7"_s));
    }

    void roomsThatWereLeftStandApartAndSayWhy()
    {
        RoomListModel model;
        RoomLine left{RoomId(u"!gone"_s), u"it-handover"_s, Purpose::channel};
        left.closed = true;
        model.setRooms({left, {RoomId(u"!here"_s), u"it"_s, Purpose::channel}}, 0);
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.roomAt(model.index(1)), RoomId(u"!here"_s));
        QCOMPARE(model.index(2).data().toString(), u"LEFT, NOT ALL SENT"_s);
        QCOMPARE(model.roomAt(model.index(3)), RoomId(u"!gone"_s));
        QVERIFY(model.index(3).data(Qt::AccessibleTextRole).toString().contains(u"not all sent"_s));
        QVERIFY(model.index(3).data(Qt::ToolTipRole).toString().contains(u"not in it any more"_s));
    }

    void importedRoomsStandApartAndSayWhereTheyAreFrom()
    {
        RoomListModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        RoomLine past{RoomId(u"imported:1"_s), u"grave"_s, Purpose::incident, 0, 1, 9};
        past.imported = u"imported · <Ada>, 2026-11-22"_s;
        model.setRooms({past, {RoomId(u"2"_s), u"ours"_s, Purpose::incident, 0, 3, 5}}, 60'000);
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.index(1).data().toString(), u"ours"_s);
        QVERIFY(model.index(2).data(RoomListModel::IsHeadingRole).toBool());
        QCOMPARE(model.index(3).data().toString(), u"grave"_s);
        QVERIFY(model.index(3).data(RoomListModel::AgeRole).toString().isEmpty());
        QVERIFY(model.index(3).data(Qt::AccessibleTextRole).toString().contains(u"Ada"_s));
        QVERIFY(!model.index(3).data(Qt::ToolTipRole).toString().contains(u"<Ada>"_s));
    }

    void aNewUnreadCountChangesOneRowOnly()
    {
        RoomListModel model;
        QList<RoomLine> rooms{{RoomId(u"1"_s), u"one"_s}, {RoomId(u"2"_s), u"two"_s}};
        model.setRooms(rooms, 0);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        rooms[1].unread = 3;
        model.setRooms(rooms, 0);
        model.setRooms(rooms, 0);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(reset.size(), 0);
    }

    void theTimelineSaysWhoDidItOnce()
    {
        TimelineModel model;
        QAbstractItemModelTester tester(&model);
        QList<TimelineLine> lines{line(1, TimelineGroup::status), line(2, TimelineGroup::status),
                                  line(3, TimelineGroup::alerts)};
        lines[0].actor = lines[1].actor = u"Priya N."_s;
        lines[0].detail.clear();
        lines[1].summary = u"Accepted by Priya N."_s;
        lines[1].detail = u"signed"_s;
        lines[2].detail = u"grouped 14 alerts"_s;
        lines[2].actor = u"crowdsec"_s;
        model.setLines(lines);
        QStringList shown;
        for (int row = 0; row < model.rowCount(); ++row)
            shown << model.index(row, 0).data(TimelineModel::DetailRole).toString();
        QCOMPARE(shown, (QStringList{u"Priya N."_s, u"signed"_s, u"crowdsec · grouped 14 alerts"_s}));
    }

    void theTimelineFiltersAndOnlyInsertsWhatIsNew()
    {
        TimelineModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QList<TimelineLine> lines{line(1, TimelineGroup::alerts), line(2, TimelineGroup::commands)};
        model.setLines(lines);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        lines << line(3, TimelineGroup::alerts);
        model.setLines(lines);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(reset.size(), 0);
        model.setGroup(TimelineGroup::alerts);
        QCOMPARE(model.rowCount(), 2);
        lines << line(4, TimelineGroup::commands);
        model.setLines(lines);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(inserted.size(), 1);
        int sum = 0;
        for (const int bar : model.histogram())
            sum += bar;
        QCOMPARE(sum, 4);
    }

    void tickingATaskAsksForItAndWaitsForTheRoom()
    {
        TasksModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setTasks({{FactId(u"t"_s), u"Call the bank"_s, u"Ada"_s, false}});
        QSignalSpy wanted(&model, &TasksModel::finishWanted);
        QVERIFY(model.setData(model.index(0), Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(model.index(0).data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Unchecked));
        model.setTasks({{FactId(u"t"_s), u"Call the bank"_s, u"Ada"_s, true}});
        QCOMPARE(model.done(), 1);
        QVERIFY(!model.setData(model.index(0), Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(wanted.size(), 1);
    }

    void shortListsPassTheModelTester()
    {
        ApprovalsModel approvals;
        PeopleModel people;
        SearchModel found;
        for (QAbstractItemModel *model :
             {static_cast<QAbstractItemModel *>(&approvals), static_cast<QAbstractItemModel *>(&people),
              static_cast<QAbstractItemModel *>(&found)})
            new QAbstractItemModelTester(model, QAbstractItemModelTester::FailureReportingMode::QtTest, model);
        approvals.setViews({ApprovalView()});
        people.setPeople({{PersonId(u"p"_s), u"Priya"_s, {u"SOC"_s}, true}});
        found.setPage({{SearchLine()}, {}, false});
        QCOMPARE(people.index(0).data().toString(), u"Priya (you) · SOC"_s);
        QCOMPARE(approvals.rowCount(), 1);
        QCOMPARE(found.rowCount(), 1);
    }

    void aSearchIsContinuedOnceForEachPageAndEnds()
    {
        SearchModel found;
        QSignalSpy wanted(&found, &SearchModel::moreWanted);
        QSignalSpy came(&found, &SearchModel::pageCame);
        const RoomId room(u"r"_s);
        found.setPage({{SearchLine(), SearchLine()}, {{room, 7}}, true});
        QVERIFY(found.canFetchMore({}));
        found.fetchMore({});
        QVERIFY(!found.canFetchMore({}));
        found.fetchMore({}); // asked for already
        QCOMPARE(wanted.size(), 1);
        found.missPage();
        QVERIFY(found.canFetchMore({}));
        found.fetchMore({});
        QCOMPARE(found.after().value(room), 7);
        found.addPage({{SearchLine()}, {{room, 3}}, true});
        QCOMPARE(found.rowCount(), 3);
        QCOMPARE(found.after().value(room), 3);
        found.fetchMore({});
        found.addPage({{}, {{room, 3}}, false});
        QCOMPARE(found.rowCount(), 3);
        QCOMPARE(came.size(), 3);
        QVERIFY(!found.canFetchMore({}));
        QCOMPARE(wanted.size(), 3);
    }

    void commandsAreNarrowedByWordsRiskAndPermission()
    {
        CatalogueModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        CommandLine status;
        status.id = u"host.status"_s;
        status.summary = u"How a host is"_s;
        status.phrases = {u"what's going on with {host}"_s};
        CommandLine block = status;
        block.id = u"ip.block"_s;
        block.summary = u"Block an address"_s;
        block.phrases = {u"封禁 {address}"_s};
        block.risk = domain::Risk::change;
        block.usable = false;
        model.setLines({status, block});
        QCOMPARE(model.rowCount(), 2);
        model.setFilter(u"GOING host"_s, CatalogueModel::Only::all);
        QCOMPARE(model.rowCount(), 1);
        model.setFilter(u"封禁"_s, CatalogueModel::Only::all);
        QCOMPARE(model.line(0).id, u"ip.block"_s);
        QVERIFY(model.index(0).data(Qt::AccessibleTextRole).toString().contains(u"Not for you now"_s));
        model.setFilter({}, CatalogueModel::Only::mine);
        QCOMPARE(model.line(0).id, u"host.status"_s);
        QCOMPARE(model.rowOf(u"ip.block"_s), -1);
        model.setFilter({}, CatalogueModel::Only::changing);
        QCOMPARE(model.rowOf(u"ip.block"_s), 0);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setLines({status, block});
        QCOMPARE(reset.size(), 0);
    }

    void timesReadAsInTheDesign()
    {
        QCOMPARE(shortAge(41 * 60'000), u"0:41"_s);
        QCOMPARE(shortAge(3 * 3'600'000 + 5), u"3 h"_s);
        QCOMPARE(shortAge(26 * 3'600'000), u"1 d"_s);
        QCOMPARE(durationText(112 * 60'000), u"1 h 52 min"_s);
        QCOMPARE(countdownText(872'000), u"14:32"_s);
        QCOMPARE(countdownText(-5), u"0:00"_s);
        QCOMPARE(countdownText(3'872'000), u"1:04:32"_s);
    }

private:
    static ConversationRow row(const QString &key, const QString &text = u"words"_s)
    {
        ConversationRow row;
        row.key = key;
        row.author = u"Priya"_s;
        row.content = Words{text};
        return row;
    }
    static TimelineLine line(qint64 n, TimelineGroup group)
    {
        TimelineLine line;
        line.n = n;
        line.at = n * 1000;
        line.summary = QString::number(n);
        line.group = group;
        return line;
    }
};

WARDROOM_TEST(TstModels)
#include "tst_models.moc"
