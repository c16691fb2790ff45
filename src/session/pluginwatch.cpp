// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/pluginwatch.h"

#include <QDir>
#include <QDirIterator>

namespace wardroom::session {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kQuiet = 250ms; //!< editors write a file in several steps
constexpr qsizetype kMostWatched = 2000;

} // namespace

PluginWatch::PluginWatch(QStringList roots, QObject *parent) : QObject(parent), m_roots(std::move(roots))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kQuiet);
    const auto later = [this](const QString &) { m_soon.start(); };
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, later);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, later);
    connect(&m_soon, &QTimer::timeout, this, [this] {
        look();
        Q_EMIT changed();
    });
    look();
}

//! Everything that is there now: an editor that replaces a file makes it another one, which is not watched yet.
void PluginWatch::look()
{
    QStringList paths;
    for (const QString &root : std::as_const(m_roots)) {
        if (!QDir(root).exists())
            continue;
        paths << root;
        QDirIterator each(root, QDir::AllEntries | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
        while (each.hasNext() && paths.size() < kMostWatched)
            if (const QString path = each.next(); !path.contains(u"/__pycache__"_s))
                paths << path;
    }
    const QStringList watched = m_watcher.files() + m_watcher.directories();
    QStringList fresh;
    for (const QString &path : std::as_const(paths))
        if (!watched.contains(path))
            fresh << path;
    if (!fresh.isEmpty())
        m_watcher.addPaths(fresh);
}

} // namespace wardroom::session
