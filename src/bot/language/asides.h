// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

#include <optional>

namespace wardroom::bot {

//! "[ALERT] …", "【告警】…", "SIEM: …", "sshd[42]: …", "Nov 30 02:11:09 web-01 …": what a machine wrote, whoever pasted
//! it.
bool isMachineLine(QStringView text);

//! One quotation in a line, and the line with a plain word in its place.
struct Quotation
{
    QString line;
    QString content;
};
//! What stands for the quotation.
inline constexpr QLatin1StringView quotationWord{"qzquotedqz"};
//! nullopt: none, several, or an empty or long one.
std::optional<Quotation> quotationIn(const QString &text);

} // namespace wardroom::bot
