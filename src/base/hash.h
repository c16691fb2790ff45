// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QString>

namespace wardroom {

//! A SHA-256 digest (libsodium). Written as 64 lower-case hexadecimal digits everywhere it is seen.
class Sha256
{
public:
    Sha256() = default;
    static Sha256 of(const QByteArray &bytes);
    //! Empty (isNull) unless \a text is exactly 64 lower-case hexadecimal digits.
    static Sha256 fromHex(const QString &text);

    bool isNull() const { return m_bytes.isEmpty(); }
    QString hex() const;
    //! "9f3c 1a07 … 44e1": enough for a person to compare two at a glance. Never use it to decide anything.
    QString brief() const;
    const QByteArray &bytes() const { return m_bytes; }

    friend bool operator==(const Sha256 &, const Sha256 &) = default;
    friend size_t qHash(const Sha256 &hash, size_t seed = 0) { return ::qHash(hash.m_bytes, seed); }

private:
    QByteArray m_bytes;
};

//! A SHA-256 over bytes that arrive in pieces.
class Sha256Stream
{
public:
    Sha256Stream();
    void add(const QByteArray &bytes);
    Sha256 finish();

private:
    QByteArray m_state;
};

//! \a count random bytes from the system (libsodium), in hexadecimal.
QString randomHex(int count);

} // namespace wardroom
