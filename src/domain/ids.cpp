// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/ids.h"

#include "base/hash.h"

namespace wardroom::domain {

FactId derivedFactId(const QString &cause)
{
    return FactId(Sha256::of("wardroom fact\n" + cause.toUtf8()).hex().first(32));
}

FactId newFactId()
{
    return FactId(randomHex(16));
}

} // namespace wardroom::domain
