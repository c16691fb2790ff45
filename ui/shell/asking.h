// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"
#include "ui/incident/sheet.h"

#include <QCoroTask>
#include <QPointer>

namespace wardroom::ui {

//! Closes \a sheet when \a task worked, and says in it why when not.
template <class T> void finish(Sheet *sheet, QCoro::Task<Result<T>> task)
{
    const QPointer<Sheet> open(sheet);
    QCoro::connect(std::move(task), sheet, [open](const Result<T> &done) {
        if (!open)
            return;
        if (done)
            open->accept();
        else
            open->setProblem(done.error().message);
    });
}

} // namespace wardroom::ui
