// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store.h"

#include "base/clock.h"
#include "store/answer.h"
#include "store/blobs.h"
#include "store/custodycheck.h"
#include "store/entryreader.h"
#include "store/lane.h"
#include "store/opening.h"
#include "store/writerthread.h"

#include <array>

namespace wardroom::store {
using namespace Qt::StringLiterals;

namespace {

tl::unexpected<Error> closed()
{
    return fail(ErrorKind::cancelled, QCoreApplication::translate("wardroom::store", "The local database was closed."));
}

tl::unexpected<Error> notWritable()
{
    return fail(ErrorKind::storage,
                QCoreApplication::translate("wardroom::store", "The local database is open read-only."));
}

} // namespace

class Store::Private
{
public:
    template <class T> using Work = std::function<Result<T>(Tables &)>;
    template <class T> using Look = std::function<Result<T>(Connection &)>;

    //! \a work writes; its answer is given once it is committed.
    template <class T> QCoro::Task<Result<T>> write(bool durable, qsizetype weight, Work<T> work)
    {
        Answer<T> answer;
        if (!writer) {
            answer.give(notWritable());
            return answered(answer.future());
        }
        const auto outcome = std::make_shared<Result<T>>(closed());
        WriteJob job;
        job.durable = durable;
        job.weight = weight;
        job.run = [outcome, work = std::move(work)](Tables &tables) { *outcome = work(tables); };
        job.answer = [outcome, answer] { answer.give(std::move(*outcome)); };
        job.refuse = [answer](const Error &error) { answer.give(tl::unexpected(error)); };
        writer->add(std::move(job));
        return answered(answer.future());
    }

    //! \a look reads. From a damaged file an answer that is only a part is better than none.
    template <class T> QCoro::Task<Result<T>> read(Lane &lane, Look<T> look) const
    {
        Answer<T> answer;
        lane.post([answer, look = std::move(look), salvage = !writer](Connection *connection, bool closing) {
            if (closing)
                return answer.give(closed());
            Result<T> outcome = look(*connection);
            const bool partial = salvage && connection->code() != 0 && outcome && hasSomething(*outcome);
            if (connection->code() != 0 && outcome && !partial)
                outcome = tl::unexpected(connection->error());
            answer.give(std::move(outcome));
        });
        return answered(answer.future());
    }

    template <class T> static bool hasSomething(const T &value)
    {
        if constexpr (requires { value.isEmpty(); })
            return !value.isEmpty();
        else
            return false;
    }

