// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/runtime/httpstep.h"

#include "base/plaintext.h"
#include "bot/sandbox/redactor.h"

#include <QCoroNetworkReply>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>
#include <QRegularExpression>

namespace wardroom::bot {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("HttpStep", text);
}

QString textOf(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isBool())
        return value.toBool() ? tr("yes") : tr("no");
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', 15);
    if (value.isArray() || value.isObject())
        return QString::fromUtf8((value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject()))
                                     .toJson(QJsonDocument::Compact));
    return {};
}

//! A path that an answer may do without ends so.
constexpr QChar kMayBeMissing = u'?';

QString placeOf(const QString &path)
{
    return path.endsWith(kMayBeMissing) ? path.chopped(1) : path;
}

//! "data.0.name" in an answer; undefined where there is nothing.
QJsonValue at(const QJsonValue &answer, const QString &path)
{
    QJsonValue here = answer;
    for (const QString &name : placeOf(path).split(u'.')) {
        bool isNumber = false;
        const int index = name.toInt(&isNumber);
        here = here.isArray() && isNumber ? here.toArray().at(index) : here.toObject().value(name);
    }
    return here;
}

//! \a template_ with every {name} replaced by what \a value gives for it.
QString filled(QString text, const std::function<QString(const QString &)> &value)
{
    static const QRegularExpression placeholder(u"\\{([a-zA-Z0-9_.-]+[?]?)\\}"_s);
    QString result;
    qsizetype from = 0;
    for (auto each = placeholder.globalMatch(text); each.hasNext();) {
        const auto match = each.next();
        result += text.sliced(from, match.capturedStart() - from) + value(match.captured(1));
        from = match.capturedEnd();
    }
    return result + text.sliced(from);
}

//! A body's texts are filled in one by one: an argument never becomes structure.
QJsonValue filledBody(const QJsonValue &body, const QJsonObject &args)
{
    if (body.isObject()) {
        QJsonObject object;
        const QJsonObject given = body.toObject();
        for (auto it = given.begin(); it != given.end(); ++it)
            object.insert(it.key(), filledBody(*it, args));
        return object;
    }
    if (body.isArray()) {
        QJsonArray list;
        for (const QJsonValue &each : body.toArray())
            list.append(filledBody(each, args));
        return list;
    }
    if (!body.isString())
        return body;
    return filled(body.toString(), [&](const QString &name) { return textOf(args.value(name)); });
}

//! Whether what answers so says nothing about what became of the request: something between here and there gave up
//! waiting, it broke in the middle, or it sends us on elsewhere, as many do after they have done what was asked.
bool leavesOpen(int status)
{
    return status < 400 || status == 408 || status >= 500;
}

StepResult failed(const QString &why, bool isUnknown)
{
    StepResult result;
    result.outcome = isUnknown ? domain::Outcome::unknown : domain::Outcome::failed;
    result.exitCode = 1;
    result.summary = why;
    return result;
}

QNetworkRequest requestFor(const Command &command, const HttpCall &call, const PreparedCall &ready,
                           const QByteArray &secret)
{
    QNetworkRequest request(ready.url);
    request.setTransferTimeout(command.limits.seconds * 1000);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    for (auto it = call.headers.begin(); it != call.headers.end(); ++it)
        request.setRawHeader(it.key().toLatin1(), it->toUtf8());
    if (!ready.body.isEmpty())
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    if (!call.secretHeader.isEmpty()) {
        const QByteArray value =
            call.secretHeader.section(u':', 1).trimmed().toUtf8().replace("{secret}", secret.trimmed());
        request.setRawHeader(call.secretHeader.section(u':', 0, 0).trimmed().toLatin1(), value);
    }
    return request;
}

//! The first path that must be in an answer and is not; empty: it is of the form that the manifest reads.
QString missingIn(const QJsonValue &json, const HttpCall &call, const QJsonObject &args)
{
    QStringList paths;
    for (const auto &[label, path] : call.fields)
        paths.append(path);
    filled(call.summary, [&](const QString &name) {
        if (!args.contains(name))
            paths.append(name);
        return QString();
    });
    for (const QString &path : std::as_const(paths))
        if (!path.endsWith(kMayBeMissing) && at(json, path).isUndefined())
            return path;
    return {};
}

