// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"
#include "base/hash.h"

#include <QMutex>

namespace wardroom::session {

//! Files that somebody fetched, under their SHA-256 in a folder for the owner alone, none of which may be run. Bounded:
//! whoever was looked at longest ago goes first, and can be fetched again. Several threads may use it at once.
class FileCache
{
public:
    //! \a most: bytes of all of them together. An empty \a folder keeps nothing.
    explicit FileCache(QString folder, qint64 most = 512LL * 1024 * 1024) : m_folder(std::move(folder)), m_most(most) {}

    Result<Sha256> put(const QByteArray &bytes) const;
    //! ErrorKind::notFound; a file that was changed is removed, and not there either.
    Result<QByteArray> get(const Sha256 &hash) const;
    QList<Sha256> all() const;

private:
    QString pathOf(const Sha256 &hash) const;
    void makeRoom(qint64 kept, const QString &latest) const;

    QString m_folder;
    qint64 m_most;
    mutable QMutex m_mutex;
};

} // namespace wardroom::session
