// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/alertintake.h"

#include "connectors/fakeports.h"
#include "support/fakeclock.h"
#include "support/testmain.h"

#include <QTest>

using namespace wardroom;
using namespace wardroom::connectors;
using namespace wardroom::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TstAlertIntake : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_out = std::make_unique<FakeOut>();
        m_custody = std::make_unique<FakeCustody>();
        m_clock = std::make_unique<FakeClock>();
        m_room.clear();
        m_deleted.clear();
        m_arrived = std::numeric_limits<qsizetype>::max();
        restart();
    }
    void oneAlertIsOneCardWithItsBytesInCustody();
    void theSameAttackCountsUp();
    void theSameSightingIsNeverCountedTwice();
    void countsComeAtMostEveryTwoSecondsAndTheLastIsSaid();
    void countsDoNotPileUpWhereTheRoomIsSlow();
    void afterAQuietHourThereIsANewCard();
    void aResolvedAlertIsRaisedAnew();
    void anAlertWhoseCardIsDeletedIsRaisedAnewWhenItGoesOn();
    void whatATimeIsRepeatedForIsRaisedAnewUnderAnotherIdWhenItsCardIsDeleted();
    void aCardThatWasDeletedBeforeARestartComesBackForNewSightingsOnly();
    void aStormGoesOnInANewCardWhenItsCardIsDeleted();
    void aRestartCountsOn();
    void aRestartThatReadsEverythingAgainSaysNothing();
    void aRestartWithoutReadingAgainCountsOn();
    void twoNodesSayTheSameFacts();
    void twoNodesSayTheSameFactsOfAToolThatTellsNoTime();
    void anUndatedAlertIsRaisedAlsoWhereItsIdIsTaken();
    void aStormSharesOneCard();
    void aRestartAfterAStormRaisesNothing();
    void aFullQueueTakesNothing();
    void nothingIsLostWhileTheDiskIsFull();
    void hostileTextsAreBoundedAndClean();
    void aClockThatJumpsBackDoesNotSilenceTheCount();

private:
    RawAlert alert(int id, const QString &source = u"203.0.113.7"_s, qint64 after = 0) const
    {
        RawAlert a;
        a.tool = u"crowdsec"_s;
        a.toolId = id < 0 ? QString() : QString::number(id);
        a.scenario = u"ssh-bf"_s;
        a.title = u"Guessing"_s;
        a.severity = u"high"_s;
        a.source = source;
        a.target = u"web-01"_s;
        a.first = m_start + after;
        a.last = a.first + 10;
        a.raw = "{\"id\":" + QByteArray::number(id) + "}";
        return a;
    }
    //! A new intake over the room as it is.
    void restart(IntakeRules rules = {})
    {
        rules.room = domain::RoomId(u"alerts"_s);
        rules.gone = [this](const domain::FactId &id) { return m_deleted.contains(id); };
        const auto known = [this](const QString &fingerprint) { return knownInRoom(fingerprint); };
        m_intake = std::make_unique<AlertIntake>(*m_out, *m_custody, *m_clock, known, rules);
    }
    //! Folds what was said, as the room's state would.
    std::optional<KnownAlert> knownInRoom(const QString &fingerprint) const
    {
        std::optional<KnownAlert> known;
        const auto arrived = m_out->said.first(std::min(m_arrived, m_out->said.size()));
        for (const domain::Intent &intent : arrived) {
            if (m_deleted.contains(intent.id))
                continue;
            if (const auto *r = std::get_if<domain::AlertRaised>(&intent.fact); r && r->fingerprint == fingerprint)
                known = KnownAlert{intent.id, r->first, r->last, r->count, m_room.contains(intent.id.text())};
            if (const auto *g = std::get_if<domain::AlertGrouped>(&intent.fact);
                g && known && g->alert == known->alert) {
                known->count = g->count;
                known->last = g->last;
            }
        }
        return known;
    }
    void settle()
    {
        m_clock->advance(3s);
        m_intake->look();
    }
    const qint64 m_start = 1'790'000'000'000;
    std::unique_ptr<FakeOut> m_out;
    std::unique_ptr<FakeCustody> m_custody;
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<AlertIntake> m_intake;
    QSet<domain::FactId> m_deleted;                              //!< cards that somebody deleted in the chat
    QSet<QString> m_room;                                        //!< resolved alerts
    qsizetype m_arrived = std::numeric_limits<qsizetype>::max(); //!< how much of what was said has come back so far
};

