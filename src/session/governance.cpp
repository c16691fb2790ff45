// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/governance.h"

#include "base/plaintext.h"
#include "domain/fields.h"
#include "report/policywords.h"
#include "session/actions.h"
#include "session/automation.h"
#include "session/engine.h"
#include "session/founding.h"
#include "session/lockends.h"
#include "session/sameseen.h"

#include <QJsonDocument>
#include <QRegularExpression>

namespace wardroom::session {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 kProposalMs = 24 * 3'600'000; // an admin may be asleep
constexpr auto kTryAgain = 5s;

QString tr(const char *text)
{
    return QCoreApplication::translate("Governance", text);
}

RoomId controlRoom(const Engine &engine)
{
    const chat::Room *control = engine.book().roomFor(chat::Purpose::control);
    return control ? control->id : RoomId();
}

report::RoomNames roomNames(const Engine &engine)
{
    return [&engine](const RoomId &room) {
        const chat::Room *known = engine.book().room(room);
        return known ? known->name : QString();
    };
}

//! What every policy that this program makes has: those from before go on to mean what they meant, and from now on
//! another admin has to agree, unless it says otherwise.
domain::Policy completed(domain::Policy policy, const domain::Policy *now)
{
    policy.version = now ? now->version + 1 : 1;
    if (!policy.policyApprovals)
        policy.policyApprovals = 1;
    if (!policy.automation) {
        policy.automation.emplace();
        policy.level = policy.level < 1 ? 0 : std::max<qint64>(policy.level, 2);
    }
    for (domain::CommandLevel &level : policy.automation->commands) {
        const bool known = now && now->automation && now->automation->commands.contains(level);
        if (level.level == 3 && !known)
            level.since = policy.version;
    }
    return policy;
}

//! What nobody could want: a policy that nobody can ever change again, or a level 3 that its record does not bear.
Result<void> checkPolicy(const Engine &engine, const domain::Policy &policy)
{
    const domain::WorkspaceState &workspace = engine.book().workspace();
    qint64 people = 0;
    for (const PersonId &admin : policy.admins) {
        if (!workspace.people.contains(admin))
            return fail(ErrorKind::invalid, tr("%1 is not in this workspace, and so cannot be a policy admin.")
                                                .arg(shownPlainly(admin.text(), 100)));
        people += policy.bots.contains(admin) ? 0 : 1;
    }
    if (people == 0)
        return fail(ErrorKind::invalid, tr("A policy needs at least one person as its admin."));
    if (policy.level < 0 || policy.level > 3)
        return fail(ErrorKind::invalid, tr("A level is 0, 1, 2 or 3."));
    if (const QString why = Automation(engine).unfounded(policy); !why.isEmpty())
        return fail(ErrorKind::forbidden, why);
    return {};
}

qint64 needed(const Engine &engine)
{
    const domain::Policy *now = engine.book().workspace().policy();
    return now ? now->approvalsForChange(engine.me()) : 0;
}

Result<void> checkAdmin(const Engine &engine)
{
    const domain::Policy *now = engine.book().workspace().policy();
    if (now && !now->isAdmin(engine.me()))
        return fail(ErrorKind::forbidden, tr("Only a policy admin can change the policy or the inventory."));
    return {};
}

//! "Ada Byron <ada@acme.example>, Bo": each name, without what stands behind it.
bool isAuthor(const QString &author, const QString &name)
{
    static const QRegularExpression between(u"[,;&/]|\\band\\b|、|和"_s);
    static const QRegularExpression behind(u"[<(（].*$"_s);
    for (QString each : author.split(between))
        if (looksTheSame(each.remove(behind), name))
            return true;
    return false;
}

//! Nobody vets their own, and nobody in another's name, whichever way the policy was written. What a plugin says of its
//! author is in the bytes that are vetted; of one that is not here only the signature can be told.
Result<void> checkVetting(const Engine &engine, const domain::Policy &policy, const domain::Policy *now)
{
    const auto isSame = [](const domain::Vetting &a, const domain::Vetting &b) {
        return a.plugin == b.plugin && a.hash == b.hash && a.by == b.by;
    };
    const QString me = engine.book().workspace().nameOf(engine.me());
    for (const domain::Vetting &vetting : policy.vetted) {
        const QList<domain::Vetting> before = now ? now->vetted : QList<domain::Vetting>();
        if (std::any_of(before.begin(), before.end(), [&](const auto &each) { return isSame(each, vetting); }))
            continue;
        const QString name = shownPlainly(vetting.plugin, 60);
        if (vetting.by != engine.me())
            return fail(ErrorKind::forbidden, tr("%1 can only be vetted in your own name.").arg(name));
        for (const bot::Plugin &plugin : engine.catalogue().plugins())
            if (plugin.hash == vetting.hash && isAuthor(plugin.author, me))
                return fail(ErrorKind::forbidden,
                            tr("%1 is your own: somebody else than the author has to vet it.").arg(name));
    }
    return {};
}

//! A drill's workspace lists practice hosts. What is listed all the same is not reached (bot/runtime/practicebounds.h).
Result<void> checkHosts(const Engine &engine, const domain::Inventory &inventory)
{
    for (const domain::Host &host : inventory.hosts)
        if (engine.practisesOnly() && host.reach != u"practice")
            return fail(ErrorKind::forbidden,
                        tr("This workspace is for practice; %1 is no practice host and cannot be listed.")
                            .arg(shownPlainly(host.name, 80)));
    return {};
}

//! The request, posted in the control room for the others.
QCoro::Task<Result<Proposed>> ask(Engine &engine, domain::CommandRequested request, qint64 version, QString title,
                                  QString reason)
{
    const QPointer<Engine> self(&engine);
    request.title = title;
    request.words = title;
    request.reason = reason;
    request.needs = needed(engine);
    request.group = tr("policy admins");
    request.requesters = {engine.me()};
    request.expires = engine.clock().nowMs() + kProposalMs;
    request.nonce = randomHex(8);
    request.plan.effect = wordsOf(engine, request).changes.join(u'\n');
    const qint64 others = request.needs;
    const domain::Fact fact = request;
    const Result<FactId> said = co_await sayFact(engine, controlRoom(engine), fact);
    if (!said || !self)
        co_return self ? tl::unexpected(said.error()) : fail(ErrorKind::cancelled, {});
    const Result<void> there = co_await settled(engine, *said);
    if (!there)
        co_return tl::unexpected(there.error());
    co_return Proposed{*said, *said, version, others, false};
}

} // namespace

