// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"
#include "domain/ids.h"

#include <QString>

namespace wardroom::chat {

//! The folder of a Local workspace: `log.db`, `attachments/`, `lookers/`, for nobody but its owner (0700, files 0600).
class WorkspaceFolder
{
public:
    explicit WorkspaceFolder(QString path);

    const QString &path() const { return m_path; }
    QString log() const;
    QString attachments() const;
    QString lookers() const;

    //! Makes the folder (which must be absent or empty) and an empty log file under a name that is not yet the log's.
    //! conflict: a workspace is there already, or other files are.
    Result<QString> prepare() const;
    //! Gives the finished log its name; conflict when another process was first.
    Result<void> publish(const QString &preparedLog) const;
    //! notFound: no workspace here. forbidden: somebody else's folder. Closes it to others where it stood open.
    Result<void> check() const;

private:
    QString m_path;
};

//! fsync of a file or a folder by name; a rename is only durable once its folder is.
Result<void> syncToDisk(const QString &path);

} // namespace wardroom::chat
