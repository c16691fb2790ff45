// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/liveplugins.h"

#include "base/plaintext.h"

#include <QDir>

namespace wardroom::session {
using namespace Qt::StringLiterals;

namespace {

QString folderOf(const QString &folder)
{
    QDir().mkpath(folder); // so that it can be watched before the first plugin is put there
    return QDir(folder).absolutePath();
}

QString mistakeOf(const bot::ManifestProblem &problem)
{
    const QString name = QFileInfo(problem.file).fileName();
    const QString where = problem.line > 0 ? LivePlugins::tr("%1, line %2").arg(name).arg(problem.line) : name;
    return u"%1: %2"_s.arg(where, shownPlainly(problem.message, 400));
}

} // namespace

LivePlugins::LivePlugins(bot::Catalogue start, const QString &folder, QObject *parent)
    : QObject(parent)
    , m_catalogue(std::move(start))
    , m_folder(folderOf(folder))
    , m_watch({m_folder})
{
    for (const bot::Plugin &plugin : m_catalogue.plugins()) {
        const QString path = QDir(plugin.folder).absolutePath();
        if (path.startsWith(m_folder + u'/'))
            keep(path, plugin);
        else
            m_shipped.append(plugin);
    }
    for (const bot::ManifestProblem &problem : m_catalogue.problems())
        if (const QString path = QFileInfo(problem.file).absolutePath();
            path.startsWith(m_folder + u'/') && !m_own.contains(path))
            m_own.insert(path, {{}, {}, problem});
    connect(&m_watch, &PluginWatch::changed, this, &LivePlugins::reload);
}

//! What was read is what goes on working, so those bytes are put aside.
void LivePlugins::keep(const QString &path, const bot::Plugin &plugin)
{
    Known &known = m_own[path];
    if (!known.copy.isEmpty() && known.plugin.hash != plugin.hash)
        QDir(known.copy).removeRecursively();
    const bool isSame = !known.copy.isEmpty() && known.plugin.hash == plugin.hash;
    known.plugin = plugin;
    known.mistake.reset();
    if (isSame)
        return;
    const QString into = m_copies.filePath(QString::number(++m_made));
    const Result<Sha256> copied = bot::copyHashed(path, into);
    known.copy = copied && *copied == plugin.hash ? into : QString();
}

std::optional<PluginChange> LivePlugins::look(const QString &path)
{
    const Known before = m_own.value(path);
    const bool wasWhole = !before.plugin.name.isEmpty();
    const auto read = bot::Catalogue::loadPlugin(path);
    if (!read) {
        const bot::ManifestProblem problem = read.error().value(0);
        const QString mistake = mistakeOf(problem);
        const bool isKnown = before.mistake && mistakeOf(*before.mistake) == mistake;
        m_own[path].mistake = problem;
        if (before.copy.isEmpty())
            m_own[path].plugin = {};
        if (isKnown)
            return std::nullopt;
        const QString name = wasWhole ? before.plugin.name : QFileInfo(path).fileName();
        return PluginChange{PluginChange::Kind::broken,        path, name, {}, {}, 0, before.plugin.hash, {}, mistake,
                            wasWhole && !before.copy.isEmpty()};
    }
    keep(path, *read);
    if (wasWhole && before.plugin.hash == read->hash && !before.mistake)
        return std::nullopt;
    return PluginChange{wasWhole ? PluginChange::Kind::changed : PluginChange::Kind::added,
                        path,
                        read->name,
                        read->version,
                        read->author,
                        static_cast<int>(read->commands.size()),
                        before.plugin.hash,
                        read->hash,
                        {},
                        false};
}

bot::Catalogue LivePlugins::gathered() const
{
    QList<bot::Plugin> all = m_shipped;
    QList<bot::ManifestProblem> problems;
    for (const Known &known : m_own) {
        if (known.mistake)
            problems.append(*known.mistake);
        if (known.plugin.name.isEmpty())
            continue;
        all.append(known.plugin);
        if (known.mistake)
            all.last().folder = known.copy;
    }
    return bot::Catalogue::of(all, problems);
}

void LivePlugins::reload()
{
    QList<PluginChange> changes;
    QStringList there;
    const QStringList folders = QDir(m_folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const QString &folder : folders) {
        const QString path = m_folder + u'/' + folder;
        if (!QFileInfo::exists(path + u"/plugin.yaml"_s))
            continue;
        there << path;
        if (const auto change = look(path))
            changes.append(*change);
    }
    for (const QString &path : m_own.keys()) {
        if (there.contains(path))
            continue;
        const Known gone = m_own.take(path);
        if (!gone.copy.isEmpty())
            QDir(gone.copy).removeRecursively();
        if (!gone.plugin.name.isEmpty())
            changes.append(
                {PluginChange::Kind::removed, path, gone.plugin.name, {}, {}, 0, gone.plugin.hash, {}, {}, false});
    }
    if (changes.isEmpty())
        return;
    m_catalogue = gathered();
    // Two with one name: the one that was there first goes on, and whoever saved the other is told.
    for (PluginChange &change : changes)
        for (const bot::ManifestProblem &problem : m_catalogue.problems())
            if (change.mistake.isEmpty() && QFileInfo(problem.file).path() == change.folder) {
                change.kind = PluginChange::Kind::broken;
                change.mistake = mistakeOf(problem);
            }
    Q_EMIT reloaded(m_catalogue, changes);
}

} // namespace wardroom::session