ProposalWords wordsOf(const Engine &engine, const domain::CommandRequested &request)
{
    const domain::WorkspaceState &workspace = engine.book().workspace();
    ProposalWords words;
    QJsonObject json;
    if (const auto policy = domain::proposedPolicy(request)) {
        const domain::Policy *before = workspace.policy(policy->version - 1);
        words.changes =
            report::policyChanges(before ? *before : domain::Policy(), *policy, workspace, roomNames(engine));
        words.changes += Automation(engine).grantedAnew(*policy);
        words.problem = Automation(engine).unfounded(*policy);
        json = domain::FieldWriter::write(*policy);
    } else if (const auto inventory = domain::proposedInventory(request)) {
        words.changes = report::inventoryChanges(workspace.inventories.value(inventory->version - 1), *inventory);
        json = domain::FieldWriter::write(*inventory);
    } else {
        words.problem = tr("This Wardroom cannot read all of it; it may be older than the one that asked.");
        return words;
    }
    if (words.changes.isEmpty())
        words.changes = {tr("Nothing but the version's number.")};
    words.document = QString::fromUtf8(QJsonDocument(json).toJson());
    return words;
}

QCoro::Task<Result<Proposed>> proposePolicy(Engine &engine, domain::Policy policy, QString reason)
{
    const QPointer<Engine> self(&engine);
    if (const Result<void> may = checkAdmin(engine); !may)
        co_return tl::unexpected(may.error());
    const domain::Policy *now = engine.book().workspace().policy();
    policy = completed(policy, now);
    if (const Result<void> good = checkPolicy(engine, policy); !good)
        co_return tl::unexpected(good.error());
    if (const Result<void> good = checkVetting(engine, policy, now); !good)
        co_return tl::unexpected(good.error());
    const qint64 version = policy.version;
    if (needed(engine) > 0) {
        const QString title = tr("Publish policy %1").arg(version);
        const domain::CommandRequested request = domain::proposalOf(policy);
        co_return co_await ask(engine, request, version, title, reason);
    }
    const Result<FactId> said = co_await publishPolicy(engine, policy);
    if (!said)
        co_return tl::unexpected(said.error());
    co_return Proposed{*said, {}, version, 0, true};
}

