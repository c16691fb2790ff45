// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/usage.h"

#include <QCoreApplication>

namespace wardroom::control {

namespace {

struct Words
{
    const char *path;
    const char *what;
};

constexpr Words kWords[] = {
    {"doctor", QT_TRANSLATE_NOOP("Usage", "checks this machine and each connection, and says what to do")},
    {"workspace add", QT_TRANSLATE_NOOP("Usage", "makes a workspace, on this machine or on a chat server")},
    {"workspace invite", QT_TRANSLATE_NOOP("Usage", "prints an invitation that lets one person in")},
    {"workspace join", QT_TRANSLATE_NOOP("Usage", "joins the workspace of an invitation")},
    {"workspace login", QT_TRANSLATE_NOOP("Usage", "signs in to the chat server again")},
    {"workspace list", QT_TRANSLATE_NOOP("Usage", "the workspaces of this profile")},
    {"workspace check", QT_TRANSLATE_NOOP("Usage", "what the workspace still lacks")},
    {"node list", QT_TRANSLATE_NOOP("Usage", "which desktops and services may write to the record")},
    {"node enrol", QT_TRANSLATE_NOOP("Usage", "lets a node in that has asked")},
    {"node revoke", QT_TRANSLATE_NOOP("Usage", "takes a node's right to write away")},
    {"policy show", QT_TRANSLATE_NOOP("Usage", "the policy that holds, as JSON to edit")},
    {"policy propose", QT_TRANSLATE_NOOP("Usage", "asks the policy admins to let an edited policy hold")},
    {"policy levels", QT_TRANSLATE_NOOP("Usage", "how far each command runs by itself, and on what evidence")},
    {"policy level", QT_TRANSLATE_NOOP("Usage", "asks for another level of a command")},
    {"policy vettings", QT_TRANSLATE_NOOP("Usage", "who vetted which plugins, to the byte")},
    {"alert list", QT_TRANSLATE_NOOP("Usage", "the alerts that came in")},
    {"alert claim", QT_TRANSLATE_NOOP("Usage", "says on the record that you look after an alert, or that it was you")},
    {"alert resolve", QT_TRANSLATE_NOOP("Usage", "says what an alert was")},
    {"incident open", QT_TRANSLATE_NOOP("Usage", "opens an incident in a room")},
    {"incident close", QT_TRANSLATE_NOOP("Usage", "closes it with a sentence that sums it up")},
    {"incident", QT_TRANSLATE_NOOP("Usage", "the state of a room's incident, as JSON")},
    {"room list", QT_TRANSLATE_NOOP("Usage", "the rooms you are in")},
    {"room create", QT_TRANSLATE_NOOP("Usage", "makes a room")},
    {"room invite", QT_TRANSLATE_NOOP("Usage", "lets somebody into a room or a group")},
    {"room show", QT_TRANSLATE_NOOP("Usage", "a room and who is in it")},
    {"room remove", QT_TRANSLATE_NOOP("Usage", "takes somebody out of a room, or their invitation back")},
    {"room leave", QT_TRANSLATE_NOOP("Usage", "leaves a room; what was said there stays on the record")},
    {"room join", QT_TRANSLATE_NOOP("Usage", "goes into a room by its name, id or address")},
    {"room invitations", QT_TRANSLATE_NOOP("Usage", "invitations that wait for your answer")},
    {"room decline", QT_TRANSLATE_NOOP("Usage", "declines an invitation")},
    {"room rename", QT_TRANSLATE_NOOP("Usage", "gives a room another name")},
    {"room topic", QT_TRANSLATE_NOOP("Usage", "says what a room is about")},
    {"say", QT_TRANSLATE_NOOP("Usage", "says it in the room, as if you had typed it there; @FILE attaches a file")},
    {"explain", QT_TRANSLATE_NOOP("Usage", "what a line would do, without saying it")},
    {"tail", QT_TRANSLATE_NOOP("Usage", "follows a room, a line per entry")},
    {"timeline", QT_TRANSLATE_NOOP("Usage", "the facts of a room, oldest first")},
    {"outbox list", QT_TRANSLATE_NOOP("Usage", "what waits to be sent")},
    {"outbox retry", QT_TRANSLATE_NOOP("Usage", "sends again what was refused")},
    {"outbox discard", QT_TRANSLATE_NOOP("Usage", "drops what was refused")},
    {"operations", QT_TRANSLATE_NOOP("Usage", "what was asked for, and how it went")},
    {"approve", QT_TRANSLATE_NOOP("Usage", "approves a request, by its id or its code")},
    {"decline", QT_TRANSLATE_NOOP("Usage", "declines a request")},
    {"cancel", QT_TRANSLATE_NOOP("Usage", "takes your own request back")},
    {"undo", QT_TRANSLATE_NOOP("Usage", "asks for the way back of what was done")},
    {"playbook list", QT_TRANSLATE_NOOP("Usage", "which playbooks there are, and which may start")},
    {"playbook check", QT_TRANSLATE_NOOP("Usage", "every mistake of a playbook, with its line")},
    {"playbook publish", QT_TRANSLATE_NOOP("Usage", "lets a playbook start here, as it is now")},
    {"playbook start", QT_TRANSLATE_NOOP("Usage", "starts a playbook in a room")},
    {"playbook rehearse", QT_TRANSLATE_NOOP("Usage", "what each step would run, and who would have to agree")},
    {"playbook show", QT_TRANSLATE_NOOP("Usage", "how far a run has come")},
    {"playbook decide", QT_TRANSLATE_NOOP("Usage", "answers what a run waits for")},
    {"playbook stop", QT_TRANSLATE_NOOP("Usage", "ends a run")},
    {"understand", QT_TRANSLATE_NOOP("Usage", "how the bot takes each line of a file, without doing it")},
    {"replay", QT_TRANSLATE_NOOP("Usage", "the state that recorded facts end in, as JSON")},
    {"plugin new",
     QT_TRANSLATE_NOOP("Usage", "writes a plugin that works, with its tests; --change: one that changes something")},
    {"plugin check", QT_TRANSLATE_NOOP("Usage", "every mistake of a plugin, with line and fix")},
    {"plugin test",
     QT_TRANSLATE_NOOP("Usage", "runs its tests; --watch: again at every save; --over-ssh: through a real sshd")},
    {"plugin vet", QT_TRANSLATE_NOOP("Usage", "signs for a colleague's plugin, as it is now")},
    {"plugin list", QT_TRANSLATE_NOOP("Usage", "the plugins that this profile loads, and who vetted them")},
    {"plugin run", QT_TRANSLATE_NOOP("Usage", "runs one command of a plugin as a room would")},
    {"inventory list", QT_TRANSLATE_NOOP("Usage", "the hosts, and how each is reached")},
    {"inventory add", QT_TRANSLATE_NOOP("Usage", "adds a host, or changes one")},
    {"inventory check",
     QT_TRANSLATE_NOOP("Usage", "can a file be read; without one, what this node lacks to reach each host")},
    {"export", QT_TRANSLATE_NOOP("Usage", "a room's record as a signed bundle; a .zip is one file")},
    {"verify", QT_TRANSLATE_NOOP("Usage", "is a bundle complete and unaltered, and who signed it")},
    {"compare", QT_TRANSLATE_NOOP("Usage", "does another desktop's past of a room differ from yours")},
    {"import", QT_TRANSLATE_NOOP("Usage", "another workspace's room from its bundle, to read only, marked so")},
    {"tool add", QT_TRANSLATE_NOOP("Usage", "connects CrowdSec, or a tool that sends alerts")},
    {"tool list", QT_TRANSLATE_NOOP("Usage", "the connected tools")},
    {"secret add", QT_TRANSLATE_NOOP("Usage", "keeps a key or a password of a host or a plugin")},
    {"secret remove", QT_TRANSLATE_NOOP("Usage", "forgets it")},
};

} // namespace

QString wordsOn(const Usage &usage)
{
    for (const Words &each : kWords)
        if (usage.path == QLatin1String(each.path))
            return QCoreApplication::translate("Usage", each.what);
    return {};
}

} // namespace wardroom::control
