// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/playbookshelf.h"

#include "session/engine.h"

#include <QDir>
#include <QFile>
#include <QTimer>

namespace wardroom::session {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 kLargest = 256 * 1024; //!< bytes

} // namespace

PlaybookShelf::PlaybookShelf(Engine &engine, QStringList folders) : m_engine(engine), m_folders(std::move(folders))
{
    readFolders();
}

PlaybookFile PlaybookShelf::readFile(const QString &path, const bot::Catalogue &catalogue)
{
    PlaybookFile read;
    read.path = path;
    QFile file(path);
    if (!file.open(QFile::ReadOnly) || file.size() > kLargest) {
        read.problems = {{path, 0, file.isOpen() ? tr("it is larger than 256 KB") : file.errorString()}};
        return read;
    }
    read.bytes = file.readAll();
    const auto playbook = bot::readPlaybook(read.bytes, path);
    if (!playbook) {
        read.problems = playbook.error();
        return read;
    }
    read.playbook = *playbook;
    read.problems = bot::checkPlaybook(*playbook, path, catalogue);
    return read;
}

void PlaybookShelf::readFolders()
{
    m_files.clear();
    for (const QString &folder : std::as_const(m_folders)) {
        const QStringList names = QDir(folder).entryList({u"*.yaml"_s}, QDir::Files, QDir::Name);
        for (const QString &name : names) {
            const PlaybookFile file = readFile(folder + u'/' + name, m_engine.catalogue());
            if (file.playbook)
                m_known.insert(file.playbook->hash, *file.playbook);
            m_files.insert(file.playbook ? file.playbook->name : name, file);
        }
    }
}

const bot::Playbook *PlaybookShelf::playbook(const Sha256 &file)
{
    const auto known = m_known.constFind(file);
    if (known != m_known.cend())
        return &*known;
    if (!m_asked.contains(file)) {
        m_asked.insert(file);
        QCoro::connect(fetch(file), this, [] {});
    }
    return nullptr;
}

QCoro::Task<> PlaybookShelf::fetch(Sha256 file)
{
    const QPointer<PlaybookShelf> self(this);
    const Result<QByteArray> bytes = co_await m_engine.custody().bytes(file);
    if (!self)
        co_return;
    if (!bytes) {
        // Whoever published it may still be uploading it.
        QTimer::singleShot(10s, this, [this, file] { m_asked.remove(file); });
        co_return;
    }
    const auto playbook =
        Sha256::of(*bytes) == file ? bot::readPlaybook(*bytes, {}) : tl::unexpected(QList<bot::ManifestProblem>());
    if (!playbook)
        co_return; // it stays among those asked for: the same bytes would be as wrong again
    m_known.insert(file, *playbook);
    Q_EMIT arrived();
}

bool PlaybookShelf::isChangedHere(const domain::PlaybookPublished &published) const
{
    const auto file = m_files.constFind(published.playbook);
    return file != m_files.cend() && file->playbook && file->playbook->hash != published.file;
}

std::optional<domain::PublishedPlaybook> PlaybookShelf::published(const QString &name) const
{
    std::optional<domain::PublishedPlaybook> newest;
    for (const domain::PublishedPlaybook &each : m_engine.book().workspace().publishedPlaybooks())
        if (each.published.playbook == name && (!newest || each.at > newest->at))
            newest = each;
    return newest;
}

} // namespace wardroom::session
