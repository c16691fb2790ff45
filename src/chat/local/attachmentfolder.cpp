// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/local/attachmentfolder.h"

#include "chat/local/localtext.h"
#include "chat/local/workspacefolder.h"

#include <QDateTime>
#include <QDir>
#include <QFile>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace wardroom::chat {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kUnfinished = ".new-";

bool writeWhole(int file, const QByteArray &bytes)
{
    qsizetype written = 0;
    while (written < bytes.size()) {
        const auto count = ::write(file, bytes.constData() + written, size_t(bytes.size() - written));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return false;
        written += count;
    }
    return ::fsync(file) == 0;
}

} // namespace

Result<Sha256> AttachmentFolder::keep(const QByteArray &bytes) const
{
    if (bytes.size() > m_largest)
        return fail(ErrorKind::tooLarge,
                    LocalText::tr("The attachment is larger than %1 MB.").arg(m_largest / (1024 * 1024)));
    const Sha256 hash = Sha256::of(bytes);
    // One that is there already is only good if it still is what its name says; otherwise it is written anew.
    if (this->bytes(hash))
        return hash;
    const QByteArray unfinished = QFile::encodeName(m_path + u'/' + QLatin1String(kUnfinished) + randomHex(8));
    const QByteArray finished = QFile::encodeName(m_path + u'/' + hash.hex());
    const int file = ::open(unfinished.constData(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
    bool good = file >= 0 && writeWhole(file, bytes);
    int why = errno;
    if (file >= 0)
        ::close(file);
    if (good) {
        good = ::rename(unfinished.constData(), finished.constData()) == 0;
        why = errno;
    }
    if (!good) {
        ::unlink(unfinished.constData());
        return fail(ErrorKind::storage,
                    LocalText::tr("The attachment could not be kept: %1.").arg(qt_error_string(why)));
    }
    if (auto synced = syncToDisk(m_path); !synced)
        return tl::unexpected(synced.error());
    return hash;
}

Result<QByteArray> AttachmentFolder::bytes(const Sha256 &hash) const
{
    if (hash.isNull())
        return fail(ErrorKind::invalid, LocalText::tr("No attachment was named."));
    const QByteArray name = QFile::encodeName(m_path + u'/' + hash.hex());
    // O_NOFOLLOW and O_NONBLOCK: a link or a pipe put in the file's place is not read.
    const int descriptor = ::open(name.constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (descriptor < 0 && errno == ENOENT)
        return fail(ErrorKind::notFound, LocalText::tr("The attachment %1 is not here.").arg(hash.brief()));
    QFile file;
    if (descriptor < 0 || !file.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle))
        return fail(ErrorKind::storage, LocalText::tr("The attachment %1 could not be read.").arg(hash.brief()));
    if (file.size() > m_largest)
        return fail(ErrorKind::tooLarge, LocalText::tr("The attachment %1 is larger than allowed.").arg(hash.brief()));
    QByteArray found = file.read(m_largest + 1);
    if (Sha256::of(found) != hash)
        return fail(
            ErrorKind::corrupt,
            LocalText::tr("The attachment %1 is not what it was: its file was changed or damaged.").arg(hash.brief()));
    return found;
}

void AttachmentFolder::tidy() const
{
    const auto left = QDir(m_path).entryInfoList({QLatin1String(kUnfinished) + u'*'}, QDir::Files | QDir::Hidden);
    for (const QFileInfo &file : left) {
        if (file.lastModified().secsTo(QDateTime::currentDateTime()) > 3600)
            QFile::remove(file.filePath());
    }
}

} // namespace wardroom::chat
