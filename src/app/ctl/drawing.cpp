// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "localcalls.h"
#include "print/pdfreport.h"
#include "report/documentjson.h"

namespace wardroom::ctl {
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLongestReport = 512LL * 1024 * 1024;

} // namespace

//! For the engine without a window, which has no fonts: the report on stdin becomes a PDF.
QCoro::Task<Answer> drawReport(Call call)
{
    const Result<QByteArray> bytes = readInput(call, u"-"_s, kLongestReport);
    if (!bytes)
        co_return Answer::failed(bytes.error());
    const Result<report::ReportDocument> document = report::documentFromJson(*bytes);
    if (!document)
        co_return Answer::wrongUsage(document.error().message);
    const Result<void> drawn = print::writePdf(*document, call.pathOf(call.word(0)));
    co_return drawn ? Answer{} : Answer::failed(drawn.error());
}

} // namespace wardroom::ctl
