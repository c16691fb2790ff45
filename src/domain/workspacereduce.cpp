// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/fields.h"
#include "domain/fold.h"
#include "domain/invitation.h"
#include "domain/operationreduce.h"

namespace wardroom::domain {
using namespace Qt::StringLiterals;

namespace {

Judgement accepted()
{
    return {Standing::accepted, {}, {}};
}

Judgement suspect(const QString &why)
{
    return {Standing::suspect, why, {}};
}

//! One overload a kind; what the control room does not care about is accepted and changes nothing.
class Step
{
public:
    Step(WorkspaceState &state, Proposals &proposals, const ReadEntry &read)
        : m_state(state)
        , m_proposals(proposals)
        , m_read(read)
        , m_envelope(*read.envelope)
    {}

    Judgement operator()(const NodeEnrolled &fact)
    {
        if (const Node *known = m_state.node(fact.node))
            return known->key == fact.key ? accepted() : suspect(u"enrols a node that is there already"_s);
        // A node speaks for itself: otherwise somebody who is in could take a colleague's place before her. What
        // another says of it vouches, and counts once the node has said the same.
        if (fact.node != m_envelope.node)
            return vouch(fact);
        const PublicKey key = PublicKey::fromHex(fact.key);
        const bool founding = m_state.nodes.isEmpty() && key.fingerprint() == m_state.workspace.text();
        if (!founding) {
            if (const Judgement admitted = admit(fact); admitted.standing != Standing::accepted)
                return admitted;
        }
        m_state.asking.remove(fact.node);
        const bool foretold = m_state.foretold.contains(fact.node);
        m_state.nodes.insert(fact.node, {fact.node, fact.person, fact.machine, fact.key, foretold,
                                         m_state.foretold.value(fact.node), fact.claimRoom});
        if (!m_state.people.contains(fact.person))
            m_state.people.insert(fact.person, {fact.person, fact.name});
        return accepted();
    }

    Judgement operator()(const NodeRevoked &fact)
    {
        const auto node = m_state.nodes.find(fact.node);
        if (node == m_state.nodes.end())
            return {Standing::waiting, u"waits for the node"_s, u"node:"_s + fact.node.text()};
        const PersonId by = m_state.personOf(m_envelope.node);
        if (by != node->person && !isAdmin(by))
            return suspect(u"revoked by somebody who may not"_s);
        node->revoked = true;
        for (const LastGood &good : fact.lastGood)
            node->lastGood.insert(good.room, good.seq);
        return accepted();
    }

    Judgement operator()(const PolicyPublished &fact)
    {
        const qint64 version = fact.policy.version;
        const qint64 newest = m_state.policies.isEmpty() ? 0 : m_state.policies.lastKey();
        if (version > newest + 1)
            return {Standing::waiting, u"waits for the policy before it"_s,
                    u"policy:"_s + QString::number(version - 1)};
        const Policy *known = m_state.policy(version);
        if (known && known->hash() == fact.policy.hash())
            return {Standing::duplicate, u"the same fact, said again"_s, {}};
        if (version <= newest)
            return suspect(u"this version of the policy is published already"_s);
        if (!mayPublish())
            return suspect(u"published by somebody who is no policy admin"_s);
        if (const Judgement agreed = judgeAgreement(m_state, m_proposals, m_read);
            agreed.standing != Standing::accepted)
            return agreed;
        m_state.policies.insert(version, fact.policy);
        settleProposals(m_proposals, m_read);
        repeat(fact);
        return accepted();
    }

    Judgement operator()(const InventoryPublished &fact)
    {
        if (!mayPublish())
            return suspect(u"published by somebody who is no policy admin"_s);
        const qint64 newest = m_state.inventories.isEmpty() ? 0 : m_state.inventories.lastKey();
        const qint64 version = fact.inventory.version;
        if (m_state.inventories.contains(version) &&
            FieldWriter::write(m_state.inventories.value(version)) == FieldWriter::write(fact.inventory))
            return {Standing::duplicate, u"the same fact, said again"_s, {}};
        if (version != newest + 1)
            return suspect(u"this version of the inventory does not follow the last"_s);
        if (const Judgement agreed = judgeAgreement(m_state, m_proposals, m_read);
            agreed.standing != Standing::accepted)
            return agreed;
        m_state.inventories.insert(version, fact.inventory);
        settleProposals(m_proposals, m_read);
        return accepted();
    }

