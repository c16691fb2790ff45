// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/matrixplace.h"

#include "chat/matrix/matrixplatform.h"
#include "domain/invitation.h"
#include "session/nodekeys.h"

#include <QSysInfo>

namespace wardroom::session {
using namespace Qt::StringLiterals;

namespace {

const QString kControl = u"control"_s;
constexpr std::chrono::minutes kBrowserPatience{5};

QString tokenName(const domain::NodeId &node)
{
    return u"matrix-"_s + node.text();
}

QString deviceName()
{
    return u"Wardroom on "_s + QSysInfo::machineHostName();
}

} // namespace

QString MatrixAddress::toText() const
{
    QUrl url = homeserver;
    url.setFragment(control.text(), QUrl::DecodedMode);
    return url.toString(QUrl::FullyEncoded);
}

std::optional<MatrixAddress> MatrixAddress::fromText(const QString &text)
{
    QUrl url(text, QUrl::StrictMode);
    const QString room = url.fragment(QUrl::FullyDecoded);
    const bool isWeb = url.scheme() == u"https" || url.scheme() == u"http";
    if (!isWeb || !room.startsWith(u'!') || room.size() > 255)
        return std::nullopt;
    url.setFragment({});
    return MatrixAddress{url, RoomId(room)};
}

MatrixPlace::MatrixPlace(Environment environment) : m_environment(std::move(environment)), m_login(*m_environment.clock)
{}

QCoro::Task<Result<chat::MatrixSignIn>> MatrixPlace::signIn(MatrixCredentials who, QString device)
{
    const QPointer<MatrixPlace> self(this);
    const QString server = who.homeserver.isEmpty() ? who.user : who.homeserver;
    const Result<chat::MatrixServer> found = co_await m_login.discover(server);
    if (!self || !found)
        co_return self ? tl::unexpected(found.error()) : fail(ErrorKind::cancelled, {});
    if (who.browser) {
        const QUrl homeserver = found->homeserver;
        const std::function<void(QUrl)> open = who.browser;
        co_return co_await m_login.bySso(homeserver, open, device, deviceName(), kBrowserPatience);
    }
    if (!who.token.isEmpty())
        co_return co_await m_login.byAccessToken(found->homeserver, QString::fromUtf8(who.token));
    if (who.password.isEmpty())
        co_return fail(ErrorKind::auth, tr("Say the account's password or an access token on standard input."));
    co_return co_await m_login.byPassword(found->homeserver, who.user, QString::fromUtf8(who.password), device,
                                          deviceName());
}

//! A platform for looking around before there is a workspace.
std::shared_ptr<chat::MatrixPlatform> MatrixPlace::visit(const chat::MatrixSignIn &who,
                                                         const domain::NodeId &node) const
{
    chat::MatrixOptions options{who.account, who.tokens, {}, node, {}, {}, {}, *m_environment.clock};
    return std::make_shared<chat::MatrixPlatform>(std::move(options));
}

//! The room whose facts are of the workspace with that fingerprint, whatever it is called: a name proves nothing.
QCoro::Task<Result<RoomId>> MatrixPlace::trustedControl(std::shared_ptr<chat::MatrixPlatform> platform,
                                                        QList<chat::Room> seen, QString trust)
{
    const QPointer<MatrixPlace> self(this);
    for (const chat::Room &room : std::as_const(seen)) {
        if (room.name != kControl && room.purpose != chat::Purpose::control)
            continue;
        const Result<void> joined = co_await platform->invite(room.id, platform->self());
        if (!self)
            co_return fail(ErrorKind::cancelled, {});
        const domain::Position newest;
        const Result<chat::Page> page = co_await platform->history(room.id, newest, 100);
        if (!self)
            co_return fail(ErrorKind::cancelled, {});
        for (const domain::Entry &entry : joined &&page ? page->entries : QList<domain::Entry>()) {
            const Result<domain::Envelope> envelope = domain::parseEnvelope(entry.envelope);
            if (envelope && envelope->workspace.text() == trust)
                co_return RoomId(room.id);
        }
    }
    co_return fail(
        ErrorKind::notFound,
        tr("This account is in no control room of the workspace with that fingerprint. Ask to be invited into it."));
}

//! The room "control" where there is one, else a new one: a workspace is being founded.
QCoro::Task<Result<RoomId>> MatrixPlace::controlRoom(std::shared_ptr<chat::MatrixPlatform> platform, QString name,
                                                     QString trust)
{
    const QPointer<MatrixPlace> self(this);
    Result<QList<chat::Room>> rooms = co_await platform->rooms();
    if (!self || !rooms)
        co_return self ? tl::unexpected(rooms.error()) : fail(ErrorKind::cancelled, {});
    Result<QList<chat::Room>> open = co_await platform->openRooms();
    if (!self || !open)
        co_return self ? tl::unexpected(open.error()) : fail(ErrorKind::cancelled, {});
    const QList<chat::Room> seen = *rooms + *open;
    if (!trust.isEmpty())
        co_return co_await trustedControl(platform, seen, trust);
    const auto isControl = [](const chat::Room &room) { return room.name == kControl; };
    const auto found = std::find_if(seen.begin(), seen.end(), isControl);
    if (found == seen.end())
        co_return co_await platform->found(name);
    const RoomId control = found->id;
    platform->setControl(control);
    if (const Result<void> joined = co_await platform->invite(control, platform->self()); !joined)
        co_return tl::unexpected(joined.error());
    const domain::Position newest;
    const Result<chat::Page> page = co_await platform->history(control, newest, 100);
    if (!page)
        co_return tl::unexpected(page.error());
    const bool isTaken =
        std::any_of(page->entries.begin(), page->entries.end(), [](const auto &e) { return !e.envelope.isEmpty(); });
    if (isTaken)
        co_return fail(ErrorKind::conflict,
                       tr("The room #control holds a workspace already. Join it with an invitation, or "
                          "with its fingerprint (--trust FINGERPRINT)."));
    co_return control;
}

QCoro::Task<Result<WorkspaceEntry>> MatrixPlace::keep(WorkspaceEntry entry, chat::MatrixSignIn who)
{
    const QPointer<MatrixPlace> self(this);
    entry.platform = u"matrix"_s;
    entry.homeserver = who.account.homeserver.toString();
    entry.device = who.account.device;
    entry.person = who.account.user;
    const Result<void> kept = co_await m_environment.secrets->write(tokenName(entry.node), who.tokens.toBytes());
    if (!self || !kept)
        co_return self ? tl::unexpected(kept.error()) : fail(ErrorKind::cancelled, {});
    const Result<void> added = m_environment.profile->addWorkspace(entry);
    co_return added ? Result<WorkspaceEntry>(entry) : tl::unexpected(added.error());
}

QCoro::Task<Result<WorkspaceEntry>> MatrixPlace::add(QString name, MatrixCredentials who, QString trust)
{
    const QPointer<MatrixPlace> self(this);
    WorkspaceEntry entry;
    entry.name = name.trimmed();
    if (entry.name.isEmpty())
        co_return fail(ErrorKind::invalid, tr("Give the workspace a name."));
    if (m_environment.profile->workspace(entry.name))
        co_return fail(ErrorKind::conflict, tr("This profile has a workspace named %1 already.").arg(entry.name));
    const Result<chat::MatrixSignIn> signedIn = co_await signIn(who, {});
    if (!self || !signedIn)
        co_return self ? tl::unexpected(signedIn.error()) : fail(ErrorKind::cancelled, {});
    entry.node = domain::NodeId(u"n-"_s + randomHex(8));
    const Result<SigningKey> key = co_await newNodeKey(*m_environment.secrets, entry.node);
    if (!self || !key)
        co_return self ? tl::unexpected(key.error()) : fail(ErrorKind::cancelled, {});
    const std::shared_ptr<chat::MatrixPlatform> platform = visit(*signedIn, entry.node);
    const Result<RoomId> control = co_await controlRoom(platform, entry.name, trust);
    if (!self || !control)
        co_return self ? tl::unexpected(control.error()) : fail(ErrorKind::cancelled, {});
    entry.control = *control;
    entry.trust = trust.isEmpty() ? key->publicKey().fingerprint() : trust;
    co_return co_await keep(entry, *signedIn);
}

QCoro::Task<Result<WorkspaceEntry>> MatrixPlace::join(QString text, MatrixCredentials who)
{
    const QPointer<MatrixPlace> self(this);
    const Result<domain::Invitation> invitation = domain::Invitation::fromText(text);
    if (!invitation)
        co_return tl::unexpected(invitation.error());
    const std::optional<MatrixAddress> address = MatrixAddress::fromText(invitation->place);
    if (!address)
        co_return fail(ErrorKind::invalid,
                       tr("This invitation is into a workspace on one machine; it needs no account."));
    if (m_environment.profile->workspace(invitation->name))
        co_return fail(ErrorKind::conflict, tr("This profile has a workspace named %1 already.").arg(invitation->name));
    who.homeserver = address->homeserver.toString();
    const Result<chat::MatrixSignIn> signedIn = co_await signIn(who, {});
    if (!self || !signedIn)
        co_return self ? tl::unexpected(signedIn.error()) : fail(ErrorKind::cancelled, {});
    WorkspaceEntry entry;
    entry.name = invitation->name;
    entry.trust = invitation->workspace.text();
    entry.control = address->control;
    entry.node = domain::NodeId(u"n-"_s + randomHex(8));
    const Result<SigningKey> key = co_await newNodeKey(*m_environment.secrets, entry.node);
    if (!self || !key)
        co_return self ? tl::unexpected(key.error()) : fail(ErrorKind::cancelled, {});
    const Result<void> noted = m_environment.profile->setSetting(invitationSetting(entry), text.simplified().toUtf8());
    if (!noted)
        co_return tl::unexpected(noted.error());
    co_return co_await keep(entry, *signedIn);
}

QCoro::Task<Result<void>> MatrixPlace::signInAgain(WorkspaceEntry entry, MatrixCredentials who,
                                                   chat::ChatPlatform *running)
{
    const QPointer<MatrixPlace> self(this);
    const QPointer<chat::MatrixPlatform> platform(qobject_cast<chat::MatrixPlatform *>(running));
    who.homeserver = entry.homeserver;
    if (who.user.isEmpty())
        who.user = entry.person.text();
    const Result<chat::MatrixSignIn> signedIn = co_await signIn(who, entry.device);
    if (!self || !signedIn)
        co_return self ? tl::unexpected(signedIn.error()) : fail(ErrorKind::cancelled, {});
    if (signedIn->account.user != entry.person)
        co_return fail(ErrorKind::forbidden, tr("That is the account %1; this workspace is %2's.")
                                                 .arg(signedIn->account.user.text(), entry.person.text()));
    const Result<void> kept = co_await m_environment.secrets->write(tokenName(entry.node), signedIn->tokens.toBytes());
    if (kept && platform)
        platform->signedIn(signedIn->tokens);
    co_return kept;
}

QCoro::Task<Result<std::unique_ptr<chat::ChatPlatform>>> MatrixPlace::platformFor(WorkspaceEntry entry,
                                                                                  chat::ClaimRoomOwner ownerOf)
{
    const QPointer<MatrixPlace> self(this);
    const Result<QByteArray> bytes = co_await m_environment.secrets->read(tokenName(entry.node));
    if (!self || !bytes)
        co_return self ? tl::unexpected(bytes.error()) : fail(ErrorKind::cancelled, {});
    const Result<chat::MatrixTokens> tokens = chat::MatrixTokens::fromBytes(*bytes);
    if (!tokens)
        co_return tl::unexpected(tokens.error());
    domain::Secrets *secrets = m_environment.secrets;
    const chat::KeepTokens keep = [secrets, name = tokenName(entry.node)](chat::MatrixTokens fresh) {
        return secrets->write(name, fresh.toBytes());
    };
    chat::MatrixOptions options{{QUrl(entry.homeserver), entry.person, entry.device},
                                *tokens,
                                keep,
                                entry.node,
                                domain::WorkspaceId(entry.trust),
                                entry.control,
                                ownerOf,
                                *m_environment.clock};
    co_return std::make_unique<chat::MatrixPlatform>(std::move(options));
}

QCoro::Task<Result<void>> reachServer(WorkspaceEntry entry)
{
    const SystemClock clock;
    chat::MatrixLogin login(clock);
    const Result<chat::MatrixServer> server = co_await login.discover(entry.homeserver);
    co_return server ? Result<void>() : tl::unexpected(server.error());
}

} // namespace wardroom::session
