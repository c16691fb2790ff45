// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/permission.h"
#include "support/roombuilder.h"
#include "support/testmain.h"

#include <QTest>

using namespace wardroom;
using namespace wardroom::domain;
using namespace wardroom::test;
using namespace Qt::StringLiterals;

namespace {

const RoomId kRoom(u"room-7"_s);

//! A change that lina asks for and people of IT approve, under a policy of the test's own.
class Change
{
public:
    explicit Change(const std::function<void(Policy &)> &write = [](Policy &) {})
    {
        rooms.enrol(u"eva"_s, u"Eva"_s);
        Policy policy = *rooms.state().policy();
        policy.version = 2;
        write(policy);
        Inventory inventory;
        inventory.version = 1;
        inventory.hosts = {{u"db-01"_s, {u"payments"_s}, u"ssh"_s, {}, {}, {}, {}}};
        rooms.say(rooms.controlRoom(), u"lina"_s, InventoryPublished{inventory});
        rooms.say(rooms.controlRoom(), u"lina"_s, PolicyPublished{policy});
    }

    void ask(const QString &more)
    {
        play(
            u"r = lina command.requested command=patch.apply title=Patch group=IT requesters=[\"lina\"] expires=%1 %2"_s
                .arg(rooms.now() + 3 * 86'400'000LL)
                .arg(more));
    }
    void play(const QString &script) { rooms.play(script); }
    void claim(const QStringList &approvals, const QStringList &people)
    {
        CommandClaimed claim;
        claim.request = rooms.hash(u"r"_s);
        claim.policyHash = rooms.state().policy()->hash();
        for (qsizetype i = 0; i < approvals.size(); ++i)
            claim.approvals.append({rooms.id(approvals.at(i)), PersonId(people.at(i)), Via::wardroom, 1});
        claim.members = members;
        rooms.say(kRoom, u"tom"_s, claim, {OpId(rooms.id(u"r"_s).text()), {}, u"c"_s, 0});
    }
    OperationState state() const { return *rooms.fold(kRoom).state().operation(OpId(rooms.id(u"r"_s).text())); }
    Result<QList<CountedApproval>> start(qint64 now = 0) const
    {
        return mayStart(state(), rooms.state(), members, now > 0 ? now : rooms.now());
    }
    //! Minute \a minute of the UTC day after now.
    qint64 at(qint64 minute) const
    {
        constexpr qint64 day = 86'400'000;
        return (rooms.now() / day + 1) * day + minute * 60'000;
    }

    RoomBuilder rooms;
    QList<PersonId> members{PersonId(u"tom"_s), PersonId(u"eva"_s), PersonId(u"lina"_s)};
};

const auto guarding = [](Policy &policy) { policy.protectedHosts = {u"DB-01"_s}; };

} // namespace

//! Protected hosts and change windows: one more has to agree, for the claiming node and for every reader.
class TstProtection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aChangeOfAProtectedHostNeedsOneMore_data()
    {
        QTest::addColumn<QString>("more");
        QTest::addColumn<bool>("isGuarded");
        QTest::addRow("by its name") << u"risk=change needs=1 host=db-01"_s << true;
        QTest::addRow("in other letters") << u"risk=change needs=1 host=Db-01"_s << true;
        QTest::addRow("by its alias") << u"risk=change needs=1 host=payments"_s << true;
        QTest::addRow("only in the arguments") << u"risk=change needs=1 args={\"target\":\"payments\"}"_s << true;
        QTest::addRow("beside another host") << u"risk=change needs=1 host=web-01 args={\"host\":\"db-01\"}"_s << true;
        QTest::addRow("another host") << u"risk=change needs=1 host=web-01"_s << false;
        QTest::addRow("a word that only begins so")
            << u"risk=change needs=1 args={\"reason\":\"payments are late\"}"_s << false;
    }
    void aChangeOfAProtectedHostNeedsOneMore()
    {
        QFETCH(QString, more);
        QFETCH(bool, isGuarded);
        Change change(guarding);
        change.ask(more);
        change.play(u"g = tom approval.given op=$r request=#r"_s);
        QCOMPARE(change.start().has_value(), !isGuarded);
        QCOMPARE(approvalsNeeded(change.state(), change.rooms.state(), change.rooms.now()), isGuarded ? 2 : 1);
        if (isGuarded)
            QVERIFY2(change.start().error().message.contains(u"protected host"_s),
                     qPrintable(change.start().error().message));
        change.claim({u"g"_s}, {u"tom"_s});
        QCOMPARE(change.state().claimProblem.isEmpty(), !isGuarded);
    }

    void aProtectedHostIsChangedWhenOneMoreAgrees()
    {
        Change change(guarding);
        change.ask(u"risk=change needs=2 host=payments"_s);
        change.play(u"g = tom approval.given op=$r request=#r\n h = eva approval.given op=$r request=#r"_s);
        QVERIFY(change.start());
        QCOMPARE(change.start()->size(), 2);
        change.claim({u"g"_s, u"h"_s}, {u"tom"_s, u"eva"_s});
        QCOMPARE(change.state().claimProblem, QString());
    }

    void outsideTheChangeWindowItNeedsOneMore()
    {
        Change change([](Policy &policy) { policy.windows = {{23 * 60, 60}}; }); // over midnight
        change.ask(u"risk=change needs=1"_s);
        change.play(u"g = tom approval.given op=$r request=#r"_s);
        QVERIFY(change.start(change.at(0)));
        QVERIFY(change.start(change.at(59)));
        QVERIFY(!change.start(change.at(60)));
        QVERIFY(change.start(change.at(12 * 60)).error().message.contains(u"outside the change window"_s));
        QVERIFY(change.start(change.at(23 * 60)));
        change.play(u"h = eva approval.given op=$r request=#r"_s);
        QVERIFY(change.start(change.at(12 * 60)));
    }

    void aClaimOutsideTheWindowIsDoubtedUnlessItWasTheEdge_data()
    {
        QTest::addColumn<int>("minute");
        QTest::addColumn<bool>("doubted");
        QTest::addRow("inside") << 30 << false;
        QTest::addRow("three minutes after") << 63 << false;
        QTest::addRow("ten minutes after") << 70 << true;
        QTest::addRow("at noon") << 12 * 60 << true;
    }
    void aClaimOutsideTheWindowIsDoubtedUnlessItWasTheEdge()
    {
        QFETCH(int, minute);
        QFETCH(bool, doubted);
        Change change([](Policy &policy) { policy.windows = {{0, 60}}; });
        change.ask(u"risk=change needs=1"_s);
        change.play(u"g = tom approval.given op=$r request=#r"_s);
        const qint64 when = change.at(minute);
        change.claim({u"g"_s}, {u"tom"_s});
        change.rooms.room(kRoom).last().position.serverTime = when;
        QCOMPARE(!change.state().claimProblem.isEmpty(), doubted);
    }

    void readingIsNeverHeldUpByWindowsOrProtection()
    {
        Policy policy;
        policy.protectedHosts = {u"db-01"_s};
        policy.windows = {{0, 1}};
        policy.vetted = {{u"host"_s, Sha256::of("x"), PersonId(u"tom"_s), 1}};
        CommandRequested request;
        request.risk = Risk::read;
        request.plugin = u"host"_s;
        request.pluginHash = Sha256::of("x");
        request.host = u"db-01"_s;
        const Requirement needed = requirementFor(request, {}, policy, 12 * 3'600'000);
        QVERIFY(needed.runsByItself);
        QCOMPARE(needed.approvals, 0);
    }
};

WARDROOM_TEST(TstProtection)
#include "tst_protection.moc"
