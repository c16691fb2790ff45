// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/runtime/steprunner.h"
#include "domain/ports.h"

#include <QElapsedTimer>
#include <QTimer>

namespace wardroom::bot {

//! Keeps what a run has printed, so that it survives the program. A Journal may be one, too; with one that is not, only
//! the log of an interrupted run is lost.
class RunSpool
{
public:
    virtual ~RunSpool() = default;
    //! \a output is all of it so far and replaces what was kept before. Not waited for.
    virtual void keepOutput(domain::OpId op, QByteArray output) = 0;
    virtual QCoro::Task<Result<QByteArray>> keptOutput(domain::OpId op) = 0;
    virtual void forgetOutput(domain::OpId op) = 0;
};

//! The output of one run on its way into the spool: the first line at once, then at most every second, and of very much
//! of it the end.
class SpooledOutput
{
public:
    static constexpr int kEveryMs = 1000;
    static constexpr qsizetype kMost = 256 * 1024; //!< bytes

    explicit SpooledOutput(std::function<void(const QByteArray &)> keep);
    void take(const OutputLine &line);
    //! Whole JSON lines, as a finished run's log has them.
    QByteArray output() const;

private:
    void write();

    std::function<void(const QByteArray &)> m_keep;
    QByteArray m_output;
    bool m_isCut = false;
    QElapsedTimer m_last;
    QTimer m_soon;
};

} // namespace wardroom::bot
