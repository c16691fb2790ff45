// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/story.h"
#include "report/verify/factline.h"
#include "report/verify/linecompare.h"
#include "report/verify/verifier.h"
#include "support/testmain.h"

#include <QDirIterator>
#include <QRandomGenerator>
#include <QTest>

using namespace wardroom;
using namespace wardroom::report;
using namespace wardroom::test;
using namespace Qt::StringLiterals;

//! Everything somebody could do to a bundle, with and without a key.
class TstTampering : public QObject
{
    Q_OBJECT

private:
    static QStringList filesOf(const QString &bundle)
    {
        QStringList names;
        QDirIterator it(bundle, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext())
            names << QDir(bundle).relativeFilePath(it.next());
        names.sort();
        return names;
    }

    static bool names(const Verification &found, const QString &file)
    {
        return std::any_of(found.problems.begin(), found.problems.end(), [&file](const Problem &problem) {
            return problem.file == file || problem.what.contains(file);
        });
    }

    //! What somebody does who changed the facts and can hash: every list is right again but the signature.
    static void rehash(const QString &bundle)
    {
        setFileBytes(bundle + u"/facts.sha256"_s, lineHashes(fileBytes(bundle + u"/facts.jsonl"_s)));
        Manifest manifest = *parseManifest(fileBytes(bundle + u"/manifest.json"_s));
        for (BundleFile &file : manifest.files) {
            const QByteArray bytes = fileBytes(bundle + u'/' + file.name);
            file.size = bytes.size();
            file.sha256 = Sha256::of(bytes);
        }
        setFileBytes(bundle + u"/manifest.json"_s, manifestBytes(manifest));
    }

    static void sign(const QString &bundle, const SigningKey &key)
    {
        setFileBytes(bundle + u"/manifest.sig"_s, key.sign(fileBytes(bundle + u"/manifest.json"_s)).toHex() + '\n');
    }

    static void writeLines(const QString &bundle, const QList<QByteArray> &lines, bool renumbered)
    {
        QByteArray facts;
        qint64 n = 0;
        for (const QByteArray &bytes : lines) {
            FactLine line = *parseFactLine(bytes);
            ++n;
            if (renumbered)
                line.n = n;
            facts += toLine(line) + '\n';
        }
        setFileBytes(bundle + u"/facts.jsonl"_s, facts);
    }

    //! The four things one can do to line \a i.
    static QList<QByteArray> spoilt(QList<QByteArray> lines, const QString &how, qsizetype i)
    {
        if (how == "drop"_L1)
            lines.removeAt(i);
        else if (how == "double"_L1)
            lines.insert(i, lines.at(i));
        else if (how == "reorder"_L1)
            lines.swapItemsAt(i, (i + 1) % lines.size());
        else
            lines.insert(i, toLine(strangersLine(i)));
        return lines;
    }

    static FactLine strangersLine(qsizetype i)
    {
        FactLine line;
        line.n = i + 1;
        line.entry.room = Story::room();
        line.entry.position = {1'790'000'000'001 + i, domain::EntryId(u"77%1"_s.arg(i))};
        line.entry.sender = domain::PersonId(u"tom"_s);
        line.entry.text = u"I never said this"_s;
        return line;
    }

private Q_SLOTS:
    void anyChangedByteIsFoundAndItsFileNamed()
    {
        Story story;
        const QString bundle = story.exported();
        const quint32 seed = qEnvironmentVariableIsSet("WARDROOM_SEED") ? qEnvironmentVariable("WARDROOM_SEED").toUInt()
                                                                        : QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        for (const QString &name : filesOf(bundle)) {
            const QByteArray bytes = fileBytes(bundle + u'/' + name);
            QVERIFY(!bytes.isEmpty());
            for (int i = 0; i < 60; ++i) {
                const qsizetype at = i < 2 ? i * (bytes.size() - 1) : random.bounded(static_cast<int>(bytes.size()));
                QByteArray changed = bytes;
                changed[at] = static_cast<char>(changed.at(at) ^ (1 << random.bounded(8)));
                setFileBytes(bundle + u'/' + name, changed);
                const Verification found = verifyBundle(bundle, story.trust());
                const QString told = u"%1 byte %2: "_s.arg(name).arg(at) + found.toText();
                QVERIFY2(found.exitCode() == 1, qPrintable(told));
                QVERIFY2(names(found, name), qPrintable(told));
                if (name == "facts.jsonl"_L1)
                    QVERIFY2(std::any_of(found.problems.begin(), found.problems.end(),
                                         [&](const Problem &p) { return p.line == bytes.first(at).count('\n') + 1; }),
                             qPrintable(told));
            }
            setFileBytes(bundle + u'/' + name, bytes);
        }
        QCOMPARE(verifyBundle(bundle, story.trust()).exitCode(), 0);
    }

