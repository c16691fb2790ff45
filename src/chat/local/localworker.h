// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "chat/local/locallog.h"
#include "chat/local/looksignal.h"

#include <QFuture>
#include <QPromise>
#include <QTimer>

namespace wardroom::chat {

//! Lives on the platform's own thread and does everything there that touches the disk, one job after another.
class LocalWorker final : public QObject
{
    Q_OBJECT

public:
    LocalWorker(QString folder, LogUser user, Capabilities limits, std::chrono::milliseconds poll, bool signalling);

    //! Runs \a job on the worker's thread, from any. While that thread runs, each is answered.
    template <class T> QFuture<Result<T>> ask(std::function<Result<T>(LocalLog &)> job)
    {
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        QMetaObject::invokeMethod(
            this,
            [this, promise, job = std::move(job)] {
                const Result<LocalLog *> opened = log();
                promise->addResult(opened ? job(**opened) : Result<T>(tl::unexpected(opened.error())));
                promise->finish();
                announce();
            },
            Qt::QueuedConnection);
        return promise->future();
    }

    //! Called on the worker's thread: the log, opened when it is not yet, or why it cannot be.
    Result<LocalLog *> log();
    //! After a job: tells this platform, and the others, when something changed.
    void announce();

    //! On the worker's thread, first and last.
    void begin();
    void end();

Q_SIGNALS:
    void newsCame(bool roomsToo);
    //! The log cannot be read at present; looking goes on, and newsCame() says when it can again.
    void troubled();

private:
    void look(bool own);

    QString m_folder;
    LogUser m_user;
    Capabilities m_limits;
    std::chrono::milliseconds m_poll;
    bool m_signalling;
    std::unique_ptr<LocalLog> m_log;
    std::unique_ptr<LookSignal> m_lookSignal;
    std::unique_ptr<QTimer> m_timer;
    LogNews m_seen;
    bool m_troubled = false;
};

} // namespace wardroom::chat
