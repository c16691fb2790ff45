// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/reasons.h"

#include "base/plaintext.h"
#include "report/speech.h"

namespace wardroom::report {
using namespace Qt::StringLiterals;
using namespace domain;

namespace {

// Every reason that the folds give, so that each has its translation.
[[maybe_unused]] constexpr const char *kReasons[] = {
    QT_TRANSLATE_NOOP("reasons", "deleted in the chat"),
    QT_TRANSLATE_NOOP("reasons", "edited in the chat"),
    QT_TRANSLATE_NOOP("reasons", "made for another room"),
    QT_TRANSLATE_NOOP("reasons", "made for another workspace"),
    QT_TRANSLATE_NOOP("reasons", "said by a revoked node after its last good fact"),
    QT_TRANSLATE_NOOP("reasons", "the signature does not fit"),
    QT_TRANSLATE_NOOP("reasons", "said without words"),
    QT_TRANSLATE_NOOP("reasons", "sent by somebody else than the node's person"),
    QT_TRANSLATE_NOOP("reasons", "a second fact with one sequence number"),
    QT_TRANSLATE_NOOP("reasons", "does not follow the node's previous fact"),
    QT_TRANSLATE_NOOP("reasons", "its attachment is not canonical JSON"),
    QT_TRANSLATE_NOOP("reasons", "a request that does not name itself as its operation"),
    QT_TRANSLATE_NOOP("reasons", "after it expired"),
    QT_TRANSLATE_NOOP("reasons", "after it was settled"),
    QT_TRANSLATE_NOOP("reasons", "asked for by somebody who is not among its requesters"),
    QT_TRANSLATE_NOOP("reasons", "by the requester"),
    QT_TRANSLATE_NOOP("reasons", "cancelled after it was settled"),
    QT_TRANSLATE_NOOP("reasons", "cancelled by somebody who did not ask for it"),
    QT_TRANSLATE_NOOP("reasons", "claimed already"),
    QT_TRANSLATE_NOOP("reasons", "declined without a reason"),
    QT_TRANSLATE_NOOP("reasons", "enrols a node that is there already"),
    QT_TRANSLATE_NOOP("reasons", "enrols without an invitation"),
    QT_TRANSLATE_NOOP("reasons", "finished already"),
    QT_TRANSLATE_NOOP("reasons", "for other bytes"),
    QT_TRANSLATE_NOOP("reasons", "published by somebody who is no policy admin"),
    QT_TRANSLATE_NOOP("reasons", "reported by a node that did not claim it"),
    QT_TRANSLATE_NOOP("reasons", "revoked by somebody who may not"),
    QT_TRANSLATE_NOOP("reasons", "stalled after it finished"),
    QT_TRANSLATE_NOOP("reasons", "takes the name of a person who is there already"),
    QT_TRANSLATE_NOOP("reasons", "the claim names another policy"),
    QT_TRANSLATE_NOOP("reasons", "the claim names another request"),
    QT_TRANSLATE_NOOP("reasons", "the invitation had expired"),
    QT_TRANSLATE_NOOP("reasons", "the invitation is not by the node it names"),
    QT_TRANSLATE_NOOP("reasons", "the invitation was made for another key"),
    QT_TRANSLATE_NOOP("reasons", "the inviting node is revoked"),
    QT_TRANSLATE_NOOP("reasons", "this invitation has been used"),
    QT_TRANSLATE_NOOP("reasons", "this version of the inventory does not follow the last"),
    QT_TRANSLATE_NOOP("reasons", "this version of the policy is published already"),
    QT_TRANSLATE_NOOP("reasons", "published without the approvals it needs"),
    QT_TRANSLATE_NOOP("reasons", "published something else than was approved"),
    QT_TRANSLATE_NOOP("reasons", "another version was published first"),
    QT_TRANSLATE_NOOP("reasons", "proposed by somebody who is no policy admin"),
    QT_TRANSLATE_NOOP("reasons", "proposes no version"),
    QT_TRANSLATE_NOOP("reasons", "decided by somebody who is no policy admin"),
    QT_TRANSLATE_NOOP("reasons", "a proposal is published, not run"),
    QT_TRANSLATE_NOOP("reasons", "said from a phone, where this needs a signature"),
    QT_TRANSLATE_NOOP("reasons", "it ran by itself after a run that went wrong had ended that"),
    QT_TRANSLATE_NOOP("reasons", "twice by one person"),
    QT_TRANSLATE_NOOP("reasons", "another request has this id"),
    QT_TRANSLATE_NOOP("reasons", "claimed by another node than the request names"),
    QT_TRANSLATE_NOOP("reasons", "counts more approvals than anybody needs"),
    QT_TRANSLATE_NOOP("reasons", "enrols another node than itself"),
    QT_TRANSLATE_NOOP("reasons", "it ran without the claim that the policy asks for"),
    QT_TRANSLATE_NOOP("reasons", "its attachment is too large"),
    QT_TRANSLATE_NOOP("reasons", "waits for the claim"),
    QT_TRANSLATE_NOOP("reasons", "withdraws somebody else's approval"),
    QT_TRANSLATE_NOOP("reasons", "ended already"),
    QT_TRANSLATE_NOOP("reasons", "not among the options"),
    QT_TRANSLATE_NOOP("reasons", "by a bot"),
    QT_TRANSLATE_NOOP("reasons", "by somebody who was not asked"),
    QT_TRANSLATE_NOOP("reasons", "said by another node than runs the playbook"),
    QT_TRANSLATE_NOOP("reasons", "starts other bytes than were published"),
    QT_TRANSLATE_NOOP("reasons", "leaves out who published or started the playbook"),
    QT_TRANSLATE_NOOP("reasons", "said after the playbook ended"),
    QT_TRANSLATE_NOOP("reasons", "stopped by somebody who may not"),
    QT_TRANSLATE_NOOP("reasons", "this step was asked for already"),
    QT_TRANSLATE_NOOP("reasons", "replaces another playbook"),
    QT_TRANSLATE_NOOP("reasons", "the playbook has ended"),
    QT_TRANSLATE_NOOP("reasons", "waits for the playbook's publication"),
};

} // namespace

QString reasonWords(const Judgement &judgement)
{
    if (judgement.standing == Standing::accepted || judgement.standing == Standing::plain)
        return {};
    const QString kind = judgement.waitsFor.section(u':', 0, 0);
    if (kind == "fact"_L1)
        return translate("timeline", "waits for a fact that is not here yet");
    if (kind == "node"_L1)
        return translate("timeline", "waits until its Wardroom is known to the workspace");
    if (kind == "policy"_L1)
        return translate("timeline", "waits for a version of the policy");
    if (kind == "attachment"_L1)
        return translate("timeline", "waits for its attachment");
    return reasonText(judgement.reason);
}

QString reasonText(const QString &reason)
{
    return shownPlainly(translate("reasons", reason.toUtf8().constData()), 200);
}

} // namespace wardroom::report
