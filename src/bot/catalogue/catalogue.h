// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"
#include "bot/catalogue/command.h"

#include <QHash>

#include <memory>

namespace wardroom::bot {

class PhraseBook;

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
    //! One folder; every mistake at once, in the order of the file.
    static tl::expected<Plugin, QList<ManifestProblem>> loadPlugin(const QString &folder);
    //! From plugins that were read already. The first of two with one name, or one command, wins; the other is a
    //! problem. \a problems: those known already, of what is not among \a plugins.
    static Catalogue of(const QList<Plugin> &plugins, const QList<ManifestProblem> &problems = {});

    bool isEmpty() const { return m_plugins.isEmpty(); }

    const QList<Plugin> &plugins() const { return m_plugins; }
    const QList<ManifestProblem> &problems() const { return m_problems; }
    const Command *command(const QString &id) const;
    const Plugin *pluginOf(const QString &commandId) const;
    QStringList commandIds() const; //!< sorted
    //! The manifests' phrases, ready for matching; nullptr in a default-constructed catalogue.
    const PhraseBook *phrases() const { return m_phrases.get(); }

private:
    void take(tl::expected<Plugin, QList<ManifestProblem>> plugin, const QString &folder);
    void index();

    QList<Plugin> m_plugins;
    QHash<QString, std::pair<int, int>> m_places; //!< by id: which plugin, which of its commands
    QList<ManifestProblem> m_problems;
    std::shared_ptr<const PhraseBook> m_phrases;
};

//! SHA-256 over every file of the folder: sorted relative names, modes and contents. A link out of it is an error, but
//! for one into the folder "shared" beside it: that counts, and is copied, as the file it leads to.
//! Of the mode only the executable bit counts. Folders count by what is in them, so empty ones do not, and
//! `__pycache__` is left out; copyHashed() copies exactly what counts. At most 16 MB and 4000 files.
Result<Sha256> hashFolder(const QString &folder);
//! Copies \a folder to \a into while hashing: what was hashed is what will run. \a into must be
//! absent or empty; it becomes readable for the owner only, its files read-only. Nothing is left behind on failure.
Result<Sha256> copyHashed(const QString &folder, const QString &into);

} // namespace wardroom::bot
