// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/bundle/bundlefolder.h"

#include "report/speech.h"
#include "report/verify/storedzip.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace wardroom::report {
using namespace Qt::StringLiterals;

namespace {

tl::unexpected<Error> cannotWrite(const QString &path, const QString &why)
{
    return fail(ErrorKind::storage, translate("report", "%1 cannot be written: %2").arg(path, why));
}

} // namespace

Result<BundleFolder> BundleFolder::beside(const QString &path)
{
    const QFileInfo place(QDir::cleanPath(path));
    const bool emptyFolder =
        place.isDir() &&
        QDir(place.filePath()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    if ((place.exists() || place.isSymLink()) && !(emptyFolder && place.suffix() != "zip"_L1))
        return fail(ErrorKind::conflict,
                    translate("report", "%1 is there already: choose a new place.").arg(place.filePath()));
    if (!QDir().mkpath(place.absolutePath()))
        return cannotWrite(place.absolutePath(), translate("report", "the folder cannot be made"));
    BundleFolder folder;
    folder.m_path = place.absoluteFilePath();
    folder.m_folder = std::make_unique<QTemporaryDir>(place.absolutePath() + u"/.wardroom-export-XXXXXX"_s);
    if (!folder.m_folder->isValid())
        return cannotWrite(place.absolutePath(), folder.m_folder->errorString());
    return folder;
}

QString BundleFolder::pathOf(const QString &name) const
{
    return m_folder->filePath(u"bundle/"_s + name);
}

Result<void> BundleFolder::write(const QString &name, const QByteArray &bytes)
{
    const QString path = pathOf(name);
    QDir().mkpath(QFileInfo(path).absolutePath());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return cannotWrite(path, file.errorString());
    m_files.insert(name, {name, bytes.size(), Sha256::of(bytes)});
    return {};
}

Result<void> BundleFolder::adopt(const QString &name)
{
    QFile file(pathOf(name));
    if (!file.open(QIODevice::ReadOnly))
        return cannotWrite(name, file.errorString());
    Sha256Stream hash;
    while (!file.atEnd())
        hash.add(file.read(1 << 20));
    m_files.insert(name, {name, file.size(), hash.finish()});
    return {};
}

QList<BundleFile> BundleFolder::files() const
{
    return m_files.values();
}

Result<void> BundleFolder::finish()
{
    if (m_path.endsWith(".zip"_L1, Qt::CaseInsensitive)) {
        QList<ZipItem> items;
        for (const BundleFile &file : std::as_const(m_files))
            items.append({file.name, pathOf(file.name)});
        const QString packed = m_folder->filePath(u"bundle.zip"_s);
        if (const Result<void> written = writeStoredZip(packed, items); !written)
            return written;
        return QFile::rename(packed, m_path)
                   ? Result<void>()
                   : Result<void>(cannotWrite(m_path, translate("report", "it cannot be moved there")));
    }
    QDir().rmdir(m_path); // Only an empty one goes.
    if (!QDir().rename(m_folder->filePath(u"bundle"_s), m_path))
        return cannotWrite(m_path, translate("report", "it cannot be moved there"));
    return {};
}

} // namespace wardroom::report
