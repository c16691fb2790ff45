// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "ui/shell/desktopnotifier.h"

#include <QDBusMessage>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace wardroom;
using namespace wardroom::ui;

//! As the Desktop Notifications Specification 1.2 has it, section "D-BUS Protocol"
//! (https://specifications.freedesktop.org/notification-spec/latest/protocol.html): Notify has the signature
//! susssasa{sv}i and answers the notification's id, the one in replaces_id where that is not 0.
class NotificationServer final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Shown
    {
        uint id;
        QString summary, body;
        QStringList actions;
        QVariantMap hints;
        uint replaces;
    };
    QList<Shown> shown;

public Q_SLOTS:
    uint Notify(const QString &, uint replaces, const QString &, const QString &summary, const QString &body,
                const QStringList &actions, const QVariantMap &hints, int)
    {
        const uint id = replaces > 0 ? replaces : ++m_last;
        shown.append({id, summary, body, actions, hints, replaces});
        return id;
    }
    QStringList GetCapabilities() { return {u"actions"_s, u"body"_s, u"body-markup"_s}; }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &action);
    void NotificationClosed(uint id, uint reason);

private:
    uint m_last = 40;
};

//! On a session bus of its own.
class TstNotifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_daemon.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address=1"_s});
        QVERIFY2(m_daemon.waitForStarted(5000), "dbus-daemon is needed");
        QVERIFY(m_daemon.waitForReadyRead(5000));
        const QString address = QString::fromLocal8Bit(m_daemon.readLine()).trimmed();
        m_serverBus = QDBusConnection::connectToBus(address, u"notification-server"_s);
        m_clientBus = QDBusConnection::connectToBus(address, u"notification-client"_s);
        QVERIFY(m_serverBus.isConnected() && m_clientBus.isConnected());
        QVERIFY(m_serverBus.registerObject(u"/org/freedesktop/Notifications"_s, &m_server,
                                           QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
        QVERIFY(m_serverBus.registerService(u"org.freedesktop.Notifications"_s));
    }

    void cleanupTestCase()
    {
        QDBusConnection::disconnectFromBus(u"notification-client"_s);
        QDBusConnection::disconnectFromBus(u"notification-server"_s);
        m_daemon.kill();
        m_daemon.waitForFinished(5000);
    }

    void anUrgentCallForAttentionArrivesAndOpensItsRoom()
    {
        DesktopNotifier notifier(m_theme, m_clientBus);
        QSignalSpy clicked(&notifier, &Notifier::clicked);
        m_server.shown.clear();
        notifier.notify({session::RoomId(u"7"_s), u"Approval needed"_s, u"Patch <b>nginx</b> & more"_s, true});
        QTRY_COMPARE(m_server.shown.size(), 1);
        const NotificationServer::Shown first = m_server.shown.first();
        QCOMPARE(first.summary, u"Approval needed"_s);
        QVERIFY(!first.body.contains(u'<') && !first.body.contains(u'&'));
        QVERIFY(first.body.contains(u"nginx"_s));
        QCOMPARE(first.hints.value(u"urgency"_s).value<uchar>(), uchar(2));
        QCOMPARE(first.actions.first(), u"default"_s);
        Q_EMIT m_server.ActionInvoked(first.id + 1000, u"default"_s); // somebody else's
        Q_EMIT m_server.ActionInvoked(first.id, u"default"_s);
        QTRY_COMPARE(clicked.size(), 1);
        QCOMPARE(clicked.first().first().value<session::RoomId>(), session::RoomId(u"7"_s));
    }

    void aRoomHasOneNotificationUntilItIsClosed()
    {
        DesktopNotifier notifier(m_theme, m_clientBus);
        m_server.shown.clear();
        const auto say = [&](const QString &room) {
            notifier.notify({session::RoomId(room), u"Alert"_s, u"text"_s, false});
        };
        say(u"1"_s);
        QTRY_COMPARE(m_server.shown.size(), 1);
        QTest::qWait(50); // the answer with the id
        say(u"1"_s);
        say(u"2"_s);
        QTRY_COMPARE(m_server.shown.size(), 3);
        QCOMPARE(m_server.shown.at(1).replaces, m_server.shown.at(0).id);
        QCOMPARE(m_server.shown.at(2).replaces, 0U);
        QCOMPARE(m_server.shown.at(0).hints.value(u"urgency"_s).value<uchar>(), uchar(1));
        Q_EMIT m_server.NotificationClosed(m_server.shown.at(0).id, 2);
        QTest::qWait(50);
        say(u"1"_s);
        QTRY_COMPARE(m_server.shown.size(), 4);
        QCOMPARE(m_server.shown.at(3).replaces, 0U);
    }

    void withoutAServerNothingIsLostButTheNotification()
    {
        QVERIFY(m_serverBus.unregisterService(u"org.freedesktop.Notifications"_s));
        DesktopNotifier notifier(m_theme, m_clientBus);
        m_server.shown.clear();
        notifier.notify({session::RoomId(u"1"_s), u"Alert"_s, u"text"_s, false});
        QTest::qWait(100);
        QCOMPARE(m_server.shown.size(), 0);
        QVERIFY(m_serverBus.registerService(u"org.freedesktop.Notifications"_s));
        DesktopNotifier without(m_theme, QDBusConnection(u"no such connection"_s));
        without.notify({session::RoomId(u"1"_s), u"Alert"_s, u"text"_s, false});
        QCOMPARE(m_server.shown.size(), 0);
    }

private:
    Theme m_theme;
    QProcess m_daemon;
    NotificationServer m_server;
    QDBusConnection m_serverBus{QString()};
    QDBusConnection m_clientBus{QString()};
};

WARDROOM_TEST(TstNotifier)
#include "tst_notifier.moc"
