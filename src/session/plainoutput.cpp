// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/cards.h"

#include "base/plaintext.h"

#include <QCoreApplication>

namespace wardroom::session {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostLines = 12;    // of one table or of the values: what a phone shows without much scrolling
constexpr qsizetype kLongestPart = 200; // of one value or cell
constexpr qsizetype kLongest = 3000;    // of the whole, as of a running command's message

QString tr(const char *text)
{
    return QCoreApplication::translate("Cards", text);
}

QString onOneLine(const QString &text)
{
    return shownPlainly(text, kLongestPart).simplified();
}

QString andMore(qint64 count)
{
    return tr("and %1 more").arg(count);
}

QStringList linesOf(const QList<FieldRow> &fields, qint64 more)
{
    QStringList lines;
    for (const FieldRow &field : fields.first(std::min(kMostLines, fields.size()))) {
        const QString source = field.source.isEmpty() ? QString() : u" (%1)"_s.arg(onOneLine(field.source));
        const QString label = onOneLine(field.label); // empty: it goes on with the one above
        lines << (label.isEmpty() ? u"  "_s : label + u": "_s) + onOneLine(field.value) + source;
    }
    more += fields.size() - lines.size();
    return more > 0 ? lines << andMore(more) : lines;
}

QString rowOf(const QStringList &cells)
{
    QStringList shown;
    for (const QString &cell : cells)
        shown << onOneLine(cell);
    return shown.join(u" · "_s);
}

QStringList linesOf(const TableBlock &table)
{
    QStringList lines{rowOf(table.columns)};
    for (const QStringList &cells : table.rows.first(std::min(kMostLines, table.rows.size())))
        lines << u"- "_s + rowOf(cells);
    const qint64 more = table.rows.size() - (lines.size() - 1) + table.more;
    return more > 0 ? lines << andMore(more) : lines;
}

} // namespace

QStringList notesOf(const LiveOutput &output)
{
    QStringList notes = output.notes;
    if (output.moreNotes > 0)
        notes << tr("%1 more remarks in the raw output").arg(output.moreNotes);
    if (output.moreTables > 0)
        notes << tr("%1 more tables in the raw output").arg(output.moreTables);
    return notes;
}

QString plainOutput(const LiveOutput &output)
{
    // The notes say what is missing from the rest: where room is short they stay, and rows give way.
    const QString notes = notesOf(output).join(u'\n').left(kLongest / 2);
    QStringList lines = linesOf(output.fields, output.moreFields);
    for (const TableBlock &table : output.tables)
        lines << linesOf(table);
    qsizetype room = kLongest - notes.size();
    QStringList kept;
    for (const QString &line : std::as_const(lines)) {
        room -= line.size() + 1;
        if (room < 0) {
            kept << u"…"_s;
            break;
        }
        kept << line;
    }
    kept << notes;
    kept.removeAll(QString());
    return kept.join(u'\n');
}

} // namespace wardroom::session
