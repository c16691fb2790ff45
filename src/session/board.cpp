// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/board.h"

#include "base/plaintext.h"
#include "report/wording.h"
#include "session/engine.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace wardroom::session {
using namespace Qt::StringLiterals;
using domain::IncidentState;

namespace {

constexpr qint64 kThirtyDays = 30LL * 24 * 3600 * 1000;

std::optional<qint64> median(QList<qint64> values)
{
    if (values.isEmpty())
        return std::nullopt;
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

//! The moment it stopped hurting: recovered, else closed.
qint64 recoveredAt(const IncidentState &state)
{
    const qint64 recovered = state.incident.reached.value(domain::IncidentStatus::recovered, 0);
    return recovered > 0 ? recovered : (state.incident.closed ? state.incident.closed->at : 0);
}

//! The legal clock that runs out first: what a manager looks for. Reminders are somebody's own.
QString nextClock(const IncidentState &state)
{
    const domain::DeadlineState *first = nullptr;
    for (const domain::DeadlineState &deadline : state.deadlines)
        if (!deadline.met && deadline.started.regime != u"reminder" &&
            (!first || deadline.started.due < first->started.due))
            first = &deadline;
    if (!first)
        return {};
    const QString when = QLocale().toString(QDateTime::fromMSecsSinceEpoch(first->started.due), QLocale::ShortFormat);
    return QCoreApplication::translate("Board", "%1 due %2").arg(shownPlainly(first->started.name, 80), when);
}

} // namespace

Board::Board(Engine &engine) : m_engine(engine) {}

BoardCard Board::card(const chat::Room &room, const IncidentState &state) const
{
    const domain::IncidentCore &incident = state.incident;
    BoardCard card;
    card.room = room.id;
    card.title = shownPlainly(incident.title, 200);
    card.severity = incident.severity;
    card.closed = incident.closed.has_value();
    card.words = shownPlainly(card.closed ? incident.closeSummary : incident.summary, 1000);
    if (card.words.isEmpty())
        card.words = tr("The team is looking into it. Nobody has written a summary yet.");
    card.progress = card.closed ? 100 : (static_cast<int>(incident.status) + 1) * 100 / 6;
    QString status = card.closed ? tr("Closed") : report::statusName(incident.status);
    status[0] = status.at(0).toUpper();
    QStringList footer{status};
    if (!card.closed && incident.nextUpdate > 0)
        footer.append(
            tr("next update by %1").arg(QDateTime::fromMSecsSinceEpoch(incident.nextUpdate).toString(u"HH:mm"_s)));
    if (const QString clock = nextClock(state); !card.closed && !clock.isEmpty())
        footer.append(clock);
    if (!incident.lead.isEmpty())
        footer.append(tr("%1 leads").arg(m_engine.book().workspace().nameOf(incident.lead)));
    card.footer = footer.join(u" · "_s);
    return card;
}

BoardView Board::view() const
{
    BoardView view;
    view.updatedAt = m_engine.syncedAt();
    const qint64 since = m_engine.clock().nowMs() - kThirtyDays;
    QList<qint64> acknowledged, recovered;
    for (const chat::Room &room : m_engine.book().rooms()) {
        const IncidentState &state = m_engine.book().state(room.id);
        for (const domain::AlertState &alert : state.alerts)
            if (alert.acknowledged && !alert.raised.from && alert.said.at >= since)
                acknowledged.append(alert.acknowledged->at - alert.said.at);
        if (!state.incident.opened)
            continue;
        view.cards.append(card(room, state));
        view.open += state.incident.closed ? 0 : 1;
        if (state.incident.said.at < since)
            continue;
        ++view.incidents30Days;
        if (const qint64 at = recoveredAt(state); at > 0)
            recovered.append(at - state.incident.said.at);
    }
    std::stable_sort(view.cards.begin(), view.cards.end(), [](const BoardCard &a, const BoardCard &b) {
        return std::pair(a.closed, a.severity) < std::pair(b.closed, b.severity);
    });
    view.medianAcknowledge = median(acknowledged);
    view.medianRecover = median(recovered);
    return view;
}

} // namespace wardroom::session
