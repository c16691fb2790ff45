// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/entry.h"
#include "domain/platformword.h"

#include <QString>
#include <optional>

namespace wardroom::session {

//! What somebody on a phone decided, in one line: "approve 7F3K", "decline 7F3K because …".
struct PhoneDecision
{
    bool approves = true;
    QString code; //!< capitals; the beginning of the request's hash
    QString reason;
    friend bool operator==(const PhoneDecision &, const PhoneDecision &) = default;
};

//! What somebody on a phone chose where a playbook asks: "choose 7F3K isolate because …".
struct PhoneChoice
{
    QString code; //!< capitals; the beginning of the question's id
    QString words;
    QString reason;
    friend bool operator==(const PhoneChoice &, const PhoneChoice &) = default;
};

//! Nothing but a whole line of that form counts: who talks about approving approves nothing. What a chat app quotes of
//! the message that is answered ("> …") is not read.
std::optional<PhoneDecision> phoneDecisionIn(const QString &text);
std::optional<PhoneChoice> phoneChoiceIn(const QString &text);
//! The same from a reaction: a thumb up or a check mark, a thumb down or a cross. The code is empty.
std::optional<PhoneDecision> phoneDecisionOf(const QString &reaction);
//! \a text without what a chat app quotes at its beginning.
QString withoutQuote(const QString &text);

//! The id of what follows from a phone's message, so that reading it twice says nothing twice.
domain::FactId phoneFactId(const domain::Entry &entry, const QString &what);
//! Whose word it is, and which message said it.
domain::PlatformWord phoneWordOf(const domain::Entry &entry);

} // namespace wardroom::session
