// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The real GNOME Keyring on a private session bus. The test runs itself again as a child of dbus-run-session, so that
// nothing of the person's own session is ever touched.
#include "secrets/keychainsecrets.h"

#include "support/testmain.h"

#include <QCoroTask>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace wardroom;
using namespace wardroom::secrets;
using namespace Qt::StringLiterals;

namespace {

constexpr const char *kInside = "WARDROOM_TEST_KEYRING"; //!< set in the child: "with" or "without" a keyring

} // namespace

class TstKeychainSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withAKeyringSecretsSurviveARoundTrip();
    void withoutAKeyringItSaysWhatToDo();
    void insideWith();
    void insideWithout();

private:
    void runInside(const QString &how, const QString &function);
};

void TstKeychainSecrets::runInside(const QString &how, const QString &function)
{
    if (qEnvironmentVariableIsSet(kInside))
        return; // this is the child
    for (const QString &program : {u"dbus-run-session"_s, u"gnome-keyring-daemon"_s}) {
        if (QStandardPaths::findExecutable(program).isEmpty())
            QSKIP(qPrintable(program + u" is not installed"_s));
    }
    QTemporaryDir home; // short, and gone afterwards
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name :
         {u"DBUS_SESSION_BUS_ADDRESS"_s, u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"GNOME_KEYRING_CONTROL"_s})
        environment.remove(name);
    for (const QString &name :
         {u"HOME"_s, u"XDG_RUNTIME_DIR"_s, u"XDG_DATA_HOME"_s, u"XDG_CONFIG_HOME"_s, u"XDG_CACHE_HOME"_s})
        environment.insert(name, home.path());
    environment.insert(QString::fromLatin1(kInside), how);
    QFile bus(home.filePath(u"bus.conf"_s)); // without folders of services that it would start for the asking
    QVERIFY(bus.open(QIODevice::WriteOnly));
    bus.write("<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><auth>EXTERNAL</auth>"
              "<policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/>"
              "<allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>");
    bus.close();
    QProcess child;
    child.setProcessEnvironment(environment);
    child.setProcessChannelMode(QProcess::MergedChannels);
    // The key ring goes to the background before its name is on the bus, and its name is there before its collection.
    const QString unlock =
        how == "with"_L1
            ? u"printf 'password' | gnome-keyring-daemon --unlock --components=secrets >/dev/null; "
              "for i in $(seq 150); do dbus-send --session --print-reply --dest=org.freedesktop.secrets "
              "/org/freedesktop/secrets/collection/login org.freedesktop.DBus.Properties.Get "
              "string:org.freedesktop.Secret.Collection string:Locked 2>&1 | grep -q 'boolean false' && break; sleep 0.2; done; "_s
            : QString();
    child.start(u"dbus-run-session"_s,
                {u"--config-file="_s + bus.fileName(), u"--"_s, u"sh"_s, u"-c"_s,
                 unlock + u"\"$0\" TstKeychainSecrets \"$1\""_s, QCoreApplication::applicationFilePath(), function});
    QVERIFY(child.waitForFinished(60'000));
    const QByteArray said = child.readAll();
    QVERIFY2(child.exitCode() == 0, said.constData());
    QVERIFY2(said.contains("PASS   : TstKeychainSecrets::" + function.toLatin1()), said.constData());
}

void TstKeychainSecrets::withAKeyringSecretsSurviveARoundTrip()
{
    runInside(u"with"_s, u"insideWith"_s);
}

void TstKeychainSecrets::withoutAKeyringItSaysWhatToDo()
{
    runInside(u"without"_s, u"insideWithout"_s);
}

void TstKeychainSecrets::insideWith()
{
    if (qEnvironmentVariable(kInside) != "with"_L1)
        return;
    const QByteArray binary("a\0b\xff\n", 5);
    {
        KeychainSecrets secrets(u"wardroom-test"_s);
        QCOMPARE(QCoro::waitFor(secrets.whatIsMissing()), QString());
        QCOMPARE(QCoro::waitFor(secrets.read(u"crowdsec.machine"_s)).error().kind, ErrorKind::notFound);
        const auto written = QCoro::waitFor(secrets.write(u"crowdsec.machine"_s, binary));
        QVERIFY2(written, written ? "" : qPrintable(written.error().message));
    }
    KeychainSecrets secrets(u"wardroom-test"_s);
    QCOMPARE(QCoro::waitFor(secrets.read(u"crowdsec.machine"_s)).value_or(QByteArray()), binary);
    // Asked all at once, they go one after the other.
    std::vector<QCoro::Task<Result<void>>> tasks;
    for (int i = 0; i < 5; ++i)
        tasks.push_back(secrets.write(u"n%1"_s.arg(i), QByteArray::number(i)));
    for (auto &task : tasks)
        QVERIFY(QCoro::waitFor(task));
    for (int i = 0; i < 5; ++i)
        QCOMPARE(QCoro::waitFor(secrets.read(u"n%1"_s.arg(i))).value_or(QByteArray()), QByteArray::number(i));
    KeychainSecrets other(u"another-profile"_s);
    QCOMPARE(QCoro::waitFor(other.read(u"crowdsec.machine"_s)).error().kind, ErrorKind::notFound);
    QVERIFY(QCoro::waitFor(secrets.remove(u"crowdsec.machine"_s)));
    QVERIFY(QCoro::waitFor(secrets.remove(u"crowdsec.machine"_s)));
    QCOMPARE(QCoro::waitFor(secrets.read(u"crowdsec.machine"_s)).error().kind, ErrorKind::notFound);
    QCOMPARE(QCoro::waitFor(secrets.read(u"../x"_s)).error().kind, ErrorKind::invalid);
}

void TstKeychainSecrets::insideWithout()
{
    if (qEnvironmentVariable(kInside) != "without"_L1)
        return;
    KeychainSecrets secrets(u"wardroom-test"_s);
    const QString missing = QCoro::waitFor(secrets.whatIsMissing());
    QVERIFY2(missing.contains(u"passphrase"_s), qPrintable(missing));
    const auto written = QCoro::waitFor(secrets.write(u"a"_s, "s3cr3t"));
    QVERIFY(!written);
    QVERIFY(!written.error().message.isEmpty());
    // And nothing fell back to plain text.
    QProcess grep;
    grep.start(u"grep"_s, {u"-r"_s, u"s3cr3t"_s, qEnvironmentVariable("HOME")});
    QVERIFY(grep.waitForFinished());
    QCOMPARE(grep.exitCode(), 1);
}

WARDROOM_TEST(TstKeychainSecrets)
#include "tst_keychainsecrets.moc"
