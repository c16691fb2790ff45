// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/keys.h"

#include "base/hash.h"

#include <sodium.h>

namespace wardroom {

namespace {

//! libsodium asks for this before anything else; it may be called again by others.
[[maybe_unused]] const int sodiumReady = sodium_init();

unsigned char *raw(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

const unsigned char *raw(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

} // namespace

PublicKey PublicKey::fromBytes(const QByteArray &bytes)
{
    PublicKey key;
    if (bytes.size() == qsizetype{crypto_sign_PUBLICKEYBYTES})
        key.m_bytes = bytes;
    return key;
}

PublicKey PublicKey::fromHex(const QString &text)
{
    const PublicKey key = fromBytes(QByteArray::fromHex(text.toLatin1()));
    return key.hex() == text ? key : PublicKey();
}

QString PublicKey::hex() const
{
    return QString::fromLatin1(m_bytes.toHex());
}

QString PublicKey::fingerprint() const
{
    return isNull() ? QString() : Sha256::of(m_bytes).hex();
}

bool PublicKey::verifies(const QByteArray &message, const QByteArray &signature) const
{
    return !isNull() && signature.size() == qsizetype{crypto_sign_BYTES} &&
           crypto_sign_verify_detached(raw(signature), raw(message), static_cast<unsigned long long>(message.size()),
                                       raw(m_bytes)) == 0;
}

SigningKey SigningKey::generate()
{
    QByteArray seed(crypto_sign_SEEDBYTES, '\0');
    randombytes_buf(seed.data(), static_cast<size_t>(seed.size()));
    return fromSeed(seed);
}

SigningKey SigningKey::fromSeed(QByteArray seed)
{
    SigningKey key;
    if (seed.size() != qsizetype{crypto_sign_SEEDBYTES})
        return key;
    QByteArray unused(crypto_sign_PUBLICKEYBYTES, '\0');
    key.m_secret.resize(crypto_sign_SECRETKEYBYTES);
    crypto_sign_seed_keypair(raw(unused), raw(key.m_secret), raw(std::as_const(seed)));
    sodium_memzero(seed.data(), static_cast<size_t>(seed.size()));
    return key;
}

QByteArray SigningKey::seed() const
{
    return m_secret.first(isNull() ? 0 : crypto_sign_SEEDBYTES);
}

PublicKey SigningKey::publicKey() const
{
    return isNull() ? PublicKey() : PublicKey::fromBytes(m_secret.last(crypto_sign_PUBLICKEYBYTES));
}

QByteArray SigningKey::sign(const QByteArray &message) const
{
    if (isNull())
        return {};
    QByteArray signature(crypto_sign_BYTES, '\0');
    crypto_sign_detached(raw(signature), nullptr, raw(message), static_cast<unsigned long long>(message.size()),
                         raw(m_secret));
    return signature;
}

SigningKey::~SigningKey()
{
    if (!m_secret.isEmpty() && m_secret.isDetached())
        sodium_memzero(m_secret.data(), static_cast<size_t>(m_secret.size()));
}

} // namespace wardroom
