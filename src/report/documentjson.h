// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"
#include "report/reportdocument.h"

namespace wardroom::report {

//! A report as bytes, so that a program with fonts can draw it for one without.
QByteArray documentToJson(const ReportDocument &document);
//! ErrorKind::invalid: those are not the bytes of a report.
Result<ReportDocument> documentFromJson(const QByteArray &bytes);

} // namespace wardroom::report
