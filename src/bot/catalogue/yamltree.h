// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/catalogue/catalogue.h"

#include <memory>

namespace wardroom::bot {

//! One node of a manifest with the line it stands on. Plain values: nothing here throws.
struct YamlNode
{
    enum class Kind { null, scalar, list, map };
    struct Member;
    Kind kind = Kind::null;
    int line = 0; //!< from 1
    QString text; //!< scalar
    bool quoted = false;
    QList<YamlNode> items;
    QList<Member> members;

    const YamlNode *member(const QString &key) const;
};

struct YamlNode::Member
{
    QString key;
    int line = 0;
    YamlNode value;
};

//! One YAML document of at most 256 KB, 16 levels and 20,000 nodes, without anchors, aliases, tags of its own, doubled
//! keys or a second document: those make bombs and surprises, and no manifest needs them.
tl::expected<YamlNode, ManifestProblem> parseYaml(const QByteArray &bytes, const QString &file);

} // namespace wardroom::bot
