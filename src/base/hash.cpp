// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hash.h"

#include "base/sha256fast.h"

#include <sodium.h>

namespace wardroom {
using namespace Qt::StringLiterals;

namespace {

crypto_hash_sha256_state *stateOf(QByteArray &bytes)
{
    return reinterpret_cast<crypto_hash_sha256_state *>(bytes.data());
}

const unsigned char *raw(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

} // namespace

Sha256 Sha256::of(const QByteArray &bytes)
{
    Sha256 hash;
    hash.m_bytes.resize(crypto_hash_sha256_BYTES);
    auto *digest = reinterpret_cast<unsigned char *>(hash.m_bytes.data());
    if (hasFastSha256())
        fastSha256(bytes, digest);
    else
        crypto_hash_sha256(digest, raw(bytes), static_cast<unsigned long long>(bytes.size()));
    return hash;
}

Sha256 Sha256::fromHex(const QString &text)
{
    Sha256 hash;
    const QByteArray bytes = QByteArray::fromHex(text.toLatin1());
    if (bytes.size() == qsizetype{crypto_hash_sha256_BYTES} && QString::fromLatin1(bytes.toHex()) == text)
        hash.m_bytes = bytes;
    return hash;
}

QString Sha256::hex() const
{
    return QString::fromLatin1(m_bytes.toHex());
}

QString Sha256::brief() const
{
    const QString text = hex();
    return isNull() ? QString() : u"%1 %2 … %3"_s.arg(text.first(4), text.sliced(4, 4), text.last(4));
}

Sha256Stream::Sha256Stream() : m_state(sizeof(crypto_hash_sha256_state), '\0')
{
    crypto_hash_sha256_init(stateOf(m_state));
}

void Sha256Stream::add(const QByteArray &bytes)
{
    crypto_hash_sha256_update(stateOf(m_state), raw(bytes), static_cast<unsigned long long>(bytes.size()));
}

Sha256 Sha256Stream::finish()
{
    QByteArray digest(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256_final(stateOf(m_state), reinterpret_cast<unsigned char *>(digest.data()));
    return Sha256::fromHex(QString::fromLatin1(digest.toHex()));
}

QString randomHex(int count)
{
    QByteArray bytes(count, '\0');
    randombytes_buf(bytes.data(), static_cast<size_t>(count));
    return QString::fromLatin1(bytes.toHex());
}

} // namespace wardroom
