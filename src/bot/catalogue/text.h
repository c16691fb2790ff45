// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QCoreApplication>

namespace wardroom::bot {

//! Text::tr("…"): sentences of the bot, translated in the context "bot".
class Text
{
    Q_DECLARE_TR_FUNCTIONS(bot)
};

} // namespace wardroom::bot
