// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/catalogue/catalogue.h"
#include "session/pluginwatch.h"

#include <QTemporaryDir>

namespace wardroom::session {

//! What became of one plugin since it was last read.
struct PluginChange
{
    enum class Kind { added, changed, removed, broken };
    Kind kind = Kind::changed;
    QString folder;
    QString plugin; //!< its name; of a broken one that was never whole, its folder's
    QString version;
    QString author;
    int commands = 0;
    Sha256 before;     //!< null: it was not there
    Sha256 now;        //!< null: it is not there, or broken
    QString mistake;   //!< broken: "plugin.yaml, line 5: …"
    bool kept = false; //!< broken: what was there before goes on working
};

//! The catalogue of a program that runs, which follows the files of people's own plugins: saved, it is the new one that
//! runs. A plugin that breaks keeps working as it last was, from a copy of its own, until it is whole again.
class LivePlugins final : public QObject
{
    Q_OBJECT

public:
    //! \a start as read at the start; \a folder holds the profile's own plugins and is made when it is missing.
    LivePlugins(bot::Catalogue start, const QString &folder, QObject *parent = nullptr);

    const bot::Catalogue &catalogue() const { return m_catalogue; }

Q_SIGNALS:
    void reloaded(const wardroom::bot::Catalogue &catalogue, const QList<wardroom::session::PluginChange> &changes);

private:
    struct Known
    {
        bot::Plugin plugin;                               //!< with the folder it is read from
        QString copy;                                     //!< of exactly those bytes; empty: none could be made
        std::optional<bot::ManifestProblem> mistake = {}; //!< what is wrong with the folder now
    };

    void reload();
    std::optional<PluginChange> look(const QString &path);
    void keep(const QString &path, const bot::Plugin &plugin);
    bot::Catalogue gathered() const;

    bot::Catalogue m_catalogue;
    QString m_folder;
    QList<bot::Plugin> m_shipped;
    QMap<QString, Known> m_own; //!< by folder; the plugin has no name where it was never whole
    QTemporaryDir m_copies;
    int m_made = 0;
    PluginWatch m_watch;
};

} // namespace wardroom::session
