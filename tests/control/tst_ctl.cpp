// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "chat/local/localplatform.h"
#include "programs.h"
#include "support/testmain.h"
#include "support/world.h"

#include <QCoroTask>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using wardroom::test::Said;
using wardroom::test::Somebody;

//! Two people, two profiles, one workspace, and nothing but the shell.
class TstCtl : public QObject
{
    Q_OBJECT

    QTemporaryDir m_top;
    std::unique_ptr<Somebody> m_ada, m_tom;
    std::unique_ptr<wardroom::test::PracticeHost> m_host;

    QString personOf(const Somebody &somebody) const
    {
        return somebody.json({u"workspace"_s, u"list"_s}).object().value(u"person"_s).toString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        // As root, commands run as somebody else, who has to reach the folders.
        QFile::setPermissions(m_top.path(), QFile::Permissions(0x7055));
        m_ada = std::make_unique<Somebody>(m_top.path(), u"ada"_s);
        m_tom = std::make_unique<Somebody>(m_top.path(), u"tom"_s);
    }

    void withoutAWorkspaceItCannotReachOne()
    {
        const Said said = m_ada->ctl({u"room"_s, u"list"_s});
        QCOMPARE(said.exitCode, 3);
        QVERIFY(said.out.isEmpty());
        QVERIFY(said.err.contains("workspace add local"));
    }

    void wrongUsageIsTwo()
    {
        QCOMPARE(m_ada->ctl({u"frobnicate"_s}).exitCode, 2);
        QCOMPARE(m_ada->ctl({u"workspace"_s, u"add"_s, u"matrix"_s, u"x"_s}).exitCode, 2);
        QCOMPARE(m_ada->ctl({u"verify"_s, u"/nowhere"_s}).exitCode, 2);
    }

    void somebodyFoundsAWorkspace()
    {
        const Said said = m_ada->json({u"workspace"_s, u"add"_s, u"local"_s, u"Blue team"_s, u"--at"_s,
                                       m_top.path() + u"/blue"_s, u"--name"_s, u"Ada Byron"_s});
        QVERIFY2(said.exitCode == 0, said.err);
        QCOMPARE(said.object().value(u"trust"_s).toString().size(), 64);
        QCOMPARE(m_ada->ctl({u"workspace"_s, u"add"_s, u"local"_s, u"Blue team"_s}).exitCode, 1);
        const Said rooms = m_ada->json({u"room"_s, u"list"_s});
        QVERIFY2(rooms.exitCode == 0, rooms.err);
        QVERIFY(rooms.out.contains("\"ids-alerts\""));
    }

    void anInvitationIsGoodOnce()
    {
        const Said invited = m_ada->ctl({u"workspace"_s, u"invite"_s});
        QVERIFY2(invited.exitCode == 0, invited.err);
        const QString line = QString::fromUtf8(invited.out).trimmed();
        const Said joined = m_tom->json({u"workspace"_s, u"join"_s, line, u"--name"_s, u"Tom Kyte"_s});
        QVERIFY2(joined.exitCode == 0, joined.err);
        const Somebody eve(m_top.path(), u"eve"_s);
        const Said again = eve.ctl({u"workspace"_s, u"join"_s, line, u"--name"_s, u"Eve"_s});
        QCOMPARE(again.exitCode, 1);
        QVERIFY(!again.err.isEmpty());
        QCOMPARE(eve.json({u"workspace"_s, u"list"_s}).out, QByteArray());
        QCOMPARE(m_ada->json({u"node"_s, u"list"_s}).lines().size(), 2);
    }

