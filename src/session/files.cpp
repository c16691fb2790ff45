// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/files.h"

#include "base/canonicaljson.h"

#include <QCoroFuture>
#include <QPointer>
#include <QtConcurrentRun>

namespace wardroom::session {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostProblems = 500;
const QString kPrefix = u"file/"_s;

QString nameOf(const FileLine &file)
{
    return Sha256::of(file.place.toUtf8()).hex();
}

} // namespace

Files::Files(store::Store &store, chat::ChatPlatform &platform, domain::Custody &custody, QString folder)
    : m_store(store)
    , m_platform(platform)
    , m_custody(custody)
    , m_cache(std::make_shared<FileCache>(std::move(folder)))
{}

Files::~Files()
{
    // Whoever waits is told; and nothing of them touches this any more.
    for (Transfer &transfer : m_transfers) {
        transfer.stop.request_stop();
        transfer.promise->addResult(fail(ErrorKind::cancelled, tr("The workspace was closed.")));
        transfer.promise->finish();
    }
}

QCoro::Task<void> Files::load()
{
    const QPointer<Files> self(this);
    const auto listing = [cache = m_cache] { return cache->all(); };
    QFuture<QList<Sha256>> future = QtConcurrent::run(listing);
    const QList<Sha256> here = co_await future;
    if (!self)
        co_return;
    m_here = QSet<Sha256>(here.begin(), here.end());
    const Result<QMap<QString, QByteArray>> known = co_await m_store.values(kPrefix);
    if (!self || !known)
        co_return;
    for (auto it = known->begin(); it != known->end(); ++it) {
        const Result<QJsonObject> json = parseCanonical(it.value());
        const Sha256 hash = json ? Sha256::fromHex(json->value("sha256"_L1).toString()) : Sha256();
        if (!hash.isNull())
            m_known.insert(it.key().sliced(kPrefix.size()), {hash, json->value("size"_L1).toInteger()});
    }
    Q_EMIT changed({});
}

FileLine Files::seen(FileLine file) const
{
    const QString key = file.key();
    if (!file.place.isEmpty()) {
        if (const auto known = m_known.constFind(nameOf(file)); known != m_known.cend()) {
            file.hash = known->hash;
            file.size = known->size;
        }
    }
    file.step = m_here.contains(file.hash) ? FileStep::here : FileStep::away;
    if (const auto transfer = m_transfers.constFind(key); transfer != m_transfers.cend()) {
        file.step = FileStep::coming;
        file.got = transfer->got;
        file.size = transfer->of > 0 ? transfer->of : file.size;
    } else if (const auto problem = m_problems.constFind(key); problem != m_problems.cend()) {
        file.step = FileStep::failed;
        file.problem = *problem;
    }
    return file;
}

Result<void> Files::mayFetch(const FileLine &file) const
{
    if (file.size > kLargest)
        return fail(ErrorKind::tooLarge,
                    tr("The file is larger than %1 MB. Get it with another program.").arg(kLargest >> 20));
    if (m_transfers.size() >= kAtOnce)
        return fail(ErrorKind::rate, tr("Other files are being fetched. Wait for one of them, or cancel it."));
    return {};
}

QCoro::Task<Result<QByteArray>> Files::bytes(FileLine file)
{
    const QPointer<Files> self(this);
    file = seen(file);
    if (file.step == FileStep::here) {
        const auto reading = [cache = m_cache, hash = file.hash] { return cache->get(hash); };
        QFuture<Result<QByteArray>> future = QtConcurrent::run(reading);
        const Result<QByteArray> kept = co_await future;
        if (!self)
            co_return fail(ErrorKind::cancelled, {});
        if (kept)
            co_return kept;
        m_here.remove(file.hash); // somebody else made room
    }
    co_return co_await get(file);
}

