// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/story.h"
#include "report/verify/factline.h"
#include "report/verify/linecompare.h"
#include "report/verify/verifier.h"
#include "support/testmain.h"

#include <QTest>

using namespace wardroom;
using namespace wardroom::report;
using namespace wardroom::test;
using namespace Qt::StringLiterals;

class TstBundle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anExportIsIntactForWhoeverTrustsTheWorkspace()
    {
        Story story;
        const QString bundle = story.exported();
        const Verification found = verifyBundle(bundle, story.trust());
        QVERIFY2(found.verdict == BundleVerdict::intact, qPrintable(found.toText()));
        QCOMPARE(found.exitCode(), 0);
        QCOMPARE(found.counts.waiting + found.counts.suspect + found.counts.duplicate, 0);
        QCOMPARE(found.counts.plain, 2);
        QCOMPARE(found.counts.control, 3);
        QCOMPARE(found.absent.size(), 0);
        QVERIFY(found.anchoredLine > 10);
        QVERIFY(found.anchoredLine < found.counts.lines);
        QVERIFY(found.toText().startsWith("INTACT"_L1));
    }

    void withoutAFingerprintTheSignerIsUnknown()
    {
        Story story;
        const Verification found = verifyBundle(story.exported());
        QVERIFY2(found.verdict == BundleVerdict::signerUnknown, qPrintable(found.toText()));
        QCOMPARE(found.exitCode(), 4);
    }

    void anotherWorkspacesFingerprintIsNotTrusted()
    {
        Story story;
        const Verification found = verifyBundle(story.exported(), Sha256::of("somebody else").hex());
        QVERIFY(found.verdict == BundleVerdict::notTrusted);
        QCOMPARE(found.exitCode(), 1);
        QCOMPARE(found.problems.size(), 1);
    }

    void aFingerprintMayBeWrittenInGroups()
    {
        Story story;
        QString grouped = story.trust().toUpper();
        for (int i = 60; i > 0; i -= 4)
            grouped.insert(i, u' ');
        QCOMPARE(verifyBundle(story.exported(), grouped).exitCode(), 0);
        QCOMPARE(verifyBundle(story.path(u"bundle"_s), u"abc"_s).exitCode(), 2);
    }

    void aZipIsTheSameBundleInOneFile()
    {
        Story story;
        const QString bundle = story.exported(story.request(), u"bundle.zip"_s);
        QVERIFY(QFileInfo(bundle).isFile());
        const Verification found = verifyBundle(bundle, story.trust());
        QVERIFY2(found.verdict == BundleVerdict::intact, qPrintable(found.toText()));
    }

    void whatIsNoBundleIsUnreadable()
    {
        QTemporaryDir empty;
        QCOMPARE(verifyBundle(empty.path()).exitCode(), 2);
        QCOMPARE(verifyBundle(empty.filePath(u"not-there"_s)).exitCode(), 2);
        setFileBytes(empty.filePath(u"some.txt"_s), "hello");
        QCOMPARE(verifyBundle(empty.path()).exitCode(), 2);
        QCOMPARE(verifyBundle(empty.filePath(u"some.txt"_s)).exitCode(), 2);
    }

    void aPlaceThatIsTakenIsRefusedAndUntouched()
    {
        Story story;
        QVERIFY(!story.exported().isEmpty());
        const QByteArray before = fileBytes(story.path(u"bundle/manifest.json"_s));
        ExportRequest again = story.request();
        again.path = story.path(u"bundle"_s);
        const Result<Exported> second = exportBundle(again);
        QVERIFY(!second);
        QCOMPARE(second.error().kind, ErrorKind::conflict);
        QCOMPARE(fileBytes(story.path(u"bundle/manifest.json"_s)), before);
        QDir().mkpath(story.path(u"empty"_s));
        QVERIFY(!story.exported(story.request(), u"empty"_s).isEmpty());
        QCOMPARE(QDir(story.path({})).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), 2);
    }

    void aFailedPdfLeavesNothingBehind()
    {
        Story story;
        ExportRequest request = story.request();
        request.path = story.path(u"bundle"_s);
        request.pdf = [](const ReportDocument &, const QString &) -> Result<void> {
            return fail(ErrorKind::storage, u"disk full"_s);
        };
        QVERIFY(!exportBundle(request));
        QVERIFY(QDir(story.path({})).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    }

    void aStrangersKeyCannotExport()
    {
        Story story;
        ExportRequest request = story.request();
        request.key = SigningKey::generate();
        request.path = story.path(u"bundle"_s);
        QCOMPARE(exportBundle(request).error().kind, ErrorKind::forbidden);
    }

    void whatIsWithheldKeepsItsLineAndIsCounted()
    {
        Story story;
        ExportRequest request = story.request();
        request.redactions = {{story.rooms.id(u"r"_s).text(), u"names a customer"_s}};
        const QString bundle = story.exported(request);
        const Verification found = verifyBundle(bundle, story.trust());
        QVERIFY2(found.verdict == BundleVerdict::intact, qPrintable(found.toText()));
        QCOMPARE(found.counts.withheld, 1);
        QCOMPARE(found.withheld.first().reason, u"names a customer"_s);
        const QByteArray facts = fileBytes(bundle + u"/facts.jsonl"_s);
        QVERIFY(facts.contains(story.rooms.hash(u"r"_s).hex().toLatin1()));
        for (const QString &name : {u"facts.jsonl"_s, u"report.html"_s, u"timeline.csv"_s, u"manifest.json"_s})
            QVERIFY2(!fileBytes(bundle + u'/' + name).contains("Patch nginx"), qPrintable(name));
        const bool says = std::any_of(found.restsOnWord.begin(), found.restsOnWord.end(), [](const Resting &resting) {
            return resting.what.contains("withheld"_L1) && resting.lines.size() == 4;
        });
        QVERIFY2(says, qPrintable(found.toText()));
    }

    void eachFactCanBeWithheldAlone()
    {
        Story story;
        const QList<domain::Entry> entries = story.rooms.entries(Story::room());
        for (const domain::Entry &entry : entries) {
            ExportRequest request = story.request();
            request.redactions = {{entry.position.entry.text(), u"private"_s}};
            const QString bundle = story.exported(request, u"without-"_s + entry.position.entry.text());
            const Verification found = verifyBundle(bundle, story.trust());
            QVERIFY2(found.verdict == BundleVerdict::intact, qPrintable(found.toText()));
            QCOMPARE(found.counts.withheld, 1);
        }
    }

    void aPeriodWithholdsWhatIsOutsideIt()
    {
        Story story;
        ExportRequest request = story.request();
        const QList<domain::Entry> entries = story.rooms.entries(Story::room());
        request.from = entries.at(2).position.serverTime;
        request.until = entries.at(9).position.serverTime;
        const Verification found = verifyBundle(story.exported(request), story.trust());
        QVERIFY2(found.verdict == BundleVerdict::intact, qPrintable(found.toText()));
        QCOMPARE(found.counts.withheld, entries.size() - 8);
    }

    void aRedactionThatNamesNothingIsRefused()
    {
        Story story;
        ExportRequest request = story.request();
        request.path = story.path(u"bundle"_s);
        request.redactions = {{u"nothing"_s, u"why"_s}};
        QCOMPARE(exportBundle(request).error().kind, ErrorKind::notFound);
        QVERIFY(!parseRedactions("0123456789abcdef\n"));
        const Result<QList<Redaction>> read = parseRedactions("# private things\n\n12 because it names people\n");
        QCOMPARE(read->size(), 1);
        QCOMPARE(read->first().reason, u"because it names people"_s);
    }

    void anAttachmentThatIsNotHereIsListed()
    {
        Story story;
        ExportRequest request = story.request();
        request.attachment = {};
        const Verification found = verifyBundle(story.exported(request), story.trust());
        QVERIFY2(found.verdict == BundleVerdict::intact, qPrintable(found.toText()));
        QCOMPARE(found.absent.size(), 1);
    }

    void aGapInTheRoomIsToldAndIncomplete()
    {
        Story story;
        story.rooms.say(Story::room(), u"tom"_s, domain::NoteAdded{u"after a gap"_s}, {{}, {}, {}, 2});
        ExportRequest request = story.request();
        request.path = story.path(u"bundle"_s);
        const Result<Exported> done = exportBundle(request);
        QVERIFY(done);
        QCOMPARE(done->problems.size(), 1);
        QVERIFY(done->problems.first().missing);
        const Verification found = verifyBundle(request.path, story.trust());
        QVERIFY(found.verdict == BundleVerdict::incomplete);
        QCOMPARE(found.exitCode(), 1);
    }

    void whatDoesNotCountIsExportedAndSaysWhy()
    {
        Story story;
        domain::Entry forged = story.rooms.entries(Story::room()).at(5);
        forged.position = {story.rooms.now() + 60'000, domain::EntryId(u"999"_s)};
        forged.envelope.replace("looks right", "looks wrong");
        story.rooms.room(Story::room()).append(forged);
        domain::Entry garbage = forged;
        garbage.position.entry = domain::EntryId(u"9999"_s);
        garbage.envelope = QByteArray("\xff\xfe{not json\x00\x01", 12);
        garbage.text = QString(QChar(0xd800));
        story.rooms.room(Story::room()).append(garbage);
        story.rooms.room(Story::room()).append(story.rooms.entries(Story::room()).at(3));
        const Verification found = verifyBundle(story.exported(), story.trust());
        QVERIFY2(found.verdict == BundleVerdict::intact, qPrintable(found.toText()));
        QCOMPARE(found.counts.suspect, 2);
    }

    void aLineReadsBackAsItWasWritten()
    {
        Story story;
        for (const QByteArray &bytes : linesOf(fileBytes(story.exported() + u"/facts.jsonl"_s))) {
            const Result<FactLine> line = parseFactLine(bytes);
            QVERIFY(line);
            QCOMPARE(toLine(*line), bytes);
        }
        QVERIFY(!parseFactLine("{}"));
        QVERIFY(!parseFactLine("[]"));
        QVERIFY(!parseFactLine(""));
    }
};

WARDROOM_TEST(TstBundle)
#include "tst_bundle.moc"
