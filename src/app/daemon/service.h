// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStringList>
#include <optional>

namespace wardroom::daemon {

//! sd_notify(3) without its library: one datagram to the socket that systemd names. Nothing where it names none.
void tellSystemd(const QByteArray &state);

struct Options
{
    QString profile;
    std::optional<quint16> port; //!< where alerts are taken, on loopback
    QString problem;             //!< wrong usage; empty when good
};

//! \a arguments without the program's name.
Options parse(const QStringList &arguments);

} // namespace wardroom::daemon
