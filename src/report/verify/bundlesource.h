// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"
#include "base/hash.h"

#include <QByteArray>
#include <QStringList>
#include <memory>

namespace wardroom::report {

//! The files of a bundle, wherever they lie: a folder or a .zip.
class BundleSource
{
public:
    virtual ~BundleSource() = default;
    //! Every file by its path inside the bundle, sorted. What is no plain file (a link, a folder that does not belong)
    //! is named as well, so that nothing can hide.
    virtual QStringList names() const = 0;
    virtual bool contains(const QString &name) const = 0;
    //! Files whose content does not fit the checksum of the .zip around them.
    virtual QStringList spoilt() const { return {}; }
    virtual qint64 size(const QString &name) const = 0;
    //! At most \a length bytes from \a offset.
    virtual Result<QByteArray> read(const QString &name, qint64 offset, qint64 length) const = 0;

    //! The whole file; ErrorKind::tooLarge over \a longest.
    Result<QByteArray> readAll(const QString &name, qint64 longest) const;
    Result<Sha256> hash(const QString &name) const;
};

//! Opens a folder or a file. ErrorKind::corrupt: a .zip whose frame was changed; any other kind: not readable at all.
Result<std::unique_ptr<BundleSource>> openBundle(const QString &path);

} // namespace wardroom::report
