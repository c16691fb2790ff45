// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/canonicaljson.h"
#include "report/story.h"
#include "report/verify/linecompare.h"
#include "report/verify/replay.h"
#include "report/verify/verifier.h"
#include "support/testmain.h"

#include <QTest>
#include <ctime>
#include <random>

using namespace wardroom;
using namespace wardroom::report;
using namespace wardroom::test;
using namespace Qt::StringLiterals;

class TstReplay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyOrderAndAnyDoublingGivesTheSameBytes()
    {
        Story story;
        const QByteArray facts = fileBytes(story.exported() + u"/facts.jsonl"_s);
        const Result<QByteArray> state = replay(facts);
        QVERIFY(state);
        const QByteArray expected = *canonicalJson(story.rooms.fold(Story::room()).state().toJson());
        QVERIFY(state->contains(expected));
        QList<QByteArray> lines = linesOf(facts);
        lines += lines.first(lines.size() / 2);
        std::mt19937 random(11);
        for (int i = 0; i < 20; ++i) {
            std::shuffle(lines.begin(), lines.end(), random);
            QCOMPARE(*replay(lines.join('\n') + '\n'), *state);
        }
        QVERIFY(!replay("{\"n\":1}\n"));
    }

    void aDifferencesFirstFactIsFound()
    {
        Story story;
        const QByteArray facts = fileBytes(story.exported() + u"/facts.jsonl"_s);
        QList<domain::Entry> ours = story.rooms.entries(Story::room());
        QVERIFY(!compareRecords(facts, Story::room(), ours)->differ);
        const domain::Entry lost = ours.takeAt(5);
        const Result<Parting> parting = compareRecords(facts, Story::room(), ours);
        QVERIFY(parting->differ);
        QVERIFY(parting->position == lost.position);
        QCOMPARE(parting->same, 3);
        QVERIFY(compareRecords(facts, Story::room(), ours.first(3))->differ);
        story.rooms.play(u"tom note.added text=later"_s);
        QVERIFY(!compareRecords(facts, Story::room(), story.rooms.entries(Story::room()))->differ);
    }

    //! Who was there knows the envelope, who came later finds it emptied, and nobody was shown another past.
    void whatWasDeletedPartsNoPasts()
    {
        Story story;
        const QList<domain::Entry> before = story.rooms.entries(Story::room());
        QList<domain::Entry> emptied = before;
        emptied[5].deleted = true;
        emptied[5].envelope.clear();
        const QByteArray whole = fileBytes(story.exported() + u"/facts.jsonl"_s);
        QVERIFY2(compareRecords(whole, Story::room(), emptied)->differ, "nobody there says that it was deleted");
        story.rooms.room(Story::room())[5].deleted = true;
        const QByteArray facts = fileBytes(story.exported(story.request(), u"deleted"_s) + u"/facts.jsonl"_s);
        QVERIFY(!compareRecords(facts, Story::room(), emptied)->differ);
        QList<domain::Entry> missing = before;
        missing.removeAt(5);
        QVERIFY2(compareRecords(facts, Story::room(), missing)->differ, "here nobody has heard of it at all");
        story.rooms.room(Story::room())[5].envelope.clear();
        const QByteArray later = fileBytes(story.exported(story.request(), u"emptied"_s) + u"/facts.jsonl"_s);
        QList<domain::Entry> known = before;
        known[5].deleted = true;
        QVERIFY(!compareRecords(later, Story::room(), known)->differ);
        QVERIFY2(compareRecords(later, Story::room(), before)->differ, "here it was not deleted");
    }

    void aLongRoomIsExportedAndVerifiedInTimeThatGrowsWithIt()
    {
        const auto took = [](int count) {
            Story story;
            for (int i = 0; i < count; ++i)
                story.rooms.say(Story::room(), i % 2 ? u"tom"_s : u"lina"_s, domain::NoteAdded{u"note %1"_s.arg(i)});
            const std::clock_t began = std::clock(); // this process's own time: the machine may be busy
            const QString bundle = story.exported();
            const Verification found = verifyBundle(bundle, story.trust());
            return found.exitCode() == 0 ? qint64(std::clock() - began) : -1;
        };
        const qint64 small = took(500), large = took(5000);
        qInfo("500 facts %lld, 5000 facts %lld ticks", small, large);
        QVERIFY(small > 0 && large > 0);
        QVERIFY2(large < 40 * small, "ten times the room may take ten times as long, not a hundred");
    }
};

WARDROOM_TEST(TstReplay)
#include "tst_replay.moc"
