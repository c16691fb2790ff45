// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"

#include <QByteArray>
#include <QList>

namespace wardroom::bot {

//! The file descriptors a job starts with, under the numbers it expects; everything else is closed in it. The sources
//! live high, so that moving one to its number never overwrites another.
class JobPipes
{
public:
    JobPipes() = default;
    ~JobPipes();
    JobPipes(const JobPipes &) = delete;
    JobPipes &operator=(const JobPipes &) = delete;

    //! The job reads \a content as \a number.
    Result<void> give(int number, const QByteArray &content);
    //! The job writes to \a number; answers the end to read here, not blocking.
    Result<int> take(int number);
    //! Closes what belongs to the job; call once it has started.
    void closeTheirs();

    //! Between fork and exec: makes the descriptors, sets limits and becomes \a user. Only system calls.
    struct Plan
    {
        QList<QPair<int, int>> moves; //!< from, to
        qint64 memory = 0;            //!< bytes
        qint64 fileSize = 0;          //!< bytes
        qint64 cpuSeconds = 0;
        unsigned user = 0; //!< 0: stays who it is
    };
    QList<QPair<int, int>> moves() const { return m_theirs; }
    static void become(const Plan &plan);

private:
    QList<QPair<int, int>> m_theirs; //!< source, number
    QList<int> m_ours;
};

} // namespace wardroom::bot
