// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/engineports.h"

#include "report/wording.h"
#include "session/automation.h"
#include "session/roomrecord.h"

namespace wardroom::session {
using namespace Qt::StringLiterals;
using domain::RunStage;

namespace {

constexpr auto kJournal = "journal/"_L1;
constexpr auto kOutput = "output/"_L1; //!< of what runs
constexpr auto kTaken = "claim/"_L1;   //!< names that this node took as the one runner
constexpr qsizetype kMostKnown = 20;

//! Questions and their answers are no news about what they ask of.
bool isQuestion(const domain::RoomFold &fold, const domain::ReadEntry &read)
{
    const domain::OperationState *operation = fold.state().operation(read.envelope->op);
    return operation && operation->request.risk == domain::Risk::read;
}

QByteArray stageWord(RunStage stage)
{
    switch (stage) {
    case RunStage::asking: return "asking";
    case RunStage::won: return "won";
    case RunStage::starting: return "starting";
    case RunStage::ended: return "ended";
    }
    return "ended";
}

} // namespace

EnginePorts::EnginePorts(store::Store &store, chat::ChatPlatform &platform, const RoomBook &book, domain::NodeId self)
    : m_store(store)
    , m_platform(platform)
    , m_book(book)
    , m_self(std::move(self))
{}

QCoro::Task<Result<void>> EnginePorts::write(domain::OpId op, RunStage stage)
{
    co_return co_await m_store.setValue(kJournal + op.text(), stageWord(stage));
}

QCoro::Task<Result<QMap<domain::OpId, RunStage>>> EnginePorts::open()
{
    const Result<QMap<QString, QByteArray>> lines = co_await m_store.values(kJournal);
    if (!lines)
        co_return tl::unexpected(lines.error());
    QMap<domain::OpId, RunStage> open;
    for (auto it = lines->begin(); it != lines->end(); ++it)
        for (const RunStage stage : {RunStage::asking, RunStage::won, RunStage::starting})
            if (it.value() == stageWord(stage))
                open.insert(domain::OpId(it.key().sliced(kJournal.size())), stage);
    co_return open;
}

//! Where the disk takes nothing there is no log to find later; what runs goes on.
void EnginePorts::keepOutput(domain::OpId op, QByteArray output)
{
    QCoro::connect(m_store.setValue(kOutput + op.text(), std::move(output)), &m_store, [](const Result<void> &) {});
}

QCoro::Task<Result<QByteArray>> EnginePorts::keptOutput(domain::OpId op)
{
    co_return co_await m_store.value(kOutput + op.text());
}

void EnginePorts::forgetOutput(domain::OpId op)
{
    QCoro::connect(m_store.setValue(kOutput + op.text(), {}), &m_store, [](const Result<void> &) {});
}

bool EnginePorts::isLive() const
{
    return m_caughtUp && m_platform.linkState() == chat::LinkState::live;
}

QCoro::Task<Result<QList<domain::PersonId>>> EnginePorts::members(RoomId room)
{
    if (const QString problem = m_book.groupProblem(room); !problem.isEmpty())
        co_return fail(ErrorKind::forbidden, problem);
    co_return co_await m_platform.members(room);
}

bool EnginePorts::recordHolds(const domain::CommandLevel &grant) const
{
    return session::recordHolds(m_book, grant);
}

//! Older words come while a gap is filled. What is older and new, the server says since its clock was set back: by the
//! time from before nothing would start for as long as it had been ahead.
void EnginePorts::setServerTime(qint64 ms)
{
    constexpr qint64 kUnordered = 60'000; //!< ms between entries of rooms that are read one after the other
    m_serverTime = m_caughtUp && ms + kUnordered < m_serverTime ? ms : std::max(m_serverTime, ms);
}

//! Its lock may have been cleared meanwhile (LockSweeper), and a clock that was set back knows nothing of it.
bool EnginePorts::hasExpired(const QString &name) const
{
    for (const chat::Room &room : m_book.rooms()) {
        const domain::OperationState *operation = m_book.state(room.id).operation(domain::OpId(name));
        if (operation && m_serverTime >= operation->request.expires)
            return true;
    }
    return false;
}

QCoro::Task<Result<QStringList>> EnginePorts::held()
{
    Result<QStringList> names = co_await m_platform.held();
    if (!names)
        co_return names;
    const Result<QMap<QString, QByteArray>> taken = co_await m_store.values(kTaken);
    if (!taken)
        co_return tl::unexpected(taken.error());
    for (auto it = taken->begin(); it != taken->end(); ++it)
        names->append(it.key().sliced(kTaken.size()));
    names->removeDuplicates();
    co_return names;
}

QCoro::Task<Result<void>> EnginePorts::release(QString name)
{
    const Result<void> done = co_await m_platform.release(name);
    if (!done)
        co_return done;
    co_return co_await m_store.setValue(kTaken + name, {});
}

QCoro::Task<domain::ClaimAnswer> EnginePorts::claimOnce(QString name)
{
    if (hasExpired(name))
        co_return domain::ClaimAnswer{domain::Claim::unknown, {}};
    const domain::ClaimAnswer answer = co_await m_platform.claimOnce(name);
    if (m_platform.capabilities().arbiter)
        co_return answer;
    const domain::Policy *policy = m_book.workspace().policy();
    if (!policy || policy->runner.isEmpty())
        co_return domain::ClaimAnswer{domain::Claim::unknown, {}};
    if (policy->runner != m_self)
        co_return domain::ClaimAnswer{domain::Claim::lost, policy->runner};
    const Result<QByteArray> taken = co_await m_store.value(kTaken + name);
    if (!taken)
        co_return domain::ClaimAnswer{domain::Claim::unknown, {}};
    if (!taken->isNull())
        co_return domain::ClaimAnswer{domain::Claim::lost, m_self};
    const Result<void> kept = co_await m_store.setValue(kTaken + name, "1");
    co_return kept ? domain::ClaimAnswer{domain::Claim::won, m_self} : domain::ClaimAnswer{domain::Claim::unknown, {}};
}

QCoro::Task<QList<domain::Known>> EnginePorts::knownOf(QString subject)
{
    QList<domain::Known> known;
    for (const chat::Room &room : m_book.rooms()) {
        const domain::RoomFold *fold = m_book.fold(room.id);
        if (!fold)
            continue;
        for (qsizetype i = 0; i < fold->entries().size(); ++i) {
            const domain::ReadEntry &read = fold->entries().at(i);
            if (fold->judgementAt(i).standing != domain::Standing::accepted || isQuestion(*fold, read))
                continue;
            const domain::PersonId by = m_book.workspace().personOf(read.envelope->node);
            const report::WordedFact worded =
                report::worded(read.fact, {m_book.workspace(), by, read.envelope->op, &fold->state()});
            if (worded.title.contains(subject, Qt::CaseInsensitive) ||
                worded.detail.contains(subject, Qt::CaseInsensitive))
                known.append({read.entry.position.serverTime, worded.title});
        }
    }
    std::stable_sort(known.begin(), known.end(), [](const auto &a, const auto &b) { return a.at > b.at; });
    co_return known.first(std::min(known.size(), kMostKnown));
}

QCoro::Task<QJsonObject> EnginePorts::roomNow(RoomId room)
{
    co_return roomRecord(m_book, room);
}

QCoro::Task<Result<Sha256>> EnginePorts::keep(QByteArray bytes)
{
    // The workspace gets what a fact names, before that fact (Sender): of a storm's ten thousand, a few.
    co_return co_await m_store.putBlob(bytes);
}

QCoro::Task<Result<QByteArray>> EnginePorts::bytes(Sha256 hash)
{
    Result<QByteArray> bytes = co_await m_store.blob(hash);
    if (!bytes)
        bytes = co_await m_platform.download(hash);
    co_return bytes;
}

} // namespace wardroom::session
