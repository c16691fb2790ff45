// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "report/bundle/exporter.h"

namespace wardroom::session {

//! Draws the PDF in another program, because this one links no fonts: `PROGRAM draw-report FILE`, the report on stdin.
//! Blocks; for ExportRequest::pdf, which is called off the main thread.
report::PdfWriter pdfBy(const QString &program);

} // namespace wardroom::session
