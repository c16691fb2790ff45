// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/verify/bundlesource.h"

#include "report/verify/storedzip.h"

#include <QDirIterator>
#include <QFileInfo>

namespace wardroom::report {
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kPiece = 1 << 20;

class FolderSource final : public BundleSource
{
public:
    explicit FolderSource(const QString &root) : m_root(root)
    {
        QDirIterator it(root, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                        QDirIterator::Subdirectories);
        while (it.hasNext()) {
            it.next();
            const QFileInfo info = it.fileInfo();
            const QString name = m_root.relativeFilePath(it.filePath());
            if (info.isSymLink())
                m_names << name + u"@"_s;
            else if (info.isFile())
                m_names << name;
            else if (!info.isDir() || name != "attachments"_L1)
                m_names << name + u"/"_s;
        }
        m_names.sort();
    }

    QStringList names() const override { return m_names; }
    bool contains(const QString &name) const override
    {
        return std::binary_search(m_names.begin(), m_names.end(), name);
    }
    qint64 size(const QString &name) const override { return QFileInfo(m_root.filePath(name)).size(); }
    Result<QByteArray> read(const QString &name, qint64 offset, qint64 length) const override
    {
        QFile file(m_root.filePath(name));
        if (!contains(name) || !file.open(QIODevice::ReadOnly) || !file.seek(offset))
            return fail(ErrorKind::notFound, QCoreApplication::translate("verify", "%1 cannot be read").arg(name));
        return file.read(length);
    }

private:
    QDir m_root;
    QStringList m_names;
};

} // namespace

Result<QByteArray> BundleSource::readAll(const QString &name, qint64 longest) const
{
    if (!contains(name))
        return fail(ErrorKind::notFound, QCoreApplication::translate("verify", "%1 is not there").arg(name));
    if (size(name) > longest)
        return fail(ErrorKind::tooLarge, QCoreApplication::translate("verify", "%1 is too large").arg(name));
    return read(name, 0, size(name));
}

Result<Sha256> BundleSource::hash(const QString &name) const
{
    Sha256Stream stream;
    const qint64 whole = size(name);
    for (qint64 offset = 0; offset < whole; offset += kPiece) {
        const Result<QByteArray> piece = read(name, offset, std::min(kPiece, whole - offset));
        if (!piece)
            return tl::unexpected(piece.error());
        if (piece->isEmpty())
            return fail(ErrorKind::storage, QCoreApplication::translate("verify", "%1 cannot be read").arg(name));
        stream.add(*piece);
    }
    return stream.finish();
}

Result<std::unique_ptr<BundleSource>> openBundle(const QString &path)
{
    const QFileInfo info(path);
    if (info.isDir())
        return std::unique_ptr<BundleSource>(std::make_unique<FolderSource>(path));
    if (!info.isFile())
        return fail(ErrorKind::notFound, QCoreApplication::translate("verify", "There is no bundle at %1").arg(path));
    return openStoredZip(path);
}

} // namespace wardroom::report
