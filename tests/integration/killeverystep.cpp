// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "killeverystep.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QThread>

namespace wardroom::test {
using namespace Qt::StringLiterals;

namespace {

const QString kRoom = u"it-handover"_s;
const QString kPackage = u"shop-tls"_s;
constexpr int kLongestDelay = 400; //!< ms from the beginning of a step to the kill

QString wordOf(int step)
{
    static const QStringList words{u"words"_s,     u"asked"_s, u"requested"_s, u"approved"_s, u"running"_s,
                                   u"finishing"_s, u"alert"_s, u"claim"_s,     u"note"_s};
    return words.value(step);
}

bool isOver(const QJsonObject &operation)
{
    const QString stage = operation.value(u"stage"_s).toString();
    const bool reads = operation.value(u"needs"_s).toInt() == 0;
    const bool isDone = operation.value(u"outcome"_s).toString() == u"done";
    return stage == u"verified" || stage == u"stalled" || stage == u"declined" ||
           (stage == u"finished" && (reads || !isDone));
}

} // namespace

//! Kills one of the two a random moment after now, taking turns; gives back whose engine has to come back.
bool KillEveryStep::killOne(Step step)
{
    const bool isAdas = m_kills++ % 2 == 0;
    const int delay = std::uniform_int_distribution(0, kLongestDelay)(m_random);
    m_story.append(
        u"%1: %2 after %3 ms"_s.arg(wordOf(static_cast<int>(step)), isAdas ? u"Ada"_s : u"Tom"_s).arg(delay));
    QThread::msleep(static_cast<unsigned long>(delay));
    QProcess &victim = isAdas ? *m_adas : *m_toms;
    victim.kill();
    victim.waitForFinished();
    return isAdas;
}

void KillEveryStep::bringBack(bool isAdas)
{
    auto &back = isAdas ? m_adas : m_toms;
    back = program(isAdas ? ada() : tom());
    if (!back || back->state() == QProcess::NotRunning)
        QTest::qFail(qPrintable(u"it did not come back\n"_s + m_story.join(u'\n')), __FILE__, __LINE__);
}

//! Does \a arguments from the shell with a kill among it; what the shell was told.
Said KillEveryStep::killedWhile(Step step, const Somebody &who, const QStringList &arguments)
{
    const QStringList where{u"--profile"_s, who.profile(), u"--json"_s};
    const auto process = who.start(u"wardroomctl"_s, where + arguments);
    process->closeWriteChannel();
    const bool isAdas = killOne(step);
    // Without an engine the shell takes the profile and does the work itself, so it ends first.
    const bool ended = process->waitForFinished(2 * kLongestWait);
    const Said said{ended && process->exitStatus() == QProcess::NormalExit ? process->exitCode() : -1,
                    process->readAllStandardOutput(), process->readAllStandardError()};
    m_story.last() += u" (the shell was told %1)"_s.arg(said.exitCode);
    if (!ended) {
        QTest::qFail(qPrintable(u"the shell did not come to an end\n"_s + m_story.join(u'\n')), __FILE__, __LINE__);
        process->kill();
        process->waitForFinished();
    }
    bringBack(isAdas);
    return said;
}

void KillEveryStep::sayKilled(Step step, const Somebody &who, const QString &room, const QString &text)
{
    m_tried.append(text);
    if (killedWhile(step, who, {u"say"_s, room, text}).exitCode == 0)
        m_confirmed.append(text);
}

//! The operation for \a host that Tom sees, asked for again where a kill ate the asking, never where it was answered.
QString KillEveryStep::theOperation(const Somebody &who, const QString &host, const QString &command, const Said &asked)
{
    const QString promised = asked.exitCode == 0 ? asked.object().value(u"op"_s).toString() : QString();
    if (!promised.isEmpty()) {
        QElapsedTimer waited;
        for (waited.start(); waited.elapsed() < 20'000; QThread::msleep(100))
            if (!stateOf(tom(), promised).isEmpty())
                return promised;
        return {};
    }
    for (int tries = 0; tries < 3; ++tries) {
        QElapsedTimer waited;
        for (waited.start(); waited.elapsed() < (tries ? 20'000 : 1500); QThread::msleep(100))
            for (const QJsonObject &each : operationsOf(tom(), kRoom, host))
                if (command.startsWith(u'/' + each.value(u"command"_s).toString().replace(u'.', u' ')))
                    return each.value(u"op"_s).toString();
        who.json({u"say"_s, kRoom, command});
    }
    return {};
}

QJsonObject KillEveryStep::stateOf(const Somebody &who, const QString &op) const
{
    for (const QJsonObject &each : operationsOf(who, kRoom))
        if (each.value(u"op"_s).toString() == op)
            return each;
    return {};
}

void KillEveryStep::initTestCase()
{
    bool given = false;
    uint seed = qEnvironmentVariable("WARDROOM_SEED").toUInt(&given);
    if (!given)
        seed = std::random_device()();
    m_random.seed(seed);
    qInfo("WARDROOM_SEED=%u", seed);
    m_team = std::make_unique<Team>();
    QVERIFY2(m_team->problem().isEmpty(), qPrintable(m_team->problem()));
    const Said added = ada().json({u"tool"_s, u"add"_s, u"prometheus"_s, u"--mapping"_s,
                                   QStringLiteral(WARDROOM_SOURCE_DIR "/resources/mappings/alertmanager.yaml")});
    QVERIFY2(added.exitCode == 0, added.err);
    m_token = added.object().value(u"token"_s).toString().toLatin1();
    m_kills = static_cast<int>(m_random() % 2);
    prepare();
    if (QTest::currentTestFailed())
        return;
    m_adas = program(ada());
    m_toms = program(tom());
    QVERIFY(m_adas && m_toms);
}

//! Somebody says that they have it.
void KillEveryStep::claimKilled(int round, const Somebody &who)
{
    const QString title = QString::fromLatin1(titleOf(round));
    const auto alerts = [&] {
        QList<QJsonObject> all = who.json({u"alert"_s, u"list"_s}).lines();
        all.removeIf([&](const QJsonObject &each) { return !each.value(u"title"_s).toString().contains(title); });
        return all;
    };
    QTRY_VERIFY2_WITH_TIMEOUT(!alerts().isEmpty(), qPrintable(m_story.join(u'\n')), 20'000);
    QVERIFY2(alerts().size() == 1, qPrintable(m_story.join(u'\n')));
    const QString id = alerts().first().value(u"id"_s).toString();
    m_claims.insert(id, killedWhile(Step::claim, who, {u"alert"_s, u"claim"_s, id, u"that was me"_s}).exitCode == 0);
}

void KillEveryStep::approveKilled(const QString &op)
{
    const Said approved = killedWhile(Step::approved, tom(), {u"approve"_s, op});
    if (approved.exitCode == 0) {
        QTRY_VERIFY2_WITH_TIMEOUT(stateOf(ada(), op).value(u"given"_s).toInt() == 1, qPrintable(m_story.join(u'\n')),
                                  10'000);
        return;
    }
    // Not answered: it is there, or it never was and is given again.
    QThread::msleep(1000);
    const QJsonObject now = stateOf(tom(), op);
    if (now.value(u"given"_s).toInt() == 0 && now.value(u"stage"_s).toString() == u"requested")
        tom().json({u"approve"_s, op});
}

//! Once while the package is being put in, once while what it did is read back.
void KillEveryStep::killWhileRunning(const QString &op, const QString &root)
{
    QElapsedTimer waited;
    for (waited.start(); waited.elapsed() < kLongestWait && !isOver(stateOf(tom(), op)); QThread::msleep(20))
        if (stateOf(tom(), op).value(u"stage"_s).toString() == u"claimed")
            break;
    bringBack(killOne(Step::running));
    for (waited.restart(); waited.elapsed() < kLongestWait && !isOver(stateOf(tom(), op)); QThread::msleep(5))
        if (hasUpgraded(root, kPackage))
            break;
    bringBack(killOne(Step::finishing));
}

void KillEveryStep::checkEnd(const QString &op, const QString &root)
{
    QTRY_VERIFY2_WITH_TIMEOUT(isOver(stateOf(ada(), op)), qPrintable(m_story.join(u'\n')), kLongestWait);
    const QJsonObject end = stateOf(ada(), op);
    const bool isVerified = end.value(u"verdict"_s).toString() == u"verified";
    const bool isUnknown = end.value(u"outcome"_s).toString() == u"unknown" &&
                           end.value(u"summary"_s).toString().contains(u"A person must look"_s);
    const QByteArray all = QJsonDocument(end).toJson() + m_story.join(u'\n').toUtf8();
    QVERIFY2(isVerified || isUnknown, all);
    QVERIFY2(end.value(u"problem"_s).toString().isEmpty(), all);
    const qsizetype upgrades = upgradesOf(root, kPackage);
    QVERIFY2(isVerified ? upgrades == 1 : upgrades <= 1, all);
    ++(isVerified ? m_verified : m_unknown);
}

void KillEveryStep::playRound(int round)
{
    m_story = {u"round %1"_s.arg(round)};
    const QString host = u"drill-%1"_s.arg(round, 2, 10, QChar(u'0'));
    m_hosts.push_back(std::make_unique<PracticeHost>(host));
    const QString root = m_hosts.back()->root();
    QVERIFY2(m_hosts.back()->ok(), qPrintable(m_hosts.back()->said()));
    const Said added = ada().ctl({u"inventory"_s, u"add"_s, host, u"--root"_s, root});
    QVERIFY2(added.exitCode == 0, added.err);
    // Both of them speak, and at each step the other one is killed than a round before.
    ++m_kills;
    const Somebody &speaker = round / 2 % 2 == 0 ? ada() : tom();
    sayKilled(Step::words, speaker, kRoom, u"words of round %1"_s.arg(round));
    const QString status = u"/host status "_s + host;
    const Said asked = killedWhile(Step::asked, speaker, {u"say"_s, kRoom, status});
    const QString read = theOperation(speaker, host, status, asked);
    QVERIFY2(!read.isEmpty(), qPrintable(m_story.join(u'\n')));
    const QString apply = u"/patch apply %1 %2"_s.arg(host, kPackage);
    const Said requested = killedWhile(Step::requested, ada(), {u"say"_s, kRoom, apply});
    const QString op = theOperation(ada(), host, apply, requested);
    QVERIFY2(!op.isEmpty(), qPrintable(m_story.join(u'\n')));
    approveKilled(op);
    if (QTest::currentTestFailed())
        return;
    killWhileRunning(op, root);
    checkEnd(op, root);
    if (QTest::currentTestFailed())
        return;
    QTRY_VERIFY2_WITH_TIMEOUT(isOver(stateOf(ada(), read)), qPrintable(m_story.join(u'\n')), kLongestWait);
    raise(round);
    if (!QTest::currentTestFailed())
        claimKilled(round, speaker);
    if (QTest::currentTestFailed())
        return;
    sayKilled(Step::note, speaker, kRoom, u"/note add seen in round %1"_s.arg(round));
    m_hosts.back()->run({u"stop"_s, u"--root"_s, root});
}

void KillEveryStep::killedAtEveryStep_data()
{
    QTest::addColumn<int>("round");
    for (int round = 0; round < rounds(); ++round)
        QTest::addRow("round %d", round) << round;
}

void KillEveryStep::killedAtEveryStep()
{
    QFETCH(int, round);
    if (m_failed)
        return;
    playRound(round);
    m_failed = QTest::currentTestFailed();
    if (m_failed || round + 1 == rounds())
        qInfo("%d verified, %d of unknown outcome", m_verified, m_unknown);
}

void KillEveryStep::whatWasConfirmedIsThereOnce()
{
    for (const Somebody *each : {&ada(), &tom()}) {
        const QList<QJsonObject> lines = each->json({u"tail"_s, kRoom, u"--since"_s, u"0"_s, u"--no-follow"_s}).lines();
        for (const QString &text : std::as_const(m_tried)) {
            const auto times = std::count_if(lines.begin(), lines.end(), [&](const QJsonObject &line) {
                return line.value(u"text"_s).toString() == text && !line.contains(u"kind"_s);
            });
            QVERIFY2(m_confirmed.contains(text) ? times == 1 : times <= 1, qPrintable(text + u" × %1"_s.arg(times)));
        }
    }
}

void KillEveryStep::aConfirmedNoteAndClaimAreFactsOnce()
{
    const QList<QJsonObject> facts = tom().json({u"timeline"_s, kRoom}).lines();
    for (const QString &text : std::as_const(m_tried)) {
        if (!text.startsWith(u"/note add "))
            continue;
        const QString note = text.sliced(10);
        const auto times = std::count_if(facts.begin(), facts.end(), [&](const QJsonObject &line) {
            return line.value(u"kind"_s).toString() == u"note.added" &&
                   line.value(u"summary"_s).toString().endsWith(note);
        });
        QVERIFY2(m_confirmed.contains(text) ? times == 1 : times <= 1, qPrintable(text + u" × %1"_s.arg(times)));
    }
    const QList<QJsonObject> alerts = tom().json({u"alert"_s, u"list"_s}).lines();
    QCOMPARE(alerts.size(), m_claims.size());
    qsizetype confirmed = 0;
    for (const QJsonObject &alert : alerts)
        if (m_claims.value(alert.value(u"id"_s).toString())) {
            ++confirmed;
            QVERIFY2(!alert.value(u"standing"_s).toString().isEmpty(), QJsonDocument(alert).toJson());
        }
    const QList<QJsonObject> lines = tom().json({u"timeline"_s, u"ids-alerts"_s}).lines();
    const auto count = [&](const QString &kind) {
        return std::count_if(lines.begin(), lines.end(),
                             [&](const QJsonObject &line) { return line.value(u"kind"_s).toString() == kind; });
    };
    QCOMPARE(count(u"alert.raised"_s), m_claims.size());
    QVERIFY(count(u"alert.claimed"_s) >= confirmed && count(u"alert.claimed"_s) <= m_claims.size());
}

void KillEveryStep::nothingWasClaimedOrFinishedTwice()
{
    const QList<QJsonObject> timeline = ada().json({u"timeline"_s, kRoom}).lines();
    for (const QJsonObject &each : operationsOf(ada(), kRoom)) {
        const QString op = each.value(u"op"_s).toString();
        const bool reads = each.value(u"needs"_s).toInt() == 0;
        const bool ran = each.value(u"stage"_s).toString() != u"requested";
        QCOMPARE(countOf(timeline, u"command.requested"_s, op), 1);
        QCOMPARE(countOf(timeline, u"command.claimed"_s, op), reads || !ran ? 0 : 1);
        QVERIFY(countOf(timeline, u"command.finished"_s, op) <= 1);
        QVERIFY(countOf(timeline, u"command.verified"_s, op) <= 1);
    }
    for (const QJsonObject &line : timeline)
        QVERIFY2(!line.contains(u"flag"_s), QJsonDocument(line).toJson());
}

void KillEveryStep::checkRecord(const QString &room)
{
    const QByteArray mine = ada().ctl({u"incident"_s, room}).out;
    QVERIFY(!mine.isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(tom().ctl({u"incident"_s, room}).out, mine, 10'000);
    for (const Somebody *each : {&ada(), &tom()}) {
        const QString sentence = each->json({u"room"_s, u"show"_s, room}).object().value(u"record"_s).toString();
        QVERIFY2(sentence.endsWith(u"chain intact"_s), qPrintable(sentence));
    }
}

void KillEveryStep::bothHoldTheSameRecord()
{
    for (const QString &room : {kRoom, u"ids-alerts"_s, u"security-ops"_s, u"it"_s})
        checkRecord(room);
    for (const Somebody *each : {&ada(), &tom()}) {
        const QString bundle = m_team->top() + (each == &ada() ? u"/ada-bundle"_s : u"/tom-bundle"_s);
        QCOMPARE(each->json({u"export"_s, kRoom, u"--to"_s, bundle}).exitCode, 0);
        const Said verified = each->ctl({u"verify"_s, bundle, u"--trust"_s, m_team->trust()});
        QVERIFY2(verified.exitCode == 0, verified.out + verified.err);
    }
}

void KillEveryStep::theCustodyIsIntact()
{
    for (QProcess *each : {m_adas.get(), m_toms.get()}) {
        if (endsWhenAsked())
            each->terminate();
        else
            each->kill();
        QVERIFY(each->waitForFinished(10'000));
        if (endsWhenAsked())
            QCOMPARE(each->exitCode(), 0);
    }
    for (const Somebody *each : {&ada(), &tom()}) {
        const QByteArray said = each->json({u"doctor"_s}).out;
        QVERIFY2(said.contains("lines of custody, chain intact"), said);
    }
}

void KillEveryStep::cleanupTestCase()
{
    for (QProcess *each : {m_adas.get(), m_toms.get()})
        if (each && each->state() != QProcess::NotRunning) {
            each->kill();
            each->waitForFinished();
        }
}

} // namespace wardroom::test
