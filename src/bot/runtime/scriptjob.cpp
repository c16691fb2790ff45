// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/runtime/scriptjob.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace wardroom::bot {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostKnown = 50;

QString tr(const char *text)
{
    return QCoreApplication::translate("StepRunner", text);
}

QString rootOf(const domain::Host &host)
{
    return host.reach == "local"_L1 ? u"/"_s : host.root;
}

//! The host, and every argument that names something the record may know.
QStringList subjects(const Command &command, const StepRequest &request)
{
    QStringList names;
    for (const Argument &argument : command.arguments) {
        using enum ArgumentType;
        const bool named = argument.type == host || argument.type == address || argument.type == package ||
                           argument.type == cve || argument.type == hash || argument.type == word;
        const QString value = request.args.value(argument.name).toString();
        if (named && !value.isEmpty() && !names.contains(value))
            names.append(value);
    }
    return names;
}

QCoro::Task<QJsonArray> knownOf(domain::Record &record, QStringList names)
{
    QList<domain::Known> all;
    for (const QString &name : names)
        all += co_await record.knownOf(name);
    std::stable_sort(all.begin(), all.end(), [](const auto &a, const auto &b) { return a.at > b.at; });
    QJsonArray list;
    for (const domain::Known &known : all) {
        const QJsonObject said{{u"at"_s, known.at}, {u"text"_s, known.text}};
        if (list.size() < kMostKnown && !list.contains(said)) // what names both the host and the address is one thing
            list.append(said);
    }
    co_return list;
}

} // namespace

Result<SandboxJob> scriptJob(const Command &command, const Step &step, const StepRequest &request,
                             const QString &folder)
{
    SandboxJob job;
    job.pluginFolder = folder;
    job.argv = step.argv;
    job.kind = command.sandbox;
    job.limits = command.limits;
    job.netfilter = command.netfilter;
    job.readOnly = command.readOnly;
    if (request.step != "rehearse"_L1) // looking first calls nobody: nobody has approved it yet
        job.network = command.network;
    if (!command.network.isEmpty() && request.host.reach == "ssh"_L1 && command.hostAccess != HostAccess::none)
        return fail(
            ErrorKind::unsupported,
            tr("A command that runs on a host over SSH cannot have a network declared: it would be the host's."));
    if (request.host.name.isEmpty() || command.hostAccess == HostAccess::none)
        return job;
    if (request.host.reach == "ssh"_L1)
        return job; // what it may is what its account on the host may
    const bool isPractice = request.host.reach == "practice"_L1 && !request.host.root.isEmpty();
    const bool isReadLocally = request.host.reach == "local"_L1 && command.hostAccess == HostAccess::read;
    if (!isPractice && !isReadLocally)
        return fail(ErrorKind::unsupported,
                    tr("%1 is not reachable with the rights this command needs.").arg(request.host.name));
    // Whatever the manifest asks, looking first and reading back never write.
    const bool writes = request.step == "run"_L1 || request.step == "undo"_L1;
    job.hostAccess = writes ? command.hostAccess : HostAccess::read;
    if (isPractice || command.sandbox == SandboxKind::observe)
        job.hostRoot = rootOf(request.host);
    return job;
}

QByteArray scriptInput(const Command &command, const StepRequest &request, qint64 now, const QJsonArray &record,
                       const QJsonObject &room)
{
    QJsonObject input{{u"command"_s, request.command},
                      {u"step"_s, request.step},
                      {u"args"_s, request.args},
                      {u"now"_s, now},
                      {u"lang"_s, request.language.isEmpty() ? u"en"_s : request.language}};
    if (!request.host.name.isEmpty())
        input.insert(u"host"_s, QJsonObject{{u"name"_s, request.host.name},
                                            {u"kind"_s, request.host.reach},
                                            {u"root"_s, rootOf(request.host)}});
    if (command.usesRecord)
        input.insert(u"record"_s, record);
    if (command.usesRoom)
        input.insert(u"room"_s, room);
    if (!request.rehearsal.isEmpty())
        input.insert(u"rehearsal"_s, request.rehearsal);
    if (!request.run.isEmpty())
        input.insert(u"run"_s, request.run);
    return QJsonDocument(input).toJson(QJsonDocument::Compact) + '\n';
}

QCoro::Task<QJsonArray> recordFor(domain::Record &record, const Command &command, const StepRequest &request)
{
    return knownOf(record, subjects(command, request));
}

} // namespace wardroom::bot
