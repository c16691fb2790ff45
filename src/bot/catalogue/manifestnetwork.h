// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/catalogue/manifestfields.h"

class QHostAddress;

namespace wardroom::bot {

//! One {host, port, private} of a manifest; what nobody may declare goes to \a sink.
NetworkNeed readNetwork(const YamlNode &node, ProblemSink &sink);

//! Whether a script that declared \a need may speak to \a address, to which its host resolved. A name that leads into
//! a private network, to this machine, or to an address that is only of this link is a trick unless it was declared;
//! the last never can be: clouds keep their machines' credentials there.
bool mayReach(const NetworkNeed &need, const QHostAddress &address);

} // namespace wardroom::bot