void TstAlertIntake::oneAlertIsOneCardWithItsBytesInCustody()
{
    QVERIFY(m_intake->offer({alert(1)}));
    QCOMPARE(m_out->raised().size(), 1);
    const domain::AlertRaised raised = m_out->raised().first();
    QCOMPARE(raised.severity, domain::AlertSeverity::high);
    QCOMPARE(raised.count, 1);
    QCOMPARE(m_custody->kept.value(raised.raw.hex()), "{\"id\":1}"_ba);
    QCOMPARE(m_out->said.first().room, domain::RoomId(u"alerts"_s));
    settle();
    QCOMPARE(m_out->said.size(), 1);
}

void TstAlertIntake::countsDoNotPileUpWhereTheRoomIsSlow()
{
    m_arrived = 0;
    for (int i = 1; i <= 100; ++i) {
        QVERIFY(m_intake->offer({alert(i, u"203.0.113.7"_s, i)}));
        settle();
    }
    QCOMPARE(m_out->said.size(), 1); // the card itself is still on its way
    m_arrived = 1;
    settle();
    QCOMPARE(m_out->said.size(), 2);
    QCOMPARE(m_out->grouped().last().count, 100);
    QVERIFY(m_intake->offer({alert(101, u"203.0.113.7"_s, 101)}));
    settle();
    settle();
    QCOMPARE(m_out->said.size(), 2);
    m_arrived = 2;
    settle();
    QCOMPARE(m_out->grouped().last().count, 101);
}

void TstAlertIntake::theSameAttackCountsUp()
{
    for (int i = 1; i <= 500; ++i)
        QVERIFY(m_intake->offer({alert(i, u"203.0.113.7"_s, i)}));
    settle();
    QCOMPARE(m_out->raised().size(), 1);
    QCOMPARE(m_out->count(), 500);
    QCOMPARE(m_out->grouped().last().last, m_start + 510);
    QCOMPARE(m_out->grouped().last().alert, m_out->said.first().id);
    QCOMPARE(m_custody->kept.size(), 500);
    QVERIFY(m_intake->offer({alert(501, u"203.0.113.8"_s)}));
    QCOMPARE(m_out->raised().size(), 2); // another source is another card
}

void TstAlertIntake::theSameSightingIsNeverCountedTwice()
{
    QVERIFY(m_intake->offer({alert(1), alert(2), alert(1), alert(2)}));
    settle();
    QCOMPARE(m_out->count(), 2);
}

void TstAlertIntake::countsComeAtMostEveryTwoSecondsAndTheLastIsSaid()
{
    for (int i = 1; i <= 100; ++i) {
        m_clock->advance(100ms);
        QVERIFY(m_intake->offer({alert(i, u"203.0.113.7"_s, i * 100)}));
    }
    QVERIFY2(m_out->grouped().size() <= 5, qPrintable(QString::number(m_out->grouped().size())));
    settle();
    QCOMPARE(m_out->count(), 100);
    const auto before = m_out->said.size();
    settle();
    QCOMPARE(m_out->said.size(), before);
}

