// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/custodycheck.h"

#include "store/entryrow.h"

namespace wardroom::store {
using namespace Qt::StringLiterals;

namespace {

//! What stood first where something changed later: few, so they are held while the chain is walked.
struct First
{
    Sha256 bytes;
    QByteArray envelope;
};
using Firsts = QHash<qint64, First>;

Sha256 digest(const QByteArray &bytes)
{
    return Sha256::fromHex(QString::fromLatin1(bytes.toHex()));
}

tl::unexpected<Error> damaged(qint64 number, const char *why)
{
    return fail(ErrorKind::corrupt,
                QCoreApplication::translate("wardroom::store", "The custody log does not fit at line %1: %2.")
                    .arg(number)
                    .arg(QCoreApplication::translate("wardroom::store", why)));
}

Firsts readFirsts(Connection &connection)
{
    Firsts firsts;
    auto run = connection.use("custody_befores").start();
    while (run.next()) {
        domain::Entry entry;
        const QByteArray before = run.blob(1);
        readEntryBytes(before, entry);
        firsts.insert(run.number(0), {Sha256::of(before), entry.envelope});
    }
    return firsts;
}

struct Walked
{
    CustodyHead head;
    qint64 seen = 0;
};

Result<Walked> walkChain(Connection &connection, const Firsts &firsts)
{
    Walked walked;
    auto run = connection.use("custody_walk").start();
    while (run.next()) {
        const qint64 number = run.number(0);
        CustodyLine line;
        line.room = Utf8(run.text(2));
        line.entry = Utf8(run.text(3));
        line.serverTime = run.number(4);
        line.sender = Utf8(run.text(5));
        line.bytes = digest(run.blob(6));
        line.what = static_cast<CustodyWhat>(run.number(7));
        if (number != walked.head.count + 1)
            return damaged(walked.head.count + 1, QT_TRANSLATE_NOOP("wardroom::store", "the line is missing"));
        const Sha256 hash = line.hashAfter(walked.head.hash);
        if (hash.bytes() != run.blob(1))
            return damaged(number, QT_TRANSLATE_NOOP("wardroom::store", "its hash is not that of its contents"));
        if (const QByteArray seen = run.blob(8); !seen.isEmpty() && Sha256::of(seen) != line.bytes)
            return damaged(number, QT_TRANSLATE_NOOP("wardroom::store", "what was seen was altered"));
        if (line.what == CustodyWhat::seen) {
            ++walked.seen;
            const auto first = firsts.constFind(run.number(9));
            if (first != firsts.cend() && first->bytes != line.bytes)
                return damaged(number, QT_TRANSLATE_NOOP("wardroom::store", "what stood before was altered"));
        }
        walked.head = {number, hash};
    }
    if (connection.code() != 0)
        return tl::unexpected(connection.error());
    return walked;
}

bool rowFits(const Statement::Run &run, const domain::Entry &entry, qint64 key, const Firsts &firsts)
{
    const bool sameEntry = run.number(15) == key && run.text(16) == entry.position.entry.text();
    if (!sameEntry)
        return false;
    if (static_cast<CustodyWhat>(run.number(13)) == CustodyWhat::seen)
        return run.number(17) == entry.position.serverTime && run.text(18) == entry.sender.text() &&
               Sha256::of(entryBytes(entry)).bytes() == run.blob(12);
    domain::Entry seen;
    if (!readEntryBytes(run.blob(14), seen))
        return false;
    // A row points at other words than its own only where a copy said what had come empty.
    if (static_cast<CustodyWhat>(run.number(13)) == CustodyWhat::differs)
        return entry.deleted && entry.text.isEmpty() && firsts.value(key).envelope.isEmpty() &&
               seen.envelope == entry.envelope;
    return seen.text == entry.text && (!seen.deleted || entry.deleted) && firsts.value(key).envelope == entry.envelope;
}

//! Answers how many entries there are, all of which fit.
Result<qint64> checkEntries(Connection &connection, const Firsts &firsts)
{
    qint64 count = 0;
    auto run = connection.use("custody_entries").start();
    while (run.next()) {
        const StoredEntry row = entryFromRow(run, {});
        const qint64 key = run.number(0);
        if (!rowFits(run, row.entry, key, firsts))
            return fail(
                ErrorKind::corrupt,
                QCoreApplication::translate("wardroom::store", "Entry %1 is not what the custody log says was seen.")
                    .arg(row.entry.position.entry.text()));
        ++count;
    }
    if (connection.code() != 0)
        return tl::unexpected(connection.error());
    return count;
}

} // namespace

CustodyHead readCustodyHead(Connection &connection)
{
    CustodyHead head;
    auto run = connection.use("custody_last").start();
    if (run.next())
        head = {run.number(0), digest(run.blob(1))};
    return head;
}

Result<CustodyHead> checkCustody(Connection &connection)
{
    // One snapshot for all of it: the writer goes on meanwhile.
    connection.execute("BEGIN");
    const Firsts firsts = readFirsts(connection);
    const Result<Walked> walked = walkChain(connection, firsts);
    const Result<qint64> entries = walked ? checkEntries(connection, firsts) : Result<qint64>(0);
    connection.execute("COMMIT");
    if (!walked)
        return tl::unexpected(walked.error());
    if (!entries)
        return tl::unexpected(entries.error());
    if (*entries != walked->seen)
        return fail(ErrorKind::corrupt,
                    QCoreApplication::translate("wardroom::store", "The custody log saw %1 entries, but %2 are here.")
                        .arg(walked->seen)
                        .arg(*entries));
    return walked->head;
}

} // namespace wardroom::store
