// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/custody.h"
#include "support/roombuilder.h"
#include "support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace wardroom;
using namespace wardroom::test;
using session::CustodyLine;
using Fit = session::CustodyLine::Fit;

//! Whether another desktop's past is this one's, by what it has signed: seen from lina's desktop.
class TstWitnesses : public QObject
{
    Q_OBJECT

private:
    const domain::RoomId m_room{u"room-7"_s};

    static void begin(RoomBuilder &builder)
    {
        builder.play(u"o = lina incident.opened title=\"Somebody guesses passwords\" severity=2\n"
                     "lina note.added text=\"from one network\"\n"
                     "tom note.added text=\"the shop is patched\""_s);
    }

    //! What is here may be less than what the builder said, or something else.
    static domain::RoomFold here(const RoomBuilder &builder, const QList<domain::Entry> &entries)
    {
        domain::RoomFold fold(domain::RoomId(u"room-7"_s), builder.state());
        fold.add(entries);
        return fold;
    }

    static QList<CustodyLine> lines(const RoomBuilder &builder, const QList<domain::Entry> &entries)
    {
        return session::custodyOf(here(builder, entries), builder.state(), builder.desk(u"lina"_s).node);
    }

private Q_SLOTS:
    void aRoomThatNobodyElseHasSignedHasNoWitness()
    {
        RoomBuilder builder;
        begin(builder);
        builder.anchor(m_room, u"lina"_s); // one's own word is no witness
        QVERIFY(lines(builder, builder.entries(m_room)).isEmpty());
    }

    void theSamePastIsSaidToBeTheSame()
    {
        RoomBuilder builder;
        begin(builder);
        builder.anchor(m_room, u"tom"_s);
        const QList<CustodyLine> found = lines(builder, builder.entries(m_room));
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().fit, Fit::same);
        QCOMPARE(found.first().count, 3);
        QVERIFY2(found.first().words.startsWith(u"Tomás R., tom-desk has the same past: 3 facts"_s),
                 qPrintable(found.first().words));
    }

    void whatIsMissingHereIsCounted()
    {
        RoomBuilder builder;
        begin(builder);
        builder.anchor(m_room, u"tom"_s);
        QList<domain::Entry> held = builder.entries(m_room);
        held.removeAt(2);
        const QList<CustodyLine> found = lines(builder, held);
        QCOMPARE(found.first().fit, Fit::missingHere);
        QCOMPARE(found.first().count, 3);
        QCOMPARE(found.first().here, 2);
        QVERIFY(found.first().from.isEmpty()); // nothing was the same before
    }

    void anotherPastIsNamedFromWhereOnItMayDiffer()
    {
        RoomBuilder builder;
        begin(builder);
        builder.anchor(m_room, u"tom"_s);
        builder.play(u"@room-7\ntom note.added text=\"shown to tom\""_s);
        builder.anchor(m_room, u"tom"_s);
        // Somebody who runs the chat server shows lina another note instead: as many facts, and not the same.
        RoomBuilder other;
        begin(other);
        other.anchor(m_room, u"tom"_s);
        other.play(u"@room-7\nlina note.added text=\"shown to lina\""_s);
        QList<domain::Entry> held = builder.entries(m_room);
        held[4] = other.entries(m_room).at(4);
        const QList<CustodyLine> found = lines(builder, held);
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().fit, Fit::different);
        QCOMPARE(found.first().sameUntil, held.at(2).position.serverTime);
        QCOMPARE(found.first().from, held.at(3).position.entry);
        QVERIFY2(found.first().words.contains(u"another past"_s), qPrintable(found.first().words));
    }

    void whatWasTakenOutOfTheChatAfterwardsIsNoOtherPast()
    {
        RoomBuilder builder;
        begin(builder);
        builder.anchor(m_room, u"tom"_s);
        QList<domain::Entry> held = builder.entries(m_room);
        domain::Entry gone = held.at(1);
        gone.deleted = true;
        gone.text.clear();
        gone.envelope.clear();
        held.append(gone);
        QCOMPARE(lines(builder, held).first().fit, Fit::same);
    }

    void whoDiffersStandsFirst()
    {
        RoomBuilder builder;
        builder.enrol(u"ana"_s, u"Ana"_s);
        begin(builder);
        builder.anchor(m_room, u"ana"_s);
        builder.play(u"@room-7\ntom note.added text=\"late\""_s);
        builder.anchor(m_room, u"tom"_s);
        QList<domain::Entry> held = builder.entries(m_room);
        held.removeAt(4);
        const QList<CustodyLine> found = lines(builder, held);
        QCOMPARE(found.size(), 2);
        QCOMPARE(found.first().fit, Fit::missingHere);
        QVERIFY(found.first().who.startsWith(u"Tomás"_s));
        QCOMPARE(found.last().fit, Fit::same);
    }

    void whoHasAnotherPastIsNamedOnceHoweverManyDesktopsTheyHave()
    {
        const auto of = [](const QString &person, Fit fit) {
            CustodyLine line;
            line.person = person;
            line.who = person + u", vm"_s;
            line.fit = fit;
            return line;
        };
        QCOMPARE(session::anotherPast({}), QString());
        QList<CustodyLine> lines{of(u"Cy"_s, Fit::same), of(u"Di"_s, Fit::moreHere)};
        QCOMPARE(session::anotherPast(lines), QString());
        lines << of(u"Ana"_s, Fit::different) << of(u"Ana"_s, Fit::missingHere);
        QCOMPARE(session::anotherPast(lines), u"Ana has another past"_s);
        lines << of(u"Bot"_s, Fit::different);
        QCOMPARE(session::anotherPast(lines), u"Ana and Bot have another past"_s);
        lines << of(u"Mei"_s, Fit::missingHere) << of(u"Ana"_s, Fit::different);
        QCOMPARE(session::anotherPast(lines), u"Ana, Bot and Mei have another past"_s);
    }
};

WARDROOM_TEST(TstWitnesses)
#include "tst_witnesses.moc"
