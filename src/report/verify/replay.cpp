// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/verify/replay.h"

#include "base/canonicaljson.h"
#include "base/plaintext.h"
#include "domain/fold.h"
#include "report/verify/factline.h"
#include "report/verify/linecompare.h"

#include <set>

namespace wardroom::report {
using namespace Qt::StringLiterals;
using namespace domain;

namespace {

using Hashes = QMap<Position, Sha256>;

Parting partingOf(const Hashes &theirs, const Hashes &ours)
{
    Parting parting;
    auto a = theirs.begin();
    auto b = ours.begin();
    for (; a != theirs.end() && b != ours.end(); ++a, ++b, ++parting.same) {
        if (a.key() == b.key() && *a == *b)
            continue;
        parting.what =
            a.key() == b.key() ? QCoreApplication::translate("verify", "the fact here is another one")
            : a.key() < b.key()
                ? QCoreApplication::translate("verify", "the bundle has a fact here that this desktop has not")
                : QCoreApplication::translate("verify", "this desktop has a fact here that the bundle has not");
        parting.differ = true;
        parting.position = std::min(a.key(), b.key());
        return parting;
    }
    // What this desktop learnt after the export is no difference; what only the bundle has is.
    if (a != theirs.end()) {
        parting.differ = true;
        parting.position = a.key();
        parting.what = QCoreApplication::translate("verify", "the bundle goes on where this desktop's record ends");
    }
    return parting;
}

} // namespace

Result<QList<FactLine>> readFactLines(const QByteArray &facts)
{
    QList<FactLine> lines;
    const QList<QByteArray> texts = linesOf(facts);
    for (qsizetype i = 0; i < texts.size(); ++i) {
        Result<FactLine> line = parseFactLine(texts.at(i));
        if (!line)
            return fail(ErrorKind::invalid,
                        QCoreApplication::translate("verify", "Line %1 is not as Wardroom writes it: %2")
                            .arg(QString::number(i + 1), shownPlainly(line.error().message, 200)));
        lines.append(std::move(*line));
    }
    return lines;
}

Result<QByteArray> replay(const QByteArray &facts)
{
    const Result<QList<FactLine>> lines = readFactLines(facts);
    if (!lines)
        return tl::unexpected(lines.error());
    QMap<RoomId, QList<Entry>> rooms;
    RoomId control;
    WorkspaceId workspace;
    for (const FactLine &line : *lines) {
        if (line.withheld)
            continue;
        rooms[line.entry.room].append(line.entry);
        const Result<Envelope> envelope = parseEnvelope(line.entry.envelope);
        // The smallest, so that the order of the lines decides nothing.
        if (envelope && envelope->kind == QStringView(NodeEnrolled::kind) &&
            (control.isEmpty() || envelope->room < control)) {
            control = envelope->room;
            workspace = envelope->workspace;
        }
    }
    WorkspaceFold controlFold(workspace);
    controlFold.add(rooms.take(control));
    QJsonObject states;
    for (auto it = rooms.begin(); it != rooms.end(); ++it) {
        RoomFold fold(it.key(), controlFold.state());
        fold.add(*it);
        states.insert(it.key().text(), fold.state().toJson());
    }
    return canonicalJson(QJsonObject{{u"workspace"_s, controlFold.state().toJson()}, {u"rooms"_s, states}});
}

Result<Parting> compareRecords(const QByteArray &facts, const RoomId &room, const QList<Entry> &ours)
{
    const Result<QList<FactLine>> lines = readFactLines(facts);
    if (!lines)
        return tl::unexpected(lines.error());
    Hashes theirs, mine;
    std::set<Position> goneThere;
    for (const FactLine &line : *lines) {
        if (line.entry.room != room)
            continue;
        if (line.withheld && !line.withheld->hash.isNull())
            theirs.insert(line.entry.position, line.withheld->hash);
        else if (!line.entry.envelope.isEmpty())
            theirs.insert(line.entry.position, Sha256::of(line.entry.envelope));
        if (line.entry.deleted)
            goneThere.insert(line.entry.position);
    }
    // Of a message that was deleted in the chat one knows the envelope and another came too late for it: no two pasts.
    for (const Entry &entry : ours) {
        const Position &place = entry.position;
        if (entry.room != room)
            continue;
        if (!entry.envelope.isEmpty() && (!entry.deleted || theirs.contains(place)))
            mine.insert(place, Sha256::of(entry.envelope));
        else if (entry.envelope.isEmpty() && entry.deleted && goneThere.contains(place))
            theirs.remove(place);
    }
    return partingOf(theirs, mine);
}

} // namespace wardroom::report
