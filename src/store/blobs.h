// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"
#include "base/hash.h"

#include <QMutex>
#include <QSet>

namespace wardroom::store {

//! Files by their SHA-256 in a folder: "ab/abcdef…". A file under its final name is whole; what is read is hashed
//! again. Several threads may use it at once.
class Blobs
{
public:
    static constexpr qsizetype kLargest = 256 * 1024 * 1024;

    explicit Blobs(QString folder) : m_folder(std::move(folder)) {}

    //! On disk before it answers. ErrorKind::tooLarge, ErrorKind::storage.
    Result<Sha256> put(const QByteArray &bytes) const;
    //! ErrorKind::notFound, or ErrorKind::corrupt when the bytes are not those of the name.
    Result<QByteArray> get(const Sha256 &hash) const;
    //! Removes what a killed program left half-written.
    void removePartial() const;

private:
    QString pathOf(const Sha256 &hash) const;
    void syncName(const QString &folder) const;

    QString m_folder;
    mutable QMutex m_mutex;
    mutable QSet<QString> m_named; //!< folders whose own name is on disk
};

} // namespace wardroom::store
