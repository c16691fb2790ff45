// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/exporting.h"

#include "report/bundle/exporter.h"
#include "report/verify/bundlesource.h"
#include "report/verify/verifier.h"
#include "session/actions.h"
#include "session/engine.h"

#include <QCoroFuture>
#include <QCoroTimer>
#include <QtConcurrentRun>

namespace wardroom::session {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

//! Every attachment that a fact names: its spilled body, raw alerts, logs and evidence.
QSet<QByteArray> attachmentsOf(const QList<domain::Entry> &entries)
{
    QSet<QByteArray> hashes;
    const auto add = [&hashes](const Sha256 &hash) {
        if (!hash.isNull())
            hashes.insert(hash.bytes());
    };
    for (const domain::Entry &entry : entries) {
        const domain::ReadEntry read = domain::readEntry(entry);
        if (!read.envelope)
            continue;
        add(read.envelope->spilled());
        if (const auto *alert = std::get_if<domain::AlertRaised>(&read.fact))
            add(alert->raw);
        if (const auto *finish = std::get_if<domain::CommandFinished>(&read.fact))
            add(finish->log);
        if (const auto *evidence = std::get_if<domain::EvidenceAdded>(&read.fact))
            add(evidence->hash);
    }
    return hashes;
}

} // namespace

Exporting::Exporting(Engine &engine) : m_engine(engine) {}

void Exporting::setPdf(DrawPdf draw)
{
    m_drawPdf = std::move(draw);
}

QCoro::Task<Result<QList<domain::Entry>>> Exporting::allEntries(RoomId room)
{
    const QPointer<Exporting> self(this);
    QList<domain::Entry> entries;
    qint64 after = 0;
    for (;;) {
        const Result<QList<store::StoredEntry>> page = co_await m_engine.store().pageAfter(room, after, 1000);
        if (!self)
            co_return fail(ErrorKind::cancelled, {});
        if (!page)
            co_return tl::unexpected(page.error());
        if (page->isEmpty())
            co_return entries;
        for (const store::StoredEntry &stored : *page) {
            const auto placed = m_engine.book().placed(stored.entry);
            entries.append(placed.read ? placed.read->entry : stored.entry);
        }
        after = page->last().seq;
    }
}

//! Says how far this node has seen, and gives the others a moment to say it too.
QCoro::Task<Result<void>> Exporting::anchor(RoomId room)
{
    const QPointer<Exporting> self(this);
    const domain::RoomFold *fold = m_engine.book().fold(room);
    if (!fold)
        co_return fail(ErrorKind::notFound, tr("This room has no facts to export yet."));
    const domain::Fact anchor = fold->anchor();
    const Result<FactId> said = co_await sayFact(m_engine, room, anchor);
    if (!self || !said)
        co_return self ? tl::unexpected(said.error()) : fail(ErrorKind::cancelled, {});
    const Result<chat::Sent> sent = co_await m_engine.sender().delivered(*said);
    if (!self || !sent)
        co_return self ? tl::unexpected(sent.error()) : fail(ErrorKind::cancelled, {});
    for (int waited = 0; self && waited < 20; ++waited) {
        QTimer pause;
        pause.start(100ms);
        co_await pause;
    }
    co_return self ? Result<void>() : fail(ErrorKind::cancelled, {});
}

QCoro::Task<Result<report::Parting>> Exporting::compare(RoomId room, QString bundle)
{
    constexpr qint64 longest = 1024LL * 1024 * 1024;
    const QPointer<Exporting> self(this);
    const Result<QList<domain::Entry>> ours = co_await allEntries(room);
    if (!self || !ours)
        co_return self ? tl::unexpected(ours.error()) : fail(ErrorKind::cancelled, {});
    // Named, not a temporary: GCC 12 destroys the captures of one inside a co_await twice.
    const auto comparing = [room, bundle, entries = *ours]() -> Result<report::Parting> {
        const Result<std::unique_ptr<report::BundleSource>> source = report::openBundle(bundle);
        if (!source)
            return tl::unexpected(source.error());
        const Result<QByteArray> facts = (*source)->readAll(u"facts.jsonl"_s, longest);
        if (!facts)
            return tl::unexpected(facts.error());
        return report::compareRecords(*facts, room, entries);
    };
    co_return co_await QtConcurrent::run(comparing);
}