    void wordsReachTheOther()
    {
        for (const QString &room : {u"security-ops"_s, u"it-handover"_s, u"it"_s})
            QCOMPARE(m_ada->ctl({u"room"_s, u"invite"_s, room, u"Tom"_s}).exitCode, 0);
        const Said said = m_ada->json({u"say"_s, u"security-ops"_s, u"good"_s, u"morning"_s});
        QVERIFY2(said.exitCode == 0, said.err);
        QVERIFY(!said.object().value(u"entry"_s).toString().isEmpty());
        QVERIFY(!said.object().contains(u"op"_s));
        const Said heard = m_tom->json({u"tail"_s, u"security-ops"_s, u"--no-follow"_s});
        QVERIFY2(heard.exitCode == 0, heard.err);
        QVERIFY(heard.out.contains("good morning"));
        QCOMPARE(m_tom->ctl({u"say"_s, u"nowhere"_s, u"hello"_s}).exitCode, 2);
    }

    void roomsAreNamedJoinedLeftAndPeopleTakenOut()
    {
        const auto code = [](const Somebody &who, const QStringList &words) { return who.ctl(words).exitCode; };
        QCOMPARE(code(*m_ada, {u"room"_s, u"create"_s, u"war"_s}), 0);
        const Said named = m_ada->ctl({u"room"_s, u"rename"_s, u"war"_s, u"night-watch"_s});
        QVERIFY2(named.exitCode == 0, named.err);
        QCOMPARE(code(*m_ada, {u"room"_s, u"topic"_s, u"night-watch"_s, u"who"_s, u"is"_s, u"awake"_s}), 0);
        const Said joined = m_tom->json({u"room"_s, u"join"_s, u"night-watch"_s});
        QVERIFY2(joined.exitCode == 0, joined.err);
        const QString id = joined.object().value(u"room"_s).toString();
        const QJsonObject shown = m_tom->json({u"room"_s, u"show"_s, u"night-watch"_s}).object();
        QCOMPARE(shown.value(u"id"_s).toString(), id);
        QCOMPARE(shown.value(u"topic"_s).toString(), u"who is awake"_s);
        QCOMPARE(shown.value(u"people"_s).toArray().size(), 2);
        QCOMPARE(code(*m_tom, {u"room"_s, u"rename"_s, id, u"mine"_s}), 1);
        QCOMPARE(code(*m_tom, {u"room"_s, u"remove"_s, id, u"Ada"_s}), 1);
        const Said out = m_ada->ctl({u"room"_s, u"remove"_s, u"night-watch"_s, u"Tom"_s});
        QVERIFY2(out.exitCode == 0, out.err);
        QVERIFY(out.out.contains("Tom Kyte is out."));
        QCOMPARE(code(*m_ada, {u"room"_s, u"remove"_s, u"night-watch"_s, u"Tom"_s}), 2); // he is not there
        QCOMPARE(code(*m_tom, {u"room"_s, u"show"_s, id}), 2);
        QCOMPARE(code(*m_tom, {u"room"_s, u"join"_s, id}), 0);
        QCOMPARE(code(*m_tom, {u"room"_s, u"leave"_s, u"night-watch"_s}), 0);
        QCOMPARE(code(*m_tom, {u"room"_s, u"leave"_s, u"night-watch"_s}), 2);
        QCOMPARE(code(*m_ada, {u"room"_s, u"leave"_s, u"control"_s}), 1);
        QCOMPARE(code(*m_ada, {u"room"_s, u"rename"_s, u"control"_s, u"elsewhere"_s}), 1);
        QCOMPARE(code(*m_tom, {u"room"_s, u"join"_s, u"it"_s}), 2); // a group is joined by its admin's invitation
        QCOMPARE(code(*m_tom, {u"room"_s, u"invitations"_s}), 0);
        QCOMPARE(code(*m_tom, {u"room"_s, u"decline"_s, id}), 2);
    }

