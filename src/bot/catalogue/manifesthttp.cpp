// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/catalogue/manifesthttp.h"

#include "base/plaintext.h"
#include "bot/catalogue/text.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QUrl>

namespace wardroom::bot {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostHeaders = 20;
constexpr qsizetype kMostFields = 24;

void checkUrl(const QString &text, ManifestFields &fields)
{
    static const QRegularExpression begin(u"^https?://[A-Za-z0-9.:\\[\\]-]+(/|$)"_s);
    const QUrl url(QString(text).remove(QRegularExpression(u"[{}]"_s)), QUrl::StrictMode);
    if (!begin.match(text).hasMatch() || !url.isValid() || !url.userInfo().isEmpty()) {
        fields.problem(
            u"url"_s, Text::tr("“%1” is no address; write the host as it is, like https://api.example.com/v1/{address}")
                          .arg(shownPlainly(text, 120)));
        return;
    }
    const bool isHere = url.host() == u"127.0.0.1" || url.host() == u"localhost" || url.host() == u"::1";
    if (url.scheme() == u"http" && !isHere)
        fields.problem(u"url"_s,
                       Text::tr("“http:” is for this machine only; use https, or everybody on the way reads it"));
}

QMap<QString, QString> readHeaders(const YamlNode &node, ProblemSink &sink)
{
    static const QRegularExpression name(u"^[A-Za-z][A-Za-z0-9-]{0,60}$"_s);
    QMap<QString, QString> headers;
    for (const auto &each : node.members) {
        const bool isGood = name.match(each.key).hasMatch() && each.value.kind == YamlNode::Kind::scalar &&
                            shownPlainly(each.value.text, 1000) == each.value.text;
        if (!isGood || headers.size() >= kMostHeaders)
            sink.add(each.line, Text::tr("“%1” is no header; write “Name: text”").arg(shownPlainly(each.key, 60)));
        headers.insert(each.key, each.value.text);
    }
    return headers;
}

void readAnswer(const YamlNode &node, HttpCall &call, ProblemSink &sink)
{
    ManifestFields fields(node, Text::tr("an answer"), sink);
    call.summary = fields.text(u"summary"_s, Need::required, 500);
    if (const YamlNode *rows = fields.node(u"fields"_s))
        for (const auto &each : rows->members) {
            if (each.value.kind != YamlNode::Kind::scalar || call.fields.size() >= kMostFields)
                sink.add(each.line,
                         Text::tr("a field is “Label: path.in.the.answer”, at most %1 of them").arg(kMostFields));
            call.fields.append({each.key, each.value.text});
        }
    fields.finish();
}

} // namespace

QJsonValue jsonOf(const YamlNode &node, int depth)
{
    if (node.kind == YamlNode::Kind::list || node.kind == YamlNode::Kind::map) {
        QJsonArray list;
        QJsonObject object;
        for (const YamlNode &each : node.items)
            list.append(jsonOf(each, depth + 1));
        for (const auto &each : node.members)
            object.insert(each.key, jsonOf(each.value, depth + 1));
        return node.kind == YamlNode::Kind::list ? QJsonValue(list) : QJsonValue(object);
    }
    if (node.kind == YamlNode::Kind::null)
        return QJsonValue::Null;
    if (!node.quoted && (node.text == "true"_L1 || node.text == "false"_L1))
        return node.text == "true"_L1;
    bool isNumber = false;
    const qint64 number = node.text.toLongLong(&isNumber);
    return isNumber && !node.quoted ? QJsonValue(number) : QJsonValue(node.text);
}

HttpCall readHttp(const YamlNode &node, ProblemSink &sink)
{
    ManifestFields fields(node, Text::tr("http"), sink);
    HttpCall call;
    const QStringList methods{u"GET"_s, u"POST"_s, u"PUT"_s, u"PATCH"_s, u"DELETE"_s};
    call.method = methods.value(fields.choice(u"method"_s, Need::required, methods));
    call.url = fields.text(u"url"_s, Need::required, 1000);
    checkUrl(call.url, fields);
    if (const YamlNode *headers = fields.node(u"headers"_s))
        call.headers = readHeaders(*headers, sink);
    call.body = QJsonValue(QJsonValue::Undefined);
    if (const YamlNode *body = fields.node(u"body"_s))
        call.body = jsonOf(*body);
    call.secret = fields.shaped(u"secret"_s, Need::optional, QRegularExpression(u"^[a-z][a-z0-9-]{0,39}$"_s),
                                Text::tr("a name of small letters, digits and -"));
    call.secretHeader = fields.text(u"secret_header"_s, Need::optional);
    if (call.secret.isEmpty() != call.secretHeader.isEmpty() ||
        (!call.secret.isEmpty() && (!call.secretHeader.contains(u"{secret}"_s) || !call.secretHeader.contains(u':'))))
        fields.problem(u"secret"_s,
                       Text::tr("a secret goes into a header: secret_header: \"Authorization: Bearer {secret}\""));
    if (const YamlNode *answer = fields.node(u"answer"_s, Need::required))
        readAnswer(*answer, call, sink);
    fields.finish();
    return call;
}

} // namespace wardroom::bot
