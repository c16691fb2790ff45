// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/documentjson.h"

#include "report/speech.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace wardroom::report {
using namespace Qt::StringLiterals;

namespace {

QJsonArray cellJson(const ReportCell &cell)
{
    return {cell.text, cell.small, static_cast<int>(cell.tone), cell.marked, cell.mono};
}

ReportCell cellOf(const QJsonArray &json)
{
    const int tone = std::clamp(json.at(2).toInt(), 0, static_cast<int>(Tone::violet));
    return {json.at(0).toString(), json.at(1).toString(), static_cast<Tone>(tone), json.at(3).toBool(),
            json.at(4).toBool()};
}

QJsonObject blockJson(const ReportText &text)
{
    return {{u"text"_s, text.text}, {u"quiet"_s, text.quiet}};
}

QJsonObject blockJson(const ReportPairs &pairs)
{
    QJsonArray all;
    for (const auto &[label, value] : pairs.pairs)
        all.append(QJsonArray{label, value});
    return {{u"pairs"_s, all}, {u"mono"_s, pairs.mono}};
}

QJsonObject blockJson(const ReportTable &table)
{
    QJsonArray widths, rows;
    for (const int width : table.widths)
        widths.append(width);
    for (const QList<ReportCell> &row : table.rows) {
        QJsonArray cells;
        for (const ReportCell &cell : row)
            cells.append(cellJson(cell));
        rows.append(cells);
    }
    return {{u"columns"_s, QJsonArray::fromStringList(table.columns)}, {u"widths"_s, widths}, {u"rows"_s, rows}};
}

ReportTable tableOf(const QJsonObject &json)
{
    ReportTable table;
    for (const QJsonValue &column : json.value(u"columns"_s).toArray())
        table.columns.append(column.toString());
    for (const QJsonValue &width : json.value(u"widths"_s).toArray())
        table.widths.append(width.toInt());
    for (const QJsonValue &row : json.value(u"rows"_s).toArray()) {
        QList<ReportCell> &cells = table.rows.emplaceBack();
        for (const QJsonValue &cell : row.toArray())
            cells.append(cellOf(cell.toArray()));
    }
    return table;
}

ReportBlock blockOf(const QJsonObject &json)
{
    if (json.contains(u"columns"_s))
        return tableOf(json);
    if (!json.contains(u"pairs"_s))
        return ReportText{json.value(u"text"_s).toString(), json.value(u"quiet"_s).toBool()};
    ReportPairs pairs;
    pairs.mono = json.value(u"mono"_s).toBool();
    for (const QJsonValue &pair : json.value(u"pairs"_s).toArray())
        pairs.pairs.append({pair.toArray().at(0).toString(), pair.toArray().at(1).toString()});
    return pairs;
}

} // namespace

QByteArray documentToJson(const ReportDocument &document)
{
    QJsonArray sections;
    for (const ReportSection &section : document.sections) {
        QJsonArray blocks;
        for (const ReportBlock &block : section.blocks)
            blocks.append(std::visit([](const auto &each) { return blockJson(each); }, block));
        sections.append(QJsonObject{{u"heading"_s, section.heading}, {u"blocks"_s, blocks}});
    }
    const QJsonObject json{{u"kicker"_s, document.kicker},     {u"title"_s, document.title},
                           {u"subtitle"_s, document.subtitle}, {u"language"_s, document.language},
                           {u"footer"_s, document.footer},     {u"madeAt"_s, document.madeAt},
                           {u"sections"_s, sections}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Result<ReportDocument> documentFromJson(const QByteArray &bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    if (!json.value(u"sections"_s).isArray())
        return fail(ErrorKind::invalid, translate("report", "That is not a report."));
    ReportDocument document;
    document.kicker = json.value(u"kicker"_s).toString();
    document.title = json.value(u"title"_s).toString();
    document.subtitle = json.value(u"subtitle"_s).toString();
    document.language = json.value(u"language"_s).toString();
    document.footer = json.value(u"footer"_s).toString();
    document.madeAt = json.value(u"madeAt"_s).toInteger();
    for (const QJsonValue &value : json.value(u"sections"_s).toArray()) {
        ReportSection section{value.toObject().value(u"heading"_s).toString(), {}};
        for (const QJsonValue &block : value.toObject().value(u"blocks"_s).toArray())
            section.blocks.append(blockOf(block.toObject()));
        document.sections.append(section);
    }
    return document;
}

} // namespace wardroom::report
