// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/language/understand.h"

namespace wardroom::test {

//! Three hosts and three people, as a small team has them.
inline bot::Vocabulary sampleVocabulary()
{
    bot::Vocabulary vocabulary;
    const auto host = [&](const QString &name, const QStringList &aliases) {
        domain::Host made;
        made.name = name;
        made.aliases = aliases;
        made.reach = QStringLiteral("practice");
        vocabulary.inventory.hosts.append(made);
    };
    host(QStringLiteral("practice-01"), {QStringLiteral("shop")});
    host(QStringLiteral("web-01"), {QStringLiteral("edge")});
    host(QStringLiteral("db-01"), {});
    vocabulary.people = {{domain::PersonId(QStringLiteral("u-priya")), QStringLiteral("Priya Natarajan")},
                         {domain::PersonId(QStringLiteral("u-tom")), QStringLiteral("Tom")},
                         {domain::PersonId(QStringLiteral("u-mei")), QStringLiteral("Mei")}};
    return vocabulary;
}

//! The plugins that are shipped.
inline bot::Catalogue shippedCatalogue()
{
    return bot::Catalogue::load({QStringLiteral(WARDROOM_SOURCE_DIR "/resources/plugins")});
}

} // namespace wardroom::test
