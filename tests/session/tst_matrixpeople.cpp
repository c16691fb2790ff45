// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "matrixseat.h"

#include "session/conversation.h"
#include "session/membership.h"
#include "session/talk.h"
#include "session/team.h"
#include "session/typing.h"
#include "session/workspace.h"
#include "support/synapse.h"
#include "support/testmain.h"
#include "support/world.h"

#include <QSignalSpy>

using namespace wardroom;
using namespace wardroom::test;
using namespace Qt::StringLiterals;
using session::EntryId;
using session::RoomId;

namespace {

constexpr int kPatienceMs = 20'000;

} // namespace

//! Two people on a real Synapse, one of them with two desktops: who writes, what is read, who is in which room, and
//! what becomes of what was said.
class TstMatrixPeople final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void whoeverWritesIsNamedAndNotWhenTheyHaveSent();
    void twoDesktopsOfOnePersonAgreeOnWhatIsUnread();
    void whatElementHasReadIsReadHere();
    void nobodyIsToldWhileNobodyIsThere();
    void ownWordsAreChangedAndTakenBackAndStayOnTheRecord();
    void factsAndOthersWordsAreNot();
    void aReactionIsTakenBackByGivingItAgain();
    void peopleAreTakenOutAndRoomsAreLeft();
    void roomsGetNames();
    void invitationsWaitForAnAnswer();

private:
    Synapse m_server;
    QTemporaryDir m_folder;
    SynapseUser m_anaAccount, m_boAccount;
    std::unique_ptr<Seat> m_ana, m_second, m_bo; //!< m_second: Ana's other desktop
    RoomId m_ops;
};

void TstMatrixPeople::initTestCase()
{
    const auto up = m_server.start();
    QVERIFY2(up, up ? "" : qPrintable(up.error().message));
    m_anaAccount = m_server.user(u"ana"_s).value_or(SynapseUser());
    m_boAccount = m_server.user(u"bo"_s).value_or(SynapseUser());
    m_ana = std::make_unique<Seat>(m_folder.filePath(u"ana"_s), u"Ana Lima"_s);
    QCOMPARE(m_ana->add(m_server, m_anaAccount), QString());
    m_ops = m_ana->room(u"security-ops"_s);
    QVERIFY(!m_ops.isEmpty());
    const session::PersonId bo(m_boAccount.id);
    QVERIFY(wait(session::Team(m_ana->engine()).admit(bo)));
    m_bo = std::make_unique<Seat>(m_folder.filePath(u"bo"_s), u"Bo Chen"_s);
    QCOMPARE(m_bo->join(m_server, m_boAccount, *session::Team(m_ana->engine()).invitation()), QString());
    QVERIFY(wait(m_ana->engine().platform().invite(m_ops, bo)));
    QTRY_VERIFY_WITH_TIMEOUT(!m_bo->room(u"security-ops"_s).isEmpty(), kPatienceMs);
    m_second = std::make_unique<Seat>(m_folder.filePath(u"second"_s), u"Ana Lima"_s);
    QCOMPARE(m_second->add(m_server, m_anaAccount, m_ana->workspace().trust()), QString());
    QTRY_VERIFY_WITH_TIMEOUT(!m_second->room(u"security-ops"_s).isEmpty(), kPatienceMs);
    for (Seat *seat : {m_ana.get(), m_bo.get(), m_second.get()})
        QTRY_COMPARE_WITH_TIMEOUT(seat->workspace().linkState(), chat::LinkState::live, kPatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_ana->workspace().nameOf(bo), u"Bo Chen"_s, kPatienceMs);
}