    void aReadRunsByItself()
    {
        m_host = std::make_unique<wardroom::test::PracticeHost>();
        QVERIFY2(m_host->ok(), qPrintable(m_host->said()));
        // Whoever does not say how a host is reached must not find out that it is this machine.
        const Said vague = m_ada->ctl({u"inventory"_s, u"add"_s, u"h3"_s});
        QVERIFY(vague.exitCode != 0);
        QVERIFY2(vague.err.contains("--reach local"), vague.err);
        const Said added = m_ada->ctl({u"inventory"_s, u"add"_s, u"practice-01"_s, u"--root"_s, m_host->root()});
        QVERIFY2(added.exitCode == 0, added.err);
        const Said said = m_ada->ctl({u"say"_s, u"security-ops"_s, u"/host status practice-01"_s});
        QVERIFY2(said.exitCode == 0, said.err);
        QVERIFY2(said.out.contains("203.0.113.7"), said.out);
        const Said operations = m_ada->json({u"operations"_s, u"security-ops"_s});
        QCOMPARE(operations.lines().size(), 1);
        QCOMPARE(operations.lines().first().value(u"stage"_s).toString(), u"finished"_s);
        QCOMPARE(operations.lines().first().value(u"outcome"_s).toString(), u"done"_s);
    }

    void whichNodesReachAHostIsSaidByWhoeverAddsIt()
    {
        const auto add = [this](const QString &nodes) {
            QStringList words{u"inventory"_s, u"add"_s, u"shared-01"_s, u"--root"_s, m_host->root()};
            if (!nodes.isEmpty())
                words << u"--nodes"_s << nodes;
            const Said said = m_ada->json(words);
            return std::pair(said.exitCode, said.lines().value(0).value(u"nodes"_s).toArray());
        };
        QCOMPARE(add({}).second.size(), 1); // a folder is this machine's alone
        const QString mine = add({}).second.first().toString();
        QCOMPARE(add(u"all"_s), std::pair(0, QJsonArray()));
        QCOMPARE(add(mine), std::pair(0, QJsonArray{mine}));
        QVERIFY(add(mine + u",n-nobody"_s).first != 0);
        QVERIFY(add(u","_s).first != 0);
    }

    void theTimelineHasWhatWasPromised()
    {
        const Said said = m_tom->json({u"timeline"_s, u"security-ops"_s});
        QVERIFY2(said.exitCode == 0, said.err);
        QVERIFY(said.lines().size() >= 2);
        for (const QJsonObject &line : said.lines())
            for (const QString &key :
                 {u"n"_s, u"at"_s, u"kind"_s, u"actor"_s, u"via"_s, u"summary"_s, u"op"_s, u"id"_s})
                QVERIFY2(line.contains(key), qPrintable(key));
        QCOMPARE(said.lines().first().value(u"kind"_s).toString(), u"command.requested"_s);
    }

    void theIncidentIsCanonicalAndTheSameForBoth()
    {
        const Said ada = m_ada->ctl({u"incident"_s, u"security-ops"_s});
        const Said tom = m_tom->ctl({u"incident"_s, u"security-ops"_s});
        QVERIFY2(ada.exitCode == 0, ada.err);
        QCOMPARE(ada.out, tom.out);
    }

    void onlyAnAdminPublishesAPolicy()
    {
        const Said shown = m_ada->json({u"policy"_s, u"show"_s});
        QCOMPARE(shown.object().value(u"version"_s).toInt(), 1);
        QFile file(m_top.path() + u"/policy.yaml"_s);
        QVERIFY(file.open(QFile::WriteOnly));
        file.write("acknowledgeWithin: 600\nrota: [Ada Byron, Tom Kyte]\n");
        file.close();
        QCOMPARE(m_tom->ctl({u"policy"_s, u"propose"_s, file.fileName()}).exitCode, 1);
        const Said proposed = m_ada->ctl({u"policy"_s, u"propose"_s, file.fileName()});
        QVERIFY2(proposed.exitCode == 0, proposed.err);
        const QJsonObject now = m_tom->json({u"policy"_s, u"show"_s}).object();
        QCOMPARE(now.value(u"version"_s).toInt(), 2);
        QCOMPARE(now.value(u"acknowledgeWithin"_s).toInt(), 600);
        QCOMPARE(now.value(u"rota"_s).toArray().size(), 2);
        QVERIFY(!now.value(u"vetted"_s).toArray().isEmpty());
        QVERIFY(file.open(QFile::WriteOnly | QFile::Truncate));
        file.write("acknowledgeWithing: 600\n");
        file.close();
        QCOMPARE(m_ada->ctl({u"policy"_s, u"propose"_s, file.fileName()}).exitCode, 2);
    }

