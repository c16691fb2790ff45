// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

namespace wardroom {

//! Foreign text made safe to show to somebody who decides by it: control characters, bidirectional overrides and
//! invisible characters become visible marks (Unicode TR36 §2.5), and it is cut at \a longest characters with "…".
//! Line breaks stay. The result is still plain text: show it as such, or escape it for HTML.
QString shownPlainly(const QString &text, qsizetype longest = 4000);

//! A cell for CSV that no spreadsheet takes for a formula: what begins with = + - @ (full width, too), tab or a line
//! break gets a leading apostrophe (OWASP, "CSV Injection"), and quotes are doubled.
QString csvCell(const QString &text);

} // namespace wardroom
