// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "report/verify/bundlesource.h"

namespace wardroom::report {

//! One file for a .zip that is written.
struct ZipItem
{
    QString name;
    QString path; //!< where its content lies
};

//! Writes a .zip in the one layout that openStoredZip takes: stored, in the given order, no times, no extras. Every
//! byte of it follows from the files, so a changed byte is always noticed. Any program unpacks it.
//! At most 4 GiB and 65,535 files: beyond that ErrorKind::tooLarge.
Result<void> writeStoredZip(const QString &path, const QList<ZipItem> &items);

//! ErrorKind::corrupt when the file is a .zip in another layout than writeStoredZip's, byte for byte.
Result<std::unique_ptr<BundleSource>> openStoredZip(const QString &path);

} // namespace wardroom::report
