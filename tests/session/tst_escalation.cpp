// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/local/localplatform.h"
#include "session/alerts.h"
#include "session/founding.h"
#include "support/testmain.h"
#include "workspacetest.h"

using namespace wardroom;
using namespace wardroom::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kWithin = 5min;

} // namespace

//! Nobody says that they have an alert: the policy's rota is called, one after the other, each once, and then
//! everybody.
class TstEscalation final : public WorkspaceTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QCOMPARE(found(), QString());
        const Result<QString> invitation = session::invitationFor(m_ada->engine());
        QVERIFY(invitation.has_value());
        m_tom = std::make_unique<Desk>(m_folder->filePath(u"tom"_s), u"Tom"_s, m_clock);
        QCOMPARE(m_tom->join(*invitation), QString());
        QTRY_VERIFY(m_ada->engine().book().workspace().people.contains(tom()));
        m_room = m_ada->room(u"ids-alerts"_s);
        QVERIFY(wait(m_ada->engine().platform().invite(m_room, tom())).has_value());
        QTRY_COMPARE(m_tom->room(u"ids-alerts"_s), m_room);
        domain::Policy policy = *m_ada->engine().book().workspace().policy();
        policy.acknowledgeWithin = std::chrono::seconds(kWithin).count();
        policy.rota = {tom(), ada()};
        QVERIFY(wait(session::publishPolicy(m_ada->engine(), policy)).has_value());
        QTRY_COMPARE(m_tom->engine().book().workspace().policy()->version, 2);
        m_alert = raise();
    }
    void cleanup()
    {
        m_tom.reset();
        clear();
    }

    void eachIsCalledInTurnOnceAlthoughTwoNodesNotice()
    {
        pass(kWithin - 1min);
        QCOMPARE(called(), QList<domain::PersonId>());
        pass(kWithin + 1min);
        QTRY_COMPARE_WITH_TIMEOUT(called(), QList{tom()}, 10'000);
        pass(2 * kWithin + 1min);
        const QList<domain::PersonId> both{tom(), ada()};
        QTRY_COMPARE_WITH_TIMEOUT(called(), both, 10'000);
        // After the last of the rota everybody is, once.
        pass(3 * kWithin + 1min);
        const QList<domain::PersonId> everybody{tom(), ada(), domain::PersonId()};
        QTRY_COMPARE_WITH_TIMEOUT(called(), everybody, 10'000);
        pass(8 * kWithin);
        QCOMPARE(called(), everybody);
        QCOMPARE(calls(*m_ada), 3);
        QTRY_COMPARE(calls(*m_tom), 3);
    }

    void whoeverAcknowledgesEndsIt()
    {
        pass(kWithin + 1min);
        QTRY_COMPARE_WITH_TIMEOUT(called(), QList{tom()}, 10'000);
        session::Alerts alerts(m_tom->engine());
        QVERIFY(wait(alerts.acknowledge(m_room, m_alert)).has_value());
        QTRY_VERIFY(m_ada->state(m_room).alerts.value(m_alert).acknowledged.has_value());
        pass(5 * kWithin);
        QCOMPARE(called(), QList{tom()});
    }

    void aResolvedAlertCallsNobody()
    {
        session::Alerts alerts(m_ada->engine());
        QVERIFY(wait(alerts.resolve(m_room, m_alert, domain::Resolution::benign, u"a test"_s)).has_value());
        QTRY_VERIFY(!m_tom->state(m_room).alerts.value(m_alert).isOpen());
        pass(5 * kWithin);
        QCOMPARE(calls(*m_ada), 0);
    }

    void aClockThatJumpsBackAnHourCallsNobodyTwice()
    {
        pass(kWithin + 1min);
        QTRY_COMPARE_WITH_TIMEOUT(called(), QList{tom()}, 10'000);
        pass(kWithin + 1min - 1h);
        pass(kWithin + 2min);
        QCOMPARE(called(), QList{tom()});
        QCOMPARE(calls(*m_ada), 1);
    }

    //! It was made, whatever became of its message, so the next one is due all the same.
    void aCallThatIsDeletedInTheChatEndsNothing()
    {
        pass(kWithin + 1min);
        QTRY_COMPARE_WITH_TIMEOUT(called(), QList{tom()}, 10'000);
        QTRY_COMPARE(calls(*m_tom), 1);
        QVERIFY(deleteTheCalls());
        QTRY_COMPARE(called(), QList<domain::PersonId>());
        QTRY_COMPARE(calls(*m_tom), 0);
        pass(2 * kWithin + 1min);
        QTRY_COMPARE_WITH_TIMEOUT(called(), QList{ada()}, 10'000);
        pass(3 * kWithin + 1min);
        const QList<domain::PersonId> rest{ada(), domain::PersonId()};
        QTRY_COMPARE_WITH_TIMEOUT(called(), rest, 10'000);
        QCOMPARE(calls(*m_ada), 2);
    }

    void whoeverStandsTwiceInTheRotaIsCalledTwiceAndThenTheNextIs()
    {
        domain::Policy policy = *m_ada->engine().book().workspace().policy();
        policy.rota = {tom(), tom(), ada()};
        QVERIFY(wait(session::publishPolicy(m_ada->engine(), policy)).has_value());
        QTRY_COMPARE(m_tom->engine().book().workspace().policy()->version, 3);
        for (int step = 1; step <= 4; ++step) {
            pass(step * kWithin + 1min);
            QTRY_COMPARE_WITH_TIMEOUT(calls(*m_ada), step, 10'000);
        }
        const QList<domain::PersonId> all{tom(), ada(), domain::PersonId()};
        QCOMPARE(called(), all);
        pass(8 * kWithin);
        QCOMPARE(calls(*m_ada), 4);
    }

    //! Whose id follows from the alert, any node of the team can say first, and so that nobody hears it.
    void aCallThatSomebodySaidWithoutWordsIsMadeInWordsAllTheSame()
    {
        QVERIFY(callSilently(*m_tom, 1));
        QTRY_COMPARE(called(), QList{tom()});
        QCOMPARE(callsInWords(), 0);
        pass(kWithin + 1min);
        QTRY_COMPARE_WITH_TIMEOUT(callsInWords(), 1, 20'000);
        pass(2 * kWithin + 1min);
        const QList<domain::PersonId> both{tom(), ada()};
        QTRY_COMPARE_WITH_TIMEOUT(called(), both, 20'000);
        QCOMPARE(callsInWords(), 2);
    }

private:
    domain::PersonId ada() const { return m_ada->engine().me(); }
    domain::PersonId tom() const { return m_tom->engine().me(); }
    domain::FactId raise()
    {
        domain::AlertRaised alert;
        alert.tool = u"crowdsec"_s;
        alert.title = u"ssh brute force"_s;
        alert.source = u"203.0.113.7"_s;
        alert.fingerprint = u"f"_s;
        domain::Intent intent;
        intent.room = m_room;
        intent.fact = alert;
        const Result<domain::FactId> said = wait(m_ada->engine().sender().say(intent));
        const auto isThere = [&] { return said && m_tom->state(m_room).alerts.contains(*said); };
        return QTest::qWaitFor(isThere, 10'000) ? *said : domain::FactId();
    }
    //! Both engines look once a second.
    void pass(std::chrono::milliseconds sinceTheAlert)
    {
        QVERIFY(!m_alert.isEmpty());
        m_clock.moveTo(sinceTheAlert);
        QTest::qWait(2500);
    }
    //! As a Wardroom that was changed can, with its person's own key.
    bool callSilently(Desk &desk, qint64 step)
    {
        session::Engine &engine = desk.engine();
        const QMap<qint64, Sha256> seen = engine.book().admission(m_room).chains.value(engine.entry().node).seen;
        domain::Envelope draft;
        draft.id = domain::derivedFactId(u"responder.called/%1/%2"_s.arg(m_alert.text()).arg(step));
        draft.workspace = domain::WorkspaceId(engine.entry().trust);
        draft.room = m_room;
        draft.at = m_clock.nowMs();
        draft.policy = 2;
        draft.cause = m_alert;
        draft.node = engine.entry().node;
        draft.seq = seen.isEmpty() ? 1 : seen.lastKey() + 1;
        draft.prev = seen.isEmpty() ? Sha256() : seen.last();
        const domain::ResponderCalled call{engine.me(), m_alert, step, {}};
        chat::Outgoing message;
        message.txn = u"silently"_s;
        message.room = m_room;
        message.envelope = domain::seal(draft, call, engine.key()).bytes;
        return wait(engine.platform().submit(message)).has_value();
    }
    qsizetype callsInWords() const
    {
        const chat::Page page = wait(m_ada->engine().platform().history(m_room, {}, 100)).value_or(chat::Page());
        return std::count_if(page.entries.begin(), page.entries.end(), [](const domain::Entry &entry) {
            return entry.envelope.contains("\"responder.called\"") && !entry.text.isEmpty();
        });
    }
    bool deleteTheCalls()
    {
        auto *platform = qobject_cast<chat::LocalPlatform *>(&m_ada->engine().platform());
        platform->setFaults({.foreignEdits = true});
        bool any = false;
        const chat::Page page = wait(platform->history(m_room, {}, 100)).value_or(chat::Page());
        for (const domain::Entry &entry : page.entries)
            if (entry.envelope.contains("\"responder.called\""))
                any = wait(platform->wipeAnyones(m_room, entry.position.entry)).has_value() || any;
        platform->setFaults({});
        return any;
    }
    QList<domain::PersonId> called() const { return m_ada->state(m_room).alerts.value(m_alert).called; }
    qsizetype calls(Desk &desk) const
    {
        const domain::RoomFold *fold = desk.engine().book().fold(m_room);
        qsizetype count = 0;
        for (qsizetype i = 0; fold && i < fold->entries().size(); ++i)
            if (std::holds_alternative<domain::ResponderCalled>(fold->entries().at(i).fact) &&
                fold->judgementAt(i).standing == domain::Standing::accepted) // the other node's is a duplicate
                ++count;
        return count;
    }

    domain::FactId m_alert;
    std::unique_ptr<Desk> m_tom;
};

WARDROOM_TEST(TstEscalation)
#include "tst_escalation.moc"
