// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/runtime/stepplan.h"

#include "bot/runtime/httpstep.h"

#include <QJsonArray>

namespace wardroom::bot {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostArguments = 200;

QString tr(const char *text)
{
    return QCoreApplication::translate("StepRunner", text);
}

QString unsaid()
{
    return tr(
        "The rehearsal does not say exactly what will run: its data needs \"argv\", a list of words, and may have "
        "\"undo\", another.");
}

Result<QStringList> texts(const QJsonValue &value)
{
    const QJsonArray list = value.toArray();
    QStringList result;
    for (const QJsonValue &each : list) {
        if (!each.isString() || result.size() >= kMostArguments)
            return fail(ErrorKind::protocol, unsaid());
        result.append(each.toString());
    }
    return result;
}

} // namespace

Result<domain::Plan> planOf(const QJsonObject &data)
{
    domain::Plan plan;
    const auto argv = texts(data.value("argv"_L1));
    const auto undo = texts(data.value("undo"_L1));
    if (!argv || !undo || argv->isEmpty())
        return fail(ErrorKind::protocol, unsaid());
    plan.argv = *argv;
    plan.undo = *undo;
    plan.as = data.value("as"_L1).toString();
    plan.effect = data.value("effect"_L1).toString();
    plan.verify = data.value("verify"_L1).toString();
    plan.before = data.value("before"_L1).toString();
    plan.after = data.value("after"_L1).toString();
    return plan;
}

//! Who accepts it reads whom its script may speak to.
QString reachInWords(const Command &command)
{
    QStringList places;
    for (const NetworkNeed &need : command.network)
        places.append(u"%1:%2"_s.arg(need.host).arg(need.port));
    return tr("Its script may speak to %1, and to nobody else.").arg(places.join(u", "_s));
}

Result<domain::Plan> httpPlan(const Command &command, const StepRequest &request)
{
    const auto ready = prepared(*command.run.http, request.args);
    if (!ready)
        return tl::unexpected(ready.error());
    domain::Plan plan;
    plan.argv = ready->line();
    plan.as = command.run.http->secret.isEmpty() ? tr("nobody in particular")
                                                 : tr("Wardroom's own account at %1").arg(ready->url.host());
    plan.effect = command.summary.in(request.language);
    if (command.undo.kind == StepKind::http)
        if (const auto undo = prepared(*command.undo.http, request.args))
            plan.undo = undo->line();
    if (command.verify.kind == StepKind::http)
        plan.verify = tr("%1 is asked whether it took effect").arg(ready->url.host());
    return plan;
}

} // namespace wardroom::bot
