// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs.h"
#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using wardroom::test::Said;
using wardroom::test::Somebody;

//! Ada's team exports a room; Eve, of another workspace that has a room of the same name, imports it.
class TstImport : public QObject
{
    Q_OBJECT

    QTemporaryDir m_top;
    std::unique_ptr<Somebody> m_ada, m_eve;
    QString m_trust, m_bundle, m_id;

    Said imported(const QString &path, const QString &trust = {}) const
    {
        QStringList arguments{u"import"_s, path};
        if (!trust.isEmpty())
            arguments << u"--trust"_s << trust;
        return m_eve->json(arguments);
    }
    QList<QJsonObject> importedRooms() const
    {
        QList<QJsonObject> rooms = m_eve->json({u"room"_s, u"list"_s}).lines();
        rooms.removeIf([](const QJsonObject &room) { return !room.value(u"imported"_s).toBool(); });
        return rooms;
    }
    static QList<QPair<QString, QString>> told(const Said &timeline)
    {
        QList<QPair<QString, QString>> lines;
        for (const QJsonObject &line : timeline.lines())
            lines.append({line.value(u"actor"_s).toString(), line.value(u"summary"_s).toString()});
        return lines;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_ada = std::make_unique<Somebody>(m_top.path(), u"ada"_s);
        m_eve = std::make_unique<Somebody>(m_top.path(), u"eve"_s);
        const Said founded = m_ada->json({u"workspace"_s, u"add"_s, u"local"_s, u"Blue team"_s, u"--at"_s,
                                          m_top.path() + u"/blue"_s, u"--name"_s, u"Ada Byron"_s});
        QVERIFY2(founded.exitCode == 0, founded.err);
        m_trust = founded.object().value(u"trust"_s).toString();
        QCOMPARE(m_eve
                     ->json({u"workspace"_s, u"add"_s, u"local"_s, u"Red team"_s, u"--at"_s, m_top.path() + u"/red"_s,
                             u"--name"_s, u"Eve Holt"_s})
                     .exitCode,
                 0);
        QCOMPARE(m_ada->json({u"say"_s, u"it-handover"_s, u"the zebra is loose"_s}).exitCode, 0);
        QCOMPARE(m_ada->json({u"say"_s, u"it-handover"_s, u"/note add seen by the river"_s}).exitCode, 0);
        m_bundle = m_top.path() + u"/bundle"_s;
        const Said exported = m_ada->json({u"export"_s, u"it-handover"_s, u"--to"_s, m_bundle});
        QVERIFY2(exported.exitCode == 0, exported.err);
    }

    void whatIsNoBundleIsRefused()
    {
        const Said nowhere = imported(m_top.path() + u"/nowhere"_s);
        QCOMPARE(nowhere.exitCode, 2);
        QFile slack(m_top.path() + u"/slack.zip"_s);
        QVERIFY(slack.open(QFile::WriteOnly));
        slack.write("PK\x03\x04 and so on");
        slack.close();
        const Said said = imported(slack.fileName());
        QCOMPARE(said.exitCode, 2);
        QVERIFY2(said.err.contains("Slack and Mattermost is not there yet"), said.err);
        QVERIFY(importedRooms().isEmpty());
    }

    void oneThatWasChangedIsRefused()
    {
        const QString changed = m_top.path() + u"/changed"_s;
        QVERIFY(QProcess::execute(u"cp"_s, {u"-r"_s, m_bundle, changed}) == 0);
        QFile facts(changed + u"/facts.jsonl"_s);
        QVERIFY(facts.open(QFile::ReadWrite));
        const QByteArray forged = facts.readAll().replace("river", "ocean");
        facts.resize(0);
        facts.write(forged);
        facts.close();
        const Said said = imported(changed);
        QVERIFY2(said.exitCode == 1, said.out + said.err);
        QVERIFY(importedRooms().isEmpty());
    }

    void oneOfAnotherWorkspaceThanTrustedIsRefused()
    {
        QCOMPARE(imported(m_bundle, QString(64, u'0')).exitCode, 1);
        QVERIFY(importedRooms().isEmpty());
    }

    void itBecomesARoomThatIsMarked()
    {
        const Said said = imported(m_bundle, m_trust);
        QVERIFY2(said.exitCode == 0, said.err);
        m_id = said.object().value(u"imported"_s).toString();
        QVERIFY(m_id.startsWith(u"imported:"));
        QVERIFY(said.object().value(u"trusted"_s).toBool());
        QCOMPARE(importedRooms().size(), 1);
        QCOMPARE(importedRooms().first().value(u"id"_s).toString(), m_id);
        QCOMPARE(importedRooms().first().value(u"name"_s).toString(), u"it-handover"_s);
        const Said list = m_eve->ctl({u"room"_s, u"list"_s});
        QVERIFY2(list.out.contains("imported · Ada Byron"), list.out);
        // The name alone still means the room that is here.
        QVERIFY(m_eve->json({u"room"_s, u"show"_s, u"it-handover"_s}).object().value(u"id"_s).toString() != m_id);
    }

