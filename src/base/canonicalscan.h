// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <optional>
#include <string_view>
#include <vector>

namespace wardroom {

//! True when \a bytes are exactly what canonicalJson() would write for the object they hold. Reads them once and keeps
//! nothing, so a fact that arrives need not be written again to be believed. Any length, at most 64 levels deep.
bool isCanonicalObject(const QByteArray &bytes);

//! A member as it stands in the bytes, which outlive it: the key between its quotes, the value with its own.
struct CanonicalMember
{
    std::string_view key;
    std::string_view value;
};
//! The members of such an object in their order; nothing where \a bytes are anything else.
std::optional<std::vector<CanonicalMember>> canonicalMembers(const QByteArray &bytes);

} // namespace wardroom
