// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "report/reportdocument.h"

#include <QFont>

QT_BEGIN_NAMESPACE
class QTextDocument;
QT_END_NAMESPACE

namespace wardroom::print {

//! The report's typeface at \a points, with the fallback for Chinese.
QFont reportFont(qreal points, bool mono = false);

//! Fills \a text with the report's content: headings, paragraphs, tables whose head repeats on each page.
void layOut(const report::ReportDocument &document, QTextDocument &text);

} // namespace wardroom::print