    void nobodyVetsTheirOwn_data()
    {
        QTest::addColumn<QString>("named");
        QTest::newRow("as she is called") << u"Ada Byron"_s;
        QTest::newRow("in capitals, with an address") << u"ADA  BYRON <ada@acme.example>"_s;
        QTest::newRow("with a Cyrillic letter") << u"\u0410da Byron"_s;
        QTest::newRow("with small Cyrillic letters") << u"Ad\u0430 Byr\u043en"_s;
        QTest::newRow("in full width") << u"\uff21da Byron"_s;
    }
    //! Neither by "plugin vet" nor by writing the vetting into the policy's own text.
    void nobodyVetsTheirOwn()
    {
        QFETCH(QString, named);
        const QString folder = m_ada->profile() + u"/plugins/adasown"_s;
        QVERIFY(QDir().mkpath(m_ada->profile() + u"/plugins"_s));
        const Said begun = m_ada->ctl({u"plugin"_s, u"new"_s, folder});
        QVERIFY2(begun.exitCode == 0, begun.err);
        QFile manifest(folder + u"/plugin.yaml"_s);
        QVERIFY(manifest.open(QFile::ReadOnly));
        static const QRegularExpression author(u"(?m)^author:.*$"_s);
        const QString text = QString::fromUtf8(manifest.readAll()).replace(author, u"author: "_s + named);
        manifest.close();
        QVERIFY(manifest.open(QFile::WriteOnly | QFile::Truncate) && manifest.write(text.toUtf8()) > 0);
        manifest.close();
        const Said vetted = m_ada->ctl({u"plugin"_s, u"vet"_s, folder});
        QVERIFY2(vetted.exitCode == 1 && vetted.err.contains("author"), vetted.err);
        const QJsonObject now = m_ada->json({u"policy"_s, u"show"_s}).object();
        QJsonArray list = now.value(u"vetted"_s).toArray();
        const Said checked = m_ada->json({u"plugin"_s, u"check"_s, folder});
        const QString hash = checked.object().value(u"hash"_s).toString();
        QCOMPARE(hash.size(), 64);
        QJsonObject own = list.first().toObject();
        own.insert(u"plugin"_s, u"adasown"_s);
        own.insert(u"hash"_s, hash);
        list.append(own);
        QFile file(m_top.path() + u"/edited.json"_s);
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(QJsonDocument(QJsonObject{{u"vetted"_s, list}}).toJson());
        file.close();
        const Said proposed = m_ada->ctl({u"policy"_s, u"propose"_s, file.fileName()});
        QVERIFY2(proposed.exitCode == 1 && proposed.err.contains("somebody else"), proposed.err);
        QCOMPARE(m_ada->json({u"policy"_s, u"show"_s}).object().value(u"version"_s), now.value(u"version"_s));
        QVERIFY(QDir(folder).removeRecursively());
    }

    void theListOfPluginsSaysWhoVettedThemToTheByte()
    {
        const auto listed = [&](const QStringList &more) {
            QHash<QString, QJsonObject> plugins;
            for (const QJsonObject &line : m_tom->json(QStringList{u"plugin"_s, u"list"_s} + more).lines())
                plugins.insert(line.value(u"plugin"_s).toString(), line);
            return plugins;
        };
        const QJsonObject shipped = listed({}).value(u"ip"_s);
        QCOMPARE(shipped.value(u"vetted"_s), QJsonValue(true));
        QCOMPARE(shipped.value(u"vettedBy"_s), QJsonValue(u"Ada Byron"_s));
        const QString here = m_top.path() + u"/copies"_s;
        const QString plugins = QFileInfo(shipped.value(u"folder"_s).toString()).path();
        QCOMPARE(QProcess::execute(u"cp"_s, {u"-r"_s, plugins, here}), 0);
        QCOMPARE(listed({here}).value(u"ip"_s).value(u"vetted"_s), QJsonValue(true));
        QFile manifest(here + u"/ip/plugin.yaml"_s);
        QVERIFY(manifest.open(QFile::Append) && manifest.write("#") == 1);
        manifest.close();
        QCOMPARE(listed({here}).value(u"ip"_s).value(u"vetted"_s), QJsonValue(false));
        QVERIFY(m_tom->ctl({u"plugin"_s, u"list"_s, here}).out.contains("changed since it was vetted"));
    }

