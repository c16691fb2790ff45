// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "report/bundle/exporter.h"

namespace wardroom::print {

//! Draws a report as PDF/A-1b on A4 and writes it to \a path. Needs a QGuiApplication (any platform, also offscreen);
//! may be called from any thread. The same document gives the same times and id in the file.
//! Fonts: DejaVu Sans first, WenQuanYi Micro Hei for Chinese, because their text can be extracted again exactly.
Result<void> writePdf(const report::ReportDocument &document, const QString &path);

//! For ExportRequest::pdf.
inline report::PdfWriter pdfWriter()
{
    return [](const report::ReportDocument &document, const QString &path) { return writePdf(document, path); };
}

} // namespace wardroom::print
