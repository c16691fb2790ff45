// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/language/understand.h"

namespace wardroom::bot {

//! Up to three whole lines of \a command, each with another value for the argument that \a given lacks or has wrong;
//! none where that argument's values are not for the bot to guess, or more than one is missing.
QStringList optionsFor(const Command &command, const QJsonObject &given, const Vocabulary &vocabulary);

//! The same, each with another of \a values for \a argument.
QStringList linesWith(const Command &command, const QJsonObject &given, const QString &argument,
                      const QStringList &values, const Vocabulary &vocabulary);

//! A question back about \a command, with whole lines to choose from; \a args: what is known of it already.
domain::Understanding clarify(const Command &command, int confidence, const QString &question,
                              const QStringList &options, const QJsonObject &args = {});

//! The first argument of that type; empty: there is none.
QString argumentOf(const Command &command, ArgumentType type);

} // namespace wardroom::bot
