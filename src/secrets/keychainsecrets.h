// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/ports.h"

#include <QObject>
#include <QQueue>
#include <memory>

namespace QKeychain {
class Job;
}

namespace wardroom::secrets {

//! One caller's place in the queue of KeychainSecrets.
class Turn final : public QObject
{
    Q_OBJECT

Q_SIGNALS:
    void come();
};

//! Secrets in the desktop's own store (Secret Service or KWallet, by QtKeychain). One job at a time: the store may ask
//! the person for a password, and two questions at once help nobody. Never falls back to plain text. Errors: notFound;
//! forbidden when the person said no; unsupported when there is no store (the message says what to do); timeout;
//! storage for the rest.
class KeychainSecrets final : public QObject, public domain::Secrets
{
    Q_OBJECT

public:
    //! \a service: the application's name in the store, one per profile.
    explicit KeychainSecrets(QString service, QObject *parent = nullptr);
    ~KeychainSecrets() override;

    QCoro::Task<Result<QByteArray>> read(QString name) override;
    QCoro::Task<Result<void>> write(QString name, QByteArray value) override;
    QCoro::Task<Result<void>> remove(QString name) override;

    //! Empty when secrets can be kept here; otherwise a sentence that says what is missing and what else there is.
    QCoro::Task<QString> whatIsMissing();

private:
    QCoro::Task<Result<void>> run(QKeychain::Job *job);
    void letNextGo();

    QString m_service;
    QQueue<std::shared_ptr<Turn>> m_waiting;
    bool m_isBusy = false;
};

} // namespace wardroom::secrets
