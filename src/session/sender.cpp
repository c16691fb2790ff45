// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sender.h"

#include "report/verify/factline.h"
#include "report/wording.h"
#include "session/cards.h"
#include "session/chainhead.h"
#include "session/inwords.h"

#include <QCoroFuture>

namespace wardroom::session {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using store::SendState;

namespace {

//! What a platform takes of a message that follows something: its first line says what it is, the last ones are news.
QString fitted(const QString &text, qsizetype longest)
{
    if (text.size() <= longest)
        return text;
    const QString first = text.section(u'\n', 0, 0).left(longest);
    const qsizetype rest = longest - first.size() - 1;
    return rest > 0 ? first + u'\n' + text.right(rest) : first;
}

bool isEmptied(const domain::Entry &entry)
{
    return entry.deleted && !entry.reaction && entry.envelope.isEmpty();
}

} // namespace

Sender::Sender(store::Store &store, chat::ChatPlatform &platform, const RoomBook &book, Signer signer,
               const Clock &clock)
    : m_store(store)
    , m_platform(platform)
    , m_book(book)
    , m_signer(std::move(signer))
    , m_clock(clock)
{
    connect(&m_platform, &chat::ChatPlatform::arrived, this, &Sender::recallEmptied);
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &Sender::pump);
    connect(&m_platform, &chat::ChatPlatform::linkChanged, this, [this](chat::LinkState state) {
        if (state != chat::LinkState::live && state != chat::LinkState::rateLimited)
            m_caughtUp = false;
        pump();
    });
}

Sender::~Sender() = default;

QCoro::Task<Result<void>> Sender::load()
{
    const QPointer<Sender> self(this);
    Result<QList<store::OutboxItem>> items = co_await m_store.outbox();
    if (!self)
        co_return fail(ErrorKind::cancelled, {});
    if (!items)
        co_return tl::unexpected(items.error());
    m_items = *items;
    for (store::OutboxItem &item : m_items) {
        m_fromBefore.insert(item.id);
        if (item.state != SendState::failed)
            item.state = SendState::queued;
        const Result<domain::Envelope> envelope = domain::parseEnvelope(item.envelope);
        if (envelope && envelope->seq > headOf(item.room).seq)
            m_heads.insert(item.room, {envelope->seq, Sha256::of(item.envelope)});
    }
    co_return Result<void>();
}

void Sender::allowFacts()
{
    m_factsAllowed = true;
    m_caughtUp = true;
    if (!m_sealing)
        QCoro::connect(sealNext(), this, [] {});
    pump();
}

Sender::Head Sender::headOf(const RoomId &room) const
{
    const Head head = m_heads.value(room);
    // What this run has said is not behind what it found, and a long room is not read through for each fact.
    const domain::Chain chain = m_book.admission(room).chains.value(m_signer.node);
    if (head.seq > 0 && (chain.seen.isEmpty() || chain.seen.lastKey() <= head.seq))
        return head;
    const ChainHead found = chainHead(m_book, room, m_signer.node);
    return found.seq > head.seq ? Head{found.seq, found.hash} : head;
}

QCoro::Task<Result<domain::FactId>> Sender::say(domain::Intent intent)
{
    if (isImportedId(intent.room))
        co_return fail(ErrorKind::forbidden, whyImportedIsReadOnly());
    auto promise = std::make_shared<QPromise<Result<domain::FactId>>>();
    promise->start();
    QFuture<Result<domain::FactId>> future = promise->future();
    m_orders.enqueue({std::move(intent), promise});
    if (m_factsAllowed && !m_sealing)
        QCoro::connect(sealNext(), this, [] {});
    co_return co_await future;
}

//! One fact after another: its sequence number is only taken when it is safely in the outbox.
QCoro::Task<void> Sender::sealNext()
{
    const QPointer<Sender> self(this);
    m_sealing = true;
    while (self && !m_orders.isEmpty()) {
        const Order order = m_orders.dequeue();
        const Result<domain::FactId> answer = co_await sealOne(order.intent);
        order.promise->addResult(answer);
        order.promise->finish();
    }
    if (self)
        m_sealing = false;
}

