// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/locksweeper.h"

#include "session/engine.h"
#include "session/engineports.h"

namespace wardroom::session {
using namespace std::chrono_literals;

namespace {

constexpr auto kEvery = 1h;
constexpr qint64 kKept = 24 * 3'600'000; //!< ms after an operation's expiry
constexpr int kMostAtOnce = 100;         //!< the others next time: it is nobody's hurry

const domain::OperationState *operationIn(const RoomBook &book, const domain::OpId &op)
{
    for (const chat::Room &room : book.rooms()) {
        if (const domain::OperationState *found = book.state(room.id).operation(op))
            return found;
    }
    return nullptr;
}

} // namespace

LockSweeper::LockSweeper(Engine &engine, EnginePorts &ports) : m_engine(engine), m_ports(ports)
{
    m_timer.setInterval(kEvery);
    connect(&m_timer, &QTimer::timeout, this, [this] { QCoro::connect(sweep(), this, [](int) {}); });
}

void LockSweeper::start()
{
    m_timer.start();
    QCoro::connect(sweep(), this, [](int) {});
}

void LockSweeper::stop()
{
    m_timer.stop();
}

//! Not what this node knows nothing of, nor what nobody has said the end of: an expiry that was written is no proof
//! that every node's clock has passed it, and an end is.
bool LockSweeper::mayClear(const domain::OpId &op) const
{
    const domain::OperationState *known = operationIn(m_engine.book(), op);
    if (!known || known->request.expires <= 0 || known->stage == domain::Stage::requested ||
        known->stage == domain::Stage::claimed)
        return false;
    return std::min(m_engine.serverTime(), m_engine.clock().nowMs()) >= known->request.expires + kKept;
}

QCoro::Task<int> LockSweeper::sweep()
{
    const QPointer<LockSweeper> self(this);
    if (m_sweeping || m_engine.platform().linkState() != chat::LinkState::live)
        co_return 0;
    m_sweeping = true;
    const Result<QStringList> held = co_await m_ports.held();
    const QStringList names = held.value_or(QStringList());
    int cleared = 0;
    for (const QString &name : names) {
        if (!self || cleared == kMostAtOnce)
            break;
        if (!mayClear(domain::OpId(name)))
            continue;
        const Result<void> done = co_await m_ports.release(name);
        if (!done)
            break; // the link is gone, or the server wants a rest: the next round goes on
        ++cleared;
    }
    if (self)
        m_sweeping = false;
    co_return cleared;
}

} // namespace wardroom::session
