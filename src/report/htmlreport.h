// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "report/reportdocument.h"

namespace wardroom::report {

//! One self-contained page: no script, no link, nothing fetched; everything escaped. UTF-8.
QByteArray htmlReport(const ReportDocument &document);

} // namespace wardroom::report