    void itShowsWhatHappenedThere()
    {
        const Said theirs = m_ada->json({u"timeline"_s, u"it-handover"_s});
        const Said here = m_eve->json({u"timeline"_s, m_id});
        QCOMPARE(here.exitCode, 0);
        const auto lines = told(here);
        QVERIFY(!lines.isEmpty());
        QCOMPARE(lines, told(theirs).first(lines.size()));
        QVERIFY(std::any_of(lines.begin(), lines.end(), [](const auto &line) {
            return line.first == u"Ada Byron" && line.second.contains(u"seen by the river");
        }));
        const Said state = m_eve->ctl({u"incident"_s, m_id});
        QVERIFY2(state.out.contains("seen by the river"), state.out);
        const Said tail = m_eve->json({u"tail"_s, m_id, u"--since"_s, u"0"_s, u"--no-follow"_s});
        QVERIFY2(tail.out.contains("the zebra is loose"), tail.out);
        QVERIFY(tail.out.contains("Ada Byron"));
        const QString record = m_eve->json({u"room"_s, u"show"_s, m_id}).object().value(u"record"_s).toString();
        QVERIFY2(record.startsWith(u"imported and read-only"), qPrintable(record));
    }

    void nothingOfItIsInTheRoomsHere()
    {
        QVERIFY(!m_eve->ctl({u"timeline"_s, u"it-handover"_s}).out.contains("river"));
        QVERIFY(!m_eve->ctl({u"incident"_s, u"it-handover"_s}).out.contains("river"));
        QVERIFY(
            !m_eve->json({u"tail"_s, u"it-handover"_s, u"--since"_s, u"0"_s, u"--no-follow"_s}).out.contains("zebra"));
        QVERIFY(!m_eve->ctl({u"node"_s, u"list"_s}).out.contains("Ada"));
        QVERIFY(m_eve->json({u"doctor"_s}).out.contains("chain intact"));
    }

    void nobodyCanWriteIntoIt()
    {
        const QByteArray before = m_eve->ctl({u"timeline"_s, m_id}).out;
        for (const QStringList &attempt : {QStringList{u"say"_s, m_id, u"hello"_s},
                                           {u"say"_s, m_id, u"/note add mine"_s},
                                           {u"room"_s, u"invite"_s, m_id, u"me"_s},
                                           {u"incident"_s, u"open"_s, m_id, u"--title"_s, u"again"_s},
                                           {u"export"_s, m_id, u"--to"_s, m_top.path() + u"/again"_s}}) {
            const Said said = m_eve->ctl(attempt);
            QVERIFY2(said.exitCode == 1,
                     qPrintable(attempt.join(u' ') + u": "_s + QString::fromUtf8(said.out + said.err)));
            QVERIFY2(said.err.contains("imported"), said.err);
        }
        QCOMPARE(m_eve->ctl({u"timeline"_s, m_id}).out, before);
        QVERIFY(!QFile::exists(m_top.path() + u"/again"_s));
    }

    void twiceIsOnce()
    {
        const QByteArray before = m_eve->json({u"tail"_s, m_id, u"--since"_s, u"0"_s, u"--no-follow"_s}).out;
        const Said again = imported(m_bundle);
        QCOMPARE(again.exitCode, 0);
        QVERIFY(again.object().value(u"wasHere"_s).toBool());
        QCOMPARE(again.object().value(u"imported"_s).toString(), m_id);
        QCOMPARE(importedRooms().size(), 1);
        QCOMPARE(m_eve->json({u"tail"_s, m_id, u"--since"_s, u"0"_s, u"--no-follow"_s}).out, before);
    }

    void aZipWithWithheldFactsSaysSo()
    {
        QString fact;
        for (const QJsonObject &line : m_ada->json({u"timeline"_s, u"it-handover"_s}).lines())
            if (line.value(u"kind"_s).toString() == u"note.added")
                fact = line.value(u"id"_s).toString();
        QFile redactions(m_top.path() + u"/redact"_s);
        QVERIFY(redactions.open(QFile::WriteOnly));
        redactions.write(fact.toUtf8() + " names a person\n");
        redactions.close();
        const QString zip = m_top.path() + u"/bundle.zip"_s;
        const Said exported =
            m_ada->json({u"export"_s, u"it-handover"_s, u"--to"_s, zip, u"--redact"_s, redactions.fileName()});
        QVERIFY2(exported.exitCode == 0, exported.err);
        const Said said = imported(zip);
        QVERIFY2(said.exitCode == 0, said.err);
        QVERIFY(!said.object().value(u"trusted"_s).toBool());
        const QString id = said.object().value(u"imported"_s).toString();
        QVERIFY(id != m_id);
        QCOMPARE(importedRooms().size(), 2);
        const QString record = m_eve->json({u"room"_s, u"show"_s, id}).object().value(u"record"_s).toString();
        QVERIFY2(record.contains(u"1 left out") && record.contains(u"nobody vouches"), qPrintable(record));
        const Said tail = m_eve->json({u"tail"_s, id, u"--since"_s, u"0"_s, u"--no-follow"_s});
        QVERIFY2(tail.out.contains("names a person"), tail.out);
        QVERIFY(!m_eve->ctl({u"timeline"_s, id}).out.contains("river"));
    }
};

WARDROOM_TEST(TstImport)
#include "tst_import.moc"
