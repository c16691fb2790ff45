// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/actions.h"
#include "session/approvals.h"
#include "session/founding.h"
#include "session/phonewords.h"
#include "session/sender.h"
#include "support/testmain.h"
#include "support/world.h"

using namespace wardroom;
using namespace wardroom::test;
using namespace Qt::StringLiterals;
using wardroom::session::PhoneDecision;

//! People without a Wardroom: their words come in as any chat app sends them, and the runner reads them.
class TstPhones final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void readsADecisionAndNothingLikeOne_data();
    void readsADecisionAndNothingLikeOne();
    void readsThumbs();
    void showsACardMadeOfTheRequestItself();
    void anApproverIsShownTheWholeCommandAndWhatIsInIt();
    void acceptsAReplyWithTheCode();
    void declinesWithAReason();
    void asksForTheReasonOfADecline();
    void refusesTheRequesterAndStrangers();
    void takesAReactionOnlyWherePolicyLetsIt();
    void takesAWithdrawnReactionBack();
    void readingAMessageTwiceSaysNothingTwice();
    void readsAChoiceAndNothingLikeOne_data();
    void readsAChoiceAndNothingLikeOne();
    void choosesWhereAPlaybookAsks();
    void refusesChoicesThatAreNotTheirs();
    void claimsAnAlertFromABed();
    void answersAQuestion();
    void staysSilentOnChatter();

private:
    domain::Entry phone(const QString &who, const QString &text);
    domain::Entry arrive(domain::Entry entry);
    domain::OpId request(domain::Risk risk = domain::Risk::change,
                         const QStringList &argv = {u"apt-get"_s, u"install"_s, u"openssl"_s});
    const domain::OperationState *operation(const domain::OpId &op) const
    {
        return m_lina->state(m_room).operation(op);
    }
    QString code(const domain::OpId &op) const { return operation(op)->shortCode(); }
    //! A playbook that tom's node runs asks IT; answers the run.
    domain::FactId asks(const QString &group = u"IT"_s);
    const domain::PlaybookRun run(const domain::FactId &id) const { return m_lina->state(m_room).playbooks.value(id); }
    domain::FactId question(const domain::FactId &id) const { return run(id).steps.value(u"decide"_s).question; }
    domain::Entry card(const QString &display);
    QString answerTo(const domain::Entry &entry);
    qsizetype decisions(const domain::OpId &op) const { return operation(op)->decisions.size(); }

    SystemClock m_clock;
    QTemporaryDir m_folder;
    std::unique_ptr<Desk> m_lina; //!< the runner, and of IT
    std::unique_ptr<Desk> m_tom;  //!< asks for changes
    domain::RoomId m_room;
    int m_count = 0;
};

void TstPhones::initTestCase()
{
    m_lina = std::make_unique<Desk>(m_folder.filePath(u"lina"_s), u"Lina"_s, m_clock);
    QCOMPARE(m_lina->found(u"acme"_s, m_folder.filePath(u"room"_s)), QString());
    m_tom = std::make_unique<Desk>(m_folder.filePath(u"tom"_s), u"Tom"_s, m_clock);
    QCOMPARE(m_tom->join(*session::invitationFor(m_lina->engine())), QString());
    const domain::PersonId tom = m_tom->engine().me();
    QTRY_VERIFY(m_lina->engine().book().workspace().people.contains(tom));
    domain::Policy policy = *m_lina->engine().book().workspace().policy();
    policy.runner = m_lina->engine().entry().node;
    QVERIFY(wait(session::publishPolicy(m_lina->engine(), policy)));
    QTRY_COMPARE(m_tom->engine().book().workspace().policy()->runner, policy.runner);
    m_room = m_lina->room(u"security-ops"_s);
}

void TstPhones::init()
{
    domain::Policy policy = *m_lina->engine().book().workspace().policy();
    if (policy.reactionsFor.isEmpty())
        return;
    policy.reactionsFor.clear();
    QVERIFY(wait(session::publishPolicy(m_lina->engine(), policy)));
}

domain::Entry TstPhones::phone(const QString &who, const QString &text)
{
    domain::Entry entry;
    entry.room = m_room;
    entry.sender = domain::PersonId(who);
    entry.text = text;
    entry.position = {m_clock.nowMs(), domain::EntryId(u"phone-%1"_s.arg(++m_count))};
    entry.fromPhone = true;
    return entry;
}

