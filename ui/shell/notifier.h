// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/views.h"
#include "ui/theme/theme.h"

#include <QObject>

class QSystemTrayIcon;

namespace wardroom::ui {

//! Tells somebody who is looking elsewhere. Cut out so that tests hear what was said, and for desktops without a tray.
class Notifier : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    virtual void notify(const session::Attention &attention) = 0;

    //! What is shown: plain, short, and without anything a notification server could read as markup.
    static QString titleOf(const session::Attention &attention);
    static QString bodyOf(const session::Attention &attention);

Q_SIGNALS:
    void clicked(const wardroom::session::RoomId &room); //!< somebody followed a notification
};

//! Through the system's tray, where there is one; silent otherwise, because the badges in the window say it too.
class TrayNotifier final : public Notifier
{
    Q_OBJECT

public:
    explicit TrayNotifier(const Theme &theme, QObject *parent = nullptr);
    void notify(const session::Attention &attention) override;

private:
    QSystemTrayIcon *m_tray = nullptr;
    session::RoomId m_last;
};

} // namespace wardroom::ui
