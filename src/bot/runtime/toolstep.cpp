// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/runtime/toolstep.h"

#include "base/canonicaljson.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QPointer>
#include <QTimeZone>

namespace wardroom::bot {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ToolStep", text);
}

QString stateInWords(const QJsonObject &state)
{
    if (!state.value("active"_L1).toBool())
        return tr("not blocked");
    const qint64 until = state.value("until"_L1).toInteger();
    return until > 0 ? tr("blocked until %1 UTC")
                           .arg(QDateTime::fromMSecsSinceEpoch(until, Qt::UTC).toString(u"yyyy-MM-dd HH:mm"_s))
                     : tr("blocked");
}

//! Reading back says "active"; whether that is good depends on what was done before.
QJsonObject verdictOf(const QJsonObject &state, const Command &command, const StepRequest &request)
{
    const QString done = request.step == "verify_undo"_L1 ? command.undo.action : command.run.action;
    const bool wanted = done != "unblock"_L1;
    const bool good = state.value("active"_L1).isBool() && state.value("active"_L1).toBool() == wanted;
    return {{u"verdict"_s, good ? u"verified"_s : u"not_verified"_s},
            {u"before"_s, QString()},
            {u"after"_s, stateInWords(state)},
            {u"expected"_s, wanted ? tr("blocked") : tr("not blocked")}};
}

//! Whether it may have been carried out all the same: no answer came, or one that says nothing about it, as a gateway's
//! page or a success of another kind than expected.
bool leavesOpen(ErrorKind kind)
{
    return kind == ErrorKind::timeout || kind == ErrorKind::transient || kind == ErrorKind::protocol ||
           kind == ErrorKind::tooLarge || kind == ErrorKind::cancelled;
}

} // namespace

Result<QStringList> toolLine(const connectors::SecurityTool &tool, const Step &step, const QJsonObject &args)
{
    const auto described = tool.describe(step.action, args);
    if (!described)
        return tl::unexpected(described.error());
    QStringList line{described->method, described->url};
    if (!described->body.isEmpty())
        line << QString::fromUtf8(QJsonDocument(described->body).toJson(QJsonDocument::Compact));
    return line;
}

QCoro::Task<Result<StepResult>> runToolStep(QPointer<connectors::SecurityTool> tool, Command command, Step step,
                                            StepRequest request, std::function<void(OutputLine)> line)
{
    if (!tool)
        co_return fail(ErrorKind::notFound, tr("%1 is not connected here.").arg(step.tool));
    StepResult result;
    const auto say = [&](const QJsonObject &json) {
        const QByteArray text = QJsonDocument(json).toJson(QJsonDocument::Compact);
        result.output += text + '\n';
        if (line)
            line(parseOutputLine(text));
    };
    if (const auto sent = toolLine(*tool, step, request.args))
        say({{u"type"_s, u"log"_s}, {u"text"_s, sent->join(u' ')}});
    QElapsedTimer clock;
    clock.start();
    const auto answer = co_await tool->perform(step.action, request.args);
    result.took = clock.elapsed();
    if (!answer) {
        const bool open = leavesOpen(answer.error().kind);
        result.outcome = open && step.action != "check"_L1 ? domain::Outcome::unknown : domain::Outcome::failed;
        result.exitCode = 1;
        result.summary = answer.error().message;
    } else {
        result.outcome = domain::Outcome::done;
        result.data = step.action == "check"_L1 ? verdictOf(*answer, command, request) : *answer;
        result.summary = step.action == "check"_L1 ? stateInWords(*answer) : tr("%1 took it.").arg(step.tool);
    }
    QJsonObject end{{u"type"_s, u"result"_s}, {u"ok"_s, result.ok()}, {u"summary"_s, result.summary}};
    end.insert(u"data"_s, result.data);
    say(end);
    result.data = parseOutputLine(QJsonDocument(end).toJson(QJsonDocument::Compact)).json.value("data"_L1).toObject();
    co_return result;
}

} // namespace wardroom::bot
