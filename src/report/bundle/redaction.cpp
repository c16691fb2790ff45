// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/bundle/redaction.h"

#include "report/speech.h"

namespace wardroom::report {
using namespace Qt::StringLiterals;

Result<QList<Redaction>> parseRedactions(const QByteArray &file)
{
    QList<Redaction> redactions;
    const QStringList lines = QString::fromUtf8(file).split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString line = lines.at(i).simplified();
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        const qsizetype space = line.indexOf(u' ');
        if (space < 0)
            return fail(ErrorKind::invalid,
                        translate("report", "Line %1 says what to leave out, but not why.").arg(i + 1));
        redactions.append({line.first(space), line.sliced(space + 1)});
    }
    return redactions;
}

} // namespace wardroom::report
