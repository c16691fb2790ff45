// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/deadlines.h"

#include "base/plaintext.h"
#include "session/actions.h"
#include "session/engine.h"
#include "session/resources.h"

#include <QLocale>
#include <QPointer>

namespace wardroom::session {
using namespace Qt::StringLiterals;

Deadlines::Deadlines(Engine &engine)
    : m_engine(engine)
    , m_regimes(loadRegimes(resourceFolder() + u"/regimes"_s).value_or(QList<Regime>()))
{}

const Regime *Deadlines::regimeCalled(const QString &idOrLaw) const
{
    for (const Regime &regime : m_regimes)
        if (regime.id == idOrLaw || regime.law == idOrLaw)
            return &regime;
    return nullptr;
}

QList<RegimeChoice> Deadlines::regimes() const
{
    const QString language = m_engine.language();
    QList<RegimeChoice> choices;
    for (const Regime &regime : m_regimes) {
        RegimeChoice choice{regime.id,
                            inLanguage(regime.names, language),
                            inLanguage(regime.triggers, language),
                            inLanguage(regime.remarks, language),
                            {}};
        for (const LegalClock &clock : regime.clocks)
            if (clock.after.isEmpty())
                choice.clocks.append(inLanguage(clock.names, language));
        choices.append(choice);
    }
    return choices;
}

QList<DeadlineLine> Deadlines::lines(const RoomId &room) const
{
    QList<DeadlineLine> lines;
    for (const domain::DeadlineState &deadline : m_engine.book().state(room).deadlines) {
        if (deadline.started.regime == u"reminder") // somebody's own, set by a command: no law
            continue;
        DeadlineLine line{deadline.id,
                          shownPlainly(deadline.started.name, 80),
                          shownPlainly(deadline.started.regime, 80),
                          deadline.said.at,
                          deadline.started.due,
                          deadline.met ? deadline.met->at : 0};
        // The fact keeps the words of who started it; a reader of another language reads their own.
        if (const Regime *regime = regimeCalled(deadline.started.regime))
            if (const LegalClock *clock = regime->clockCalled(deadline.started.name))
                line.name = inLanguage(clock->names, m_engine.language());
        lines.append(line);
    }
    std::sort(lines.begin(), lines.end(), [](const DeadlineLine &one, const DeadlineLine &other) {
        return std::tuple(one.metAt > 0, one.due) < std::tuple(other.metAt > 0, other.due);
    });
    return lines;
}

bool Deadlines::runs(const RoomId &room, const Regime &regime, const LegalClock &clock) const
{
    for (const domain::DeadlineState &deadline : m_engine.book().state(room).deadlines)
        if (deadline.started.regime == regime.law && regime.clockCalled(deadline.started.name) == &clock)
            return true;
    return false;
}

QCoro::Task<Result<FactId>> Deadlines::startClocks(RoomId room, Regime regime, QString after, qint64 from)
{
    const QPointer<Deadlines> self(this);
    Result<FactId> last = FactId();
    for (const LegalClock &clock : std::as_const(regime.clocks)) {
        const Regime *known = regimeCalled(regime.id);
        if (clock.after != after || !known || runs(room, *known, *known->clockCalled(clock.names.value(u"en"_s))))
            continue;
        const domain::Fact fact =
            domain::DeadlineStarted{regime.law, inLanguage(clock.names, m_engine.language()), clock.dueFrom(from)};
        last = co_await sayFact(m_engine, room, fact);
        if (!self || !last)
            co_return self ? last : fail(ErrorKind::cancelled, {});
    }
    co_return last;
}

QCoro::Task<Result<FactId>> Deadlines::start(RoomId room, QString regime, qint64 since, QString reason)
{
    const QPointer<Deadlines> self(this);
    const Regime *law = regimeCalled(regime);
    if (!law || !m_engine.book().state(room).incident.opened)
        co_return fail(ErrorKind::invalid, tr("Legal clocks run in incidents, under a law that is listed."));
    if (reason.trimmed().isEmpty())
        co_return fail(ErrorKind::invalid, tr("Say why: who reads the record later asks for it."));
    if (since <= 0 || since > m_engine.clock().nowMs())
        co_return fail(ErrorKind::invalid, tr("The moment cannot be in the future."));
    const Regime regimeNow = *law;
    const QString none;
    const Result<FactId> started = co_await startClocks(room, regimeNow, none, since);
    if (!self || !started)
        co_return self ? started : fail(ErrorKind::cancelled, {});
    if (started->isEmpty())
        co_return fail(ErrorKind::conflict, tr("The clocks of this law run here already."));
    const QString when = QLocale::c().toString(QDateTime::fromMSecsSinceEpoch(since), u"yyyy-MM-dd HH:mm"_s);
    const domain::Fact note =
        domain::NoteAdded{tr("%1: the clocks run from %2. Why: %3").arg(regimeNow.law, when, reason.trimmed())};
    co_return co_await sayFact(m_engine, room, note);
}

QCoro::Task<Result<FactId>> Deadlines::declineReport(RoomId room, QString regime, QString reason)
{
    const Regime *law = regimeCalled(regime);
    if (!law)
        co_return fail(ErrorKind::invalid, tr("Legal clocks run in incidents, under a law that is listed."));
    if (reason.trimmed().isEmpty())
        co_return fail(ErrorKind::invalid, tr("Say why: who reads the record later asks for it."));
    const domain::Fact note = domain::NoteAdded{tr("%1: no report. Why: %2").arg(law->law, reason.trimmed())};
    co_return co_await sayFact(m_engine, room, note);
}

QCoro::Task<Result<FactId>> Deadlines::meet(RoomId room, FactId deadline, QString note)
{
    const QPointer<Deadlines> self(this);
    const auto deadlines = m_engine.book().state(room).deadlines;
    const auto known = deadlines.constFind(deadline);
    if (known == deadlines.constEnd() || known->met)
        co_return fail(ErrorKind::notFound, tr("This clock does not run any more."));
    const domain::Fact met = domain::DeadlineMet{deadline, note};
    const Result<FactId> said = co_await sayFact(m_engine, room, met);
    if (!self || !said)
        co_return self ? said : fail(ErrorKind::cancelled, {});
    const Regime *regime = regimeCalled(known->started.regime);
    const LegalClock *clock = regime ? regime->clockCalled(known->started.name) : nullptr;
    if (!clock)
        co_return said;
    const Regime regimeNow = *regime;
    const QString after = clock->id;
    const qint64 now = m_engine.clock().nowMs();
    const Result<FactId> next = co_await startClocks(room, regimeNow, after, now);
    co_return next ? said : next;
}

} // namespace wardroom::session
