// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hash.h"
#include "matrixfixture.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace wardroom;
using namespace wardroom::chat;
using namespace wardroom::test;

namespace {

constexpr int kPatienceMs = 15'000;

} // namespace

//! Invitations by people of no workspace: they wait, few of them, until somebody answers.
class TstMatrixInvitations : public QObject
{
    Q_OBJECT

private:
    Synapse m_server;

    SynapseUser stranger() { return m_server.user(u"stranger-"_s + randomHex(4)).value_or(SynapseUser()); }
    //! A room of that account with \a guest invited into it.
    RoomId roomOf(const SynapseUser &owner, const QString &name, const QString &guest, const QJsonObject &more = {})
    {
        QJsonObject body{{u"name"_s, name}, {u"invite"_s, QJsonArray{guest}}, {u"preset"_s, u"private_chat"_s}};
        for (auto it = more.begin(); it != more.end(); ++it)
            body.insert(it.key(), it.value());
        return RoomId(m_server.call("POST", u"/_matrix/client/v3/createRoom"_s, owner.token, body)
                          .body.value("room_id"_L1)
                          .toString());
    }
    static bool isIn(MatrixPlatform &platform, const RoomId &room)
    {
        const auto rooms = wait(platform.rooms()).value_or(QList<Room>());
        return std::any_of(rooms.begin(), rooms.end(), [&](const Room &each) { return each.id == room; });
    }
    static QList<RoomId> waiting(MatrixPlatform &platform)
    {
        QList<RoomId> rooms;
        for (const Invitation &each : wait(platform.invitations()).value_or(QList<Invitation>()))
            rooms.append(each.room);
        return rooms;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto up = m_server.start();
        QVERIFY2(up, up ? "" : qPrintable(up.error().message));
    }

    void aStrangersInvitationWaitsUntilItIsAnswered()
    {
        MatrixFixture fixture(m_server);
        MatrixPlatform &ana = fixture.platform(0);
        const SynapseUser eve = stranger();
        const RoomId first = roomOf(eve, u"free\u202E money\nnow"_s, ana.self().text());
        const RoomId second = roomOf(eve, u"partners"_s, ana.self().text());
        QVERIFY(wait(ana.start({})));
        QTRY_COMPARE_WITH_TIMEOUT(ana.linkState(), LinkState::live, kPatienceMs);
        const auto list = wait(ana.invitations());
        QVERIFY(list);
        QCOMPARE(list->size(), 2);
        for (const Invitation &each : *list) {
            QCOMPARE(each.inviter.text(), eve.id);
            QVERIFY(!each.name.contains(u'\n') && !each.name.contains(QChar(0x202E)));
        }
        QVERIFY(!isIn(ana, first) && !isIn(ana, second));
        QVERIFY(wait(ana.decline(first)));
        QCOMPARE(waiting(ana), QList{second});
        const auto again = wait(ana.decline(first));
        QVERIFY(!again);
        QCOMPARE(again.error().kind, ErrorKind::notFound);
        const QJsonObject member =
            m_server.call("GET", roomPath(first, u"/state/m.room.member/"_s + ana.self().text()), eve.token).body;
        QCOMPARE(member.value("membership"_L1).toString(), u"leave"_s);
        QCOMPARE(wait(ana.join(second.text())).value_or(RoomId()), second);
        QTRY_VERIFY_WITH_TIMEOUT(isIn(ana, second), kPatienceMs);
        QVERIFY(waiting(ana).isEmpty());
    }

