// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/ids.h"

#include <optional>

namespace wardroom::domain {

//! Words of somebody without a Wardroom (a phone's chat app), as the workspace's runner read them: the fact counts as
//! said by that person, vouched for by the chat platform and not by a signature of theirs. Only the node that the
//! policy names as runner may say one.
struct PlatformWord
{
    PersonId person;
    EntryId entry; //!< the message or reaction that said it
    static void fields(auto &s, auto &&f)
    {
        f("person", s.person);
        f("entry", s.entry);
    }
};

//! Facts that can be said for somebody on a phone.
template <class T>
concept SaidForSomebody = requires(const T &fact)
{
    {
        fact.platform
        } -> std::convertible_to<std::optional<PlatformWord>>;
};

} // namespace wardroom::domain
