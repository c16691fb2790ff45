// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/local/localworker.h"

namespace wardroom::chat {

LocalWorker::LocalWorker(QString folder, LogUser user, Capabilities limits, std::chrono::milliseconds poll,
                         bool signalling)
    : m_folder(std::move(folder))
    , m_user(std::move(user))
    , m_limits(std::move(limits))
    , m_poll(poll)
    , m_signalling(signalling)
{}

void LocalWorker::begin()
{
    m_timer = std::make_unique<QTimer>();
    connect(m_timer.get(), &QTimer::timeout, this, [this] { look(false); });
    m_timer->start(m_poll);
}

void LocalWorker::end()
{
    m_timer.reset();
    m_lookSignal.reset();
    m_log.reset();
}

Result<LocalLog *> LocalWorker::log()
{
    if (m_log && m_log->inPlace())
        return m_log.get();
    // Moved, replaced or never opened: what one would write into a moved file is lost with it.
    m_lookSignal.reset();
    m_log.reset();
    auto opened = LocalLog::open(m_folder, m_user, m_limits);
    if (!opened)
        return tl::unexpected(opened.error());
    m_log = std::move(*opened);
    if (m_signalling) {
        m_lookSignal = std::make_unique<LookSignal>(m_log->folder().lookers());
        connect(m_lookSignal.get(), &LookSignal::looked, this, [this] { look(false); });
        m_lookSignal->listen();
    }
    return m_log.get();
}

void LocalWorker::announce()
{
    if (m_log)
        look(true);
}

void LocalWorker::look(bool own)
{
    const auto news = log().and_then([](LocalLog *log) { return log->news(); });
    if (!news) {
        m_troubled = true;
        Q_EMIT troubled();
        return;
    }
    if (*news == m_seen && !m_troubled)
        return;
    m_troubled = false;
    const bool roomsToo = news->rooms != m_seen.rooms;
    m_seen = *news;
    if (own && m_lookSignal)
        m_lookSignal->poke();
    Q_EMIT newsCame(roomsToo);
}

} // namespace wardroom::chat
