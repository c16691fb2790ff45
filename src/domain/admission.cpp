// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/admission.h"

#include "base/canonicaljson.h"
#include "domain/unspoken.h"

namespace wardroom::domain {
using namespace Qt::StringLiterals;

namespace {

Judgement waitsFor(const QString &what)
{
    return {Standing::waiting, u"waits for "_s + what, what};
}

Judgement suspect(const QString &why)
{
    return {Standing::suspect, why, {}};
}

//! Nobody's policy or plan is that long; parsing must not be where a hostile attachment spends our memory.
constexpr qsizetype kLongestBody = 1024 * 1024;

void readFact(ReadEntry &read)
{
    QJsonObject body = read.envelope->body;
    if (const Sha256 hash = read.envelope->spilled(); !hash.isNull()) {
        if (Sha256::of(read.entry.spilled) != hash) {
            read.missesAttachment = true;
            return;
        }
        if (read.entry.spilled.size() > kLongestBody) {
            read.problem = u"its attachment is too large"_s;
            return;
        }
        const Result<QJsonObject> whole = parseCanonical(read.entry.spilled);
        if (!whole) {
            read.problem = u"its attachment is not canonical JSON"_s;
            return;
        }
        body = *whole;
    }
    Result<Fact> fact = parseFact(read.envelope->kind, body);
    if (fact)
        read.fact = std::move(*fact);
    else
        read.problem = fact.error().message;
}

bool signatureFits(const ReadEntry &read, const PublicKey &key, CheckedSignatures *checked)
{
    const Envelope &e = *read.envelope;
    if (!checked)
        return key.verifies(signedPart(read.entry.envelope), e.sig);
    const auto known = checked->byEnvelope.constFind(read.hash);
    if (known != checked->byEnvelope.constEnd() && known->first == key.hex())
        return known->second;
    const bool fits = key.verifies(signedPart(read.entry.envelope), e.sig);
    checked->byEnvelope.insert(read.hash, {key.hex(), fits});
    return fits;
}

//! The key to check with: the control room's word, except that a node.enrolled brings its own.
Judgement judgeSigner(const ReadEntry &read, const WorkspaceState &workspace, CheckedSignatures *checked)
{
    const Envelope &e = *read.envelope;
    PublicKey key;
    PersonId person;
    const auto *enrolled = std::get_if<NodeEnrolled>(&read.fact);
    if (const Node *node = workspace.node(e.node)) {
        if (node->revoked && e.seq > node->lastGood.value(e.room, 0))
            return suspect(u"said by a revoked node after its last good fact"_s);
        key = PublicKey::fromHex(node->key);
        person = node->person;
    } else if (enrolled && enrolled->node == e.node) {
        key = PublicKey::fromHex(enrolled->key);
        person = enrolled->person;
    } else {
        return waitsFor(u"node:"_s + e.node.text());
    }
    if (!signatureFits(read, key, checked))
        return suspect(u"the signature does not fit"_s);
    if (person != read.entry.sender)
        return suspect(u"sent by somebody else than the node's person"_s);
    return {Standing::accepted, {}, {}};
}

} // namespace

ReadEntry readEntry(Entry entry)
{
    ReadEntry read;
    read.entry = std::move(entry);
    if (read.entry.envelope.isEmpty())
        return read;
    read.original = !read.isRemoved();
    read.hash = Sha256::of(read.entry.envelope);
    const bool isUnspoken = read.entry.envelope.startsWith(kUnspoken);
    Result<Envelope> envelope = parseEnvelope(isUnspoken ? read.entry.envelope.sliced(1) : read.entry.envelope);
    if (!envelope) {
        read.problem = envelope.error().message;
        return read;
    }
    read.envelope = std::move(*envelope);
    if (isUnspoken) // who said what is shown, and it is no fact
        read.problem = u"said without words"_s;
    else
        readFact(read);
    return read;
}

QList<qint64> Chain::missing() const
{
    QList<qint64> gaps;
    qint64 expected = 1;
    for (auto it = seen.begin(); it != seen.end(); ++it) {
        // A hostile seq must not make a list without end; the first thousand say enough.
        for (; expected < it.key() && gaps.size() < 1000; ++expected)
            gaps.append(expected);
        expected = it.key() + 1;
    }
    return gaps;
}

Judgement Admission::judge(const ReadEntry &read, const WorkspaceState &workspace, CheckedSignatures *checked) const
{
    if (read.entry.envelope.isEmpty())
        return {};
    if (read.entry.deleted)
        return suspect(u"deleted in the chat"_s);
    if (read.entry.edited)
        return suspect(u"edited in the chat"_s);
    return judgeAsSaid(read, workspace, checked);
}

Judgement Admission::judgeAsSaid(const ReadEntry &read, const WorkspaceState &workspace,
                                 CheckedSignatures *checked) const
{
    if (!read.problem.isEmpty())
        return suspect(read.problem);
    const Envelope &e = *read.envelope;
    if (e.room != read.entry.room)
        return suspect(u"made for another room"_s);
    if (e.workspace != workspace.workspace)
        return suspect(u"made for another workspace"_s);
    if (read.missesAttachment)
        return waitsFor(u"attachment:"_s + e.spilled().hex());
    if (const Judgement signer = judgeSigner(read, workspace, checked); signer.standing != Standing::accepted)
        return signer;
    const QMap<qint64, Sha256> seen = chains.value(e.node).seen;
    if (seen.contains(e.seq) && seen.value(e.seq) != read.hash)
        return suspect(u"a second fact with one sequence number"_s);
    const Sha256 before = seen.value(e.seq - 1);
    if (!before.isNull() && before != e.prev)
        return suspect(u"does not follow the node's previous fact"_s);
    if (facts.contains(e.id))
        return {Standing::duplicate, u"the same fact, said again"_s, {}};
    return {Standing::accepted, {}, {}};
}

void Admission::note(const ReadEntry &read, Standing standing)
{
    chains[read.envelope->node].seen.insert(read.envelope->seq, read.hash);
    if (standing == Standing::accepted)
        facts.insert(read.envelope->id, read.hash);
}

} // namespace wardroom::domain
