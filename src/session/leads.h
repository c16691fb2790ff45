// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStringList>

//! What in a card's text can be asked about next. Pure; each at most three, in the order they stand, none twice.
namespace wardroom::session {

//! Addresses of the network, not this machine's own loopback and not parts of versions or times.
QStringList addressesIn(const QString &text);
QStringList cvesIn(const QString &text);   //!< "CVE-2024-3094", in capitals
QStringList hashesIn(const QString &text); //!< MD5, SHA-1 and SHA-256, in small letters

} // namespace wardroom::session
