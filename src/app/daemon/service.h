// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStringList>
#include <chrono>
#include <optional>

class QObject;

namespace wardroom::daemon {

//! sd_notify(3) without its library: one datagram to the socket that systemd names. Nothing where it names none.
void tellSystemd(const QByteArray &state);

//! How often systemd wants to hear WATCHDOG=1 (half of what it allows: sd_watchdog_enabled(3)); nothing where it does
//! not.
std::optional<std::chrono::milliseconds> watchdogInterval();

//! Says WATCHDOG=1 as often as that, for as long as \a owner lives and its event loop turns.
void keepWatchdog(QObject *owner);

struct Options
{
    QString profile;
    std::optional<quint16> port; //!< where alerts are taken, on loopback
    bool help = false;           //!< only its usage is asked for
    QString problem;             //!< wrong usage; empty when good
};

//! What its options mean, for a terminal.
QString usage();
//! \a arguments without the program's name.
Options parse(const QStringList &arguments);

} // namespace wardroom::daemon
