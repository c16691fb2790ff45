// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/shell/notifier.h"

#include <QDBusConnection>
#include <QHash>

namespace wardroom::ui {

//! Through org.freedesktop.Notifications, which also desktops without a tray have (Desktop Notifications Specification
//! 1.2, https://specifications.freedesktop.org/notification-spec/latest/protocol.html); through the tray where nobody
//! answers there. Never waits. One notification a room: a newer one takes the place of the last.
class DesktopNotifier final : public Notifier
{
    Q_OBJECT

public:
    DesktopNotifier(const Theme &theme, const QDBusConnection &bus, QObject *parent = nullptr);
    void notify(const session::Attention &attention) override;

private Q_SLOTS:
    void onActionInvoked(uint id, const QString &action);
    void onNotificationClosed(uint id, uint reason);

private:
    void send(const session::Attention &attention);
    void fallBack(const session::Attention &attention);

    const Theme &m_theme;
    QDBusConnection m_bus;
    QHash<uint, session::RoomId> m_rooms; //!< by notification
    Notifier *m_tray = nullptr;           //!< made when it is needed
};

} // namespace wardroom::ui
