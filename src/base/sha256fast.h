// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArrayView>

namespace wardroom {

//! True where the processor has instructions for SHA-256 (x86-64 with the SHA extensions). They are four times as fast
//! as libsodium's portable code, and everything that arrives is hashed twice for the custody log.
bool hasFastSha256();
//! Writes the 32 bytes of the digest of \a bytes to \a digest; only where hasFastSha256().
void fastSha256(QByteArrayView bytes, unsigned char *digest);

} // namespace wardroom