void TstAlertIntake::afterAQuietHourThereIsANewCard()
{
    QVERIFY(m_intake->offer({alert(1)}));
    m_clock->advance(59min);
    QVERIFY(m_intake->offer({alert(2, u"203.0.113.7"_s, 59 * 60'000)}));
    QCOMPARE(m_out->raised().size(), 1);
    m_clock->advance(61min);
    QVERIFY(m_intake->offer({alert(3, u"203.0.113.7"_s, 121 * 60'000)}));
    QCOMPARE(m_out->raised().size(), 2);
    QVERIFY(m_out->said.first().id != m_out->said.last().id);
}

void TstAlertIntake::aResolvedAlertIsRaisedAnew()
{
    QVERIFY(m_intake->offer({alert(1)}));
    m_room.insert(m_out->said.first().id.text());
    QVERIFY(m_intake->offer({alert(1)})); // heard again: nothing new
    QCOMPARE(m_out->raised().size(), 1);
    QVERIFY(m_intake->offer({alert(2, u"203.0.113.7"_s, 5000)}));
    QCOMPARE(m_out->raised().size(), 2);
}

void TstAlertIntake::anAlertWhoseCardIsDeletedIsRaisedAnewWhenItGoesOn()
{
    QVERIFY(m_intake->offer({alert(1), alert(2, u"203.0.113.7"_s, 100)}));
    settle();
    const domain::FactId first = m_out->said.first().id;
    m_deleted.insert(first);
    const auto before = m_out->said.size();
    settle();
    QCOMPARE(m_out->said.size(), before); // nothing has happened since
    QVERIFY(m_intake->offer({alert(3, u"203.0.113.7"_s, 5000), alert(4, u"203.0.113.7"_s, 6000)}));
    settle();
    QCOMPARE(m_out->raised().size(), 2);
    const domain::AlertGrouped told = m_out->grouped().last();
    QVERIFY(told.alert != first);
    QCOMPARE(told.count, 2);
    QVERIFY(m_intake->offer({alert(5, u"203.0.113.7"_s, 7000)}));
    settle();
    QCOMPARE(m_out->raised().size(), 2);
    QCOMPARE(m_out->grouped().last().count, 3);
}

//! As Alertmanager says again and again that something goes on which began at that time.
void TstAlertIntake::whatATimeIsRepeatedForIsRaisedAnewUnderAnotherIdWhenItsCardIsDeleted()
{
    QVERIFY(m_intake->offer({alert(1)}));
    QVERIFY(m_intake->offer({alert(1)}));
    settle();
    QCOMPARE(m_out->said.size(), 1);
    for (int time = 2; time <= 4; ++time) { // whoever deletes it time and again
        m_deleted.insert(m_out->said.last().id);
        QVERIFY(m_intake->offer({alert(1)}));
        QCOMPARE(m_out->raised().size(), time);
        QVERIFY(m_intake->offer({alert(1)}));
        settle();
        QCOMPARE(m_out->raised().size(), time);
    }
}

void TstAlertIntake::aCardThatWasDeletedBeforeARestartComesBackForNewSightingsOnly()
{
    m_clock->jumpTo(m_start + 1000);
    const QList<RawAlert> old{alert(1), alert(2, u"203.0.113.7"_s, 100), alert(3, u"203.0.113.7"_s, 200)};
    QVERIFY(m_intake->offer(old));
    settle();
    m_deleted.insert(m_out->said.first().id);
    const auto before = m_out->said.size();
    restart();
    QVERIFY(m_intake->offer(old));
    settle();
    QCOMPARE(m_out->said.size(), before); // read again from the tool's list
    QVERIFY(m_intake->offer({alert(4, u"203.0.113.7"_s, 20'000)}));
    QCOMPARE(m_out->raised().size(), 2);
}

void TstAlertIntake::aStormGoesOnInANewCardWhenItsCardIsDeleted()
{
    for (int i = 1; i <= 100; ++i)
        QVERIFY(m_intake->offer({alert(i, u"10.0.0.%1"_s.arg(i), i)}));
    settle();
    QCOMPARE(m_out->raised().size(), 21);
    const auto isStormCard = [](const domain::Intent &intent) {
        const auto *raised = std::get_if<domain::AlertRaised>(&intent.fact);
        return raised && raised->scenario == u"storm"_s;
    };
    m_deleted.insert(std::find_if(m_out->said.cbegin(), m_out->said.cend(), isStormCard)->id);
    for (int i = 101; i <= 110; ++i)
        QVERIFY(m_intake->offer({alert(i, u"10.0.0.%1"_s.arg(i), i)}));
    settle();
    QCOMPARE(m_out->raised().size(), 22);
    QCOMPARE(m_out->raised().last().scenario, u"storm"_s);
    QCOMPARE(m_out->grouped().last().count, 10);
}

void TstAlertIntake::aRestartCountsOn()
{
    QVERIFY(m_intake->offer({alert(1), alert(2, u"203.0.113.7"_s, 100)}));
    settle();
    restart();
    QVERIFY(m_intake->offer({alert(1), alert(2, u"203.0.113.7"_s, 100), alert(3, u"203.0.113.7"_s, 5000)}));
    settle();
    QCOMPARE(m_out->raised().size(), 1);
    QCOMPARE(m_out->count(), 3);
}

void TstAlertIntake::aRestartThatReadsEverythingAgainSaysNothing()
{
    QVERIFY(m_intake->offer({alert(1), alert(2, u"203.0.113.7"_s, 100), alert(3, u"198.51.100.1"_s)}));
    settle();
    const auto before = m_out->said.size();
    restart();
    QVERIFY(m_intake->offer({alert(1), alert(2, u"203.0.113.7"_s, 100), alert(3, u"198.51.100.1"_s)}));
    settle();
    QCOMPARE(m_out->said.size(), before);
}

void TstAlertIntake::aRestartWithoutReadingAgainCountsOn()
{
    for (int i = 0; i < 5; ++i)
        QVERIFY(m_intake->offer({alert(-1, u"203.0.113.7"_s, i)})); // a webhook without ids
    settle();
    QCOMPARE(m_out->count(), 5);
    restart();
    QVERIFY(m_intake->offer({alert(-1, u"203.0.113.7"_s, 9000)}));
    settle();
    QCOMPARE(m_out->raised().size(), 1);
    QCOMPARE(m_out->count(), 6);
}

void TstAlertIntake::twoNodesSayTheSameFacts()
{
    FakeOut first, second;
    for (FakeOut *out : {&first, &second}) {
        IntakeRules rules;
        rules.room = domain::RoomId(u"alerts"_s);
        AlertIntake intake(*out, *m_custody, *m_clock, {}, rules);
        QVERIFY(intake.offer({alert(1), alert(2, u"203.0.113.7"_s, 100)}));
        m_clock->advance(3s);
        intake.look();
        m_clock->advance(7min);
    }
    QCOMPARE(first.ids.size(), 2);
    QCOMPARE(first.ids, second.ids);
}

//! Whoever else has that id: the card was deleted in the chat, waits in the outbox for hours, or is somebody's trick.
void TstAlertIntake::anUndatedAlertIsRaisedAlsoWhereItsIdIsTaken()
{
    RawAlert undated = alert(1);
    undated.first = undated.last = 0;
    QSet<domain::FactId> taken;
    IntakeRules rules;
    rules.room = domain::RoomId(u"alerts"_s);
    rules.taken = [&taken](const domain::FactId &id) { return taken.contains(id); };
    for (int time = 0; time < 4; ++time) {
        AlertIntake intake(*m_out, *m_custody, *m_clock, {}, rules);
        QVERIFY(intake.offer({undated}));
        QCOMPARE(m_out->raised().size(), time + 1);
        taken.insert(m_out->said.last().id);
    }
    rules.taken = [](const domain::FactId &) { return true; };
    AlertIntake intake(*m_out, *m_custody, *m_clock, {}, rules);
    QVERIFY(intake.offer({undated}));
    QCOMPARE(m_out->raised().size(), 5);
}

//! Where it does not say when it happened, each hears it at another moment.
void TstAlertIntake::twoNodesSayTheSameFactsOfAToolThatTellsNoTime()
{
    RawAlert undated = alert(1);
    undated.first = undated.last = 0;
    QList<domain::FactId> ids;
    for (int node = 0; node < 2; ++node) {
        FakeOut out;
        IntakeRules rules;
        rules.room = domain::RoomId(u"alerts"_s);
        const auto known = [this](const QString &fingerprint) { return knownInRoom(fingerprint); };
        AlertIntake intake(out, *m_custody, *m_clock, known, rules);
        QVERIFY(intake.offer({undated}));
        QCOMPARE(out.ids.size(), 1);
        ids.append(out.ids.values().first());
        m_clock->advance(3s);
    }
    QCOMPARE(ids.first(), ids.last());
    QVERIFY(m_intake->offer({undated}));
    QCOMPARE(m_out->said.first().id, ids.first());
    m_room.insert(ids.first().text());
    undated.toolId = u"2"_s; // the very same bytes, when the first is long done
    m_clock->advance(2h);
    QVERIFY(m_intake->offer({undated}));
    QCOMPARE(m_out->raised().size(), 2);
    QVERIFY(m_out->said.last().id != ids.first());
}

void TstAlertIntake::aStormSharesOneCard()
{
    for (int i = 1; i <= 1000; ++i)
        QVERIFY(m_intake->offer({alert(i, u"10.0.%1.%2"_s.arg(i / 200).arg(i % 200), i)}));
    settle();
    QCOMPARE(m_out->raised().size(), 21);
    const domain::AlertRaised storm = m_out->raised().last();
    QCOMPARE(storm.scenario, u"storm"_s);
    QCOMPARE(m_out->count(), 980);
    QCOMPARE(m_custody->kept.size(), 1000);
    m_clock->advance(2min);
    QVERIFY(m_intake->offer({alert(2000, u"10.9.9.9"_s, 130'000)}));
    QCOMPARE(m_out->raised().size(), 22); // it is over
}

void TstAlertIntake::aRestartAfterAStormRaisesNothing()
{
    QList<RawAlert> all;
    for (int i = 1; i <= 100; ++i)
        all.append(alert(i, u"10.0.0.%1"_s.arg(i), i));
    QVERIFY(m_intake->offer(all));
    settle();
    const auto before = m_out->said.size();
    restart();
    QVERIFY(m_intake->offer(all));
    settle();
    QCOMPARE(m_out->said.size(), before);
}

void TstAlertIntake::aFullQueueTakesNothing()
{
    IntakeRules rules;
    rules.longestQueue = 10;
    restart(rules);
    QStringList troubles;
    connect(m_intake.get(), &AlertIntake::troubled, this, [&](const QString &sentence) { troubles.append(sentence); });
    QList<RawAlert> many;
    for (int i = 0; i < 11; ++i)
        many.append(alert(i));
    const auto refused = m_intake->offer(many);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::rate);
    QCOMPARE(troubles.size(), 1);
    QVERIFY(m_out->said.isEmpty() && m_custody->kept.isEmpty());
}

void TstAlertIntake::nothingIsLostWhileTheDiskIsFull()
{
    QStringList troubles;
    connect(m_intake.get(), &AlertIntake::troubled, this, [&](const QString &sentence) { troubles.append(sentence); });
    m_custody->error = Error{ErrorKind::storage, u"disk full"_s, std::nullopt};
    QVERIFY(m_intake->offer({alert(1), alert(2)}));
    QCOMPARE(troubles, QStringList{u"disk full"_s});
    QVERIFY(m_out->said.isEmpty());
    QCOMPARE(m_intake->waiting(), 2);
    m_custody->error.reset();
    QTRY_COMPARE_WITH_TIMEOUT(m_intake->waiting(), 0, 8000);
    settle();
    QCOMPARE(m_out->raised().size(), 1);
    QCOMPARE(m_out->count(), 2);
}

void TstAlertIntake::hostileTextsAreBoundedAndClean()
{
    RawAlert bad = alert(1);
    const QString evil = u"<script>\u202Eevil\u0000\r\nx\u001B[31m"_s + QChar(0xD800) + u"\u2028"_s;
    bad.scenario = bad.title = bad.source = bad.target = bad.detail = bad.severity = evil + QString(1'000'000, u'A');
    bad.count = -5;
    bad.first = -1;
    bad.last = std::numeric_limits<qint64>::max();
    QVERIFY(m_intake->offer({bad}));
    const domain::AlertRaised raised = m_out->raised().first();
    QVERIFY(raised.title.size() <= 200 && raised.detail.size() <= 600 && raised.source.size() <= 120);
    for (const QString &text : {raised.scenario, raised.title, raised.source, raised.target, raised.detail}) {
        QVERIFY(text.contains(QChar(0x202E))); // data; shown plainly where it is shown
        QVERIFY(!text.contains(QChar(0)) && !text.contains(u'\r') && !text.contains(QChar(0x1B)));
        QVERIFY(!text.contains(QChar(0xD800)) && text.isValidUtf16());
    }
    QVERIFY(!raised.title.contains(u'\n'));
    QCOMPARE(raised.count, 1);
    QCOMPARE(raised.severity, domain::AlertSeverity::medium);
    QVERIFY(raised.first > 0 && raised.last >= raised.first);
}

void TstAlertIntake::aClockThatJumpsBackDoesNotSilenceTheCount()
{
    QVERIFY(m_intake->offer({alert(1)}));
    m_clock->advance(-1h);
    QVERIFY(m_intake->offer({alert(2, u"203.0.113.7"_s, 50)}));
    m_intake->look();
    QCOMPARE(m_out->count(), 2);
}

WARDROOM_TEST(TstAlertIntake)
#include "tst_alertintake.moc"
