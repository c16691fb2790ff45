// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"
#include "base/hash.h"

#include <QByteArray>
#include <QString>

namespace wardroom::chat {

//! Attachments in a folder, each under its own SHA-256. A file is there whole or not at all, and what is read is
//! hashed again: a changed file is never handed out.
class AttachmentFolder
{
public:
    AttachmentFolder(QString path, qsizetype largest) : m_path(std::move(path)), m_largest(largest) {}

    //! Durable when it answers. tooLarge, storage.
    Result<Sha256> keep(const QByteArray &bytes) const;
    //! notFound, corrupt (the file no longer hashes to its name), tooLarge.
    Result<QByteArray> bytes(const Sha256 &hash) const;
    //! Removes what interrupted uploads left behind more than an hour ago.
    void tidy() const;

private:
    QString m_path;
    qsizetype m_largest;
};

} // namespace wardroom::chat
