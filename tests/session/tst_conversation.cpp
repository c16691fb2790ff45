// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/conversationmodel.h"
#include "session/conversation.h"
#include "support/testmain.h"
#include "support/world.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace wardroom;
using namespace wardroom::test;
using namespace Qt::StringLiterals;
using session::Conversation;

//! A room of thousands of entries, read a stretch at a time.
class TstConversation final : public QObject
{
    Q_OBJECT

    static constexpr int kEntries = 6'000;
    static constexpr int kMostRows = 1'000;
    static constexpr int kSeen = 20;

    static domain::EntryId idOf(int n) { return domain::EntryId(u"e%1"_s.arg(n)); }
    domain::Entry entry(const domain::RoomId &room, int n) const
    {
        domain::Entry said;
        said.room = room;
        said.position = {1'790'000'000'000 + n * 1000LL, idOf(n)};
        said.sender = m_desk->engine().me();
        said.text = u"words %1"_s.arg(n);
        return said;
    }
    void keep(const QList<domain::Entry> &entries)
    {
        const auto stored = wait(m_desk->engine().store().ingest(entries, {}));
        QVERIFY(stored.has_value());
        Q_EMIT m_desk->engine().entriesStored(*stored);
    }
    static void verifyOneStretch(const Conversation &conversation)
    {
        const QList<session::ConversationRow> &rows = conversation.rows();
        QVERIFY(!rows.isEmpty() && rows.size() <= kMostRows);
        for (qsizetype i = 1; i < rows.size(); ++i)
            QCOMPARE(rows.at(i).seq, rows.at(i - 1).seq + 1);
    }
    //! As a window that shows the first or the last rows.
    static void lookAtFirst(Conversation &conversation) { conversation.lookAt(0, kSeen); }
    static void lookAtLast(Conversation &conversation)
    {
        const int size = static_cast<int>(conversation.rows().size());
        conversation.lookAt(size - kSeen, size - 1);
    }
    static void readToTheStart(Conversation &conversation)
    {
        while (conversation.hasOlder()) {
            QSignalSpy came(&conversation, &Conversation::rowsPrepended);
            QVERIFY(conversation.loadOlder());
            QTRY_COMPARE(came.size(), 1);
            lookAtFirst(conversation);
            verifyOneStretch(conversation);
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_desk = std::make_unique<Desk>(m_folder.filePath(u"ada"_s), u"Ada"_s, m_clock);
        QCOMPARE(m_desk->found(u"acme"_s, m_folder.filePath(u"room"_s)), QString());
        QList<domain::Entry> entries;
        for (int n = 1; n <= kEntries; ++n)
            entries.append(entry(m_room, n));
        keep(entries);
    }

    void aLongRoomIsReadToItsStartAndBackInBoundedMemory()
    {
        Conversation conversation(m_desk->engine(), m_room);
        models::ConversationModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.follow(&conversation);
        QTRY_VERIFY(!conversation.rows().isEmpty());
        QCOMPARE(conversation.rows().last().seq, kEntries);
        QVERIFY(!conversation.hasNewer());
        readToTheStart(conversation);
        QCOMPARE(conversation.rows().first().seq, 1);
        QVERIFY(conversation.hasNewer());
        while (conversation.hasNewer()) {
            QSignalSpy came(&conversation, &Conversation::rowsAppended);
            QVERIFY(conversation.loadNewer());
            QTRY_COMPARE(came.size(), 1);
            lookAtLast(conversation);
            verifyOneStretch(conversation);
        }
        QCOMPARE(conversation.rows().last().seq, kEntries);
        QVERIFY(conversation.hasOlder());
        QCOMPARE(model.size(), conversation.rows().size());
        QCOMPARE(model.row(0), conversation.rows().first());
        QCOMPARE(model.row(model.size() - 1), conversation.rows().last());
    }

    void whatComesWhileOldOnesAreReadIsCountedAndStandsAtTheEnd()
    {
        Conversation conversation(m_desk->engine(), m_room);
        QTRY_VERIFY(!conversation.rows().isEmpty());
        readToTheStart(conversation);
        const qint64 last = conversation.rows().last().seq;
        QSignalSpy newer(&conversation, &Conversation::newerCame);
        QSignalSpy appended(&conversation, &Conversation::rowsAppended);
        keep({entry(m_room, kEntries + 1), entry(m_room, kEntries + 2)});
        QCOMPARE(newer.size(), 1);
        QCOMPARE(newer.first().first().toInt(), 2);
        QCOMPARE(appended.size(), 0);
        QCOMPARE(conversation.rows().last().seq, last);
        QSignalSpy reset(&conversation, &Conversation::reset);
        conversation.showNewest();
        keep({entry(m_room, kEntries + 3)}); // while the page is being read
        QTRY_COMPARE(reset.size(), 1);
        verifyOneStretch(conversation);
        QCOMPARE(conversation.rows().last().seq, kEntries + 3);
        QVERIFY(!conversation.hasNewer());
        keep({entry(m_room, kEntries + 4)});
        QCOMPARE(conversation.rows().last().seq, kEntries + 4);
    }

    void aBusyRoomKeepsOnlyWhatIsNearItsEnd()
    {
        Conversation conversation(m_desk->engine(), m_other);
        QTRY_VERIFY(!conversation.hasOlder()); // read, perhaps before this line: there is nothing yet
        for (int n = 0; n < 5'000; n += 50) {
            QList<domain::Entry> entries;
            for (int i = 0; i < 50; ++i)
                entries.append(entry(m_other, n + i + 1));
            keep(entries);
            lookAtLast(conversation);
            verifyOneStretch(conversation);
            QCOMPARE(conversation.rows().last().seq, n + 50);
        }
        QVERIFY(conversation.hasOlder());
        QVERIFY(!conversation.hasNewer());
    }

    void aHitFarBackIsShownWithoutReadingWhatIsBetween()
    {
        Conversation conversation(m_desk->engine(), m_room);
        QTRY_VERIFY(!conversation.rows().isEmpty());
        QSignalSpy found(&conversation, &Conversation::found);
        conversation.showAround(idOf(500));
        QTRY_COMPARE(found.size(), 1);
        verifyOneStretch(conversation);
        QVERIFY(conversation.rows().size() <= 400);
        QCOMPARE(conversation.rows().at(found.first().first().toInt()).seq, 500);
        QVERIFY(conversation.hasOlder() && conversation.hasNewer());
        conversation.showAround(idOf(501)); // is loaded
        QCOMPARE(found.size(), 2);
    }

    void pagesThatShowNothingDoNotEndTheReading()
    {
        QList<domain::Entry> entries{entry(m_quiet, 1)};
        for (int n = 2; n <= 700; ++n) {
            entries.append(entry(m_quiet, n));
            entries.last().display = u"0123456789abcdef0123456789abcdef"_s; // a run's progress, which has no row
        }
        for (int n = 701; n <= 900; ++n)
            entries.append(entry(m_quiet, n));
        keep(entries);
        Conversation conversation(m_desk->engine(), m_quiet);
        QTRY_COMPARE(conversation.rows().size(), 200);
        QSignalSpy came(&conversation, &Conversation::rowsPrepended);
        QVERIFY(conversation.loadOlder());
        QTRY_COMPARE(came.size(), 1);
        QCOMPARE(conversation.rows().first().seq, 1);
        QVERIFY(!conversation.hasOlder());
    }

private:
    QTemporaryDir m_folder;
    SystemClock m_clock;
    std::unique_ptr<Desk> m_desk;
    const domain::RoomId m_room{u"long"_s}, m_other{u"busy"_s}, m_quiet{u"quiet"_s};
};

WARDROOM_TEST(TstConversation)
#include "tst_conversation.moc"