    void nobodyApprovesTheirOwn()
    {
        const Said asked =
            m_ada->json({u"say"_s, u"it-handover"_s, u"/patch apply practice-01 shop-tls because CVE-2099-0001"_s});
        QVERIFY2(asked.exitCode == 0, asked.err);
        const QString op = asked.object().value(u"op"_s).toString();
        QVERIFY(!op.isEmpty());
        const Said own = m_ada->ctl({u"approve"_s, op});
        QCOMPARE(own.exitCode, 1);
        QVERIFY(!own.err.isEmpty());
        QTRY_VERIFY(m_tom->json({u"operations"_s, u"it-handover"_s}).out.contains(op.toLatin1()));
        QCOMPARE(m_tom->ctl({u"decline"_s, op}).exitCode, 2);
        QCOMPARE(m_tom->ctl({u"decline"_s, op.first(8), u"--reason"_s, u"not today"_s}).exitCode, 0);
        QCOMPARE(m_tom->ctl({u"approve"_s, op}).exitCode, 1);
        QCOMPARE(m_ada->json({u"operations"_s}).lines().last().value(u"stage"_s).toString(), u"declined"_s);
    }

    void theOtherApprovesAndItRunsOnce()
    {
        const Said asked =
            m_ada->json({u"say"_s, u"it-handover"_s, u"/patch apply practice-01 shop-tls because CVE-2099-0001"_s});
        QVERIFY2(asked.exitCode == 0, asked.err);
        const QString op = asked.object().value(u"op"_s).toString();
        const QString code =
            m_tom->json({u"operations"_s, u"it-handover"_s}).lines().last().value(u"code"_s).toString();
        QCOMPARE(code.size(), 6);
        const Said approved = m_tom->json({u"approve"_s, code});
        QVERIFY2(approved.exitCode == 0, approved.err);
        QCOMPARE(approved.object().value(u"op"_s).toString(), op);
        // Only her node reaches the host: her next command runs it and stays until it has been read back.
        QCOMPARE(m_ada->ctl({u"room"_s, u"list"_s}).exitCode, 0);
        const QJsonObject done = m_tom->json({u"operations"_s, u"it-handover"_s}).lines().last();
        QCOMPARE(done.value(u"op"_s).toString(), op);
        QCOMPARE(done.value(u"stage"_s).toString(), u"verified"_s);
        QCOMPARE(done.value(u"verdict"_s).toString(), u"verified"_s);
        QCOMPARE(m_tom->ctl({u"approve"_s, op}).exitCode, 1);
        const Said late = m_tom->ctl({u"approve"_s, code});
        QVERIFY2(late.exitCode == 1 && late.err.contains("decided or over"), late.err);
        const Said timeline = m_ada->json({u"timeline"_s, u"it-handover"_s});
        QCOMPARE(timeline.out.count("\"command.claimed\""), 1);
        const Said undo = m_tom->json({u"undo"_s, code}); // which is of what is over
        QVERIFY2(undo.exitCode == 0, undo.err);
        const QString backwards = undo.object().value(u"op"_s).toString();
        QCOMPARE(m_tom->ctl({u"cancel"_s, backwards, u"--reason"_s, u"it may stay"_s}).exitCode, 0);
    }

