// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/apart.h"
#include "benchmarks/benchwindow.h"

#include <QFile>
#include <unistd.h>

namespace wardroom::bench {
using namespace Qt::StringLiterals;

namespace {

constexpr int kNotches = 2'000;

//! MB that are resident now.
double resident()
{
    QFile file(u"/proc/self/statm"_s);
    const QList<QByteArray> pages = file.open(QFile::ReadOnly) ? file.readAll().split(' ') : QList<QByteArray>();
    return pages.value(1).toDouble() * static_cast<double>(sysconf(_SC_PAGESIZE)) / (1024 * 1024);
}

Line line(const QString &name, const QString &when, const QJsonObject &ours, const QJsonObject &baseline)
{
    Line line;
    line.name = name;
    line.unit = u"MB"_s;
    const QString key = name.section(u'.', 1);
    line.ours = ours.value(key).toDouble();
    line.baseline = baseline.value(key).toDouble();
    line.ratio = line.ours / line.baseline;
    line.bar = 1.1;
    line.slack = 8;
    line.what = u"resident with the whole window on a room of %1, %2 / on one of %3"_s.arg(World::largeSize())
                    .arg(when)
                    .arg(World::kSmall);
    return line;
}

} // namespace

QJsonObject memoryApart(World &world, const domain::RoomId &room)
{
    BenchWindow window(world);
    if (!window.open(room))
        return {};
    window.settle(1000);
    QJsonObject told{{u"opened"_s, resident()}};
    for (int i = 0; i < kNotches; ++i)
        window.frame([&] { window.wheel(1); });
    window.settle(1000);
    told.insert(u"scrolled"_s, resident());
    return told;
}

Result<Lines> measureMemory()
{
    const Result<World *> world = World::instance();
    if (!world)
        return tl::unexpected(world.error());
    const Result<QJsonObject> ours = (*world)->runApart({u"memory"_s, u"large"_s}, {});
    const Result<QJsonObject> baseline = (*world)->runApart({u"memory"_s, u"small"_s}, {});
    if (!ours || !baseline)
        return tl::unexpected(ours ? baseline.error() : ours.error());
    return Lines{
        line(u"memory.opened"_s, u"opened"_s, *ours, *baseline),
        line(u"memory.scrolled"_s, u"after %1 notches of the wheel upwards"_s.arg(kNotches), *ours, *baseline)};
}

} // namespace wardroom::bench