    void aFloodByOneKeepsNobodyElsesOut()
    {
        MatrixFixture fixture(m_server);
        MatrixPlatform &ana = fixture.platform(0);
        const SynapseUser eve = stranger();
        const SynapseUser partner = stranger();
        const RoomId early = roomOf(partner, u"early"_s, ana.self().text());
        const QJsonObject forged{
            {u"creation_content"_s,
             QJsonObject{{u"org.wardroom"_s, QJsonObject{{u"workspace"_s, fixture.control().text()}}}}}};
        for (int i = 0; i < 30; ++i)
            QVERIFY(!roomOf(eve, u"join me %1"_s.arg(i), ana.self().text(), forged).isEmpty());
        const RoomId late = roomOf(partner, u"late"_s, ana.self().text());
        QVERIFY(wait(ana.start({})));
        QTRY_COMPARE_WITH_TIMEOUT(ana.linkState(), LinkState::live, kPatienceMs);
        const QList<RoomId> seen = waiting(ana);
        QCOMPARE(seen.size(), 12); // ten of hers
        QVERIFY(seen.contains(early) && seen.contains(late));
        QCOMPARE(wait(ana.rooms()).value_or(QList<Room>()).size(), 1); // only the control room
        // A colleague's is accepted behind it.
        RoomSpec spec;
        spec.name = u"real-"_s + randomHex(4);
        spec.invite = {ana.self()};
        const auto real = wait(fixture.platform(1).createRoom(spec));
        QVERIFY(real);
        QTRY_VERIFY_WITH_TIMEOUT(isIn(ana, real->id), kPatienceMs);
        // Of hers, answered ones make place for the others after a restart.
        for (const RoomId &each : seen)
            QVERIFY(wait(ana.decline(each)));
        QVERIFY(waiting(ana).isEmpty());
        QCOMPARE(waiting(fixture.restart(0)).size(), 10);
    }

    void roomsAreJoinedByTheirAddress()
    {
        MatrixFixture fixture(m_server);
        const SynapseUser owner = stranger();
        const QString name = u"war-"_s + randomHex(4);
        const QJsonObject about{{u"room_alias_name"_s, name}, {u"preset"_s, u"public_chat"_s}, {u"name"_s, name}};
        const QString id = m_server.call("POST", u"/_matrix/client/v3/createRoom"_s, owner.token, about)
                               .body.value("room_id"_L1)
                               .toString();
        const auto joined = wait(fixture.platform(0).join(u"#%1:localhost"_s.arg(name)));
        QVERIFY(joined);
        QCOMPARE(joined->text(), id);
        const auto nowhere = wait(fixture.platform(0).join(u"#nowhere-%1:localhost"_s.arg(name)));
        QVERIFY(!nowhere);
        QCOMPARE(nowhere.error().kind, ErrorKind::notFound);
    }

    //! All of it, not the newest first: whoever is let in while running, and whoever starts for the first time.
    void whoIsLetIntoARoomReadsItInOrder()
    {
        MatrixFixture fixture(m_server);
        const RoomId here = fixture.room(1);
        Listener late(fixture.platform(1));
        QVERIFY(wait(fixture.platform(1).start({})));
        QTRY_COMPARE_WITH_TIMEOUT(fixture.platform(1).linkState(), LinkState::live, kPatienceMs);
        QList<EntryId> sent;
        for (int i = 0; i < 70; ++i)
            sent.append(
                EntryId(fixture.sendAs(0, here, {{u"msgtype"_s, u"m.text"_s}, {u"body"_s, QString::number(i)}})));
        QVERIFY(wait(fixture.platform(0).invite(here, fixture.platform(1).self())));
        QTRY_VERIFY_WITH_TIMEOUT(late.hasAll(sent), kPatienceMs);
        MatrixPlatform fresh(fixture.options(0));
        Listener anew(fresh);
        QVERIFY(wait(fresh.start({})));
        QTRY_VERIFY_WITH_TIMEOUT(anew.hasAll(sent), kPatienceMs);
        for (const Listener *reader : {&late, &anew}) {
            QList<EntryId> came = reader->asTheyCame();
            came.removeIf([&sent](const EntryId &entry) { return !sent.contains(entry); });
            QCOMPARE(came, sent);
        }
    }
};

WARDROOM_TEST(TstMatrixInvitations)
#include "tst_matrixinvitations.moc"