    Judgement operator()(const PlaybookPublished &fact)
    {
        if (!isAdmin(m_state.personOf(m_envelope.node)))
            return suspect(u"published by somebody who is no policy admin"_s);
        const auto replaced = m_state.playbooks.constFind(fact.replaces);
        if (!fact.replaces.isEmpty() && replaced == m_state.playbooks.cend())
            return {Standing::waiting, u"waits for a fact it refers to"_s, u"fact:"_s + fact.replaces.text()};
        if (!fact.replaces.isEmpty() && replaced->published.playbook != fact.playbook)
            return suspect(u"replaces another playbook"_s);
        m_state.playbooks.insert(
            m_envelope.id, {m_envelope.id, m_state.personOf(m_envelope.node), m_read.entry.position.serverTime, fact});
        return accepted();
    }

    Judgement operator()(const auto &)
    {
        return isOperationFact(m_read.fact) ? reduceProposal(m_state, m_proposals, m_read) : accepted();
    }

private:
    bool isAdmin(const PersonId &person) const
    {
        const Policy *policy = m_state.policy();
        return policy && policy->isAdmin(person);
    }

    //! The first version is the founder's; each further one comes from an admin of the version before.
    bool mayPublish() const
    {
        const Node *node = m_state.node(m_envelope.node);
        if (!node)
            return false;
        if (!m_state.policy())
            return PublicKey::fromHex(node->key).fingerprint() == m_state.workspace.text();
        return isAdmin(node->person);
    }

    //! What a policy repeats: who counts no longer, also for whoever never saw that revocation; and its publisher
    //! vouches for who is in, as with a node.enrolled of her own.
    void repeat(const PolicyPublished &fact)
    {
        for (const NodeRevoked &revoked : fact.revoked) {
            QMap<RoomId, qint64> good;
            for (const LastGood &each : revoked.lastGood)
                good.insert(each.room, each.seq);
            const auto node = m_state.nodes.find(revoked.node);
            if (node == m_state.nodes.end()) {
                m_state.foretold.insert(revoked.node, good);
            } else if (!node->revoked) {
                node->revoked = true;
                node->lastGood = good;
            }
        }
        for (const NodeLine &line : fact.nodes)
            noteVouch(line.node, {m_state.personOf(m_envelope.node), line.person, line.key});
    }

    void noteVouch(const NodeId &node, const Vouch &vouch)
    {
        QList<Vouch> &vouches = m_state.vouches[node];
        const auto same = [&](const Vouch &v) {
            return v.by == vouch.by && v.key == vouch.key && v.person == vouch.person;
        };
        if (std::none_of(vouches.begin(), vouches.end(), same))
            vouches.append(vouch);
    }

    Judgement vouch(const NodeEnrolled &fact)
    {
        const PersonId by = m_state.personOf(m_envelope.node);
        if (by != fact.person && !isAdmin(by))
            return suspect(u"vouched for by somebody who may not"_s);
        noteVouch(fact.node, {by, fact.person, fact.key});
        return accepted();
    }

    //! Her other node lets a person's node in; one policy admin lets a new person in; two, where all hers are lost.
    bool isVouchedFor(const NodeEnrolled &fact) const
    {
        QList<PersonId> admins;
        for (const Vouch &vouch : m_state.vouches.value(fact.node)) {
            if (vouch.key != fact.key || vouch.person != fact.person)
                continue;
            if (vouch.by == fact.person)
                return true;
            admins.append(vouch.by);
        }
        return admins.size() >= (m_state.people.contains(fact.person) ? 2 : 1);
    }

    Judgement admit(const NodeEnrolled &fact)
    {
        if (!fact.invitation && isVouchedFor(fact))
            return accepted();
        if (!fact.invitation) {
            m_state.asking.insert(fact.node, {fact.node, fact.person, fact.machine, fact.key, false, {}});
            return {Standing::waiting, u"waits for somebody to vouch for this node"_s, u"vouch:"_s + fact.node.text()};
        }
        const Node *inviter = m_state.node(fact.invitation->inviter);
        if (!inviter)
            return {Standing::waiting, u"waits for the inviting node"_s, u"node:"_s + fact.invitation->inviter.text()};
        if (m_state.usedInvitations.contains(fact.invitation->key))
            return suspect(u"this invitation has been used"_s);
        if (m_state.people.contains(fact.person) && inviter->person != fact.person)
            return suspect(u"takes the name of a person who is there already"_s);
        const QString problem = invitationProblem(fact, *inviter, m_state.workspace, m_read.entry.position.serverTime);
        if (!problem.isEmpty())
            return suspect(problem);
        m_state.usedInvitations.append(fact.invitation->key);
        return accepted();
    }

    WorkspaceState &m_state;
    Proposals &m_proposals;
    const ReadEntry &m_read;
    const Envelope &m_envelope;
};

} // namespace

Judgement reduce(WorkspaceState &state, Proposals &proposals, const ReadEntry &read)
{
    return std::visit(Step(state, proposals, read), read.fact);
}

} // namespace wardroom::domain
