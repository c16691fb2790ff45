// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/outboxtable.h"

namespace wardroom::store {
using namespace Qt::StringLiterals;

namespace {

OutboxItem itemFromRow(const Statement::Run &row)
{
    OutboxItem item;
    item.id = row.number(0);
    item.txn = row.text(1);
    item.room = RoomId(row.text(2));
    item.text = row.text(3);
    item.envelope = row.blob(4);
    item.display = row.text(5);
    item.replyTo = EntryId(row.text(6));
    const QStringList hashes = row.text(7).split(u' ', Qt::SkipEmptyParts);
    for (const QString &hash : hashes)
        item.attachments.append(Sha256::fromHex(hash));
    item.state = static_cast<SendState>(row.number(8));
    item.problem = row.text(9);
    item.queuedAt = row.number(10);
    item.thread = EntryId(row.text(11));
    return item;
}

QString hexOf(const QList<Sha256> &hashes)
{
    QStringList words;
    for (const Sha256 &hash : hashes)
        words += hash.hex();
    return words.join(u' ');
}

tl::unexpected<Error> gone()
{
    return fail(ErrorKind::notFound,
                QCoreApplication::translate("wardroom::store", "This message is not waiting to be sent any more."));
}

} // namespace

Result<OutboxItem> OutboxTable::add(const OutboxItem &item)
{
    m_connection.use("outbox_add")
        .run(item.txn, item.room.text(), item.text, item.envelope, item.display, item.replyTo.text(),
             hexOf(item.attachments), static_cast<int>(item.state), item.problem, item.queuedAt, item.thread.text());
    auto run = m_connection.use("outbox_by_txn").start(item.txn);
    if (!run.next())
        return gone();
    return itemFromRow(run);
}

Result<void> OutboxTable::update(qint64 id, SendState state, const QString &problem)
{
    m_connection.use("outbox_state").run(id, static_cast<int>(state), problem);
    if (m_connection.code() == 0 && m_connection.changes() == 0)
        return gone();
    // Rows that were sent stay a while, so that the same txn is not queued twice; not for ever.
    if (state == SendState::sent)
        m_connection.use("outbox_forget_sent").run(id);
    return {};
}

Result<void> OutboxTable::drop(qint64 id)
{
    m_connection.use("outbox_drop").run(id);
    if (m_connection.code() == 0 && m_connection.changes() == 0)
        return gone();
    return {};
}

QList<OutboxItem> OutboxTable::open()
{
    QList<OutboxItem> items;
    auto run = m_connection.use("outbox_open").start();
    while (run.next())
        items.append(itemFromRow(run));
    return items;
}

void OutboxTable::afterRestart()
{
    m_connection.use("outbox_after_restart").run();
}

} // namespace wardroom::store
