// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/report.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <cstdlib>

namespace wardroom::bench {
using namespace Qt::StringLiterals;

namespace {

QString number(double value)
{
    return QString::number(value, 'f', value >= 100 ? 0 : value >= 1 ? 2 : 3);
}

QString barOf(const Line &line)
{
    const QString sign = line.kind == Line::Bar::atMost ? u"<= "_s : u">= "_s;
    const QString orSlack = line.slack > 0 ? u" or +%1 %2"_s.arg(number(line.slack), line.unit) : QString();
    return sign + number(line.bar) + (line.absolute ? u' ' + line.unit : QString()) + orSlack;
}

QString verdict(const Line &line)
{
    return line.holds() ? u"holds"_s : u"falls short"_s;
}

QString row(const QStringList &cells)
{
    static const QList<int> widths{-15, 16, 16, 8, 12, -12};
    QString text;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const int width = widths.value(i);
        text += width < 0 ? cells.at(i).leftJustified(-width) : cells.at(i).rightJustified(width);
        text += u"  "_s;
    }
    return text.trimmed();
}

QJsonObject costJson(const Cost &cost)
{
    return {{u"wall_ms"_s, cost.wall}, {u"cpu_ms"_s, cost.cpu}};
}

QJsonObject lineJson(const Line &line)
{
    return {{u"name"_s, line.name},
            {u"what"_s, line.what},
            {u"unit"_s, line.unit},
            {u"ours"_s, line.ours},
            {u"baseline"_s, line.baseline},
            {u"ratio"_s, line.ratio},
            {u"bar"_s, line.bar},
            {u"slack"_s, line.slack},
            {u"bar_is"_s, line.kind == Line::Bar::atMost ? u"at most"_s : u"at least"_s},
            {u"bar_of"_s, line.absolute ? u"ours"_s : u"ratio"_s},
            {u"holds"_s, line.holds()},
            {u"ours_round"_s, costJson(line.oursCost)},
            {u"baseline_round"_s, costJson(line.baselineCost)}};
}

} // namespace

QString tableHead()
{
    return row({u"name"_s, u"ours"_s, u"baseline"_s, u"ratio"_s, u"bar"_s, u""_s});
}

QString tableLine(const Line &line)
{
    const QString unit = u' ' + line.unit;
    return row({line.name, number(line.ours) + unit, number(line.baseline) + unit, number(line.ratio), barOf(line),
                verdict(line)}) +
           u"\n    "_s + line.what;
}

Result<void> writeJson(const QString &path, const Lines &lines, const QMap<QString, QString> &failed)
{
    QJsonArray rows;
    bool ok = failed.isEmpty();
    for (const Line &line : lines) {
        rows.append(lineJson(line));
        ok = ok && line.holds();
    }
    QJsonObject problems;
    for (auto it = failed.cbegin(); it != failed.cend(); ++it)
        problems.insert(it.key(), it.value());
    double load[3] = {0, 0, 0};
    getloadavg(load, 3);
    const QJsonObject all{{u"ok"_s, ok},
                          {u"lines"_s, rows},
                          {u"not_measured"_s, problems},
                          {u"load"_s, QJsonArray{load[0], load[1], load[2]}}};
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(all).toJson()) < 0)
        return fail(ErrorKind::storage, u"%1: %2"_s.arg(path, file.errorString()));
    return {};
}

} // namespace wardroom::bench
