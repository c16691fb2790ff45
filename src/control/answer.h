// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"

#include <QJsonArray>
#include <QJsonObject>

namespace wardroom::control {

//! The exit codes of wardroomctl, as promised.
enum Exit { yes = 0, no = 1, wrong = 2, unreachable = 3, look = 4 };

//! What a command has to say: the same content for programs and for people.
struct Answer
{
    int exitCode = yes;
    QJsonValue json = QJsonValue(QJsonValue::Undefined); //!< an array is printed as one document a line
    QString text;                                        //!< for stdout without --json
    QString note;                                        //!< for stderr

    static Answer wrongUsage(const QString &sentence)
    {
        return {wrong, QJsonValue(QJsonValue::Undefined), {}, sentence};
    }
    static Answer failed(const Error &error);
};

int exitCodeOf(ErrorKind kind);

} // namespace wardroom::control
