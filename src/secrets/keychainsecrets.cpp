// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/keychainsecrets.h"

#include "secrets/secretname.h"

#include <QCoroSignal>
#include <QPointer>
#include <qt6keychain/keychain.h>

namespace wardroom::secrets {

using namespace Qt::StringLiterals;

namespace {

//! Long enough for somebody to find and type the password of their key ring.
constexpr std::chrono::milliseconds kLongest(120'000);

QString noStore()
{
    return KeychainSecrets::tr(
        "No password store answers on this desktop, so Wardroom cannot keep secrets in it. Start "
        "one (GNOME Keyring or KWallet), or keep them in a file encrypted with a passphrase.");
}

Error errorOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::EntryNotFound:
        return {ErrorKind::notFound, KeychainSecrets::tr("This secret is not in the password store."), std::nullopt};
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return {ErrorKind::forbidden, KeychainSecrets::tr("The password store was not unlocked."), std::nullopt};
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented: return {ErrorKind::unsupported, noStore(), std::nullopt};
    default:
        return {ErrorKind::storage,
                KeychainSecrets::tr("The password store failed: %1").arg(job.errorString().left(300)), std::nullopt};
    }
}

Error wrongName()
{
    return {ErrorKind::invalid, KeychainSecrets::tr("This is not a name for a secret."), std::nullopt};
}

} // namespace

KeychainSecrets::KeychainSecrets(QString service, QObject *parent) : QObject(parent), m_service(std::move(service)) {}

KeychainSecrets::~KeychainSecrets()
{
    for (const auto &turn : std::as_const(m_waiting))
        Q_EMIT turn->come();
}

void KeychainSecrets::letNextGo()
{
    m_isBusy = !m_waiting.isEmpty();
    if (m_isBusy)
        Q_EMIT m_waiting.dequeue()->come();
}

QCoro::Task<Result<void>> KeychainSecrets::run(QKeychain::Job *job)
{
    const std::unique_ptr<QKeychain::Job, QScopedPointerDeleteLater> owned(job);
    const QPointer<KeychainSecrets> self(this);
    job->setAutoDelete(false);
    job->setInsecureFallback(false);
    if (m_isBusy) {
        const auto turn = std::make_shared<Turn>();
        m_waiting.enqueue(turn);
        co_await qCoro(turn.get(), &Turn::come);
        if (!self)
            co_return fail(ErrorKind::cancelled, {});
    }
    m_isBusy = true;
    job->start();
    const auto finished = co_await qCoro(job, &QKeychain::Job::finished, kLongest);
    if (!self)
        co_return fail(ErrorKind::cancelled, {});
    letNextGo();
    if (!finished)
        co_return fail(ErrorKind::timeout, tr("The password store did not answer."));
    if (job->error() != QKeychain::NoError)
        co_return tl::unexpected(errorOf(*job));
    co_return Result<void>();
}

QCoro::Task<Result<QByteArray>> KeychainSecrets::read(QString name)
{
    if (!isSecretName(name))
        co_return tl::unexpected(wrongName());
    const QPointer<QKeychain::ReadPasswordJob> job(new QKeychain::ReadPasswordJob(m_service));
    job->setKey(name);
    const auto done = co_await run(job);
    if (!done)
        co_return tl::unexpected(done.error());
    co_return job ? Result<QByteArray>(job->binaryData()) : fail(ErrorKind::cancelled, {});
}

QCoro::Task<Result<void>> KeychainSecrets::write(QString name, QByteArray value)
{
    if (!isSecretName(name))
        co_return tl::unexpected(wrongName());
    auto *job = new QKeychain::WritePasswordJob(m_service);
    job->setKey(name);
    job->setBinaryData(value);
    co_return co_await run(job);
}

QCoro::Task<Result<void>> KeychainSecrets::remove(QString name)
{
    if (!isSecretName(name))
        co_return tl::unexpected(wrongName());
    auto *job = new QKeychain::DeletePasswordJob(m_service);
    job->setKey(name);
    const auto removed = co_await run(job);
    if (!removed && removed.error().kind == ErrorKind::notFound)
        co_return Result<void>(); // gone is gone
    co_return removed;
}

QCoro::Task<QString> KeychainSecrets::whatIsMissing()
{
    const auto probed = co_await read(u"wardroom.probe"_s);
    if (probed || probed.error().kind == ErrorKind::notFound)
        co_return QString();
    if (probed.error().kind == ErrorKind::forbidden)
        co_return probed.error().message;
    co_return noStore();
}

} // namespace wardroom::secrets
