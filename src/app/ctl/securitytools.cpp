// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/calls.h"
#include "localcalls.h"
#include "session/keyring.h"
#include "session/tools.h"
#include "terminal.h"

namespace wardroom::ctl {
using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("SecurityTools", text);
}

//! A secret's file without the line break that editors add.
Result<QByteArray> secretIn(const Call &call, const QString &option)
{
    if (!call.has(option))
        return QByteArray();
    Result<QByteArray> bytes = readInput(call, call.option(option), 16 * 1024);
    while (bytes && (bytes->endsWith('\n') || bytes->endsWith('\r')))
        bytes->chop(1);
    return bytes;
}

QCoro::Task<Answer> addCrowdSec(session::Profile &profile, domain::Secrets &secrets, Call call)
{
    const Result<QByteArray> password = secretIn(call, u"password-file"_s), key = secretIn(call, u"bouncer-key-file"_s);
    if (!password || !key)
        co_return Answer::failed(password ? key.error() : password.error());
    const session::CrowdSecAccount account{QUrl(call.option(u"url"_s)), call.option(u"machine"_s), *password, *key};
    const Result<void> kept = co_await session::Tools::keep(profile, secrets, account);
    if (!kept)
        co_return Answer::failed(kept.error());
    co_return Answer{control::yes,
                     QJsonObject{{u"tool"_s, u"crowdsec"_s}, {u"url"_s, account.url.toString()}},
                     tr("CrowdSec at %1 is this profile's.").arg(account.url.toString()) + u'\n',
                     {}};
}

QCoro::Task<Answer> addWebhook(session::Profile &profile, domain::Secrets &secrets, Call call)
{
    if (!call.has(u"mapping"_s))
        co_return Answer::wrongUsage(tr("A tool that posts its alerts needs a mapping file: --mapping FILE"));
    const Result<QByteArray> mapping = readInput(call, call.option(u"mapping"_s), 1024 * 1024);
    if (!mapping)
        co_return Answer::failed(mapping.error());
    const Result<QByteArray> token = co_await session::Tools::keepWebhook(profile, secrets, call.word(0), *mapping);
    if (!token)
        co_return Answer::failed(token.error());
    const QString text = QString::fromLatin1(*token);
    co_return Answer{
        control::yes, QJsonObject{{u"tool"_s, call.word(0)}, {u"token"_s, text}}, text + u'\n',
        tr("Post to /alerts/%1 where wardroomd --listen listens, with “Authorization: Bearer” and this token.")
            .arg(call.word(0))};
}

} // namespace

QCoro::Task<Answer> addTool(Call call)
{
    const Result<std::unique_ptr<session::Profile>> profile = session::Profile::open(profileOf(call));
    if (!profile)
        co_return Answer::failed(profile.error());
    const auto asker = hasTerminal() ? session::PassphraseAsker(&askPassphrase) : session::PassphraseAsker();
    const Result<std::unique_ptr<domain::Secrets>> secrets = co_await session::openSecrets(**profile, asker);
    if (!secrets)
        co_return Answer::failed(secrets.error());
    if (call.word(0) == u"crowdsec")
        co_return co_await addCrowdSec(**profile, **secrets, call);
    co_return co_await addWebhook(**profile, **secrets, call);
}

QCoro::Task<Answer> listTools(Call call)
{
    const Result<std::unique_ptr<session::Profile>> profile = session::Profile::open(profileOf(call), false);
    if (!profile)
        co_return Answer::failed(profile.error());
    QJsonArray json;
    QList<QStringList> rows;
    const QString url = QString::fromUtf8((*profile)->setting(u"crowdsec.url"_s));
    if (!url.isEmpty()) {
        json.append(QJsonObject{{u"tool"_s, u"crowdsec"_s}, {u"url"_s, url}});
        rows.append({u"crowdsec"_s, url});
    }
    for (const QString &name : session::Tools::webhooksOf(**profile)) {
        json.append(QJsonObject{{u"tool"_s, name}, {u"path"_s, u"/alerts/"_s + name}});
        rows.append({name, u"/alerts/"_s + name});
    }
    co_return Answer{control::yes, json, control::columns(rows), {}};
}

} // namespace wardroom::ctl
