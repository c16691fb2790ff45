// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sender.h"

#include "chat/wordless.h"
#include "session/inwords.h"
#include "session/lateline.h"

//! The half of Sender that talks to the platform.
namespace wardroom::session {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using store::SendState;

namespace {

bool isPassing(ErrorKind kind)
{
    // A full disk is emptied by somebody, who is signed out signs in again, and what answers in the server's place goes
    // away; then what was said is sent.
    return kind == ErrorKind::timeout || kind == ErrorKind::transient || kind == ErrorKind::rate ||
           kind == ErrorKind::cancelled || kind == ErrorKind::storage || kind == ErrorKind::auth ||
           kind == ErrorKind::protocol;
}

constexpr auto kSlow = 10s; //!< a message that is not taken for so long is worth a word to whoever waits for it

std::chrono::milliseconds pauseAfter(const Error &error)
{
    const bool isLong = error.kind == ErrorKind::storage || error.kind == ErrorKind::protocol;
    return error.retryAfter.value_or(isLong ? 3s : 1s);
}

//! Only where it stands in the queue depends on it, so its bytes are not parsed.
bool isAlert(const store::OutboxItem &item)
{
    return item.envelope.contains(R"("kind":"alert.raised")") || item.envelope.contains(R"("kind":"alert.grouped")");
}

QString notTaken()
{
    return Sender::tr("The server answers, but does not take what is said here. It is kept, and tried again.");
}

//! Who is called is mentioned, so that their phone rings; where everybody is called, everybody who is there.
QCoro::Task<QList<domain::PersonId>> mentionsOf(store::OutboxItem item, chat::ChatPlatform *platform)
{
    QList<domain::PersonId> people;
    if (!item.envelope.contains("\"responder.called\""))
        co_return people;
    const Result<domain::Envelope> envelope = domain::parseEnvelope(item.envelope);
    if (!envelope || envelope->kind != u"responder.called")
        co_return people;
    const domain::PersonId person(envelope->body.value("person"_L1).toString());
    people.append(person);
    if (!person.isEmpty())
        co_return people;
    const RoomId room = item.room;
    const Result<QList<domain::PersonId>> members = co_await platform->members(room);
    co_return members.value_or(QList<domain::PersonId>());
}

//! Nobody waits for a command's log or a tool's own bytes to read the message that names them, so that goes first.
bool isFollowedByItsAttachments(const QByteArray &envelope)
{
    if (envelope.isEmpty())
        return false;
    const Result<domain::Envelope> read = domain::parseEnvelope(envelope);
    if (!read || read->body.contains("spilled"_L1))
        return false;
    return read->kind == u"command.finished" || read->kind == u"alert.raised" || read->kind == u"evidence.added";
}

//! A line that asks for something and was left by an earlier run: nobody waits any more to ask for it, so that is left
//! to session::Talk.
QCoro::Task<void> keepLateLine(QPointer<store::Store> store, store::OutboxItem item, domain::EntryId entry)
{
    const LateLine late{item.room, entry, item.text};
    if (item.envelope.isEmpty() && item.text.trimmed().startsWith(u'/'))
        co_await store->setValue(late.key(), late.bytes());
}

QCoro::Task<Result<void>> uploadAll(QList<Sha256> hashes, QPointer<store::Store> store,
                                    QPointer<chat::ChatPlatform> platform)
{
    for (const Sha256 &hash : std::as_const(hashes)) {
        const Result<QByteArray> bytes = co_await store->blob(hash);
        if (!store || !platform)
            co_return fail(ErrorKind::cancelled, {});
        if (!bytes && bytes.error().kind == ErrorKind::notFound)
            continue; // of somebody else's fact: the workspace has it from them
        if (!bytes)
            co_return tl::unexpected(bytes.error());
        const Result<Sha256> uploaded = co_await platform->upload(*bytes);
        if (!store || !platform)
            co_return fail(ErrorKind::cancelled, {});
        if (!uploaded)
            co_return tl::unexpected(uploaded.error());
    }
    co_return Result<void>();
}

} // namespace

void Sender::pump()
{
    if (!m_pumping && m_platform.linkState() == chat::LinkState::live)
        QCoro::connect(pumpAll(), this, [] {});
}

QList<store::OutboxItem>::iterator Sender::nextItem()
{
    const auto isNext = [this](const store::OutboxItem &i) {
        return i.state == SendState::queued && (i.envelope.isEmpty() || m_caughtUp);
    };
    const auto first = std::find_if(m_items.begin(), m_items.end(), isNext);
    // Facts keep their order, which is a chain; words wait for none of them where every message has to wait, and never
    // for what tools say in storms.
    if (first == m_items.end() || (!m_isLimited && !isAlert(*first)))
        return first;
    const auto isWords = [&](const store::OutboxItem &i) { return isNext(i) && i.envelope.isEmpty(); };
    if (const auto words = std::find_if(m_items.begin(), m_items.end(), isWords); words != m_items.end())
        return words;
    // So does what is said in another room, whose chain is another one.
    const auto isElsewhere = [&](const store::OutboxItem &i) {
        return isNext(i) && i.room != first->room && !isAlert(i);
    };
    const auto other = std::find_if(m_items.begin(), m_items.end(), isElsewhere);
    const auto isBefore = [&](const store::OutboxItem &i) { return isNext(i) && i.room == other->room; };
    return other != m_items.end() && std::find_if(m_items.begin(), other, isBefore) == other ? other : first;
}

void Sender::putBack(store::OutboxItem &item, const Error &error)
{
    item.state = SendState::queued;
    m_isLimited = m_isLimited || error.kind == ErrorKind::rate;
    const bool isLate = m_clock.nowMs() - item.queuedAt > std::chrono::milliseconds(kSlow).count();
    if (error.kind == ErrorKind::storage)
        setHeld(error.message);
    else if (isLate && error.kind != ErrorKind::rate && m_platform.linkState() == chat::LinkState::live)
        setHeld(notTaken());
    m_again.start(pauseAfter(error));
}

void Sender::setHeld(const QString &sentence)
{
    if (m_isHeld == !sentence.isEmpty())
        return;
    m_isHeld = !sentence.isEmpty();
    Q_EMIT held(sentence);
}

QCoro::Task<void> Sender::pumpAll()
{
    const QPointer<Sender> self(this);
    m_pumping = true;
    while (self) {
        const auto next = nextItem();
        if (next == m_items.end()) {
            m_isLimited = false;
            break;
        }
        next->state = SendState::sending;
        const store::OutboxItem taken = *next;
        QTimer slow; // again and again: the link may have been told as broken at the first time
        slow.callOnTimeout(this, [this] {
            if (m_platform.linkState() == chat::LinkState::live)
                setHeld(notTaken());
        });
        slow.start(kSlow);
        const Result<chat::Sent> sent = co_await sendOne(taken);
        if (!self)
            co_return;
        store::OutboxItem *found = item(taken.id);
        if (sent) {
            setHeld({});
            m_sent.insert(taken.txn, sent->entry);
            if (found)
                found->state = SendState::sent;
            settle(taken.txn, sent);
            const bool wasLeft = m_fromBefore.remove(taken.id);
            bool isOver = false;
            if (m_recent.removeOne(sent->entry) || wasLeft)
                isOver = co_await isKept(taken.txn, taken.room, sent->entry);
            if (!self)
                co_return;
            if (isOver)
                dropSent(taken.txn);
        } else if (found && isPassing(sent.error().kind)) {
            putBack(*found, sent.error());
            Q_EMIT outboxChanged(taken.room);
            break;
        } else if (found) {
            found->state = SendState::failed;
            found->problem = sent.error().message;
            QCoro::connect(m_store.updateOutbox(found->id, SendState::failed, found->problem), this,
                           [](const Result<void> &) {});
            settle(taken.txn, sent);
        }
        Q_EMIT outboxChanged(taken.room);
    }
    if (self)
        m_pumping = false;
}

//! Another node said the same fact, and in words, while this one's waited here, as when it was dead for a while:
//! nobody's phone rings for it again. It is sent without words then, for the place that it has in this node's chain.
bool Sender::isSaidByAnother(const store::OutboxItem &item) const
{
    const domain::RoomFold *fold = m_book.fold(item.room);
    const domain::FactId fact(item.txn);
    if (!fold || !m_book.admission(item.room).facts.contains(fact) || !chat::mayBeWordless(item.envelope))
        return false;
    const qsizetype first = firstInWords(*fold, fact);
    if (first < 0 || fold->entries().at(first).hash == Sha256::of(item.envelope))
        return false;
    const Result<domain::Envelope> own = domain::parseEnvelope(item.envelope);
    return own && fold->entries().at(first).envelope->kind == own->kind;
}

QCoro::Task<Result<chat::Sent>> Sender::sendOne(store::OutboxItem item)
{
    const QPointer<Sender> self(this);
    const bool isLater = isFollowedByItsAttachments(item.envelope);
    Result<void> uploaded;
    if (!isLater)
        uploaded = co_await uploadAll(item.attachments, &m_store, &m_platform);
    if (!self || !uploaded)
        co_return self ? tl::unexpected(uploaded.error()) : fail(ErrorKind::cancelled, {});
    chat::Outgoing message{item.txn, item.room, item.text, item.envelope, item.display, item.replyTo, item.thread};
    if (isSaidByAnother(item)) {
        message.text.clear();
    } else {
        message.mentions = co_await mentionsOf(item, &m_platform);
        if (!self)
            co_return fail(ErrorKind::cancelled, {});
    }
    Result<chat::Sent> sent = co_await m_platform.submit(message);
    const bool isUnclear =
        !sent && (sent.error().kind == ErrorKind::timeout || sent.error().kind == ErrorKind::transient ||
                  sent.error().kind == ErrorKind::protocol);
    if (self && isUnclear) {
        // The answer was lost, not necessarily the message.
        const Result<std::optional<chat::Sent>> known = co_await m_platform.reconcile(item.txn, item.room);
        if (known && known->has_value())
            sent = known->value();
    }
    if (self && sent && isLater)
        uploaded = co_await uploadAll(item.attachments, &m_store, &m_platform);
    if (!uploaded && isPassing(uploaded.error().kind))
        co_return tl::unexpected(uploaded.error()); // the same message again is the one that is there
    if (self && sent && m_fromBefore.contains(item.id))
        co_await keepLateLine(&m_store, item, sent->entry); // before it may leave the outbox
    co_return sent;
}

} // namespace wardroom::session
