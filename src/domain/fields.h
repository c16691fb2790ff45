// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/hash.h"
#include "domain/words.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>
#include <optional>

//! How a value with `fields()` becomes JSON and back: one list of fields a struct, used in both directions.
//! Empty texts, zero ids and absent optionals are left out, so a body has one spelling.
namespace wardroom::domain {

template <class T>
concept HasFields = requires(T &value)
{
    T::fields(value, [](const char *, auto &) {});
};
template <class T>
concept IsId = requires(const T &value)
{
    {
        value.text()
        } -> std::convertible_to<QString>;
};
template <class T>
concept IsWord = requires
{
    Words<T>::all;
};

class FieldWriter
{
public:
    template <class T> static QJsonObject write(const T &value)
    {
        QJsonObject object;
        T::fields(value, [&object](const char *name, const auto &field) {
            const QJsonValue json = toJson(field);
            if (!json.isUndefined())
                object.insert(QLatin1String(name), json);
        });
        return object;
    }

private:
    static QJsonValue toJson(const QString &text) { return text.isEmpty() ? QJsonValue(QJsonValue::Undefined) : text; }
    static QJsonValue toJson(qint64 number) { return number; }
    static QJsonValue toJson(const QJsonObject &object)
    {
        return object.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(object);
    }
    static QJsonValue toJson(const Sha256 &hash) { return toJson(hash.hex()); }
    template <IsId T> static QJsonValue toJson(const T &id) { return toJson(id.text()); }
    template <IsWord T> static QJsonValue toJson(T word) { return wordOf(word); }
    template <class T> static QJsonValue toJson(const std::optional<T> &value)
    {
        return value ? toJson(*value) : QJsonValue(QJsonValue::Undefined);
    }
    template <class T> static QJsonValue toJson(const QList<T> &list)
    {
        if (list.isEmpty())
            return QJsonValue::Undefined;
        QJsonArray array;
        for (const T &item : list) {
            const QJsonValue json = toJson(item);
            array.append(json.isUndefined() ? QJsonValue(QString()) : json);
        }
        return array;
    }
    template <HasFields T> static QJsonValue toJson(const T &value) { return write(value); }
};

class FieldReader
{
public:
    //! Reads \a object into \a value; false names the first field of a wrong type in problem().
    template <class T> bool read(const QJsonObject &object, T &value)
    {
        T::fields(value, [this, &object](const char *name, auto &field) {
            if (!m_problem.isEmpty())
                return;
            const QJsonValue json = object.value(QLatin1String(name));
            if (!json.isUndefined() && !from(json, field) && m_problem.isEmpty())
                m_problem = QLatin1String(name);
        });
        return m_problem.isEmpty();
    }
    QString problem() const { return m_problem; }

private:
    static bool from(const QJsonValue &json, QString &text)
    {
        text = json.toString();
        return json.isString();
    }
    static bool from(const QJsonValue &json, qint64 &number)
    {
        number = json.toInteger();
        return json.isDouble();
    }
    static bool from(const QJsonValue &json, QJsonObject &object)
    {
        object = json.toObject();
        return json.isObject();
    }
    static bool from(const QJsonValue &json, Sha256 &hash)
    {
        hash = Sha256::fromHex(json.toString());
        return !hash.isNull();
    }
    template <IsId T> static bool from(const QJsonValue &json, T &id)
    {
        id = T(json.toString());
        return json.isString();
    }
    template <IsWord T> static bool from(const QJsonValue &json, T &word)
    {
        const std::optional<T> value = fromWord<T>(json.toString());
        word = value.value_or(word);
        return value.has_value();
    }
    template <class T> bool from(const QJsonValue &json, std::optional<T> &value)
    {
        return from(json, value.emplace());
    }
    template <class T> bool from(const QJsonValue &json, QList<T> &list)
    {
        if (!json.isArray())
            return false;
        const QJsonArray array = json.toArray();
        for (const QJsonValue &item : array)
            if (!from(item, list.emplaceBack()))
                return false;
        return true;
    }
    template <HasFields T> bool from(const QJsonValue &json, T &value)
    {
        return json.isObject() && read(json.toObject(), value);
    }

    QString m_problem;
};

} // namespace wardroom::domain
