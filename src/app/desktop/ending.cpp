// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/ending.h"

#include <QCoreApplication>
#include <QSocketNotifier>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace wardroom::app {

namespace {

int signalPipe[2] = {-1, -1};

// Only what signal-safety(7) allows.
void onSignal(int)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(signalPipe[1], &byte, 1);
}

void listenTo(int signal)
{
    struct sigaction now = {};
    if (::sigaction(signal, nullptr, &now) != 0 || now.sa_handler == SIG_IGN)
        return; // nohup
    struct sigaction ours = {};
    ours.sa_handler = &onSignal;
    ours.sa_flags = SA_RESTART;
    ::sigemptyset(&ours.sa_mask);
    ::sigaction(signal, &ours, nullptr);
}

} // namespace

Ending::Ending(QObject *parent) : QObject(parent)
{
    if (signalPipe[0] >= 0 || ::pipe2(signalPipe, O_CLOEXEC | O_NONBLOCK) != 0)
        return; // the signals keep ending the program at once
    m_notifier = new QSocketNotifier(signalPipe[0], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &Ending::end);
    for (const int signal : {SIGTERM, SIGINT, SIGHUP})
        listenTo(signal);
}

//! A second signal, while things are taken down, ends the program at once: nobody has to wait for what hangs.
void Ending::end()
{
    m_notifier->setEnabled(false);
    for (const int signal : {SIGTERM, SIGINT, SIGHUP}) {
        struct sigaction now = {};
        if (::sigaction(signal, nullptr, &now) == 0 && now.sa_handler == &onSignal)
            std::signal(signal, SIG_DFL);
    }
    QCoreApplication::exit(0);
}

} // namespace wardroom::app
