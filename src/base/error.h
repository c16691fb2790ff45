// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QCoreApplication>
#include <QString>
#include <chrono>
#include <optional>
#include <tl/expected.hpp>

namespace wardroom {

//! What went wrong, in the terms a caller can act on. One taxonomy for network, storage, tools and rules.
enum class ErrorKind {
    invalid,   //!< the input is wrong; saying it again will not help
    auth,      //!< signed out, or the secret is wrong
    forbidden, //!< known, and not allowed
    notFound,
    conflict, //!< somebody else was first, or it exists already
    tooLarge,
    rate,      //!< try again after retryAfter
    transient, //!< try again
    timeout,
    protocol, //!< the other side said something that cannot be right
    unsupported,
    cancelled,
    storage, //!< disk full, file not writable
    corrupt, //!< what was stored is damaged
    newer,   //!< written by a newer version of the program
};

//! An error as a value: a kind for programs, a sentence for people that says what to do.
struct Error
{
    ErrorKind kind = ErrorKind::invalid;
    QString message;
    std::optional<std::chrono::milliseconds> retryAfter;
};

template <class T> using Result = tl::expected<T, Error>;

//! Shorthand for returning an error from a function with a Result.
inline tl::unexpected<Error> fail(ErrorKind kind, QString message)
{
    return tl::unexpected<Error>(Error{kind, std::move(message), std::nullopt});
}

//! The word for a kind in logs and in `--json` answers, e.g. "notFound".
QString errorWord(ErrorKind kind);

} // namespace wardroom
