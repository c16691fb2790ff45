// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/pdfreport.h"
#include "report/story.h"
#include "report/verify/verifier.h"
#include "support/testmain.h"

#include <QFontDatabase>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace wardroom;
using namespace wardroom::report;
using namespace wardroom::test;
using namespace Qt::StringLiterals;

namespace {

struct Ran
{
    int code = -1;
    QString out;
};

Ran run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(60'000))
        return {};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput() + process.readAllStandardError())};
}

//! As a reader's search sees it: one run of words.
QString textOf(const QString &pdf)
{
    return run(u"pdftotext"_s, {u"-layout"_s, u"-enc"_s, u"UTF-8"_s, pdf, u"-"_s}).out.simplified();
}

} // namespace

class TstPdfReport : public QObject
{
    Q_OBJECT

private:
    static ReportDocument longDocument(int rows)
    {
        ReportDocument document;
        document.kicker = u"Incident report"_s;
        document.title = u"Break-in attempt on practice-01"_s;
        document.subtitle = u"#inc-7"_s;
        document.footer = u"Wardroom · #inc-7"_s;
        document.madeAt = 1'790'000'000'000;
        ReportTable table{{u"No."_s, u"What happened"_s}, {10, 90}, {}};
        for (int i = 1; i <= rows; ++i)
            table.rows.append(
                {ReportCell{QString::number(i), {}, Tone::muted, false, false},
                 ReportCell{u"row number-%1 of the office 文件 长 门 见"_s.arg(i), u"fine"_s, Tone::red, true, false}});
        document.sections = {{u"Timeline"_s, {table}}};
        return document;
    }

private Q_SLOTS:
    void initTestCase()
    {
        // apt: poppler-utils, qpdf, fonts-dejavu-core, fonts-wqy-microhei
        for (const QString &program : {u"pdftotext"_s, u"qpdf"_s})
            QVERIFY2(!QStandardPaths::findExecutable(program).isEmpty(), qPrintable(program));
        QVERIFY(QFontDatabase::families().contains("DejaVu Sans"_L1));
        QVERIFY(QFontDatabase::families().contains("WenQuanYi Micro Hei"_L1));
    }

    void wordsOfBothLanguagesCanBeTakenOutAgain()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"report.pdf"_s);
        QVERIFY(print::writePdf(longDocument(3), path));
        const QString text = textOf(path);
        QVERIFY2(text.contains(u"row number-2 of the office 文件 长 门 见"_s), qPrintable(text));
        QVERIFY2(text.contains("Break-in attempt on practice-01"_L1), qPrintable(text));
        QVERIFY2(text.contains("Page 1 of 1"_L1), qPrintable(text));
    }

    void manyPagesRepeatTheHeadOfTheTableAndCount()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"report.pdf"_s);
        QVERIFY(print::writePdf(longDocument(150), path));
        const QString text = textOf(path);
        const qsizetype pages = text.count("What happened"_L1);
        QVERIFY(pages > 3);
        QVERIFY2(text.contains(u"Page %1 of %1"_s.arg(pages)), qPrintable(text));
        for (int i = 1; i <= 150; ++i)
            QVERIFY2(text.contains(u"row number-%1 of"_s.arg(i)), qPrintable(QString::number(i)));
    }

    void theFileIsWellFormedAndCallsItselfPdfA()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"report.pdf"_s);
        QVERIFY(print::writePdf(longDocument(40), path));
        const Ran checked = run(u"qpdf"_s, {u"--check"_s, path});
        QVERIFY2(checked.code == 0, qPrintable(checked.out));
        const QByteArray pdf = fileBytes(path);
        QVERIFY(pdf.contains("<pdfaid:conformance>B</pdfaid:conformance>") || pdf.contains("pdfaid:conformance=\"B\""));
    }

    void theSameReportIsTheSameFile()
    {
        QTemporaryDir folder;
        QVERIFY(print::writePdf(longDocument(40), folder.filePath(u"a.pdf"_s)));
        QTest::qWait(1100);
        QVERIFY(print::writePdf(longDocument(40), folder.filePath(u"b.pdf"_s)));
        QVERIFY(fileBytes(folder.filePath(u"a.pdf"_s)) == fileBytes(folder.filePath(u"b.pdf"_s)));
    }

    void aBundleWithItsPdfIsIntact()
    {
        Story story;
        ExportRequest request = story.request();
        request.pdf = print::pdfWriter();
        const QString bundle = story.exported(request);
        const Verification found = verifyBundle(bundle, story.trust());
        QVERIFY2(found.exitCode() == 0, qPrintable(found.toText()));
        const QString text = textOf(bundle + u"/report.pdf"_s);
        QVERIFY2(text.contains(u"Accepted by Tomás R."_s), qPrintable(text));
        QVERIFY2(text.contains(u"看看日志"_s), qPrintable(text));
        QVERIFY(text.contains(story.trust().left(20)));
    }
};

WARDROOM_TEST(TstPdfReport)
#include "tst_pdfreport.moc"
