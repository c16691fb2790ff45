// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QCoreApplication>
#include <QFuture>
#include <QPointer>
#include <QPromise>
#include <QTimer>
#include <chrono>
#include <memory>

namespace wardroom {

//! True at the first \a signal, false after \a limit or when \a sender goes; to be waited for with co_await.
//! QCoro 0.8's own qCoro(sender, signal) wakes its coroutine once for every emission that comes before it ran, and the
//! second time there is no coroutine any more. Call on \a sender's thread.
template <class Sender, class Signal>
QFuture<bool> firstSignal(Sender *sender, Signal signal, std::chrono::milliseconds limit)
{
    const auto promise = std::make_shared<QPromise<bool>>();
    promise->start();
    const QFuture<bool> future = promise->future();
    auto *timer = new QTimer(sender);
    const auto end = [promise, timer = QPointer<QTimer>(timer)](bool came) {
        if (promise->future().isFinished())
            return;
        promise->addResult(came);
        promise->finish();
        if (timer)
            timer->deleteLater();
    };
    QObject::connect(sender, signal, timer, [end] { end(true); });
    QObject::connect(timer, &QTimer::timeout, timer, [end] { end(false); });
    QObject::connect(
        timer, &QObject::destroyed, QCoreApplication::instance(), [end] { end(false); }, Qt::DirectConnection);
    timer->setSingleShot(true);
    timer->start(limit);
    return future;
}

} // namespace wardroom