    std::unique_ptr<Blobs> blobs;
    std::unique_ptr<WriterThread> writer; //!< none: read-only
    std::unique_ptr<Lane> pages;          //!< short reads, which a window waits for
    std::unique_ptr<Lane> walks;          //!< long reads: search, folds, the custody check
    //! Attachments: each waits for the disk, and a disk takes several at once in the time of one.
    std::array<std::unique_ptr<Lane>, 4> files;
    size_t lastFiles = 0;
    Lane &nextFiles() { return *files[++lastFiles % files.size()]; }
    StoreHealth health = StoreHealth::good;
};

Store::Store() : d(std::make_unique<Private>()) {}
Store::~Store() = default;

Result<std::unique_ptr<Store>> Store::open(StoreOptions options)
{
    auto loaded = SqlTexts::load();
    if (!loaded)
        return tl::unexpected(loaded.error());
    const auto texts = std::make_shared<const SqlTexts>(*std::move(loaded));
    std::unique_ptr<Store> store(new Store);
    Private &d = *store->d;
    const auto mode = options.readOnly ? Connection::Mode::salvage : Connection::Mode::read;
    std::unique_ptr<Connection> forWriting;
    if (!options.readOnly) {
        auto opened = openForWriting(options.path, texts);
        if (!opened)
            return tl::unexpected(opened.error());
        forWriting = *std::move(opened);
        OutboxTable(*forWriting).afterRestart();
        if (forWriting->code() != 0 && !isPassing(forWriting->code()))
            return tl::unexpected(forWriting->error());
        forWriting->clear();
    }
    auto forPages = Connection::open(options.path, mode, texts);
    auto forWalks = Connection::open(options.path, mode, texts);
    if (!forPages || !forWalks)
        return tl::unexpected(forPages ? forWalks.error() : forPages.error());
    if (options.readOnly) {
        (*forPages)->ask("SELECT count(*) FROM sqlite_schema");
        if ((*forPages)->code() != 0)
            return tl::unexpected((*forPages)->error());
        d.health = StoreHealth::readOnly;
    }
    d.blobs = std::make_unique<Blobs>(options.path + ".blobs"_L1);
    d.pages = std::make_unique<Lane>(u"store-pages"_s, *std::move(forPages));
    d.walks = std::make_unique<Lane>(u"store-walks"_s, *std::move(forWalks));
    for (std::unique_ptr<Lane> &lane : d.files)
        lane = std::make_unique<Lane>(u"store-files"_s, nullptr);
    if (forWriting) {
        d.blobs->removePartial();
        store->startWriter(std::move(forWriting), options);
    }
    return store;
}

void Store::startWriter(std::unique_ptr<Connection> connection, const StoreOptions &options)
{
    const auto listener = [this](const QString &reason) {
        const auto tell = [this, reason] {
            d->health = reason.isEmpty() ? StoreHealth::good : StoreHealth::degraded;
            if (reason.isEmpty())
                Q_EMIT recovered();
            else
                Q_EMIT degraded(reason);
        };
        QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
    };
    d->writer = std::make_unique<WriterThread>(std::move(connection), options.queueLimit, options.giveUpMs, listener);
}

QCoro::Task<Result<QList<StoredEntry>>> Store::ingest(QList<domain::Entry> entries, QByteArray cursor)
{
    using Answered = QList<StoredEntry>;
    for (const domain::Entry &entry : std::as_const(entries)) {
        if (entry.room.isEmpty() || entry.position.entry.isEmpty()) {
            Answer<Answered> answer;
            answer.give(fail(ErrorKind::invalid, tr("An entry without a room or an id cannot be kept.")));
            return answered(answer.future());
        }
    }
    const qsizetype weight = entries.size() + 1;
    return d->write<Answered>(false, weight,
                              [entries = std::move(entries), cursor = std::move(cursor)](Tables &tables) {
                                  return Result<Answered>(tables.entries.ingest(entries, cursor));
                              });
}

QCoro::Task<Result<QByteArray>> Store::cursor()
{
    return d->read<QByteArray>(*d->pages, [](Connection &c) { return ValueTable(c).cursor(); });
}

QCoro::Task<Result<OutboxItem>> Store::enqueue(OutboxItem item)
{
    if (item.txn.isEmpty())
        item.txn = randomHex(16);
    if (item.queuedAt == 0)
        item.queuedAt = SystemClock().nowMs();
    return d->write<OutboxItem>(true, 1, [item = std::move(item)](Tables &tables) { return tables.outbox.add(item); });
}

QCoro::Task<Result<void>> Store::updateOutbox(qint64 id, SendState state, QString problem)
{
    // "sending" is written before the message leaves: after a power cut it must not look untried.
    return d->write<void>(true, 1, [id, state, problem](Tables &t) { return t.outbox.update(id, state, problem); });
}

QCoro::Task<Result<void>> Store::dropOutbox(qint64 id)
{
    return d->write<void>(true, 1, [id](Tables &tables) { return tables.outbox.drop(id); });
}

QCoro::Task<Result<QList<OutboxItem>>> Store::outbox()
{
    return d->read<QList<OutboxItem>>(*d->pages, [](Connection &c) { return OutboxTable(c).open(); });
}

QCoro::Task<Result<QList<StoredEntry>>> Store::pageBefore(RoomId room, qint64 before, int limit)
{
    return d->read<QList<StoredEntry>>(
        *d->pages, [room, before, limit](Connection &c) { return EntryReader(c).pageBefore(room, before, limit); });
}

QCoro::Task<Result<QList<StoredEntry>>> Store::pageAfter(RoomId room, qint64 after, int limit)
{
    return d->read<QList<StoredEntry>>(
        *d->pages, [room, after, limit](Connection &c) { return EntryReader(c).pageAfter(room, after, limit); });
}

QCoro::Task<Result<QList<StoredEntry>>> Store::threadBefore(RoomId room, EntryId root, qint64 before, int limit)
{
    return d->read<QList<StoredEntry>>(*d->pages, [room, root, before, limit](Connection &c) {
        return EntryReader(c).threadBefore(room, root, before, limit);
    });
}

QCoro::Task<Result<QList<StoredEntry>>> Store::threadAfter(RoomId room, EntryId root, qint64 after, int limit)
{
    return d->read<QList<StoredEntry>>(*d->pages, [room, root, after, limit](Connection &c) {
        return EntryReader(c).threadAfter(room, root, after, limit);
    });
}

QCoro::Task<Result<QHash<EntryId, ThreadSummary>>> Store::threads(RoomId room, QList<EntryId> roots)
{
    using Found = QHash<EntryId, ThreadSummary>;
    return d->read<Found>(*d->pages, [room, roots](Connection &c) { return EntryReader(c).threads(room, roots); });
}

QCoro::Task<Result<QList<domain::Entry>>> Store::envelopes(RoomId room)
{
    return d->read<QList<domain::Entry>>(*d->walks, [room](Connection &c) { return EntryReader(c).envelopes(room); });
}

QCoro::Task<Result<std::optional<StoredEntry>>> Store::entry(RoomId room, EntryId id)
{
    using Found = std::optional<StoredEntry>;
    return d->read<Found>(*d->pages,
                          [room, id](Connection &c) { return Result<Found>(EntryReader(c).entry(room, id)); });
}

QCoro::Task<Result<QList<domain::Entry>>> Store::earlier(RoomId room, EntryId id)
{
    return d->read<QList<domain::Entry>>(*d->pages,
                                         [room, id](Connection &c) { return EntryReader(c).earlier(room, id); });
}

QCoro::Task<Result<QList<SearchHit>>> Store::search(QString words, RoomId room, int limit, SearchPlace after)
{
    return d->read<QList<SearchHit>>(*d->walks, [words, room, limit, after](Connection &c) {
        return EntryReader(c).search(words, room, limit, after);
    });
}

QCoro::Task<Result<Sha256>> Store::putBlob(QByteArray bytes)
{
    Answer<Sha256> answer;
    if (!d->writer) {
        answer.give(notWritable());
        return answered(answer.future());
    }
    d->nextFiles().post([answer, bytes = std::move(bytes), blobs = d->blobs.get()](Connection *, bool closing) {
        answer.give(closing ? Result<Sha256>(closed()) : blobs->put(bytes));
    });
    return answered(answer.future());
}

QCoro::Task<Result<QByteArray>> Store::blob(Sha256 hash)
{
    Answer<QByteArray> answer;
    d->nextFiles().post([answer, hash, blobs = d->blobs.get()](Connection *, bool closing) {
        answer.give(closing ? Result<QByteArray>(closed()) : blobs->get(hash));
    });
    return answered(answer.future());
}

QCoro::Task<Result<void>> Store::setValue(QString key, QByteArray value)
{
    return d->write<void>(true, 1, [key = std::move(key), value = std::move(value)](Tables &tables) {
        tables.values.set(key, value);
        return Result<void>();
    });
}

QCoro::Task<Result<QByteArray>> Store::value(QString key)
{
    return d->read<QByteArray>(*d->pages, [key](Connection &c) { return ValueTable(c).get(key); });
}

QCoro::Task<Result<QMap<QString, QByteArray>>> Store::values(QString prefix)
{
    using Found = QMap<QString, QByteArray>;
    return d->read<Found>(*d->pages, [prefix](Connection &c) { return ValueTable(c).startingWith(prefix); });
}

QCoro::Task<Result<qint64>> Store::countAfter(RoomId room, qint64 after, domain::PersonId notBy)
{
    return d->read<qint64>(
        *d->pages, [room, after, notBy](Connection &c) { return EntryReader(c).countAfter(room, after, notBy); });
}

QCoro::Task<Result<CustodyHead>> Store::custodyHead()
{
    return d->read<CustodyHead>(*d->pages, [](Connection &c) { return readCustodyHead(c); });
}

QCoro::Task<Result<CustodyHead>> Store::verifyCustody()
{
    return d->read<CustodyHead>(*d->walks, [](Connection &c) { return checkCustody(c); });
}

StoreHealth Store::health() const
{
    return d->health;
}

qsizetype Store::queued() const
{
    return d->writer ? d->writer->queued() : 0;
}

} // namespace wardroom::store
