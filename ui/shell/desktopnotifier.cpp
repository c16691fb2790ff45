// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/desktopnotifier.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace wardroom::ui {

using namespace Qt::StringLiterals;

namespace {

const QString service = u"org.freedesktop.Notifications"_s;
const QString path = u"/org/freedesktop/Notifications"_s;
constexpr int answerWithin = 3000; // ms

} // namespace

DesktopNotifier::DesktopNotifier(const Theme &theme, const QDBusConnection &bus, QObject *parent)
    : Notifier(parent)
    , m_theme(theme)
    , m_bus(bus)
{
    m_bus.connect(service, path, service, u"ActionInvoked"_s, this, SLOT(onActionInvoked(uint, QString)));
    m_bus.connect(service, path, service, u"NotificationClosed"_s, this, SLOT(onNotificationClosed(uint, uint)));
}

void DesktopNotifier::notify(const session::Attention &attention)
{
    if (m_bus.isConnected())
        send(attention);
    else
        fallBack(attention);
}

void DesktopNotifier::send(const session::Attention &attention)
{
    QDBusMessage call = QDBusMessage::createMethodCall(service, path, service, u"Notify"_s);
    const QVariantMap hints{{u"urgency"_s, QVariant::fromValue<uchar>(attention.urgent ? 2 : 1)},
                            {u"desktop-entry"_s, u"wardroom"_s},
                            {u"category"_s, u"im.received"_s}};
    call << tr("Wardroom") << m_rooms.key(attention.room, 0) << u"wardroom"_s << titleOf(attention) << bodyOf(attention)
         << QStringList{u"default"_s, tr("Open")} << hints << -1;
    auto *answer = new QDBusPendingCallWatcher(m_bus.asyncCall(call, answerWithin), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, attention](QDBusPendingCallWatcher *done) {
        const QDBusPendingReply<uint> id = *done;
        done->deleteLater();
        if (id.isError())
            fallBack(attention);
        else
            m_rooms.insert(id.value(), attention.room);
    });
}

void DesktopNotifier::fallBack(const session::Attention &attention)
{
    if (!m_tray) {
        m_tray = new TrayNotifier(m_theme, this);
        connect(m_tray, &Notifier::clicked, this, &Notifier::clicked);
    }
    m_tray->notify(attention);
}

void DesktopNotifier::onActionInvoked(uint id, const QString &action)
{
    if (action == u"default" && m_rooms.contains(id))
        Q_EMIT clicked(m_rooms.value(id));
}

void DesktopNotifier::onNotificationClosed(uint id, uint)
{
    m_rooms.remove(id);
}

} // namespace wardroom::ui