QCoro::Task<Result<Proposed>> proposeInventory(Engine &engine, domain::Inventory inventory, QString reason)
{
    if (const Result<void> may = checkAdmin(engine); !may)
        co_return tl::unexpected(may.error());
    if (const Result<void> good = checkHosts(engine, inventory); !good)
        co_return tl::unexpected(good.error());
    inventory.version = engine.book().workspace().inventory().version + 1;
    const qint64 version = inventory.version;
    if (needed(engine) > 0) {
        const QString title = tr("Publish inventory %1").arg(version);
        const domain::CommandRequested request = domain::proposalOf(inventory);
        co_return co_await ask(engine, request, version, title, reason);
    }
    const Result<FactId> said = co_await publishInventory(engine, inventory);
    if (!said)
        co_return tl::unexpected(said.error());
    co_return Proposed{*said, {}, version, 0, true};
}

QCoro::Task<Result<FactId>> publishPolicy(Engine &engine, domain::Policy policy)
{
    const QPointer<Engine> self(&engine);
    if (needed(engine) > 0)
        co_return fail(ErrorKind::forbidden, tr("Another policy admin has to agree: propose it."));
    policy = completed(policy, engine.book().workspace().policy());
    const qint64 version = policy.version;
    // Two admins at once: the platform lets one of them be the next version.
    const domain::ClaimAnswer claim = co_await engine.arbiter().claimOnce(policyLock(version));
    if (!self)
        co_return fail(ErrorKind::cancelled, {});
    // Where the server forbids locks, the fold takes the earlier of two. One's own is from a try that came to nothing.
    const bool isOwn = claim.claim == domain::Claim::lost && claim.owner == engine.entry().node;
    if (claim.claim != domain::Claim::won && !isOwn && engine.platform().capabilities().arbiter)
        co_return fail(ErrorKind::conflict,
                       tr("Somebody else is publishing this version of the policy; look at theirs first."));
    const domain::Fact fact = domain::publication(engine.book().workspace(), policy, {});
    const Result<FactId> said = co_await sayFact(engine, controlRoom(engine), fact);
    if (!said || !self)
        co_return said;
    const Result<void> done = co_await settled(engine, *said);
    if (!done || !self)
        co_return done ? said : tl::unexpected(done.error());
    const domain::Policy *now = engine.book().workspace().policy(version);
    if (!now || now->hash() != policy.hash())
        co_return fail(ErrorKind::conflict,
                       tr("The workspace did not take this policy; look at the one that holds first."));
    co_return said;
}

QCoro::Task<Result<FactId>> publishInventory(Engine &engine, domain::Inventory inventory)
{
    const QPointer<Engine> self(&engine);
    if (needed(engine) > 0)
        co_return fail(ErrorKind::forbidden, tr("Another policy admin has to agree: propose it."));
    if (const Result<void> good = checkHosts(engine, inventory); !good)
        co_return tl::unexpected(good.error());
    inventory.version = engine.book().workspace().inventory().version + 1;
    const domain::Fact fact = domain::InventoryPublished{inventory};
    const Result<FactId> said = co_await sayFact(engine, controlRoom(engine), fact);
    if (!said || !self)
        co_return said;
    const Result<void> done = co_await settled(engine, *said);
    co_return done ? said : tl::unexpected(done.error());
}

Governance::Governance(Engine &engine) : m_engine(engine)
{
    m_again.setSingleShot(true);
    m_again.setInterval(kTryAgain);
    connect(&m_again, &QTimer::timeout, this, &Governance::consider);
}

void Governance::consider()
{
    const domain::Policy *policy = m_engine.book().workspace().policy();
    const bool isLive = m_engine.platform().linkState() == chat::LinkState::live;
    if (!m_engine.isReady() || !isLive || !policy || !policy->isAdmin(m_engine.me()))
        return;
    considerProposals();
    mend();
}

