// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/wordingvisitors.h"

#include "base/keys.h"
#include "domain/proposal.h"

namespace wardroom::report {
using namespace Qt::StringLiterals;
using namespace domain;

namespace {

QString textOf(const QString &text)
{
    return shownPlainly(text.trimmed(), 2000);
}

//! On whose word a decision rests, and on exactly which request.
template <typename Decision> QString basisOf(const Decision &fact)
{
    QStringList parts{fact.platform ? translate("wording", "from a phone, the chat server vouches for who it was")
                                    : translate("wording", "signed")};
    if (fact.from == "shell"_L1)
        parts << translate("wording", "given from a shell");
    parts << translate("wording", "exact request %1").arg(fact.request.brief());
    return parts.join(u" · "_s);
}

QString joined(QStringList parts, const QString &separator)
{
    parts.removeAll(QString());
    return parts.join(separator);
}

} // namespace

WordedFact OperationWords::operator()(const UnknownFact &fact) const
{
    return {translate("wording", "Something this version does not know: %1").arg(line(fact.name, 80)), {}};
}

WordedFact OperationWords::operator()(const CommandRequested &fact) const
{
    const QString what = fact.title.isEmpty() ? fact.command : fact.title;
    const QString title = fact.host.isEmpty() || what.contains(fact.host)
                              ? line(what)
                              : translate("wording", "%1 on %2").arg(line(what), line(fact.host, 80));
    QStringList detail{riskName(fact.risk)};
    if (fact.needs > 0)
        detail
            << translate("wording", "approvals needed: %1 (%2)").arg(QString::number(fact.needs), line(fact.group, 60));
    QString words = detail.join(u", "_s);
    if (!fact.reason.isEmpty())
        words += u"\n"_s + textOf(fact.reason);
    if (isProposal(fact) && !fact.plan.effect.isEmpty())
        words += u"\n"_s + textOf(fact.plan.effect);
    if (!fact.plan.danger.isEmpty())
        words += u"\n"_s + translate("wording", "Careful: %1").arg(textOf(fact.plan.danger));
    const QString verb = fact.risk == Risk::read ? translate("wording", "Asked") : translate("wording", "Requested");
    return {with(verb, title), words};
}

WordedFact OperationWords::operator()(const CommandClaimed &fact) const
{
    QStringList people;
    for (const CountedApproval &approval : fact.approvals)
        people << person(approval.person);
    return {with(translate("wording", "Started by %1").arg(by()), operation()),
            people.isEmpty() ? QString() : translate("wording", "accepted by %1").arg(people.join(u", "_s))};
}

WordedFact OperationWords::operator()(const CommandFinished &fact) const
{
    const QString summary = textOf(fact.summary);
    const QString ended =
        translate("wording", "took %1, exit code %2").arg(durationWords(fact.took), QString::number(fact.exitCode));
    return {with(outcomeName(fact.outcome), operation()), joined({summary, ended}, u"\n"_s)};
}

WordedFact OperationWords::operator()(const CommandVerified &fact) const
{
    QStringList parts;
    if (fact.before.isEmpty() && !fact.after.isEmpty())
        parts << translate("wording", "now %1").arg(line(fact.after, 300));
    else if (!fact.after.isEmpty())
        parts << translate("wording", "before %1, now %2").arg(line(fact.before, 300), line(fact.after, 300));
    if (fact.verdict != Verdict::verified && !fact.expected.isEmpty())
        parts << translate("wording", "expected %1").arg(line(fact.expected, 300));
    parts << textOf(fact.detail);
    return {with(verdictName(fact.verdict), operation()), joined(parts, u"\n"_s)};
}

WordedFact OperationWords::operator()(const CommandCancelled &fact) const
{
    return {with(translate("wording", "Cancelled by %1").arg(by()), operation()), textOf(fact.reason)};
}

WordedFact OperationWords::operator()(const CommandStalled &fact) const
{
    return {with(translate("wording", "Stopped halfway, a person must look"), operation()), textOf(fact.reason)};
}

WordedFact OperationWords::operator()(const ApprovalGiven &fact) const
{
    return {with(translate("wording", "Accepted by %1").arg(by()), operation()),
            joined({textOf(fact.reason), basisOf(fact)}, u"\n"_s)};
}

WordedFact OperationWords::operator()(const ApprovalDeclined &fact) const
{
    return {with(translate("wording", "Declined by %1").arg(by()), operation()),
            joined({textOf(fact.reason), basisOf(fact)}, u"\n"_s)};
}

WordedFact OperationWords::operator()(const ApprovalWithdrawn &fact) const
{
    return {with(translate("wording", "%1 takes the approval back").arg(by()), operation()), textOf(fact.reason)};
}

WordedFact OperationWords::operator()(const PolicyPublished &fact) const
{
    return {translate("wording", "Policy version %1 published").arg(fact.policy.version), {}};
}

WordedFact OperationWords::operator()(const InventoryPublished &fact) const
{
    return {translate("wording", "Inventory version %1 published").arg(fact.inventory.version),
            translate("wording", "hosts: %1").arg(fact.inventory.hosts.size())};
}

WordedFact OperationWords::operator()(const NodeEnrolled &fact) const
{
    const PublicKey key = PublicKey::fromHex(fact.key);
    return {translate("wording", "%1 joined the workspace with %2").arg(line(fact.name, 80), line(fact.machine, 80)),
            key.isNull() ? QString() : translate("wording", "key %1").arg(key.fingerprint())};
}

WordedFact OperationWords::operator()(const NodeRevoked &fact) const
{
    return {translate("wording", "No longer trusted: %1").arg(node(fact.node)), textOf(fact.reason)};
}

WordedFact OperationWords::operator()(const RecordKept &fact) const
{
    const auto envelope = parseEnvelope(fact.envelope.toUtf8());
    return {translate("wording", "Kept what a message said that was changed in the chat afterwards"),
            envelope
                ? translate("wording", "%1 by %2, sha-256 %3")
                      .arg(line(envelope->kind, 60), node(envelope->node), Sha256::of(fact.envelope.toUtf8()).hex())
                : QString()};
}

WordedFact OperationWords::operator()(const RecordAnchored &fact) const
{
    return {translate("wording", "Record fixed at %1 facts").arg(fact.count),
            translate("wording", "digest %1").arg(fact.digest.hex())};
}

} // namespace wardroom::report
