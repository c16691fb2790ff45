// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/catalogue/catalogue.h"

#include "bot/catalogue/manifestreader.h"
#include "bot/catalogue/text.h"
#include "bot/language/phrasebook.h"

#include <QDir>

namespace wardroom::bot {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostPlugins = 500;

//! Where the manifest says \a text; its first line where it cannot be told.
int lineOf(const QString &manifest, const QString &text)
{
    QFile file(manifest);
    if (!file.open(QIODevice::ReadOnly))
        return 1;
    for (int line = 1; !file.atEnd(); ++line)
        if (QString::fromUtf8(file.readLine(4096)).contains(text))
            return line;
    return 1;
}

} // namespace

tl::expected<Plugin, QList<ManifestProblem>> Catalogue::loadPlugin(const QString &folder)
{
    const QString path = QDir::cleanPath(folder);
    const QString name = path + u"/plugin.yaml"_s;
    const auto problem = [&](const QString &message) {
        return tl::unexpected(QList<ManifestProblem>{{name, 1, message}});
    };
    QFile file(name);
    if (!QFileInfo(name).isFile() || !file.open(QIODevice::ReadOnly))
        return problem(Text::tr("the manifest cannot be read; wardroomctl plugin new DIR writes one"));
    const auto tree = parseYaml(file.read(256 * 1024 + 1), name);
    if (!tree)
        return tl::unexpected(QList<ManifestProblem>{tree.error()});
    ProblemSink sink(name);
    Plugin plugin = readManifest(*tree, path, sink);
    if (!sink.problems().isEmpty())
        return tl::unexpected(sink.problems());
    const auto hash = hashFolder(path);
    if (!hash)
        return problem(hash.error().message);
    plugin.hash = *hash;
    return plugin;
}

Catalogue Catalogue::load(const QStringList &roots)
{
    Catalogue catalogue;
    for (const QString &root : roots) {
        const QStringList folders = QDir(root).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
        for (const QString &folder : folders) {
            const QString path = QDir(root).absoluteFilePath(folder);
            if (QFileInfo::exists(path + u"/plugin.yaml"_s))
                catalogue.take(loadPlugin(path), path);
        }
    }
    catalogue.index();
    return catalogue;
}

Catalogue Catalogue::of(const QList<Plugin> &plugins, const QList<ManifestProblem> &problems)
{
    Catalogue catalogue;
    catalogue.m_problems = problems;
    for (const Plugin &each : plugins)
        catalogue.take(each, each.folder);
    catalogue.index();
    return catalogue;
}

void Catalogue::take(tl::expected<Plugin, QList<ManifestProblem>> plugin, const QString &folder)
{
    const QString file = folder + u"/plugin.yaml"_s;
    if (!plugin) {
        m_problems += plugin.error();
        return;
    }
    if (m_plugins.size() >= mostPlugins) {
        m_problems.append({file, 1, Text::tr("there are more than %1 plugins; this one is left out").arg(mostPlugins)});
        return;
    }
    for (const Plugin &other : std::as_const(m_plugins)) {
        if (other.name == plugin->name) {
            m_problems.append(
                {file, lineOf(file, u"name: "_s + other.name),
                 Text::tr("a plugin named “%1” is already in %2; this one is left out").arg(other.name, other.folder)});
            return;
        }
    }
    for (const Command &each : std::as_const(plugin->commands)) {
        if (const Plugin *other = pluginOf(each.id)) {
            m_problems.append({file, lineOf(file, u"id: "_s + each.id),
                               Text::tr("the command “%1” is already in the plugin “%2”; this one is left out")
                                   .arg(each.id, other->name)});
            return;
        }
    }
    for (int i = 0; i < int(plugin->commands.size()); ++i)
        m_places.insert(plugin->commands.at(i).id, {int(m_plugins.size()), i});
    m_plugins.append(*std::move(plugin));
}

void Catalogue::index()
{
    m_phrases = PhraseBook::of(*this);
}

const Command *Catalogue::command(const QString &id) const
{
    const auto place = m_places.constFind(id);
    return place == m_places.cend() ? nullptr : &m_plugins.at(place->first).commands.at(place->second);
}

const Plugin *Catalogue::pluginOf(const QString &commandId) const
{
    const auto place = m_places.constFind(commandId);
    return place == m_places.cend() ? nullptr : &m_plugins.at(place->first);
}

QStringList Catalogue::commandIds() const
{
    QStringList ids;
    for (const Plugin &plugin : m_plugins)
        for (const Command &each : plugin.commands)
            ids << each.id;
    ids.sort();
    return ids;
}

} // namespace wardroom::bot
