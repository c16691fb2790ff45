// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/runtime/steprunner.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <array>
#include <cmath>

namespace wardroom::bot {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDeepest = 8;
constexpr qsizetype kLongestText = 8000;
constexpr qsizetype kLongestName = 100;
constexpr qsizetype kLongestList = 500;
constexpr double kLargestWhole = 9007199254740991.0; // 2^53 - 1, as in an envelope

//! At most \a longest units and no half of a character, neither printed nor left by the cut: a fact could not hold it.
QString whole(const QString &text, qsizetype longest)
{
    QString cut = text.left(longest);
    if (cut.size() < text.size() && cut.back().isHighSurrogate())
        cut.chop(1);
    return cut.isValidUtf16() ? cut : QString::fromUtf8(cut.toUtf8());
}

QJsonValue bounded(const QJsonValue &value, int depth);

//! The rows of a table or of fields: as many as the line holds, so that what says how many there are says it truly.
QJsonValue boundedRows(const QJsonValue &value)
{
    QJsonArray rows;
    for (const QJsonValue &each : value.toArray())
        rows.append(bounded(each, 2));
    return rows;
}

QJsonObject boundedObject(const QJsonObject &object, int depth)
{
    QJsonObject result;
    for (auto each = object.begin(); each != object.end() && result.size() < kLongestList; ++each)
        result.insert(whole(each.key(), kLongestName), depth == 0 && each.key() == "rows"_L1 && each->isArray()
                                                           ? boundedRows(each.value())
                                                           : bounded(each.value(), depth + 1));
    return result;
}

QJsonValue bounded(const QJsonValue &value, int depth)
{
    if (depth > kDeepest)
        return QJsonValue(u"…"_s);
    if (value.isString())
        return whole(value.toString(), kLongestText);
    if (value.isObject())
        return boundedObject(value.toObject(), depth);
    if (value.isDouble()) {
        const double number = value.toDouble();
        const bool whole = std::floor(number) == number && std::abs(number) <= kLargestWhole;
        return whole ? QJsonValue(qint64(number)) : QJsonValue(QString::number(number, 'g', 15));
    }
    if (!value.isArray())
        return value;
    QJsonArray list;
    for (const QJsonValue &each : value.toArray()) {
        if (list.size() >= kLongestList)
            break;
        list.append(bounded(each, depth + 1));
    }
    return list;
}

OutputLine logLine(const QByteArray &line)
{
    const QString text = whole(QString::fromUtf8(line), kLongestText);
    return {OutputLine::Type::log, {{u"type"_s, u"log"_s}, {u"text"_s, text}}};
}

bool areTexts(const QJsonValue &value)
{
    if (!value.isArray())
        return false;
    const QJsonArray list = value.toArray();
    return std::all_of(list.begin(), list.end(), [](const QJsonValue &each) { return each.isString(); });
}

//! Has the line what its type promises, in the right types? What shows it may then rely on that.
bool isWhole(OutputLine::Type type, const QJsonObject &json)
{
    using Type = OutputLine::Type;
    const auto all = [&](QLatin1StringView list, auto &&test) {
        const QJsonArray rows = json.value(list).toArray();
        return json.value(list).isArray() && std::all_of(rows.begin(), rows.end(), test);
    };
    switch (type) {
    case Type::progress: return json.value("step"_L1).isDouble() && json.value("of"_L1).isDouble();
    case Type::log:
    case Type::text: return json.value("text"_L1).isString();
    case Type::fields:
        return all("rows"_L1, [](const QJsonValue &row) {
            return row.isObject() && row["label"_L1].isString() && row["value"_L1].isString();
        });
    case Type::table:
        return areTexts(json.value("columns"_L1)) &&
               all("rows"_L1, [](const QJsonValue &row) { return areTexts(row); });
    case Type::result:
        return json.value("ok"_L1).isBool() && (!json.contains("data"_L1) || json.value("data"_L1).isObject());
    }
    return false;
}

constexpr std::array<std::pair<QLatin1StringView, OutputLine::Type>, 6> types{
    {{"progress"_L1, OutputLine::Type::progress},
     {"log"_L1, OutputLine::Type::log},
     {"text"_L1, OutputLine::Type::text},
     {"fields"_L1, OutputLine::Type::fields},
     {"table"_L1, OutputLine::Type::table},
     {"result"_L1, OutputLine::Type::result}}};

} // namespace

OutputLine parseOutputLine(const QByteArray &line)
{
    if (line.size() > OutputLine::kLongest || !line.trimmed().startsWith('{'))
        return logLine(line);
    const QJsonDocument document = QJsonDocument::fromJson(line);
    if (!document.isObject())
        return logLine(line);
    const QJsonObject json = boundedObject(document.object(), 0);
    const QString type = json.value("type"_L1).toString();
    for (const auto &[word, value] : types)
        if (type == word && isWhole(value, json))
            return {value, json};
    return logLine(line);
}

QString whyNoOutputLine(const QByteArray &line)
{
    static const QHash<OutputLine::Type, const char *> needs{
        {OutputLine::Type::progress,
         QT_TRANSLATE_NOOP("StepRunner", "a “progress” line needs “step” and “of” as numbers")},
        {OutputLine::Type::log, QT_TRANSLATE_NOOP("StepRunner", "a “log” line needs a “text”")},
        {OutputLine::Type::text, QT_TRANSLATE_NOOP("StepRunner", "a “text” line needs a “text”")},
        {OutputLine::Type::fields,
         QT_TRANSLATE_NOOP("StepRunner",
                           "a “fields” line needs “rows”, each with a “label” and a “value” that are texts")},
        {OutputLine::Type::table,
         QT_TRANSLATE_NOOP("StepRunner", "a “table” line needs “columns” and “rows” of texts")},
        {OutputLine::Type::result,
         QT_TRANSLATE_NOOP("StepRunner", "a “result” line needs “ok”: true or false, and its “data” is an object")}};
    const QString type = QJsonDocument::fromJson(line).object().value("type"_L1).toString();
    for (const auto &[word, value] : types)
        if (type == word && parseOutputLine(line).type != value)
            return QCoreApplication::translate("StepRunner", needs.value(value));
    return {};
}

} // namespace wardroom::bot
