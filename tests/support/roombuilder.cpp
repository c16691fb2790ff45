// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/roombuilder.h"

#include "domain/envelope.h"
#include "domain/invitation.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

namespace wardroom::test {
using namespace Qt::StringLiterals;
using namespace domain;

RoomBuilder::RoomBuilder()
{
    enrol(u"lina"_s, u"Lina Roth"_s);
    Policy policy;
    policy.version = 1;
    policy.admins = {PersonId(u"lina"_s)};
    policy.groups = {{u"IT"_s, RoomId(u"it"_s)}};
    policy.approvals = {{Risk::change, u"IT"_s, 1}, {Risk::disrupt, u"IT"_s, 2}};
    say(controlRoom(), u"lina"_s, PolicyPublished{policy});
    enrol(u"tom"_s, u"Tomás R."_s);
}

const Desk &RoomBuilder::enrol(const QString &name, const QString &fullName)
{
    const SigningKey key = SigningKey::fromSeed(Sha256::of("key of " + name.toUtf8()).bytes());
    const Desk desk{name, PersonId(name), NodeId(u"node-"_s + name), key};
    NodeEnrolled fact{desk.node, desk.person, fullName, name + u"-desk"_s, key.publicKey().hex(), std::nullopt};
    if (m_desks.isEmpty()) {
        m_workspace = WorkspaceId(key.publicKey().fingerprint());
    } else {
        const Desk &inviter = m_desks.first();
        const Invitation invitation =
            makeInvitation(m_workspace, u"test"_s, {}, inviter.node, inviter.key, m_time + 1'000'000'000);
        fact.invitation = proveInvitation(invitation, desk.node, key.publicKey());
    }
    m_desks.insert(name, desk);
    say(controlRoom(), name, fact);
    return m_desks[name];
}

const Desk &RoomBuilder::desk(const QString &name) const
{
    const auto found = m_desks.constFind(name);
    Q_ASSERT_X(found != m_desks.constEnd(), "RoomBuilder", qPrintable(name));
    return *found;
}

Position RoomBuilder::nextPosition()
{
    m_time += 60'000;
    return {m_time, EntryId(QString::number(++m_count))};
}

FactId RoomBuilder::say(const RoomId &room, const QString &who, const Fact &fact, const Extra &extra)
{
    const Desk &speaker = desk(who);
    Last &last = m_last[speaker.node.text() + u' ' + room.text()];
    if (extra.skipSeq > 0) {
        last.seq += extra.skipSeq;
        last.hash = Sha256::of("nobody has seen it");
    }
    Entry entry;
    entry.room = room;
    entry.position = nextPosition();
    entry.sender = speaker.person;
    Envelope draft;
    draft.id = derivedFactId(u"fact %1"_s.arg(m_count));
    draft.op = std::holds_alternative<CommandRequested>(fact) ? OpId(draft.id.text()) : extra.op;
    draft.cause = extra.cause;
    draft.workspace = m_workspace;
    draft.room = room;
    draft.at = m_time;
    if (const auto *published = std::get_if<PolicyPublished>(&fact))
        m_policy = std::max(m_policy, published->policy.version);
    draft.policy = room == controlRoom() ? 0 : m_policy;
    draft.node = speaker.node;
    draft.seq = ++last.seq;
    draft.prev = last.hash;
    const SealedEnvelope sealed = seal(draft, fact, speaker.key);
    entry.envelope = sealed.bytes;
    entry.spilled = sealed.spilledBody;
    entry.text = kindOf(fact);
    last.hash = Sha256::of(sealed.bytes);
    m_rooms[room].append(entry);
    if (!extra.label.isEmpty()) {
        m_ids.insert(extra.label, draft.id);
        m_hashes.insert(extra.label, last.hash);
    }
    return draft.id;
}

void RoomBuilder::talk(const RoomId &room, const QString &who, const QString &text)
{
    Entry entry;
    entry.room = room;
    entry.position = nextPosition();
    entry.sender = desk(who).person;
    entry.text = text;
    m_rooms[room].append(entry);
}

FactId RoomBuilder::anchor(const RoomId &room, const QString &who)
{
    return say(room, who, fold(room).anchor());
}

void RoomBuilder::play(const QString &script)
{
    const QStringList lines = script.split(u'\n');
    for (const QString &line : lines)
        if (const QString said = line.trimmed(); !said.isEmpty())
            playLine(said);
}

QJsonValue RoomBuilder::valueOf(const QString &text) const
{
    if (text.startsWith(u'$'))
        return id(text.sliced(1)).text();
    if (text.startsWith(u'#'))
        return hash(text.sliced(1)).hex();
    if (text.startsWith(u'{'))
        return QJsonDocument::fromJson(text.toUtf8()).object();
    if (text.startsWith(u'['))
        return QJsonDocument::fromJson(text.toUtf8()).array();
    if (text.startsWith(u'"'))
        return text.sliced(1, text.size() - 2);
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    return isNumber ? QJsonValue(number) : QJsonValue(text);
}

void RoomBuilder::playLine(const QString &line)
{
    static const QRegularExpression words(uR"(^([a-z]+): (.*)$)"_s);
    static const QRegularExpression fact(uR"(^(?:(\w+) = )?([a-z]+) ([a-z]+\.[a-z]+)(.*)$)"_s);
    static const QRegularExpression field(uR"re((\w+)=("[^"]*"|\{.*?\}(?= |$)|\[.*?\](?= |$)|\S+))re"_s);
    if (line.startsWith(u'@')) {
        m_current = RoomId(line.sliced(1));
        return;
    }
    if (const auto match = words.match(line); match.hasMatch()) {
        talk(m_current, match.captured(1), match.captured(2));
        return;
    }
    const auto match = fact.match(line);
    QVERIFY2(match.hasMatch(), qPrintable(line));
    Extra extra;
    extra.label = match.captured(1);
    QJsonObject body;
    auto fields = field.globalMatch(match.captured(4));
    while (fields.hasNext()) {
        const auto one = fields.next();
        const QJsonValue value = valueOf(one.captured(2));
        if (one.captured(1) == "op"_L1)
            extra.op = OpId(value.toString());
        else if (one.captured(1) == "cause"_L1)
            extra.cause = FactId(value.toString());
        else
            body.insert(one.captured(1), value);
    }
    const Result<Fact> parsed = parseFact(match.captured(3), body);
    QVERIFY2(parsed.has_value(), qPrintable(line));
    say(m_current, match.captured(2), *parsed, extra);
}

WorkspaceState RoomBuilder::state() const
{
    WorkspaceFold control(m_workspace);
    control.add(entries(controlRoom()));
    return control.state();
}

RoomFold RoomBuilder::fold(const RoomId &room) const
{
    RoomFold folded(room, state());
    folded.add(entries(room));
    return folded;
}

} // namespace wardroom::test
