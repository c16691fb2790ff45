// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs.h"
#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using wardroom::test::Said;
using wardroom::test::Somebody;

//! The record from outside: export, verify, replay, understand, plugins.
class TstCtlRecord : public QObject
{
    Q_OBJECT

    QTemporaryDir m_top;
    std::unique_ptr<Somebody> m_ada;
    QString m_trust;
    QString m_bundle;

    static QByteArray content(const QString &path)
    {
        QFile file(path);
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        if (file.open(QFile::WriteOnly | QFile::Truncate))
            file.write(bytes);
    }

private Q_SLOTS:
    void initTestCase()
    {
        // As root, commands run as somebody else, who has to reach the folders.
        QFile::setPermissions(m_top.path(), QFile::Permissions(0x7055));
        m_ada = std::make_unique<Somebody>(m_top.path(), u"ada"_s);
        m_bundle = m_top.path() + u"/bundle"_s;
        const Said said = m_ada->json({u"workspace"_s, u"add"_s, u"local"_s, u"Blue"_s, u"--name"_s, u"Ada Byron"_s});
        QVERIFY2(said.exitCode == 0, said.err);
        m_trust = said.object().value(u"trust"_s).toString();
        for (const char *text : {"/note add the first thing", "/note add the second thing", "just words"})
            QVERIFY(m_ada->ctl({u"say"_s, u"security-ops"_s, QString::fromLatin1(text)}).exitCode == 0);
    }

    void anExportIsIntact()
    {
        const Said said = m_ada->json({u"export"_s, u"security-ops"_s, u"--to"_s, m_bundle});
        QVERIFY2(said.exitCode == 0, said.err);
        QCOMPARE(said.object().value(u"trust"_s).toString(), m_trust);
        QVERIFY(QFile::exists(m_bundle + u"/report.pdf"_s));
        const Said verified = m_ada->ctl({u"verify"_s, m_bundle, u"--trust"_s, m_trust});
        QVERIFY2(verified.exitCode == 0, verified.out);
        QCOMPARE(m_ada->ctl({u"verify"_s, m_bundle}).exitCode, 4);
        QCOMPARE(m_ada->ctl({u"verify"_s, m_bundle, u"--trust"_s, QString(64, u'a')}).exitCode, 1);
        QCOMPARE(m_ada->ctl({u"compare"_s, u"security-ops"_s, m_bundle}).exitCode, 0);
    }

    void oneByteIsNoticed()
    {
        const QString facts = m_bundle + u"/facts.jsonl"_s;
        const QByteArray good = content(facts);
        QVERIFY(!good.isEmpty());
        QByteArray bad = good;
        bad[bad.size() / 2] = bad.at(bad.size() / 2) == 'x' ? 'y' : 'x';
        write(facts, bad);
        const Said said = m_ada->ctl({u"verify"_s, m_bundle, u"--trust"_s, m_trust});
        QCOMPARE(said.exitCode, 1);
        QVERIFY(!said.out.isEmpty());
        write(facts, good);
        QCOMPARE(m_ada->ctl({u"verify"_s, m_bundle, u"--trust"_s, m_trust}).exitCode, 0);
    }

    void replayDoesNotMindOrderOrDoubles()
    {
        QList<QByteArray> lines = content(m_bundle + u"/facts.jsonl"_s).split('\n');
        lines.removeAll(QByteArray());
        QVERIFY(lines.size() >= 4);
        const Said straight = m_ada->ctl({u"replay"_s, m_bundle + u"/facts.jsonl"_s});
        QVERIFY2(straight.exitCode == 0, straight.err);
        std::mt19937 random(7);
        lines += lines;
        std::shuffle(lines.begin(), lines.end(), random);
        const Said shuffled = m_ada->ctl({u"replay"_s, u"-"_s}, lines.join('\n') + '\n');
        QVERIFY2(shuffled.exitCode == 0, shuffled.err);
        QCOMPARE(shuffled.out, straight.out);
        QCOMPARE(m_ada->ctl({u"replay"_s, u"-"_s}, "nonsense\n").exitCode, 2);
    }