void TstMatrixPeople::whoeverWritesIsNamedAndNotWhenTheyHaveSent()
{
    session::Typing &heard = m_ana->workspace().typing();
    QCOMPARE(heard.sentence(m_ops), QString());
    m_bo->workspace().typing().wrote(m_ops, u"h"_s);
    QTRY_COMPARE_WITH_TIMEOUT(heard.sentence(m_ops), u"Bo Chen is typing…"_s, kPatienceMs);
    QSignalSpy again(&heard, &session::Typing::changed);
    for (int i = 0; i < 40; ++i)
        m_bo->workspace().typing().wrote(m_ops, QString(i + 2, u'h')); // each key
    QTest::qWait(700);
    QCOMPARE(again.size(), 0);
    QCOMPARE(m_bo->workspace().typing().sentence(m_ops), QString()); // not of oneself
    m_bo->workspace().typing().wrote(m_ops, {});
    QTRY_COMPARE_WITH_TIMEOUT(heard.sentence(m_ops), QString(), kPatienceMs);
    // Who turns to another room is not writing in this one.
    m_bo->workspace().typing().wrote(m_ops, u"well"_s);
    QTRY_COMPARE_WITH_TIMEOUT(heard.sentence(m_ops), u"Bo Chen is typing…"_s, kPatienceMs);
    m_bo->workspace().typing().wrote(m_bo->engine().book().roomFor(chat::Purpose::control)->id, u"x"_s);
    QTRY_COMPARE_WITH_TIMEOUT(heard.sentence(m_ops), QString(), kPatienceMs);
    m_bo->workspace().typing().wrote({}, {});
    // Nor who is gone: nothing says that they have stopped.
    m_bo->workspace().typing().wrote(m_ops, u"well"_s);
    QTRY_COMPARE_WITH_TIMEOUT(heard.sentence(m_ops), u"Bo Chen is typing…"_s, kPatienceMs);
    m_ana->engine().platform().stop();
    QTRY_COMPARE(heard.sentence(m_ops), QString());
    QVERIFY(wait(m_ana->engine().platform().start(wait(m_ana->engine().store().cursor()).value_or(QByteArray()))));
    QTRY_COMPARE_WITH_TIMEOUT(m_ana->workspace().linkState(), chat::LinkState::live, kPatienceMs);
    m_bo->workspace().typing().wrote(m_ops, {});
}

