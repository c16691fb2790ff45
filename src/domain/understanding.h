// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace wardroom::domain {

enum class IntentKind { chatter, command, help, clarify };

//! What a line of text was taken to mean. A value, so that the window, the shell and the room show the same.
struct Understanding
{
    IntentKind intent = IntentKind::chatter;
    QString command; //!< "host.status"
    QJsonObject args;
    int confidence = 0;       //!< per cent
    QString question;         //!< for clarify: what to ask back, or what is wrong with the arguments
    QStringList options = {}; //!< for clarify: lines that may be meant, the likeliest first, at most three; one that
                              //!< ends in a blank is only begun
};

} // namespace wardroom::domain
