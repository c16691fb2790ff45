// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hash.h"
#include "chat/matrix/matrixlogin.h"
#include "matrixfixture.h"
#include "support/faultproxy.h"
#include "support/testmain.h"

#include <QRandomGenerator>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace wardroom;
using namespace wardroom::chat;
using namespace wardroom::test;
using domain::Claim;

namespace {

constexpr int kPatienceMs = 40'000;

Outgoing says(const RoomId &room, const QString &text)
{
    Outgoing message;
    message.txn = u"txn-"_s + randomHex(8);
    message.room = room;
    message.text = text;
    return message;
}

//! As the application sends: waits where it is told to, asks before sending again.
Result<Sent> insist(MatrixPlatform &platform, const Outgoing &message)
{
    Result<Sent> sent = fail(ErrorKind::timeout, {});
    for (QDeadlineTimer patience(kPatienceMs); !sent && !patience.hasExpired();) {
        sent = wait(platform.submit(message));
        if (sent)
            break;
        const ErrorKind kind = sent.error().kind;
        if (kind != ErrorKind::rate && kind != ErrorKind::timeout && kind != ErrorKind::transient &&
            kind != ErrorKind::protocol)
            break;
        QTest::qWait(int(sent.error().retryAfter.value_or(std::chrono::milliseconds(200)).count()));
        const auto known = wait(platform.reconcile(message.txn, message.room));
        if (known && *known)
            return **known;
    }
    return sent;
}

} // namespace

//! Servers that refuse, die and forget; a Synapse of its own for each.
class TstMatrixFaults final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aServerKilledInTheMiddleOfSendingLosesAndDoublesNothing();
    void whatTheServerAsksToWaitIsWaited();
    void aServerThatSaysWhenItTellsMoreIsNotAway();
    void aServerThatForbidsAliasesHasNoArbiter();
    void tokensAreRefreshedAndKeptBeforeTheyAreUsed();
};

void TstMatrixFaults::aServerKilledInTheMiddleOfSendingLosesAndDoublesNothing()
{
    Synapse server;
    QVERIFY(server.start());
    MatrixFixture fixture(server);
    const RoomId here = fixture.room(2);
    Listener reader(fixture.platform(1));
    QVERIFY(wait(fixture.platform(0).start({})));
    QVERIFY(wait(fixture.platform(1).start({})));
    QTRY_COMPARE_WITH_TIMEOUT(fixture.platform(1).linkState(), LinkState::live, kPatienceMs);
    QRandomGenerator random(7);
    QStringList texts;
    QList<EntryId> sent;
    for (int round = 0; round < 3; ++round) {
        QTimer::singleShot(random.bounded(20, 400), &fixture.platform(0), [&] {
            server.kill9();
            const auto up = server.start();
            if (!up)
                qWarning("%s", qPrintable(up.error().message));
        });
        for (int i = 0; i < 8; ++i) {
            texts.append(u"%1-%2"_s.arg(round).arg(i));
            const auto answered = insist(fixture.platform(0), says(here, texts.last()));
            QVERIFY2(answered, answered ? "" : qPrintable(answered.error().message));
            sent.append(answered->entry);
        }
    }
    QTRY_VERIFY_WITH_TIMEOUT(reader.hasAll(sent), kPatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.platform(1).linkState(), LinkState::live, kPatienceMs);
    const auto page = wait(fixture.platform(1).history(here, {}, 100));
    QVERIFY(page);
    QStringList found;
    for (const domain::Entry &entry : page->entries)
        found.append(entry.text);
    found.sort();
    texts.sort();
    QCOMPARE(found, texts);
    QCOMPARE(reader.inOrder(here).size(), texts.size());
}

