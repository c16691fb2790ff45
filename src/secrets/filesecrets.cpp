// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/filesecrets.h"

#include "secrets/secretname.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QSaveFile>
#include <sodium.h>

namespace wardroom::secrets {

using namespace Qt::StringLiterals;

namespace {

constexpr char kMagic[] = "WARDROOM SECRETS 1\n";
constexpr qsizetype kMagicSize = sizeof kMagic - 1;
constexpr qsizetype kHeaderSize = kMagicSize + 1 + crypto_pwhash_SALTBYTES;
constexpr qsizetype kNonceSize = crypto_secretbox_NONCEBYTES;
constexpr qint64 kLargest = 16 * 1024 * 1024;
constexpr QFileDevice::Permissions kMine = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

tl::unexpected<Error> failed(ErrorKind kind, const char *sentence)
{
    return fail(kind, QCoreApplication::translate("FileSecrets", sentence));
}

const unsigned char *bytes(const QByteArray &data, qsizetype from = 0)
{
    return reinterpret_cast<const unsigned char *>(data.constData()) + from;
}

unsigned char *bytes(QByteArray &data)
{
    return reinterpret_cast<unsigned char *>(data.data());
}

//! The whole file; empty when there is none.
Result<QByteArray> fileBytes(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return QByteArray();
    const auto others =
        QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    if (QFileInfo(path).permissions() & others)
        return failed(ErrorKind::forbidden,
                      "Other users can read the file with the secrets. Take that right away (chmod 600).");
    if (!file.open(QIODevice::ReadOnly))
        return failed(ErrorKind::storage, "Cannot read the file with the secrets.");
    const QByteArray content = file.read(kLargest + 1);
    if (content.size() > kLargest || content.size() < kHeaderSize + kNonceSize + qsizetype(crypto_secretbox_MACBYTES) ||
        !content.startsWith(kMagic))
        return failed(ErrorKind::corrupt, "This is not a file with Wardroom's secrets, or it is damaged.");
    return content;
}

} // namespace

//! Kept out of swap and core dumps, and wiped at the end.
struct FileSecrets::Key
{
    Key() : data(static_cast<unsigned char *>(sodium_malloc(crypto_secretbox_KEYBYTES))) {}
    ~Key() { sodium_free(data); }
    Q_DISABLE_COPY_MOVE(Key)
    unsigned char *data;
};

FileSecrets::FileSecrets(QString path, QByteArray header, std::unique_ptr<Key> key)
    : m_path(std::move(path))
    , m_header(std::move(header))
    , m_key(std::move(key))
{}

FileSecrets::~FileSecrets() = default;

Result<std::unique_ptr<FileSecrets>> FileSecrets::open(QString path, QByteArray passphrase, Cost cost)
{
    if (sodium_init() < 0)
        return failed(ErrorKind::unsupported, "libsodium does not start.");
    if (passphrase.isEmpty())
        return failed(ErrorKind::invalid, "The passphrase is empty.");
    const auto content = fileBytes(path);
    if (!content)
        return tl::unexpected(content.error());
    QByteArray header = content->left(kHeaderSize);
    if (header.isEmpty()) {
        QByteArray salt(crypto_pwhash_SALTBYTES, '\0');
        randombytes_buf(salt.data(), size_t(salt.size()));
        header = kMagic + QByteArray(1, cost == Cost::moderate ? 'M' : 'I') + salt;
    }
    const bool isModerate = header[kMagicSize] == 'M';
    if (!isModerate && header[kMagicSize] != 'I')
        return failed(ErrorKind::corrupt, "The file with the secrets was written by another version, or is damaged.");
    auto key = std::make_unique<Key>();
    const int derived =
        key->data == nullptr
            ? -1
            : crypto_pwhash(key->data, crypto_secretbox_KEYBYTES, passphrase.constData(), quint64(passphrase.size()),
                            bytes(header, kMagicSize + 1),
                            isModerate ? crypto_pwhash_OPSLIMIT_MODERATE : crypto_pwhash_OPSLIMIT_INTERACTIVE,
                            isModerate ? crypto_pwhash_MEMLIMIT_MODERATE : crypto_pwhash_MEMLIMIT_INTERACTIVE,
                            crypto_pwhash_ALG_ARGON2ID13);
    sodium_memzero(passphrase.data(), size_t(passphrase.size()));
    if (derived != 0)
        return failed(ErrorKind::storage, "Not enough memory to open the secrets.");
    std::unique_ptr<FileSecrets> secrets(new FileSecrets(path, header, std::move(key)));
    if (const auto loaded = secrets->load(); !loaded)
        return tl::unexpected(loaded.error());
    return secrets;
}

Result<FileSecrets::Content> FileSecrets::load() const
{
    const auto file = fileBytes(m_path);
    if (!file)
        return tl::unexpected(file.error());
    if (file->isEmpty())
        return Content();
    const qsizetype sealed = file->size() - kHeaderSize - kNonceSize;
    QByteArray plain(sealed - qsizetype(crypto_secretbox_MACBYTES), '\0');
    if (file->left(kHeaderSize) != m_header ||
        crypto_secretbox_open_easy(bytes(plain), bytes(*file, kHeaderSize + kNonceSize), quint64(sealed),
                                   bytes(*file, kHeaderSize), m_key->data) != 0)
        return failed(ErrorKind::auth, "The passphrase is wrong, or the file with the secrets was changed.");
    const QJsonObject json = QJsonDocument::fromJson(plain).object();
    sodium_memzero(plain.data(), size_t(plain.size()));
    Content content;
    for (auto each = json.begin(); each != json.end(); ++each)
        content.insert(each.key(), QByteArray::fromBase64(each.value().toString().toLatin1()));
    return content;
}

Result<void> FileSecrets::save(const Content &content) const
{
    QJsonObject json;
    for (auto each = content.begin(); each != content.end(); ++each)
        json.insert(each.key(), QString::fromLatin1(each.value().toBase64()));
    QByteArray plain = QJsonDocument(json).toJson(QJsonDocument::Compact);
    QByteArray nonce(kNonceSize, '\0');
    randombytes_buf(nonce.data(), size_t(nonce.size()));
    QByteArray sealed(plain.size() + qsizetype(crypto_secretbox_MACBYTES), '\0');
    crypto_secretbox_easy(bytes(sealed), bytes(plain), quint64(plain.size()), bytes(nonce), m_key->data);
    sodium_memzero(plain.data(), size_t(plain.size()));
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(kMine) ||
        file.write(m_header + nonce + sealed) != m_header.size() + nonce.size() + sealed.size() || !file.commit())
        return failed(ErrorKind::storage, "Cannot write the file with the secrets. Is the disk full?");
    return {};
}

Result<void> FileSecrets::change(const QString &name, const std::optional<QByteArray> &value) const
{
    if (!isSecretName(name))
        return failed(ErrorKind::invalid, "This is not a name for a secret.");
    QLockFile lock(m_path + ".lock"_L1);
    if (!lock.tryLock(5'000))
        return failed(ErrorKind::storage, "Another program keeps the file with the secrets locked.");
    auto content = load();
    if (!content)
        return tl::unexpected(content.error());
    if (value)
        content->insert(name, *value);
    else if (content->remove(name) == 0)
        return {};
    return save(*content);
}

QCoro::Task<Result<QByteArray>> FileSecrets::read(QString name)
{
    const auto content = load();
    if (!content)
        co_return tl::unexpected(content.error());
    const auto found = content->constFind(name);
    if (found == content->constEnd())
        co_return failed(ErrorKind::notFound, "This secret is not in the file.");
    co_return *found;
}

QCoro::Task<Result<void>> FileSecrets::write(QString name, QByteArray value)
{
    co_return change(name, value);
}

QCoro::Task<Result<void>> FileSecrets::remove(QString name)
{
    co_return change(name, std::nullopt);
}

} // namespace wardroom::secrets
