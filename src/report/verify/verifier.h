// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "report/verify/bundlesource.h"
#include "report/verify/verification.h"

namespace wardroom::report {

//! Is a bundle complete and unaltered? Needs no profile and no network: everything is recomputed from the files.
//! \a trust is the workspace's founding fingerprint (64 hexadecimal digits; spaces and colons are ignored), from an
//! invitation or a colleague; empty: the answer is at best signerUnknown. Reads files; call it off the main thread.
Verification verifyBundle(const QString &path, const QString &trust = {});
Verification verifyBundle(const BundleSource &source, const QString &trust = {});

} // namespace wardroom::report
