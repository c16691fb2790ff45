// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/linkwords.h"

#include "models/times.h"

#include <QCoreApplication>

namespace wardroom::ui {

using namespace Qt::StringLiterals;
using chat::LinkState;

namespace {

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("LinkWords", text, nullptr, n);
}

QString queuedWords(qint64 queued)
{
    if (queued == 0)
        return tr("What you write now is kept here and sent by itself later.");
    if (queued == 1)
        return tr("One message waits here and is sent by itself later.");
    return tr("%n messages wait here and are sent by themselves later.", static_cast<int>(queued));
}

QString momentWords(qint64 at, qint64 now)
{
    const QString clock = models::clockText(at);
    return models::sameDay(at, now) ? clock : tr("%1, %2").arg(models::dayText(at, now), clock);
}

LinkWords offline(const session::LinkView &link, qint64 now)
{
    const qint64 since = link.since > 0 ? link.since : now;
    const QString where = link.server.isEmpty() ? tr("The workspace's folder") : link.server;
    LinkWords words{u"○"_s, tr("Offline since %1").arg(momentWords(since, now)), u"red"_s, {}, true, false};
    words.explanation = tr("%1 has not been reached since %2. You can read everything that was here. %3 Wardroom tries "
                           "again by itself; if others reach it, check this machine's network.")
                            .arg(where, momentWords(since, now), queuedWords(link.queued));
    return words;
}

} // namespace

LinkWords linkWords(const session::LinkView &link, qint64 now, const QString &onlyRunner)
{
    const QString place = link.server.isEmpty() ? link.workspace : link.server;
    switch (link.state) {
    case LinkState::live: {
        const QString synced =
            link.synced > 0 ? tr("The last of it came at %1.").arg(models::clockSeconds(link.synced)) : QString();
        LinkWords words{u"●"_s,     place,
                        u"green"_s, tr("Live: what others say appears here at once. %1").arg(synced).trimmed(),
                        false,      false};
        if (!onlyRunner.isEmpty()) {
            words.sentence = tr("%1 · %2 alone runs").arg(place, onlyRunner);
            words.explanation += u' ' + tr("This server forbids the locks by which one node out of several runs "
                                           "something, so only %1 runs commands, as the policy says.")
                                            .arg(onlyRunner);
        }
        return words;
    }
    case LinkState::connecting:
        return {u"◐"_s,     tr("Connecting…"),
                u"amber"_s, tr("Asking %1 what happened since. %2").arg(place, queuedWords(link.queued)),
                false,      false};
    case LinkState::catchingUp:
        return {u"◐"_s,
                tr("Catching up…"),
                u"amber"_s,
                tr("Reading what happened while this desktop was away. Nothing is decided or run from here until that "
                   "is done."),
                false,
                false};
    case LinkState::rateLimited:
        return {u"◑"_s,
                tr("Slowed down until %1").arg(models::clockSeconds(std::max(link.until, now))),
                u"amber"_s,
                tr("%1 asks this desktop to wait until %2. %3 There is nothing to do: what you type goes first.")
                    .arg(place, models::clockSeconds(std::max(link.until, now)), queuedWords(link.queued)),
                true,
                false};
    case LinkState::signInNeeded:
        return {u"!"_s,
                tr("Sign in again"),
                u"red"_s,
                tr("%1 has ended this desktop's sign-in. You can read everything that was here. %2 Sign in again to go "
                   "on; nothing is lost.")
                    .arg(place, queuedWords(link.queued)),
                true,
                true};
    case LinkState::disabled:
        return {u"–"_s, tr("Switched off"), u"muted"_s, tr("This workspace is switched off on this desktop."), false,
                false};
    case LinkState::offline: break;
    }
    return offline(link, now);
}

} // namespace wardroom::ui
