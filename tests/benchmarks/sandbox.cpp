// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/measure.h"

#include "bot/sandbox/sandbox.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>

namespace wardroom::bench {
using namespace Qt::StringLiterals;

namespace {

constexpr int kRounds = 11;
constexpr int kLongestMs = 30'000;
constexpr qint64 kBytes = 16 * 1024 * 1024;

//! Says a line; with a port, fetches kBytes from there first, through the proxy where there is one.
constexpr auto kScript = "#!/usr/bin/python3\n"
                         "import os, socket, sys\n"
                         "port, count = int(sys.argv[1]), 0\n"
                         "if port:\n"
                         "    proxy = os.environ.get('https_proxy', '').rpartition(':')[2]\n"
                         "    link = socket.create_connection(('127.0.0.1', int(proxy or port)))\n"
                         "    if proxy:\n"
                         "        link.sendall(b'CONNECT 127.0.0.1:%d HTTP/1.1\\r\\n\\r\\n' % port)\n"
                         "        assert b' 200 ' in link.recv(39)\n"
                         "    link.sendall(b'go')\n"
                         "    while block := link.recv(65536): count += len(block)\n"
                         "print('said', count)\n";

//! Sends kBytes to whoever asks.
class Source final : public QTcpServer
{
public:
    Source()
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *client = nextPendingConnection();
            connect(client, &QTcpSocket::readyRead, client, [client] {
                client->readAll();
                client->write(QByteArray(kBytes, 'x'));
                client->disconnectFromHost();
            });
        });
        listen(QHostAddress::LocalHost);
    }
};

struct Scene
{
    QString folder;
    Source source;
    QString problem;

    void judge(const QByteArray &said, bool fetches, const QString &more)
    {
        if (!said.contains("said " + QByteArray::number(fetches ? kBytes : 0)))
            problem = QString::fromUtf8(said.left(200)) + more;
    }

    Cost confined(bool declares, bool fetches)
    {
        bot::SandboxJob job;
        job.pluginFolder = folder;
        job.argv = {u"fetch"_s, QString::number(fetches ? source.serverPort() : 0)};
        job.limits = {20, 256, 32, 256};
        if (declares)
            job.network = {{u"127.0.0.1"_s, source.serverPort(), true}};
        QByteArray said;
        return costOf([&] {
            bot::Sandbox sandbox;
            const auto end = QCoro::waitFor(sandbox.run(job, [&](QByteArray line) { said += line; }));
            judge(said, fetches, end ? end->reason + QString::fromUtf8(end->errors) : end.error().message);
        });
    }

    Cost bare(bool fetches)
    {
        return costOf([&] {
            QProcess process;
            QEventLoop loop; // the source is served by this thread too
            QObject::connect(&process, &QProcess::finished, &loop, &QEventLoop::quit);
            process.start(folder + u"/fetch"_s, {QString::number(fetches ? source.serverPort() : 0)});
            QTimer::singleShot(kLongestMs, &loop, &QEventLoop::quit);
            loop.exec();
            judge(process.readAllStandardOutput(), fetches, process.errorString());
        });
    }
};

Line lineOf(Duel &duel, const QString &name, double bar, const QString &what)
{
    duel.play(kRounds);
    Line line = duel.line(name, u"ms"_s, Told::byWall);
    line.bar = bar;
    line.what = what;
    return line;
}

} // namespace

Result<Lines> measureSandbox()
{
    if (const QString missing = bot::Sandbox::whatIsMissing(); !missing.isEmpty())
        return fail(ErrorKind::unsupported, missing);
    const Result<QString> folder = bot::Sandbox::makeStagingFolder();
    if (!folder)
        return tl::unexpected(folder.error());
    Scene scene;
    scene.folder = *folder;
    QFile file(*folder + u"/fetch"_s);
    if (!file.open(QIODevice::WriteOnly) || file.write(kScript) < 0)
        return fail(ErrorKind::storage, file.errorString());
    file.setPermissions(QFile::Permissions(0x7755));
    file.close();
    Duel start([&] { return scene.confined(false, false); }, [&] { return scene.bare(false); });
    Duel network([&] { return scene.confined(true, false); }, [&] { return scene.confined(false, false); });
    Duel bytes([&] { return scene.confined(true, true); }, [&] { return scene.bare(true); });
    const Lines lines{
        lineOf(start, u"sandbox.start"_s, 1.5,
               u"a Python script to its end, in the sandbox / the same script spawned bare"_s),
        lineOf(network, u"sandbox.network"_s, 2, u"the same in the sandbox with a network declared / with none"_s),
        lineOf(bytes, u"sandbox.bytes"_s, 4,
               u"16 MB from a declared place through the proxy, with the start / the same script bare"_s)};
    QDir(*folder).removeRecursively();
    if (!scene.problem.isEmpty())
        return fail(ErrorKind::storage, scene.problem);
    return lines;
}

} // namespace wardroom::bench
