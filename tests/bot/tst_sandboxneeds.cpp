// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/sandbox/sandbox.h"
#include "support/testmain.h"

#include <QCoroTask>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace wardroom;
using namespace wardroom::bot;
using namespace Qt::StringLiterals;

//! What a command may have beyond nothing: secrets, folders to read, a firewall of its own. And that it is no more.
class TstSandboxNeeds : public QObject
{
    Q_OBJECT

private:
    QString m_folder;
    SandboxJob m_job;
    QByteArray m_errors;

    QByteArray run(const QByteArray &script)
    {
        QFile file(m_folder + u"/script"_s);
        if (!file.open(QIODevice::WriteOnly) || file.write(script) < 0)
            return "ERROR cannot write";
        file.setPermissions(QFile::Permissions(0x7755));
        file.close();
        m_job.argv = {u"script"_s};
        QByteArray all;
        Sandbox sandbox;
        const auto end = QCoro::waitFor(sandbox.run(m_job, [&](QByteArray line) { all += line + '\n'; }));
        m_errors = end ? end->errors : QByteArray();
        return end ? all : "ERROR " + end.error().message.toUtf8();
    }
    QByteArray python(const QByteArray &script) { return run("#!/usr/bin/python3\n" + script); }

private Q_SLOTS:
    void init()
    {
        m_folder = Sandbox::makeStagingFolder().value_or(QString());
        QVERIFY(!m_folder.isEmpty());
        m_job = {};
        m_job.pluginFolder = m_folder;
        m_job.limits = {10, 256, 32, 256};
    }
    void cleanup() { QDir(m_folder).removeRecursively(); }

    void aSecretThatIsPrintedIsTakenOut()
    {
        m_job.secrets = {{3, "s3cret-of-the-house"_ba}};
        const QByteArray said =
            python("import os, sys, base64, time\n"
                   "s = os.read(3, 100)\n"
                   "print('plain', s.decode(), 'end')\n"
                   "print(base64.b64encode(b'user:' + s).decode())\n"
                   "print(s.hex())\n"
                   "for c in s.decode(): sys.stdout.write(c); sys.stdout.flush(); time.sleep(0.002)\n"
                   "print()\n"
                   "sys.stderr.write('lost: ' + s.decode() + '\\n')\n");
        QVERIFY2(said.startsWith("plain [redacted] end\n"), said.constData());
        QCOMPARE(said.count("[redacted]"), 4);
        QVERIFY(!said.contains("s3cret"));
        QVERIFY(!said.contains(QByteArray("cret-of-the").toHex()));
        QCOMPARE(m_errors.trimmed(), "lost: [redacted]"_ba);
    }

    void whatIsDeclaredIsSeenAndNotWritten()
    {
        QVERIFY(run("#!/bin/sh\nls /var/lib/dpkg/status 2>&1\n").contains("No such file"));
        m_job.readOnly = {u"/var/lib/dpkg"_s};
        const QByteArray said =
            run("#!/bin/sh\nhead -c 8 /var/lib/dpkg/status; echo; touch /var/lib/dpkg/x 2>&1; ls /var/lib/apt 2>&1\n");
        QVERIFY2(said.startsWith("Package:"), said.constData());
        QVERIFY(said.contains("Read-only"));
        QVERIFY2(said.contains("/var/lib/apt"), said.constData()); // not there: only what was named
    }

    void whatHoldsSecretsOrHomesIsNeverDeclared()
    {
        for (const QString &path :
             {u"/"_s, u"/etc"_s, u"/etc/shadow"_s, u"/root"_s, u"/home"_s, u"/proc"_s, u"/sys"_s, u"/run"_s, u"/dev"_s,
              u"/var/lib"_s, u"/var/lib/../../etc"_s, u"/tmp"_s, u"relative"_s, QDir::homePath()}) {
            m_job.readOnly = {path};
            QVERIFY2(run("#!/bin/sh\necho ran\n").startsWith("ERROR"), qPrintable(path));
        }
    }

    void firewallRulesGoIntoItsOwnNetworkAndOnlyWhenDeclared()
    {
        if (!QFile::exists(u"/usr/sbin/nft"_s))
            QSKIP("nftables is not installed");
        const QByteArray script = "#!/bin/sh\nnft add table inet probe_of_a_test 2>&1 && nft list tables\n";
        QVERIFY(!run(script).contains("table inet probe_of_a_test\n"));
        m_job.netfilter = true;
        const QByteArray said = run(script);
        QVERIFY2(said.contains("table inet probe_of_a_test\n"), said.constData());
        QCOMPARE(said.count("table "), 1); // an empty network of its own, not this machine's
        const QByteArray again = run("#!/bin/sh\nnft list tables\n");
        QVERIFY2(again.isEmpty(), again.constData());
    }

    void aFirewallOfItsOwnIsNoOtherWayOut()
    {
        m_job.netfilter = true;
        const QByteArray said =
            python("import socket, os\n"
                   "for family, kind, protocol in ((16,3,0),(16,3,15),(16,3,4),(17,3,768),(40,1,0),(31,3,0)):\n"
                   "    try:\n"
                   "        socket.socket(family, kind, protocol); print('made', family, protocol)\n"
                   "    except OSError: pass\n"
                   "for name in ('unshare', 'setns'):\n"
                   "    pass\n"
                   "try: os.mknod('/work/x', 0o60600, 2049); print('made a device')\n"
                   "except OSError: pass\n"
                   "print([line for line in open('/proc/self/status') if line.startswith('CapEff')])\n");
        QVERIFY2(!said.contains("made"), said.constData());
        QVERIFY2(said.contains("0000000000001000"), said.constData()); // CAP_NET_ADMIN alone
        m_job.kind = SandboxKind::observe;
        QVERIFY(!run("#!/bin/sh\nnft list tables 2>&1 && echo worked\n").contains("worked"));
    }
};

WARDROOM_TEST(TstSandboxNeeds)
#include "tst_sandboxneeds.moc"
