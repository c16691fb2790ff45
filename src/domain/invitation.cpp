// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/invitation.h"

#include "base/canonicaljson.h"
#include "base/keys.h"

#include <QJsonDocument>

namespace wardroom::domain {
using namespace Qt::StringLiterals;

namespace {

constexpr auto kPrefix = "wardroom-invitation-1."_L1;

QByteArray vouchedBytes(const WorkspaceId &workspace, const QString &key, qint64 expires)
{
    return canonicalJson(QJsonObject{{u"invites"_s, key}, {u"workspace"_s, workspace.text()}, {u"expires"_s, expires}})
        .value_or(QByteArray());
}

QByteArray proofBytes(const NodeId &node, const QString &key)
{
    return canonicalJson(QJsonObject{{u"enrols"_s, node.text()}, {u"key"_s, key}}).value_or(QByteArray());
}

} // namespace

QString Invitation::toText() const
{
    const QJsonObject json{{u"workspace"_s, workspace.text()},
                           {u"name"_s, name},
                           {u"place"_s, place},
                           {u"inviter"_s, inviter.text()},
                           {u"expires"_s, expires},
                           {u"vouched"_s, vouched},
                           {u"seed"_s, QString::fromLatin1(seed.toHex())}};
    const QByteArray bytes = canonicalJson(json).value_or(QByteArray());
    return kPrefix +
           QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

Result<Invitation> Invitation::fromText(const QString &text)
{
    const QString line = text.simplified();
    if (!line.startsWith(kPrefix) || line.size() > 8192)
        return fail(ErrorKind::invalid,
                    u"this is not an invitation: copy the whole line that begins with %1"_s.arg(kPrefix));
    const QByteArray bytes =
        QByteArray::fromBase64(line.sliced(kPrefix.size()).toLatin1(), QByteArray::Base64UrlEncoding);
    const Result<QJsonObject> json = parseCanonical(bytes);
    if (!json)
        return fail(ErrorKind::invalid, u"the invitation is damaged: copy the whole line again"_s);
    Invitation invitation;
    invitation.workspace = WorkspaceId(json->value(u"workspace"_s).toString());
    invitation.name = json->value(u"name"_s).toString();
    invitation.place = json->value(u"place"_s).toString();
    invitation.inviter = NodeId(json->value(u"inviter"_s).toString());
    invitation.expires = json->value(u"expires"_s).toInteger();
    invitation.vouched = json->value(u"vouched"_s).toString();
    invitation.seed = QByteArray::fromHex(json->value(u"seed"_s).toString().toLatin1());
    // One invitation has one spelling; only the line breaks that mail programs add are forgiven.
    if (invitation.workspace.isEmpty() || SigningKey::fromSeed(invitation.seed).isNull() ||
        invitation.toText() != QString(line).remove(u' '))
        return fail(ErrorKind::invalid, u"the invitation is damaged: copy the whole line again"_s);
    return invitation;
}

Invitation makeInvitation(const WorkspaceId &workspace, const QString &name, const QString &place,
                          const NodeId &inviter, const SigningKey &inviterKey, qint64 expires)
{
    const SigningKey once = SigningKey::generate();
    const QByteArray signature = inviterKey.sign(vouchedBytes(workspace, once.publicKey().hex(), expires));
    return {workspace, name, place, inviter, expires, once.seed(), QString::fromLatin1(signature.toHex())};
}

InvitationProof proveInvitation(const Invitation &invitation, const NodeId &node, const PublicKey &nodeKey)
{
    const SigningKey once = SigningKey::fromSeed(invitation.seed);
    return {invitation.inviter, once.publicKey().hex(), invitation.expires, invitation.vouched,
            QString::fromLatin1(once.sign(proofBytes(node, nodeKey.hex())).toHex())};
}

QString invitationProblem(const NodeEnrolled &fact, const Node &inviter, const WorkspaceId &workspace,
                          qint64 serverTime)
{
    const InvitationProof &proof = *fact.invitation;
    const PublicKey once = PublicKey::fromHex(proof.key);
    if (!PublicKey::fromHex(inviter.key)
             .verifies(vouchedBytes(workspace, proof.key, proof.expires),
                       QByteArray::fromHex(proof.vouched.toLatin1())))
        return u"the invitation is not by the node it names"_s;
    if (!once.verifies(proofBytes(fact.node, fact.key), QByteArray::fromHex(proof.proof.toLatin1())))
        return u"the invitation was made for another key"_s;
    if (serverTime > proof.expires)
        return u"the invitation had expired"_s;
    return inviter.revoked ? u"the inviting node is revoked"_s : QString();
}

} // namespace wardroom::domain
