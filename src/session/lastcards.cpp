// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/lastcards.h"

namespace wardroom::session {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype most = 4;

struct Card
{
    qint64 at = 0;
    domain::FactId fact;
    bot::Shown shown;
};

} // namespace

QList<bot::Shown> lastCards(const domain::IncidentState &room)
{
    QList<Card> cards;
    for (const domain::OperationState &each : room.operations)
        cards.append({each.said.at, each.said.fact, {each.request.command, each.request.args}});
    for (const domain::AlertState &each : room.alerts)
        cards.append({each.said.at,
                      each.said.fact,
                      {u"alert.show"_s, {{u"address"_s, each.raised.source}, {u"host"_s, each.raised.target}}}});
    std::sort(cards.begin(), cards.end(),
              [](const Card &a, const Card &b) { return a.at != b.at ? a.at < b.at : a.fact < b.fact; });
    QList<bot::Shown> last;
    for (qsizetype i = std::max<qsizetype>(0, cards.size() - most); i < cards.size(); ++i)
        last.append(cards.at(i).shown);
    return last;
}

} // namespace wardroom::session
