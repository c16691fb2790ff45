// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/matrix/matrixlock.h"

#include "base/hash.h"
#include "chat/matrix/matrixtext.h"

namespace wardroom::chat {

using namespace Qt::StringLiterals;
using domain::Claim;
using domain::ClaimAnswer;

MatrixLock::MatrixLock(MatrixRequests &requests, domain::NodeId self, domain::WorkspaceId workspace,
                       ClaimRoomOwner owner)
    : m_requests(requests)
    , m_self(std::move(self))
    , m_workspace(std::move(workspace))
    , m_owner(std::move(owner))
{}

//! Names that are ids are nobody else's; plain ones ("call/…", "policy-7") could be another workspace's on this server.
//! Both can be read back from the alias (known); of others only their owner knows what they are.
QString MatrixLock::aliasOf(const QString &name) const
{
    static const QRegularExpression operation(u"^[0-9a-f]{32}$"_s), plain(u"^[a-z0-9/-]{1,64}$"_s);
    const QString server = serverOfUser(m_requests.account().user.text());
    if (operation.match(name).hasMatch())
        return u"#op-%1:%2"_s.arg(name, server);
    if (plain.match(name).hasMatch())
        return u"#op-%1.%2:%3"_s.arg(QString(name).replace(u'/', u'.'), tag(), server);
    return u"#op-%1:%2"_s.arg(Sha256::of((m_workspace.text() + u'\n' + name).toUtf8()).hex(), server);
}

QRegularExpression MatrixLock::known() const
{
    return QRegularExpression(u"^#op-(?:([0-9a-f]{32})|([a-z0-9.-]{1,64})\\.%1):%2$"_s.arg(
        tag(), QRegularExpression::escape(serverOfUser(m_requests.account().user.text()))));
}

QString MatrixLock::tag() const
{
    return Sha256::of(m_workspace.text().toUtf8()).hex().first(16);
}

ClaimAnswer MatrixLock::judged(const RoomId &holder, const QList<RoomId> &own) const
{
    if (own.contains(holder))
        return {Claim::won, m_self};
    const domain::NodeId owner = m_owner ? m_owner(holder) : domain::NodeId();
    return {Claim::lost, owner.isEmpty() ? domain::NodeId(holder.text()) : owner};
}

//! The room that the node was enrolled with: by another of its rooms nobody would know it.
RoomId MatrixLock::enrolled(const QList<RoomId> &own) const
{
    const auto found =
        std::find_if(own.begin(), own.end(), [this](const RoomId &room) { return m_owner && m_owner(room) == m_self; });
    return found == own.end() ? own.first() : *found;
}

QCoro::Task<ClaimAnswer> MatrixLock::claim(QString name, QList<RoomId> own, std::shared_ptr<bool> forbidden)
{
    const MatrixLock self = *this; // values only; the requests outlive their tasks' use
    if (name.isEmpty() || name.size() > 200 || own.isEmpty())
        co_return ClaimAnswer{};
    const QString alias = self.aliasOf(name);
    const Result<QJsonObject> put = co_await self.m_requests.putAlias(alias, self.enrolled(own));
    if (put)
        co_return ClaimAnswer{Claim::won, self.m_self};
    const ErrorKind kind = put.error().kind;
    if (kind == ErrorKind::cancelled || kind == ErrorKind::auth)
        co_return ClaimAnswer{};
    // Taken, or nobody knows: who holds it now? (409 came with M_UNKNOWN, so the status counts, not the code.)
    const Result<RoomId> holder = co_await self.m_requests.aliasTarget(alias);
    if (holder)
        co_return self.judged(*holder, own);
    if (kind == ErrorKind::forbidden && holder.error().kind == ErrorKind::notFound)
        *forbidden = true;
    co_return ClaimAnswer{};
}

QCoro::Task<Result<QStringList>> MatrixLock::held(QList<RoomId> own)
{
    const MatrixLock self = *this;
    const QRegularExpression known = self.known();
    QStringList names;
    for (const RoomId &room : std::as_const(own)) {
        const Result<QStringList> aliases = co_await self.m_requests.aliasesOf(room);
        if (!aliases)
            co_return tl::unexpected(aliases.error());
        for (const QString &alias : *aliases) {
            if (const auto match = known.match(alias); match.hasMatch())
                names.append(match.hasCaptured(1) ? match.captured(1) : match.captured(2).replace(u'.', u'/'));
        }
    }
    co_return names;
}

//! Asked first whose it is: the server would also let one clear what another device of the same account holds.
QCoro::Task<Result<void>> MatrixLock::release(QString name, QList<RoomId> own)
{
    const MatrixLock self = *this;
    const QString alias = self.aliasOf(name);
    const Result<RoomId> holder = co_await self.m_requests.aliasTarget(alias);
    if (!holder && holder.error().kind == ErrorKind::notFound)
        co_return Result<void>();
    if (!holder)
        co_return tl::unexpected(holder.error());
    if (!own.contains(*holder))
        co_return fail(ErrorKind::forbidden, MatrixText::tr("Another node holds this lock."));
    const Result<QJsonObject> gone = co_await self.m_requests.deleteAlias(alias);
    co_return gone || gone.error().kind == ErrorKind::notFound ? Result<void>() : tl::unexpected(gone.error());
}

} // namespace wardroom::chat