//! As the platform hands it over; the cursor stays where it is.
domain::Entry TstPhones::arrive(domain::Entry entry)
{
    const QByteArray cursor = *wait(m_lina->engine().store().cursor());
    Q_EMIT m_lina->engine().platform().arrived({entry}, cursor);
    QTest::qWait(50);
    return entry;
}

domain::OpId TstPhones::request(domain::Risk risk, const QStringList &argv)
{
    domain::CommandRequested fact;
    fact.command = u"patch.apply"_s;
    fact.title = u"Patch openssl on web-01"_s;
    fact.risk = risk;
    fact.needs = risk == domain::Risk::disrupt ? 2 : 1;
    fact.group = u"IT"_s;
    fact.requesters = {m_tom->engine().me()};
    fact.expires = m_clock.nowMs() + 600'000;
    fact.nonce = QString::number(++m_count);
    fact.plan.argv = argv;
    const domain::Fact said = fact;
    const auto id = wait(session::sayFact(m_tom->engine(), m_room, said));
    const domain::OpId op = id.value_or(domain::FactId());
    [&] { QTRY_VERIFY(operation(op)); }();
    return op;
}

//! The newest message of the room with that display name.
domain::Entry TstPhones::card(const QString &display)
{
    const auto page = wait(m_lina->engine().store().pageBefore(m_room, 0, 100));
    for (qsizetype i = page->size() - 1; i >= 0; --i)
        if (page->at(i).entry.display == display)
            return page->at(i).entry;
    return {};
}

QString TstPhones::answerTo(const domain::Entry &entry)
{
    const QString display = u"phone/"_s + entry.position.entry.text();
    [&] { QTRY_VERIFY(!card(display).text.isEmpty()); }();
    return card(display).text;
}

void TstPhones::readsADecisionAndNothingLikeOne_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("says"); // "yes CODE", "no CODE reason", or nothing
    QTest::addRow("plain") << u"approve 7F3K"_s << QString();
    QTest::addRow("code") << u"approve 7f3a"_s << u"yes 7F3A"_s;
    QTest::addRow("stop") << u"Approve 7F3A21."_s << u"yes 7F3A21"_s;
    QTest::addRow("chinese") << u"批准 7F3A"_s << u"yes 7F3A"_s;
    QTest::addRow("no") << u"decline 7F3A because it is Friday"_s << u"no 7F3A it is Friday"_s;
    QTest::addRow("no colon") << u"decline 7F3A: not tonight"_s << u"no 7F3A not tonight"_s;
    QTest::addRow("no chinese") << u"拒绝 7F3A 因为 周五"_s << u"no 7F3A 周五"_s;
    QTest::addRow("no reason") << u"decline 7F3A"_s << u"no 7F3A "_s;
    QTest::addRow("quoted") << u"> <@lina:x> approve 7F3A\n\nwhy?"_s << QString();
    QTest::addRow("under quote") << u"> <@lina:x> what waits\n\napprove 7F3A"_s << u"yes 7F3A"_s;
    QTest::addRow("negated") << u"don't approve 7F3A"_s << QString();
    QTest::addRow("talk") << u"approve 7F3A tomorrow, maybe"_s << QString();
    QTest::addRow("short") << u"approve 7F"_s << QString();
    QTest::addRow("two lines") << u"approve 7F3A\nor not"_s << QString();
    QTest::addRow("homoglyph") << u"approve 7F3\u0410"_s << QString(); // a Cyrillic A
}

void TstPhones::readsADecisionAndNothingLikeOne()
{
    QFETCH(QString, text);
    QFETCH(QString, says);
    const auto read = session::phoneDecisionIn(text);
    QCOMPARE(read.has_value(), !says.isEmpty());
    if (!read)
        return;
    QCOMPARE(read->approves, says.startsWith(u"yes"_s));
    QCOMPARE(read->code, says.section(u' ', 1, 1));
    QCOMPARE(read->reason, says.section(u' ', 2));
}

void TstPhones::readsThumbs()
{
    QCOMPARE(session::phoneDecisionOf(u"\U0001F44D\U0001F3FD"_s), std::optional(PhoneDecision{true, {}, {}}));
    QCOMPARE(session::phoneDecisionOf(u"\u2714\uFE0F"_s), std::optional(PhoneDecision{true, {}, {}}));
    QCOMPARE(session::phoneDecisionOf(u"\u274C"_s), std::optional(PhoneDecision{false, {}, {}}));
    QVERIFY(!session::phoneDecisionOf(u"\U0001F600"_s));
}

