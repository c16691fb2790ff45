// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/paced.h"

namespace wardroom::ui {

namespace {

constexpr qint64 kThirdOfAFrameMs = 5;     //!< more, and what else the frame has to do makes it late
constexpr qint64 kRestOfLongWorkMs = 2000; //!< so that it spoils fewer than one frame in a hundred
constexpr qint64 kRestFactor = 10;

} // namespace

Paced::Paced(std::function<void()> work, QObject *parent) : QObject(parent), m_work(std::move(work))
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &Paced::now);
}

void Paced::want()
{
    if (m_again.isActive())
        return;
    const qint64 left = m_ended.isValid() ? m_restMs - m_ended.elapsed() : 0;
    if (left <= 0)
        now();
    else
        m_again.start(static_cast<int>(left));
}

void Paced::now()
{
    m_again.stop();
    QElapsedTimer took;
    took.start();
    m_work();
    m_restMs = took.elapsed() > kThirdOfAFrameMs ? kRestOfLongWorkMs : took.elapsed() * kRestFactor;
    m_ended.start();
}

} // namespace wardroom::ui
