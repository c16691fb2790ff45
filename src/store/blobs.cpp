// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/blobs.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace wardroom::store {
using namespace Qt::StringLiterals;

namespace {

tl::unexpected<Error> notKept(const QString &why)
{
    return fail(ErrorKind::storage,
                QCoreApplication::translate("wardroom::store", "The attachment could not be kept: %1.").arg(why));
}

//! A rename is durable once its folder is.
void syncFolder(const QString &path)
{
    const int folder = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        ::fsync(folder);
        ::close(folder);
    }
}

} // namespace

QString Blobs::pathOf(const Sha256 &hash) const
{
    const QString hex = hash.hex();
    return m_folder + u'/' + hex.first(2) + u'/' + hex;
}

Result<Sha256> Blobs::put(const QByteArray &bytes) const
{
    if (bytes.size() > kLargest)
        return fail(ErrorKind::tooLarge,
                    QCoreApplication::translate("wardroom::store", "Attachments larger than 256 MB are not kept."));
    const Sha256 hash = Sha256::of(bytes);
    const QString target = pathOf(hash);
    // A file that is there is kept only when it is right; a damaged one is replaced.
    if (const auto known = get(hash))
        return hash;
    const QString folder = QFileInfo(target).absolutePath();
    if (!QDir().mkpath(folder))
        return notKept(folder);
    QFile::setPermissions(m_folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    const QString partial = m_folder + "/part-"_L1 + randomHex(8);
    QFile file(partial);
    const bool written = file.open(QIODevice::WriteOnly | QIODevice::NewOnly) &&
                         file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
                         file.write(bytes) == bytes.size() && file.flush() && ::fsync(file.handle()) == 0;
    const QString why = file.errorString();
    file.close();
    if (!written || std::rename(QFile::encodeName(partial).constData(), QFile::encodeName(target).constData()) != 0) {
        QFile::remove(partial);
        return notKept(why);
    }
    syncFolder(folder);
    syncName(folder);
    return hash;
}

//! Once a folder is enough, but whoever finds it there cannot know whether who made it has come so far.
void Blobs::syncName(const QString &folder) const
{
    const QMutexLocker lock(&m_mutex);
    if (m_named.contains(folder))
        return;
    syncFolder(m_folder);
    m_named.insert(folder);
}

Result<QByteArray> Blobs::get(const Sha256 &hash) const
{
    const auto missing = [] {
        return fail(ErrorKind::notFound,
                    QCoreApplication::translate("wardroom::store", "This attachment is not on this machine."));
    };
    if (hash.isNull())
        return missing();
    QFile file(pathOf(hash));
    if (!file.open(QIODevice::ReadOnly) || file.size() > kLargest)
        return missing();
    const QByteArray bytes = file.readAll();
    if (Sha256::of(bytes) != hash)
        return fail(ErrorKind::corrupt,
                    QCoreApplication::translate(
                        "wardroom::store", "The attachment %1 is damaged on this machine; it must be fetched again.")
                        .arg(hash.brief()));
    return bytes;
}

void Blobs::removePartial() const
{
    const QDir folder(m_folder);
    const QStringList names = folder.entryList({u"part-*"_s}, QDir::Files);
    for (const QString &name : names)
        QFile::remove(folder.filePath(name));
}

} // namespace wardroom::store
