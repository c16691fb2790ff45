// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/csvreport.h"

#include "base/plaintext.h"

#include <QDateTime>

namespace wardroom::report {
using namespace Qt::StringLiterals;

QByteArray csvReport(const QList<TimelineRow> &timeline)
{
    QByteArray csv = "n,time,kind,actor,via,summary,detail,standing,reason,op,fact,entry\r\n";
    for (const TimelineRow &row : timeline) {
        const QString time = QDateTime::fromMSecsSinceEpoch(row.at, Qt::UTC).toString(Qt::ISODateWithMs);
        const QStringList cells{QString::number(row.n),
                                time,
                                row.kind,
                                row.actorName,
                                domain::wordOf(row.via),
                                row.summary,
                                row.detail,
                                row.toJson().value(u"standing"_s).toString(),
                                row.reason,
                                row.op.text(),
                                row.id.text(),
                                row.position.entry.text()};
        QStringList line;
        for (const QString &cell : cells)
            line << csvCell(cell);
        csv += line.join(u',').toUtf8() + "\r\n";
    }
    return csv;
}

} // namespace wardroom::report
