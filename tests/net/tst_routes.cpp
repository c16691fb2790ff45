// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/scriptedserver.h"
#include "net/systemproxies.h"
#include "net/transport.h"
#include "support/fakeclock.h"
#include "support/testmain.h"

#include <QCoroTask>
#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTemporaryDir>
#include <QTest>

using namespace wardroom;
using namespace wardroom::net;
using namespace wardroom::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

//! Which way requests go: through a proxy, and only to whom they were meant for.
class TstRoutes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void theSystemsProxyIsUsed();
    void thisMachineIsNeverReachedThroughAProxy();
    void aCertificateNobodyVouchesForIsAnError();

private:
    FakeClock m_clock;
};

void TstRoutes::cleanup()
{
    for (const char *name : {"http_proxy", "https_proxy", "no_proxy"})
        qunsetenv(name);
}

void TstRoutes::theSystemsProxyIsUsed()
{
    ScriptedServer proxy([](const SeenRequest &) { return answer(200, R"({"by":"the proxy"})"); });
    qputenv("http_proxy", proxy.url().toEncoded());
    TransportOptions options;
    options.plainHttpAnywhere = true;
    Transport transport(m_clock, options);
    HttpRequest request;
    request.url = QUrl(u"http://chat.example.invalid/_matrix/client/versions"_s);
    const auto got = QCoro::waitFor(transport.send(request));
    QVERIFY2(got, got ? "" : qPrintable(got.error().message));
    QCOMPARE(got->body, R"({"by":"the proxy"})"_ba);
    QCOMPARE(proxy.seen().size(), 1);
    QCOMPARE(proxy.seen().first().target, "http://chat.example.invalid/_matrix/client/versions"_ba);
    options.systemProxy = false;
    Transport direct(m_clock, options);
    request.timeout = 5s;
    QVERIFY(!QCoro::waitFor(direct.send(request)));
    QCOMPARE(proxy.seen().size(), 1);
}

void TstRoutes::thisMachineIsNeverReachedThroughAProxy()
{
    ScriptedServer proxy([](const SeenRequest &) { return answer(200, "proxy"); });
    ScriptedServer server([](const SeenRequest &) { return answer(200, "server"); });
    qputenv("http_proxy", proxy.url().toEncoded());
    Transport transport(m_clock);
    HttpRequest request;
    request.url = server.url();
    const auto got = QCoro::waitFor(transport.send(request));
    QVERIFY(got);
    QCOMPARE(got->body, "server"_ba);
    QVERIFY(proxy.seen().isEmpty());
}

void TstRoutes::aCertificateNobodyVouchesForIsAnError()
{
    QTemporaryDir folder;
    const QString key = folder.filePath(u"key.pem"_s);
    const QString certificate = folder.filePath(u"certificate.pem"_s);
    QProcess openssl;
    openssl.start(u"openssl"_s, {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-days"_s, u"2"_s,
                                 u"-keyout"_s, key, u"-out"_s, certificate, u"-subj"_s, u"/CN=localhost"_s,
                                 u"-addext"_s, u"subjectAltName=DNS:localhost,IP:127.0.0.1"_s});
    QVERIFY2(openssl.waitForFinished(60'000) && openssl.exitCode() == 0, "openssl is needed to make a certificate");
    QFile keyFile(key);
    QFile certificateFile(certificate);
    QVERIFY(keyFile.open(QIODevice::ReadOnly) && certificateFile.open(QIODevice::ReadOnly));
    QSslServer server;
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setPrivateKey(QSslKey(&keyFile, QSsl::Rsa));
    configuration.setLocalCertificate(QSslCertificate(&certificateFile));
    server.setSslConfiguration(configuration);
    QByteArray heard;
    connect(&server, &QSslServer::pendingConnectionAvailable, this, [&] {
        QTcpSocket *socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, this, [&heard, socket] { heard += socket->readAll(); });
    });
    QVERIFY(server.listen(QHostAddress::LocalHost, 0));
    Transport transport(m_clock);
    HttpRequest request;
    request.url = QUrl(u"https://127.0.0.1:%1/"_s.arg(server.serverPort()));
    request.headers = {{"Authorization", "Bearer secret"}};
    const auto got = QCoro::waitFor(transport.send(request));
    QVERIFY(!got);
    QCOMPARE(got.error().kind, ErrorKind::protocol);
    QVERIFY2(got.error().message.contains(u"certificate"_s), qPrintable(got.error().message));
    QVERIFY(heard.isEmpty()); // not a byte of the request
}

WARDROOM_TEST(TstRoutes)
#include "tst_routes.moc"
