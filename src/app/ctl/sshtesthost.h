// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/hash.h"
#include "domain/inventory.h"
#include "domain/ports.h"

#include <QProcess>
#include <QTemporaryDir>

namespace wardroom::ctl {

//! A real sshd on loopback for as long as this lives, with keys made for it. It serves a practice folder as a real host
//! is reached: by its pinned key, with this host's own key, which is bound to a forced command.
class SshTestHost final
{
public:
    //! ErrorKind::unsupported where no sshd is installed. \a taker: the forced command's program, wardroom-remote.
    static QCoro::Task<Result<std::unique_ptr<SshTestHost>>> start(QString taker);
    ~SshTestHost();
    SshTestHost(const SshTestHost &) = delete;
    SshTestHost &operator=(const SshTestHost &) = delete;

    //! From now on it is the folder \a root under that \a name, and runs the plugin folder with that \a hash alone.
    Result<domain::Host> serve(const QString &name, const QString &root, const Sha256 &hash);
    //! Knows the key for the host that is served.
    domain::Secrets &secrets() { return *m_secrets; }

private:
    explicit SshTestHost(QString taker);
    QCoro::Task<Result<void>> makeKeys();
    QCoro::Task<Result<void>> listen();
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QByteArray read(const QString &name) const;
    bool write(const QString &name, const QByteArray &content) const;

    QString m_taker;
    QTemporaryDir m_folder;
    QProcess m_sshd;
    quint16 m_port = 0;
    std::unique_ptr<domain::Secrets> m_secrets;
};

} // namespace wardroom::ctl
