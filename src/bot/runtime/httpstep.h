// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/runtime/steprunner.h"

#include <QUrl>

namespace wardroom::bot {

//! A call with its arguments filled in, without its secret: what approvers are shown.
struct PreparedCall
{
    QString method;
    QUrl url;
    QByteArray body;
    QStringList line() const;
};

//! Fills \a call in. Arguments are encoded where they stand, so that none leads to another path, query or host.
Result<PreparedCall> prepared(const HttpCall &call, const QJsonObject &args);

//! What came back for a call: \a status 0 is no answer at all, and \a trouble says why.
struct HttpAnswer
{
    int status = 0;
    QByteArray body; //!< without the secret
    QString trouble;
};

//! The result that \a answer makes of a step; what is shown of it goes to \a line. Without network, for the plugin
//! tests too.
StepResult resultOfAnswer(const Command &command, const HttpCall &call, const StepRequest &request,
                          const PreparedCall &ready, const HttpAnswer &answer,
                          const std::function<void(OutputLine)> &line);

//! Makes the call: no redirects, no cookies, bounded in time and size; the secret goes out in its header and is taken
//! out of whatever comes back.
QCoro::Task<Result<StepResult>> runHttpStep(Command command, HttpCall call, StepRequest request, QByteArray secret,
                                            std::function<void(OutputLine)> line);

} // namespace wardroom::bot