QCoro::Task<Result<QString>> Exporting::write(ExportOptions options)
{
    const QPointer<Exporting> self(this);
    Result<QList<report::Redaction>> redactions = report::parseRedactions(options.redactions);
    if (!redactions)
        co_return tl::unexpected(redactions.error());
    if (const Result<void> anchored = co_await anchor(options.room); !anchored)
        co_return tl::unexpected(anchored.error());
    if (!self)
        co_return fail(ErrorKind::cancelled, {});
    const chat::Room *control = m_engine.book().roomFor(chat::Purpose::control);
    const chat::Room *room = m_engine.book().room(options.room);
    if (!control || !room)
        co_return fail(ErrorKind::notFound, tr("That room is not here."));
    report::ExportRequest request;
    request.workspace = domain::WorkspaceId(m_engine.entry().trust);
    request.controlRoom = control->id;
    request.room = room->id;
    request.roomName = room->name;
    request.key = m_engine.key();
    request.node = m_engine.entry().node;
    request.language = options.language.isEmpty() ? m_engine.language() : options.language;
    request.translation = request.language == u"en" ? QString() : u":/i18n/wardroom_%1.qm"_s.arg(request.language);
    request.nowMs = m_engine.clock().nowMs();
    request.from = options.from;
    request.until = options.until;
    request.path = options.path;
    request.pdf = m_drawPdf;
    request.redactions = std::move(*redactions);
    for (const FactId &fact : std::as_const(options.withheld))
        request.redactions.append({fact.text(), options.withheldReason});
    for (RoomId each : {request.controlRoom, request.room}) {
        const Result<QList<domain::Entry>> entries = co_await allEntries(each);
        if (!self || !entries)
            co_return self ? tl::unexpected(entries.error()) : fail(ErrorKind::cancelled, {});
        (each == request.room ? request.entries : request.controlEntries) = *entries;
    }
    QHash<QByteArray, QByteArray> attachments;
    const QSet<QByteArray> wanted = attachmentsOf(request.controlEntries + request.entries);
    for (const QByteArray &hash : wanted) {
        const Result<QByteArray> bytes =
            co_await m_engine.custody().bytes(Sha256::fromHex(QString::fromLatin1(hash.toHex())));
        if (!self)
            co_return fail(ErrorKind::cancelled, {});
        if (bytes)
            attachments.insert(hash, *bytes);
    }
    request.attachment = [attachments](const Sha256 &hash) -> Result<QByteArray> {
        const auto it = attachments.constFind(hash.bytes());
        return it == attachments.constEnd()
                   ? fail(ErrorKind::notFound, tr("The attachment %1 is not here.").arg(hash.brief()))
                   : Result<QByteArray>(*it);
    };
    const auto write = [request] { return report::exportBundle(request); };
    QFuture<Result<report::Exported>> writing = QtConcurrent::run(write);
    const Result<report::Exported> exported = co_await writing;
    co_return exported.map([](const report::Exported &done) { return done.path; });
}

QCoro::Task<Result<BundleVerdict>> Exporting::check(QString path)
{
    const QString trust = m_engine.entry().trust;
    const auto verify = [path, trust] { return report::verifyBundle(path, trust); };
    QFuture<report::Verification> verifying = QtConcurrent::run(verify);
    const report::Verification verified = co_await verifying;
    co_return BundleVerdict{verified.exitCode() == 0, verified.toText().section(u'\n', 0, 0)};
}

} // namespace wardroom::session
