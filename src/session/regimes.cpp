// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/regimes.h"

#include "bot/catalogue/yamltree.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QTimeZone>

namespace wardroom::session {
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 hour = 3'600'000;

QString textOf(const bot::YamlNode &node, const QString &key)
{
    const bot::YamlNode *member = node.member(key);
    return member ? member->text : QString();
}

QMap<QString, QString> textsOf(const bot::YamlNode &node, const QString &key)
{
    QMap<QString, QString> texts;
    if (const bot::YamlNode *member = node.member(key))
        for (const bot::YamlNode::Member &each : member->members)
            texts.insert(each.key, each.value.text);
    return texts;
}

std::optional<Regime> regimeFrom(const bot::YamlNode &node)
{
    Regime regime{textOf(node, u"id"_s),       textOf(node, u"law"_s),     textsOf(node, u"name"_s),
                  textsOf(node, u"trigger"_s), textsOf(node, u"remark"_s), {}};
    const bot::YamlNode *clocks = node.member(u"clocks"_s);
    for (const bot::YamlNode &each : clocks ? clocks->items : QList<bot::YamlNode>()) {
        LegalClock clock{textOf(each, u"id"_s), textsOf(each, u"name"_s), textOf(each, u"hours"_s).toInt(),
                         textOf(each, u"months"_s).toInt(), textOf(each, u"after"_s)};
        const bool oneLength = (clock.hours > 0) != (clock.months > 0);
        const bool known =
            clock.after.isEmpty() || std::any_of(regime.clocks.cbegin(), regime.clocks.cend(),
                                                 [&](const LegalClock &other) { return other.id == clock.after; });
        if (clock.id.isEmpty() || !clock.names.contains(u"en"_s) || !oneLength || !known)
            return {};
        regime.clocks.append(clock);
    }
    const bool whole = !regime.id.isEmpty() && !regime.law.isEmpty() && regime.names.contains(u"en"_s) &&
                       regime.triggers.contains(u"en"_s) && !regime.clocks.isEmpty();
    return whole ? std::optional(regime) : std::nullopt;
}

} // namespace

qint64 LegalClock::dueFrom(qint64 start) const
{
    if (months == 0)
        return start + hours * hour;
    return QDateTime::fromMSecsSinceEpoch(start, QTimeZone::utc()).addMonths(months).toMSecsSinceEpoch();
}

const LegalClock *Regime::clockCalled(const QString &name) const
{
    for (const LegalClock &clock : clocks)
        if (clock.names.values().contains(name))
            return &clock;
    return nullptr;
}

QString inLanguage(const QMap<QString, QString> &texts, const QString &language)
{
    return texts.value(language, texts.value(u"en"_s));
}

Result<QList<Regime>> loadRegimes(const QString &folder)
{
    QList<Regime> regimes;
    const QDir dir(folder);
    for (const QString &name : dir.entryList({u"*.yaml"_s}, QDir::Files, QDir::Name)) {
        QFile file(dir.filePath(name));
        const auto node = file.open(QFile::ReadOnly)
                              ? bot::parseYaml(file.read(256 * 1024 + 1), name)
                              : tl::unexpected(bot::ManifestProblem{name, 0, file.errorString()});
        if (!node)
            return fail(ErrorKind::invalid, u"%1:%2: %3"_s.arg(name).arg(node.error().line).arg(node.error().message));
        const std::optional<Regime> regime = regimeFrom(*node);
        if (!regime)
            return fail(ErrorKind::invalid,
                        QCoreApplication::translate("Regimes", "%1 is no complete list of legal clocks.").arg(name));
        regimes.append(*regime);
    }
    return regimes;
}

} // namespace wardroom::session
