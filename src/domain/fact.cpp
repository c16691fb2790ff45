// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/fact.h"

#include "domain/fields.h"

namespace wardroom::domain {
using namespace Qt::StringLiterals;

namespace {

using Parse = Result<Fact> (*)(const QJsonObject &);

template <class T> Result<Fact> parseAs(const QJsonObject &body)
{
    T value;
    FieldReader reader;
    if (!reader.read(body, value))
        return fail(ErrorKind::invalid,
                    u"%1: the field \"%2\" is not what it should be"_s.arg(QStringView(T::kind), reader.problem()));
    return Fact(std::move(value));
}

template <class... Known> QHash<QString, Parse> parsersFor(const std::variant<UnknownFact, Known...> *)
{
    return {{QString::fromUtf16(Known::kind), &parseAs<Known>}...};
}

} // namespace

QString kindOf(const Fact &fact)
{
    return std::visit(
        [](const auto &value) -> QString {
            using T = std::decay_t<decltype(value)>;
            if constexpr (std::is_same_v<T, UnknownFact>)
                return value.name;
            else
                return QString::fromUtf16(T::kind);
        },
        fact);
}

QJsonObject bodyOf(const Fact &fact)
{
    return std::visit(
        [](const auto &value) -> QJsonObject {
            using T = std::decay_t<decltype(value)>;
            if constexpr (std::is_same_v<T, UnknownFact>)
                return value.body;
            else
                return FieldWriter::write(value);
        },
        fact);
}

Result<Fact> parseFact(const QString &kind, const QJsonObject &body)
{
    static const QHash<QString, Parse> parsers = parsersFor(static_cast<const Fact *>(nullptr));
    const Parse parse = parsers.value(kind);
    return parse ? parse(body) : Fact(UnknownFact{kind, body});
}

const PlatformWord *platformWordOf(const Fact &fact)
{
    return std::visit(
        [](const auto &value) -> const PlatformWord * {
            if constexpr (SaidForSomebody<std::decay_t<decltype(value)>>)
                return value.platform ? &*value.platform : nullptr;
            else
                return nullptr;
        },
        fact);
}

} // namespace wardroom::domain
