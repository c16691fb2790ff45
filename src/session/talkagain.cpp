// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/engine.h"
#include "session/lateline.h"
#include "session/talk.h"

//! The half of Talk that says again what was refused, and does what lines of an earlier run ask for.
namespace wardroom::session {
using namespace Qt::StringLiterals;

//! One line asks once, also where the program ends in between and does not know whether it has. Nobody else can tell
//! the id before it is said.
OpId Talk::askedBy(const EntryId &line) const
{
    return OpId(Sha256::of(m_engine.key().sign("asked for by " + line.text().toUtf8())).hex().left(32));
}

void Talk::retry(qint64 outboxId)
{
    for (const store::OutboxItem &item : m_engine.sender().pending()) {
        if (item.id != outboxId || item.state != store::SendState::failed)
            continue;
        QCoro::connect(sayAgain(item), this, [] {});
        break;
    }
}

QCoro::Task<void> Talk::sayAgain(store::OutboxItem item)
{
    const QPointer<Talk> self(this);
    const auto sending = m_engine.sender().delivered(FactId(item.txn));
    m_engine.sender().retry(item.id);
    const Result<chat::Sent> sent = co_await sending;
    if (!self || !sent || !item.envelope.isEmpty())
        co_return;
    const RoomId room = item.room;
    const Result<SaidAnswer> done = co_await actOn(room, item.text, sent->entry);
    if (self && !done)
        Q_EMIT hinted(room, done.error().message);
}

//! Also once more after the last of them has left the outbox.
void Talk::lookForLate()
{
    if (!m_mayBeLate)
        return;
    const QList<store::OutboxItem> &pending = m_engine.sender().pending();
    m_mayBeLate = m_isDoingLate || !m_engine.isReady() ||
                  std::any_of(pending.begin(), pending.end(), [this](const store::OutboxItem &item) {
                      return item.queuedAt <= m_since && item.envelope.isEmpty();
                  });
    QCoro::connect(doLate(), this, [] {});
}

//! Lines of an earlier run that were still to be sent when it ended, and are said now.
QCoro::Task<void> Talk::doLate()
{
    const QPointer<Talk> self(this);
    if (m_isDoingLate || !m_engine.isReady())
        co_return;
    m_isDoingLate = true;
    for (bool isDone = false; !isDone;) {
        const Result<QMap<QString, QByteArray>> read = co_await m_engine.store().values(LateLine::prefix());
        if (!self)
            co_return;
        const QMap<QString, QByteArray> lines = read.value_or(QMap<QString, QByteArray>());
        isDone = lines.isEmpty();
        for (auto it = lines.cbegin(); !isDone && it != lines.cend(); ++it) {
            const LateLine line = LateLine::fromStore(it.key(), it.value());
            co_await doLateLine(line.room, line.text, line.said);
            if (!self)
                co_return;
            const Result<void> removed = co_await m_engine.store().setValue(it.key(), {});
            if (!self)
                co_return;
            isDone = !removed;
        }
    }
    m_isDoingLate = false;
}

QCoro::Task<void> Talk::doLateLine(RoomId room, QString text, EntryId said)
{
    const QPointer<Talk> self(this);
    const domain::Understanding meant = understand(room, text);
    const bot::Command *command = m_engine.catalogue().command(meant.command);
    if (meant.intent == domain::IntentKind::command && command && command->run.kind != bot::StepKind::room) {
        const Result<SaidAnswer> done = co_await actOn(room, text, said);
        if (self && !done)
            Q_EMIT hinted(room, done.error().message);
        co_return;
    }
    if (draft(room).isEmpty())
        setDraft(room, text);
    askBack(room, tr("Said, and maybe not done"),
            tr("Wardroom was closed before this line was sent. It stands in the room now, but whether what it asks for "
               "was done is not known. Look, and send it again where it was not."),
            {text});
}

} // namespace wardroom::session
