// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/nodekeys.h"

#include "session/profile.h"

#include <QCoreApplication>

namespace wardroom::session {
using namespace Qt::StringLiterals;

namespace {

QString secretName(const domain::NodeId &node)
{
    return u"node-"_s + node.text();
}

} // namespace

QCoro::Task<Result<SigningKey>> newNodeKey(domain::Secrets &secrets, domain::NodeId node)
{
    const SigningKey key = SigningKey::generate();
    const Result<void> kept = co_await secrets.write(secretName(node), key.seed());
    if (!kept)
        co_return tl::unexpected(kept.error());
    co_return key;
}

QCoro::Task<Result<SigningKey>> nodeKey(domain::Secrets &secrets, domain::NodeId node)
{
    const Result<QByteArray> seed = co_await secrets.read(secretName(node));
    if (!seed)
        co_return tl::unexpected(seed.error());
    const SigningKey key = SigningKey::fromSeed(*seed);
    if (key.isNull())
        co_return fail(ErrorKind::corrupt,
                       QCoreApplication::translate("Workspaces", "This node's key in the keychain is damaged."));
    co_return key;
}

QString invitationSetting(const WorkspaceEntry &entry)
{
    return u"invitation/"_s + entry.node.text();
}

} // namespace wardroom::session