QCoro::Task<Result<QByteArray>> Files::get(FileLine file)
{
    const QString key = file.key();
    const auto under = m_transfers.constFind(key);
    if (under != m_transfers.cend()) {
        QFuture<Result<QByteArray>> same = under->promise->future();
        co_return co_await same;
    }
    if (const Result<void> may = mayFetch(file); !may)
        co_return tl::unexpected(may.error());
    m_problems.remove(key);
    Transfer transfer;
    transfer.number = ++m_last;
    transfer.promise = std::make_shared<QPromise<Result<QByteArray>>>();
    transfer.promise->start();
    QFuture<Result<QByteArray>> future = transfer.promise->future();
    m_transfers.insert(key, transfer);
    Q_EMIT changed(key);
    QCoro::connect(fetch(file), this, [this, key, number = transfer.number](const Result<QByteArray> &bytes) {
        finish(key, number, bytes);
    });
    co_return co_await future;
}

QCoro::Task<Result<QByteArray>> Files::fetch(FileLine file)
{
    const QPointer<Files> self(this);
    Result<QByteArray> bytes = fail(ErrorKind::notFound, {});
    if (file.place.isEmpty()) {
        bytes = co_await m_custody.bytes(file.hash);
    } else {
        const auto told = [self, key = file.key()](qint64 got, qint64 of) {
            if (self)
                self->hear(key, got, of);
        };
        const std::stop_token stop = m_transfers.value(file.key()).stop.get_token();
        bytes = co_await m_platform.fetch(file.place, kLargest, told, stop);
    }
    if (!self || !bytes)
        co_return self ? bytes : fail(ErrorKind::cancelled, {});
    if (const Result<void> recorded = co_await record(file, *bytes); !recorded)
        co_return tl::unexpected(recorded.error());
    co_return bytes;
}

//! An attachment is what its fact names, and is kept as such; anything else is written down when it comes first.
QCoro::Task<Result<void>> Files::record(FileLine file, QByteArray bytes)
{
    const QPointer<Files> self(this);
    const auto keeping = [cache = m_cache, bytes] { return cache->put(bytes); };
    QFuture<Result<Sha256>> future = QtConcurrent::run(keeping);
    const Result<Sha256> hash = co_await future;
    if (!self || !hash)
        co_return self ? tl::unexpected(hash.error()) : fail(ErrorKind::cancelled, {});
    if (!file.hash.isNull() && file.hash != *hash)
        co_return fail(ErrorKind::corrupt, tr("These are other bytes than before (SHA-256 %1 then, %2 now). They were "
                                              "thrown away. Ask whoever runs the chat server.")
                                               .arg(file.hash.brief(), hash->brief()));
    if (!file.place.isEmpty() && file.hash.isNull()) {
        const QJsonObject json{{u"sha256"_s, hash->hex()}, {u"size"_s, bytes.size()}};
        const Result<void> written =
            co_await m_store.setValue(kPrefix + nameOf(file), canonicalJson(json).value_or(QByteArray()));
        if (!self || !written)
            co_return self ? tl::unexpected(written.error()) : fail(ErrorKind::cancelled, {});
        m_known.insert(nameOf(file), {*hash, bytes.size()});
    }
    m_here.insert(*hash);
    co_return Result<void>();
}

void Files::hear(const QString &key, qint64 got, qint64 of)
{
    const auto transfer = m_transfers.find(key);
    if (transfer == m_transfers.end())
        return;
    // A hundred steps are more than anybody sees.
    const bool worth = of <= 0 || (got - transfer->got) * 100 >= of || got == of;
    if (!worth)
        return;
    transfer->got = got;
    transfer->of = std::max<qint64>(of, 0);
    Q_EMIT changed(key);
}

void Files::cancel(const FileLine &file)
{
    if (const auto transfer = m_transfers.find(file.key()); transfer != m_transfers.end()) {
        transfer->stop.request_stop();
        finish(file.key(), transfer->number, fail(ErrorKind::cancelled, tr("Cancelled.")));
    }
}

void Files::finish(const QString &key, int number, const Result<QByteArray> &bytes)
{
    if (m_transfers.value(key).number != number)
        return; // it was cancelled
    const Transfer transfer = m_transfers.take(key);
    if (!bytes && bytes.error().kind != ErrorKind::cancelled) {
        if (m_problems.size() >= kMostProblems)
            m_problems.clear();
        m_problems.insert(key, bytes.error().message);
    }
    transfer.promise->addResult(bytes);
    transfer.promise->finish();
    Q_EMIT changed(key);
}

} // namespace wardroom::session
