// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service.h"

#include "base/plaintext.h"

#include <QHostAddress>
#include <QTimer>
#include <algorithm>
#include <cstddef>
#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace wardroom::daemon {
using namespace Qt::StringLiterals;

void tellSystemd(const QByteArray &state)
{
    const QByteArray name = qgetenv("NOTIFY_SOCKET");
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (name.isEmpty() || size_t(name.size()) >= sizeof address.sun_path)
        return;
    std::memcpy(address.sun_path, name.constData(), size_t(name.size()));
    if (name.startsWith('@'))
        address.sun_path[0] = 0;
    const int socket = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    const auto size = socklen_t(offsetof(sockaddr_un, sun_path) + size_t(name.size()));
    ::sendto(socket, state.constData(), size_t(state.size()), MSG_NOSIGNAL,
             reinterpret_cast<const sockaddr *>(&address), size);
    ::close(socket);
}

std::optional<std::chrono::milliseconds> watchdogInterval()
{
    bool isNumber = false;
    const qint64 allowed = qgetenv("WATCHDOG_USEC").toLongLong(&isNumber);
    const QByteArray meant = qgetenv("WATCHDOG_PID"); // a child that inherited these is not meant
    if (!isNumber || allowed <= 0 || (!meant.isEmpty() && meant.toLongLong() != ::getpid()))
        return std::nullopt;
    return std::chrono::milliseconds(std::max<qint64>(1, allowed / 2000));
}

void keepWatchdog(QObject *owner)
{
    const auto interval = watchdogInterval();
    if (!interval)
        return;
    auto *timer = new QTimer(owner);
    QObject::connect(timer, &QTimer::timeout, owner, [] { tellSystemd("WATCHDOG=1"); });
    timer->start(*interval);
}

QString usage()
{
    return u"Usage: wardroomd [--profile DIR] [--listen ADDRESS:PORT]\n"
           "  --profile DIR          where its workspace is; wardroomctl --profile DIR workspace add or join makes "
           "one\n"
           "  --listen ADDRESS:PORT  takes alerts, and answers /healthz, on this address of the loopback\n"
           "It takes alerts, answers people on phones, runs what was accepted, and calls when nobody takes an alert,\n"
           "until it is ended. What it says goes to the standard error, and so to the journal."_s;
}

Options parse(const QStringList &arguments)
{
    Options options;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString value = arguments.value(i + 1);
        if (arguments.at(i) == u"--profile" && !value.isEmpty()) {
            options.profile = value;
        } else if (arguments.at(i) == u"--listen" && value.contains(u':')) {
            const QHostAddress address(value.section(u':', 0, -2).remove(u'[').remove(u']'));
            bool isPort = false;
            options.port = value.section(u':', -1).toUShort(&isPort);
            if (!isPort || !address.isLoopback())
                options.problem =
                    u"--listen takes an address of this machine's loopback and a port, such as 127.0.0.1:9191."_s;
        } else if (arguments.at(i) == u"--help" || arguments.at(i) == u"-h") {
            options.help = true;
        } else {
            options.problem = u"This is not understood: %1\n%2"_s.arg(shownPlainly(arguments.at(i), 80), usage());
        }
        ++i;
    }
    return options;
}

} // namespace wardroom::daemon
