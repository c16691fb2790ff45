// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/filecache.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QSaveFile>

namespace wardroom::session {
using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Files", text);
}

Error notHere()
{
    return {ErrorKind::notFound, tr("This file is not here any more. Fetch it again."), std::nullopt};
}

} // namespace

QString FileCache::pathOf(const Sha256 &hash) const
{
    return m_folder + u'/' + hash.hex();
}

Result<Sha256> FileCache::put(const QByteArray &bytes) const
{
    const Sha256 hash = Sha256::of(bytes);
    if (m_folder.isEmpty())
        return hash;
    const QMutexLocker lock(&m_mutex);
    if (!QDir().mkpath(m_folder) ||
        !QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        return fail(ErrorKind::storage, tr("The folder %1 cannot be written. Make room, or look at its rights.")
                                            .arg(QDir::toNativeSeparators(m_folder)));
    QSaveFile file(pathOf(hash));
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
        file.write(bytes) != bytes.size() || !file.commit())
        return fail(ErrorKind::storage,
                    tr("The file could not be kept: %1. Make room on the disk.").arg(file.errorString()));
    makeRoom(bytes.size(), hash.hex());
    return hash;
}

Result<QByteArray> FileCache::get(const Sha256 &hash) const
{
    if (m_folder.isEmpty() || hash.isNull())
        return tl::unexpected(notHere());
    const QMutexLocker lock(&m_mutex);
    QFile file(pathOf(hash));
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(notHere());
    QByteArray bytes = file.readAll();
    if (Sha256::of(bytes) != hash) {
        file.remove();
        return tl::unexpected(notHere());
    }
    file.close();
    if (file.open(QIODevice::ReadWrite)) // only then may its time be set
        file.setFileTime(QDateTime::currentDateTimeUtc(), QFile::FileModificationTime);
    return bytes;
}

QList<Sha256> FileCache::all() const
{
    QList<Sha256> found;
    if (m_folder.isEmpty())
        return found;
    const QStringList names = QDir(m_folder).entryList(QDir::Files);
    for (const QString &name : names)
        if (const Sha256 hash = Sha256::fromHex(name); !hash.isNull())
            found.append(hash);
    return found;
}

//! \a latest was asked for just now and stays. What a killed program left half-written goes with the rest: it is a file
//! like the others.
void FileCache::makeRoom(qint64 kept, const QString &latest) const
{
    const QFileInfoList files = QDir(m_folder).entryInfoList(QDir::Files | QDir::Hidden, QDir::Time);
    for (const QFileInfo &file : files) {
        if (file.fileName() == latest)
            continue;
        kept += file.size();
        if (kept > m_most)
            QFile::remove(file.filePath());
    }
}

} // namespace wardroom::session