void Governance::considerProposals()
{
    const domain::IncidentState proposals = m_engine.book().control().proposals(); // a copy: it may change on the way
    for (const domain::OperationState &each : proposals.operations)
        if (!m_busy.contains(each.op) &&
            domain::mayPublish(each, m_engine.book().workspace(), m_engine.clock().nowMs())) {
            m_busy.insert(each.op);
            QCoro::connect(publish(each.op), this, [] {});
        }
}

//! Whether the next version of the policy is this node's to publish.
QCoro::Task<Result<bool>> Governance::takeVersion(qint64 version)
{
    const QPointer<Governance> self(this);
    const domain::ClaimAnswer claim = co_await m_engine.arbiter().claimOnce(policyLock(version));
    if (!self)
        co_return fail(ErrorKind::cancelled, {});
    const bool isOwn = claim.claim == domain::Claim::lost && claim.owner == m_engine.entry().node;
    if (claim.claim == domain::Claim::won || isOwn || !m_engine.platform().capabilities().arbiter)
        co_return true;
    if (claim.claim == domain::Claim::unknown)
        co_return fail(ErrorKind::transient, {});
    if (!m_engine.book().workspace().node(claim.owner))
        Q_EMIT troubled(tr("Policy %1 cannot be published: its lock is held by %2, which is no node of this workspace.")
                            .arg(version)
                            .arg(shownPlainly(claim.owner.text(), 200)));
    co_return false;
}

QCoro::Task<void> Governance::publish(OpId op)
{
    const QPointer<Governance> self(this);
    const auto proposal = [this, op] { return m_engine.book().control().proposals().operation(op); };
    const std::optional<domain::Policy> policy = domain::proposedPolicy(proposal()->request);
    if (policy) {
        const Result<bool> mine = co_await takeVersion(policy->version);
        if (!self)
            co_return;
        if (!mine) // not known: asked again
            m_again.start();
        if (!mine || !*mine) {
            m_busy.remove(op);
            co_return;
        }
    }
    // A withdrawal or a decline that came meanwhile still counts.
    const domain::OperationState *now = proposal();
    const auto approvals = now ? domain::mayPublish(*now, m_engine.book().workspace(), m_engine.clock().nowMs())
                               : fail(ErrorKind::notFound, {});
    if (approvals) {
        domain::Intent intent;
        intent.room = controlRoom(m_engine);
        intent.op = op;
        intent.cause = op;
        intent.id = domain::derivedFactId(u"published:"_s + op.text());
        if (policy)
            intent.fact = domain::publication(m_engine.book().workspace(), *policy, *approvals);
        else
            intent.fact = domain::InventoryPublished{*domain::proposedInventory(now->request), *approvals};
        const Result<FactId> said = co_await m_engine.sender().say(intent);
        if (!self)
            co_return;
        if (!said)
            Q_EMIT troubled(said.error().message);
    }
    m_busy.remove(op);
}

//! Deleting the message of a revocation or a policy changes nothing for those who have read it. Somebody who joins
//! later has not; so it is said again, by whoever may say it.
void Governance::mend()
{
    const domain::WorkspaceFold &control = m_engine.book().control();
    const QList<domain::ReadEntry> entries = control.entries();
    for (const qsizetype index : QSet(control.kept())) {
        const domain::ReadEntry &gone = entries.at(index);
        const auto *policy = std::get_if<domain::PolicyPublished>(&gone.fact);
        const bool matters = policy || std::holds_alternative<domain::NodeRevoked>(gone.fact) ||
                             std::holds_alternative<domain::InventoryPublished>(gone.fact);
        const domain::Policy *before =
            policy ? m_engine.book().workspace().policy(policy->policy.version - 1) : nullptr;
        if (!matters || (before && !before->isAdmin(m_engine.me())))
            continue;
        const domain::FactId id = domain::derivedFactId(u"said again:"_s + gone.hash.hex());
        if (m_mended.contains(id))
            continue;
        m_mended.insert(id);
        domain::Intent intent{controlRoom(m_engine), gone.fact, {}, gone.envelope->op, gone.envelope->id, id};
        QCoro::connect(m_engine.sender().say(intent), this, [this](const Result<FactId> &said) {
            if (!said)
                Q_EMIT troubled(said.error().message);
        });
    }
}

} // namespace wardroom::session
