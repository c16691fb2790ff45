// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "benchmarks/measure.h"

namespace wardroom::bench {

QString tableHead();
QString tableLine(const Line &line);
//! \a failed: names that could not be measured, and why.
Result<void> writeJson(const QString &path, const Lines &lines, const QMap<QString, QString> &failed);

} // namespace wardroom::bench
