// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"

#include <QCoroFuture>
#include <QCoroTask>
#include <QPromise>

namespace wardroom::store {

//! A result that one thread gives and another awaits. Copies are the same answer; give it exactly once.
template <class T> class Answer
{
public:
    Answer() : m_promise(std::make_shared<QPromise<Result<T>>>()) { m_promise->start(); }

    void give(Result<T> result) const
    {
        m_promise->addResult(std::move(result));
        m_promise->finish();
    }
    QFuture<Result<T>> future() const { return m_promise->future(); }

private:
    std::shared_ptr<QPromise<Result<T>>> m_promise;
};

//! Holds nothing of the Store, so it may outlive it.
template <class T> QCoro::Task<Result<T>> answered(QFuture<Result<T>> future)
{
    co_return co_await future;
}

} // namespace wardroom::store
