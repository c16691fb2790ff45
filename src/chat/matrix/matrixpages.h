// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "chat/matrix/matrixcursor.h"
#include "chat/matrix/matrixrequests.h"

#include <optional>

namespace wardroom::chat {

//! The pages of a gap, newest first. While one is read, the server already looks for the next, so that a node which
//! was away for long waits for the slower of the two and not for their sum. At most one page waits here.
class MatrixPages final : public QObject
{
    Q_OBJECT

public:
    explicit MatrixPages(MatrixRequests &requests);

    //! Where \a gap begins now, at most \a events of it. What went wrong while asking ahead is said by the call that
    //! wanted that page.
    QCoro::Task<Result<MatrixPage>> next(MatrixGap gap, int events, std::stop_token stop);
    //! Forgets the page that was asked for ahead; ending the request is for the one who holds its stop source.
    void clear() { m_ahead.reset(); }

private:
    struct Ahead
    {
        MatrixGap gap;
        QCoro::Task<Result<MatrixPage>> page;
    };
    QCoro::Task<Result<MatrixPage>> ask(const MatrixGap &gap, int events, std::stop_token stop);

    MatrixRequests &m_requests;
    std::optional<Ahead> m_ahead;
};

} // namespace wardroom::chat
