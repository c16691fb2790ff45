// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/catalogue/catalogue.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace wardroom::bot {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestFolder = 16 * 1024 * 1024;
constexpr qsizetype mostFiles = 4000;
constexpr int deepest = 24;

//! A descriptor that closes itself.
class Fd
{
public:
    explicit Fd(int fd) : m_fd(fd) {}
    ~Fd()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Q_DISABLE_COPY_MOVE(Fd)
    int get() const { return m_fd; }
    bool isOpen() const { return m_fd >= 0; }

private:
    int m_fd;
};

struct Entry
{
    char kind = 'f';  //!< f: file, x: executable file, l: link
    QByteArray bytes; //!< contents, or the link's target
};
using Entries = QMap<QByteArray, Entry>; //!< by relative path; bytes, so the order is the same in every locale

tl::unexpected<Error> refused(const QByteArray &path, const QString &why)
{
    return fail(ErrorKind::invalid, u"%1: %2"_s.arg(QFile::decodeName(path), why));
}

//! Reads a folder through descriptors and never by name twice, so that a file swapped while reading is seen once.
class FolderReader
{
public:
    Result<Entries> read(const QString &folder)
    {
        const Fd top(::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        if (!top.isOpen())
            return fail(ErrorKind::notFound,
                        QCoreApplication::translate("bot", "The plugin folder %1 cannot be opened").arg(folder));
        m_folder = folder;
        if (auto done = readFolder(top.get(), {}, 0); !done)
            return tl::unexpected(done.error());
        return m_entries;
    }

private:
    Result<void> readFolder(int fd, const QByteArray &prefix, int depth);
    Result<void> readEntry(int folder, const QByteArray &name, const QByteArray &path, int depth);
    Result<void> readFile(int fd, const QByteArray &path, bool executable);
    Result<void> readLink(int folder, const QByteArray &name, const QByteArray &path);
    Result<void> readShared(const QByteArray &name, const QByteArray &path);
    Result<void> keep(const QByteArray &path, Entry entry);

    QString m_folder;
    Entries m_entries;
    qsizetype m_size = 0;
};

//! The file's name when \a target leads from \a path to a file of the folder "shared" beside the plugin's own.
QByteArray sharedFile(const QByteArray &path, const QByteArray &target)
{
    const QByteArray begin = QByteArray("../").repeated(path.count('/') + 1) + "shared/";
    const QByteArray name = target.startsWith(begin) ? target.sliced(begin.size()) : QByteArray();
    return name.contains('/') || name == "." || name == ".." ? QByteArray() : name;
}

Result<void> FolderReader::readFolder(int fd, const QByteArray &prefix, int depth)
{
    if (depth > deepest)
        return refused(prefix, QCoreApplication::translate("bot", "folders nest too deep"));
    const std::unique_ptr<DIR, int (*)(DIR *)> dir(::fdopendir(::fcntl(fd, F_DUPFD_CLOEXEC, 0)), &::closedir);
    if (!dir)
        return refused(prefix, QCoreApplication::translate("bot", "cannot be listed"));
    while (const dirent *each = ::readdir(dir.get())) {
        const QByteArray name(each->d_name);
        // Python's cache is neither hashed nor copied: what is not in the hash can never run.
        if (name == "."_ba || name == ".."_ba || name == "__pycache__"_ba)
            continue;
        const QByteArray path = prefix.isEmpty() ? name : prefix + '/' + name;
        if (auto done = readEntry(fd, name, path, depth); !done)
            return done;
    }
    return {};
}

Result<void> FolderReader::readEntry(int folder, const QByteArray &name, const QByteArray &path, int depth)
{
    struct stat info
    {};
    if (::fstatat(folder, name.constData(), &info, AT_SYMLINK_NOFOLLOW) != 0)
        return refused(path, QCoreApplication::translate("bot", "vanished while it was read"));
    if (S_ISLNK(info.st_mode))
        return readLink(folder, name, path);
    if (!S_ISREG(info.st_mode) && !S_ISDIR(info.st_mode))
        return refused(path, QCoreApplication::translate("bot", "is neither a file nor a folder"));
    const int flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | (S_ISDIR(info.st_mode) ? O_DIRECTORY : 0);
    const Fd fd(::openat(folder, name.constData(), flags));
    if (!fd.isOpen() || ::fstat(fd.get(), &info) != 0)
        return refused(path, QCoreApplication::translate("bot", "cannot be read"));
    if (S_ISDIR(info.st_mode))
        return readFolder(fd.get(), path, depth + 1);
    if (!S_ISREG(info.st_mode))
        return refused(path, QCoreApplication::translate("bot", "is neither a file nor a folder"));
    return readFile(fd.get(), path, (info.st_mode & S_IXUSR) != 0);
}

Result<void> FolderReader::readFile(int fd, const QByteArray &path, bool executable)
{
    Entry entry{executable ? 'x' : 'f', {}};
    QByteArray piece(64 * 1024, Qt::Uninitialized);
    for (;;) {
        const ssize_t count = ::read(fd, piece.data(), static_cast<size_t>(piece.size()));
        if (count < 0)
            return refused(path, QCoreApplication::translate("bot", "cannot be read"));
        if (count == 0)
            return keep(path, std::move(entry));
        entry.bytes.append(piece.constData(), count);
        if (m_size + entry.bytes.size() > longestFolder)
            return fail(ErrorKind::tooLarge,
                        QCoreApplication::translate("bot", "A plugin folder may hold 16 MB at most"));
    }
}

Result<void> FolderReader::readLink(int folder, const QByteArray &name, const QByteArray &path)
{
    QByteArray target(4096, '\0');
    const ssize_t count = ::readlinkat(folder, name.constData(), target.data(), static_cast<size_t>(target.size()));
    if (count <= 0 || count == target.size())
        return refused(path, QCoreApplication::translate("bot", "cannot be read"));
    target.truncate(count);
    if (const QByteArray shared = sharedFile(path, target); !shared.isEmpty())
        return readShared(shared, path);
    // Without "..", no chain of links inside the folder can lead out of it.
    if (target.startsWith('/') || target.split('/').contains(".."_ba))
        return refused(path,
                       QCoreApplication::translate(
                           "bot", "is a link that leads out of its folder; links must be relative and without “..”"));
    return keep(path, Entry{'l', target});
}

//! What several plugins share counts in each as if it lay there: hashed, copied and run with it, as a plain file.
Result<void> FolderReader::readShared(const QByteArray &name, const QByteArray &path)
{
    const QByteArray place = QFile::encodeName(m_folder) + "/../shared";
    const Fd folder(::open(place.constData(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    const Fd fd(folder.isOpen()
                    ? ::openat(folder.get(), name.constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
                    : -1);
    struct stat info
    {};
    if (!fd.isOpen() || ::fstat(fd.get(), &info) != 0 || !S_ISREG(info.st_mode))
        return refused(path, QCoreApplication::translate("bot", "is not in the folder “shared” beside the plugins"));
    return readFile(fd.get(), path, (info.st_mode & S_IXUSR) != 0);
}

Result<void> FolderReader::keep(const QByteArray &path, Entry entry)
{
    m_size += entry.bytes.size();
    m_entries.insert(path, std::move(entry));
    if (m_entries.size() > mostFiles)
        return fail(ErrorKind::tooLarge,
                    QCoreApplication::translate("bot", "A plugin folder may hold 4000 files at most"));
    return {};
}

//! Every length is written, so no two folders give the same bytes. Only the executable bit of the mode counts:
//! the others differ between checkouts of the same plugin.
Sha256 hashOf(const Entries &entries)
{
    Sha256Stream stream;
    stream.add("wardroom-folder-1\n"_ba);
    for (auto it = entries.cbegin(); it != entries.cend(); ++it) {
        stream.add(QByteArray(1, it->kind) + QByteArray::number(it.key().size()) + ':' + it.key());
        stream.add(QByteArray::number(it->bytes.size()) + ':' + it->bytes);
    }
    return stream.finish();
}

Result<void> writeEntry(const QString &into, const QByteArray &path, const Entry &entry)
{
    const QString place = into + u'/' + QFile::decodeName(path);
    const QByteArray name = QFile::encodeName(into) + '/' + path;
    if (!QDir().mkpath(place.section(u'/', 0, -2)))
        return fail(ErrorKind::storage, QCoreApplication::translate("bot", "%1 cannot be written").arg(place));
    if (entry.kind == 'l') {
        if (::symlink(entry.bytes.constData(), name.constData()) == 0)
            return {};
        return fail(ErrorKind::storage, QCoreApplication::translate("bot", "%1 cannot be written").arg(place));
    }
    const mode_t mode = entry.kind == 'x' ? S_IRUSR | S_IXUSR : S_IRUSR;
    const Fd fd(::open(name.constData(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode));
    qsizetype written = 0;
    while (fd.isOpen() && written < entry.bytes.size()) {
        const ssize_t count =
            ::write(fd.get(), entry.bytes.constData() + written, static_cast<size_t>(entry.bytes.size() - written));
        if (count <= 0)
            break;
        written += count;
    }
    if (!fd.isOpen() || written != entry.bytes.size())
        return fail(ErrorKind::storage, QCoreApplication::translate("bot", "%1 cannot be written").arg(place));
    return {};
}

} // namespace

Result<Sha256> hashFolder(const QString &folder)
{
    return FolderReader().read(folder).map([](const Entries &entries) { return hashOf(entries); });
}

Result<Sha256> copyHashed(const QString &folder, const QString &into)
{
    const QString target = QDir::cleanPath(QDir(into).absolutePath());
    if (QDir(target).exists() &&
        !QDir(target).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot))
        return fail(ErrorKind::conflict, QCoreApplication::translate("bot", "%1 is not empty").arg(target));
    const auto entries = FolderReader().read(folder);
    if (!entries)
        return tl::unexpected(entries.error());
    if (!QDir().mkpath(target) || ::chmod(QFile::encodeName(target).constData(), S_IRWXU) != 0)
        return fail(ErrorKind::storage, QCoreApplication::translate("bot", "%1 cannot be written").arg(target));
    for (auto it = entries->cbegin(); it != entries->cend(); ++it) {
        if (auto done = writeEntry(target, it.key(), *it); !done) {
            QDir(target).removeRecursively();
            return tl::unexpected(done.error());
        }
    }
    return hashOf(*entries);
}

} // namespace wardroom::bot
