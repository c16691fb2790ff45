// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"

namespace wardroom {

QString errorWord(ErrorKind kind)
{
    using namespace Qt::StringLiterals;
    switch (kind) {
    case ErrorKind::invalid: return u"invalid"_s;
    case ErrorKind::auth: return u"auth"_s;
    case ErrorKind::forbidden: return u"forbidden"_s;
    case ErrorKind::notFound: return u"notFound"_s;
    case ErrorKind::conflict: return u"conflict"_s;
    case ErrorKind::tooLarge: return u"tooLarge"_s;
    case ErrorKind::rate: return u"rate"_s;
    case ErrorKind::transient: return u"transient"_s;
    case ErrorKind::timeout: return u"timeout"_s;
    case ErrorKind::protocol: return u"protocol"_s;
    case ErrorKind::unsupported: return u"unsupported"_s;
    case ErrorKind::cancelled: return u"cancelled"_s;
    case ErrorKind::storage: return u"storage"_s;
    case ErrorKind::corrupt: return u"corrupt"_s;
    case ErrorKind::newer: return u"newer"_s;
    }
    return u"invalid"_s;
}

} // namespace wardroom