void TstMatrixFaults::whatTheServerAsksToWaitIsWaited()
{
    Synapse server({{u"rc_message"_s, QJsonObject{{u"per_second"_s, 0.6}, {u"burst_count"_s, 3}}}});
    QVERIFY(server.start());
    MatrixFixture fixture(server);
    const RoomId here = fixture.room(1);
    MatrixPlatform &sending = fixture.platform(0);
    QVERIFY(wait(sending.start({})));
    QTRY_COMPARE_WITH_TIMEOUT(sending.linkState(), LinkState::live, kPatienceMs);
    QList<LinkState> states;
    connect(&sending, &ChatPlatform::linkChanged, &sending, [&](LinkState state) { states.append(state); });
    // What a person says waits for its turn and goes by itself.
    QSet<EntryId> sent;
    for (int i = 0; i < 6; ++i) {
        const Result<Sent> answered = wait(sending.submit(says(here, QString::number(i))));
        QVERIFY2(answered, answered ? "" : qPrintable(answered.error().message));
        sent.insert(answered->entry);
    }
    QCOMPARE(sent.size(), 6);
    QVERIFY(states.contains(LinkState::rateLimited) && !states.contains(LinkState::offline));
    QCOMPARE(wait(sending.history(here, {}, 100))->entries.size(), 6);

    // What a tool says comes back to whoever has the queue, so that a person can still go first.
    Result<Sent> answered;
    for (int i = 0; i < 20 && (answered || i == 0); ++i) {
        Outgoing card = says(here, u"%1 lines"_s.arg(i));
        card.display = u"card"_s;
        answered = wait(sending.submit(card));
    }
    QVERIFY(!answered);
    QCOMPARE(answered.error().kind, ErrorKind::rate);
    QVERIFY(answered.error().retryAfter.has_value() && answered.error().retryAfter->count() > 0);
    QCOMPARE(sending.linkState(), LinkState::rateLimited);
    QVERIFY(sending.rateLimitedUntil() > 0);
    QVERIFY(wait(sending.submit(says(here, u"and now I"_s))));
    QCOMPARE(sending.rateLimitedUntil(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(sending.linkState(), LinkState::live, kPatienceMs); // ends by itself
}

//! "Offline" would send somebody to look after their network.
void TstMatrixFaults::aServerThatSaysWhenItTellsMoreIsNotAway()
{
    Synapse server;
    QVERIFY(server.start());
    FaultProxy proxy(server.url());
    MatrixFixture fixture(server);
    const RoomId here = fixture.room(2);
    MatrixOptions options = fixture.options(1);
    options.account.homeserver = proxy.url();
    options.poll = std::chrono::milliseconds(200);
    MatrixPlatform reading(options);
    Listener reader(reading);
    struct Told
    {
        LinkState state;
        qint64 wait; //!< ms, as it was told
    };
    QList<Told> told;
    connect(&reading, &ChatPlatform::linkChanged, &reading, [&](LinkState state) {
        told.append({state, reading.rateLimitedUntil() - options.clock.nowMs()});
    });
    QVERIFY(wait(reading.start({})));
    QTRY_COMPARE_WITH_TIMEOUT(reading.linkState(), LinkState::live, kPatienceMs);
    QCOMPARE(reading.rateLimitedUntil(), 0);
    for (const Fault fault : {Fault::tooMany, Fault::tooManyBody}) {
        told.clear();
        FaultPlan plan = FaultPlan::only(fault);
        plan.retryAfter = std::chrono::milliseconds(2'000);
        plan.spared = QRegularExpression(u"^(?!/_matrix/client/v3/sync)"_s);
        proxy.setPlan(plan);
        QTRY_COMPARE_WITH_TIMEOUT(reading.linkState(), LinkState::rateLimited, kPatienceMs);
        QVERIFY2(told.last().wait > 1'500 && told.last().wait < 3'600, qPrintable(QString::number(told.last().wait)));
        const auto said = wait(fixture.platform(0).submit(says(here, u"said meanwhile"_s)));
        QVERIFY(said);
        proxy.setPlan(FaultPlan::calm());
        QTRY_COMPARE_WITH_TIMEOUT(reading.linkState(), LinkState::live, kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(reader.has(said->entry), kPatienceMs);
        QCOMPARE(reading.rateLimitedUntil(), 0);
        for (const Told &each : std::as_const(told))
            QVERIFY(each.state != LinkState::offline);
    }
}

void TstMatrixFaults::aServerThatForbidsAliasesHasNoArbiter()
{
    Synapse server(Synapse::noAliases());
    QVERIFY(server.start());
    MatrixFixture fixture(server);
    QVERIFY(fixture.platform(0).capabilities().arbiter);
    const auto refused = wait(fixture.platform(0).probeArbiter());
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::forbidden);
    QVERIFY(!fixture.platform(0).capabilities().arbiter);
    QVERIFY(fixture.platform(0).capabilities().arbiterProblem.contains(u"runner"_s));
    QCOMPARE(wait(fixture.platform(0).claimOnce(randomHex(16))).claim, Claim::unknown);
    // Once the server's rules allow it, it is there again.
    server.stop();
    server.reconfigure({{u"alias_creation_rules"_s, QJsonValue()}});
    QVERIFY(server.start());
    QVERIFY(wait(fixture.platform(0).probeArbiter()));
    QVERIFY(fixture.platform(0).capabilities().arbiter);
    QCOMPARE(wait(fixture.platform(0).claimOnce(randomHex(16))).claim, Claim::won);
}

void TstMatrixFaults::tokensAreRefreshedAndKeptBeforeTheyAreUsed()
{
    Synapse server({{u"refreshable_access_token_lifetime"_s, u"2s"_s}});
    QVERIFY(server.start());
    MatrixFixture fixture(server);
    const RoomId here = fixture.room(1);
    SystemClock clock;
    MatrixLogin login(clock);
    const auto in = wait(login.byPassword(server.url(), fixture.user(0).name, fixture.user(0).password, {}, u"Test"_s));
    QVERIFY(in);
    QVERIFY(!in->tokens.refresh.isEmpty() && in->tokens.expires > 0);
    QList<MatrixTokens> kept;
    bool canKeep = true;
    MatrixOptions options = fixture.options(0);
    options.account = in->account;
    options.tokens = in->tokens;
    options.tokens.expires = 0; // as if the clocks disagreed: only the server's refusal tells
    options.keepTokens = [&](MatrixTokens tokens) -> QCoro::Task<Result<void>> {
        if (!canKeep)
            co_return fail(ErrorKind::storage, u"the disk is full"_s);
        kept.append(tokens);
        co_return Result<void>();
    };
    MatrixPlatform platform(options);
    QVERIFY(wait(platform.submit(says(here, u"fresh"_s))));
    QTest::qWait(2500);
    canKeep = false;
    QCOMPARE(wait(platform.submit(says(here, u"not kept"_s))).error().kind, ErrorKind::storage);
    canKeep = true;
    // Five at once refresh once.
    std::vector<QCoro::Task<Result<Sent>>> sending;
    for (int i = 0; i < 5; ++i)
        sending.push_back(platform.submit(says(here, QString::number(i))));
    for (auto &task : sending) {
        const auto sent = wait(std::move(task));
        QVERIFY2(sent, sent ? "" : qPrintable(sent.error().message));
    }
    QVERIFY(!kept.isEmpty());
    QVERIFY(kept.first().access != in->tokens.access && kept.first().expires > 0);
    // The stored tokens are those that a restart goes on with.
    options.tokens = kept.last();
    MatrixPlatform again(options);
    QVERIFY(wait(again.submit(says(here, u"again"_s))));
}

WARDROOM_TEST(TstMatrixFaults)
#include "tst_matrixfaults.moc"
