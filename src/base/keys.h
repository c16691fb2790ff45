// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"

#include <QByteArray>
#include <QString>

namespace wardroom {

//! An Ed25519 public key (RFC 8032, libsodium). Written as 64 hexadecimal digits.
class PublicKey
{
public:
    PublicKey() = default;
    static PublicKey fromHex(const QString &text);
    static PublicKey fromBytes(const QByteArray &bytes);

    bool isNull() const { return m_bytes.isEmpty(); }
    QString hex() const;
    //! SHA-256 of the key in hexadecimal: what people compare and what `--trust` takes.
    QString fingerprint() const;
    bool verifies(const QByteArray &message, const QByteArray &signature) const;

    friend bool operator==(const PublicKey &, const PublicKey &) = default;

private:
    QByteArray m_bytes;
};

//! An Ed25519 signing key. Holds its seed in memory that is wiped when the last copy goes; never printed or logged.
class SigningKey
{
public:
    SigningKey() = default;
    static SigningKey generate();
    //! \a seed: 32 bytes as stored in the keychain; anything else gives a null key.
    static SigningKey fromSeed(QByteArray seed);

    bool isNull() const { return m_secret.isEmpty(); }
    QByteArray seed() const;
    PublicKey publicKey() const;
    QByteArray sign(const QByteArray &message) const;

    ~SigningKey();
    SigningKey(const SigningKey &) = default;
    SigningKey &operator=(const SigningKey &) = default;

private:
    QByteArray m_secret;
};

} // namespace wardroom
