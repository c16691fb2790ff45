// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "report/wording.h"

#include <variant>

namespace wardroom::report {

//! One cell of a table. Text is plain: renderers escape it.
struct ReportCell
{
    QString text;
    QString small; //!< a second, quieter line
    Tone tone = Tone::muted;
    bool marked = false; //!< show the tone, as a dot or a coloured word
    bool mono = false;
};

struct ReportTable
{
    QStringList columns;
    QList<int> widths; //!< per cent
    QList<QList<ReportCell>> rows;
};

//! Label and value pairs, one below the other.
struct ReportPairs
{
    QList<std::pair<QString, QString>> pairs;
    bool mono = false;
};

struct ReportText
{
    QString text;
    bool quiet = false;
};

using ReportBlock = std::variant<ReportText, ReportPairs, ReportTable>;

struct ReportSection
{
    QString heading;
    QList<ReportBlock> blocks;
};

//! What the HTML and the PDF are both drawn from: a value without fonts or colours.
struct ReportDocument
{
    QString kicker; //!< "Incident report"
    QString title;
    QString subtitle;  //!< one line under the title
    QString language;  //!< "en", "zh"
    QString footer;    //!< workspace and room, for the foot of each page
    qint64 madeAt = 0; //!< ms; the only time a renderer may write into a file
    QList<ReportSection> sections;
};

} // namespace wardroom::report
