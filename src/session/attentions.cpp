// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/attentions.h"

#include "base/plaintext.h"
#include "report/wording.h"
#include "session/engine.h"

namespace wardroom::session {
using namespace Qt::StringLiterals;

Attentions::Attentions(Engine &engine, const Approvals &approvals) : m_engine(engine), m_approvals(approvals)
{
    connect(&engine, &Engine::entriesStored, this, &Attentions::onStored);
}

void Attentions::onStored(const QList<store::StoredEntry> &entries)
{
    if (!m_engine.isReady())
        return;
    for (const store::StoredEntry &stored : entries) {
        const domain::Entry &entry = stored.entry;
        if (entry.edited || entry.deleted || !entry.display.isEmpty())
            continue;
        if (const std::optional<Attention> attention = forEntry(entry))
            Q_EMIT needed(*attention);
    }
}

std::optional<Attention> Attentions::forEntry(const domain::Entry &entry) const
{
    const chat::Room *room = m_engine.book().room(entry.room);
    const QString where = room ? shownPlainly(room->name, 80) : QString();
    const auto placed = m_engine.book().placed(entry);
    if (!placed.read) {
        const QString mention = u'@' + m_engine.book().workspace().nameOf(m_engine.me());
        const bool named = entry.text.contains(mention, Qt::CaseInsensitive);
        const bool direct = room && room->purpose == chat::Purpose::direct;
        if (entry.sender == m_engine.me() || entry.room == m_looking || (!named && !direct) ||
            !entry.envelope.isEmpty())
            return std::nullopt;
        const QString from = m_engine.book().workspace().nameOf(entry.sender);
        return Attention{entry.room, tr("%1 in %2").arg(from, where), shownPlainly(entry.text, 200), false};
    }
    const domain::Fact &fact = placed.read->fact;
    const QString sentence = report::sentenceFor(fact, m_engine.book().workspace());
    if (const auto *alert = std::get_if<domain::AlertRaised>(&fact); alert && !alert->from && entry.room != m_looking)
        return Attention{entry.room, tr("Alert in %1").arg(where), sentence,
                         alert->severity >= domain::AlertSeverity::high};
    if (const auto *called = std::get_if<domain::ResponderCalled>(&fact);
        called && (called->person.isEmpty() || called->person == m_engine.me()))
        return Attention{entry.room, tr("You are called to %1").arg(where), sentence, true};
    if (std::holds_alternative<domain::CommandRequested>(fact)) {
        const ApprovalView view = m_approvals.view(entry.room, placed.read->envelope->id);
        if (view.needed > 0 && view.whyNotMe.isEmpty())
            return Attention{entry.room, tr("%1 asks for your decision").arg(view.requester), view.title, true};
    }
    return std::nullopt;
}

} // namespace wardroom::session