void TstPhones::showsACardMadeOfTheRequestItself()
{
    const domain::OpId op = request();
    QTRY_VERIFY(!card(u"approval/"_s + op.text()).text.isEmpty());
    const QString text = card(u"approval/"_s + op.text()).text;
    for (const QString &part :
         {u"Patch openssl on web-01"_s, u"apt-get install openssl"_s, u"Tom"_s, u"approve "_s + code(op)})
        QVERIFY2(text.contains(part), qPrintable(text));
}

void TstPhones::anApproverIsShownTheWholeCommandAndWhatIsInIt()
{
    const domain::OpId op =
        request(domain::Risk::change, {u"cp"_s, u"\u05D0"_s, u"1"_s, u"p\u0430ypal"_s, u"a\u202Eb"_s, u"two\nlines"_s,
                                       u"it's"_s, u"x"_s.repeated(9000), u"/data"_s});
    const QString shown = session::Approvals(m_lina->engine()).view(m_room, op).argv;
    QCOMPARE(shown, u"cp '⟨U+05D0⟩' 1 'p⟨U+0430⟩ypal' 'a⟨U+202E⟩b' 'two⏎\nlines' 'it'\\''s' "_s +
                        u"x"_s.repeated(9000) + u" /data"_s);
    QTRY_VERIFY(!card(u"approval/"_s + op.text()).text.isEmpty());
    QVERIFY2(card(u"approval/"_s + op.text()).text.contains(u"not all of it"_s), "a phone passes a part for the whole");
}

void TstPhones::acceptsAReplyWithTheCode()
{
    const domain::OpId op = request();
    const QString lina = m_lina->engine().me().text();
    arrive(phone(lina, u"approve "_s + code(op)));
    QTRY_COMPARE(operation(op)->standing().size(), 1);
    QCOMPARE(operation(op)->standing().first().said.via, domain::Via::platform);
    QTRY_VERIFY(m_tom->state(m_room).operation(op) && m_tom->state(m_room).operation(op)->standing().size() == 1);
}

void TstPhones::declinesWithAReason()
{
    const domain::OpId op = request();
    arrive(phone(m_lina->engine().me().text(), u"decline %1 because not tonight"_s.arg(code(op))));
    QTRY_COMPARE(operation(op)->stage, domain::Stage::declined);
    QCOMPARE(operation(op)->endReason, u"not tonight"_s);
}

void TstPhones::asksForTheReasonOfADecline()
{
    const domain::OpId op = request();
    const domain::Entry entry = arrive(phone(m_lina->engine().me().text(), u"decline "_s + code(op)));
    QVERIFY(answerTo(entry).contains(u"because"_s));
    QCOMPARE(decisions(op), 0);
}

void TstPhones::refusesTheRequesterAndStrangers()
{
    const domain::OpId op = request();
    QVERIFY(
        answerTo(arrive(phone(m_tom->engine().me().text(), u"approve "_s + code(op)))).contains(u"somebody else"_s));
    QVERIFY(answerTo(arrive(phone(u"@mallory:x"_s, u"approve "_s + code(op)))).contains(u"Only members"_s));
    QVERIFY(answerTo(arrive(phone(m_lina->engine().me().text(), u"approve ABCDEF0123"_s))).contains(u"ABCDEF0123"_s));
    const domain::OpId risky = request(domain::Risk::disrupt);
    QVERIFY(
        answerTo(arrive(phone(m_lina->engine().me().text(), u"approve "_s + code(risky)))).contains(u"signature"_s));
    QCOMPARE(decisions(op) + decisions(risky), 0);
}

void TstPhones::takesAReactionOnlyWherePolicyLetsIt()
{
    const domain::OpId op = request();
    QTRY_VERIFY(!card(u"approval/"_s + op.text()).text.isEmpty());
    domain::Entry thumb = phone(m_lina->engine().me().text(), u"\U0001F44D"_s);
    thumb.reaction = true;
    thumb.replyTo = card(u"approval/"_s + op.text()).position.entry;
    QVERIFY(answerTo(arrive(thumb)).contains(u"not enough"_s));
    QCOMPARE(decisions(op), 0);
}

