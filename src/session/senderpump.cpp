// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sender.h"

//! The half of Sender that talks to the platform.
namespace wardroom::session {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using store::SendState;

namespace {

bool isPassing(ErrorKind kind)
{
    return kind == ErrorKind::timeout || kind == ErrorKind::transient || kind == ErrorKind::rate
        || kind == ErrorKind::cancelled;
}

} // namespace

void Sender::pump()
{
    if (!m_pumping && m_platform.linkState() == chat::LinkState::live)
        QCoro::connect(pumpAll(), this, [] {});
}

QCoro::Task<void> Sender::pumpAll()
{
    const QPointer<Sender> self(this);
    m_pumping = true;
    while (self) {
        const auto next = std::find_if(m_items.begin(), m_items.end(), [this](const store::OutboxItem &i) {
            return i.state == SendState::queued && (i.envelope.isEmpty() || m_factsAllowed);
        });
        if (next == m_items.end())
            break;
        next->state = SendState::sending;
        const store::OutboxItem taken = *next;
        const Result<chat::Sent> sent = co_await sendOne(taken);
        if (!self)
            co_return;
        store::OutboxItem *found = item(taken.id);
        if (sent) {
            m_sent.insert(taken.txn, sent->entry);
            if (found)
                found->state = SendState::sent;
            settle(taken.txn, sent);
            if (m_recent.removeOne(sent->entry))
                dropSent(taken.txn);
        } else if (found && isPassing(sent.error().kind)) {
            found->state = SendState::queued;
            m_again.start(sent.error().retryAfter.value_or(1s));
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

QCoro::Task<Result<chat::Sent>> Sender::sendOne(store::OutboxItem item)
{
    const QPointer<Sender> self(this);
    for (const Sha256 &hash : std::as_const(item.attachments)) {
        const Result<QByteArray> bytes = co_await m_store.blob(hash);
        if (!self)
            co_return fail(ErrorKind::cancelled, {});
        if (!bytes)
            co_return tl::unexpected(bytes.error());
        const Result<Sha256> uploaded = co_await m_platform.upload(*bytes);
        if (!self)
            co_return fail(ErrorKind::cancelled, {});
        if (!uploaded)
            co_return tl::unexpected(uploaded.error());
    }
    const chat::Outgoing message{item.txn, item.room, item.text, item.envelope, item.display, item.replyTo};
    Result<chat::Sent> sent = co_await m_platform.submit(message);
    if (!self || sent || (sent.error().kind != ErrorKind::timeout && sent.error().kind != ErrorKind::transient))
        co_return sent;
    // The answer was lost, not necessarily the message.
    const Result<std::optional<chat::Sent>> known = co_await m_platform.reconcile(item.txn, item.room);
    if (known && known->has_value())
        co_return known->value();
    co_return sent;
}

} // namespace wardroom::session
