// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/matrix/matrixplatform.h"

#include "base/firstsignal.h"
#include "net/systemproxies.h"

#include <QCoroFuture>
#include <QPointer>

namespace wardroom::chat {

using namespace Qt::StringLiterals;
using domain::Claim;
using domain::ClaimAnswer;

namespace {

constexpr int kTypingMs = 30'000;
constexpr std::chrono::seconds kSearch{60};

Capabilities matrixCapabilities()
{
    Capabilities can;
    can.platform = u"matrix"_s;
    can.reactions = true;
    can.edits = true;
    can.typing = true;
    can.readMarkers = true;
    can.threads = true;
    can.files = true;
    can.invitations = true;
    can.longestText = 16'000; // of up to 3 bytes each, with an envelope beside them, in an event of 65,536 bytes
    can.largestAttachment = 50 * 1024 * 1024;
    return can;
}

} // namespace

MatrixPlatform::MatrixPlatform(MatrixOptions options, QObject *parent)
    : ChatPlatform(parent)
    , m_clock(options.clock)
    , m_node(options.node)
    , m_capabilities(matrixCapabilities())
    , m_http(options.clock, options.account, options.tokens, options.keepTokens)
    , m_requests(m_http)
    , m_reader(m_requests)
    , m_rooms(options.account.user, options.control)
    , m_sync(m_requests, m_reader, m_rooms, options.poll, options.pagesAtOnce, options.parked)
    , m_history(m_requests, m_reader)
    , m_media(m_requests, m_capabilities.largestAttachment)
    , m_out(m_requests, options.node)
    , m_lock(m_requests, options.node, options.workspace, options.ownerOf)
{
    m_media.setControl(options.control);
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, &MatrixPlatform::hearRate);
    connect(&m_http.engine().gate(), &net::RateGate::changed, this, [this](const QByteArray &lane) {
        if (lane == matrixlane::send)
            hearRate();
    });
    connect(&m_sync, &MatrixSync::stateChanged, this, [this](LinkState state) {
        const bool isLimited = state == LinkState::rateLimited;
        m_asksAgainAt = isLimited ? m_clock.nowMs() + m_sync.asksAgainIn().count() : 0;
        hearState();
    });
    connect(&m_sync, &MatrixSync::came, this, &MatrixPlatform::arrived);
    connect(&m_sync, &MatrixSync::echoed, &m_out, &MatrixOut::hearEcho);
    connect(&m_sync, &MatrixSync::roomsChanged, this, [this] {
        hearInvitations();
        Q_EMIT roomsChanged();
    });
    connect(&m_sync, &MatrixSync::incompleteChanged, this, &MatrixPlatform::roomsChanged);
    connect(&m_reader, &MatrixReader::placesSeen, this, [this](const QJsonObject &places) { m_media.learn(places); });
    connect(&m_sync, &MatrixSync::typingChanged, this, &MatrixPlatform::typingChanged);
    connect(&m_sync, &MatrixSync::readElsewhere, this, &MatrixPlatform::readElsewhere);
    connect(&m_http, &MatrixHttp::signInNeeded, this, [this] { become(LinkState::signInNeeded); });
    // Whatever got an answer first, be it somebody's message: what waits to ask again need not wait on. Where the
    // server itself said how long, it is waited for that long.
    connect(&m_http.engine().link(), &net::LinkState::cameBack, this, [this] {
        if (m_sync.state() != LinkState::rateLimited)
            reconnect();
    });
    if (!net::isThisMachine(options.account.homeserver))
        watchSystem();
}

//! That there is no network at all the system knows before a request has failed for it, and that it is back before the
//! next try.
void MatrixPlatform::watchSystem()
{
    net::LinkState &link = m_http.engine().link();
    m_isFarAway = true;
    connect(&link, &net::LinkState::changed, this, &MatrixPlatform::hearState);
    link.watchSystem();
}

void MatrixPlatform::setControl(const RoomId &control)
{
    m_rooms.setControl(control);
    m_media.setControl(control);
}

// --- The link ---------------------------------------------------------------------------------------------------

void MatrixPlatform::become(LinkState state)
{
    const qint64 until = state == LinkState::rateLimited ? rateLimitedUntil() : 0;
    if (m_state == state && m_toldUntil == until)
        return;
    if (state == LinkState::live)
        m_media.forgetWrong();
    m_state = state;
    m_toldUntil = until;
    Q_EMIT linkChanged(state);
}

