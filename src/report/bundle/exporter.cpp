// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/bundle/exporter.h"

#include "report/bundle/bundlefolder.h"
#include "report/csvreport.h"
#include "report/htmlreport.h"
#include "report/reportbuilder.h"
#include "report/speech.h"
#include "report/verify/factcheck.h"
#include "report/verify/linecompare.h"

namespace wardroom::report {
using namespace Qt::StringLiterals;
using namespace domain;

namespace {

//! Sorted by position, each entry once; of two copies the one that says more.
QMap<Position, Entry> inOrder(const QList<Entry> &entries, const RoomId &room)
{
    QMap<Position, Entry> sorted;
    for (const Entry &entry : entries) {
        if (entry.room != room)
            continue;
        const auto known = sorted.find(entry.position);
        if (known == sorted.end()) {
            sorted.insert(entry.position, entry);
            continue;
        }
        known->edited = known->edited || entry.edited;
        known->deleted = known->deleted || entry.deleted;
        if (known->envelope.isEmpty())
            known->envelope = entry.envelope;
        if (known->spilled.isEmpty())
            known->spilled = entry.spilled;
    }
    return sorted;
}

class Export
{
public:
    explicit Export(const ExportRequest &request) : m_request(request) {}

    Result<Exported> run()
    {
        const SpeakingIn speaking(m_request.language, m_request.translation);
        if (const Result<void> possible = prepare(); !possible)
            return tl::unexpected(possible.error());
        Result<BundleFolder> folder = BundleFolder::beside(m_request.path);
        if (!folder)
            return tl::unexpected(folder.error());
        m_folder = std::make_unique<BundleFolder>(std::move(*folder));
        makeLines();
        for (const auto step : {&Export::writeAttachments, &Export::writeReports, &Export::writeFacts, &Export::seal})
            if (const Result<void> done = (this->*step)(); !done)
                return tl::unexpected(done.error());
        if (const Result<void> done = m_folder->finish(); !done)
            return tl::unexpected(done.error());
        return Exported{m_request.path, m_manifest, m_problems};
    }

private:
    Result<void> prepare()
    {
        WorkspaceFold control(m_request.workspace);
        m_control = inOrder(m_request.controlEntries, m_request.controlRoom);
        control.add(m_control.values());
        m_workspace = control.state();
        for (const Entry &entry : std::as_const(m_control))
            m_standings.insert(entry.room.text() + u' ' + entry.position.entry.text(),
                               control.judgement(entry.position.entry).standing);
        const Node *node = m_workspace.node(m_request.node);
        if (!node || node->key != m_request.key.publicKey().hex())
            return fail(
                ErrorKind::forbidden,
                translate("report",
                          "This Wardroom is not enrolled in the workspace, so its signature would prove nothing."));
        m_entries = inOrder(m_request.entries, m_request.room);
        RoomFold room(m_request.room, m_workspace);
        room.add(m_entries.values());
        for (qsizetype i = 0; i < room.entries().size(); ++i) {
            const ReadEntry &read = room.entries().at(i);
            m_standings.insert(read.entry.room.text() + u' ' + read.entry.position.entry.text(),
                               room.judgementAt(i).standing);
        }
        return chooseWithheld();
    }

    Result<void> chooseWithheld()
    {
        QMap<QString, QString> wanted;
        for (const Redaction &redaction : m_request.redactions)
            wanted.insert(redaction.what, redaction.reason);
        for (const Entry &entry : std::as_const(m_entries)) {
            const Result<Envelope> envelope = parseEnvelope(entry.envelope);
            const QString fact = envelope ? envelope->id.text() : QString();
            const qint64 time = entry.position.serverTime;
            const QString id = wanted.contains(fact) ? fact : entry.position.entry.text();
            if (wanted.contains(id))
                m_withheld.insert(entry.position, wanted.take(id));
            else if (time < m_request.from || (m_request.until > 0 && time > m_request.until))
                m_withheld.insert(entry.position, translate("report", "outside the period that was asked for"));
        }
        if (!wanted.isEmpty())
            return fail(ErrorKind::notFound,
                        translate("report", "Nothing in this room has the id %1.").arg(wanted.firstKey()));
        return {};
    }

    FactLine lineFor(const Entry &entry) const
    {
        FactLine line;
        line.entry = entry;
        line.standing = m_standings.value(entry.room.text() + u' ' + entry.position.entry.text(), Standing::plain);
        if (entry.room == m_request.room && m_withheld.contains(entry.position)) {
            const Result<Envelope> envelope = parseEnvelope(entry.envelope);
            line.withheld = Withheld{m_withheld.value(entry.position), {}, {}, 0, {}};
            if (envelope)
                line.withheld = Withheld{line.withheld->reason, envelope->id, envelope->node, envelope->seq,
                                         Sha256::of(entry.envelope)};
            line.entry = Entry();
            line.entry.room = entry.room;
            line.entry.position = entry.position;
        }
        return line;
    }

