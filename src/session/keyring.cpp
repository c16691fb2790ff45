// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/keyring.h"

#include "base/hash.h"
#include "secrets/credentialsecrets.h"
#include "secrets/filesecrets.h"
#include "secrets/keychainsecrets.h"

#include <QCoroFuture>
#include <QFile>
#include <QtConcurrentRun>

namespace wardroom::session {
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLongestPassphrase = 4096;

QString tr(const char *text)
{
    return QCoreApplication::translate("Keyring", text);
}

QString secretsFile(const Profile &profile)
{
    return profile.folder() + u"/secrets"_s;
}

//! A passphrase and whether a program chose it: then it is long and random, and trying it may be cheap.
struct Passphrase
{
    QByteArray text;
    bool isTyped = false;
};

Result<QByteArray> passphraseIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QFile::ReadOnly))
        return fail(ErrorKind::auth, tr("The passphrase file %1 cannot be read: %2").arg(path, file.errorString()));
    QByteArray text = file.read(kLongestPassphrase);
    while (text.endsWith('\n') || text.endsWith('\r'))
        text.chop(1);
    if (text.isEmpty())
        return fail(ErrorKind::auth, tr("The passphrase file %1 is empty.").arg(path));
    return text;
}

QCoro::Task<Result<Passphrase>> passphraseFor(QString file, PassphraseAsker ask, QString whyNotKeychain)
{
    const QString named = qEnvironmentVariable("WARDROOM_PASSPHRASE_FILE");
    if (!named.isEmpty())
        co_return passphraseIn(named).map([](const QByteArray &text) { return Passphrase{text, false}; });
    if (auto credentials = secrets::CredentialSecrets::fromEnvironment()) {
        const Result<QByteArray> given = co_await credentials->read(u"wardroom.passphrase"_s);
        if (given)
            co_return Passphrase{given->trimmed(), false};
    }
    if (ask) {
        const Result<QByteArray> typed = co_await ask(!QFile::exists(file));
        co_return typed.map([](const QByteArray &text) { return Passphrase{text, true}; });
    }
    QString sentence =
        tr("Wardroom needs a place for its keys. Put a passphrase into a file that only you can read and "
           "set WARDROOM_PASSPHRASE_FILE to its path, or give systemd the credential wardroom.passphrase, "
           "or run this in a terminal to be asked for it.");
    if (!whyNotKeychain.isEmpty())
        sentence = whyNotKeychain + u' ' + sentence;
    co_return fail(ErrorKind::auth, sentence);
}

QCoro::Task<Result<std::unique_ptr<domain::Secrets>>> openFile(QString path, PassphraseAsker ask,
                                                               QString whyNotKeychain)
{
    const Result<Passphrase> passphrase = co_await passphraseFor(path, ask, whyNotKeychain);
    if (!passphrase)
        co_return tl::unexpected(passphrase.error());
    const auto cost =
        passphrase->isTyped ? secrets::FileSecrets::Cost::moderate : secrets::FileSecrets::Cost::interactive;
    // Deriving the key takes up to a second, which must not be the window's.
    const auto opened = std::make_shared<Result<std::unique_ptr<secrets::FileSecrets>>>(fail(ErrorKind::cancelled, {}));
    // Named, not a temporary: GCC 12 destroys the captures of one inside a co_await twice.
    const auto derive = [opened, path, text = passphrase->text, cost] {
        *opened = secrets::FileSecrets::open(path, text, cost);
    };
    co_await QtConcurrent::run(derive);
    if (!*opened)
        co_return tl::unexpected(opened->error());
    std::unique_ptr<domain::Secrets> secrets = std::move(**opened);
    co_return std::move(secrets);
}

} // namespace

QString secretsPlace(const Profile &profile)
{
    return QFile::exists(secretsFile(profile)) ? u"file"_s : QString::fromUtf8(profile.setting(u"secrets"_s));
}

QCoro::Task<Result<std::unique_ptr<domain::Secrets>>> openSecrets(Profile &profile, PassphraseAsker ask)
{
    const QString place = secretsPlace(profile);
    const bool wantsFile = place.isEmpty() && (qEnvironmentVariableIsSet("WARDROOM_PASSPHRASE_FILE") ||
                                               secrets::CredentialSecrets::fromEnvironment());
    QString missing;
    if (place != u"file" && !wantsFile) {
        const QByteArray folder = profile.folder().toUtf8();
        auto keychain = std::make_unique<secrets::KeychainSecrets>(u"wardroom-"_s + Sha256::of(folder).hex().first(12));
        missing = co_await keychain->whatIsMissing();
        if (missing.isEmpty()) {
            if (const Result<void> noted = profile.setSetting(u"secrets"_s, "keychain"); !noted)
                co_return tl::unexpected(noted.error());
            std::unique_ptr<domain::Secrets> secrets = std::move(keychain);
            co_return std::move(secrets);
        }
        if (place == u"keychain")
            co_return fail(ErrorKind::auth,
                           tr("This profile's keys are in the keychain, which cannot be reached: %1").arg(missing));
    }
    co_return co_await openFile(secretsFile(profile), ask, missing);
}

} // namespace wardroom::session
