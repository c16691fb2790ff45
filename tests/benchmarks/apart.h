// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "benchmarks/world.h"

#include <QJsonObject>

//! What runs in a process of its own, because it measures the process or needs another pixel ratio. Empty: it failed.
namespace wardroom::bench {

QJsonObject framesApart(World &world, const domain::RoomId &room);
QJsonObject memoryApart(World &world, const domain::RoomId &room);

} // namespace wardroom::bench
