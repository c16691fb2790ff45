// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "localcalls.h"
#include "session/keyring.h"
#include "terminal.h"

#include <QRegularExpression>

namespace wardroom::ctl {
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLargest = 32 * 1024;

QString tr(const char *text)
{
    return QCoreApplication::translate("Secrets", text);
}

//! Only what commands read is written from here: a host's own key, or a plugin's own secret.
bool isGoodName(const QString &name)
{
    static const QRegularExpression shape(
        u"^(ssh\\.[A-Za-z0-9][A-Za-z0-9._-]{0,79}|plugin\\.[a-z][a-z0-9-]{0,39}\\.[a-z][a-z0-9-]{0,39})$"_s);
    return shape.match(name).hasMatch();
}

QCoro::Task<Result<std::unique_ptr<domain::Secrets>>> opened(session::Profile &profile)
{
    const auto asker = hasTerminal() ? session::PassphraseAsker(&askPassphrase) : session::PassphraseAsker();
    co_return co_await session::openSecrets(profile, asker);
}

} // namespace

QCoro::Task<Result<OwnSecrets>> ownSecrets(Call call)
{
    // Not locked: whatever runs on the profile goes on.
    Result<std::unique_ptr<session::Profile>> profile = session::Profile::open(profileOf(call), false);
    if (!profile)
        co_return tl::unexpected(profile.error());
    if (session::secretsPlace(**profile).isEmpty())
        co_return fail(ErrorKind::auth,
                       tr("This profile keeps no secret yet; give it one with wardroomctl secret add NAME."));
    auto secrets = co_await opened(**profile);
    if (!secrets)
        co_return tl::unexpected(secrets.error());
    co_return OwnSecrets{std::move(*profile), std::move(*secrets)};
}

QCoro::Task<Answer> addSecret(Call call)
{
    const QString name = call.word(0);
    if (!isGoodName(name))
        co_return Answer::wrongUsage(tr("A secret is called ssh.HOST or plugin.PLUGIN.NAME."));
    const Result<QByteArray> value = readInput(call, call.has(u"file"_s) ? call.option(u"file"_s) : u"-"_s, kLargest);
    if (!value)
        co_return Answer::failed(value.error());
    if (value->trimmed().isEmpty())
        co_return Answer::wrongUsage(tr("The secret is empty; give it on stdin or with --file FILE."));
    if (name.startsWith(u"ssh.") && !value->startsWith("-----BEGIN "))
        co_return Answer::wrongUsage(tr("This is no private key; ssh-keygen -t ed25519 makes one for a host alone."));
    const Result<std::unique_ptr<session::Profile>> profile = session::Profile::open(profileOf(call));
    if (!profile)
        co_return Answer::failed(profile.error());
    const auto secrets = co_await opened(**profile);
    if (!secrets)
        co_return Answer::failed(secrets.error());
    const Result<void> written = co_await (*secrets)->write(name, *value);
    if (!written)
        co_return Answer::failed(written.error());
    co_return Answer{
        control::yes, QJsonObject{{u"secret"_s, name}}, tr("%1 is kept on this node.").arg(name) + u'\n', {}};
}

QCoro::Task<Answer> removeSecret(Call call)
{
    const QString name = call.word(0);
    if (!isGoodName(name))
        co_return Answer::wrongUsage(tr("A secret is called ssh.HOST or plugin.PLUGIN.NAME."));
    const Result<std::unique_ptr<session::Profile>> profile = session::Profile::open(profileOf(call));
    if (!profile)
        co_return Answer::failed(profile.error());
    const auto secrets = co_await opened(**profile);
    if (!secrets)
        co_return Answer::failed(secrets.error());
    const Result<void> removed = co_await (*secrets)->remove(name);
    if (!removed)
        co_return Answer::failed(removed.error());
    co_return Answer{
        control::yes, QJsonObject{{u"secret"_s, name}}, tr("%1 is gone from this node.").arg(name) + u'\n', {}};
}

} // namespace wardroom::ctl