    void makeLines()
    {
        qint64 n = 0;
        for (const QList<Entry> &entries : {m_control.values(), m_entries.values()}) {
            for (const Entry &entry : entries) {
                FactLine line = lineFor(entry);
                line.n = ++n;
                m_facts += toLine(line) + '\n';
                if (line.withheld)
                    m_withheldLines.append({n, line.withheld->reason});
                else
                    collect(entry);
            }
        }
    }

    void collect(const Entry &entry)
    {
        if (entry.room == m_request.room)
            m_shown.append(entry);
        const QList<Sha256> named = attachmentsOf(readEntry(entry));
        for (const Sha256 &hash : named)
            if (!m_named.contains(hash))
                m_named.append(hash);
    }

    Result<void> writeAttachments()
    {
        for (const Sha256 &hash : std::as_const(m_named)) {
            const Result<QByteArray> bytes =
                m_request.attachment ? m_request.attachment(hash) : Result<QByteArray>(fail(ErrorKind::notFound, {}));
            if (!bytes || Sha256::of(*bytes) != hash)
                continue; // The manifest lists it as absent.
            m_present.append(hash);
            if (const Result<void> done = m_folder->write(u"attachments/"_s + hash.hex(), *bytes); !done)
                return done;
        }
        return {};
    }

    Result<void> writeReports()
    {
        RoomFold fold(m_request.room, m_workspace);
        fold.add(m_shown);
        ReportInput input{fold,
                          m_workspace,
                          m_request.room,
                          m_request.roomName,
                          m_workspace.nameOf(m_workspace.personOf(m_request.node)),
                          m_request.language,
                          m_request.nowMs,
                          m_request.from,
                          m_request.until,
                          {},
                          m_withheldLines,
                          m_present};
        for (const Entry &entry : std::as_const(m_shown))
            if (entry.envelope.isEmpty())
                input.messages.append(entry);
        const QList<TimelineRow> timeline = timelineOf(fold, m_workspace);
        const ReportDocument document = buildReport(input, timeline);
        if (const Result<void> done = m_folder->write(u"timeline.csv"_s, csvReport(timeline)); !done)
            return done;
        if (const Result<void> done = m_folder->write(u"report.html"_s, htmlReport(document)); !done)
            return done;
        if (!m_request.pdf)
            return {};
        if (const Result<void> done = m_request.pdf(document, m_folder->pathOf(u"report.pdf"_s)); !done)
            return done;
        return m_folder->adopt(u"report.pdf"_s);
    }

    Result<void> writeFacts()
    {
        if (const Result<void> done = m_folder->write(u"facts.jsonl"_s, m_facts); !done)
            return done;
        if (const Result<void> done = m_folder->write(u"facts.sha256"_s, lineHashes(m_facts)); !done)
            return done;
        return m_folder->write(u"keys.json"_s, keysBytes(m_workspace));
    }

    Result<void> seal()
    {
        m_manifest.program = u"wardroom "_s + QStringLiteral(WARDROOM_VERSION);
        m_manifest.workspace = m_request.workspace;
        m_manifest.controlRoom = m_request.controlRoom;
        m_manifest.room = m_request.room;
        m_manifest.roomName = QString::fromUtf8(m_request.roomName.toUtf8());
        m_manifest.language = m_request.language;
        m_manifest.exportedAt = m_request.nowMs;
        m_manifest.from = m_request.from;
        m_manifest.until = m_request.until;
        m_manifest.exporter = m_request.node;
        m_manifest.exporterKey = m_request.key.publicKey().hex();
        m_manifest.files = m_folder->files();
        const QSet<Sha256> present(m_present.begin(), m_present.end());
        FactCheck check(m_manifest, [&present](const Sha256 &hash) { return present.contains(hash); });
        if (!check.run(m_facts))
            return fail(
                ErrorKind::corrupt,
                translate("report", "What was written cannot be read again: %1").arg(check.problems().value(0).what));
        m_manifest = check.derived();
        m_problems = check.problems();
        const QByteArray bytes = manifestBytes(m_manifest);
        if (const Result<void> done = m_folder->write(u"manifest.json"_s, bytes); !done)
            return done;
        return m_folder->write(u"manifest.sig"_s, m_request.key.sign(bytes).toHex() + '\n');
    }

    const ExportRequest &m_request;
    QMap<Position, Entry> m_control;
    QMap<Position, Entry> m_entries;
    WorkspaceState m_workspace;
    QHash<QString, Standing> m_standings;
    QMap<Position, QString> m_withheld;
    QList<std::pair<qint64, QString>> m_withheldLines;
    QList<Entry> m_shown;
    QList<Sha256> m_named;
    QList<Sha256> m_present;
    QByteArray m_facts;
    std::unique_ptr<BundleFolder> m_folder;
    Manifest m_manifest;
    QList<Problem> m_problems;
};

} // namespace

Result<Exported> exportBundle(const ExportRequest &request)
{
    return Export(request).run();
}

} // namespace wardroom::report
