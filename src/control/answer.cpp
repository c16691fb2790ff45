// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/answer.h"

namespace wardroom::control {

int exitCodeOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::forbidden:
    case ErrorKind::conflict:
    case ErrorKind::cancelled: return no;
    case ErrorKind::invalid:
    case ErrorKind::notFound:
    case ErrorKind::tooLarge:
    case ErrorKind::unsupported: return wrong;
    case ErrorKind::auth:
    case ErrorKind::rate:
    case ErrorKind::transient:
    case ErrorKind::timeout:
    case ErrorKind::protocol:
    case ErrorKind::storage:
    case ErrorKind::newer: return unreachable;
    case ErrorKind::corrupt: return look;
    }
    return look;
}

Answer Answer::failed(const Error &error)
{
    return {exitCodeOf(error.kind), QJsonValue(QJsonValue::Undefined), {}, error.message};
}

} // namespace wardroom::control
