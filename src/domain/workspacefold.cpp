// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/fold.h"
#include "domain/sequence.h"

namespace wardroom::domain {

WorkspaceFold::WorkspaceFold(WorkspaceId workspace)
{
    m_state.workspace = std::move(workspace);
}

bool WorkspaceFold::add(const QList<Entry> &entries)
{
    bool changed = false;
    for (const Entry &entry : entries)
        changed = !entry.envelope.isEmpty() && (placeEntry(m_entries, readEntry(entry)) >= 0 || changed);
    // A control room holds hundreds of facts, not millions: it is folded whole.
    if (changed)
        refold();
    return changed;
}

void WorkspaceFold::refold()
{
    const WorkspaceId workspace = m_state.workspace;
    m_state = WorkspaceState();
    m_state.workspace = workspace;
    m_admission = Admission();
    m_judgements.clear();
    // What waits is tried again after every pass that accepted something: the outcome depends on the set alone.
    QList<qsizetype> open;
    for (qsizetype i = 0; i < m_entries.size(); ++i)
        open.append(i);
    bool progress = true;
    while (progress && !open.isEmpty()) {
        progress = false;
        QList<qsizetype> waiting;
        for (const qsizetype i : std::as_const(open)) {
            const ReadEntry &read = m_entries.at(i);
            Judgement judgement = m_admission.judge(read, m_state);
            const bool signedWell =
                judgement.standing == Standing::accepted || judgement.standing == Standing::duplicate;
            if (judgement.standing == Standing::accepted)
                judgement = reduce(m_state, read);
            if (signedWell && judgement.standing != Standing::waiting)
                m_admission.note(read, judgement.standing);
            if (judgement.standing == Standing::waiting)
                waiting.append(i);
            else
                progress = progress || judgement.standing == Standing::accepted;
            m_judgements.insert(read.entry.position.entry, judgement);
        }
        open = waiting;
    }
}

} // namespace wardroom::domain
