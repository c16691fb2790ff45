// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/policy.h"
#include "session/liveplugins.h"

namespace wardroom::session {

//! What became of a plugin, in a sentence or two for whoever saved it: that it is read, what is wrong and where, and
//! whether its vetting ended. \a policy may be null.
QString pluginNews(const PluginChange &change, const domain::Policy *policy);

} // namespace wardroom::session
