// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/credentialsecrets.h"

#include "secrets/secretname.h"

#include <QFile>
#include <QFileInfo>

namespace wardroom::secrets {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLargest = 1024 * 1024; // systemd's own limit for a credential

tl::unexpected<Error> failed(ErrorKind kind, const char *sentence)
{
    return fail(kind, QCoreApplication::translate("CredentialSecrets", sentence));
}

} // namespace

CredentialSecrets::CredentialSecrets(QString folder) : m_folder(std::move(folder)) {}

std::optional<CredentialSecrets> CredentialSecrets::fromEnvironment()
{
    const QString folder = qEnvironmentVariable("CREDENTIALS_DIRECTORY");
    return folder.isEmpty() ? std::nullopt : std::optional<CredentialSecrets>(std::in_place, folder);
}

QCoro::Task<Result<QByteArray>> CredentialSecrets::read(QString name)
{
    if (!isSecretName(name))
        co_return failed(ErrorKind::invalid, "This is not a name for a secret.");
    QFile file(m_folder + u'/' + name);
    if (!file.exists())
        co_return failed(ErrorKind::notFound, "systemd gave no credential of this name.");
    if (QFileInfo(file).isSymLink() || !QFileInfo(file).isFile() || !file.open(QIODevice::ReadOnly))
        co_return failed(ErrorKind::storage, "Cannot read a credential.");
    const QByteArray value = file.read(kLargest + 1);
    if (value.size() > kLargest)
        co_return failed(ErrorKind::tooLarge, "A credential is too large.");
    co_return value;
}

QCoro::Task<Result<void>> CredentialSecrets::write(QString, QByteArray)
{
    co_return failed(ErrorKind::unsupported, "Credentials come from systemd and cannot be changed here.");
}

QCoro::Task<Result<void>> CredentialSecrets::remove(QString)
{
    co_return failed(ErrorKind::unsupported, "Credentials come from systemd and cannot be changed here.");
}

} // namespace wardroom::secrets
