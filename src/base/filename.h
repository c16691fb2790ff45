// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

namespace wardroom {

//! A file name that somebody else chose, made harmless to show and to save under: the last part of a path only, without
//! leading dots, control characters, bidirectional and invisible ones, or characters that a file system or a shell
//! reads something into; at most 100 characters with its ending kept. Empty: nothing usable was left.
QString neutralFileName(const QString &name);

//! Whether another program may be asked to show it: its ending is that of a picture, sound, film, PDF or plain text,
//! none of which a system runs. Says nothing about what is in it.
bool mayBeShown(const QString &name);

} // namespace wardroom
