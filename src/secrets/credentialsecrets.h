// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/ports.h"

namespace wardroom::secrets {

//! systemd's credentials (LoadCredential=, systemd.exec(5)): one file a secret in a folder that only the service sees.
//! Read only: write and remove are ErrorKind::unsupported.
class CredentialSecrets final : public domain::Secrets
{
public:
    explicit CredentialSecrets(QString folder);
    //! From $CREDENTIALS_DIRECTORY; nothing when systemd gave none.
    static std::optional<CredentialSecrets> fromEnvironment();

    QCoro::Task<Result<QByteArray>> read(QString name) override;
    QCoro::Task<Result<void>> write(QString name, QByteArray value) override;
    QCoro::Task<Result<void>> remove(QString name) override;

private:
    QString m_folder;
};

} // namespace wardroom::secrets
