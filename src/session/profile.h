// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include "base/error.h"
#include "base/keys.h"
#include "domain/ids.h"
#include "domain/ports.h"

#include <QJsonObject>
#include <QLockFile>
#include <QString>
#include <memory>

namespace wardroom::session {

//! One workspace as a profile remembers it.
struct WorkspaceEntry
{
    QString name;
    QString platform; //!< "local", "matrix"
    QString folder;   //!< local: where the log is
    QString trust;    //!< the founding fingerprint
    domain::PersonId person;
    domain::NodeId node;
    QString homeserver = {};     //!< matrix: its address
    QString device = {};         //!< matrix: stays the same over sign-ins
    domain::RoomId control = {}; //!< matrix: the control room
};

//! Everything one person has on one machine: a folder with the database, keys' names and settings; locked by the one
//! program that runs on it.
class Profile
{
public:
    //! Empty \a folder: the platform's app-data folder. ErrorKind::conflict: another program runs on it.
    static Result<std::unique_ptr<Profile>> open(QString folder, bool lock = true);
    static QString defaultFolder();
    ~Profile();

    QString folder() const { return m_folder; }
    QString personName() const;
    Result<void> setPersonName(const QString &name);
    QList<WorkspaceEntry> workspaces() const;
    Result<void> addWorkspace(const WorkspaceEntry &entry);
    //! Forgets it; the workspace itself is untouched.
    Result<void> removeWorkspace(const QString &name);
    std::optional<WorkspaceEntry> workspace(const QString &name) const; //!< empty name: the first
    QString databasePath(const QString &workspace) const;
    QByteArray setting(const QString &key) const;
    Result<void> setSetting(const QString &key, const QByteArray &value);

private:
    explicit Profile(QString folder);
    Result<void> save() const;

    QString m_folder;
    std::unique_ptr<QLockFile> m_lock;
    QJsonObject m_settings;
};

} // namespace wardroom::session
