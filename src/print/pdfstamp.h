// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>

namespace wardroom::print {

//! Replaces the times and ids that Qt writes into a PDF by ones that follow from \a madeAt (ms) and the content, each
//! in place and of the same length, so that the same report is the same file.
QByteArray stamped(QByteArray pdf, qint64 madeAt, const QByteArray &identity);

} // namespace wardroom::print
