// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/pdfprogram.h"

#include "report/documentjson.h"

#include <QProcess>

namespace wardroom::session {
using namespace Qt::StringLiterals;

namespace {

constexpr int kLongestDrawing = 120'000; //!< ms, for a record of many thousand lines

QString tr(const char *text)
{
    return QCoreApplication::translate("PdfProgram", text);
}

Result<void> draw(const QString &program, const report::ReportDocument &document, const QString &path)
{
    QProcess process;
    // It needs nothing of what this program was given: no passphrase, no session.
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(u"WARDROOM_PASSPHRASE_FILE"_s);
    process.setProcessEnvironment(environment);
    process.start(program, {u"draw-report"_s, path});
    if (!process.waitForStarted(10'000))
        return fail(ErrorKind::storage,
                    tr("The PDF cannot be drawn: %1 does not start. It is installed with Wardroom.").arg(program));
    process.write(report::documentToJson(document));
    process.closeWriteChannel();
    const bool ended = process.waitForFinished(kLongestDrawing);
    if (ended && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return {};
    const QString why = QString::fromUtf8(process.readAllStandardError()).trimmed().left(300);
    return fail(ErrorKind::storage, tr("The PDF cannot be drawn: %1").arg(ended ? why : tr("it took too long.")));
}

} // namespace

report::PdfWriter pdfBy(const QString &program)
{
    return [program](const report::ReportDocument &document, const QString &path) {
        return draw(program, document, path);
    };
}

} // namespace wardroom::session
