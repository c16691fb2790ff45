// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/founding.h"
#include "session/talk.h"
#include "support/testmain.h"
#include "workspacetest.h"

#include <QSignalSpy>

using namespace wardroom;
using namespace wardroom::test;
using namespace Qt::StringLiterals;
using chat::LinkState;
using store::SendState;

//! A line that asks for something, where saying it failed or had to wait for the next start of the program: what it
//! asks for is asked for with it, and once.
class TstAskedAgain final : public WorkspaceTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QCOMPARE(found(), QString());
        domain::Inventory inventory = m_ada->engine().book().workspace().inventory();
        domain::Host host;
        host.name = u"practice-01"_s;
        host.reach = u"practice"_s;
        host.root = m_folder->filePath(u"nothing-there"_s);
        host.owner = u"IT"_s;
        inventory.hosts.append(host);
        QVERIFY(wait(session::publishInventory(m_ada->engine(), inventory)).has_value());
        QTRY_VERIFY(m_ada->engine().book().workspace().inventory().find(u"practice-01"_s));
        QTRY_VERIFY(m_ada->engine().sender().pending().isEmpty());
    }
    void cleanup() { clear(); }

    void aRefusedLineTriedAgainDoesWhatItSaysOnce_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("kind");
        QTest::newRow("a command") << u"/host status practice-01"_s << u"command.requested"_s;
        QTest::newRow("a note") << u"/note add refused at first"_s << u"note.added"_s;
    }
    void aRefusedLineTriedAgainDoesWhatItSaysOnce()
    {
        QFETCH(QString, line);
        QFETCH(QString, kind);
        session::Talk talk(m_ada->engine());
        const qint64 refused = refusedFor(talk, line);
        QVERIFY(refused > 0);
        QCOMPARE(facts(kind), 0);
        platform().setFaults({});
        talk.retry(refused);
        talk.retry(refused); // somebody impatient
        QTRY_COMPARE_WITH_TIMEOUT(facts(kind), 1, 10'000);
        QTRY_VERIFY_WITH_TIMEOUT(m_ada->engine().sender().pending().isEmpty(), 10'000);
        QTest::qWait(300);
        QCOMPARE(facts(kind), 1);
        QCOMPARE(timesSaid(line), 1);
    }

    void whatIsRefusedAgainAsksForNothing()
    {
        session::Talk talk(m_ada->engine());
        const qint64 refused = refusedFor(talk, u"/host status practice-01"_s);
        talk.retry(refused);
        QTRY_COMPARE(stateOf(refused), SendState::failed);
        QTest::qWait(300);
        platform().setFaults({});
        QCOMPARE(facts(u"command.requested"_s), 0);
        talk.retry(refused);
        QTRY_COMPARE_WITH_TIMEOUT(facts(u"command.requested"_s), 1, 10'000);
    }

    void aRefusedLineDoesSoAlsoAfterARestart()
    {
        qint64 refused = 0;
        {
            session::Talk talk(m_ada->engine());
            refused = refusedFor(talk, u"/host status practice-01"_s);
        }
        QCOMPARE(m_ada->reopen(), QString());
        QTRY_COMPARE(platform().linkState(), LinkState::live);
        session::Talk talk(m_ada->engine());
        talk.retry(refused);
        QTRY_COMPARE_WITH_TIMEOUT(facts(u"command.requested"_s), 1, 10'000);
        QTRY_VERIFY_WITH_TIMEOUT(m_ada->engine().sender().pending().isEmpty(), 10'000);
    }

    //! Typed on the train, and closed before there was a network again. However often it starts, it is asked for once.
    void whatWaitedForTheNextStartIsAskedForOnceThen()
    {
        store::OutboxItem waiting;
        {
            session::Talk talk(m_ada->engine());
            platform().setFaults({.offline = true});
            QTRY_VERIFY(platform().linkState() != LinkState::live);
            QCoro::connect(talk.say(m_room, u"/host status practice-01"_s), &talk, [](const auto &) {});
            QTRY_COMPARE(m_ada->engine().sender().pending().size(), 1);
            waiting = m_ada->engine().sender().pending().first();
        }
        for (int start = 0; start < 3; ++start) {
            QCOMPARE(m_ada->reopen(), QString());
            session::Talk talk(m_ada->engine());
            QTRY_COMPARE_WITH_TIMEOUT(facts(u"command.requested"_s), 1, 10'000);
            QTRY_VERIFY_WITH_TIMEOUT(m_ada->engine().sender().pending().isEmpty(), 10'000);
            QTRY_VERIFY(wait(m_ada->engine().store().values(u"late/"_s)).value().isEmpty());
            QCOMPARE(timesSaid(waiting.text), 1);
            // As if it had ended before its line was out of the outbox.
            waiting.id = 0;
            QVERIFY(wait(m_ada->engine().store().enqueue(waiting)).has_value());
        }
    }

    //! Whether a note was put down before the program ended is not known, so it is not put down by itself; but its line
    //! comes back, to be sent again.
    void aLineWhoseEffectIsNotKnownComesBackIntoTheComposer()
    {
        {
            session::Talk talk(m_ada->engine());
            platform().setFaults({.offline = true});
            QTRY_VERIFY(platform().linkState() != LinkState::live);
            QCoro::connect(talk.say(m_room, u"/note add on the train"_s), &talk, [](const auto &) {});
            QTRY_COMPARE(m_ada->engine().sender().pending().size(), 1);
        }
        QCOMPARE(m_ada->reopen(), QString());
        session::Talk talk(m_ada->engine());
        QTRY_COMPARE_WITH_TIMEOUT(talk.draft(m_room), u"/note add on the train"_s, 10'000);
        QTRY_COMPARE(timesSaid(u"/note add on the train"_s), 1);
        QCOMPARE(facts(u"note.added"_s), 0);
    }

private:
    //! The place in the outbox of what was said and refused.
    qint64 refusedFor(session::Talk &talk, const QString &line)
    {
        platform().setFaults({.refusal = ErrorKind::forbidden});
        const auto said = wait(talk.say(m_room, line));
        const auto pending = m_ada->engine().sender().pending();
        return !said && pending.size() == 1 && pending.first().state == SendState::failed ? pending.first().id : 0;
    }
    std::optional<SendState> stateOf(qint64 id)
    {
        for (const store::OutboxItem &item : m_ada->engine().sender().pending())
            if (item.id == id)
                return item.state;
        return std::nullopt;
    }
    QList<domain::Entry> entries() { return wait(platform().history(m_room, {}, 200)).value().entries; }
    int facts(const QString &kind)
    {
        int count = 0;
        for (const domain::Entry &entry : entries()) {
            const auto envelope = domain::parseEnvelope(entry.envelope);
            count += envelope && envelope->kind == kind ? 1 : 0;
        }
        return count;
    }
    int timesSaid(const QString &text)
    {
        const QList<domain::Entry> all = entries();
        return int(std::count_if(all.begin(), all.end(), [&](const domain::Entry &entry) {
            return entry.envelope.isEmpty() && entry.text == text;
        }));
    }
};

WARDROOM_TEST(TstAskedAgain)
#include "tst_askedagain.moc"
