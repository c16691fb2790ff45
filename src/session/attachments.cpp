// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/attachments.h"

#include "domain/envelope.h"

namespace wardroom::session {
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds kFirst = 3s;
constexpr milliseconds kLast = 1h;
constexpr milliseconds kWorthWaiting = 60s;
constexpr int kAtOnce = 4;
constexpr int kSurelyWrong = 2; // once may be somebody on the way who answered in the server's place

//! Other bytes lie there than the envelope names: asking again soon would fetch the same ones.
bool isWrong(ErrorKind kind)
{
    return kind == ErrorKind::corrupt || kind == ErrorKind::tooLarge;
}

} // namespace

Attachments::Attachments(store::Store &store, const RoomBook &book, const Clock &clock, Download download)
    : m_store(store)
    , m_book(book)
    , m_clock(clock)
    , m_download(std::move(download))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Attachments::look);
}

Sha256 Attachments::wantedBy(const domain::Entry &entry)
{
    if (!entry.spilled.isEmpty() || !domain::mayBeSpilled(entry.envelope))
        return {};
    const Result<domain::Envelope> envelope = domain::parseEnvelope(entry.envelope);
    return envelope ? envelope->spilled() : Sha256();
}

void Attachments::want(const domain::Entry &entry)
{
    const Sha256 hash = wantedBy(entry);
    if (hash.isNull())
        return;
    Wanted &wanted = m_wanted[hash];
    const auto isSame = [&](const Named &named) {
        return named.entry.room == entry.room && named.entry.position == entry.position;
    };
    if (std::any_of(wanted.by.begin(), wanted.by.end(), isSame))
        return;
    if (wanted.by.isEmpty())
        wanted.sinceMs = m_clock.nowMs();
    const domain::Envelope envelope = *domain::parseEnvelope(entry.envelope);
    wanted.isEnrolment = wanted.isEnrolment ||
                         (m_book.isControl(entry.room) && envelope.kind == QStringView(domain::NodeEnrolled::kind));
    wanted.by.append({entry, envelope});
    // Another message may say another place where it lies.
    wanted.dueMs = 0;
    wanted.failures = 0;
    wanted.wrong = 0;
}

void Attachments::hurry()
{
    for (Wanted &wanted : m_wanted)
        wanted.dueMs = 0;
    look();
}

void Attachments::vouch()
{
    for (Wanted &wanted : m_wanted) {
        if (!wanted.isSigned)
            wanted.isSigned =
                std::any_of(wanted.by.begin(), wanted.by.end(), [this](Named &named) { return isSigned(named); });
    }
}

bool Attachments::isSigned(Named &named) const
{
    const domain::Node *node = m_book.workspace().node(named.envelope.node);
    if (!node || node->person != named.entry.sender)
        return false;
    if (named.key != node->key) {
        named.key = node->key;
        named.isSigned =
            PublicKey::fromHex(node->key).verifies(domain::signedPart(named.entry.envelope), named.envelope.sig);
    }
    return named.isSigned;
}

bool Attachments::mayAsk(const Wanted &wanted) const
{
    if (wanted.isUnderWay || wanted.dueMs > m_clock.nowMs())
        return false;
    const auto isSameKind = [&](const Wanted &other) { return other.isUnderWay && other.isSigned == wanted.isSigned; };
    const auto underWay = std::count_if(m_wanted.begin(), m_wanted.end(), isSameKind);
    return wanted.isSigned ? underWay < kAtOnce : wanted.isEnrolment && underWay < 1;
}

//! The control room's first: the others are judged by what it says.
QList<Sha256> Attachments::turns() const
{
    QList<Sha256> control;
    QList<Sha256> others;
    for (auto it = m_wanted.begin(); it != m_wanted.end(); ++it) {
        if (mayAsk(*it))
            (m_book.isControl(it->by.first().entry.room) ? control : others).append(it.key());
    }
    return control + others;
}

void Attachments::look()
{
    vouch();
    const QList<Sha256> next = turns();
    for (const Sha256 &hash : next) {
        const auto wanted = m_wanted.find(hash);
        if (wanted == m_wanted.end() || !mayAsk(*wanted))
            continue;
        wanted->isUnderWay = true;
        QCoro::connect(fetch(hash), this, [] {});
    }
    schedule();
}

QCoro::Task<void> Attachments::fetch(Sha256 hash)
{
    const QPointer<Attachments> self(this);
    const Download download = m_download;
    Result<QByteArray> bytes = co_await m_store.blob(hash);
    if (!self)
        co_return;
    if (!bytes) {
        bytes = co_await download(hash);
        if (bytes && bytes->size() > kLongest)
            bytes = fail(ErrorKind::tooLarge, {});
        if (bytes && self)
            co_await m_store.putBlob(*bytes);
        if (!self)
            co_return;
    }
    settle(hash, bytes);
}

void Attachments::settle(const Sha256 &hash, const Result<QByteArray> &bytes)
{
    const QPointer<Attachments> self(this);
    const auto wanted = m_wanted.find(hash);
    QList<domain::Entry> whole;
    if (bytes) {
        for (const Named &named : std::as_const(wanted->by)) {
            whole.append(named.entry);
            whole.last().spilled = *bytes;
        }
        m_wanted.erase(wanted);
        Q_EMIT found(whole);
    } else {
        wanted->isUnderWay = false;
        wanted->isTried = true;
        wanted->wrong += isWrong(bytes.error().kind) ? 1 : 0;
        const milliseconds growing = kFirst * (1 << std::min(wanted->failures, 12));
        const milliseconds wait = wanted->wrong >= kSurelyWrong ? kLast : growing;
        wanted->dueMs = m_clock.nowMs() + std::min(wait, kLast).count();
        ++wanted->failures;
    }
    if (self)
        Q_EMIT tried();
    if (self)
        look();
}

bool Attachments::isFirstTrying() const
{
    const qint64 now = m_clock.nowMs();
    return std::any_of(m_wanted.begin(), m_wanted.end(), [now](const Wanted &wanted) {
        return wanted.isSigned && !wanted.isTried && now - wanted.sinceMs < kWorthWaiting.count();
    });
}

bool Attachments::isAsking() const
{
    return std::any_of(m_wanted.begin(), m_wanted.end(), [](const Wanted &wanted) { return wanted.isUnderWay; });
}

void Attachments::schedule()
{
    std::optional<qint64> next;
    for (const Wanted &wanted : std::as_const(m_wanted)) {
        if (!wanted.isUnderWay && (wanted.isSigned || wanted.isEnrolment) && wanted.dueMs > m_clock.nowMs())
            next = std::min(next.value_or(wanted.dueMs), wanted.dueMs);
    }
    if (!next)
        return m_timer.stop(); // the end of one that is under way lets another go, and looks
    const milliseconds wait(*next - m_clock.nowMs());
    m_timer.start(std::min<milliseconds>(wait, 1min)); // the clock may be set meanwhile
}

} // namespace wardroom::session
