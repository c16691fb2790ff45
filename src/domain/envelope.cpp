// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/envelope.h"

#include "base/canonicaljson.h"
#include "base/canonicalscan.h"

#include <QJsonDocument>
#include <charconv>

namespace wardroom::domain {
using namespace Qt::StringLiterals;

namespace {

QJsonObject unsignedJson(const Envelope &e)
{
    QJsonObject json{{u"v"_s, 1},
                     {u"id"_s, e.id.text()},
                     {u"kind"_s, e.kind},
                     {u"workspace"_s, e.workspace.text()},
                     {u"room"_s, e.room.text()},
                     {u"at"_s, e.at},
                     {u"policy"_s, e.policy},
                     {u"node"_s, e.node.text()},
                     {u"seq"_s, e.seq},
                     {u"body"_s, e.body}};
    const auto put = [&json](const QString &name, const QString &text) {
        if (!text.isEmpty())
            json.insert(name, text);
    };
    put(u"op"_s, e.op.text());
    put(u"cause"_s, e.cause.text());
    put(u"prev"_s, e.prev.hex());
    return json;
}

bool isFactId(const QString &text)
{
    return text.size() == 32 && std::all_of(text.begin(), text.end(), [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
           });
}

//! Every field that must be there, of the type it must have; nothing else may be.
QString shapeProblem(const QJsonObject &json)
{
    static const QStringList texts{u"id"_s, u"kind"_s, u"workspace"_s, u"room"_s, u"node"_s, u"sig"_s};
    static const QStringList numbers{u"v"_s, u"at"_s, u"policy"_s, u"seq"_s};
    static const QStringList optionals{u"op"_s, u"cause"_s, u"prev"_s};
    qsizetype known = texts.size() + numbers.size() + 1;
    for (const QString &name : texts)
        if (json.value(name).toString().isEmpty())
            return name;
    for (const QString &name : numbers)
        if (!json.value(name).isDouble())
            return name;
    for (const QString &name : optionals) {
        const QJsonValue value = json.value(name);
        if (!value.isUndefined() && value.toString().isEmpty())
            return name;
        known += value.isUndefined() ? 0 : 1;
    }
    if (!json.value(u"body"_s).isObject())
        return u"body"_s;
    if (json.size() == known)
        return {};
    const QStringList keys = json.keys();
    for (const QString &key : keys)
        if (!texts.contains(key) && !numbers.contains(key) && !optionals.contains(key) && key != u"body"_s)
            return key;
    return {};
}

Envelope fromJson(const QJsonObject &json)
{
    Envelope e;
    e.id = FactId(json.value(u"id"_s).toString());
    e.op = OpId(json.value(u"op"_s).toString());
    e.kind = json.value(u"kind"_s).toString();
    e.workspace = WorkspaceId(json.value(u"workspace"_s).toString());
    e.room = RoomId(json.value(u"room"_s).toString());
    e.at = json.value(u"at"_s).toInteger();
    e.policy = json.value(u"policy"_s).toInteger();
    e.cause = FactId(json.value(u"cause"_s).toString());
    e.node = NodeId(json.value(u"node"_s).toString());
    e.seq = json.value(u"seq"_s).toInteger();
    e.prev = Sha256::fromHex(json.value(u"prev"_s).toString());
    e.body = json.value(u"body"_s).toObject();
    e.sig = QByteArray::fromHex(json.value(u"sig"_s).toString().toLatin1());
    return e;
}

bool readNumber(std::string_view value, qint64 &number)
{
    const char *end = value.data() + value.size();
    const auto [at, problem] = std::from_chars(value.data(), end, number);
    return problem == std::errc() && at == end;
}

//! A text that is not empty and has nothing to unescape, nor a mark at its begin that reading would swallow.
bool readText(std::string_view value, QString &text)
{
    if (value.size() < 3 || value.front() != '"' || value.find('\\') != std::string_view::npos ||
        value.substr(1, 3) == "\xef\xbb\xbf")
        return false;
    text = QString::fromUtf8(value.data() + 1, static_cast<qsizetype>(value.size()) - 2);
    return true;
}

template <class T> bool readId(std::string_view value, T &id)
{
    QString text;
    const bool good = readText(value, text);
    id = T(text);
    return good;
}

bool readBody(std::string_view value, QJsonObject &body)
{
    const QByteArray bytes = QByteArray::fromRawData(value.data(), static_cast<qsizetype>(value.size()));
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    body = document.object();
    return document.isObject();
}

bool readHash(std::string_view value, Sha256 &hash)
{
    QString text;
    if (readText(value, text))
        hash = Sha256::fromHex(text);
    return !hash.isNull();
}

bool readSignature(std::string_view value, QByteArray &signature)
{
    QString text;
    if (!readText(value, text))
        return false;
    signature = QByteArray::fromHex(text.toLatin1());
    return QLatin1StringView(signature.toHex()) == text;
}

struct Field
{
    std::string_view key;
    bool needed;
    bool (*read)(std::string_view value, Envelope &e);
};
using Value = std::string_view;
constexpr Field kFields[]{{"at", true, [](Value v, Envelope &e) { return readNumber(v, e.at); }},
                          {"body", true, [](Value v, Envelope &e) { return readBody(v, e.body); }},
                          {"cause", false, [](Value v, Envelope &e) { return readId(v, e.cause); }},
                          {"id", true, [](Value v, Envelope &e) { return readId(v, e.id); }},
                          {"kind", true, [](Value v, Envelope &e) { return readText(v, e.kind); }},
                          {"node", true, [](Value v, Envelope &e) { return readId(v, e.node); }},
                          {"op", false, [](Value v, Envelope &e) { return readId(v, e.op); }},
                          {"policy", true, [](Value v, Envelope &e) { return readNumber(v, e.policy); }},
                          {"prev", false, [](Value v, Envelope &e) { return readHash(v, e.prev); }},
                          {"room", true, [](Value v, Envelope &e) { return readId(v, e.room); }},
                          {"seq", true, [](Value v, Envelope &e) { return readNumber(v, e.seq); }},
                          {"sig", true, [](Value v, Envelope &e) { return readSignature(v, e.sig); }},
                          {"v", true, [](Value v, Envelope &) { return v == "1"; }},
                          {"workspace", true, [](Value v, Envelope &e) { return readId(v, e.workspace); }}};

//! What nearly all envelopes are: well formed. Of the others parseEnvelope() says what is wrong; reading every field
//! from a document of all of them cost twice as much as this.
std::optional<Envelope> wellFormed(const QByteArray &bytes)
{
    const auto members = canonicalMembers(bytes);
    if (!members)
        return {};
    Envelope e;
    auto member = members->cbegin(); // both are in the order of their keys
    for (const Field &field : kFields) {
        const bool there = member != members->cend() && member->key == field.key;
        if (there ? !field.read(member->value, e) : field.needed)
            return {};
        member += there ? 1 : 0;
    }
    const bool chained = (e.seq == 1) == e.prev.isNull();
    const bool good = member == members->cend() && isFactId(e.id.text()) && e.seq >= 1 && chained;
    return good ? std::optional(std::move(e)) : std::nullopt;
}

} // namespace

Sha256 Envelope::spilled() const
{
    return body.size() == 1 ? Sha256::fromHex(body.value(u"spilled"_s).toString()) : Sha256();
}

QByteArray signedBytes(const Envelope &envelope)
{
    return canonicalJson(unsignedJson(envelope)).value_or(QByteArray());
}

QByteArray signedPart(const QByteArray &bytes)
{
    // Behind "sig" stand only the number v and the text workspace, and a quote within a text is never written bare.
    const qsizetype begin = bytes.lastIndexOf(",\"sig\":\"");
    const qsizetype end = bytes.indexOf(',', begin + 1);
    return begin < 0 || end < 0 ? QByteArray() : bytes.first(begin) + bytes.sliced(end);
}

bool mayBeSpilled(const QByteArray &bytes)
{
    return bytes.contains("\"spilled\":");
}

QByteArray envelopeBytes(const Envelope &envelope)
{
    QJsonObject json = unsignedJson(envelope);
    json.insert(u"sig"_s, QString::fromLatin1(envelope.sig.toHex()));
    return canonicalJson(json).value_or(QByteArray());
}

Result<Envelope> parseEnvelope(const QByteArray &bytes)
{
    if (bytes.size() > Envelope::kLongest)
        return fail(ErrorKind::tooLarge, u"the envelope is larger than %1 bytes"_s.arg(Envelope::kLongest));
    if (std::optional<Envelope> envelope = wellFormed(bytes))
        return *std::move(envelope);
    const Result<QJsonObject> json = parseCanonical(bytes);
    if (!json)
        return tl::unexpected(json.error());
    if (json->value(u"v"_s) != 1)
        return fail(ErrorKind::newer, u"the envelope is of a version this program does not know"_s);
    if (const QString wrong = shapeProblem(*json); !wrong.isEmpty())
        return fail(ErrorKind::invalid,
                    u"the envelope's field \"%1\" is missing, unknown or of the wrong type"_s.arg(wrong));
    Envelope envelope = fromJson(*json);
    const bool chained = (envelope.seq == 1) == envelope.prev.isNull();
    if (!isFactId(envelope.id.text()) || envelope.seq < 1 || !chained)
        return fail(ErrorKind::invalid, u"the envelope's id, seq or prev is not well formed"_s);
    // Canonical bytes with exactly these fields: only hexadecimal could still be spelled in two ways.
    const bool strayPrev = envelope.prev.isNull() && json->contains(u"prev"_s);
    if (strayPrev || QLatin1StringView(envelope.sig.toHex()) != json->value(u"sig"_s).toString())
        return fail(ErrorKind::invalid, u"the envelope's prev or sig is not lower-case hexadecimal"_s);
    return envelope;
}

SealedEnvelope seal(Envelope draft, const Fact &fact, const SigningKey &key)
{
    draft.kind = kindOf(fact);
    draft.body = bodyOf(fact);
    SealedEnvelope sealed;
    const auto sign = [&] {
        draft.sig = key.sign(signedBytes(draft));
        sealed.bytes = envelopeBytes(draft);
    };
    sign();
    if (sealed.bytes.size() > Envelope::kLongest || sealed.bytes.isEmpty()) {
        sealed.spilledBody = canonicalJson(draft.body).value_or(QByteArray());
        draft.body = QJsonObject{{u"spilled"_s, Sha256::of(sealed.spilledBody).hex()}};
        sign();
    }
    sealed.envelope = draft;
    return sealed;
}

} // namespace wardroom::domain
