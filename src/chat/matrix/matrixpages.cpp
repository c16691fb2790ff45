// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/matrix/matrixpages.h"

#include "chat/matrix/matrixsync.h"
#include "chat/matrix/matrixtext.h"

#include <QPointer>

namespace wardroom::chat {

MatrixPages::MatrixPages(MatrixRequests &requests) : m_requests(requests) {}

QCoro::Task<Result<MatrixPage>> MatrixPages::ask(const MatrixGap &gap, int events, std::stop_token stop)
{
    return m_requests.messages(gap.room, gap.from, gap.to, events, MatrixSync::messagesFilter(), std::move(stop));
}

QCoro::Task<Result<MatrixPage>> MatrixPages::next(MatrixGap gap, int events, std::stop_token stop)
{
    const QPointer<MatrixPages> self(this);
    std::optional<Ahead> ahead = std::exchange(m_ahead, std::nullopt);
    if (!ahead || ahead->gap != gap)
        ahead = Ahead{gap, ask(gap, events, stop)};
    Result<MatrixPage> page = co_await ahead->page;
    if (!self)
        co_return fail(ErrorKind::cancelled, MatrixText::tr("The workspace was closed."));
    if (page && !page->end.isEmpty() && page->end != gap.from && !stop.stop_requested()) {
        gap.from = page->end;
        m_ahead = Ahead{gap, ask(gap, events, std::move(stop))};
    }
    co_return page;
}

} // namespace wardroom::chat