//! What is shown of the answer, as lines like those of a script; \a line hears each.
StepResult resultOf(const HttpCall &call, const StepRequest &request, const PreparedCall &ready, const QJsonValue &json,
                    const std::function<void(OutputLine)> &line)
{
    StepResult result;
    result.outcome = domain::Outcome::done;
    const auto say = [&](const QJsonObject &object) {
        const QByteArray text = QJsonDocument(object).toJson(QJsonDocument::Compact);
        const OutputLine parsed = parseOutputLine(text);
        result.output += QJsonDocument(parsed.json).toJson(QJsonDocument::Compact) + '\n';
        if (line)
            line(parsed);
    };
    const QString source = ready.url.host() + u" · "_s + tr("just now");
    QJsonArray rows;
    QJsonObject data;
    for (const auto &[label, path] : call.fields) {
        const QString value = textOf(at(json, path));
        rows.append(
            QJsonObject{{u"label"_s, label}, {u"value"_s, value}, {u"tone"_s, u"normal"_s}, {u"source"_s, source}});
        data.insert(placeOf(path), value);
    }
    say({{u"type"_s, u"log"_s}, {u"text"_s, ready.line().join(u' ')}});
    if (!rows.isEmpty())
        say({{u"type"_s, u"fields"_s}, {u"rows"_s, rows}});
    result.summary = shownPlainly(filled(call.summary,
                                         [&](const QString &name) {
                                             return request.args.contains(name) ? textOf(request.args.value(name))
                                                                                : textOf(at(json, name));
                                         }),
                                  500);
    result.data = data;
    // A verify step says what it expects by a field of that name.
    if (const QString verdict = textOf(at(json, u"verdict"_s)); request.step.startsWith(u"verify"))
        result.data.insert(u"verdict"_s, verdict);
    say({{u"type"_s, u"result"_s}, {u"ok"_s, true}, {u"summary"_s, result.summary}, {u"data"_s, result.data}});
    return result;
}

} // namespace

QStringList PreparedCall::line() const
{
    QStringList words{method, url.toString(QUrl::FullyEncoded)};
    if (!body.isEmpty())
        words << QString::fromUtf8(body);
    return words;
}

Result<PreparedCall> prepared(const HttpCall &call, const QJsonObject &args)
{
    PreparedCall ready;
    ready.method = call.method;
    const QString text = filled(call.url, [&](const QString &name) {
        const QString value = textOf(args.value(name));
        // A dot alone, or two, would be a step up the path.
        return value == u"." || value == u".." ? u"%2E"_s : QString::fromLatin1(QUrl::toPercentEncoding(value));
    });
    ready.url = QUrl(text, QUrl::StrictMode);
    const QUrl written(QString(call.url).remove(QRegularExpression(u"[{}]"_s)), QUrl::StrictMode);
    if (!ready.url.isValid() || ready.url.host() != written.host() || ready.url.port() != written.port())
        return fail(ErrorKind::invalid, tr("The address cannot be made from these arguments."));
    if (!call.body.isUndefined()) {
        const QJsonValue body = filledBody(call.body, args);
        ready.body = (body.isArray() ? QJsonDocument(body.toArray()) : QJsonDocument(body.toObject()))
                         .toJson(QJsonDocument::Compact);
    }
    return ready;
}

StepResult resultOfAnswer(const Command &command, const HttpCall &call, const StepRequest &request,
                          const PreparedCall &ready, const HttpAnswer &answer,
                          const std::function<void(OutputLine)> &line)
{
    const bool changes = (request.step == "run"_L1 || request.step == "undo"_L1) && command.risk != domain::Risk::read;
    if (answer.status == 0)
        return failed(tr("%1 cannot be reached: %2").arg(ready.url.host(), answer.trouble), changes);
    if (answer.status < 200 || answer.status > 299)
        return failed(tr("%1 answered %2: %3")
                          .arg(ready.url.host())
                          .arg(answer.status)
                          .arg(shownPlainly(QString::fromUtf8(answer.body), 200)),
                      changes && leavesOpen(answer.status));
    const QJsonDocument document = QJsonDocument::fromJson(answer.body);
    if (document.isNull())
        return failed(tr("%1 answered something that is no JSON.").arg(ready.url.host()), changes);
    const QJsonValue json = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    // Neither empty nor a success: nobody knows what it says.
    if (const QString path = missingIn(json, call, request.args); !path.isEmpty())
        return failed(tr("%1 answered without “%2”, so its answers have another form than the manifest says: %3")
                          .arg(ready.url.host(), path, shownPlainly(QString::fromUtf8(answer.body), 200)),
                      changes);
    return resultOf(call, request, ready, json, line);
}

QCoro::Task<Result<StepResult>> runHttpStep(Command command, HttpCall call, StepRequest request, QByteArray secret,
                                            std::function<void(OutputLine)> line)
{
    const auto ready = prepared(call, request.args);
    if (!ready)
        co_return tl::unexpected(ready.error());
    const auto network = std::make_shared<QNetworkAccessManager>();
    QElapsedTimer clock;
    clock.start();
    const QNetworkRequest outgoing = requestFor(command, call, *ready, secret);
    const std::unique_ptr<QNetworkReply> reply(
        network->sendCustomRequest(outgoing, ready->method.toLatin1(), ready->body));
    QNetworkReply *const running = reply.get();
    const qint64 most = qint64(command.limits.outputKb) * 1024;
    QObject::connect(running, &QNetworkReply::downloadProgress, running, [running, most](qint64 received, qint64) {
        if (received > most)
            running->abort();
    });
    co_await qCoro(running).waitForFinished();
    const HttpAnswer answer{running->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                            Redactor({secret}).clean(running->read(most)), running->errorString()};
    StepResult result = resultOfAnswer(command, call, request, *ready, answer, line);
    result.took = clock.elapsed();
    co_return result;
}

} // namespace wardroom::bot
