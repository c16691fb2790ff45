// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "report/timeline.h"

namespace wardroom::report {

//! RFC 4180, UTF-8: a heading and a row each, CRLF. No cell is taken for a formula by a spreadsheet.
QByteArray csvReport(const QList<TimelineRow> &timeline);

} // namespace wardroom::report
