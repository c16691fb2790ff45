// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/runtime/practicebounds.h"

#include "base/plaintext.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

namespace wardroom::bot {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Practice", text);
}

//! What `practice-host make` left there; no real system's root has it.
bool isMadeForPractice(const QString &root)
{
    if (root.isEmpty() || root == u"/" || QFileInfo(root).canonicalFilePath() != root)
        return false;
    const QFileInfo marker(root + u"/etc/wardroom/host.json"_s);
    if (marker.canonicalFilePath() != marker.absoluteFilePath())
        return false;
    QFile file(marker.absoluteFilePath());
    return file.open(QFile::ReadOnly) &&
           QJsonDocument::fromJson(file.read(4096)).object().value("kind"_L1).toString() == "practice"_L1;
}

} // namespace

Result<void> withinPractice(const domain::Host &host, const Step &step, const Command &command)
{
    if (host.reach == "practice"_L1 && !host.root.isEmpty() && !QFileInfo::exists(host.root))
        return fail(ErrorKind::notFound,
                    tr("%1 is gone: a practice host lives as long as the drill that made it. Begin a drill to have "
                       "another one. Nothing was run.")
                        .arg(shownPlainly(host.name, 80)));
    if (!host.name.isEmpty() && (host.reach != "practice"_L1 || !isMadeForPractice(host.root)))
        return fail(ErrorKind::forbidden,
                    tr("This workspace is for practice, and %1 is no practice host. Nothing was run.")
                        .arg(shownPlainly(host.name, 80)));
    if (step.kind == StepKind::http || !command.network.isEmpty())
        return fail(
            ErrorKind::forbidden,
            tr("This workspace is for practice, and %1 calls a real service. Nothing was run.").arg(command.id));
    return {};
}

} // namespace wardroom::bot
