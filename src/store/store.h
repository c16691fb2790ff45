// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include "domain/entry.h"
#include "domain/ports.h"

#include <QCoroTask>
#include <QObject>
#include <memory>

namespace wardroom::store {

using domain::EntryId;
using domain::RoomId;

//! An entry as it is kept, with its place in this room's own sequence (what a view scrolls by; never reused).
struct StoredEntry
{
    qint64 seq = 0;
    domain::Entry entry;
};

//! What a typed message waits as until the platform has it.
enum class SendState { queued, sending, unknown, failed, sent };

struct OutboxItem
{
    qint64 id = 0;
    QString txn;
    RoomId room;
    QString text;
    QByteArray envelope;
    QString display;
    EntryId replyTo;
    QList<Sha256> attachments; //!< blobs to upload first
    SendState state = SendState::queued;
    QString problem;
    qint64 queuedAt = 0; //!< ms
    EntryId thread = {}; //!< the first message of the thread that it goes into
};

//! What a message that began a thread says about it.
struct ThreadSummary
{
    qint64 replies = 0; //!< without those that were deleted
    domain::PersonId lastBy;
    qint64 lastAt = 0; //!< ms, by the server
    friend bool operator==(const ThreadSummary &, const ThreadSummary &) = default;
};

//! What one custody line says: the hash chain over everything this desktop saw, in the order it saw it.
struct CustodyHead
{
    qint64 count = 0;
    Sha256 hash;
};

//! What a list of found entries shows; the whole entry is read when somebody goes there.
struct SearchHit
{
    qint64 seq = 0;
    RoomId room;
    domain::Position position;
    domain::PersonId sender;
    QString text;
};

//! Where the next page of a search begins: of every room the lowest seq that was shown.
using SearchPlace = QHash<RoomId, qint64>;

struct StoreOptions
{
    QString path;          //!< the SQLite file; made when missing
    int queueLimit = 4096; //!< jobs; callers beyond it wait
    bool readOnly = false; //!< for a damaged file: what can be read
    int giveUpMs = 30'000; //!< how long one call is retried while the disk does not take it
};

enum class StoreHealth { good, degraded, readOnly };

//! One desktop's cache, index and custody log. All writes go through one writer thread, one transaction per burst;
//! readers have their own connections. Every answer arrives on the thread that owns the Store.
class Store final : public QObject
{
    Q_OBJECT

public:
    //! ErrorKind::newer: made by a newer version, untouched. ErrorKind::corrupt: damaged; open with readOnly.
    //! ErrorKind::invalid: not a Wardroom file. A message that was being sent when the program ended is "unknown" now.
    static Result<std::unique_ptr<Store>> open(StoreOptions options);
    ~Store() override;

    //! Custody link, entry and search index in one transaction, with the platform's cursor. Doubles (same room and
    //! entry id) are ignored, an edit or deletion updates what is shown and keeps what stood before in custody.
    //! Answers only the entries that were new or changed, as they are shown now: an envelope stays as it came first.
    QCoro::Task<Result<QList<StoredEntry>>> ingest(QList<domain::Entry> entries, QByteArray cursor);
    QCoro::Task<Result<QByteArray>> cursor();

    //! On disk before it answers. The same txn again answers the first; an empty one is made up, as is queuedAt 0.
    QCoro::Task<Result<OutboxItem>> enqueue(OutboxItem item);
    QCoro::Task<Result<void>> updateOutbox(qint64 id, SendState state, QString problem);
    QCoro::Task<Result<void>> dropOutbox(qint64 id);
    QCoro::Task<Result<QList<OutboxItem>>> outbox(); //!< all that is not sent, oldest first

    //! Up to \a limit entries of a room with seq < \a before (0: from the newest), newest last.
    QCoro::Task<Result<QList<StoredEntry>>> pageBefore(RoomId room, qint64 before, int limit);
    QCoro::Task<Result<QList<StoredEntry>>> pageAfter(RoomId room, qint64 after, int limit);
    //! The same for one thread of it: its first message, what stands in it, and the reactions to any of them.
    QCoro::Task<Result<QList<StoredEntry>>> threadBefore(RoomId room, EntryId root, qint64 before, int limit);
    QCoro::Task<Result<QList<StoredEntry>>> threadAfter(RoomId room, EntryId root, qint64 after, int limit);
    //! Of those among \a roots that began a thread.
    QCoro::Task<Result<QHash<EntryId, ThreadSummary>>> threads(RoomId room, QList<EntryId> roots);
    //! Every entry with an envelope, and the mark of an edit or a deletion where none came, in position order: what
    //! the folds start from.
    QCoro::Task<Result<QList<domain::Entry>>> envelopes(RoomId room);
    QCoro::Task<Result<std::optional<StoredEntry>>> entry(RoomId room, EntryId id);
    //! What an edited or deleted entry said before, oldest first, from custody; empty for an unchanged one.
    QCoro::Task<Result<QList<domain::Entry>>> earlier(RoomId room, EntryId id);
    //! Chinese is found by single characters, other text by words; newest first. \a room empty: everywhere.
    //! \a after: what was shown already; what arrives meanwhile is not found by the pages that follow.
    QCoro::Task<Result<QList<SearchHit>>> search(QString words, RoomId room, int limit, SearchPlace after = {});

    //! Attachments by hash, kept beside the database.
    QCoro::Task<Result<Sha256>> putBlob(QByteArray bytes);
    QCoro::Task<Result<QByteArray>> blob(Sha256 hash);

    //! Small durable values: read markers, drafts, settings, the runner's journal ("journal/<op>"). On disk before it
    //! answers. A null value removes; value() of what is not there is null.
    QCoro::Task<Result<void>> setValue(QString key, QByteArray value);
    QCoro::Task<Result<QByteArray>> value(QString key);
    QCoro::Task<Result<QMap<QString, QByteArray>>> values(QString prefix);
    //! Entries of a room after seq \a after that somebody else wrote, up to 10,000: the unread badge.
    QCoro::Task<Result<qint64>> countAfter(RoomId room, qint64 after, domain::PersonId notBy);

    QCoro::Task<Result<CustodyHead>> custodyHead();
    //! Walks the whole chain; ErrorKind::corrupt names the first line that does not fit.
    QCoro::Task<Result<CustodyHead>> verifyCustody();

    StoreHealth health() const;
    //! Jobs in the writer's queue, at most queueLimit; callers beyond wait.
    qsizetype queued() const;

Q_SIGNALS:
    //! Writing failed (disk full, file gone): nothing was lost that was answered; retried until recovered().
    void degraded(const QString &reason);
    void recovered();

private:
    Store();
    void startWriter(std::unique_ptr<class Connection> connection, const StoreOptions &options);
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace wardroom::store
