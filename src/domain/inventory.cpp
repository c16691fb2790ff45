// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/inventory.h"

namespace wardroom::domain {

const Host *Inventory::find(const QString &nameOrAlias) const
{
    for (const Host &host : hosts)
        if (host.name.compare(nameOrAlias, Qt::CaseInsensitive) == 0 ||
            host.aliases.contains(nameOrAlias, Qt::CaseInsensitive))
            return &host;
    return nullptr;
}

} // namespace wardroom::domain
