// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/workspacestate.h"

#include "domain/fields.h"

namespace wardroom::domain {
using namespace Qt::StringLiterals;

const Policy *WorkspaceState::policy() const
{
    return policies.isEmpty() ? nullptr : &policies.last();
}

const Policy *WorkspaceState::policy(qint64 version) const
{
    const auto it = policies.constFind(version);
    return it == policies.constEnd() ? nullptr : &*it;
}

Inventory WorkspaceState::inventory() const
{
    return inventories.isEmpty() ? Inventory() : inventories.last();
}

const Node *WorkspaceState::node(const NodeId &id) const
{
    const auto it = nodes.constFind(id);
    return it == nodes.constEnd() ? nullptr : &*it;
}

NodeId WorkspaceState::claimant(const RoomId &claimRoom) const
{
    for (const Node &node : nodes)
        if (!claimRoom.isEmpty() && node.claimRoom == claimRoom && !node.revoked)
            return node.id;
    return {};
}

QList<PublishedPlaybook> WorkspaceState::publishedPlaybooks() const
{
    QSet<FactId> replaced;
    for (const PublishedPlaybook &each : playbooks)
        replaced.insert(each.published.replaces);
    QList<PublishedPlaybook> standing;
    for (const PublishedPlaybook &each : playbooks)
        if (!replaced.contains(each.fact) && !each.published.file.isNull())
            standing.append(each);
    return standing;
}

QString WorkspaceState::nameOf(const PersonId &person) const
{
    const QString name = people.value(person).name;
    return name.isEmpty() ? person.text() : name;
}

PersonId WorkspaceState::personOf(const NodeId &id) const
{
    const Node *found = node(id);
    return found ? found->person : PersonId();
}

QJsonObject WorkspaceState::toJson() const
{
    QJsonObject peopleJson, nodesJson, policiesJson, inventoriesJson;
    for (const Person &person : people)
        peopleJson.insert(person.id.text(), person.name);
    for (const Node &node : nodes) {
        QJsonObject lastGood;
        for (auto it = node.lastGood.begin(); it != node.lastGood.end(); ++it)
            lastGood.insert(it.key().text(), it.value());
        QJsonObject nodeJson{{u"person"_s, node.person.text()},
                             {u"machine"_s, node.machine},
                             {u"key"_s, node.key},
                             {u"revoked"_s, node.revoked},
                             {u"lastGood"_s, lastGood}};
        if (!node.claimRoom.isEmpty())
            nodeJson.insert(u"claimRoom"_s, node.claimRoom.text());
        nodesJson.insert(node.id.text(), nodeJson);
    }
    for (const Policy &policy : policies)
        policiesJson.insert(QString::number(policy.version), FieldWriter::write(policy));
    for (const Inventory &inventory : inventories)
        inventoriesJson.insert(QString::number(inventory.version), FieldWriter::write(inventory));
    QStringList used = usedInvitations;
    used.sort();
    QJsonObject json{{u"workspace"_s, workspace.text()},
                     {u"people"_s, peopleJson},
                     {u"nodes"_s, nodesJson},
                     {u"policies"_s, policiesJson},
                     {u"inventories"_s, inventoriesJson},
                     {u"usedInvitations"_s, QJsonArray::fromStringList(used)}};
    QJsonObject askingJson;
    for (const Node &node : asking)
        askingJson.insert(node.id.text(), QJsonObject{{u"person"_s, node.person.text()}, {u"key"_s, node.key}});
    if (!askingJson.isEmpty())
        json.insert(u"asking"_s, askingJson);
    QJsonObject playbooksJson;
    for (const PublishedPlaybook &each : playbooks) {
        QJsonObject one = FieldWriter::write(each.published);
        one.insert(u"by"_s, each.by.text());
        playbooksJson.insert(each.fact.text(), one);
    }
    if (!playbooksJson.isEmpty())
        json.insert(u"playbooks"_s, playbooksJson);
    return json;
}

} // namespace wardroom::domain