void MatrixPlatform::hearState()
{
    const LinkState state = m_sync.state();
    if (m_sync.isStarted() && m_http.needsSignIn())
        become(LinkState::signInNeeded);
    else if (m_isFarAway && state == LinkState::live && m_http.engine().link().link() == net::Link::offline)
        become(LinkState::offline);
    else if (state == LinkState::live && m_limitedUntil > 0)
        become(LinkState::rateLimited);
    else
        become(state);
}

//! The gate knows it first, also while somebody's words wait in it.
void MatrixPlatform::hearRate()
{
    const std::optional<qint64> until = m_http.engine().gate().closedUntilMs(matrixlane::send);
    m_limitedUntil = until.value_or(0);
    if (until)
        m_limit.start(std::chrono::milliseconds(std::max<qint64>(1, *until - m_clock.nowMs())));
    else
        m_limit.stop();
    hearState();
}

QCoro::Task<Result<void>> MatrixPlatform::start(QByteArray cursor)
{
    const Result<MatrixCursor> from = MatrixCursor::fromBytes(cursor);
    if (!from)
        co_return tl::unexpected(from.error());
    m_sync.start(*from);
    QCoro::connect(askLimits(), this, [] {});
    co_return Result<void>();
}

void MatrixPlatform::stop()
{
    m_sync.stop();
    become(LinkState::offline);
}

void MatrixPlatform::signedIn(MatrixTokens tokens)
{
    m_http.setTokens(std::move(tokens));
    m_sync.resume();
}

void MatrixPlatform::reconnect()
{
    m_sync.resume();
}

QCoro::Task<void> MatrixPlatform::askLimits()
{
    const QPointer<MatrixPlatform> self(this);
    const Result<qint64> largest = co_await m_requests.largestUpload();
    if (!self || !largest || *largest <= 0)
        co_return;
    m_capabilities.largestAttachment = std::min<qint64>(*largest, 64 * 1024 * 1024);
    m_media.setLargest(m_capabilities.largestAttachment);
}

// --- Messages ---------------------------------------------------------------------------------------------------

//! From what /sync says while it is live, otherwise from the server.
QCoro::Task<Result<bool>> MatrixPlatform::isEncrypted(RoomId room)
{
    if (m_rooms.isEncrypted(room))
        co_return true;
    if (isLive() && m_rooms.isIn(room))
        co_return false;
    const Result<QJsonObject> state = co_await m_requests.state(room, u"m.room.encryption"_s, {});
    if (state)
        co_return true;
    if (state.error().kind == ErrorKind::notFound)
        co_return false;
    co_return tl::unexpected(state.error());
}

QCoro::Task<Result<void>> MatrixPlatform::mayWrite(RoomId room)
{
    const Result<bool> encrypted = co_await isEncrypted(room);
    if (!encrypted)
        co_return tl::unexpected(encrypted.error());
    if (*encrypted)
        co_return fail(
            ErrorKind::unsupported,
            tr("This room is encrypted, and Wardroom does not write into encrypted rooms: what it says there "
               "could not be read by everybody's Wardroom. Make a new room without encryption and go on there."));
    co_return Result<void>();
}

QCoro::Task<Result<Sent>> MatrixPlatform::submit(Outgoing message)
{
    const QPointer<MatrixPlatform> self(this);
    if (const Result<void> good = MatrixOut::refusal(message, m_capabilities); !good)
        co_return tl::unexpected(good.error());
    const Result<void> allowed = co_await mayWrite(message.room);
    if (!self || !allowed)
        co_return tl::unexpected(self ? allowed.error()
                                      : Error{ErrorKind::cancelled, tr("The workspace was closed."), {}});
    const QJsonObject places = m_media.placesIn(message.envelope);
    co_return co_await m_out.submit(message, places, isLive());
}

QCoro::Task<Result<std::optional<Sent>>> MatrixPlatform::reconcile(QString txn, RoomId room)
{
    return m_out.reconcile(txn, room);
}

