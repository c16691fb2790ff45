// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/actions.h"
#include "session/clockcheck.h"
#include "support/testmain.h"
#include "workspacetest.h"

#include <QSignalSpy>

using namespace wardroom;
using namespace wardroom::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kHour = 3'600'000;
constexpr qint64 kAWhile = 30'000; //!< more than passes until it is looked at, and less than anybody is told

} // namespace

//! A server whose clock is not this machine's: what is asked for there is over at once, and somebody has to say why.
class TstClockCheck final : public WorkspaceTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QCOMPARE(found(), QString());
        const domain::Fact note = domain::NoteAdded{u"said just now"_s};
        QVERIFY(wait(session::sayFact(m_ada->engine(), m_room, note)).has_value());
        QTRY_VERIFY(m_ada->engine().sender().pending().isEmpty());
        m_said = wait(m_ada->engine().store().pageBefore(m_room, 0, 10)).value().last();
        m_check = std::make_unique<session::ClockCheck>(m_ada->engine());
        m_told = std::make_unique<QSignalSpy>(m_check.get(), &session::ClockCheck::told);
    }
    void cleanup()
    {
        m_check.reset();
        clear();
    }

    void aClockAheadIsToldOnceAndSoIsItsEnd()
    {
        arrives(3 * kHour + kAWhile);
        QCOMPARE(m_told->size(), 1);
        QVERIFY(sentence().contains(u"3 h"_s) && sentence().contains(u"ahead"_s));
        arrives(3 * kHour + kAWhile);
        QCOMPARE(m_told->size(), 1);
        arrives(0);
        QCOMPARE(m_told->size(), 2);
        QCOMPARE(sentence(), QString());
    }

    void aClockBehindIsToldByWhatThisNodeHasJustSaid()
    {
        arrives(-3 * kHour - kAWhile);
        QCOMPARE(m_told->size(), 1);
        QVERIFY(sentence().contains(u"3 h"_s) && sentence().contains(u"behind"_s));
        QCOMPARE(m_check->ahead() / kHour, -3);
    }

    void whatIsOnlyOldSaysNothing()
    {
        m_said.entry.sender = domain::PersonId(u"somebody else"_s);
        arrives(-3 * kHour);
        arrives(-40'000); // and less than a minute matters to nobody
        arrives(40'000);
        QCOMPARE(m_told->size(), 0);
    }

private:
    //! The note, as a server gives it whose clock differs by so much.
    void arrives(qint64 shift)
    {
        store::StoredEntry stored = m_said;
        stored.entry.position.serverTime = m_clock.nowMs() + shift;
        Q_EMIT m_ada->engine().entriesStored({stored});
    }
    QString sentence() const { return m_told->last().first().toString(); }

    std::unique_ptr<session::ClockCheck> m_check;
    std::unique_ptr<QSignalSpy> m_told;
    store::StoredEntry m_said;
};

WARDROOM_TEST(TstClockCheck)
#include "tst_clockcheck.moc"
