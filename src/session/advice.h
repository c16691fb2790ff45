// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStringList>

namespace wardroom::session {

class Engine;

//! What is set up so that it weakens the workspace or stops it: groups that anybody gets into, a server that forbids
//! the locks by which one node out of several runs something. A sentence each, that says what to do.
QStringList adviceFor(Engine &engine);

//! What would go wrong on the day when somebody loses a key, while it can still be helped. Nothing is broken yet.
QStringList precautionsFor(Engine &engine);

//! Where the server forbids locks and the policy names who runs things instead: that one's name. Otherwise empty.
QString onlyRunner(Engine &engine);

} // namespace wardroom::session
