// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QFileSystemWatcher>
#include <QTimer>

namespace wardroom::session {

//! Notices when somebody saves a file of a plugin, so that what is typed next is the new one. Watches folders of
//! people's own plugins; a save of many files at once is told once.
class PluginWatch final : public QObject
{
    Q_OBJECT

public:
    explicit PluginWatch(QStringList roots, QObject *parent = nullptr);

Q_SIGNALS:
    void changed();

private:
    void look();

    QStringList m_roots;
    QFileSystemWatcher m_watcher;
    QTimer m_soon;
};

} // namespace wardroom::session
