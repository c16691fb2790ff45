// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"
#include "bot/catalogue/command.h"

namespace wardroom::bot {

//! A mistake in a manifest: where, and what was expected there.
struct ManifestProblem
{
    QString file;
    int line = 0; //!< from 1; 0: the whole file
    QString message;
};

//! Every command that can be said, from the plugin folders. A value; a damaged plugin is left out and reported.
class Catalogue
{
public:
    //! Reads every folder below \a roots that holds a plugin.yaml.
    static Catalogue load(const QStringList &roots);
    static tl::expected<Plugin, QList<ManifestProblem>> loadPlugin(const QString &folder);

    const QList<Plugin> &plugins() const { return m_plugins; }
    const QList<ManifestProblem> &problems() const { return m_problems; }
    const Command *command(const QString &id) const;
    const Plugin *pluginOf(const QString &commandId) const;
    QStringList commandIds() const;

private:
    QList<Plugin> m_plugins;
    QList<ManifestProblem> m_problems;
};

//! SHA-256 over every file of the folder: sorted relative names, modes and contents. A link out of it is an error.
Result<Sha256> hashFolder(const QString &folder);
//! Copies \a folder to \a into while hashing: what was hashed is what will run.
Result<Sha256> copyHashed(const QString &folder, const QString &into);

} // namespace wardroom::bot
