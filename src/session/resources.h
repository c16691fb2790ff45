// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStringList>

namespace wardroom::session {

//! Where Wardroom's own files are: $WARDROOM_RESOURCES, else share/wardroom beside the program's folder, else the
//! source tree it was built from.
QString resourceFolder();
//! Where plugins are looked for: the shipped ones, then the profile's own.
QStringList pluginRoots(const QString &profileFolder);
//! Where playbooks are: those that came with Wardroom, and the profile's own.
QStringList playbookFolders(const QString &profileFolder);

} // namespace wardroom::session
