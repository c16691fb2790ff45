// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/local/localplatform.h"

#include <QCoreApplication>
#include <QCoroTask>
#include <QThread>

#include <cstdio>

// Another Wardroom on a log, told by its arguments what to do; it answers a line at a time.
//   chat_child send FOLDER N ROOM FROM     sends "message 1", "message 2" … from FROM on, until it is killed
//   chat_child claim FOLDER N NAME         asks for NAME once stdin says go
//   chat_child watch FOLDER N              says what arrives

using namespace wardroom;
using namespace wardroom::chat;
using namespace Qt::StringLiterals;

namespace {

void say(const QString &line)
{
    const QByteArray bytes = line.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
    std::fflush(stdout);
}

int sendForEver(LocalPlatform &platform, const RoomId &room, int from)
{
    for (int i = from;; ++i) {
        Outgoing message;
        message.txn = u"txn-%1"_s.arg(i);
        message.room = room;
        message.text = u"message %1"_s.arg(i);
        const auto sent = QCoro::waitFor(platform.submit(message));
        if (!sent) {
            say(u"failed %1"_s.arg(sent.error().message));
            return 1;
        }
        say(u"confirmed %1 %2"_s.arg(i).arg(sent->entry.text()));
    }
}

int claim(LocalPlatform &platform, const QString &name)
{
    (void)QCoro::waitFor(platform.rooms()); // open and ready
    say(u"ready"_s);
    (void)std::getchar();
    const auto answer = QCoro::waitFor(platform.claimOnce(name));
    const bool won = answer.claim == domain::Claim::won;
    say((won ? u"won "_s : answer.claim == domain::Claim::lost ? u"lost "_s : u"unknown "_s) + answer.owner.text());
    return 0;
}

int watch(LocalPlatform &platform)
{
    QObject::connect(&platform, &ChatPlatform::arrived, &platform, [](const QList<domain::Entry> &entries) {
        for (const auto &entry : entries)
            say(u"arrived "_s + entry.position.entry.text() + u' ' + entry.text);
    });
    const auto started = QCoro::waitFor(platform.start({}));
    say(started ? u"ready"_s : started.error().message);
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    if (arguments.size() < 4)
        return 2;
    const SystemClock clock;
    const QString who = arguments.at(3);
    LocalPlatform platform(
        LocalOptions{arguments.at(2), PersonId(u"person-"_s + who), domain::NodeId(u"node-"_s + who), clock});
    if (arguments.at(1) == "send"_L1 && arguments.size() == 6)
        return sendForEver(platform, RoomId(arguments.at(4)), arguments.at(5).toInt());
    if (arguments.at(1) == "claim"_L1 && arguments.size() == 5)
        return claim(platform, arguments.at(4));
    if (arguments.at(1) == "watch"_L1)
        return watch(platform);
    return 2;
}