    void aLineInIsALineOut()
    {
        write(m_top.path() + u"/inventory.yaml"_s,
              "hosts:\n  - name: web-01\n    aliases: [shop]\npeople:\n  - name: Priya\n    aliases: [pri]\n");
        const Said said =
            m_ada->ctl({u"understand"_s, u"-"_s, u"--inventory"_s, m_top.path() + u"/inventory.yaml"_s},
                       "what's going on with shop?\nI had lunch\n{\"text\":\"/host status web-01\",\"after\":[]}\n");
        QVERIFY2(said.exitCode == 0, said.err);
        QCOMPARE(said.lines().size(), 3);
        QCOMPARE(said.lines().at(0).value(u"command"_s).toString(), u"host.status"_s);
        QCOMPARE(said.lines().at(0).value(u"args"_s).toObject().value(u"host"_s).toString(), u"web-01"_s);
        QCOMPARE(said.lines().at(1).value(u"intent"_s).toString(), u"chatter"_s);
        QCOMPARE(said.lines().at(2).value(u"intent"_s).toString(), u"command"_s);
    }

    void aNewPluginPassesItsOwnTests()
    {
        const QString folder = m_top.path() + u"/greet"_s;
        QCOMPARE(m_ada->ctl({u"plugin"_s, u"new"_s, folder}).exitCode, 0);
        const Said checked = m_ada->ctl({u"plugin"_s, u"check"_s, folder});
        QVERIFY2(checked.exitCode == 0, checked.out);
        const Said tested = m_ada->ctl({u"plugin"_s, u"test"_s, folder});
        QVERIFY2(tested.exitCode == 0, tested.out + tested.err);
        write(m_top.path() + u"/inv.yaml"_s, "hosts:\n  - name: web-01\n    reach: practice\n    root: " +
                                                 (folder + u"/tests/host/root"_s).toUtf8() + "\n");
        const Said ran = m_ada->ctl({u"plugin"_s, u"run"_s, folder, u"count"_s, u"host=web-01"_s, u"word=sshd"_s,
                                     u"--inventory"_s, m_top.path() + u"/inv.yaml"_s});
        QVERIFY2(ran.exitCode == 0, ran.err);
        QCOMPARE(ran.lines().last().value(u"type"_s).toString(), u"result"_s);
        write(folder + u"/scripts/greet.py"_s, "#!/usr/bin/python3\nprint('nothing')\n");
        const Said failed = m_ada->ctl({u"plugin"_s, u"test"_s, folder});
        QCOMPARE(failed.exitCode, 1);
        QVERIFY2(failed.out.contains("FAILED"), failed.out);
        write(folder + u"/plugin.yaml"_s, "name: [\n");
        QCOMPARE(m_ada->ctl({u"plugin"_s, u"check"_s, folder}).exitCode, 1);
        QCOMPARE(m_ada->ctl({u"plugin"_s, u"check"_s, m_top.path() + u"/nowhere"_s}).exitCode, 2);
    }

    void aNewPluginThatChangesSomethingPassesItsOwnTestsToo()
    {
        const QString folder = m_top.path() + u"/motd"_s;
        QCOMPARE(m_ada->ctl({u"plugin"_s, u"new"_s, folder, u"--change"_s}).exitCode, 0);
        const Said checked = m_ada->ctl({u"plugin"_s, u"check"_s, folder});
        QCOMPARE(checked.exitCode, 0);
        QVERIFY2(!checked.out.contains("advice"), checked.out);
        const Said tested = m_ada->ctl({u"plugin"_s, u"test"_s, folder});
        QVERIFY2(tested.exitCode == 0, tested.out + tested.err);
        QVERIFY2(tested.out.contains("4 passed, 0 failed"), tested.out);
    }

