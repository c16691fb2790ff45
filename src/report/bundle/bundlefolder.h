// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "report/verify/manifest.h"

#include <QTemporaryDir>
#include <memory>

namespace wardroom::report {

//! A bundle while it is written: a hidden folder beside its place, gone unless finished.
class BundleFolder
{
public:
    //! ErrorKind::conflict when \a path is taken.
    static Result<BundleFolder> beside(const QString &path);

    QString pathOf(const QString &name) const;
    //! Writes one file and remembers its hash; folders in \a name are made.
    Result<void> write(const QString &name, const QByteArray &bytes);
    //! Remembers a file that somebody else wrote at pathOf(name).
    Result<void> adopt(const QString &name);
    //! By name.
    QList<BundleFile> files() const;
    //! Moves the bundle to its place, as a folder or packed.
    Result<void> finish();

private:
    QString m_path;
    std::unique_ptr<QTemporaryDir> m_folder;
    QMap<QString, BundleFile> m_files;
};

} // namespace wardroom::report
