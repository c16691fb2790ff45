// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "killeverystep.h"
#include "support/testmain.h"

#include <QElapsedTimer>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace wardroom::test;

//! Two windows, as people have them, driven through the sockets they serve.
class TstKillEveryDesktop final : public KillEveryStep
{
    Q_OBJECT

    std::unique_ptr<QProcess> program(const Somebody &somebody) override
    {
        // Until the window has the profile, a shell would take it; the socket of a killed one is still lying there.
        const QString socket = somebody.profile() + u"/socket"_s;
        QFile::remove(socket);
        auto process = std::make_unique<QProcess>();
        QProcessEnvironment environment = somebody.environment();
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        process->setProcessEnvironment(environment);
        process->setProcessChannelMode(QProcess::MergedChannels);
        process->start(QStringLiteral(WARDROOM_BIN "/wardroom"), {u"--profile"_s, somebody.profile()});
        QElapsedTimer waited;
        for (waited.start(); waited.elapsed() < kLongestWait && process->state() != QProcess::NotRunning;) {
            if (QFile::exists(socket) && somebody.ctl({u"room"_s, u"list"_s}).exitCode == 0)
                return process;
            process->waitForFinished(100);
        }
        qWarning() << "no window:" << process->readAll();
        return process;
    }
    bool endsWhenAsked() const override { return false; }
    int rounds() const override { return qEnvironmentVariableIsSet("WARDROOM_FULL") ? 20 : 2; }

    //! A window takes no posts: what a tool had to say comes in beforehand, and waits in the room to be claimed.
    void prepare() override
    {
        quint16 port = 0;
        const auto daemon = startDaemon(ada(), &port);
        QVERIFY(port > 0);
        for (int round = 0; round < rounds(); ++round)
            QCOMPARE(AlertPost(port, token(), "f" + QByteArray::number(round), titleOf(round)).status(), 200);
        daemon->terminate();
        QVERIFY(daemon->waitForFinished(10'000));
    }
    void raise(int) override { bringBack(killOne(Step::alert)); }
};

WARDROOM_TEST(TstKillEveryDesktop)
#include "tst_killeverydesktop.moc"