void TstMatrixPeople::twoDesktopsOfOnePersonAgreeOnWhatIsUnread()
{
    m_ana->workspace().lookAt({});
    for (Seat *seat : {m_ana.get(), m_second.get()})
        seat->workspace().markRead(m_ops);
    QTRY_COMPARE_WITH_TIMEOUT(m_ana->unread(m_ops), 0, kPatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_second->unread(m_ops), 0, kPatienceMs);
    for (const QString &words : {u"one"_s, u"two"_s, u"three"_s})
        QVERIFY(!m_bo->say(m_ops, words).isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(m_ana->unread(m_ops), 3, kPatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_second->unread(m_ops), 3, kPatienceMs);
    m_second->workspace().lookAt(m_ops);
    QCOMPARE(m_second->unread(m_ops), 0);
    QTRY_COMPARE_WITH_TIMEOUT(m_ana->unread(m_ops), 0, kPatienceMs);
    // What comes while it is in front there is read here too, and what comes after is not.
    QVERIFY(!m_bo->say(m_ops, u"four"_s).isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(m_ana->unread(m_ops), 1, kPatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_ana->unread(m_ops), 0, kPatienceMs);
    m_second->workspace().lookAt({});
    QVERIFY(!m_bo->say(m_ops, u"five"_s).isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(m_ana->unread(m_ops), 1, kPatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_second->unread(m_ops), 1, kPatienceMs);
    m_ana->workspace().markRead(m_ops);
    QTRY_COMPARE_WITH_TIMEOUT(m_second->unread(m_ops), 0, kPatienceMs);
    QCOMPARE(m_bo->unread(m_ops), 0); // nobody else's count has moved
}

//! As a client without our code does it: a public receipt, and nothing else.
void TstMatrixPeople::whatElementHasReadIsReadHere()
{
    const EntryId last = m_bo->say(m_ops, u"six"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_ana->unread(m_ops), 1, kPatienceMs);
    const QString path = u"/_matrix/client/v3/rooms/%1/receipt/m.read/%2"_s.arg(
        QString::fromLatin1(QUrl::toPercentEncoding(m_ops.text())),
        QString::fromLatin1(QUrl::toPercentEncoding(last.text())));
    QVERIFY(m_server.call("POST", path, m_anaAccount.token).isGood());
    QTRY_COMPARE_WITH_TIMEOUT(m_ana->unread(m_ops), 0, kPatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_second->unread(m_ops), 0, kPatienceMs);
}

void TstMatrixPeople::nobodyIsToldWhileNobodyIsThere()
{
    m_ana->workspace().setPresent(false);
    m_ana->workspace().lookAt(m_ops);
    QVERIFY(!m_bo->say(m_ops, u"seven"_s).isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(m_second->unread(m_ops), 1, kPatienceMs);
    QTest::qWait(4500);
    QCOMPARE(m_second->unread(m_ops), 1);
    m_ana->workspace().setPresent(true);
    QTRY_COMPARE_WITH_TIMEOUT(m_second->unread(m_ops), 0, kPatienceMs);
    m_ana->workspace().lookAt({});
}

void TstMatrixPeople::ownWordsAreChangedAndTakenBackAndStayOnTheRecord()
{
    const EntryId said = m_bo->say(m_ops, u"the key is hunter2"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_ana->entry(m_ops, said).has_value(), kPatienceMs);
    QVERIFY(wait(m_bo->workspace().talk().correct(m_ops, said, u"the key is in the safe"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(m_ana->entry(m_ops, said)->text, u"the key is in the safe"_s, kPatienceMs);
    QVERIFY(m_ana->entry(m_ops, said)->edited);
    QTRY_COMPARE_WITH_TIMEOUT(m_bo->entry(m_ops, said)->text, u"the key is in the safe"_s, kPatienceMs);
    const auto before = wait(m_ana->engine().store().earlier(m_ops, said));
    QVERIFY(before && before->size() == 1);
    QCOMPARE(before->first().text, u"the key is hunter2"_s);
    // As the window shows it: the row is edited, and what stood before stands below it.
    const auto conversation = m_ana->workspace().conversation(m_ops);
    const auto row = [&] {
        for (const session::ConversationRow &each : conversation->rows())
            if (each.entry == said)
                return each;
        return session::ConversationRow();
    };
    QTRY_COMPARE_WITH_TIMEOUT(row().before, QStringList{u"the key is hunter2"_s}, kPatienceMs);
    QVERIFY(row().edited && row().plain && !row().mine);
    QVERIFY(wait(m_bo->workspace().talk().takeBack(m_ops, said)));
    QTRY_VERIFY_WITH_TIMEOUT(m_ana->entry(m_ops, said)->deleted, kPatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(row().before, (QStringList{u"the key is hunter2"_s, u"the key is in the safe"_s}),
                              kPatienceMs);
    QVERIFY(row().deleted && !row().plain);
    const auto gone = wait(m_bo->workspace().talk().correct(m_ops, said, u"not gone"_s));
    QVERIFY(!gone);
}

void TstMatrixPeople::factsAndOthersWordsAreNot()
{
    const EntryId said = m_bo->say(m_ops, u"mine"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_ana->entry(m_ops, said).has_value(), kPatienceMs);
    QVERIFY(!wait(m_ana->workspace().talk().correct(m_ops, said, u"not yours"_s)));
    QVERIFY(!wait(m_ana->workspace().talk().takeBack(m_ops, said)));
    const domain::Fact note = domain::NoteAdded{u"a fact"_s};
    domain::Intent intent;
    intent.room = m_ops;
    intent.fact = note;
    const auto fact = wait(m_ana->engine().sender().say(intent));
    QVERIFY(fact);
    const auto sent = wait(m_ana->engine().sender().delivered(*fact));
    QVERIFY(sent);
    QTRY_VERIFY_WITH_TIMEOUT(m_ana->entry(m_ops, sent->entry).has_value(), kPatienceMs);
    for (const auto &refused : {wait(m_ana->workspace().talk().correct(m_ops, sent->entry, u"never said"_s)),
                                wait(m_ana->workspace().talk().takeBack(m_ops, sent->entry))}) {
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::forbidden);
    }
    QVERIFY(!m_ana->entry(m_ops, sent->entry)->edited);
    // Folded after it is stored, so it may stand in the store a moment before it stands in the state.
    QTRY_VERIFY_WITH_TIMEOUT(m_ana->engine().book().state(m_ops).notes.contains(*fact), kPatienceMs);
}

void TstMatrixPeople::aReactionIsTakenBackByGivingItAgain()
{
    const EntryId said = m_bo->say(m_ops, u"done"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_ana->entry(m_ops, said).has_value(), kPatienceMs);
    const auto conversation = m_bo->workspace().conversation(m_ops);
    const auto reactions = [&] {
        for (const session::ConversationRow &each : conversation->rows())
            if (each.entry == said)
                return each.reactions;
        return u"no such row"_s;
    };
    QTRY_COMPARE_WITH_TIMEOUT(reactions(), QString(), kPatienceMs);
    QVERIFY(wait(m_ana->workspace().talk().react(m_ops, said, u"👍"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(reactions(), u"👍"_s, kPatienceMs);
    QVERIFY(wait(m_bo->workspace().talk().react(m_ops, said, u"👍"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(reactions(), u"👍 2"_s, kPatienceMs);
    QTest::qWait(500); // it has come back to whoever gave it
    QVERIFY(wait(m_ana->workspace().talk().react(m_ops, said, u"👍"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(reactions(), u"👍"_s, kPatienceMs);
}

void TstMatrixPeople::peopleAreTakenOutAndRoomsAreLeft()
{
    session::Membership &anas = m_ana->workspace().membership();
    const session::PersonId bo = m_bo->workspace().me();
    chat::RoomSpec spec;
    spec.name = u"war-room"_s;
    spec.invite = {bo};
    const auto made = wait(m_ana->engine().platform().createRoom(spec));
    QVERIFY(made);
    QTRY_VERIFY_WITH_TIMEOUT(!m_bo->room(u"war-room"_s).isEmpty(), kPatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!m_ana->room(u"war-room"_s).isEmpty(), kPatienceMs);
    QVERIFY(!wait(m_bo->workspace().membership().remove(made->id, m_ana->workspace().me())));
    QVERIFY(wait(anas.remove(made->id, bo)));
    QTRY_VERIFY_WITH_TIMEOUT(m_bo->room(u"war-room"_s).isEmpty(), kPatienceMs);
    // It is open to the workspace, so he may come back, and go by himself.
    QVERIFY(wait(m_bo->workspace().membership().join(u"war-room"_s)));
    QTRY_VERIFY_WITH_TIMEOUT(!m_bo->room(u"war-room"_s).isEmpty(), kPatienceMs);
    QVERIFY(wait(m_bo->workspace().membership().leave(made->id)));
    QTRY_VERIFY_WITH_TIMEOUT(m_bo->room(u"war-room"_s).isEmpty(), kPatienceMs);
    const RoomId control = m_bo->engine().book().roomFor(chat::Purpose::control)->id;
    const auto refused = wait(m_bo->workspace().membership().leave(control));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::forbidden);
    QVERIFY(!wait(m_bo->workspace().membership().join(u"no such room"_s)));
}

void TstMatrixPeople::roomsGetNames()
{
    const RoomId room = m_ana->room(u"war-room"_s);
    QVERIFY(wait(m_ana->workspace().membership().rename(room, u"#night-watch"_s)));
    QVERIFY(wait(m_ana->workspace().membership().setTopic(room, u"who is awake"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(m_ana->room(u"night-watch"_s), room, kPatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_ana->workspace().header(room).topic, u"who is awake"_s, kPatienceMs);
    const RoomId control = m_ana->engine().book().roomFor(chat::Purpose::control)->id;
    QVERIFY(!wait(m_ana->workspace().membership().rename(control, u"elsewhere"_s)));
}

void TstMatrixPeople::invitationsWaitForAnAnswer()
{
    const SynapseUser eve = m_server.user(u"eve"_s).value_or(SynapseUser());
    QStringList rooms;
    for (const QString &name : {u"partners"_s, u"casino"_s})
        rooms << m_server
                     .call("POST", u"/_matrix/client/v3/createRoom"_s, eve.token,
                           {{u"name"_s, name}, {u"invite"_s, QJsonArray{m_boAccount.id}}})
                     .body.value("room_id"_L1)
                     .toString();
    session::Membership &bos = m_bo->workspace().membership();
    QTRY_COMPARE_WITH_TIMEOUT(bos.invitations().size(), 2, kPatienceMs);
    for (const session::InvitationLine &line : bos.invitations()) {
        QVERIFY(line.stranger);
        QCOMPARE(line.inviter, eve.id);
    }
    QVERIFY(m_bo->room(u"partners"_s).isEmpty());
    QVERIFY(wait(bos.decline(RoomId(rooms.at(1)))));
    QTRY_COMPARE_WITH_TIMEOUT(bos.invitations().size(), 1, kPatienceMs);
    QVERIFY(wait(bos.accept(RoomId(rooms.at(0)))));
    QTRY_VERIFY_WITH_TIMEOUT(!m_bo->room(u"partners"_s).isEmpty(), kPatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(bos.invitations().isEmpty(), kPatienceMs);
    // Somebody who was invited and has not come is seen by those who wait for them.
    const session::PersonId phone(eve.id);
    QVERIFY(wait(m_ana->engine().platform().invite(m_ops, phone)));
    const auto waiting = wait(m_ana->workspace().membership().invited(m_ops));
    QVERIFY(waiting);
    QCOMPARE(waiting->size(), 1);
    QCOMPARE(waiting->first().id, phone);
}

WARDROOM_TEST(TstMatrixPeople)
#include "tst_matrixpeople.moc"
