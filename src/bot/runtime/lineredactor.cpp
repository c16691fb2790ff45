// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/runtime/lineredactor.h"

#include <QJsonArray>
#include <functional>

namespace wardroom::bot {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostWaiting = 40;

using Change = std::function<QString(const QString &)>;

//! \a value with every text changed, in order; what names a field by itself, since it cannot go on elsewhere.
QJsonValue changed(const QJsonValue &value, const Change &text, const Change &name)
{
    if (value.isString())
        return text(value.toString());
    if (value.isArray()) {
        QJsonArray list;
        for (const QJsonValue &each : value.toArray())
            list.append(changed(each, text, name));
        return list;
    }
    if (!value.isObject())
        return value;
    QJsonObject object;
    const QJsonObject given = value.toObject();
    for (auto each = given.begin(); each != given.end(); ++each)
        object.insert(name(each.key()), changed(each.value(), text, name));
    return object;
}

//! A line's own "type" is the protocol's word, not the script's.
QJsonObject changedLine(const QJsonObject &line, const Change &text, const Change &name)
{
    QJsonObject rest = line;
    rest.remove("type"_L1);
    QJsonObject result = changed(rest, text, name).toObject();
    result.insert("type"_L1, line.value("type"_L1));
    return result;
}

QString same(const QString &text)
{
    return text;
}

QStringList textsOf(const QJsonObject &line)
{
    QStringList texts;
    changedLine(
        line,
        [&](const QString &text) {
            texts.append(text);
            return text;
        },
        same);
    return texts;
}

QByteArray joined(const QStringList &texts)
{
    QByteArray all;
    for (const QString &text : texts)
        all += text.toUtf8() + '\n';
    return all;
}

//! \a texts without what is a secret in them, as if they stood one below the other, under \a before.
QStringList cleaned(const Redactor &redactor, const QByteArray &before, const QStringList &texts)
{
    const QByteArray all = before + joined(texts);
    const QList<Redactor::Range> secrets = redactor.in(all);
    if (secrets.isEmpty())
        return texts;
    QStringList result;
    qsizetype at = before.size();
    for (const QString &text : texts) {
        const qsizetype end = at + text.toUtf8().size();
        result.append(QString::fromUtf8(Redactor::without(all, secrets, at, end)));
        at = end + 1;
    }
    return result;
}

//! The texts of \a rows that stand below each other, column after column.
QJsonArray cleanedColumns(const Redactor &redactor, QJsonArray rows)
{
    qsizetype widest = 0;
    for (const QJsonValue &row : std::as_const(rows))
        widest = std::max(widest, row.toArray().size());
    for (qsizetype column = 0; column < widest; ++column) {
        QStringList texts;
        for (const QJsonValue &row : std::as_const(rows))
            texts.append(row[column].toString());
        const QStringList clean = cleaned(redactor, {}, texts);
        for (qsizetype i = 0; clean != texts && i < rows.size(); ++i) {
            QJsonArray row = rows.at(i).toArray();
            if (column < row.size())
                row.replace(column, clean.at(i));
            rows.replace(i, row);
        }
    }
    return rows;
}

//! Labels and values of a fields line, as the two columns that they are shown in.
QJsonArray cleanedFields(const Redactor &redactor, QJsonArray rows)
{
    QJsonArray pairs;
    for (const QJsonValue &row : std::as_const(rows))
        pairs.append(QJsonArray{row["label"_L1], row["value"_L1]});
    pairs = cleanedColumns(redactor, pairs);
    for (qsizetype i = 0; i < rows.size(); ++i) {
        QJsonObject row = rows.at(i).toObject();
        row.insert("label"_L1, pairs.at(i)[0]);
        row.insert("value"_L1, pairs.at(i)[1]);
        rows.replace(i, row);
    }
    return rows;
}

} // namespace

//! The first \a lines of those that wait.
QList<OutputLine> LineRedactor::shown(qsizetype lines)
{
    QStringList texts;
    for (const OutputLine &line : std::as_const(m_waiting))
        texts += textsOf(line.json);
    QStringList clean = cleaned(m_redactor, m_before, texts);
    const Change next = [&](const QString &) { return clean.takeFirst(); };
    const Change alone = [this](const QString &text) { return QString::fromUtf8(m_redactor.clean(text.toUtf8())); };
    QList<OutputLine> result;
    for (qsizetype i = 0; i < lines; ++i) {
        OutputLine line = m_waiting.takeFirst();
        line.json = changedLine(line.json, next, alone);
        const QJsonArray rows = line.json.value("rows"_L1).toArray();
        if (line.type == OutputLine::Type::table)
            line.json.insert("rows"_L1, cleanedColumns(m_redactor, rows));
        else if (line.type == OutputLine::Type::fields)
            line.json.insert("rows"_L1, cleanedFields(m_redactor, rows));
        result.append(line);
    }
    return result;
}

QList<OutputLine> LineRedactor::take(OutputLine line)
{
    if (m_redactor.isEmpty())
        return {line};
    m_waiting.append(std::move(line));
    QByteArray all = m_before;
    QList<qsizetype> begins;
    for (const OutputLine &each : std::as_const(m_waiting)) {
        begins.append(all.size());
        all += joined(textsOf(each.json));
    }
    const Redactor::Tail tail = m_redactor.tailOf(all);
    qsizetype free = 0;
    while (free < m_waiting.size() && (free + 1 < begins.size() ? begins[free + 1] : all.size()) <= tail.hold)
        ++free;
    if (m_waiting.size() > kMostWaiting)
        free = m_waiting.size();
    const qsizetype end = free < begins.size() ? begins[free] : all.size();
    qsizetype keep = std::min(tail.keep, end);
    for (const Redactor::Range &secret : m_redactor.in(all))
        if (secret.end > end)
            keep = std::min(keep, secret.begin);
    const QList<OutputLine> result = shown(free);
    m_before = all.sliced(keep, end - keep);
    return result;
}

QList<OutputLine> LineRedactor::finish()
{
    return shown(m_waiting.size());
}

} // namespace wardroom::bot
