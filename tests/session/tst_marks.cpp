// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/actions.h"
#include "support/testmain.h"
#include "workspacetest.h"

using namespace wardroom;
using namespace wardroom::test;
using namespace Qt::StringLiterals;
using chat::LinkState;

//! What an edit or a deletion in the chat leaves behind, where the platform says no more than that there was one.
class TstMarks final : public WorkspaceTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QCOMPARE(found(), QString());
        QTRY_COMPARE(platform().linkState(), LinkState::live);
    }
    void cleanup() { clear(); }

    //! A Matrix server empties the message; the envelope does not come with the mark.
    void aDeletionThatBringsNoEnvelopeTakesTheFactOutOfTheLiveState()
    {
        const domain::Fact note = domain::NoteAdded{u"deleted a moment later"_s};
        const auto fact = wait(session::sayFact(m_ada->engine(), m_room, note));
        QVERIFY(fact.has_value());
        QTRY_VERIFY(m_ada->engine().book().state(m_room).notes.contains(*fact));
        domain::Entry mark;
        const chat::Page page = wait(platform().history(m_room, {}, 100)).value();
        for (const domain::Entry &entry : page.entries)
            if (entry.envelope.contains(fact->text().toLatin1()))
                mark = entry;
        mark.envelope.clear();
        mark.text.clear();
        mark.deleted = true;
        Q_EMIT platform().arrived({mark}, {});
        QTRY_VERIFY(!m_ada->engine().book().state(m_room).notes.contains(*fact));
    }

    //! Its message is gone and its place taken: the same act said again would be another message under one transaction.
    void aFactThatWasDeletedInTheChatIsNotSaidAgain()
    {
        domain::Intent intent;
        intent.room = m_room;
        intent.fact = domain::NoteAdded{u"read back after the run"_s};
        intent.id = domain::derivedFactId(u"verified:1"_s);
        QVERIFY(wait(m_ada->engine().sender().say(intent)).has_value());
        QTRY_VERIFY(m_ada->engine().book().state(m_room).notes.contains(intent.id));
        QTRY_VERIFY(m_ada->engine().sender().pending().isEmpty());
        const chat::Page page = wait(platform().history(m_room, {}, 100)).value();
        platform().setFaults({.foreignEdits = true});
        QVERIFY(wait(platform().wipeAnyones(m_room, page.entries.last().position.entry)).has_value());
        QTRY_VERIFY(!m_ada->engine().book().state(m_room).notes.contains(intent.id));
        const auto again = wait(m_ada->engine().sender().say(intent));
        QCOMPARE(again.value_or(domain::FactId()), intent.id);
        QVERIFY(m_ada->engine().sender().pending().isEmpty());
    }

    //! Two signed envelopes under one number would be a fork of its own chain, and the gap would not show.
    void whoBeginsAnewGoesOnAfterItsLastFactAlsoWhereThatWasDeleted()
    {
        const domain::Fact note = domain::NoteAdded{u"the last one"_s}, next = domain::NoteAdded{u"the next"_s};
        const auto fact = wait(session::sayFact(m_ada->engine(), m_room, note));
        QVERIFY(fact.has_value());
        QTRY_VERIFY(m_ada->engine().book().state(m_room).notes.contains(*fact));
        QTRY_VERIFY(m_ada->engine().sender().pending().isEmpty());
        const domain::ReadEntry last = m_ada->engine().book().fold(m_room)->entries().last();
        QCOMPARE(last.envelope->id, *fact);
        platform().setFaults({.foreignEdits = true});
        QVERIFY(wait(platform().wipeAnyones(m_room, last.entry.position.entry)).has_value());
        QTRY_VERIFY(!m_ada->engine().book().state(m_room).notes.contains(*fact));
        QCOMPARE(m_ada->reopen(), QString());
        QTRY_COMPARE(platform().linkState(), LinkState::live);
        const auto after = wait(session::sayFact(m_ada->engine(), m_room, next));
        QVERIFY(after.has_value());
        QTRY_VERIFY(m_ada->engine().book().state(m_room).notes.contains(*after));
        const domain::Envelope said = *m_ada->engine().book().fold(m_room)->entries().last().envelope;
        QCOMPARE(said.id, *after);
        QCOMPARE(said.seq, last.envelope->seq + 1);
        QCOMPARE(said.prev, last.hash);
    }

private:
};

WARDROOM_TEST(TstMarks)
#include "tst_marks.moc"
