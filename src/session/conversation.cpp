// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/conversation.h"

#include "session/engine.h"
#include "session/remarks.h"
#include "session/rowmaker.h"

#include <QSet>

namespace wardroom::session {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kPage = 200;

} // namespace

class Conversation::Private final : public QObject
{
public:
    Private(Conversation *q, Engine &engine, RoomId room)
        : q(q), m_engine(engine), m_room(std::move(room)), m_maker(engine), m_remarks(engine, m_room)
    {
        connect(&m_remarks, &Remarks::changed, this, &Private::refreshSoon);
        m_soon.setSingleShot(true);
        m_soon.setInterval(50ms);
        connect(&m_soon, &QTimer::timeout, this, &Private::refreshCards);
        connect(&engine, &Engine::entriesStored, this, &Private::onStored);
        connect(&engine, &Engine::roomFolded, this, [this](const RoomId &changed) {
            if (changed == m_room)
                refreshSoon();
        });
        connect(&engine, &Engine::workspaceFolded, this, &Private::refreshSoon);
        connect(&engine, &Engine::membersChanged, this, &Private::refreshSoon);
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

    QCoro::Task<void> load(qint64 before);
    QCoro::Task<void> around(EntryId entry);
    void onStored(const QList<store::StoredEntry> &stored);
    bool hearDisplay(const domain::Entry &entry);
    bool isFromItsRunner(const domain::Entry &entry, const domain::OperationState &operation) const;
    //! Not started anew by each line: a script that never pauses would never be shown.
    void refreshSoon()
    {
        if (!m_soon.isActive())
            m_soon.start();
    }
    void refreshCards();
    void refreshPending();
    std::optional<ConversationRow> rowOf(const store::StoredEntry &stored) const;
    void wantOutputs();
    QCoro::Task<void> readLog(OpId op, Sha256 log);

    Conversation *q;
    Engine &m_engine;
    RoomId m_room;
    RowMaker m_maker;
    Remarks m_remarks;
    QList<store::StoredEntry> m_entries; //!< what is loaded, oldest first
    QList<store::StoredEntry> m_early;   //!< came while the first page was being read
    QList<ConversationRow> m_rows;       //!< of m_entries, then the pending ones
    QHash<OpId, LiveOutput> m_outputs;
    QSet<OpId> m_heardHere; //!< ran on this node while this was open
    QSet<OpId> m_asked; //!< outputs that are read or being read
    QTimer m_soon;
    qsizetype m_pending = 0;
    bool m_hasOlder = true;
    bool m_loading = false;
};

QCoro::Task<void> Conversation::Private::load(qint64 before)
{
    const QPointer<Private> self(this);
    m_loading = true;
    const Result<QList<store::StoredEntry>> page = co_await m_engine.store().pageBefore(m_room, before, kPage);
    if (!self)
        co_return;
    m_loading = false;
    if (!page)
        co_return;
    m_hasOlder = page->size() == kPage;
    QList<ConversationRow> rows;
    for (const store::StoredEntry &stored : *page)
        hearDisplay(stored.entry); // a run that goes on while its room is opened
    m_entries = *page + m_entries;
    m_remarks.read(m_entries);
    for (const store::StoredEntry &stored : *page)
        if (const auto row = rowOf(stored))
            rows.append(*row);
    m_rows = rows + m_rows;
    if (before == 0) {
        Q_EMIT q->reset();
        onStored(std::exchange(m_early, {}));
    }
    if (before != 0 && !rows.isEmpty())
        Q_EMIT q->rowsPrepended(static_cast<int>(rows.size()));
    wantOutputs();
    if (before == 0)
        refreshPending();
}

QCoro::Task<void> Conversation::Private::around(EntryId entry)
{
    const QPointer<Private> self(this);
    for (;;) {
        for (qsizetype i = 0; i < m_entries.size(); ++i) {
            if (m_entries.at(i).entry.position.entry != entry)
                continue;
            // A fact inside a card is found at its card.
            const qint64 seq = m_entries.at(i).seq;
            for (qsizetype row = m_rows.size() - 1; row >= 0; --row)
                if (m_rows.at(row).seq > 0 && m_rows.at(row).seq <= seq) {
                    Q_EMIT q->found(static_cast<int>(row));
                    co_return;
                }
        }
        if (!m_hasOlder || m_entries.isEmpty())
            co_return;
        co_await load(m_entries.first().seq);
        if (!self)
            co_return;
    }
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
    if (row)
        m_remarks.decorate(*row, stored.entry);
    return row;
}

void Conversation::Private::onStored(const QList<store::StoredEntry> &stored)
{
    QList<ConversationRow> fresh;
    for (const store::StoredEntry &each : stored) {
        if (each.entry.room != m_room)
            continue;
        if (hearDisplay(each.entry))
            refreshSoon();
        const auto known = std::find_if(m_entries.begin(), m_entries.end(),
                                        [&](const store::StoredEntry &e) { return e.seq == each.seq; });
        if (known != m_entries.end()) {
            *known = each;
            refreshSoon();
            continue;
        }
        if (m_loading && m_entries.isEmpty()) {
            m_early.append(each);
            continue;
        }
        m_entries.append(each);
        const bool remarks = each.entry.reaction || !each.entry.replyTo.isEmpty();
        if (each.entry.reaction)
            refreshSoon();
        if (remarks)
            m_remarks.read(m_entries);
        if (const auto row = rowOf(each))
            fresh.append(*row);
    }
    if (fresh.isEmpty())
        return;
    for (const ConversationRow &row : std::as_const(fresh))
        m_rows.insert(m_rows.size() - m_pending, row);
    if (m_pending == 0)
        Q_EMIT q->rowsAppended(static_cast<int>(fresh.size()));
    else
        Q_EMIT q->reset();
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

void Conversation::Private::refreshPending()
{
    while (m_pending > 0) {
        m_rows.removeLast();
        --m_pending;
        Q_EMIT q->rowRemoved(static_cast<int>(m_rows.size()));
    }
    for (const store::OutboxItem &item : m_engine.sender().pending())
        if (item.room == m_room && item.envelope.isEmpty() && item.state != store::SendState::sent) {
            m_rows.append(m_maker.pending(item));
            ++m_pending;
        }
    if (m_pending > 0)
        Q_EMIT q->rowsAppended(static_cast<int>(m_pending));
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

Conversation::Conversation(Engine &engine, RoomId room) : d(std::make_unique<Private>(this, engine, std::move(room)))
{
    QCoro::connect(d->load(0), d.get(), [] {});
}

Conversation::~Conversation() = default;

RoomId Conversation::room() const
{
    return d->m_room;
}

const QList<ConversationRow> &Conversation::rows() const
{
    return d->m_rows;
}

bool Conversation::hasOlder() const
{
    return d->m_hasOlder;
}

void Conversation::loadOlder()
{
    if (!d->m_loading && d->m_hasOlder && !d->m_entries.isEmpty())
        QCoro::connect(d->load(d->m_entries.first().seq), d.get(), [] {});
}

void Conversation::showAround(const EntryId &entry)
{
    QCoro::connect(d->around(entry), d.get(), [] {});
}

} // namespace wardroom::session
