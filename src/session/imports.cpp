// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/imports.h"

#include "report/verify/bundlesource.h"
#include "report/verify/verifier.h"

#include <QCoroFuture>
#include <QPointer>
#include <QtConcurrentRun>

namespace wardroom::session {
using namespace Qt::StringLiterals;

namespace {

const QString kKept = u"import/"_s;
constexpr qint64 kLongestFacts = 1024LL * 1024 * 1024;
constexpr qint64 kLongestManifest = 64LL * 1024 * 1024;
constexpr qint64 kLongestAttachment = 256LL * 1024 * 1024;
constexpr qsizetype kAtOnce = 1000;

} // namespace

struct Imports::Opened
{
    std::unique_ptr<report::BundleSource> source;
    report::Manifest manifest;
    QByteArray manifestBytes;
    QByteArray facts;
    report::Verification found;
    bool isTrusted = false;
};

Imports::Imports(store::Store &store, RoomBook &book, domain::WorkspaceId own, const Clock &clock)
    : m_store(store)
    , m_book(book)
    , m_own(std::move(own))
    , m_clock(clock)
{}

QCoro::Task<void> Imports::load()
{
    const QPointer<Imports> self(this);
    const Result<QMap<QString, QByteArray>> kept = co_await m_store.values(kKept);
    if (!self || !kept)
        co_return;
    for (const QByteArray &bytes : *kept) {
        const Result<ImportedFrom> from = importedFromBytes(bytes);
        Result<QByteArray> facts = from ? Result<QByteArray>() : tl::unexpected(from.error());
        if (from)
            facts = co_await m_store.blob(from->facts);
        if (!self)
            co_return;
        Result<void> shown = facts ? Result<void>() : tl::unexpected(facts.error());
        if (facts)
            shown = co_await show(*from, *facts, false);
        if (!self)
            co_return;
        if (!shown)
            Q_EMIT failed(tr("An imported room cannot be shown: %1").arg(shown.error().message));
    }
}

//! Reads and checks the bundle at \a path. Takes seconds for a large one: not on the window's thread.
Result<std::shared_ptr<Imports::Opened>> Imports::openChecked(const QString &path, const QString &trust,
                                                              const domain::WorkspaceId &own)
{
    auto made = std::make_shared<Opened>();
    auto source = report::openBundle(path);
    if (!source)
        return tl::unexpected(source.error());
    made->source = std::move(*source);
    const Result<QByteArray> manifest = made->source->readAll(u"manifest.json"_s, kLongestManifest);
    const Result<QByteArray> facts = made->source->readAll(u"facts.jsonl"_s, kLongestFacts);
    if (!manifest || !facts)
        return tl::unexpected(manifest ? facts.error() : manifest.error());
    const Result<report::Manifest> read = report::parseManifest(*manifest);
    if (!read)
        return tl::unexpected(read.error());
    made->manifest = *read;
    made->manifestBytes = *manifest;
    made->facts = *facts;
    // Whoever says to be this workspace has to be it.
    const QString expected = trust.isEmpty() && read->workspace == own ? own.text() : trust;
    made->isTrusted = !expected.isEmpty();
    made->found = report::verifyBundle(*made->source, expected);
    // What was checked is what is taken.
    const Result<Sha256> manifestNow = made->source->hash(u"manifest.json"_s);
    const Result<Sha256> factsNow = made->source->hash(u"facts.jsonl"_s);
    if (!manifestNow || *manifestNow != Sha256::of(*manifest) || !factsNow || *factsNow != Sha256::of(*facts))
        return fail(ErrorKind::conflict, tr("The bundle was changed while it was read."));
    return made;
}

QCoro::Task<Result<Imported>> Imports::take(QString path, QString trust)
{
    const QPointer<Imports> self(this);
    // Named, not a temporary: GCC 12 destroys the captures of one inside a co_await twice.
    const auto opening = [path, trust, own = m_own] { return openChecked(path, trust, own); };
    QFuture<Result<std::shared_ptr<Opened>>> future = QtConcurrent::run(opening);
    const Result<std::shared_ptr<Opened>> opened = co_await future;
    if (!self)
        co_return fail(ErrorKind::cancelled, {});
    if (!opened && opened.error().kind == ErrorKind::conflict)
        co_return tl::unexpected(opened.error());
    if (!opened || (*opened)->found.verdict == report::BundleVerdict::unreadable)
        co_return fail(
            ErrorKind::invalid,
            tr("%1 is not a bundle that Wardroom exported. Importing from Slack and Mattermost is not there yet.")
                .arg(path));
    Imported imported{(*opened)->found, {}, false};
    const bool isSound = imported.found.verdict == report::BundleVerdict::intact ||
                         imported.found.verdict == report::BundleVerdict::signerUnknown;
    if (!isSound)
        co_return imported;
    const RoomId id = importedId((*opened)->manifestBytes);
    imported.wasHere = m_book.imported(id) != nullptr;
    if (!imported.wasHere) {
        const report::Manifest &manifest = (*opened)->manifest;
        const ImportedFrom from{id,
                                manifest.roomName,
                                manifest.workspace,
                                manifest.room,
                                manifest.controlRoom,
                                imported.found.exporterName,
                                manifest.exportedAt,
                                m_clock.nowMs(),
                                (*opened)->isTrusted,
                                manifest.counts.withheld,
                                Sha256::of((*opened)->facts)};
        const Result<void> kept = co_await keep(from, *opened);
        if (!self || !kept)
            co_return self ? tl::unexpected(kept.error()) : fail(ErrorKind::cancelled, {});
        Q_EMIT changed();
    }
    imported.room = id;
    co_return imported;
}

//! The mark that it is imported comes last: whatever ends before it leaves bytes behind that nothing shows.
QCoro::Task<Result<void>> Imports::keep(ImportedFrom from, std::shared_ptr<Opened> opened)
{
    const QPointer<Imports> self(this);
    const Result<Sha256> facts = co_await m_store.putBlob(opened->facts);
    if (!self || !facts)
        co_return self ? tl::unexpected(facts.error()) : fail(ErrorKind::cancelled, {});
    const Result<void> attached = co_await keepAttachments(opened);
    if (!self || !attached)
        co_return self ? attached : fail(ErrorKind::cancelled, {});
    co_return co_await show(from, opened->facts, true);
}

QCoro::Task<Result<void>> Imports::keepAttachments(std::shared_ptr<Opened> opened)
{
    const QPointer<Imports> self(this);
    const QStringList names = opened->source->names();
    for (const QString &name : names) {
        if (!name.startsWith(u"attachments/"_s))
            continue;
        const auto reading = [opened, name] { return opened->source->readAll(name, kLongestAttachment); };
        QFuture<Result<QByteArray>> future = QtConcurrent::run(reading);
        const Result<QByteArray> bytes = co_await future;
        if (!self || !bytes)
            co_return self ? tl::unexpected(bytes.error()) : fail(ErrorKind::cancelled, {});
        // By its hash, so that other bytes than those that were checked are nobody's attachment.
        const Result<Sha256> kept = co_await m_store.putBlob(*bytes);
        if (!self || !kept)
            co_return self ? tl::unexpected(kept.error()) : fail(ErrorKind::cancelled, {});
    }
    co_return Result<void>();
}

QCoro::Task<Result<void>> Imports::show(ImportedFrom from, QByteArray facts, bool isNew)
{
    const QPointer<Imports> self(this);
    const auto folding = [from, facts] { return foldImported(from, facts); };
    QFuture<Result<std::shared_ptr<ImportedRoom>>> future = QtConcurrent::run(folding);
    const Result<std::shared_ptr<ImportedRoom>> folded = co_await future;
    if (!self || !folded)
        co_return self ? tl::unexpected(folded.error()) : fail(ErrorKind::cancelled, {});
    const QList<domain::Entry> entries = std::exchange((*folded)->entries, {});
    for (qsizetype at = 0; isNew && at < entries.size(); at += kAtOnce) {
        const QList<domain::Entry> some = entries.mid(at, kAtOnce);
        const QByteArray sameCursor;
        const Result<QList<store::StoredEntry>> stored = co_await m_store.ingest(some, sameCursor);
        if (!self || !stored)
            co_return self ? tl::unexpected(stored.error()) : fail(ErrorKind::cancelled, {});
    }
    if (isNew) {
        const Result<void> marked = co_await m_store.setValue(kKept + from.id.text(), toBytes(from));
        if (!self || !marked)
            co_return self ? marked : fail(ErrorKind::cancelled, {});
    }
    m_book.addImported(std::move(**folded));
    co_return Result<void>();
}

} // namespace wardroom::session
