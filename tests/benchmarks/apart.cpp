// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/apart.h"
#include "benchmarks/measure.h"

#include <QJsonDocument>
#include <cstdio>

namespace wardroom::bench {
using namespace Qt::StringLiterals;

//! FOLDER, what to measure, and in which of the two rooms.
int runApart(const QStringList &arguments)
{
    const Result<std::unique_ptr<World>> world = World::in(arguments.value(0));
    if (!world) {
        std::fputs(qPrintable(world.error().message + u'\n'), stderr);
        return 1;
    }
    const domain::RoomId room = arguments.value(2) == "large"_L1 ? (*world)->large() : (*world)->small();
    const QJsonObject told =
        arguments.value(1) == "frames"_L1 ? framesApart(**world, room) : memoryApart(**world, room);
    std::fputs(QJsonDocument(told).toJson(QJsonDocument::Compact).constData(), stdout);
    return told.isEmpty() ? 1 : 0;
}

} // namespace wardroom::bench