QCoro::Task<Result<domain::FactId>> Sender::sealOne(domain::Intent intent)
{
    const QPointer<Sender> self(this);
    // The same cause heard twice, or a step said again after a restart: the fact is there or on its way.
    if (isSaid(intent.room, intent.id))
        co_return intent.id;
    // Its own last fact is known by the fold alone: a node that is not in yet would begin its chain anew.
    if (!m_book.workspace().node(m_signer.node) && !std::holds_alternative<domain::NodeEnrolled>(intent.fact))
        co_return fail(
            ErrorKind::forbidden,
            tr("This desktop has not been let in yet. Somebody who is in can do that: wardroomctl node enrol %1")
                .arg(m_signer.node.text()));
    domain::Envelope draft;
    draft.id = intent.id.isEmpty() ? domain::newFactId() : intent.id;
    const bool isRequest = std::holds_alternative<domain::CommandRequested>(intent.fact);
    draft.op = isRequest ? draft.id : intent.op;
    draft.workspace = m_signer.workspace;
    draft.room = intent.room;
    draft.at = m_clock.nowMs();
    const domain::Policy *policy = m_book.workspace().policy();
    draft.policy = policy ? policy->version : 0;
    draft.cause = intent.cause;
    draft.node = m_signer.node;
    const Head head = headOf(intent.room);
    draft.seq = head.seq + 1;
    draft.prev = head.hash;
    const domain::SealedEnvelope sealed = domain::seal(draft, intent.fact, m_signer.key);

    store::OutboxItem item;
    item.txn = draft.id.text();
    item.room = intent.room;
    const domain::PlatformWord *phone = domain::platformWordOf(intent.fact);
    const report::WordingContext context{m_book.workspace(), phone ? phone->person : m_signer.person, draft.op,
                                         &m_book.state(intent.room)};
    item.text = intent.text.isEmpty() ? report::cardText(intent.fact, context) : intent.text;
    if (const auto *finished = std::get_if<domain::CommandFinished>(&intent.fact); finished && intent.text.isEmpty()) {
        const QString answer = co_await plainAnswer(finished->log);
        if (!answer.isEmpty())
            item.text += u'\n' + answer;
        if (!self)
            co_return fail(ErrorKind::cancelled, {});
    }
    item.envelope = sealed.bytes;
    item.attachments = report::attachmentsOf(intent.fact); // what of it is kept here goes along, also after a restart
    if (!sealed.spilledBody.isEmpty()) {
        const Result<Sha256> kept = co_await m_store.putBlob(sealed.spilledBody);
        if (!kept)
            co_return tl::unexpected(kept.error());
        item.attachments.append(*kept);
    }
    if (!self)
        co_return fail(ErrorKind::cancelled, {});
    const Result<store::OutboxItem> queued = co_await enqueue(item);
    if (!self || !queued)
        co_return queued ? Result<domain::FactId>(draft.id) : tl::unexpected(queued.error());
    m_heads.insert(intent.room, {draft.seq, Sha256::of(sealed.bytes)});
    pump();
    co_return draft.id;
}

//! Whoever has no Wardroom reads the room in a chat app, where there is no card: the answer stands in the message.
QCoro::Task<QString> Sender::plainAnswer(Sha256 log)
{
    if (log.isNull())
        co_return QString();
    const Result<QByteArray> output = co_await m_store.blob(log);
    co_return output ? plainOutput(readOutput(*output)) : QString();
}

bool Sender::isSaid(const RoomId &room, const domain::FactId &fact) const
{
    if (fact.isEmpty())
        return false;
    const QString txn = fact.text();
    const domain::Admission &admission = m_book.admission(room);
    if (m_sent.contains(txn) ||
        std::any_of(m_items.begin(), m_items.end(), [&](const auto &i) { return i.txn == txn; }))
        return true;
    const domain::RoomFold *fold = m_book.fold(room);
    // What somebody said so that nobody heard it is not said yet; what was said and deleted since is.
    if (admission.facts.contains(fact))
        return !fold || !isOnlyWordless(*fold, fact) || isDeleted(*fold, m_book.workspace(), fact);
    return fold && isDeleted(*fold, m_book.workspace(), fact);
}

QCoro::Task<Result<store::OutboxItem>> Sender::enqueue(store::OutboxItem item)
{
    const QPointer<Sender> self(this);
    item.queuedAt = m_clock.nowMs();
    Result<store::OutboxItem> queued = co_await m_store.enqueue(item);
    if (self && queued) {
        m_items.append(*queued);
        Q_EMIT outboxChanged(queued->room);
    }
    co_return queued;
}

QCoro::Task<Result<void>> Sender::display(RoomId room, QString card, QString text)
{
    if (isImportedId(room))
        co_return fail(ErrorKind::forbidden, whyImportedIsReadOnly());
    // Only for reading, and replaced by the next: losing one to a crash loses nothing, so it takes no outbox.
    if (m_platform.linkState() != chat::LinkState::live)
        co_return fail(ErrorKind::transient, tr("The workspace takes nothing at present."));
    chat::Outgoing message;
    message.txn = randomHex(16);
    message.room = room;
    message.text = fitted(text, m_platform.capabilities().longestText);
    message.display = card;
    const Result<chat::Sent> sent = co_await m_platform.submit(message);
    co_return sent ? Result<void>() : tl::unexpected(sent.error());
}

//! Kept here; the platform gets it with the fact that names it, so also after a restart and where it is away now.
QCoro::Task<Result<Sha256>> Sender::attach(QByteArray bytes)
{
    const qint64 largest = m_platform.capabilities().largestAttachment;
    if (bytes.size() > largest)
        co_return fail(ErrorKind::tooLarge,
                       tr("The workspace takes no attachment larger than %1 MB.").arg(largest >> 20));
    co_return co_await m_store.putBlob(bytes);
}

