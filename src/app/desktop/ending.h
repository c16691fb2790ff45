// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>

class QSocketNotifier;

namespace wardroom::app {

//! SIGTERM, SIGINT and SIGHUP end the event loop, so that everything is taken down as when the window is closed: what
//! is being written, the control socket, the practice host. A signal that whoever started us ignores stays ignored.
//! One for a program, made after QCoreApplication.
class Ending final : public QObject
{
    Q_OBJECT

public:
    explicit Ending(QObject *parent = nullptr);

private:
    void end();

    QSocketNotifier *m_notifier = nullptr;
};

} // namespace wardroom::app
