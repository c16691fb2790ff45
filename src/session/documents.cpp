// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/documents.h"

#include "bot/catalogue/yamltree.h"
#include "bot/sandbox/sshjob.h"
#include "domain/fields.h"
#include "session/actions.h"
#include "session/chainhead.h"
#include "session/founding.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace wardroom::session {
using namespace Qt::StringLiterals;
using bot::YamlNode;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Documents", text);
}

QJsonValue jsonOf(const YamlNode &node)
{
    switch (node.kind) {
    case YamlNode::Kind::null: return QJsonValue::Undefined;
    case YamlNode::Kind::scalar: {
        static const QRegularExpression whole(u"^-?[0-9]{1,15}$"_s);
        if (!node.quoted && whole.match(node.text).hasMatch())
            return node.text.toLongLong();
        return node.text;
    }
    case YamlNode::Kind::list: {
        QJsonArray list;
        for (const YamlNode &item : node.items)
            list.append(jsonOf(item));
        return list;
    }
    case YamlNode::Kind::map: break;
    }
    QJsonObject object;
    for (const YamlNode::Member &member : node.members)
        if (member.value.kind != YamlNode::Kind::null)
            object.insert(member.key, jsonOf(member.value));
    return object;
}

Result<QJsonObject> readFile(const QByteArray &file, const QString &fileName)
{
    const auto tree = bot::parseYaml(file, fileName);
    if (!tree)
        return fail(ErrorKind::invalid,
                    u"%1:%2: %3"_s.arg(tree.error().file).arg(tree.error().line).arg(tree.error().message));
    if (tree->kind != YamlNode::Kind::map)
        return fail(ErrorKind::invalid, tr("%1 has to be a list of keys and values.").arg(fileName));
    return jsonOf(*tree).toObject();
}

//! The first key of \a object that T has no field for, or empty.
template <class T> QString unknownKey(const QJsonObject &object)
{
    QStringList known;
    T value;
    T::fields(value, [&known](const char *name, auto &) { known.append(QString::fromLatin1(name)); });
    for (const QString &key : object.keys())
        if (!known.contains(key))
            return key;
    return {};
}

template <class T> Result<T> valueOf(const QJsonObject &object, const QString &where)
{
    if (const QString key = unknownKey<T>(object); !key.isEmpty())
        return fail(ErrorKind::invalid, tr("%1: “%2” is not known here.").arg(where, key));
    T value;
    domain::FieldReader reader;
    if (!reader.read(object, value))
        return fail(ErrorKind::invalid,
                    tr("%1: “%2” is not of the kind that is expected.").arg(where, reader.problem()));
    return value;
}

} // namespace

QJsonObject policyJson(const domain::Policy &policy)
{
    return domain::FieldWriter::write(policy);
}

QJsonObject hostJson(const domain::Host &host)
{
    return domain::FieldWriter::write(host);
}

Result<domain::Policy> policyFrom(const QByteArray &file, const QString &fileName, const domain::Policy &now)
{
    const Result<QJsonObject> wanted = readFile(file, fileName);
    if (!wanted)
        return tl::unexpected(wanted.error());
    QJsonObject merged = policyJson(now);
    for (auto it = wanted->begin(); it != wanted->end(); ++it)
        merged.insert(it.key(), it.value());
    return valueOf<domain::Policy>(merged, fileName);
}

namespace {

Result<PersonId> personNamed(const Engine &engine, const PersonId &said)
{
    const auto &people = engine.book().workspace().people;
    if (people.contains(said))
        return said;
    QList<PersonId> found;
    for (const domain::Person &person : people)
        if (person.name.compare(said.text(), Qt::CaseInsensitive) == 0 ||
            person.name.section(u' ', 0, 0).compare(said.text(), Qt::CaseInsensitive) == 0)
            found.append(person.id);
    if (found.size() == 1)
        return found.first();
    return fail(ErrorKind::notFound, (found.isEmpty() ? tr("There is nobody called %1 here.")
                                                      : tr("Several people are called %1; say the id."))
                                         .arg(said.text()));
}

Result<RoomId> roomNamed(const Engine &engine, const RoomId &said)
{
    for (const chat::Room &room : engine.book().rooms())
        if (room.id == said || room.name == said.text())
            return room.id;
    return fail(ErrorKind::notFound, tr("There is no room %1 here.").arg(said.text()));
}

//! Somebody who has only a phone is called by the whole account; the workspace knows no name of theirs.
bool isAccount(const Engine &engine, const PersonId &person)
{
    const QString text = person.text();
    return !engine.entry().homeserver.isEmpty() && text.startsWith(u'@') && text.indexOf(u':') > 1 &&
           text.size() <= 255;
}

//! People may write names; facts hold ids. What the policy holds now stays, also where this node does not know it.
Result<void> nameToId(const Engine &engine, domain::Policy &policy, const domain::Policy &now)
{
    for (QList<PersonId> *list : {&policy.admins, &policy.rota})
        for (PersonId &person : *list) {
            const Result<PersonId> meant = personNamed(engine, person);
            if (!meant && list == &policy.rota && isAccount(engine, person))
                continue;
            if (!meant)
                return tl::unexpected(meant.error());
            person = *meant;
        }
    QList<RoomId> known{now.alertRoom};
    for (const domain::Group &group : now.groups)
        known.append(group.room);
    QList<RoomId *> rooms;
    for (domain::Group &group : policy.groups)
        rooms.append(&group.room);
    if (!policy.alertRoom.isEmpty())
        rooms.append(&policy.alertRoom);
    for (RoomId *room : std::as_const(rooms)) {
        if (known.contains(*room))
            continue;
        const Result<RoomId> meant = roomNamed(engine, *room);
        if (!meant)
            return tl::unexpected(meant.error());
        *room = *meant;
    }
    return {};
}

} // namespace

