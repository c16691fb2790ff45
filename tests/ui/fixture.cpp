// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixture.h"

#include "models/times.h"
#include "ui/catalogue/cataloguepage.h"
#include "ui/composer/composer.h"
#include "ui/conversation/conversationview.h"
#include "ui/rooms/roomspane.h"
#include "ui/shell/roomheader.h"
#include "ui/timeline/clockcards.h"
#include "ui/timeline/detailpane.h"

#include <QDateTime>

namespace wardroom::test {

using namespace Qt::StringLiterals;
using namespace session;

qint64 at(int hour, int minute, int second)
{
    return QDateTime(QDate(2026, 11, 3), QTime(hour, minute, second)).toMSecsSinceEpoch();
}

QList<RoomLine> someRooms()
{
    const auto room = [](const QString &id, const QString &name, Purpose purpose, qint64 unread = 0,
                         qint64 severity = 0, qint64 opened = 0) {
        return RoomLine{RoomId(id), name, purpose, unread, severity, opened, false};
    };
    return {room(u"1"_s, u"Deploy from unknown host"_s, Purpose::incident, 0, 1, at(1, 33)),
            room(u"2"_s, u"SSH brute force on bastion-2"_s, Purpose::incident, 0, 2, at(2, 14) - 3 * 3'600'000),
            room(u"3"_s, u"Expired TLS on vpn-eu"_s, Purpose::incident, 0, 3, at(2, 14) - 26 * 3'600'000),
            room(u"4"_s, u"ids-alerts"_s, Purpose::alerts, 7),
            room(u"5"_s, u"patching"_s, Purpose::alerts),
            room(u"6"_s, u"security-ops"_s, Purpose::channel),
            room(u"7"_s, u"it-handover"_s, Purpose::channel),
            room(u"8"_s, u"Wardroom bot"_s, Purpose::direct),
            room(u"9"_s, u"Mei Lin"_s, Purpose::direct)};
}

ConversationRow message(const QString &key, const QString &author, qint64 when, const QString &text)
{
    ConversationRow row;
    row.key = key;
    row.seq = key.mid(1).toLongLong();
    row.at = when;
    row.author = author;
    row.content = Words{text};
    return row;
}

AlertCard someAlert()
{
    AlertCard card;
    card.alert = FactId(u"a1"_s);
    card.severity = domain::AlertSeverity::high;
    card.title = u"Abnormal deployment to web-01 from 203.0.113.40"_s;
    card.detail = u"First deploy from this network in 90 days · outside change window"_s;
    card.source = u"crowdsec"_s;
    card.first = at(1, 27, 4);
    card.last = at(1, 33, 21);
    card.count = 14;
    return card;
}

OperationCard someRun()
{
    OperationCard card;
    card.op = OpId(u"op2"_s);
    card.title = u"Patch nginx on web-01"_s;
    card.risk = domain::Risk::change;
    card.look = OperationLook::running;
    card.byline = u"accepted by Tomás R. (IT) and Mei Lin (IT) · running on it-desk-3"_s;
    card.status = u"step 3 of 5 · verify follows"_s;
    card.step = 3;
    card.of = 5;
    card.logTail = {u"Unpacking nginx (1.22.1-9+deb12u3) over (1.22.1-9) …"_s,
                    u"Setting up nginx (1.22.1-9+deb12u3) …"_s};
    return card;
}

static OperationCard someAnswer()
{
    OperationCard card;
    card.op = OpId(u"op1"_s);
    card.title = u"Status of web-01"_s;
    card.risk = domain::Risk::read;
    card.look = OperationLook::done;
    card.byline = u"ran host status web-01 · 0.8 s · read-only, ran by itself"_s;
    card.fields = {
        {u"Exposure"_s, u"public, nginx 1.22.1"_s, u"normal"_s, {}},
        {u"Open findings"_s, u"CVE-2023-44487 (HTTP/2 rapid reset), fix available: 1.22.1-9+deb12u3"_s, u"bad"_s, {}},
        {u"Last deploy"_s, u"01:31 by token ci-legacy from 203.0.113.40 (AS64511)"_s, u"normal"_s, {}}};
    card.notes = {u"Only 40 of 212 newer versions were looked at."_s};
    card.summary = u"web-01 answers · public · one finding has a fix"_s;
    return card;
}

QList<ConversationRow> someConversation()
{
    const auto card = [](const QString &key, const QString &author, AuthorKind kind, qint64 when, auto &&content) {
        ConversationRow row = message(key, author, when, {});
        row.authorKind = kind;
        row.content = content;
        return row;
    };
    return {card(u"r1"_s, u"crowdsec"_s, AuthorKind::tool, at(1, 33), someAlert()),
            message(u"r2"_s, u"Priya N."_s, at(1, 36),
                    u"Nobody on the release rota recognises it. Hey, what's going on with web-01?"_s),
            card(u"r3"_s, u"Wardroom bot"_s, AuthorKind::bot, at(1, 36), someAnswer()),
            message(u"r4"_s, u"Priya N."_s, at(1, 52), u"/patch apply web-01 nginx"_s),
            card(u"r5"_s, u"Wardroom bot"_s, AuthorKind::bot, at(2, 14), someRun())};
}

QList<ConversationRow> manyMessages(int first, int count)
{
    QList<ConversationRow> rows;
    rows.reserve(count);
    for (int i = first; i < first + count; ++i)
        rows << message(
            u"r%1"_s.arg(i), i % 3 == 0 ? u"Priya N."_s : u"Mei Lin"_s, at(0, 0) + i * 60'000LL,
            u"Message %1, long enough that it may need more than one line in a narrow window. 数据库没有响应。"_s.arg(
                i));
    return rows;
}

HeaderView someHeader()
{
    HeaderView view;
    view.room = RoomId(u"1"_s);
    view.title = u"Deploy from unknown host"_s;
    view.purpose = Purpose::incident;
    view.severity = 1;
    view.tlp = domain::Tlp::amber;
    view.lead = u"Priya N."_s;
    view.openedAt = at(1, 33);
    view.people = 6;
    view.status = domain::IncidentStatus::containing;
    view.reached = {{domain::IncidentStatus::detected, at(1, 33)}, {domain::IncidentStatus::triaged, at(1, 39)}};
    view.isIncident = true;
    return view;
}

QList<TimelineLine> someTimeline()
{
    qint64 n = 0;
    const auto line = [&n](qint64 when, const QString &summary, const QString &detail, const QString &tone,
                           TimelineGroup group) {
        TimelineLine each;
        each.n = ++n;
        each.at = when;
        each.summary = summary;
        each.detail = detail;
        each.tone = tone;
        each.group = group;
        return each;
    };
    return {
        line(at(1, 33), u"Alert: abnormal deployment to web-01"_s, u"crowdsec · grouped 14 alerts"_s, u"red"_s,
             TimelineGroup::alerts),
        line(at(1, 36), u"Asked: status of web-01"_s, u"Priya N. · answered in 0.8 s"_s, u"blue"_s,
             TimelineGroup::commands),
        line(at(1, 39), u"Incident opened, SEV1"_s, u"Priya N. · 6 responders called, 4 joined"_s, u"violet"_s,
             TimelineGroup::status),
        line(at(1, 44), u"Severity SEV2 → SEV1"_s, u"Priya N. · “customer data in scope”"_s, u"amber"_s,
             TimelineGroup::status),
        line(at(1, 52), u"Requested: patch nginx on web-01"_s, u"change · needs 2 of group IT"_s, u"blue"_s,
             TimelineGroup::commands),
        line(at(1, 55), u"Accepted by Tomás R."_s, u"signed · reviewed exact command 9f3c…e1"_s, u"green"_s,
             TimelineGroup::decisions),
        line(at(2, 3), u"Accepted by Mei Lin"_s, u"by phone · identity vouched by the chat server"_s, u"green"_s,
             TimelineGroup::decisions),
        line(at(2, 14), u"Running: step 3 of 5"_s, u"it-desk-3 · log streaming"_s, u"blue"_s, TimelineGroup::commands)};
}

DeadlineLine someClock()
{
    DeadlineLine clock;
    clock.id = FactId(u"d1"_s);
    clock.name = u"NIS2 early warning"_s;
    clock.regime = u"NIS2 Art. 23(4)"_s;
    clock.startedAt = at(2, 14, 7) - 193 * 60'000;
    clock.due = clock.startedAt + 24 * 3'600'000LL;
    return clock;
}

ApprovalView someApproval()
{
    ApprovalView view;
    view.room = RoomId(u"1"_s);
    view.roomName = u"Deploy from unknown host"_s;
    view.op = OpId(u"op2"_s);
    view.title = u"Patch nginx on web-01"_s;
    view.risk = domain::Risk::change;
    view.requester = u"Priya N."_s;
    view.group = u"IT"_s;
    view.needed = 2;
    view.given = 1;
    view.askedAt = at(1, 52);
    view.expires = at(2, 14) + 872'000;
    view.incident = u"Deploy from unknown host (SEV1)"_s;
    view.argv = u"apt-get install --only-upgrade -y nginx=1.22.1-9+deb12u3"_s;
    view.where = u"web-01 (10.20.4.17), as user patcher · executed by it-desk-3"_s;
    view.effect = u"1 upgraded, 0 newly installed, 0 to remove · needs 1,284 kB · nginx restarts once"_s;
    view.verify = u"dpkg-query -W nginx equals 1.22.1-9+deb12u3, and GET https://web-01/health answers 200"_s;
    view.undo = u"apt-get install --allow-downgrades nginx=1.22.1-9"_s;
    view.script = u"patch-debian 1.4.0"_s;
    view.vetted = true;
    view.vettedBy = u"Mei Lin on 3 Nov"_s;
    view.hash = u"9f3c 1a07 … 44e1"_s;
    view.decisions = {u"Tomás R. (IT) accepted 01:55, signed"_s};
    view.missing = {u"Mei Lin"_s, u"Ada K."_s, u"you"_s};
    view.danger =
        u"web-01 serves customers. The change window opens at 05:00; accepting now runs it outside the window and records that."_s;
    return view;
}

BoardView someBoard()
{
    BoardView view;
    view.open = 3;
    view.updatedAt = at(2, 14);
    view.medianAcknowledge = 240'000;
    view.medianRecover = 112 * 60'000;
    view.incidents30Days = 22;
    view.cards = {
        {RoomId(u"1"_s), u"Deploy from unknown host"_s, 1,
         u"Someone published a change to the shop website from a place we don't recognise. We closed that door at 01:58 and are installing a fix."_s,
         45, u"Being contained · next update by 02:45 · Priya N. leads"_s, false},
        {RoomId(u"2"_s), u"SSH brute force on bastion-2"_s, 2,
         u"Many failed sign-ins from one network. All were refused, the network is blocked."_s, 78,
         u"Recovered · watching until 06:00 · Ada K. leads"_s, false},
        {RoomId(u"3"_s), u"Expired TLS on vpn-eu"_s, 3,
         u"Staff in Europe see a warning when they connect. A new certificate is waiting for approval."_s, 60,
         u"Waiting for IT · next update by 09:00 · Mei Lin leads"_s, false}};
    return view;
}

QList<session::CommandLine> someCommands()
{
    CommandLine status;
    status.id = u"host.status"_s;
    status.usage = u"/host status HOST"_s;
    status.insert = u"/host status "_s;
    status.summary = u"Exposure, listening ports, logins and pending fixes of a host"_s;
    status.help = u"The state of one host in one answer, with where each line comes from."_s;
    status.who = u"only reads, runs by itself"_s;
    status.example = u"/host status web-01"_s;
    status.practice = u"/host status practice-01"_s;
    status.more = {u"/host status db-01"_s};
    status.practisesHere = true;
    status.needsHost = true;
    status.phrases = {u"what's going on with {host}"_s, u"how is {host} doing"_s};
    status.arguments = {u"HOST: which machine"_s};
    status.plugin = u"Plugin host 1.0.0, by Wardroom"_s;
    status.vetting = u"Vetted by Ada K., to the byte."_s;
    CommandStanding standing;
    standing.command = status.id;
    standing.risk = status.risk;
    standing.level = 1;
    standing.runsByItself = true;
    standing.evidence.runs = 12;
    standing.evidence.failed = 1;
    standing.evidence.took = {300, 400, 500};
    status.standing = standing;
    status.vetted = true;
    status.asked = 12;
    status.well = 11;
    status.badly = 1;
    status.runs = {{RoomId(u"1"_s), u"security-ops"_s, at(2, 3), u"done"_s, u"green"_s},
                   {RoomId(u"1"_s), u"security-ops"_s, at(1, 40), u"timed out"_s, u"red"_s}};
    CommandLine block = status;
    block.id = u"ip.block"_s;
    block.usage = u"/ip block ADDRESS [for DURATION]"_s;
    block.insert = u"/ip block "_s;
    block.summary = u"Block an address for a time"_s;
    block.risk = domain::Risk::change;
    block.who = u"needs 1 approval of IT (Mei Lin)"_s;
    block.example = u"/ip block 203.0.113.7 for 4h"_s;
    block.phrases = {u"block {address} for {duration}"_s};
    block.danger = u"Everybody behind that address is shut out, customers too."_s;
    block.readBack = u"Afterwards it is read back whether it worked. It can be undone, at the same risk."_s;
    block.needsHost = false;
    block.runs = {};
    block.asked = 0;
    CommandLine patch = block;
    patch.id = u"patch.apply"_s;
    patch.usage = u"/patch apply HOST PACKAGE"_s;
    patch.summary = u"Install a fix after approval, and prove that it took"_s;
    patch.phrases = {u"patch {package} on {host}"_s};
    patch.usable = false;
    patch.who = u"not for you now. There are no hosts here yet; a policy admin can add some: Ada K."_s;
    return {status, block, patch};
}

void fill(ui::MainWindow &window)
{
    auto &models = window.models();
    const qint64 now = at(2, 14, 7);
    window.rail()->setWorkspace(u"Acme Corp"_s);
    window.rail()->setWaiting(2);
    models.rooms.setRooms(someRooms(), now);
    window.rooms()->setCurrentRoom(RoomId(u"1"_s));
    window.rooms()->setLink({u"●"_s, u"chat.acme.example"_s, u"green"_s, u"Live."_s, false, false},
                            models::clockSeconds(now));
    window.conversation()->setNow(now);
    models.conversation.setHasOlder(true);
    models.conversation.setRows(someConversation());
    window.header()->setView(someHeader(), now);
    models.timeline.setLines(someTimeline());
    window.detail()->clocks()->setClocks({someClock()}, now);
    QList<TaskLine> tasks;
    for (int i = 0; i < 8; ++i)
        tasks << TaskLine{FactId(u"t%1"_s.arg(i)), u"Task %1"_s.arg(i + 1), i % 2 ? u"Ada K."_s : QString(), i < 3};
    models.tasks.setTasks(tasks);
    models.people.setPeople(
        {{PersonId(u"p1"_s), u"Priya N."_s, {u"SOC"_s}, true}, {PersonId(u"p2"_s), u"Mei Lin"_s, {u"IT"_s}, false}});
    QList<FileLine> evidence;
    for (const QString &name : {u"access.log"_s, u"token.txt"_s, u"image.png"_s, u"night.pcap"_s, u"notes.md"_s})
        evidence << FileLine{domain::MediaKind::file, name, {}, 48'000 + name.size(), {}, Sha256::of(name.toUtf8())};
    window.detail()->setEvidence(evidence);
    window.setFocus();
    window.detail()->setRecord(u"128 entries, chain intact"_s, true);
    const QList<ui::CompletionItem> commands{
        {u"/host status "_s, u"/host status HOST"_s,
         u"Exposure, listening ports, logins and pending fixes of a host"_s},
        {u"/patch apply "_s, u"/patch apply HOST PACKAGE"_s, u"Install a fix after approval, and prove that it took"_s},
        {u"/ip block "_s, u"/ip block ADDRESS for DURATION"_s, u"Block an address for a time"_s}};
    window.detail()->setCatalogue(commands);
    window.commands()->setNow(now);
    models.catalogue.setLines(someCommands());
}

} // namespace wardroom::test
