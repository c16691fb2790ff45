// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/ports.h"

#include <QMap>
#include <memory>

namespace wardroom::secrets {

//! Secrets in one file encrypted with a passphrase: Argon2id for the key, XSalsa20-Poly1305 for the content
//! (libsodium). Mode 0600, replaced as a whole, so a crash leaves the old or the new one. Several processes may use
//! one file: each write reads it again under a lock. Errors: auth for a wrong passphrase or a changed byte (they cannot
//! be told apart); corrupt when it is no such file; forbidden when others can read it; storage.
class FileSecrets final : public domain::Secrets
{
public:
    //! What trying one passphrase costs: interactive takes 64 MB and a tenth of a second, moderate 256 MB and a second.
    enum class Cost { interactive, moderate };

    //! Blocks for as long as the cost says. A file that is not there yet is made by the first write.
    static Result<std::unique_ptr<FileSecrets>> open(QString path, QByteArray passphrase, Cost cost = Cost::moderate);
    ~FileSecrets() override;

    QCoro::Task<Result<QByteArray>> read(QString name) override;
    QCoro::Task<Result<void>> write(QString name, QByteArray value) override;
    QCoro::Task<Result<void>> remove(QString name) override;

private:
    struct Key;
    using Content = QMap<QString, QByteArray>;
    FileSecrets(QString path, QByteArray header, std::unique_ptr<Key> key);
    Result<Content> load() const;
    Result<void> save(const Content &content) const;
    Result<void> change(const QString &name, const std::optional<QByteArray> &value) const;

    QString m_path;
    QByteArray m_header; //!< magic, cost, salt: what the key follows from besides the passphrase
    std::unique_ptr<Key> m_key;
};

} // namespace wardroom::secrets