void TstPhones::takesAWithdrawnReactionBack()
{
    domain::Policy policy = *m_lina->engine().book().workspace().policy();
    policy.reactionsFor = {u"change"_s};
    QVERIFY(wait(session::publishPolicy(m_lina->engine(), policy)));
    QTRY_VERIFY(!m_tom->engine().book().workspace().policy()->reactionsFor.isEmpty());
    const domain::OpId op = request();
    QTRY_VERIFY(!card(u"approval/"_s + op.text()).text.isEmpty());
    domain::Entry thumb = phone(m_lina->engine().me().text(), u"\U0001F44D"_s);
    thumb.reaction = true;
    thumb.replyTo = card(u"approval/"_s + op.text()).position.entry;
    arrive(thumb);
    QTRY_COMPARE(operation(op)->standing().size(), 1);
    thumb.deleted = true;
    thumb.text.clear();
    arrive(thumb);
    QTRY_COMPARE(operation(op)->standing().size(), 0);
    QVERIFY(operation(op)->isLive());
}

void TstPhones::readingAMessageTwiceSaysNothingTwice()
{
    const domain::OpId op = request();
    arrive(phone(m_lina->engine().me().text(), u"approve "_s + code(op)));
    QTRY_COMPARE(decisions(op), 1);
    QCOMPARE(m_lina->reopen(), QString()); // looks again at what was said lately
    QTest::qWait(300);
    QCOMPARE(decisions(op), 1);
}

void TstPhones::readsAChoiceAndNothingLikeOne_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("says"); // code, words, reason; or nothing
    QTest::addRow("plain") << u"choose 7f3a isolate"_s << QStringList{u"7F3A"_s, u"isolate"_s, {}};
    QTest::addRow("colon") << u"Choose 7F3A: leave it"_s << QStringList{u"7F3A"_s, u"leave it"_s, {}};
    QTest::addRow("reason") << u"choose 7F3A leave because it is Mei's test"_s
                            << QStringList{u"7F3A"_s, u"leave"_s, u"it is Mei's test"_s};
    QTest::addRow("chinese") << u"选择 7F3A isolate，因为 是演练"_s
                             << QStringList{u"7F3A"_s, u"isolate"_s, u"是演练"_s};
    QTest::addRow("talk") << u"choose face masks"_s << QStringList();
    QTest::addRow("no words") << u"choose 7F3A"_s << QStringList();
    QTest::addRow("no code") << u"choose isolate"_s << QStringList();
    QTest::addRow("negated") << u"don't choose 7F3A isolate"_s << QStringList();
    QTest::addRow("quoted") << u"> choose 7F3A isolate\n\nreally?"_s << QStringList();
    QTest::addRow("two lines") << u"choose 7F3A isolate\nor not"_s << QStringList();
}

void TstPhones::readsAChoiceAndNothingLikeOne()
{
    QFETCH(QString, text);
    QFETCH(QStringList, says);
    const auto read = session::phoneChoiceIn(text);
    QCOMPARE(read ? QStringList({read->code, read->words, read->reason}) : QStringList(), says);
}

domain::FactId TstPhones::asks(const QString &group)
{
    session::Engine &lina = m_lina->engine(), &tom = m_tom->engine();
    const Sha256 file = Sha256::of(QByteArray::number(++m_count));
    const domain::Fact published = domain::PlaybookPublished{u"contain"_s, u"1"_s, file, {}};
    const domain::FactId publication =
        *wait(session::sayFact(lina, lina.book().roomFor(chat::Purpose::control)->id, published));
    const domain::Fact started = domain::PlaybookStarted{
        u"contain"_s, u"1"_s, file, publication, domain::PlaybookTrigger::hand, {}, {}, {lina.me(), tom.me()}};
    const domain::FactId id = *wait(session::sayFact(tom, m_room, started));
    domain::PlaybookStep step;
    step.run = id;
    step.step = u"decide"_s;
    step.state = domain::PlaybookStepState::asking;
    step.question = u"Cut web-01 off?"_s;
    step.options = QStringList{u"isolate"_s, u"leave"_s};
    step.group = group;
    step.until = m_clock.nowMs() + 600'000;
    const domain::Fact asked = step;
    wait(session::sayFact(tom, m_room, asked));
    [&] { QTRY_VERIFY(!question(id).isEmpty()); }();
    return id;
}

