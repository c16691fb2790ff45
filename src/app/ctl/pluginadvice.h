// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/catalogue/catalogue.h"

namespace wardroom::ctl {

//! One thing about a plugin that a manifest alone does not show, and what to do about it.
struct Advice
{
    QString file;
    int line = 0;
    QString message;
    QString fix;
    bool isMistake = false; //!< it cannot work like this; else it could be better
};

//! What a command runs is the author's own, a script or a call; a tool's steps are tested with the tool.
bool needsTest(const bot::Command &command);
QStringList idsOf(const bot::Plugin &plugin);

//! Scripts that cannot start, commands without tests, words that one language lacks. In the order of the manifest.
//! \a shipped: what its phrases must not be taken for.
QList<Advice> adviceFor(const bot::Plugin &plugin, const bot::Catalogue &shipped);

} // namespace wardroom::ctl
