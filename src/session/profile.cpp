// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/profile.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSaveFile>
#include <QStandardPaths>
#include <unistd.h>

namespace wardroom::session {
using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Profile", text);
}

QJsonObject toJson(const WorkspaceEntry &entry)
{
    QJsonObject json{{u"name"_s, entry.name},   {u"platform"_s, entry.platform},    {u"folder"_s, entry.folder},
                     {u"trust"_s, entry.trust}, {u"person"_s, entry.person.text()}, {u"node"_s, entry.node.text()}};
    if (!entry.homeserver.isEmpty()) {
        json.insert(u"homeserver"_s, entry.homeserver);
        json.insert(u"device"_s, entry.device);
        json.insert(u"control"_s, entry.control.text());
    }
    return json;
}

WorkspaceEntry fromJson(const QJsonObject &json)
{
    return {json.value(u"name"_s).toString(),
            json.value(u"platform"_s).toString(),
            json.value(u"folder"_s).toString(),
            json.value(u"trust"_s).toString(),
            domain::PersonId(json.value(u"person"_s).toString()),
            domain::NodeId(json.value(u"node"_s).toString()),
            json.value(u"homeserver"_s).toString(),
            json.value(u"device"_s).toString(),
            domain::RoomId(json.value(u"control"_s).toString())};
}

} // namespace

Profile::Profile(QString folder) : m_folder(std::move(folder)) {}
Profile::~Profile() = default;

QString Profile::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/wardroom"_s;
}

Result<std::unique_ptr<Profile>> Profile::open(QString folder, bool lock)
{
    const QString path = QDir(folder.isEmpty() ? defaultFolder() : folder).absolutePath();
    if (!QDir().mkpath(path))
        return fail(ErrorKind::storage, tr("The profile folder %1 cannot be made.").arg(path));
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    std::unique_ptr<Profile> profile(new Profile(path));
    if (lock) {
        profile->m_lock = std::make_unique<QLockFile>(path + u"/lock"_s);
        profile->m_lock->setStaleLockTime(0);
        const bool locked = profile->m_lock->tryLock(0);
        if (!locked && profile->m_lock->error() == QLockFile::LockFailedError)
            return fail(ErrorKind::conflict, tr("Another Wardroom is running on this profile (%1).").arg(path));
        // Files that root made in a service's profile would be closed to the service from then on.
        if (const QFileInfo about(path); !locked || about.ownerId() != ::geteuid())
            return fail(
                ErrorKind::forbidden,
                tr("The profile %1 belongs to %2. Run this as that user, or start Wardroom on it and ask again.")
                    .arg(path, about.owner().isEmpty() ? QString::number(about.ownerId()) : about.owner()));
    }
    QFile file(path + u"/profile.json"_s);
    if (file.exists()) {
        if (!file.open(QFile::ReadOnly))
            return fail(ErrorKind::storage, tr("The profile %1 cannot be read.").arg(file.fileName()));
        const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
        if (!document.isObject())
            return fail(ErrorKind::corrupt,
                        tr("The profile %1 is damaged. Move it away to start anew; nothing else is lost.")
                            .arg(file.fileName()));
        profile->m_settings = document.object();
    }
    return profile;
}

Result<void> Profile::save() const
{
    QSaveFile file(m_folder + u"/profile.json"_s);
    if (!file.open(QFile::WriteOnly) || file.write(QJsonDocument(m_settings).toJson()) < 0 || !file.commit())
        return fail(ErrorKind::storage,
                    tr("The profile %1 cannot be written: %2").arg(file.fileName(), file.errorString()));
    QFile::setPermissions(file.fileName(), QFile::ReadOwner | QFile::WriteOwner);
    return {};
}

QString Profile::personName() const
{
    return m_settings.value(u"person"_s).toString();
}

Result<void> Profile::setPersonName(const QString &name)
{
    m_settings.insert(u"person"_s, name.simplified().left(80));
    return save();
}

QList<WorkspaceEntry> Profile::workspaces() const
{
    QList<WorkspaceEntry> entries;
    const QJsonArray array = m_settings.value(u"workspaces"_s).toArray();
    for (const QJsonValue &value : array)
        entries.append(fromJson(value.toObject()));
    return entries;
}

Result<void> Profile::addWorkspace(const WorkspaceEntry &entry)
{
    if (workspace(entry.name) && !entry.name.isEmpty())
        return fail(ErrorKind::conflict, tr("This profile has a workspace named %1 already.").arg(entry.name));
    QJsonArray array = m_settings.value(u"workspaces"_s).toArray();
    array.append(toJson(entry));
    m_settings.insert(u"workspaces"_s, array);
    return save();
}

Result<void> Profile::removeWorkspace(const QString &name)
{
    QJsonArray kept;
    for (const WorkspaceEntry &entry : workspaces())
        if (entry.name != name)
            kept.append(toJson(entry));
    m_settings.insert(u"workspaces"_s, kept);
    return save();
}

std::optional<WorkspaceEntry> Profile::workspace(const QString &name) const
{
    const QList<WorkspaceEntry> all = workspaces();
    for (const WorkspaceEntry &entry : all)
        if (name.isEmpty() || entry.name == name)
            return entry;
    return std::nullopt;
}

QString Profile::databasePath(const QString &workspace) const
{
    QString name = workspace;
    static const QRegularExpression unsafe(u"[^A-Za-z0-9_-]"_s);
    return m_folder + u'/' + name.replace(unsafe, u"_"_s) + u".db"_s;
}

QByteArray Profile::setting(const QString &key) const
{
    return m_settings.value(u"settings"_s).toObject().value(key).toString().toUtf8();
}

Result<void> Profile::setSetting(const QString &key, const QByteArray &value)
{
    QJsonObject settings = m_settings.value(u"settings"_s).toObject();
    settings.insert(key, QString::fromUtf8(value));
    m_settings.insert(u"settings"_s, settings);
    return save();
}

} // namespace wardroom::session