void TstPhones::choosesWhereAPlaybookAsks()
{
    const domain::FactId id = asks();
    const QString display = u"question/"_s + question(id).text();
    QTRY_VERIFY(!card(display).text.isEmpty());
    const QString code = question(id).text().first(4).toUpper();
    for (const QString &part :
         {u"contain"_s, u"Cut web-01 off?"_s, u"leave"_s, u"IT"_s, u"choose %1 isolate"_s.arg(code)})
        QVERIFY2(card(display).text.contains(part), qPrintable(card(display).text));
    arrive(phone(m_lina->engine().me().text(), u"choose %1 Isolate because it spreads"_s.arg(code)));
    QTRY_COMPARE(run(id).decisions.size(), 1);
    const domain::PlaybookDecision decision = run(id).decisions.first();
    QCOMPARE(decision.decided.choice, u"isolate"_s);
    QCOMPARE(decision.decided.reason, u"it spreads"_s);
    QCOMPARE(decision.said.by, m_lina->engine().me());
    QCOMPARE(decision.said.via, domain::Via::platform);
    QVERIFY(decision.counts);
    QTRY_COMPARE(m_tom->state(m_room).playbooks.value(id).decisions.size(), 1);
    const domain::Fact ended = domain::PlaybookEnded{id, domain::PlaybookOutcome::done, {}};
    wait(session::sayFact(m_tom->engine(), m_room, ended));
    QTRY_VERIFY(card(display).text.contains(u"settled"_s));
}

void TstPhones::refusesChoicesThatAreNotTheirs()
{
    const domain::FactId id = asks();
    const QString code = question(id).text().first(4).toUpper();
    const QString lina = m_lina->engine().me().text();
    QVERIFY(answerTo(arrive(phone(u"@mallory:x"_s, u"choose %1 isolate"_s.arg(code)))).contains(u"not yours"_s));
    QVERIFY(answerTo(arrive(phone(lina, u"choose %1 burn"_s.arg(code)))).contains(u"isolate, leave"_s));
    QVERIFY(answerTo(arrive(phone(lina, u"choose ABCDEF0123 leave"_s))).contains(u"ABCDEF0123"_s));
    QCOMPARE(run(id).decisions.size(), 0);
    arrive(phone(lina, u"choose %1 leave"_s.arg(code)));
    QTRY_COMPARE(run(id).decisions.size(), 1);
    QVERIFY(answerTo(arrive(phone(lina, u"choose %1 isolate"_s.arg(code)))).contains(u"already"_s));
    QCOMPARE(run(id).decisions.size(), 1);
}

void TstPhones::claimsAnAlertFromABed()
{
    domain::AlertRaised alert;
    alert.title = u"ssh brute force"_s;
    const domain::Fact raised = alert;
    const auto id = wait(session::sayFact(m_tom->engine(), m_room, raised));
    QVERIFY(id.has_value());
    QTRY_VERIFY(m_lina->state(m_room).alerts.contains(*id));
    arrive(phone(u"@eva:x"_s, u"that was me, I am travelling"_s));
    QTRY_VERIFY(m_lina->state(m_room).alerts.value(*id).claimed.has_value());
    const domain::Said said = *m_lina->state(m_room).alerts.value(*id).claimed;
    QCOMPARE(said.by.text(), u"@eva:x"_s);
    QCOMPARE(said.via, domain::Via::platform);
}

void TstPhones::answersAQuestion()
{
    arrive(phone(u"@eva:x"_s, u"what's going on with this-machine?"_s));
    const auto asked = [this] {
        for (const domain::OperationState &operation : m_lina->state(m_room).operations)
            if (operation.request.command == u"host.status" && operation.finish)
                return operation.request.requesters == QList<domain::PersonId>{domain::PersonId(u"@eva:x"_s)};
        return false;
    };
    QTRY_VERIFY_WITH_TIMEOUT(asked(), 20'000);
}

void TstPhones::staysSilentOnChatter()
{
    const domain::Entry entry = arrive(phone(u"@eva:x"_s, u"lunch anyone? the new place is good"_s));
    QTest::qWait(300);
    QVERIFY(card(u"phone/"_s + entry.position.entry.text()).text.isEmpty());
}

WARDROOM_TEST(TstPhones)
#include "tst_phones.moc"