    void anyChangedByteOfAZipIsFound()
    {
        Story story;
        const QString bundle = story.exported(story.request(), u"bundle.zip"_s);
        const QByteArray bytes = fileBytes(bundle);
        QRandomGenerator random(7);
        for (int i = 0; i < 400; ++i) {
            // The frame is short: its end is tried byte by byte.
            const qsizetype at = i < 200 ? bytes.size() - 1 - i : random.bounded(static_cast<int>(bytes.size()));
            QByteArray changed = bytes;
            changed[at] = static_cast<char>(changed.at(at) ^ (1 << random.bounded(8)));
            setFileBytes(bundle, changed);
            const Verification found = verifyBundle(bundle, story.trust());
            QVERIFY2(found.exitCode() == 1, qPrintable(QString::number(at) + found.toText()));
        }
        setFileBytes(bundle, bytes.first(bytes.size() / 2));
        QCOMPARE(verifyBundle(bundle, story.trust()).exitCode(), 1);
    }

    void aFileThatIsGoneOrOneTooManyIsNamed()
    {
        Story story;
        const QString bundle = story.exported();
        const QStringList all = filesOf(bundle);
        for (const QString &name : all) {
            const QByteArray bytes = fileBytes(bundle + u'/' + name);
            QFile::remove(bundle + u'/' + name);
            const Verification found = verifyBundle(bundle, story.trust());
            QVERIFY2(found.exitCode() == 1 && names(found, name), qPrintable(found.toText()));
            setFileBytes(bundle + u'/' + name, bytes);
        }
        setFileBytes(bundle + u"/attachments/.hidden"_s, "x");
        QVERIFY(names(verifyBundle(bundle, story.trust()), u"attachments/.hidden"_s));
        QFile::remove(bundle + u"/attachments/.hidden"_s);
        QFile::link(u"/etc/hostname"_s, bundle + u"/notes"_s);
        QCOMPARE(verifyBundle(bundle, story.trust()).exitCode(), 1);
        QFile::remove(bundle + u"/notes"_s);
        QDir(bundle).mkdir(u"more"_s);
        QCOMPARE(verifyBundle(bundle, story.trust()).exitCode(), 1);
    }

    void eachLineDroppedDoubledMovedOrInsertedIsNamed_data()
    {
        QTest::addColumn<QString>("how");
        for (const char *how : {"drop", "double", "reorder", "insert"})
            QTest::newRow(how) << QString::fromLatin1(how);
    }
    void eachLineDroppedDoubledMovedOrInsertedIsNamed()
    {
        QFETCH(QString, how);
        Story story;
        const QString bundle = story.exported();
        const QList<QByteArray> lines = linesOf(fileBytes(bundle + u"/facts.jsonl"_s));
        for (qsizetype i = 0; i < lines.size(); ++i) {
            writeLines(bundle, spoilt(lines, how, i), false);
            const Verification found = verifyBundle(bundle, story.trust());
            QCOMPARE(found.exitCode(), 1);
            const bool named = std::any_of(found.problems.begin(), found.problems.end(), [&](const Problem &p) {
                return p.file == "facts.jsonl"_L1 && (p.line == i + 1 || p.line == i + 2 || how == "reorder"_L1) &&
                       p.line > 0;
            });
            QVERIFY2(named, qPrintable(u"line %1: "_s.arg(i + 1) + found.toText()));
        }
    }

    void hashingAgainDoesNotHelp_data() { eachLineDroppedDoubledMovedOrInsertedIsNamed_data(); }
    void hashingAgainDoesNotHelp()
    {
        QFETCH(QString, how);
        Story story;
        const QString bundle = story.exported();
        const QList<QByteArray> lines = linesOf(fileBytes(bundle + u"/facts.jsonl"_s));
        const QByteArray manifest = fileBytes(bundle + u"/manifest.json"_s);
        const SigningKey stranger = SigningKey::generate();
        for (qsizetype i = 0; i < lines.size(); ++i) {
            for (const bool renumbered : {false, true}) {
                setFileBytes(bundle + u"/manifest.json"_s, manifest);
                writeLines(bundle, spoilt(lines, how, i), renumbered);
                rehash(bundle);
                const Verification found = verifyBundle(bundle, story.trust());
                QVERIFY2(found.exitCode() == 1 && names(found, u"manifest.sig"_s), qPrintable(found.toText()));
                const QByteArray signature = fileBytes(bundle + u"/manifest.sig"_s);
                sign(bundle, stranger);
                QCOMPARE(verifyBundle(bundle, story.trust()).exitCode(), 1);
                QCOMPARE(verifyBundle(bundle).exitCode(), 1);
                setFileBytes(bundle + u"/manifest.sig"_s, signature);
            }
        }
    }