QCoro::Task<Result<void>> MatrixPlatform::remove(RoomId room, EntryId entry)
{
    const QPointer<MatrixPlatform> self(this);
    const Result<void> allowed = co_await mayWrite(room);
    if (!self || !allowed)
        co_return self ? allowed : fail(ErrorKind::cancelled, tr("The workspace was closed."));
    co_return co_await m_out.remove(room, entry);
}

QCoro::Task<Result<Sent>> MatrixPlatform::react(RoomId room, EntryId entry, QString key)
{
    const QPointer<MatrixPlatform> self(this);
    const Result<void> allowed = co_await mayWrite(room);
    if (!self || !allowed)
        co_return tl::unexpected(self ? allowed.error()
                                      : Error{ErrorKind::cancelled, tr("The workspace was closed."), {}});
    co_return co_await m_out.react(room, entry, key);
}

QCoro::Task<Result<void>> MatrixPlatform::edit(RoomId room, EntryId entry, QString text)
{
    const QPointer<MatrixPlatform> self(this);
    const Outgoing message{u"edit"_s, room, text, {}, {}, {}, {}, {}};
    if (const Result<void> good = MatrixOut::refusal(message, m_capabilities); !good)
        co_return good;
    const Result<void> allowed = co_await mayWrite(room);
    if (!self || !allowed)
        co_return self ? allowed : fail(ErrorKind::cancelled, tr("The workspace was closed."));
    co_return co_await m_out.edit(room, entry, text);
}

//! Only while live: whatever is told late of this is wrong.
QCoro::Task<Result<void>> MatrixPlatform::setTyping(RoomId room, bool typing)
{
    if (m_state != LinkState::live || !m_rooms.isIn(room) || m_rooms.isEncrypted(room))
        co_return Result<void>();
    const Result<QJsonObject> told = co_await m_requests.typing(room, typing, kTypingMs);
    co_return told ? Result<void>() : tl::unexpected(told.error());
}

QCoro::Task<Result<void>> MatrixPlatform::markRead(RoomId room, EntryId entry)
{
    if (!isMatrixEvent(entry.text()) || !m_rooms.isIn(room))
        co_return fail(ErrorKind::notFound, tr("There is no such message in this room."));
    if (m_rooms.isEncrypted(room)) // like typing: what nobody waits for is left out without a word
        co_return Result<void>();
    if (!isLive())
        co_return fail(ErrorKind::transient, tr("The workspace cannot be reached."));
    const Result<QJsonObject> told = co_await m_requests.readMarkers(room, entry);
    co_return told ? Result<void>() : tl::unexpected(told.error());
}

QCoro::Task<Result<Page>> MatrixPlatform::history(RoomId room, domain::Position before, int limit)
{
    if (!isMatrixRoom(room.text()))
        co_return fail(ErrorKind::notFound, tr("There is no such room."));
    co_return co_await m_history.read(room, before, limit);
}

QCoro::Task<Result<Sha256>> MatrixPlatform::upload(QByteArray bytes)
{
    return m_media.keep(bytes);
}

QCoro::Task<Result<QByteArray>> MatrixPlatform::download(Sha256 hash)
{
    return m_media.bytes(hash);
}

QCoro::Task<Result<QByteArray>> MatrixPlatform::downloadAtMost(Sha256 hash, qint64 most)
{
    return m_media.bytes(hash, most);
}

QCoro::Task<Result<QByteArray>> MatrixPlatform::fetch(QString place, qint64 most, Progress progress,
                                                      std::stop_token stop)
{
    const MatrixMedia media = MatrixMedia::fromUri(place);
    if (media.isNull())
        co_return fail(ErrorKind::invalid, tr("The message names no file of this server."));
    Result<QByteArray> bytes = co_await m_requests.download(media, most, std::move(progress), stop);
    if (!bytes && bytes.error().kind == ErrorKind::notFound)
        co_return fail(ErrorKind::notFound,
                       tr("The file is not on the server any more. Ask whoever posted it to send it again."));
    co_return bytes;
}

// --- What happens once ------------------------------------------------------------------------------------------

