// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/sandbox/processtree.h"

#include <QByteArray>
#include <QFile>
#include <unistd.h>

namespace wardroom::bot {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostProcesses = 20000;

QByteArray procFile(pid_t process, const QString &name)
{
    QFile file(u"/proc/%1/%2"_s.arg(process).arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void addChildren(pid_t parent, QList<pid_t> &into)
{
    // Of the main thread only; our init has one thread, and orphans of any other come to it.
    for (const QByteArray &child : procFile(parent, u"task/%1/children"_s.arg(parent)).split(' '))
        if (const int pid = child.trimmed().toInt(); pid > 1)
            into.append(pid);
}

qint64 pssOf(pid_t process)
{
    for (const QByteArray &line : procFile(process, u"smaps_rollup"_s).split('\n'))
        if (line.startsWith("Pss:"))
            return line.mid(4).trimmed().split(' ').first().toLongLong() * 1024;
    return -1;
}

} // namespace

QList<pid_t> descendantsOf(pid_t root)
{
    QList<pid_t> all;
    addChildren(root, all);
    for (qsizetype i = 0; i < all.size() && all.size() < kMostProcesses; ++i)
        addChildren(all.at(i), all);
    return all;
}

qint64 memoryOf(const QList<pid_t> &processes, qint64 limit)
{
    const qint64 page = sysconf(_SC_PAGESIZE);
    qint64 quick = 0;
    for (const pid_t process : processes) {
        const QList<QByteArray> pages = procFile(process, u"statm"_s).split(' ');
        if (pages.size() > 2)
            quick += (pages.at(1).toLongLong() - pages.at(2).toLongLong()) * page;
    }
    if (quick <= limit)
        return quick;
    // Pages that a fork left shared were counted once for each; the exact word costs more, so only now.
    qint64 exact = 0;
    for (const pid_t process : processes) {
        const qint64 own = pssOf(process);
        if (own > 0)
            exact += own;
    }
    return exact > 0 ? exact : quick;
}

} // namespace wardroom::bot
