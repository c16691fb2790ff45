// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/coach.h"

#include "bot/catalogue/catalogue.h"
#include "bot/runtime/runnable.h"
#include "session/engine.h"
#include "session/guide.h"
#include "session/resources.h"

namespace wardroom::session {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostWaiting = 200;

QList<TonePack> shippedTones()
{
    const Result<QList<TonePack>> packs = loadTones(resourceFolder() + u"/tones"_s);
    return packs ? *packs : QList<TonePack>(); // without them, everything is plain
}

//! Well, and to its end: what is read back was.
bool isWell(const domain::OperationState &operation, const bot::Catalogue &catalogue)
{
    if (!operation.finish || operation.finish->outcome != domain::Outcome::done)
        return false;
    if (operation.verification)
        return operation.verification->verdict == domain::Verdict::verified;
    return operation.request.needs == 0 || !bot::isReadBack(operation.request, catalogue);
}

bool isOver(const domain::OperationState &operation, const bot::Catalogue &catalogue)
{
    if (operation.finish)
        return operation.verification || operation.finish->outcome != domain::Outcome::done ||
               operation.request.needs == 0 || !bot::isReadBack(operation.request, catalogue);
    return !operation.isLive() && operation.stage != domain::Stage::claimed;
}

} // namespace

Coach::Coach(Engine &engine) : m_engine(engine), m_character(shippedTones(), engine.language())
{
    connect(&engine, &Engine::roomFolded, this, &Coach::onFolded);
}

bool Coach::isUrgent(const RoomId &room) const
{
    constexpr qint64 grave = 2;
    const domain::IncidentState &state = m_engine.book().state(room);
    if (state.incident.opened && !state.incident.closed && state.incident.severity <= grave)
        return true;
    return std::any_of(state.alerts.cbegin(), state.alerts.cend(), [](const domain::AlertState &alert) {
        return alert.isOpen() && alert.raised.severity >= domain::AlertSeverity::high;
    });
}

void Coach::expect(const RoomId &room, const OpId &op, const QString &words)
{
    if (m_waiting.size() < kMostWaiting)
        m_waiting.insert(op, {room, words});
    onFolded(room); // it may have ended already
}

void Coach::onFolded(const RoomId &room)
{
    for (const OpId &op : m_waiting.keys()) {
        if (m_waiting.value(op).room != room)
            continue;
        const domain::OperationState *operation = m_engine.book().state(room).operation(op);
        if (!operation || !isOver(*operation, m_engine.catalogue()))
            continue;
        const Waiting waiting = m_waiting.take(op);
        if (isWell(*operation, m_engine.catalogue()))
            noteDone(room, operation->request.command, operation->request.args, waiting.words);
        else if (operation->finish)
            noteTrouble(room, *operation);
    }
}

//! Plain whatever the tone, and no tip: somebody has something else on her mind. At night, too, as it may be urgent.
void Coach::noteTrouble(const RoomId &room, const domain::OperationState &operation)
{
    const QList<Suggestion> next = Guide(m_engine).afterTrouble(operation);
    if (!next.isEmpty())
        Q_EMIT advised({room, tr("It did not go well. To see more:"), {}, next, false});
}

void Coach::noteDone(const RoomId &room, const QString &command, const QJsonObject &args, const QString &words)
{
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(m_engine.clock().nowMs());
    if (!m_character.manners().isSilent(now.time()))
        QCoro::connect(advise(room, command, args, words), this, [] {});
}

QCoro::Task<bool> Coach::isFirst(QString command)
{
    const QPointer<Coach> self(this);
    const QString key = u"tip/"_s + command;
    if (m_used.contains(command))
        co_return false;
    m_used.insert(command);
    const Result<QByteArray> told = co_await m_engine.store().value(key);
    if (!self || !told || !told->isEmpty())
        co_return false;
    QCoro::connect(m_engine.store().setValue(key, "told"), this, [](const Result<void> &) {});
    co_return true;
}

QCoro::Task<void> Coach::advise(RoomId room, QString command, QJsonObject args, QString words)
{
    const QPointer<Coach> self(this);
    const bool first = co_await isFirst(command);
    const bot::Command *known = self ? m_engine.catalogue().command(command) : nullptr;
    if (!known)
        co_return;
    const Guide guide(m_engine);
    const bool urgent = isUrgent(room);
    Advice advice{room, {}, {}, guide.after(command, args), false};
    if (!advice.next.isEmpty())
        advice.title = m_character.say(Saying::next, tr("Next:"), urgent);
    if (const QString other = first ? guide.otherWording(*known, args, words) : QString(); !other.isEmpty())
        advice.text = m_character.say(Saying::tip, tr("You can also say: %1").arg(other), urgent, other);
    if (!advice.next.isEmpty() || !advice.text.isEmpty())
        Q_EMIT advised(advice);
}

} // namespace wardroom::session
