// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/locksweeper.h"

#include "session/engine.h"
#include "session/engineports.h"
#include "session/lockends.h"

namespace wardroom::session {
using namespace std::chrono_literals;

namespace {

constexpr auto kEvery = 1h;
constexpr qint64 kKept = 24 * 3'600'000; //!< ms after there is nothing left to decide
constexpr int kMostAtOnce = 100;         //!< the others next time: it is nobody's hurry

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

QCoro::Task<int> LockSweeper::sweep()
{
    const QPointer<LockSweeper> self(this);
    if (m_sweeping || m_engine.platform().linkState() != chat::LinkState::live)
        co_return 0;
    m_sweeping = true;
    const Result<QStringList> held = co_await m_ports.held();
    if (!self)
        co_return 0;
    const QStringList names = held.value_or(QStringList());
    const QHash<QString, qint64> ends = lockEnds(m_engine.book(), names);
    const qint64 now = std::min(m_engine.serverTime(), m_engine.clock().nowMs());
    int cleared = 0;
    for (const QString &name : names) {
        if (!self || cleared == kMostAtOnce)
            break;
        if (!ends.contains(name) || now < ends.value(name) + kKept)
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
