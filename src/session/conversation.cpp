// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/conversationrows.h"

#include "session/files.h"
#include "session/playbookkeeper.h"

namespace wardroom::session {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

static constexpr auto kOnItsWay = 2s;

Conversation::Private::Private(Conversation *q, Engine &engine, RoomId room, EntryId thread)
    : q(q)
    , m_engine(engine)
    , m_room(std::move(room))
    , m_thread(std::move(thread))
    , m_maker(engine)
    , m_remarks(engine, m_room)
    , m_threads(engine, m_room, m_thread)
{
    connect(&m_remarks, &Remarks::changed, this, &Private::refreshSoon);
    connect(&m_threads, &Threads::changed, this, &Private::refreshSoon);
    connect(&engine.files(), &Files::changed, this, &Private::refreshSoon);
    m_soon.setSingleShot(true);
    m_soon.setInterval(50ms);
    connect(&m_soon, &QTimer::timeout, this, &Private::refreshCards);
    m_later.setSingleShot(true);
    m_later.setInterval(kOnItsWay + 100ms);
    connect(&m_later, &QTimer::timeout, this, &Private::refreshPending);
    connect(&engine, &Engine::entriesStored, this, &Private::onStored);
    connect(&engine, &Engine::roomFolded, this, [this](const RoomId &changed) {
        if (changed == m_room)
            refreshSoon();
    });
    connect(&engine, &Engine::workspaceFolded, this, &Private::refreshSoon);
    connect(&engine, &Engine::membersChanged, this, &Private::refreshSoon);
    connect(&engine.playbooks().shelf(), &PlaybookShelf::arrived, this, &Private::refreshSoon);
    connect(&engine, &Engine::outboxChanged, this, [this](const RoomId &changed) {
        if (changed == m_room)
            refreshPending();
    });
    connect(&engine, &Engine::progressed, this, [this](const OpId &op, const bot::OutputLine &line) {
        m_heardHere.insert(op);
        addOutput(m_outputs[op], line.json, line.type == bot::OutputLine::Type::progress);
        refreshSoon();
    });
}

//! Only the account of the node that runs it says how a run goes; anybody may post a message with that name.
bool Conversation::Private::isFromItsRunner(const domain::Entry &entry, const domain::OperationState &operation) const
{
    domain::NodeId node = operation.request.runner.isEmpty() ? operation.said.node : operation.request.runner;
    if (operation.claimSaid)
        node = operation.claimSaid->node;
    return entry.sender == m_engine.book().workspace().personOf(node);
}

//! Whether a card changed by it.
bool Conversation::Private::hearDisplay(const domain::Entry &entry)
{
    const OpId op = RowMaker::operationOf(entry.display);
    const domain::OperationState *operation = op.isEmpty() ? nullptr : m_engine.book().state(m_room).operation(op);
    // A run of this node is heard line by line, another node's through its display message, until its log is there.
    if (!operation || operation->finish || m_heardHere.contains(op) || !isFromItsRunner(entry, *operation))
        return false;
    readDisplay(m_outputs[op], entry.text);
    return true;
}

std::optional<ConversationRow> Conversation::Private::rowOf(const store::StoredEntry &stored) const
{
    if (m_remarks.hides(stored.entry))
        return std::nullopt;
    std::optional<ConversationRow> row = m_maker.row(stored, m_outputs);
    if (!row)
        return row;
    m_remarks.decorate(*row, stored.entry);
    m_threads.decorate(*row, stored.entry.thread);
    if (row->file)
        row->file = m_engine.files().seen(*row->file);
    return row;
}

void Conversation::Private::onStored(const QList<store::StoredEntry> &stored)
{
    QList<ConversationRow> fresh;
    int beyond = 0;
    for (const store::StoredEntry &each : stored) {
        if (each.entry.room != m_room)
            continue;
        m_threads.note(each.entry);
        if (!isShownHere(each.entry))
            continue;
        if (hearDisplay(each.entry))
            refreshSoon();
        if (store::StoredEntry *known = loaded(each.seq)) {
            *known = each;
            refreshSoon();
            continue;
        }
        if (m_readingEnd > 0) {
            m_early.append(each);
            continue;
        }
        const bool isNewer = m_entries.isEmpty() || each.seq > m_entries.last().seq;
        if (isNewer && !m_hasNewer) {
            m_entries.append(each);
            readRemarks(each.entry);
        }
        const auto row =
            isNewer ? rowOf(each) : std::nullopt; // what changed among rows that were let go of is read anew
        if (row && m_hasNewer)
            ++beyond;
        else if (row)
            fresh.append(*row);
    }
    if (beyond > 0)
        Q_EMIT q->newerCame(beyond);
    if (!fresh.isEmpty())
        append(fresh);
}

void Conversation::Private::readRemarks(const domain::Entry &entry)
{
    if (entry.reaction)
        refreshSoon();
    if (entry.reaction || !entry.replyTo.isEmpty())
        m_remarks.read(m_entries);
}

void Conversation::Private::append(const QList<ConversationRow> &rows)
{
    const qsizetype settled = m_rows.size() - m_pending;
    m_rows = m_rows.first(settled) + rows + m_rows.last(m_pending);
    if (m_pending == 0)
        Q_EMIT q->rowsAppended(static_cast<int>(rows.size()));
    else
        Q_EMIT q->rowsInserted(static_cast<int>(settled), static_cast<int>(rows.size()));
    wantOutputs();
}

//! Cards change when their room's facts do; every loaded row is made again and only a difference is told.
void Conversation::Private::refreshCards()
{
    QList<ConversationRow> rows;
    m_remarks.read(m_entries);
    for (const store::StoredEntry &stored : std::as_const(m_entries))
        if (const auto row = rowOf(stored))
            rows.append(*row);
    const qsizetype settled = m_rows.size() - m_pending;
    if (rows.size() != settled) {
        m_rows = rows + m_rows.last(m_pending);
        Q_EMIT q->reset();
    } else {
        for (qsizetype i = 0; i < settled; ++i) {
            if (m_rows.at(i) == rows.at(i))
                continue;
            m_rows[i] = rows.at(i);
            Q_EMIT q->rowChanged(static_cast<int>(i));
        }
    }
    wantOutputs();
}

//! A fact is there in a moment when all is well, and a row that comes and goes again says nothing. Words are answered
//! by their row at once.
bool Conversation::Private::isOnItsWay(const store::OutboxItem &item)
{
    const bool waits = item.state == store::SendState::queued || item.state == store::SendState::sending;
    if (item.envelope.isEmpty() || !waits || m_engine.platform().linkState() != chat::LinkState::live)
        return false;
    const qint64 age = m_engine.clock().nowMs() - item.queuedAt;
    if (age > std::chrono::milliseconds(kOnItsWay).count())
        return false;
    if (!m_later.isActive())
        m_later.start();
    return true;
}

QList<ConversationRow> Conversation::Private::pendingRows()
{
    QList<ConversationRow> rows;
    for (const store::OutboxItem &item : m_engine.sender().pending()) {
        if (item.room != m_room || item.state == store::SendState::sent || isOnItsWay(item) ||
            (!m_thread.isEmpty() && item.thread != m_thread))
            continue;
        if (auto row = m_maker.pending(item)) {
            m_threads.decorate(*row, item.thread);
            rows.append(*row);
        }
    }
    return rows;
}

//! A row that stays is told as changed: whoever has the keyboard on it wants to press its buttons.
void Conversation::Private::refreshPending()
{
    const QList<ConversationRow> rows = m_hasNewer ? QList<ConversationRow>() : pendingRows();
    const auto isKept = [&rows](const ConversationRow &row) {
        return std::any_of(rows.begin(), rows.end(), [&row](const auto &each) { return each.key == row.key; });
    };
    for (qsizetype i = m_rows.size() - 1, settled = m_rows.size() - m_pending; i >= settled; --i) {
        if (isKept(m_rows.at(i)))
            continue;
        m_rows.removeAt(i);
        --m_pending;
        Q_EMIT q->rowsRemoved(static_cast<int>(i), 1);
    }
    const qsizetype settled = m_rows.size() - m_pending;
    qsizetype same = 0; // a fact that waits for long gets its row late, before those of later words
    while (same < m_pending && m_rows.at(settled + same).key == rows.at(same).key)
        ++same;
    if (const qsizetype others = std::exchange(m_pending, same) - same; others > 0) {
        m_rows.resize(settled + same);
        Q_EMIT q->rowsRemoved(static_cast<int>(settled + same), static_cast<int>(others));
    }
    for (qsizetype i = 0; i < same; ++i) {
        if (m_rows.at(settled + i) == rows.at(i))
            continue;
        m_rows[settled + i] = rows.at(i);
        Q_EMIT q->rowChanged(static_cast<int>(settled + i));
    }
    m_rows += rows.mid(same);
    m_pending = rows.size();
    if (m_pending > same)
        Q_EMIT q->rowsAppended(static_cast<int>(m_pending - same));
}

void Conversation::Private::wantOutputs()
{
    for (const ConversationRow &row : std::as_const(m_rows)) {
        const auto *card = std::get_if<OperationCard>(&row.content);
        if (!card || card->log.isNull() || m_asked.contains(card->op))
            continue;
        m_asked.insert(card->op);
        QCoro::connect(readLog(card->op, card->log), this, [] {});
    }
}

QCoro::Task<void> Conversation::Private::readLog(OpId op, Sha256 log)
{
    const QPointer<Private> self(this);
    const Result<QByteArray> bytes = co_await m_engine.custody().bytes(log);
    if (!self)
        co_return;
    if (!bytes) {
        m_asked.remove(op); // may come with the next change
        co_return;
    }
    m_outputs.insert(op, readOutput(*bytes));
    refreshSoon();
}

Conversation::Conversation(Engine &engine, RoomId room, EntryId thread)
    : d(std::make_unique<Private>(this, engine, std::move(room), std::move(thread)))
{
    QCoro::connect(d->loadNewest(), d.get(), [] {});
}

Conversation::~Conversation() = default;

RoomId Conversation::room() const
{
    return d->m_room;
}

EntryId Conversation::thread() const
{
    return d->m_thread;
}

const QList<ConversationRow> &Conversation::rows() const
{
    return d->m_rows;
}

bool Conversation::hasOlder() const
{
    return d->m_hasOlder;
}

bool Conversation::loadOlder()
{
    if (d->m_loading || !d->m_hasOlder || d->m_entries.isEmpty())
        return false;
    QCoro::connect(d->loadOlder(), d.get(), [] {});
    return true;
}

bool Conversation::hasNewer() const
{
    return d->m_hasNewer;
}

bool Conversation::loadNewer()
{
    if (d->m_loading || !d->m_hasNewer || d->m_entries.isEmpty())
        return false;
    QCoro::connect(d->loadNewer(), d.get(), [] {});
    return true;
}

void Conversation::showNewest()
{
    if (d->m_hasNewer && d->m_readingEnd == 0)
        QCoro::connect(d->loadNewest(), d.get(), [] {});
}

void Conversation::lookAt(int first, int last)
{
    d->lookAt(first, last);
}

void Conversation::showAround(const EntryId &entry)
{
    QCoro::connect(d->around(entry), d.get(), [] {});
}

} // namespace wardroom::session