    void checkFindsTheLineThatAnInterpreterCannotRead()
    {
        const QString folder = m_top.path() + u"/slips"_s;
        QCOMPARE(m_ada->ctl({u"plugin"_s, u"new"_s, folder}).exitCode, 0);
        write(folder + u"/scripts/slips.py"_s, "#!/usr/bin/python3\nimport json\nif json\n    pass\n");
        const Said python = m_ada->ctl({u"plugin"_s, u"check"_s, folder});
        QCOMPARE(python.exitCode, 1);
        QVERIFY2(python.out.contains("scripts/slips.py:3: its interpreter cannot read it: expected ':'"), python.out);
        write(folder + u"/scripts/slips.py"_s, "#!/bin/sh\nif true; then\necho done\n");
        const Said shell = m_ada->ctl({u"plugin"_s, u"check"_s, folder});
        QCOMPARE(shell.exitCode, 1);
        QVERIFY2(shell.out.contains("scripts/slips.py:4: its interpreter cannot read it: "), shell.out);
    }

    void aFailedTestShowsWhatTheScriptSaid()
    {
        const QString folder = m_top.path() + u"/quiet"_s;
        QCOMPARE(m_ada->ctl({u"plugin"_s, u"new"_s, folder}).exitCode, 0);
        write(folder + u"/scripts/quiet.py"_s,
              "#!/usr/bin/python3\nprint('{\"type\": \"result\", \"ok\": true, \"summary\": \"nothing of note\"}')\n");
        const Said tested = m_ada->ctl({u"plugin"_s, u"test"_s, folder});
        QCOMPARE(tested.exitCode, 1);
        QVERIFY2(tested.out.contains("does not contain") && tested.out.contains("nothing of note"), tested.out);
    }

    void aCallIsTestedAgainstTheAnswerOfItsFixtureAndNobodyIsAsked()
    {
        const QString folder = m_top.path() + u"/whois"_s;
        const QByteArray call = "name: whois\nversion: 1.0.0\nauthor: Ada\nsummary: Who has an address\ncommands:\n"
                                "  - id: whois.show\n    risk: read\n    summary: Who has an address\n"
                                "    arguments: [{name: address, type: address}]\n"
                                "    phrases: {en: [\"who has {address}\"]}\n"
                                "    run: {http: {method: GET, url: \"https://whois.example.invalid/{address}\","
                                " answer: {summary: \"{address} belongs to {org.name}\","
                                " fields: {Owner: org.name}}}}\n";
        QDir().mkpath(folder + u"/tests/one"_s);
        write(folder + u"/plugin.yaml"_s, call);
        const Said untested = m_ada->ctl({u"plugin"_s, u"test"_s, folder});
        QCOMPARE(untested.exitCode, 1);
        QVERIFY2(untested.err.contains("no tests"), untested.out + untested.err);
        const QByteArray tests = "    tests: [{name: says the owner, args: {address: 192.0.2.7}, fixture: tests/one,"
                                 " expect: {exit: 0, contains: belongs to Example}}]\n";
        write(folder + u"/plugin.yaml"_s, call + tests);
        const Said without = m_ada->ctl({u"plugin"_s, u"test"_s, folder});
        QCOMPARE(without.exitCode, 1);
        QVERIFY2(without.out.contains("answer.json"), without.out + without.err);
        write(folder + u"/tests/one/answer.json"_s, "{\"status\": 200, \"body\": {\"org\": {\"name\": \"Example\"}}}");
        const Said tested = m_ada->ctl({u"plugin"_s, u"test"_s, folder});
        QVERIFY2(tested.exitCode == 0, tested.out + tested.err);
        write(folder + u"/tests/one/answer.json"_s, "{\"status\": 404, \"body\": {\"error\": \"unknown\"}}");
        const Said refused = m_ada->ctl({u"plugin"_s, u"test"_s, folder});
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.out.contains("answered 404"), refused.out);
    }

    void helpOnOneCommandIsShort()
    {
        const Said one = m_ada->ctl({u"plugin"_s, u"check"_s, u"--help"_s});
        QCOMPARE(one.exitCode, 0);
        QCOMPARE(one.out.split('\n').size(), 3);
    }
};

WARDROOM_TEST(TstCtlRecord)
#include "tst_ctlrecord.moc"