    void evenTheExportersKeyCannotChangeWhatOthersSigned_data() { eachLineDroppedDoubledMovedOrInsertedIsNamed_data(); }
    void evenTheExportersKeyCannotChangeWhatOthersSigned()
    {
        QFETCH(QString, how);
        Story story;
        const QString bundle = story.exported();
        const QList<QByteArray> lines = linesOf(fileBytes(bundle + u"/facts.jsonl"_s));
        const QByteArray manifest = fileBytes(bundle + u"/manifest.json"_s);
        for (qsizetype i = 0; i < lines.size(); ++i) {
            setFileBytes(bundle + u"/manifest.json"_s, manifest);
            writeLines(bundle, spoilt(lines, how, i), true);
            rehash(bundle);
            sign(bundle, story.rooms.desk(u"lina"_s).key);
            const Verification found = verifyBundle(bundle, story.trust());
            QVERIFY2(found.exitCode() == 1, qPrintable(u"line %1: "_s.arg(i + 1) + found.toText()));
        }
    }

    void aDishonestExporterCannotLeaveOutWhatOthersSaid()
    {
        Story story;
        const QList<domain::Entry> entries = story.rooms.entries(Story::room());
        for (qsizetype i = 0; i < entries.size() - 2; ++i) {
            if (entries.at(i).envelope.isEmpty())
                continue;
            ExportRequest request = story.request();
            request.entries.removeAt(i);
            const Verification found = verifyBundle(story.exported(request, u"lie-%1"_s.arg(i)), story.trust());
            const bool isTomsAnchor = domain::parseEnvelope(entries.at(i).envelope)->kind == "record.anchored"_L1;
            // The last that Tom said can be left out; then nobody else stands behind the record, and it says so.
            if (isTomsAnchor)
                QVERIFY2(found.anchoredLine == 0 || found.exitCode() == 1, qPrintable(found.toText()));
            else
                QVERIFY2(found.exitCode() == 1, qPrintable(u"entry %1: "_s.arg(i) + found.toText()));
        }
    }

    void aChangedTextInsideALineIsNamedByItsFact()
    {
        Story story;
        const QString bundle = story.exported();
        QByteArray facts = fileBytes(bundle + u"/facts.jsonl"_s);
        facts.replace("looks right", "looks wrong");
        setFileBytes(bundle + u"/facts.jsonl"_s, facts);
        rehash(bundle);
        sign(bundle, story.rooms.desk(u"lina"_s).key);
        const Verification found = verifyBundle(bundle, story.trust());
        const bool named = std::any_of(found.problems.begin(), found.problems.end(), [&](const Problem &problem) {
            return problem.fact == story.rooms.id(u"g"_s) && problem.what.contains("signature"_L1);
        });
        QVERIFY2(named, qPrintable(found.toText()));
    }

    void aRevokedNodesBundleIsNotTrusted()
    {
        Story story;
        const QString bundle = story.exported();
        domain::NodeRevoked revoked{
            story.rooms.desk(u"lina"_s).node, u"stolen"_s, {{Story::room(), 1000}, {story.rooms.controlRoom(), 1000}}};
        story.rooms.say(story.rooms.controlRoom(), u"lina"_s, revoked);
        const Verification found = verifyBundle(story.exported(story.request(), u"after"_s), story.trust());
        QVERIFY2(found.verdict == BundleVerdict::notTrusted, qPrintable(found.toText()));
        QCOMPARE(found.exitCode(), 1);
    }

    void hostileManifestsDoNotCrash()
    {
        Story story;
        const QString bundle = story.exported();
        for (const QByteArray &bytes :
             {QByteArray(), QByteArray("{}"), QByteArray("[]"), QByteArray("{\"files\":1}"), QByteArray(100000, '['),
              QByteArray("{\"files\":[{\"name\":\"../../etc/passwd\"}]}")}) {
            setFileBytes(bundle + u"/manifest.json"_s, bytes);
            QCOMPARE(verifyBundle(bundle, story.trust()).exitCode(), 1);
        }
    }
};

WARDROOM_TEST(TstTampering)
#include "tst_tampering.moc"