QCoro::Task<Result<RoomId>> MatrixPlatform::claimRoom()
{
    const QPointer<MatrixPlatform> self(this);
    // One search however many ask: two that make a room each would leave a node with two, of which one is enrolled.
    while (m_seeksClaimRoom) {
        co_await firstSignal(this, &MatrixPlatform::claimRoomSought, kSearch);
        if (!self)
            co_return fail(ErrorKind::cancelled, tr("The workspace was closed."));
    }
    if (m_claimRooms.isEmpty()) {
        m_seeksClaimRoom = true;
        const Result<QList<RoomId>> found = co_await findClaimRooms();
        if (!self)
            co_return fail(ErrorKind::cancelled, tr("The workspace was closed."));
        m_claimRooms = found.value_or(QList<RoomId>());
        m_seeksClaimRoom = false;
        Q_EMIT claimRoomSought();
        if (!found)
            co_return tl::unexpected(found.error());
    }
    const RoomId room = m_claimRooms.first(); // QCoro moves out of what it is handed, so never hand it what is kept
    co_return room;
}

//! Those that are there, or else the one that is made; never empty.
QCoro::Task<Result<QList<RoomId>>> MatrixPlatform::findClaimRooms()
{
    const QPointer<MatrixPlatform> self(this);
    const Result<void> settled = co_await settle();
    if (!self || !settled)
        co_return tl::unexpected(self ? settled.error()
                                      : Error{ErrorKind::cancelled, tr("The workspace was closed."), {}});
    QList<RoomId> rooms = m_rooms.claimRooms(m_node);
    if (!rooms.isEmpty())
        co_return rooms;
    const Result<RoomId> made = co_await m_requests.createRoom(MatrixRooms::claimCreation(m_node));
    if (!made)
        co_return tl::unexpected(made.error());
    co_return QList<RoomId>{*made};
}

QCoro::Task<ClaimAnswer> MatrixPlatform::claimOnce(QString name)
{
    const QPointer<MatrixPlatform> self(this);
    const Result<RoomId> room = co_await claimRoom();
    if (!self || !room)
        co_return ClaimAnswer{};
    const auto forbidden = std::make_shared<bool>(false);
    const ClaimAnswer answer = co_await m_lock.claim(name, m_claimRooms, forbidden);
    if (!self)
        co_return ClaimAnswer{};
    const bool changed = *forbidden == m_capabilities.arbiter && (*forbidden || answer.claim != Claim::unknown);
    if (*forbidden) {
        m_capabilities.arbiter = false;
        m_capabilities.arbiterProblem =
            tr("The server's rules forbid making aliases (alias_creation_rules), which is how it "
               "is decided who runs something. Name a single runner in the policy.");
    } else if (answer.claim != Claim::unknown) {
        m_capabilities.arbiter = true;
        m_capabilities.arbiterProblem.clear();
    }
    if (changed)
        Q_EMIT roomsChanged();
    co_return answer;
}

QCoro::Task<Result<QStringList>> MatrixPlatform::held()
{
    const QPointer<MatrixPlatform> self(this);
    const Result<void> settled = co_await settle();
    if (!self || !settled)
        co_return tl::unexpected(self ? settled.error()
                                      : Error{ErrorKind::cancelled, tr("The workspace was closed."), {}});
    // Looking makes no claim room: somebody may be enrolling with one at the same moment.
    const QList<RoomId> own = m_rooms.claimRooms(m_node);
    co_return co_await m_lock.held(own);
}

QCoro::Task<Result<void>> MatrixPlatform::release(QString name)
{
    const QPointer<MatrixPlatform> self(this);
    const Result<RoomId> room = co_await claimRoom();
    if (!self || !room)
        co_return tl::unexpected(self ? room.error()
                                      : Error{ErrorKind::cancelled, tr("The workspace was closed."), {}});
    const QList<RoomId> own = m_claimRooms;
    co_return co_await m_lock.release(name, own);
}

QCoro::Task<Result<void>> MatrixPlatform::probeArbiter()
{
    const QPointer<MatrixPlatform> self(this);
    const ClaimAnswer answer = co_await claimOnce(u"node "_s + m_node.text());
    if (!self)
        co_return fail(ErrorKind::cancelled, tr("The workspace was closed."));
    if (!m_capabilities.arbiter)
        co_return fail(ErrorKind::forbidden, m_capabilities.arbiterProblem);
    if (answer.claim == Claim::unknown)
        co_return fail(ErrorKind::transient, tr("The server did not say whether it allows aliases."));
    co_return Result<void>();
}

} // namespace wardroom::chat
