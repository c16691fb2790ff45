// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/cards.h"

namespace wardroom::session {

//! The attachment that \a evidence names, with a harmless name.
FileLine fileOf(const domain::EvidenceAdded &evidence);

//! Decides how one stored entry shows in a conversation, if it does: facts that belong to a card are part of it.
class RowMaker
{
public:
    explicit RowMaker(const Engine &engine);
    //! nullopt: shown within another row, or only on the timeline.
    std::optional<ConversationRow> row(const store::StoredEntry &stored, const QHash<OpId, LiveOutput> &outputs) const;
    //! nullopt: a fact that nobody said by hand, so that only its failing is worth a row.
    std::optional<ConversationRow> pending(const store::OutboxItem &item) const;
    //! The operation a display message tells about; empty for others.
    static OpId operationOf(const QString &display);

private:
    std::optional<ConversationRow> factRow(ConversationRow row, const domain::Entry &entry,
                                           const QHash<OpId, LiveOutput> &outputs) const;
    ConversationRow base(const store::StoredEntry &stored) const;

    const Engine &m_engine;
    Cards m_cards;
};

} // namespace wardroom::session
