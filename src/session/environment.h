// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/engine.h"

namespace wardroom::session {

//! What a program brings to open workspaces with.
struct Environment
{
    Profile *profile = nullptr;
    domain::Secrets *secrets = nullptr;
    const Clock *clock = nullptr;
    bot::Catalogue catalogue;
    QList<connectors::SecurityTool *> tools;
    QList<connectors::SecurityTool *> practiceTools; //!< a drill's own: the only ones its workspace is given
    QString language = QStringLiteral("en");
};

} // namespace wardroom::session
