// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"
#include "domain/inventory.h"

#include <QCoroTask>
#include <QObject>
#include <QTemporaryDir>
#include <memory>

namespace wardroom::session {

//! A throw-away machine in a folder (and, when asked, a private intrusion detection beside it), for drills and the
//! tour. Made by the scripts in `resources`, gone with the object.
class Practice final : public QObject
{
    Q_OBJECT

public:
    //! \a resources: the folder with `practice/` and `crowdsec/`.
    explicit Practice(QString resources, QObject *parent = nullptr);
    ~Practice() override;

    //! Makes and starts the host; takes about a second. Its folder can be reached by the sandbox's user. \a kind: what
    //! `practice-host` knows to make.
    QCoro::Task<Result<domain::Host>> makeHost(QString name, QString kind = QStringLiteral("webshop"));
    //! Lets something happen on the host that its kind has under this name.
    QCoro::Task<Result<QJsonObject>> stage(QString name);
    //! Makes the next patch of \a package not take, or mends that.
    QCoro::Task<Result<QJsonObject>> breakPackage(QString package);
    QCoro::Task<Result<QJsonObject>> mend();
    QCoro::Task<Result<QJsonObject>> info();
    //! The log the host's sshd writes, which the intrusion detection follows.
    QString authLog() const;

    //! Starts a private CrowdSec that was unpacked in \a unpacked:
    //! {"url","machine","password_file","bouncer_key_file"}.
    QCoro::Task<Result<QJsonObject>> startCrowdSec(QString unpacked);
    //! Appends \a lines real sshd lines of failed sign-ins.
    QCoro::Task<Result<QJsonObject>> attack(QString address, int lines);

private:
    QCoro::Task<Result<QJsonObject>> script(QString program, QStringList arguments, int seconds);
    QCoro::Task<Result<QJsonObject>> host(QStringList arguments);

    QString m_resources;
    QTemporaryDir m_folder;
    QString m_root;
    QString m_hostName;
    QString m_crowdSecRun;
};

} // namespace wardroom::session
