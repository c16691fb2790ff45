// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/matrix/matrixevents.h"

#include "base/plaintext.h"
#include "chat/wordless.h"
#include "domain/media.h"
#include "domain/unspoken.h"

#include <QJsonArray>

namespace wardroom::chat {

using namespace Qt::StringLiterals;
using domain::Entry;
using domain::Envelope;

namespace {

constexpr qsizetype kLongestText = 65'536;
constexpr qsizetype kLongestHtml = 30'000; //!< characters; the same text twice must fit into one event
constexpr qsizetype kLongestDisplay = 200;
constexpr qsizetype kLongestReaction = 100;
constexpr qint64 kLargestTime = 8'640'000'000'000'000; // what a date can hold, below 2^53

QJsonObject relationOf(const QJsonObject &content)
{
    return content.value("m.relates_to"_L1).toObject();
}

//! "> <@ada:x> quoted\n\nanswer": what replies carried in their text before Matrix 1.13 ("Fallbacks for rich replies").
QString withoutQuote(const QString &body)
{
    if (!body.startsWith("> "_L1))
        return body;
    qsizetype at = 0;
    while (QStringView(body).sliced(at).startsWith("> "_L1) || QStringView(body).sliced(at).startsWith(">\n"_L1)) {
        const qsizetype end = body.indexOf(u'\n', at);
        if (end < 0)
            return body;
        at = end + 1;
    }
    return QStringView(body).sliced(at).startsWith(u'\n') ? body.sliced(at + 1) : body;
}

EntryId repliedTo(const QJsonObject &content)
{
    const QJsonObject relation = relationOf(content);
    const QString replied = relation.value("m.in_reply_to"_L1).toObject().value("event_id"_L1).toString();
    const bool thread = relation.value("rel_type"_L1).toString() == "m.thread"_L1;
    const QString answered = thread && (replied.isEmpty() || relation.value("is_falling_back"_L1).toBool())
                                 ? relation.value("event_id"_L1).toString()
                                 : replied;
    return isMatrixEvent(answered) ? EntryId(answered) : EntryId();
}

QString textOf(const QJsonObject &content)
{
    QString body = content.value("body"_L1).toString().left(kLongestText);
    const bool ours = content.contains(matrixkey::txn);
    if (!ours && !repliedTo(content).isEmpty())
        body = withoutQuote(body);
    if (content.value("msgtype"_L1).toString() == "m.emote"_L1)
        body.prepend("* "_L1);
    return body;
}

//! The file that a message brings ("m.image", "m.file", "m.audio" and "m.video"), not one that is encrypted.
QString mediaIn(const QJsonObject &content)
{
    static const QHash<QString, domain::MediaKind> kinds{{u"m.image"_s, domain::MediaKind::image},
                                                         {u"m.file"_s, domain::MediaKind::file},
                                                         {u"m.video"_s, domain::MediaKind::video},
                                                         {u"m.audio"_s, domain::MediaKind::audio}};
    const auto kind = kinds.constFind(content.value("msgtype"_L1).toString());
    const MatrixMedia place = MatrixMedia::fromUri(content.value("url"_L1).toString());
    if (kind == kinds.cend() || place.isNull())
        return {};
    const QJsonObject about = content.value("info"_L1).toObject();
    const QString named = content.value("filename"_L1).toString();
    return domain::mediaText({*kind, place.uri(), named.isEmpty() ? content.value("body"_L1).toString() : named,
                              about.value("mimetype"_L1).toString(), about.value("size"_L1).toInteger()});
}

std::optional<MatrixEntry> reactionOf(Entry entry, const QJsonObject &content)
{
    const QJsonObject relation = relationOf(content);
    const QString target = relation.value("event_id"_L1).toString();
    const QString key = relation.value("key"_L1).toString();
    if (relation.value("rel_type"_L1).toString() != "m.annotation"_L1 || !isMatrixEvent(target) || key.isEmpty())
        return {};
    entry.text = key.left(kLongestReaction);
    entry.replyTo = EntryId(target);
    return MatrixEntry{entry, {}};
}

QString htmlOf(const QString &text, bool card)
{
    // Marks for what nobody sees, so that the HTML holds nothing that its readers would have to clean.
    QStringList lines = shownPlainly(text, kLongestHtml).toHtmlEscaped().split(u'\n');
    if (card)
        lines.first() = u"<strong>"_s + lines.first() + u"</strong>"_s;
    return lines.join("<br/>"_L1);
}

QJsonObject wordsOf(const Outgoing &message, const QString &txnKey)
{
    QJsonObject content{{u"msgtype"_s, message.display.isEmpty() ? u"m.text"_s : u"m.notice"_s},
                        {u"body"_s, message.text},
                        {matrixkey::txn, txnKey}};
    const bool worthHtml = !message.envelope.isEmpty() || message.text.contains(u'\n');
    if (worthHtml && message.text.toUtf8().size() < kLongestHtml / 2) {
        content.insert(u"format"_s, u"org.matrix.custom.html"_s);
        content.insert(u"formatted_body"_s, htmlOf(message.text, !message.envelope.isEmpty()));
    }
    if (!message.display.isEmpty())
        content.insert(matrixkey::display, message.display);
    QJsonArray people;
    for (const PersonId &person : message.mentions)
        people.append(person.text());
    content.insert(u"m.mentions"_s, people.isEmpty() ? QJsonObject() : QJsonObject{{u"user_ids"_s, people}});
    return content;
}

} // namespace

bool MatrixEvent::isRedacted() const
{
    return extra.value("redacted_because"_L1).isObject() || extra.contains("redacted_by"_L1);
}

EntryId MatrixEvent::replaces() const
{
    const QJsonObject relation = relationOf(content);
    const QString target = relation.value("event_id"_L1).toString();
    const bool edits = relation.value("rel_type"_L1).toString() == "m.replace"_L1 && isMatrixEvent(target);
    return edits && type == kMessageType ? EntryId(target) : EntryId();
}

std::optional<MatrixEvent> MatrixEvent::fromJson(const QJsonObject &json)
{
    MatrixEvent event;
    event.id = EntryId(json.value("event_id"_L1).toString());
    event.type = json.value("type"_L1).toString();
    event.sender = PersonId(json.value("sender"_L1).toString());
    event.at = json.value("origin_server_ts"_L1).toInteger(-1);
    event.content = json.value("content"_L1).toObject();
    event.extra = json.value("unsigned"_L1).toObject();
    if (const QJsonValue key = json.value("state_key"_L1); key.isString())
        event.stateKey = key.toString();
    // Since room version 11 what is redacted is named in the content.
    const QString inContent = event.content.value("redacts"_L1).toString();
    const QString redacts = json.value("redacts"_L1).toString(inContent);
    if (isMatrixEvent(redacts))
        event.redacts = EntryId(redacts);
    if (!isMatrixEvent(event.id.text()) || !isMatrixUser(event.sender.text()) || event.type.isEmpty() || event.at < 0 ||
        event.at > kLargestTime)
        return {};
    return event;
}

std::optional<MatrixEntry> entryOf(const RoomId &room, const MatrixEvent &event)
{
    const bool reaction = event.type == "m.reaction"_L1;
    if (event.stateKey || (event.type != kMessageType && event.type != kWordlessType && !reaction))
        return {};
    Entry entry;
    entry.room = room;
    entry.position = event.position();
    entry.sender = event.sender;
    entry.reaction = reaction;
    if (event.isRedacted()) {
        entry.deleted = true;
        return MatrixEntry{entry, {}};
    }
    // Bots speak in notices, and nobody reads those as if somebody had asked for something.
    entry.fromPhone = !event.content.contains(matrixkey::txn) && event.content.value("msgtype"_L1) != "m.notice"_L1;
    if (reaction)
        return reactionOf(entry, event.content);
    if (event.type == kMessageType)
        entry.text = textOf(event.content);
    entry.envelope = event.content.value(matrixkey::envelope).toString().toUtf8().left(Envelope::kLongest + 1);
    if (entry.text.isEmpty() && entry.envelope.isEmpty())
        return {};
    if (event.type == kWordlessType && !mayBeWordless(entry.envelope))
        entry.envelope = (domain::kUnspoken + entry.envelope).left(Envelope::kLongest + 1);
    entry.display = event.content.value(matrixkey::display).toString().left(kLongestDisplay);
    entry.replyTo = repliedTo(event.content);
    entry.thread = threadIn(event.content);
    entry.media = mediaIn(event.content);
    MatrixEntry made{entry, {}};
    const QJsonObject newest = event.extra.value("m.relations"_L1).toObject().value("m.replace"_L1).toObject();
    if (const auto edit = MatrixEvent::fromJson(newest); edit && edit->replaces() == event.id)
        applyEdit(made, *edit);
    return made;
}

bool applyEdit(MatrixEntry &entry, const MatrixEvent &edit)
{
    if (edit.sender != entry.entry.sender || edit.isRedacted() || entry.entry.deleted || entry.entry.reaction ||
        edit.position() <= entry.editedAt)
        return false;
    const QJsonObject content = edit.content.value("m.new_content"_L1).toObject();
    const QString text = textOf(content);
    if (text.isEmpty())
        return false;
    entry.editedAt = edit.position();
    entry.entry.text = text;
    const bool ownUpdate = !entry.entry.display.isEmpty() && entry.entry.envelope.isEmpty() &&
                           content.value(matrixkey::display).toString() == entry.entry.display;
    entry.entry.edited = entry.entry.edited || !ownUpdate;
    return true;
}

MatrixEntry foreignEdit(const RoomId &room, const MatrixEvent &edit)
{
    Entry entry;
    entry.room = room;
    entry.position = edit.position();
    entry.sender = edit.sender;
    entry.text = textOf(edit.content);
    entry.replyTo = edit.replaces();
    return {entry, {}};
}

EntryId threadIn(const QJsonObject &content)
{
    const QJsonObject relation = relationOf(content);
    const QString thread = relation.value("event_id"_L1).toString();
    return relation.value("rel_type"_L1).toString() == "m.thread"_L1 && isMatrixEvent(thread) ? EntryId(thread)
                                                                                              : EntryId();
}

QJsonObject contentOf(const Outgoing &message, const QString &txnKey)
{
    QJsonObject content = message.text.isEmpty() ? QJsonObject{{matrixkey::txn, txnKey}} : wordsOf(message, txnKey);
    if (!message.envelope.isEmpty())
        content.insert(matrixkey::envelope, QString::fromUtf8(message.envelope));
    QJsonObject relation;
    const EntryId answered = message.replyTo.isEmpty() ? message.thread : message.replyTo;
    if (!answered.isEmpty())
        relation.insert(u"m.in_reply_to"_s, QJsonObject{{u"event_id"_s, answered.text()}});
    if (!message.thread.isEmpty()) {
        relation.insert(u"rel_type"_s, u"m.thread"_s);
        relation.insert(u"event_id"_s, message.thread.text());
        relation.insert(u"is_falling_back"_s, message.replyTo.isEmpty());
    }
    if (!relation.isEmpty())
        content.insert(u"m.relates_to"_s, relation);
    return content;
}

QJsonObject editOf(const Outgoing &message, const QString &txnKey, const EntryId &card)
{
    const QJsonObject words = wordsOf(message, txnKey);
    QJsonObject content{{u"msgtype"_s, words.value("msgtype"_L1)},
                        {u"body"_s, QString(u"* "_s + message.text)},
                        {u"m.mentions"_s, QJsonObject()},
                        {matrixkey::txn, txnKey}};
    content.insert(u"m.new_content"_s, words);
    content.insert(u"m.relates_to"_s, QJsonObject{{u"rel_type"_s, u"m.replace"_s}, {u"event_id"_s, card.text()}});
    return content;
}

} // namespace wardroom::chat