Result<domain::Policy> policyFromText(const Engine &engine, const QByteArray &file, const QString &fileName)
{
    const domain::Policy *now = engine.book().workspace().policy();
    domain::Policy before = now ? *now : domain::Policy();
    if (!before.automation) { // from before levels meant anything: what it does not say goes on to mean what it meant
        before.automation.emplace();
        before.level = before.level < 1 ? 0 : 2;
    }
    Result<domain::Policy> wanted = policyFrom(file, fileName, before);
    if (!wanted)
        return wanted;
    if (const Result<void> named = nameToId(engine, *wanted, before); !named)
        return tl::unexpected(named.error());
    return wanted;
}

Result<bot::Vocabulary> vocabularyFrom(const QByteArray &file, const QString &fileName)
{
    const Result<QJsonObject> read = readFile(file, fileName);
    if (!read)
        return tl::unexpected(read.error());
    bot::Vocabulary vocabulary;
    vocabulary.inventory.version = 1;
    for (const QJsonValue &each : read->value(u"hosts"_s).toArray()) {
        Result<domain::Host> host = valueOf<domain::Host>(each.toObject(), fileName);
        if (!host)
            return tl::unexpected(host.error());
        if (host->name.isEmpty())
            return fail(ErrorKind::invalid, tr("%1: every host needs a name.").arg(fileName));
        vocabulary.inventory.hosts.append(std::move(*host));
    }
    for (const QJsonValue &each : read->value(u"people"_s).toArray()) {
        const QJsonObject person = each.toObject();
        const QString name = person.value(u"name"_s).toString();
        if (name.isEmpty())
            return fail(ErrorKind::invalid, tr("%1: everybody needs a name.").arg(fileName));
        const domain::PersonId id(person.value(u"id"_s).toString(name));
        vocabulary.people.append({id, name});
        for (const QJsonValue &alias : person.value(u"aliases"_s).toArray())
            vocabulary.people.append({id, alias.toString()});
    }
    return vocabulary;
}

QJsonObject vocabularyJson(const bot::Vocabulary &vocabulary)
{
    QJsonArray hosts, people;
    for (const domain::Host &host : vocabulary.inventory.hosts)
        hosts.append(hostJson(host));
    for (const domain::Person &person : vocabulary.people)
        people.append(QJsonObject{{u"id"_s, person.id.text()}, {u"name"_s, person.name}});
    return {{u"hosts"_s, hosts}, {u"people"_s, people}};
}

Result<void> checkReach(const domain::Host &host)
{
    return bot::sshReachOf(host, "key").map([](const bot::SshReach &) {});
}

QCoro::Task<Result<domain::FactId>> vouchForNode(Engine &engine, domain::NodeId id)
{
    const QPointer<Engine> self(&engine);
    const domain::WorkspaceState &workspace = engine.book().workspace();
    if (!workspace.asking.contains(id))
        co_return fail(ErrorKind::notFound, tr("No node %1 asks to be let in.").arg(id.text()));
    const domain::Node node = workspace.asking.value(id);
    const domain::Policy *policy = workspace.policy();
    if (node.person != engine.me() && !(policy && policy->isAdmin(engine.me())))
        co_return fail(ErrorKind::forbidden, tr("Only a policy admin, or the person's own node, can let it in."));
    const chat::Room *control = engine.book().roomFor(chat::Purpose::control);
    if (!control)
        co_return fail(ErrorKind::notFound, tr("The control room is not here."));
    domain::NodeEnrolled fact;
    fact.node = id;
    fact.person = node.person;
    fact.machine = node.machine;
    fact.key = node.key;
    const domain::Fact vouch = fact;
    const Result<domain::FactId> said = co_await sayFact(engine, control->id, vouch);
    if (!said || !self)
        co_return said;
    const Result<void> done = co_await settled(engine, *said);
    co_return done ? said : tl::unexpected(done.error());
}

QCoro::Task<Result<domain::FactId>> revokeNode(Engine &engine, domain::NodeId id, QString reason)
{
    const QPointer<Engine> self(&engine);
    const domain::Node *node = engine.book().workspace().node(id);
    const domain::Policy *policy = engine.book().workspace().policy();
    if (!node)
        co_return fail(ErrorKind::notFound, tr("There is no node %1 in this workspace.").arg(id.text()));
    if (node->revoked)
        co_return fail(ErrorKind::conflict, tr("That node is revoked already."));
    if (node->person != engine.me() && !(policy && policy->isAdmin(engine.me())))
        co_return fail(ErrorKind::forbidden, tr("Only a policy admin can revoke somebody else's node."));
    domain::NodeRevoked fact{id, reason, {}};
    for (const chat::Room &room : engine.book().rooms()) {
        if (const qint64 seq = chainHead(engine.book(), room.id, id).seq; seq > 0)
            fact.lastGood.append({room.id, seq});
    }
    const chat::Room *control = engine.book().roomFor(chat::Purpose::control);
    if (!control)
        co_return fail(ErrorKind::notFound, tr("The control room is not here."));
    const Result<domain::FactId> said = co_await sayFact(engine, control->id, fact);
    if (!said || !self)
        co_return said;
    const Result<void> done = co_await settled(engine, *said);
    if (!done || !self)
        co_return done ? said : tl::unexpected(done.error());
    const domain::Node *now = engine.book().workspace().node(id);
    if (!now || !now->revoked)
        co_return fail(ErrorKind::forbidden, tr("The workspace did not take this revocation."));
    co_return said;
}

} // namespace wardroom::session
