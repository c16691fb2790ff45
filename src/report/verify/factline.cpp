// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/verify/factline.h"

#include "base/canonicaljson.h"

namespace wardroom::report {
using namespace Qt::StringLiterals;
using namespace domain;

namespace {

void putBytes(QJsonObject &json, const QString &name, const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return;
    const QString text = QString::fromUtf8(bytes);
    if (text.toUtf8() == bytes)
        json.insert(name, text);
    else
        json.insert(name + u"Base64"_s, QString::fromLatin1(bytes.toBase64()));
}

QByteArray takeBytes(const QJsonObject &json, const QString &name)
{
    if (json.contains(name))
        return json.value(name).toString().toUtf8();
    return QByteArray::fromBase64(json.value(name + u"Base64"_s).toString().toLatin1());
}

//! A lone half of a surrogate pair has no place in JSON: it is replaced the way UTF-8 replaces it.
QString wellFormed(const QString &text)
{
    return QString::fromUtf8(text.toUtf8());
}

void putText(QJsonObject &json, const QString &name, const QString &text)
{
    if (!text.isEmpty())
        json.insert(name, wellFormed(text));
}

QJsonObject withheldJson(const Withheld &withheld)
{
    QJsonObject json{{u"reason"_s, wellFormed(withheld.reason)}};
    putText(json, u"fact"_s, withheld.fact.text());
    putText(json, u"node"_s, withheld.node.text());
    putText(json, u"hash"_s, withheld.hash.hex());
    if (withheld.seq > 0)
        json.insert(u"seq"_s, withheld.seq);
    return json;
}

Withheld withheldFrom(const QJsonObject &json)
{
    return {json.value(u"reason"_s).toString(), FactId(json.value(u"fact"_s).toString()),
            NodeId(json.value(u"node"_s).toString()), json.value(u"seq"_s).toInteger(),
            Sha256::fromHex(json.value(u"hash"_s).toString())};
}

} // namespace

QByteArray toLine(const FactLine &line)
{
    const Entry &entry = line.entry;
    QJsonObject json{{u"n"_s, line.n},
                     {u"room"_s, wellFormed(entry.room.text())},
                     {u"entry"_s, wellFormed(entry.position.entry.text())},
                     {u"serverTime"_s, entry.position.serverTime},
                     {u"standing"_s, wordOf(line.standing)}};
    if (line.withheld) {
        json.insert(u"withheld"_s, withheldJson(*line.withheld));
        return canonicalJson(json).value_or(QByteArray());
    }
    json.insert(u"sender"_s, wellFormed(entry.sender.text()));
    json.insert(u"text"_s, wellFormed(entry.text));
    json.insert(u"edited"_s, entry.edited);
    json.insert(u"deleted"_s, entry.deleted);
    putBytes(json, u"envelope"_s, entry.envelope);
    putBytes(json, u"spilled"_s, entry.spilled);
    putText(json, u"display"_s, entry.display);
    putText(json, u"replyTo"_s, entry.replyTo.text());
    putText(json, u"thread"_s, entry.thread.text());
    putText(json, u"media"_s, entry.media);
    return canonicalJson(json).value_or(QByteArray());
}

Result<FactLine> parseFactLine(const QByteArray &bytes)
{
    const Result<QJsonObject> json = parseCanonical(bytes);
    if (!json)
        return tl::unexpected(json.error());
    FactLine line;
    line.n = json->value(u"n"_s).toInteger();
    const std::optional<Standing> standing = fromWord<Standing>(json->value(u"standing"_s).toString());
    if (!standing)
        return fail(ErrorKind::invalid, u"\"standing\" is not what it should be"_s);
    line.standing = *standing;
    Entry &entry = line.entry;
    entry.room = RoomId(json->value(u"room"_s).toString());
    entry.position = {json->value(u"serverTime"_s).toInteger(), EntryId(json->value(u"entry"_s).toString())};
    if (json->contains(u"withheld"_s)) {
        line.withheld = withheldFrom(json->value(u"withheld"_s).toObject());
    } else {
        entry.sender = PersonId(json->value(u"sender"_s).toString());
        entry.text = json->value(u"text"_s).toString();
        entry.edited = json->value(u"edited"_s).toBool();
        entry.deleted = json->value(u"deleted"_s).toBool();
        entry.envelope = takeBytes(*json, u"envelope"_s);
        entry.spilled = takeBytes(*json, u"spilled"_s);
        entry.display = json->value(u"display"_s).toString();
        entry.replyTo = EntryId(json->value(u"replyTo"_s).toString());
        entry.thread = EntryId(json->value(u"thread"_s).toString());
        entry.media = json->value(u"media"_s).toString();
    }
    // Written again it must be the same bytes: nothing that is not understood can hide in a line.
    if (toLine(line) != bytes)
        return fail(ErrorKind::invalid, u"a field is missing, unknown or of the wrong type"_s);
    return line;
}

QList<Sha256> attachmentsOf(const Fact &fact)
{
    QList<Sha256> named;
    if (const auto *alert = std::get_if<AlertRaised>(&fact))
        named << alert->raw;
    else if (const auto *finished = std::get_if<CommandFinished>(&fact))
        named << finished->log;
    else if (const auto *evidence = std::get_if<EvidenceAdded>(&fact))
        named << evidence->hash;
    else if (const auto *published = std::get_if<PlaybookPublished>(&fact))
        named << published->file;
    else if (const auto *started = std::get_if<PlaybookStarted>(&fact))
        named << started->file;
    named.removeAll(Sha256());
    return named;
}

QList<Sha256> attachmentsOf(const ReadEntry &read)
{
    const bool isRead = read.envelope && read.problem.isEmpty() && !read.missesAttachment;
    return isRead ? attachmentsOf(read.fact) : QList<Sha256>();
}

} // namespace wardroom::report
