// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QList>
#include <sys/types.h>

namespace wardroom::bot {

//! Every process below \a root, without it; as it is now. A process that ends meanwhile is left out.
QList<pid_t> descendantsOf(pid_t root);
//! Bytes of memory these processes hold of their own; what they share counts once where the kernel says so.
qint64 memoryOf(const QList<pid_t> &processes, qint64 limit);

} // namespace wardroom::bot
