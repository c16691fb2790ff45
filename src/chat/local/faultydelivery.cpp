// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/local/faultydelivery.h"

#include <algorithm>

namespace wardroom::chat {

using domain::Entry;

void FaultyDelivery::setFaults(const LocalFaults &faults)
{
    if (faults.seed != m_faults.seed || faults == LocalFaults{})
        m_dice.seed(faults.seed);
    m_faults = faults;
    for (Withheld &held : m_withheld) {
        // A fault that ended lets go of what it held.
        if ((held.wait < 0 && faults.gaps == 0) || (held.wait >= 0 && faults.late == 0))
            held.wait = 0;
    }
}

void FaultyDelivery::restart(LocalCursor from)
{
    m_withheld.clear();
    m_end = from;
}

bool FaultyDelivery::chance(int percent)
{
    // Not std::uniform_int_distribution: its numbers differ between libraries, and a seed has to mean one thing.
    return percent > 0 && int(m_dice() % 100) < percent;
}

void FaultyDelivery::withholdOrTake(const LoggedEntry &logged, LocalCursor before, QList<Entry> &out)
{
    // An older state of the same entry must not come after this one; its place in the withheld stays.
    for (Withheld &held : m_withheld) {
        if (held.entry.position.entry == logged.entry.position.entry) {
            held.entry = logged.entry;
            return;
        }
    }
    if (chance(m_faults.gaps)) {
        m_withheld.append({logged.entry, before, -1});
        return;
    }
    if (chance(m_faults.late)) {
        m_withheld.append({logged.entry, before, 1 + int(m_dice() % 3)});
        return;
    }
    out.append(logged.entry);
    if (chance(m_faults.doubles))
        out.append(logged.entry);
}

void FaultyDelivery::takeDue(QList<Entry> &out)
{
    for (auto held = m_withheld.begin(); held != m_withheld.end();) {
        if (held->wait > 0)
            --held->wait;
        if (held->wait != 0) {
            ++held;
            continue;
        }
        out.append(held->entry);
        held = m_withheld.erase(held);
    }
}

LocalCursor FaultyDelivery::cursor() const
{
    LocalCursor safe = m_end;
    for (const Withheld &held : m_withheld)
        safe = std::min(safe, held.before);
    return safe;
}

Delivery FaultyDelivery::take(const LoggedBatch &batch)
{
    Delivery delivery;
    LocalCursor before = batch.from;
    for (const LoggedEntry &logged : batch.entries) {
        withholdOrTake(logged, before, delivery.entries);
        before = logged.at;
    }
    m_end = batch.end;
    if (m_faults.twoOrders)
        std::shuffle(delivery.entries.begin(), delivery.entries.end(), m_dice);
    if (!delivery.entries.isEmpty())
        takeDue(delivery.entries);
    delivery.cursor = cursor();
    return delivery;
}

Delivery FaultyDelivery::release()
{
    Delivery delivery;
    takeDue(delivery.entries);
    delivery.cursor = cursor();
    return delivery;
}

bool FaultyDelivery::hasDue() const
{
    return std::any_of(m_withheld.begin(), m_withheld.end(), [](const Withheld &held) { return held.wait >= 0; });
}

void FaultyDelivery::historyRead(const RoomId &room)
{
    for (Withheld &held : m_withheld) {
        if (held.entry.room == room && held.wait < 0)
            held.wait = 0;
    }
}

} // namespace wardroom::chat