    void theLevelsStandBesideTheirEvidence()
    {
        const QList<QJsonObject> lines = m_ada->json({u"policy"_s, u"levels"_s}).lines();
        const auto is = [](const QJsonObject &line) { return line.value(u"command"_s) == u"patch.apply"_s; };
        const auto patch = std::find_if(lines.begin(), lines.end(), is);
        QVERIFY(patch != lines.end());
        QCOMPARE(patch->value(u"level"_s).toInt(), 2);
        QCOMPARE(patch->value(u"verified"_s).toInt(), 1);
        QCOMPARE(patch->value(u"offered"_s).toBool(), false);
        const Said early = m_ada->ctl({u"policy"_s, u"level"_s, u"patch.apply"_s, u"3"_s});
        QCOMPARE(early.exitCode, 1);
        QVERIFY2(early.err.contains("1 of 20"), early.err);
    }

    void aReadBackThatWasDeletedInTheChatKeepsNoShellWaiting()
    {
        const QList<QJsonObject> lines =
            m_ada->json({u"tail"_s, u"it-handover"_s, u"--since"_s, u"0"_s, u"--no-follow"_s}).lines();
        const auto verified = std::find_if(lines.begin(), lines.end(), [](const QJsonObject &line) {
            return line.value(u"kind"_s) == u"command.verified"_s;
        });
        QVERIFY(verified != lines.end());
        const Said room = m_ada->json({u"room"_s, u"show"_s, u"it-handover"_s});
        const wardroom::SystemClock clock;
        wardroom::chat::LocalFaults faults; // a Matrix server lets its administrator do that
        faults.foreignEdits = true;
        wardroom::chat::LocalPlatform chat({m_top.path() + u"/blue"_s,
                                            wardroom::domain::PersonId(verified->value(u"sender"_s).toString()),
                                            wardroom::domain::NodeId(u"n-phone"_s), clock, faults});
        QVERIFY(QCoro::waitFor(chat.start({})));
        const wardroom::Result<void> gone =
            QCoro::waitFor(chat.wipeAnyones(wardroom::domain::RoomId(room.object().value(u"id"_s).toString()),
                                            wardroom::domain::EntryId(verified->value(u"id"_s).toString())));
        QVERIFY2(gone, gone ? "" : qPrintable(gone.error().message));
        QElapsedTimer took;
        took.start();
        QCOMPARE(m_ada->ctl({u"room"_s, u"list"_s}).exitCode, 0);
        QVERIFY2(took.elapsed() < 60'000, qPrintable(QString::number(took.elapsed())));
    }

    void withASecondAdminAPolicyIsARequest()
    {
        QFile file(m_top.path() + u"/admins.yaml"_s);
        const auto write = [&file](const char *text) {
            QVERIFY(file.open(QFile::WriteOnly | QFile::Truncate));
            file.write(text);
            file.close();
        };
        write("admins: [Ada Byron, Tom Kyte]\n");
        QVERIFY(m_ada->json({u"policy"_s, u"propose"_s, file.fileName()}).object().value(u"holds"_s).toBool());
        write("admins: [Ada Byron]\nacknowledgeWithin: 601\n");
        const Said asked = m_ada->json({u"policy"_s, u"propose"_s, file.fileName(), u"--reason"_s, u"tidy up"_s});
        QVERIFY2(asked.exitCode == 0, asked.err);
        QVERIFY(!asked.object().value(u"holds"_s).toBool());
        const QString op = asked.object().value(u"op"_s).toString();
        QCOMPARE(m_ada->ctl({u"approve"_s, op}).exitCode, 1);
        QCOMPARE(m_tom->json({u"policy"_s, u"show"_s}).object().value(u"acknowledgeWithin"_s).toInt(), 600);
        const Said approved = m_tom->json({u"approve"_s, op});
        QVERIFY2(approved.exitCode == 0, approved.err);
        QCOMPARE(approved.object().value(u"stage"_s).toString(), u"finished"_s);
        const QJsonObject now = m_ada->json({u"policy"_s, u"show"_s}).object();
        QCOMPARE(now.value(u"acknowledgeWithin"_s).toInt(), 601);
        QCOMPARE(now.value(u"admins"_s).toArray().size(), 1);
    }

    void whileOneTalksTheOtherGoesThroughIt()
    {
        const auto tail = m_ada->start(u"wardroomctl"_s,
                                       {u"--profile"_s, m_ada->profile(), u"--json"_s, u"tail"_s, u"security-ops"_s});
        QVERIFY(tail->waitForReadyRead(30'000));
        QVERIFY(m_ada->ctl({u"say"_s, u"security-ops"_s, u"through the socket"_s}).exitCode == 0);
        QByteArray heard;
        for (int tries = 0; tries < 100 && !heard.contains("through the socket"); ++tries) {
            tail->waitForReadyRead(200);
            heard += tail->readAllStandardOutput();
        }
        QVERIFY(heard.contains("through the socket"));
        tail->terminate();
        QVERIFY(tail->waitForFinished(5000));
    }

    void whatGoesOnTheRecordAtOnceIsTold()
    {
        const Said note = m_ada->ctl({u"say"_s, u"security-ops"_s, u"/note add the backup ran at six"_s});
        QVERIFY2(note.exitCode == 0, note.err);
        QVERIFY2(note.out.startsWith("On the record: ") && note.out.contains("the backup ran at six"), note.out);
        const Said asJson = m_ada->json({u"say"_s, u"security-ops"_s, u"/note add and once more"_s});
        const QString fact = asJson.object().value(u"fact"_s).toString();
        QVERIFY2(!fact.isEmpty() && !asJson.object().contains(u"op"_s), asJson.out);
        const QList<QJsonObject> lines = m_ada->json({u"timeline"_s, u"security-ops"_s}).lines();
        QVERIFY(std::any_of(lines.begin(), lines.end(),
                            [&](const QJsonObject &line) { return line.value(u"id"_s).toString() == fact; }));
        const Said opened =
            m_ada->json({u"say"_s, u"security-ops"_s, u"/incident open \"a laptop was stolen\" severity 2"_s});
        QVERIFY2(opened.exitCode == 0, opened.err);
        const QString room = opened.object().value(u"opened"_s).toObject().value(u"room"_s).toString();
        QVERIFY2(!room.isEmpty(), opened.out);
        const Said incident = m_ada->json({u"incident"_s, room});
        QVERIFY2(incident.exitCode == 0 && incident.out.contains("a laptop was stolen"), incident.out);
        const Said shown = m_ada->ctl({u"say"_s, room, u"/incident status containing"_s});
        QVERIFY2(shown.exitCode == 0 && shown.out.contains("ontaining"), shown.out);
        // Talk is no fact, and nothing is told of it.
        QCOMPARE(m_ada->ctl({u"say"_s, u"security-ops"_s, u"lunch was good"_s}).out, QByteArray());
    }

    void doctorSaysWhatToDo()
    {
        const Said said = m_ada->json({u"doctor"_s});
        QVERIFY(said.exitCode == 0 || said.exitCode == 1);
        QVERIFY(said.lines().size() >= 7);
        for (const QJsonObject &line : said.lines())
            QVERIFY(!line.value(u"sentence"_s).toString().isEmpty());
    }

    void withoutAPassphraseItSaysWhatToDo()
    {
        auto environment = m_tom->environment();
        environment.remove(u"WARDROOM_PASSPHRASE_FILE"_s);
        QProcess process;
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(WARDROOM_BIN "/wardroomctl"),
                      {u"--profile"_s, m_tom->profile(), u"room"_s, u"list"_s});
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitCode(), 3);
        QVERIFY(process.readAllStandardError().contains("WARDROOM_PASSPHRASE_FILE"));
    }
};

WARDROOM_TEST(TstCtl)
#include "tst_ctl.moc"
