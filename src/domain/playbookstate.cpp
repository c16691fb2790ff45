// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/playbookstate.h"

#include "domain/fields.h"

namespace wardroom::domain {
using namespace Qt::StringLiterals;

namespace {

//! \a object with who said it and when.
QJsonObject saidBy(QJsonObject object, const Said &said)
{
    object.insert(u"said"_s, QJsonObject{{u"fact"_s, said.fact.text()},
                                         {u"by"_s, said.by.text()},
                                         {u"node"_s, said.node.text()},
                                         {u"at"_s, said.at}});
    return object;
}

} // namespace

QJsonObject toJson(const PlaybookRun &run)
{
    QJsonObject steps, operations;
    QJsonArray decisions;
    for (auto it = run.steps.begin(); it != run.steps.end(); ++it) {
        QJsonObject step = saidBy(FieldWriter::write(it->told), it->said);
        step.insert(u"asked"_s, it->question.text());
        steps.insert(it.key(), step);
    }
    for (auto it = run.operations.begin(); it != run.operations.end(); ++it)
        operations.insert(it.key(), it->text());
    for (const PlaybookDecision &decision : run.decisions) {
        QJsonObject one = saidBy(FieldWriter::write(decision.decided), decision.said);
        one.insert(u"counts"_s, decision.counts);
        one.insert(u"whyNot"_s, decision.whyNot);
        decisions.append(one);
    }
    QJsonObject object = saidBy(FieldWriter::write(run.started), run.said);
    object.insert(u"steps"_s, steps);
    object.insert(u"operations"_s, operations);
    object.insert(u"decisions"_s, decisions);
    if (run.removed)
        object.insert(u"removed"_s, true);
    if (run.ended)
        object.insert(u"ended"_s, saidBy(FieldWriter::write(*run.ended), *run.endSaid));
    return object;
}

} // namespace wardroom::domain
