// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/recordviews.h"

#include "report/timeline.h"
#include "session/custody.h"
#include "session/engine.h"
#include "session/workspace.h"

namespace wardroom::session {
using namespace Qt::StringLiterals;

namespace {

struct RecordCount
{
    int accepted = 0;
    int missing = 0;
    int suspect = 0;
    bool isIntact() const { return missing == 0 && suspect == 0; }
};

RecordCount countRecord(const domain::RoomFold *fold)
{
    RecordCount count;
    if (!fold)
        return count;
    for (const domain::Chain &chain : fold->admission().chains)
        count.missing += static_cast<int>(chain.missing().size());
    for (qsizetype i = 0; i < fold->entries().size(); ++i) {
        const domain::Standing standing = fold->judgementAt(i).standing;
        count.suspect += standing == domain::Standing::suspect ? 1 : 0;
        count.accepted += standing == domain::Standing::accepted ? 1 : 0;
    }
    return count;
}

QString importedSentence(const ImportedFrom &from, int accepted)
{
    QStringList parts{Workspace::tr("imported and read-only"), Workspace::tr("%n entries", nullptr, accepted)};
    if (from.withheld > 0)
        parts.append(Workspace::tr("%n left out by its exporter", nullptr, static_cast<int>(from.withheld)));
    parts.append(from.trusted ? Workspace::tr("complete, signed by the workspace it says")
                              : Workspace::tr("complete, nobody vouches for its signer"));
    return parts.join(u", "_s);
}

} // namespace

QList<TimelineLine> timelineOf(const RoomBook &book, const RoomId &room)
{
    const domain::RoomFold *fold = book.fold(room);
    QList<TimelineLine> lines;
    if (!fold && !book.isControl(room))
        return lines;
    static const QStringList tones{u"muted"_s, u"red"_s, u"amber"_s, u"green"_s, u"blue"_s, u"violet"_s};
    static const QStringList flags{QString(), u"waiting"_s, u"suspect"_s, u"missing"_s};
    static const QMap<report::Category, TimelineGroup> groups{{report::Category::alerts, TimelineGroup::alerts},
                                                              {report::Category::commands, TimelineGroup::commands},
                                                              {report::Category::decisions, TimelineGroup::decisions},
                                                              {report::Category::status, TimelineGroup::status},
                                                              {report::Category::notes, TimelineGroup::notes}};
    const QList<report::TimelineRow> rows =
        fold ? report::timelineOf(*fold, book.workspaceOf(room)) : report::timelineOf(book.control());
    for (const report::TimelineRow &row : rows) {
        TimelineLine line;
        line.n = row.n;
        line.at = row.at;
        line.kind = row.kind;
        line.actor = row.actorName;
        line.via = domain::wordOf(row.via);
        line.summary = row.summary;
        line.detail = row.state == report::RowState::accepted ? row.detail : row.reason;
        line.tone = tones.value(static_cast<int>(row.tone));
        line.group = groups.value(row.category, TimelineGroup::other);
        line.flag = flags.value(static_cast<int>(row.state));
        line.op = row.op;
        line.fact = row.id;
        line.entry = row.position.entry;
        lines.append(line);
    }
    return lines;
}

QString recordSentence(const Engine &engine, const RoomId &room)
{
    if (const ImportedRoom *past = engine.book().imported(room))
        return importedSentence(past->from, countRecord(&past->fold).accepted);
    const RecordCount count = countRecord(engine.book().fold(room));
    QStringList parts{Workspace::tr("%n entries", nullptr, count.accepted)};
    if (count.missing > 0)
        parts.append(Workspace::tr("%n missing", nullptr, count.missing));
    if (count.suspect > 0)
        parts.append(Workspace::tr("%n suspect", nullptr, count.suspect));
    if (const QString differing = anotherPast(custodyOf(engine, room)); !differing.isEmpty())
        parts.append(differing);
    else if (count.isIntact())
        parts.append(Workspace::tr("chain intact"));
    return parts.join(u", "_s);
}

bool isRecordIntact(const Engine &engine, const RoomId &room)
{
    // It was whole when it was taken in; what was left out of it has its place in the chains.
    if (isImportedId(room))
        return true;
    const QList<CustodyLine> others = custodyOf(engine, room);
    const bool differs =
        std::any_of(others.begin(), others.end(), [](const CustodyLine &line) { return line.differs(); });
    return !differs && countRecord(engine.book().fold(room)).isIntact();
}

} // namespace wardroom::session
