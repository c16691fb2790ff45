// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "localcalls.h"
#include "plugintemplate.h"
#include "session/profile.h"
#include "session/resources.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

namespace wardroom::ctl {
using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Plugins", text);
}

Result<void> writeFile(const QString &path, const QString &content, bool isProgram)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QFile::WriteOnly | QFile::NewOnly) || file.write(content.toUtf8()) < 0)
        return fail(ErrorKind::storage, tr("%1 cannot be written: %2").arg(path, file.errorString()));
    if (isProgram)
        file.setPermissions(file.permissions() | QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther);
    return {};
}

//! As YAML quotes it. Named as in the workspace: nobody vets their own, and that is known by this name.
QString authorOf(const Call &call)
{
    const auto profile = session::Profile::open(profileOf(call), false);
    const QString own = profile ? (*profile)->personName() : QString();
    QString author = own.isEmpty() ? qEnvironmentVariable("USER", u"somebody"_s) : own;
    return u'"' + author.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s) + u'"';
}

} // namespace

QCoro::Task<Answer> newPlugin(Call call)
{
    const QString folder = call.pathOf(call.word(0));
    const QString name = QFileInfo(folder).fileName();
    static const QRegularExpression good(u"^[a-z][a-z0-9]{0,30}$"_s);
    if (!good.match(name).hasMatch())
        co_return Answer::wrongUsage(
            tr("“%1” is no name for a plugin's folder; small letters and digits are expected.").arg(name));
    if (QFile::exists(folder))
        co_return Answer::wrongUsage(tr("%1 is there already.").arg(folder));
    const PluginTemplate made = call.has(u"change"_s) ? PluginTemplate::changing() : PluginTemplate::reading();
    const QString schema = session::resourceFolder() + u"/plugin.schema.json"_s;
    QList<Result<void>> written{
        writeFile(folder + u"/plugin.yaml"_s, made.manifest.arg(name, authorOf(call), schema), false),
        writeFile(folder + u"/scripts/%1.py"_s.arg(name), made.script, true)};
    for (auto it = made.files.begin(); it != made.files.end(); ++it)
        written.append(writeFile(folder + u"/tests/"_s + it.key(), *it, false));
    for (const Result<void> &each : std::as_const(written))
        if (!each)
            co_return Answer::failed(each.error());
    co_return Answer{control::yes, QJsonObject{{u"folder"_s, folder}}, folder + u'\n',
                     tr("Try it: wardroomctl plugin test %1").arg(folder)};
}

} // namespace wardroom::ctl
