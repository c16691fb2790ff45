// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/matrix/matrixout.h"

#include "base/hash.h"
#include "chat/matrix/matrixsync.h"
#include "chat/matrix/matrixtext.h"
#include "chat/wordless.h"

#include <QCoroFuture>
#include <QJsonDocument>
#include <QPointer>

namespace wardroom::chat {

using namespace Qt::StringLiterals;

namespace {

constexpr int kEchoMs = 600;
constexpr int kPagesBack = 20;
constexpr int kPage = 100;
constexpr qsizetype kLargestContent = 60'000; // of 65,536 bytes for the whole event with its hashes and signatures

QByteArray bytesOf(const QJsonObject &content)
{
    return QJsonDocument(content).toJson(QJsonDocument::Compact);
}

QString typeOf(const Outgoing &message)
{
    return message.text.isEmpty() ? kWordlessType : kMessageType;
}

//! What makes two messages the same. A fact is its envelope, with words or without.
QByteArray digestOf(const QJsonObject &content)
{
    const QString envelope = content.value(matrixkey::envelope).toString();
    return Sha256::of(envelope.isEmpty() ? bytesOf(content) : envelope.toUtf8()).bytes();
}

Error closed()
{
    return {ErrorKind::cancelled, MatrixText::tr("The workspace was closed."), std::nullopt};
}

//! Who goes first where the server takes less than there is to say: what a person waits for, then what follows from
//! it, and last what tools say in storms.
net::Urgency urgencyOf(const Outgoing &message)
{
    if (!message.display.isEmpty())
        return net::Urgency::alert;
    if (message.envelope.isEmpty())
        return net::Urgency::person;
    const QString kind = QJsonDocument::fromJson(message.envelope).object().value("kind"_L1).toString();
    if (kind == "alert.raised"_L1 || kind == "alert.grouped"_L1)
        return net::Urgency::alert;
    const bool follows = kind == "command.finished"_L1 || kind == "command.verified"_L1 || kind == "record.anchored"_L1;
    return follows ? net::Urgency::record : net::Urgency::person;
}

Error noSuchMessage()
{
    return {ErrorKind::notFound, MatrixText::tr("There is no such message in this room."), std::nullopt};
}

} // namespace

Result<void> MatrixOut::refusal(const Outgoing &message, const Capabilities &limits)
{
    if (!isMatrixRoom(message.room.text()))
        return fail(ErrorKind::notFound, MatrixText::tr("There is no such room."));
    if (message.txn.isEmpty() || message.txn.size() > 150 || message.display.size() > 200)
        return fail(ErrorKind::invalid,
                    MatrixText::tr("A message needs a transaction name of at most 150 characters."));
    if (message.text.size() > limits.longestText)
        return fail(
            ErrorKind::tooLarge,
            MatrixText::tr("The message is longer than %1 characters. Attach it as a file.").arg(limits.longestText));
    if (message.envelope.size() > domain::Envelope::kLongest)
        return fail(ErrorKind::tooLarge, MatrixText::tr("The envelope is longer than 2 KB."));
    if (message.text.isEmpty() && !mayBeWordless(message.envelope))
        return fail(ErrorKind::invalid, MatrixText::tr("The message is empty."));
    if (!message.display.isEmpty() && !message.envelope.isEmpty())
        return fail(ErrorKind::invalid, MatrixText::tr("A card that changes cannot carry an envelope."));
    if (QString::fromUtf8(message.envelope).toUtf8() != message.envelope)
        return fail(ErrorKind::invalid, MatrixText::tr("The envelope is not text."));
    for (const EntryId &id : {message.replyTo, message.thread}) {
        if (!id.isEmpty() && !isMatrixEvent(id.text()))
            return tl::unexpected(noSuchMessage());
    }
    return {};
}

void MatrixOut::note(const MatrixEvent &event)
{
    QJsonObject content = event.content;
    content.remove(matrixkey::media);
    const QByteArray digest = event.isRedacted() ? QByteArray() : digestOf(content);
    m_echoes.insert(event.id, new Echo{{event.id, event.at}, digest});
}

void MatrixOut::hearEcho(const RoomId &, const QJsonObject &json)
{
    const auto event = MatrixEvent::fromJson(json);
    if (!event || event->sender != m_requests.account().user)
        return;
    note(*event);
    if (const auto waiting = m_waiting.take(event->id))
        waiting->finish();
}

QCoro::Task<Result<MatrixOut::Echo>> MatrixOut::echoOf(RoomId room, EntryId id, bool live)
{
    const QPointer<MatrixOut> self(this);
    if (live && !m_echoes.contains(id)) {
        // It is on its way by /sync; asking for it as well would cost the server as much as another message.
        auto &waiting = m_waiting[id];
        if (!waiting) {
            waiting = std::make_shared<QPromise<void>>();
            waiting->start();
        }
        const std::shared_ptr<QPromise<void>> promise = waiting;
        QTimer::singleShot(kEchoMs, this, [this, id] {
            if (const auto late = m_waiting.take(id))
                late->finish();
        });
        QFuture<void> future = promise->future();
        co_await future;
        if (!self)
            co_return tl::unexpected(closed());
    }
    if (const Echo *known = m_echoes.object(id))
        co_return *known;
    const Result<QJsonObject> json = co_await m_requests.event(room, id);
    if (!self)
        co_return tl::unexpected(closed());
    const auto event = json ? MatrixEvent::fromJson(*json) : std::nullopt;
    // The server has it, but who does not know when it stands there may not say that it was sent.
    if (!event || event->id != id)
        co_return fail(ErrorKind::transient, MatrixText::tr("The server did not say what became of the message."));
    note(*event);
    const Echo echo = *m_echoes.object(id); // QCoro moves out of what it is handed, so never hand it what is kept
    co_return echo;
}

QCoro::Task<Result<Sent>> MatrixOut::submit(Outgoing message, QJsonObject places, bool live)
{
    const QPointer<MatrixOut> self(this);
    if (!message.display.isEmpty()) {
        const QString key = message.room.text() + u' ' + message.display;
        const QFuture<void> before = m_turns.value(key);
        const auto turn = std::make_shared<QPromise<void>>();
        turn->start();
        m_turns.insert(key, turn->future());
        if (!before.isFinished())
            co_await before;
        if (!self)
            co_return tl::unexpected(closed());
        const Result<Sent> sent = co_await submitCard(message);
        turn->finish();
        co_return sent;
    }
    if (message.envelope.isEmpty() && !message.replyTo.isEmpty() && message.thread.isEmpty()) {
        const Result<EntryId> thread = co_await threadOf(message.room, message.replyTo);
        if (!self || !thread)
            co_return tl::unexpected(self ? thread.error() : closed());
        message.thread = *thread;
    }
    QJsonObject content = contentOf(message, keyOf(message.txn));
    // Places of attachments may be known at one try and not at another, as after a restart; the words are what counts.
    const QByteArray words = digestOf(content);
    if (!places.isEmpty())
        content.insert(matrixkey::media, places);
    if (bytesOf(content).size() > kLargestContent)
        co_return fail(ErrorKind::tooLarge,
                       MatrixText::tr("The message is too long for this server. Attach it as a file."));
    const Result<EntryId> id =
        co_await m_requests.send(message.room, typeOf(message), message.txn, content, urgencyOf(message));
    if (!self || !id)
        co_return tl::unexpected(self ? id.error() : closed());
    const Result<Echo> echo = co_await echoOf(message.room, *id, live);
    if (!self || !echo)
        co_return tl::unexpected(self ? echo.error() : closed());
    if (!echo->digest.isEmpty() && echo->digest != words)
        co_return fail(ErrorKind::conflict,
                       MatrixText::tr("Another message was sent under this transaction; it stands."));
    co_return echo->sent;
}

QCoro::Task<Result<EntryId>> MatrixOut::threadOf(RoomId room, EntryId entry)
{
    const QPointer<MatrixOut> self(this);
    const Result<QJsonObject> json = co_await m_requests.event(room, entry);
    if (!self)
        co_return tl::unexpected(closed());
    if (!json && json.error().kind != ErrorKind::notFound && json.error().kind != ErrorKind::forbidden)
        co_return tl::unexpected(json.error());
    const auto event = json ? MatrixEvent::fromJson(*json) : std::nullopt;
    co_return event ? threadIn(event->content) : EntryId();
}

//! The first message of a card is sent as it is, every other one as its edit.
QCoro::Task<Result<Sent>> MatrixOut::submitCard(Outgoing message)
{
    const QPointer<MatrixOut> self(this);
    const QString key = message.room.text() + u' ' + message.display;
    const Result<std::optional<Sent>> card = co_await findCard(message.room, message.display);
    if (!self || !card)
        co_return tl::unexpected(self ? card.error() : closed());
    const bool first = !card->has_value();
    const QString txnKey = keyOf(message.txn);
    const QJsonObject content = first ? contentOf(message, txnKey) : editOf(message, txnKey, (*card)->entry);
    if (bytesOf(content).size() > kLargestContent)
        co_return fail(ErrorKind::tooLarge,
                       MatrixText::tr("The message is too long for this server. Attach it as a file."));
    const Result<EntryId> id =
        co_await m_requests.send(message.room, kMessageType, message.txn, content, urgencyOf(message));
    if (!self || !id)
        co_return tl::unexpected(self ? id.error() : closed());
    if (!first)
        co_return **card;
    const Result<Echo> echo = co_await echoOf(message.room, *id, false);
    if (!self || !echo)
        co_return tl::unexpected(self ? echo.error() : closed());
    m_cards.insert(key, echo->sent);
    co_return echo->sent;
}

QCoro::Task<Result<std::optional<Sent>>> MatrixOut::findCard(RoomId room, QString display)
{
    const QPointer<MatrixOut> self(this);
    const QString key = room.text() + u' ' + display;
    if (m_cards.value(key))
        co_return m_cards.value(key);
    const QString own = keyOf({});
    const auto fits = [display, own](const MatrixEvent &event) {
        return event.replaces().isEmpty() && event.content.value(matrixkey::display).toString() == display &&
               event.content.value(matrixkey::txn).toString().startsWith(own);
    };
    const auto found = co_await findOwn(room, fits);
    if (!self || !found)
        co_return tl::unexpected(self ? found.error() : closed());
    std::optional<Sent> card;
    if (*found) {
        card = Sent{(*found)->id, (*found)->at};
        m_cards.insert(key, card);
    }
    co_return card;
}

//! Own messages of the room, newest first, until one fits.
QCoro::Task<Result<std::optional<MatrixEvent>>> MatrixOut::findOwn(RoomId room,
                                                                   std::function<bool(const MatrixEvent &)> fits)
{
    const QPointer<MatrixOut> self(this);
    QString from;
    for (int page = 0; page < kPagesBack; ++page) {
        const QJsonObject filter = MatrixSync::messagesFilter(m_requests.account().user);
        const Result<MatrixPage> got = co_await m_requests.messages(room, from, {}, kPage, filter);
        if (!self || !got)
            co_return tl::unexpected(self ? got.error() : closed());
        for (const QJsonValue &json : got->events) {
            const auto event = MatrixEvent::fromJson(json.toObject());
            if (event && event->sender == m_requests.account().user && !event->isRedacted() && fits(*event))
                co_return event;
        }
        if (got->end.isEmpty() || got->end == from)
            break;
        from = got->end;
    }
    co_return std::optional<MatrixEvent>();
}

QCoro::Task<Result<std::optional<Sent>>> MatrixOut::reconcile(QString txn, RoomId room)
{
    const QPointer<MatrixOut> self(this);
    const QString key = keyOf(txn);
    const auto fits = [key](const MatrixEvent &event) { return event.content.value(matrixkey::txn).toString() == key; };
    const auto found = co_await findOwn(room, fits);
    if (!self || !found)
        co_return tl::unexpected(self ? found.error() : closed());
    if (!*found)
        co_return std::optional<Sent>();
    const EntryId card = (*found)->replaces();
    if (card.isEmpty())
        co_return std::optional<Sent>(Sent{(*found)->id, (*found)->at});
    const Result<Echo> first = co_await echoOf(room, card, false);
    if (!first)
        co_return tl::unexpected(first.error());
    co_return std::optional<Sent>(first->sent);
}

QCoro::Task<Result<Sent>> MatrixOut::react(RoomId room, EntryId entry, QString key)
{
    const QPointer<MatrixOut> self(this);
    if (!isMatrixEvent(entry.text()))
        co_return tl::unexpected(noSuchMessage());
    const QJsonObject relation{{u"rel_type"_s, u"m.annotation"_s}, {u"event_id"_s, entry.text()}, {u"key"_s, key}};
    // One reaction of a kind by one person: the server refuses a second, and a lost answer may be asked again.
    const QString txn = u"react-"_s + randomHex(8);
    const QJsonObject content{{u"m.relates_to"_s, relation}, {matrixkey::txn, keyOf(txn)}};
    const Result<EntryId> id = co_await m_requests.send(room, u"m.reaction"_s, txn, content);
    if (!self || !id)
        co_return tl::unexpected(self ? id.error() : closed());
    const Result<Echo> echo = co_await echoOf(room, *id, false);
    if (!echo)
        co_return tl::unexpected(echo.error());
    co_return echo->sent;
}

QCoro::Task<Result<MatrixEvent>> MatrixOut::ownWords(RoomId room, EntryId entry, QString refused, QString isFact)
{
    const QPointer<MatrixOut> self(this);
    if (!isMatrixEvent(entry.text()))
        co_return tl::unexpected(noSuchMessage());
    const Result<QJsonObject> json = co_await m_requests.event(room, entry);
    if (!self || !json)
        co_return tl::unexpected(self ? json.error() : closed());
    const auto event = MatrixEvent::fromJson(*json);
    if (!event)
        co_return tl::unexpected(noSuchMessage());
    if (event->sender != m_requests.account().user)
        co_return fail(ErrorKind::forbidden, refused);
    if (event->content.contains(matrixkey::envelope))
        co_return fail(ErrorKind::forbidden, isFact);
    co_return *event;
}

QCoro::Task<Result<void>> MatrixOut::edit(RoomId room, EntryId entry, QString text)
{
    const QPointer<MatrixOut> self(this);
    const Result<MatrixEvent> event =
        co_await ownWords(room, entry, MatrixText::tr("Only who wrote a message can change it."),
                          MatrixText::tr("A fact on the record is not changed. Correct it with another one."));
    if (!self || !event)
        co_return tl::unexpected(self ? event.error() : closed());
    const bool isCard = event->content.contains(matrixkey::display);
    if (event->isRedacted() || event->type != kMessageType || !event->replaces().isEmpty())
        co_return tl::unexpected(noSuchMessage());
    if (isCard || event->content.value("msgtype"_L1).toString() != "m.text"_L1)
        co_return fail(ErrorKind::forbidden, MatrixText::tr("Only words can be changed."));
    const QString txn = u"edit-"_s + randomHex(8);
    const Outgoing message{txn, room, text, {}, {}, {}, {}, {}};
    const QJsonObject content = editOf(message, keyOf(txn), entry);
    if (bytesOf(content).size() > kLargestContent)
        co_return fail(ErrorKind::tooLarge,
                       MatrixText::tr("The message is too long for this server. Attach it as a file."));
    const Result<EntryId> sent = co_await m_requests.send(room, kMessageType, txn, content);
    co_return sent ? Result<void>() : tl::unexpected(sent.error());
}

QCoro::Task<Result<void>> MatrixOut::remove(RoomId room, EntryId entry)
{
    const QPointer<MatrixOut> self(this);
    const Result<MatrixEvent> event =
        co_await ownWords(room, entry, MatrixText::tr("Only who wrote a message can take it away."),
                          MatrixText::tr("A fact on the record is not taken away. Correct it with another one."));
    if (!self || !event)
        co_return tl::unexpected(self ? event.error() : closed());
    if (event->isRedacted())
        co_return Result<void>();
    const QString display = event->content.value(matrixkey::display).toString();
    const Result<EntryId> done =
        co_await m_requests.redact(room, entry, u"redact-"_s + Sha256::of(entry.text().toUtf8()).hex());
    if (!self || !done)
        co_return tl::unexpected(self ? done.error() : closed());
    if (!display.isEmpty())
        m_cards.remove(room.text() + u' ' + display); // the next update begins a new card
    co_return Result<void>();
}

} // namespace wardroom::chat