QCoro::Task<Result<chat::Sent>> Sender::sayWords(RoomId room, QString text, domain::EntryId answered,
                                                 domain::EntryId thread)
{
    if (isImportedId(room))
        co_return fail(ErrorKind::forbidden, whyImportedIsReadOnly());
    const QPointer<Sender> self(this);
    store::OutboxItem item;
    item.txn = randomHex(16);
    item.room = room;
    item.text = text;
    item.replyTo = answered;
    item.thread = thread;
    const Result<store::OutboxItem> queued = co_await enqueue(item);
    if (!queued)
        co_return tl::unexpected(queued.error());
    if (!self)
        co_return fail(ErrorKind::cancelled, {});
    auto promise = std::make_shared<QPromise<Result<chat::Sent>>>();
    promise->start();
    m_waiting.insert(item.txn, promise);
    pump();
    co_return co_await promise->future();
}

QCoro::Task<Result<chat::Sent>> Sender::delivered(domain::FactId fact)
{
    const QString txn = fact.text();
    if (m_sent.contains(txn))
        co_return chat::Sent{m_sent.value(txn), 0};
    auto promise = std::make_shared<QPromise<Result<chat::Sent>>>();
    promise->start();
    m_waiting.insert(txn, promise);
    co_return co_await promise->future();
}

void Sender::settle(const QString &txn, const Result<chat::Sent> &answer)
{
    const auto waiting = m_waiting.values(txn);
    m_waiting.remove(txn);
    for (const auto &promise : waiting) {
        promise->addResult(answer);
        promise->finish();
    }
}

store::OutboxItem *Sender::item(qint64 id)
{
    const auto it = std::find_if(m_items.begin(), m_items.end(), [id](const auto &i) { return i.id == id; });
    return it == m_items.end() ? nullptr : &*it;
}

void Sender::retry(qint64 id)
{
    if (store::OutboxItem *found = item(id); found && found->state == SendState::failed) {
        found->state = SendState::queued;
        found->problem.clear();
        m_fromBefore.remove(id); // the room does not have it
        Q_EMIT outboxChanged(found->room);
        pump();
    }
}

void Sender::discard(qint64 id)
{
    store::OutboxItem *found = item(id);
    // A signed fact has its place in the chain: taking it out would leave a hole in the record.
    if (!found || found->state != SendState::failed || !found->envelope.isEmpty())
        return;
    const RoomId room = found->room;
    m_items.removeIf([id](const auto &i) { return i.id == id; });
    QCoro::connect(m_store.dropOutbox(id), this, [](const Result<void> &) {});
    Q_EMIT outboxChanged(room);
}

void Sender::noteArrived(const QList<store::StoredEntry> &entries)
{
    for (const store::StoredEntry &stored : entries) {
        if (stored.entry.sender != m_signer.person)
            continue;
        const domain::EntryId entry = stored.entry.position.entry;
        const QString txn = m_sent.key(entry);
        if (txn.isEmpty())
            m_recent.append(entry);
        else if (!isEmptied(stored.entry) || !recall(txn, stored.entry))
            dropSent(txn);
    }
    while (m_recent.size() > 256)
        m_recent.removeFirst();
}

void Sender::recallEmptied(const QList<domain::Entry> &arrived)
{
    for (const domain::Entry &entry : arrived) {
        if (!isEmptied(entry) || entry.sender != m_signer.person)
            continue;
        // Where it comes before the answer that says which message it is, the store will have it by then.
        if (const QString txn = m_sent.key(entry.position.entry); !txn.isEmpty())
            recall(txn, entry);
    }
}

//! What was sent has no echo to come any more, as the store has it; and it has what it was.
QCoro::Task<bool> Sender::isKept(QString txn, RoomId room, domain::EntryId entry)
{
    const QPointer<Sender> self(this);
    const Result<std::optional<store::StoredEntry>> stored = co_await m_store.entry(room, entry);
    if (!self || !stored || !stored->has_value())
        co_return false;
    co_return !isEmptied((*stored)->entry) || !recall(txn, (*stored)->entry);
}

//! False: that was no fact of this node's that waits here.
bool Sender::recall(const QString &txn, const domain::Entry &emptied)
{
    const auto said = std::find_if(m_items.begin(), m_items.end(), [&](const auto &i) { return i.txn == txn; });
    if (said == m_items.end() || said->envelope.isEmpty())
        return false;
    domain::Entry copy = emptied;
    copy.deleted = false;
    copy.text = said->text;
    copy.envelope = said->envelope;
    Q_EMIT recalled({copy, emptied});
    return true;
}

void Sender::dropSent(const QString &txn)
{
    m_sent.remove(txn);
    const auto it = std::find_if(m_items.begin(), m_items.end(), [&](const auto &i) { return i.txn == txn; });
    if (it == m_items.end())
        return;
    QCoro::connect(m_store.dropOutbox(it->id), this, [](const Result<void> &) {});
    const RoomId room = it->room;
    m_items.erase(it);
    Q_EMIT outboxChanged(room);
}

} // namespace wardroom::session
