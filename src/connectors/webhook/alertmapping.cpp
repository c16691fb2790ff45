// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/webhook/alertmapping.h"

#include "connectors/crowdsec/crowdsecwords.h"
#include "net/jsonanswer.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <cmath>
#include <yaml-cpp/yaml.h>

namespace wardroom::connectors {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLargestMapping = 64 * 1024;
const QStringList kFields{u"id"_s,     u"scenario"_s, u"title"_s, u"severity"_s, u"source"_s,
                          u"target"_s, u"detail"_s,   u"first"_s, u"last"_s,     u"count"_s};

QString words(const char *text)
{
    return QCoreApplication::translate("AlertMapping", text);
}

QString textOf(const YAML::Node &node)
{
    return QString::fromStdString(node.as<std::string>());
}

//! Follows \a path; undefined when something on the way is not there.
QJsonValue at(QJsonValue value, const QStringList &path)
{
    for (const QString &step : path) {
        bool isNumber = false;
        const int index = step.toInt(&isNumber);
        if (value.isArray() && isNumber && index >= 0)
            value = value.toArray().at(index);
        else
            value = value.toObject().value(step);
    }
    return value;
}

//! Text of a scalar; empty for null and absent; an error for lists and objects.
Result<QString> scalar(const QJsonValue &value, const QString &field)
{
    if (value.isArray() || value.isObject())
        return fail(ErrorKind::invalid, words("\"%1\" must be a text or a number.").arg(field));
    if (value.isDouble()) {
        const double number = value.toDouble();
        const bool isWhole = number == std::floor(number) && std::abs(number) < 9e15;
        return isWhole ? QString::number(qint64(number)) : QString::number(number);
    }
    return value.isBool() ? (value.toBool() ? u"true"_s : u"false"_s) : value.toString();
}

//! Seconds or milliseconds since 1970, or one of the written forms; 0 when it says nothing.
qint64 timeOf(const QString &text)
{
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    if (!isNumber)
        return crowdsec::parseTime(text);
    return number > 100'000'000'000 ? number : std::max<qint64>(0, number) * 1000;
}

QList<QStringList> pathsOf(const YAML::Node &node)
{
    QList<QStringList> paths;
    if (node.IsSequence()) {
        for (const YAML::Node &each : node)
            paths.append(textOf(each).split(u'.'));
    } else {
        paths.append(textOf(node).split(u'.'));
    }
    return paths;
}

tl::unexpected<Error> wrongMapping(const YAML::Mark &mark, const QString &expected)
{
    return fail(ErrorKind::invalid, words("Line %1 of the mapping: %2").arg(mark.line + 1).arg(expected));
}

} // namespace

Result<AlertMapping> AlertMapping::fromYaml(const QByteArray &yaml)
{
    if (yaml.size() > kLargestMapping)
        return fail(ErrorKind::tooLarge, words("The mapping is too large."));
    try {
        const YAML::Node root = YAML::Load(yaml.toStdString());
        AlertMapping mapping;
        if (!root.IsMap() || !root["name"] || !root["fields"].IsMap())
            return wrongMapping(root.Mark(), words("a mapping needs \"name\" and \"fields\"."));
        mapping.m_name = textOf(root["name"]);
        if (root["list"])
            mapping.m_list = textOf(root["list"]).split(u'.');
        for (const auto &each : root["fields"]) {
            const QString field = textOf(each.first);
            if (!kFields.contains(field))
                return wrongMapping(each.first.Mark(),
                                    words("\"%1\" is no field; there are %2.").arg(field, kFields.join(u", "_s)));
            mapping.m_fields.insert(field, pathsOf(each.second));
        }
        for (const auto &each : root["severity"])
            mapping.m_severities.insert(textOf(each.first).toLower(), textOf(each.second));
        for (const auto &each : root["only"])
            mapping.m_only.insert(textOf(each.first), textOf(each.second));
        return mapping;
    } catch (const YAML::Exception &error) {
        return wrongMapping(error.mark, QString::fromStdString(error.msg));
    }
}

bool AlertMapping::isWanted(const QJsonObject &alert) const
{
    for (auto each = m_only.begin(); each != m_only.end(); ++each) {
        if (scalar(at(alert, each.key().split(u'.')), each.key()).value_or(QString()) != each.value())
            return false;
    }
    return true;
}

Result<RawAlert> AlertMapping::one(const QJsonObject &alert, const QByteArray &raw) const
{
    QMap<QString, QString> found;
    for (auto each = m_fields.begin(); each != m_fields.end(); ++each) {
        QStringList texts;
        for (const QStringList &path : each.value()) {
            const auto text = scalar(at(alert, path), path.join(u'.'));
            if (!text)
                return tl::unexpected(text.error());
            if (!text->isEmpty())
                texts.append(*text);
        }
        found.insert(each.key(), each.key() == "id"_L1 ? texts.join(u'|') : texts.value(0));
    }
    RawAlert result;
    result.tool = m_name;
    result.toolId = found.value(u"id"_s);
    result.scenario = found.value(u"scenario"_s);
    result.title = found.value(u"title"_s);
    const QString severity = found.value(u"severity"_s).left(64).toLower();
    result.severity = m_severities.value(severity, severity);
    result.source = found.value(u"source"_s);
    result.target = found.value(u"target"_s);
    result.detail = found.value(u"detail"_s);
    result.first = timeOf(found.value(u"first"_s));
    result.last = timeOf(found.value(u"last"_s));
    result.count = found.value(u"count"_s, u"1"_s).toLongLong();
    result.raw = raw;
    if (result.scenario.trimmed().isEmpty() && result.title.trimmed().isEmpty())
        return fail(ErrorKind::invalid, words("An alert has neither a scenario nor a title."));
    return result;
}

Result<QList<RawAlert>> AlertMapping::apply(const QByteArray &body) const
{
    const auto json = net::parsedJson(body);
    if (!json)
        return fail(ErrorKind::invalid, json.error().message);
    QJsonValue list = at(*json, m_list);
    if (!m_list.isEmpty() && !json->isObject())
        return fail(ErrorKind::invalid, words("The body must be an object."));
    if (list.isNull() || list.isUndefined())
        return QList<RawAlert>();
    if (m_list.isEmpty() && list.isObject())
        list = QJsonArray{list};
    if (!list.isArray())
        return fail(ErrorKind::invalid, words("\"%1\" must be a list.").arg(m_list.join(u'.')));
    const QJsonArray alerts = list.toArray();
    if (alerts.size() > kMost)
        return fail(ErrorKind::tooLarge, words("At most %1 alerts at once.").arg(kMost));
    QList<RawAlert> taken;
    for (const QJsonValue alert : alerts) {
        if (!alert.isObject())
            return fail(ErrorKind::invalid, words("Every alert must be an object."));
        if (!isWanted(alert.toObject()))
            continue;
        // A delivery of one is kept byte by byte; of several, each as its own JSON.
        const QByteArray raw =
            alerts.size() == 1 ? body : QJsonDocument(alert.toObject()).toJson(QJsonDocument::Compact);
        const auto mapped = one(alert.toObject(), raw);
        if (!mapped)
            return tl::unexpected(mapped.error());
        taken.append(*mapped);
    }
    return taken;
}

} // namespace wardroom::connectors
