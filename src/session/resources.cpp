// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/resources.h"

#include <QCoreApplication>
#include <QDir>

namespace wardroom::session {
using namespace Qt::StringLiterals;

QString resourceFolder()
{
    const QString named = qEnvironmentVariable("WARDROOM_RESOURCES");
    if (!named.isEmpty())
        return QDir(named).absolutePath();
    const QString installed =
        QDir::cleanPath(QCoreApplication::applicationDirPath() + QStringLiteral("/" WARDROOM_RESOURCES_BESIDE));
    if (QDir(installed + u"/plugins"_s).exists())
        return installed;
    return QStringLiteral(WARDROOM_RESOURCES);
}

QStringList pluginRoots(const QString &profileFolder)
{
    return {resourceFolder() + u"/plugins"_s, profileFolder + u"/plugins"_s};
}

QStringList playbookFolders(const QString &profileFolder)
{
    return {resourceFolder() + u"/playbooks"_s, profileFolder + u"/playbooks"_s};
}

} // namespace wardroom::session
