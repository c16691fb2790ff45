// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/local/workspacefolder.h"

#include "base/hash.h"
#include "chat/local/localtext.h"

#include <QDir>
#include <QFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace wardroom::chat {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kPrepared = "log.db.new-";

tl::unexpected<Error> trouble(const QString &path)
{
    return fail(ErrorKind::storage, LocalText::tr("%1 could not be written: %2.").arg(path, qt_error_string(errno)));
}

Result<void> makePrivate(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    if (::mkdir(name.constData(), 0700) != 0 && errno != EEXIST)
        return trouble(path);
    // An existing folder keeps whatever it was; the workspace's must be closed to others.
    if (::chmod(name.constData(), 0700) != 0)
        return trouble(path);
    return {};
}

} // namespace

Result<void> syncToDisk(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return trouble(path);
    const int status = ::fsync(file);
    ::close(file);
    if (status != 0)
        return trouble(path);
    return {};
}

WorkspaceFolder::WorkspaceFolder(QString path) : m_path(QDir::cleanPath(QDir(std::move(path)).absolutePath())) {}

QString WorkspaceFolder::log() const
{
    return m_path + "/log.db"_L1;
}

QString WorkspaceFolder::attachments() const
{
    return m_path + "/attachments"_L1;
}

QString WorkspaceFolder::lookers() const
{
    return m_path + "/lookers"_L1;
}

Result<QString> WorkspaceFolder::prepare() const
{
    if (QFileInfo::exists(log()))
        return fail(ErrorKind::conflict, LocalText::tr("There is a workspace in %1 already.").arg(m_path));
    QDir().mkpath(QFileInfo(m_path).path());
    const auto foreign = QDir(m_path).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    for (const QString &name : foreign) {
        // What an interrupted attempt left behind does not stand in the way of the next.
        const bool ours = name.startsWith(QLatin1String(kPrepared)) || name == "attachments"_L1 || name == "lookers"_L1;
        if (!ours)
            return fail(ErrorKind::conflict,
                        LocalText::tr("%1 holds other files. Choose an empty folder.").arg(m_path));
    }
    for (const QString &folder : {m_path, attachments(), lookers()}) {
        if (auto made = makePrivate(folder); !made)
            return tl::unexpected(made.error());
    }
    const QString prepared = m_path + u'/' + QLatin1String(kPrepared) + randomHex(8);
    const int file = ::open(QFile::encodeName(prepared).constData(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
    if (file < 0)
        return trouble(prepared);
    ::close(file);
    return prepared;
}

Result<void> WorkspaceFolder::publish(const QString &preparedLog) const
{
    if (auto synced = syncToDisk(preparedLog); !synced)
        return synced;
    // link() and not rename(): it refuses where another process has published meanwhile.
    const int status = ::link(QFile::encodeName(preparedLog).constData(), QFile::encodeName(log()).constData());
    const int why = errno;
    ::unlink(QFile::encodeName(preparedLog).constData());
    if (status != 0 && why == EEXIST)
        return fail(ErrorKind::conflict, LocalText::tr("There is a workspace in %1 already.").arg(m_path));
    if (status != 0) {
        errno = why;
        return trouble(log());
    }
    return syncToDisk(m_path);
}

Result<void> WorkspaceFolder::check() const
{
    struct stat about;
    if (::stat(QFile::encodeName(log()).constData(), &about) != 0)
        return fail(ErrorKind::notFound, LocalText::tr("There is no workspace in %1.").arg(m_path));
    if (::stat(QFile::encodeName(m_path).constData(), &about) != 0)
        return trouble(m_path);
    if (about.st_uid != ::geteuid())
        return fail(ErrorKind::forbidden, LocalText::tr("%1 belongs to another user of this machine.").arg(m_path));
    for (const QString &folder : {m_path, attachments(), lookers()}) {
        if (auto made = makePrivate(folder); !made)
            return made;
    }
    if (::chmod(QFile::encodeName(log()).constData(), 0600) != 0)
        return trouble(log());
    return {};
}

} // namespace wardroom::chat
