// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/cards.h"

#include "base/plaintext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace wardroom::session {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kTail = 20;
constexpr qsizetype kLongestDisplay = 20'000;
constexpr qsizetype kMostRows = 200;
constexpr qsizetype kMostTables = 8;
constexpr qsizetype kMostNotes = 12;
constexpr qsizetype kLongestNote = 600;

void addFields(LiveOutput &live, const QJsonArray &rows)
{
    for (const QJsonValue &value : rows) {
        const QJsonObject row = value.toObject();
        if (live.fields.size() >= kMostRows)
            ++live.moreFields;
        else
            live.fields.append({shownPlainly(row.value(u"label"_s).toString(), 100),
                                shownPlainly(row.value(u"value"_s).toString(), 1000), row.value(u"tone"_s).toString(),
                                shownPlainly(row.value(u"source"_s).toString(), 200)});
    }
}

QStringList cells(const QJsonArray &array)
{
    QStringList texts;
    for (const QJsonValue &cell : array)
        texts.append(shownPlainly(cell.isString() ? cell.toString() : cell.toVariant().toString(), 300));
    return texts;
}

void addTable(LiveOutput &live, const QJsonObject &line)
{
    TableBlock table;
    table.columns = cells(line.value(u"columns"_s).toArray());
    const QJsonArray rows = line.value(u"rows"_s).toArray();
    for (qsizetype i = 0; i < std::min<qsizetype>(kMostRows, rows.size()); ++i)
        table.rows.append(cells(rows.at(i).toArray()));
    table.more = rows.size() - table.rows.size();
    if (live.tables.size() < kMostTables)
        live.tables.append(table);
    else
        ++live.moreTables;
}

//! Stands in the card when it is over too: "Not everything was searched" must not go with the progress lines.
void addNote(LiveOutput &live, const QString &text)
{
    const QString note = shownPlainly(text.trimmed(), kLongestNote);
    if (note.isEmpty() || live.notes.contains(note))
        return;
    if (live.notes.size() < kMostNotes)
        live.notes.append(note);
    else
        ++live.moreNotes;
}

} // namespace

void addOutput(LiveOutput &live, const QJsonObject &line, bool isProgress)
{
    const QString type = line.value(u"type"_s).toString();
    if (type == u"fields") {
        addFields(live, line.value(u"rows"_s).toArray());
    } else if (type == u"table") {
        addTable(live, line);
    } else if (type != u"result") {
        if (isProgress) {
            live.step = line.value(u"step"_s).toInt(live.step);
            live.of = line.value(u"of"_s).toInt(live.of);
            live.progress = shownPlainly(line.value(u"text"_s).toString(), 200);
        }
        if (type == u"text")
            addNote(live, line.value(u"text"_s).toString());
        live.tail.append(shownPlainly(line.value(u"text"_s).toString(), 300));
        while (live.tail.size() > kTail)
            live.tail.removeFirst();
    }
}

void readDisplay(LiveOutput &live, const QString &text)
{
    static const QRegularExpression step(u"^(\\d{1,6})/(\\d{1,6}) · "_s);
    const QStringList lines = text.left(kLongestDisplay).split(u'\n', Qt::SkipEmptyParts);
    if (const auto match = step.match(lines.value(0)); match.hasMatch()) {
        live.step = match.captured(1).toInt();
        live.of = match.captured(2).toInt();
    }
    live.tail.clear();
    for (const QString &line : lines.sliced(std::max<qsizetype>(lines.isEmpty() ? 0 : 1, lines.size() - kTail)))
        live.tail.append(shownPlainly(line, 300));
}

LiveOutput readOutput(const QByteArray &jsonLines)
{
    LiveOutput live;
    for (const QByteArray &line : jsonLines.split('\n')) {
        const QJsonObject json = QJsonDocument::fromJson(line).object();
        if (!json.isEmpty())
            addOutput(live, json, json.value(u"type"_s).toString() == u"progress");
    }
    return live;
}

} // namespace wardroom::session
