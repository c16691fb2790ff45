// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/workspace.h"

#include "base/plaintext.h"
#include "report/catchup.h"
#include "session/alerts.h"
#include "session/approvals.h"
#include "session/attentions.h"
#include "session/board.h"
#include "session/clockcheck.h"
#include "session/conversation.h"
#include "session/deadlines.h"
#include "session/engine.h"
#include "session/exporting.h"
#include "session/files.h"
#include "session/incidents.h"
#include "session/leftrooms.h"
#include "session/membership.h"
#include "session/playbooks.h"
#include "session/recordviews.h"
#include "session/rowmaker.h"
#include "session/talk.h"
#include "session/typing.h"
#include "session/unread.h"

namespace wardroom::session {
using namespace Qt::StringLiterals;

class Workspace::Private
{
public:
    explicit Private(std::unique_ptr<Engine> made)
        : engine(std::move(made))
        , talk(*engine)
        , alerts(*engine)
        , approvals(*engine)
        , incidents(*engine)
        , deadlines(*engine)
        , board(*engine)
        , exporting(*engine)
        , playbooks(*engine)
        , membership(*engine)
        , typing(*engine)
        , unread(*engine)
        , left(*engine, talk)
        , attentions(*engine, approvals)
        , clockCheck(*engine)
    {}

    std::unique_ptr<Engine> engine;
    Talk talk;
    Alerts alerts;
    Approvals approvals;
    Incidents incidents;
    Deadlines deadlines;
    Board board;
    Exporting exporting;
    Playbooks playbooks;
    Membership membership;
    Typing typing;
    Unread unread;
    LeftRooms left;
    Attentions attentions;
    ClockCheck clockCheck;
    qint64 notLiveSince = 0; //!< ms
};

Workspace::Workspace(std::unique_ptr<Engine> engine, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(std::move(engine)))
{
    connect(d->engine.get(), &Engine::roomsChanged, this, &Workspace::roomsChanged);
    connect(d->engine.get(), &Engine::roomFolded, this, [this](const RoomId &room) {
        Q_EMIT roomChanged(room);
        Q_EMIT approvalsChanged();
        Q_EMIT roomsChanged();
    });
    connect(d->engine.get(), &Engine::workspaceFolded, this, &Workspace::roomsChanged);
    connect(d->engine.get(), &Engine::membersChanged, this, [this](const RoomId &room) {
        Q_EMIT roomChanged(room);
        Q_EMIT approvalsChanged();
    });
    connect(d->engine.get(), &Engine::linkChanged, this, [this] {
        noteLink();
        Q_EMIT linkChanged();
    });
    connect(d->engine.get(), &Engine::outboxChanged, this, &Workspace::linkChanged);
    noteLink();
    connect(d->engine.get(), &Engine::troubled, this, &Workspace::troubled);
    connect(d->engine.get(), &Engine::pluginsChanged, this, &Workspace::pluginsChanged);
    connect(&d->clockCheck, &ClockCheck::told, this, &Workspace::troubled);
    connect(&d->unread, &Unread::changed, this, &Workspace::roomsChanged);
    connect(&d->left, &LeftRooms::changed, this, &Workspace::roomsChanged);
    connect(&d->attentions, &Attentions::needed, this, &Workspace::attentionNeeded);
    QCoro::connect(d->unread.load(), this, [] {});
    QCoro::connect(d->talk.loadDrafts(), this, [] {});
}

Workspace::~Workspace() = default;

namespace {

QString whyLeftIsReadOnly()
{
    return Workspace::tr("You are not in this room any more. What was not sent stays here.");
}

} // namespace

QString Workspace::name() const
{
    return d->engine->entry().name;
}

PersonId Workspace::me() const
{
    return d->engine->me();
}

QString Workspace::nameOf(const PersonId &person) const
{
    return d->engine->book().workspace().nameOf(person);
}

chat::LinkState Workspace::linkState() const
{
    return d->engine->platform().linkState();
}

void Workspace::noteLink()
{
    const chat::LinkState state = linkState();
    if (state == chat::LinkState::live || state == chat::LinkState::rateLimited)
        d->notLiveSince = 0;
    else if (d->notLiveSince == 0)
        d->notLiveSince = d->engine->clock().nowMs();
}

LinkView Workspace::link() const
{
    const WorkspaceEntry &entry = d->engine->entry();
    const chat::ChatPlatform &platform = d->engine->platform();
    const QList<store::OutboxItem> &pending = d->engine->sender().pending();
    const qint64 failed = std::count_if(pending.begin(), pending.end(), [](const store::OutboxItem &item) {
        return item.state == store::SendState::failed;
    });
    return {platform.linkState(),          entry.name,
            QUrl(entry.homeserver).host(), d->notLiveSince,
            platform.rateLimitedUntil(),   d->engine->syncedAt(),
            pending.size() - failed}; // what was refused for good is sent by nobody
}

qint64 Workspace::syncedAt() const
{
    return d->engine->syncedAt();
}

QString Workspace::trust() const
{
    return d->engine->entry().trust;
}

QString Workspace::language() const
{
    return d->engine->language();
}

RoomLine Workspace::roomLine(const chat::Room &room) const
{
    const domain::IncidentCore &incident = d->engine->book().state(room.id).incident;
    RoomLine line{room.id, shownPlainly(room.name, 80), room.purpose, d->unread.count(room.id), 0, 0, false};
    if (room.purpose == chat::Purpose::direct) {
        QStringList others;
        for (const PersonId &person : d->engine->lastMembers(room.id))
            if (person != me())
                others.append(shownPlainly(nameOf(person), 80));
        if (!others.isEmpty())
            line.name = others.join(u", "_s);
    }
    if (incident.opened) {
        line.name = shownPlainly(incident.title, 200);
        line.severity = incident.severity;
        line.openedAt = incident.said.at;
        line.closed = incident.closed.has_value();
    }
    return line;
}

QList<RoomLine> Workspace::rooms() const
{
    QList<RoomLine> lines;
    for (const chat::Room &room : d->engine->book().rooms())
        lines.append(roomLine(room));
    for (const chat::Room &room : d->left.rooms()) {
        RoomLine line = roomLine(room);
        line.purpose = Purpose::channel; // whatever it was to those who are in it
        line.closed = true;
        line.unread = line.severity = line.openedAt = 0;
        lines.append(line);
    }
    for (const auto &[id, past] : d->engine->book().imported()) {
        RoomLine line = roomLine(past.room);
        line.imported =
            tr("imported · %1, %2")
                .arg(shownPlainly(past.from.exporter, 80),
                     QDateTime::fromMSecsSinceEpoch(past.from.exportedAt, Qt::UTC).toString(u"yyyy-MM-dd"_s));
        lines.append(line);
    }
    return lines;
}

HeaderView Workspace::header(const RoomId &room) const
{
    HeaderView view;
    const std::optional<chat::Room> left = d->left.room(room);
    const chat::Room *known = left ? &*left : d->engine->book().room(room);
    if (!known)
        return view;
    const domain::IncidentCore &incident = d->engine->book().state(room).incident;
    view.room = room;
    view.title = shownPlainly(incident.opened ? incident.title : known->name, 200);
    view.purpose = known->purpose;
    view.encrypted = known->encrypted;
    view.readOnly = isImportedId(room) ? whyImportedIsReadOnly() : left ? whyLeftIsReadOnly() : QString();
    view.topic = incident.opened ? QString() : shownPlainly(known->topic, 300);
    view.people = d->engine->lastMembers(room).size();
    view.isIncident = incident.opened;
    if (!incident.opened)
        return view;
    view.severity = incident.severity;
    view.tlp = incident.tlp;
    view.lead = incident.lead.isEmpty() ? QString() : nameOf(incident.lead);
    view.openedAt = incident.said.at;
    view.status = incident.status;
    view.reached = incident.reached;
    view.closed = incident.closed.has_value();
    return view;
}

QList<TimelineLine> Workspace::timeline(const RoomId &room) const
{
    return timelineOf(d->engine->book(), room);
}

QList<TaskLine> Workspace::tasks(const RoomId &room) const
{
    QList<domain::TaskState> tasks = d->engine->book().state(room).tasks.values();
    std::sort(tasks.begin(), tasks.end(), [](const auto &a, const auto &b) { return a.said.at < b.said.at; });
    QList<TaskLine> lines;
    for (const domain::TaskState &task : std::as_const(tasks))
        lines.append({task.id, shownPlainly(task.title, 300),
                      task.assignee.isEmpty() ? QString() : nameOf(task.assignee), task.done.has_value()});
    return lines;
}

QList<PersonLine> Workspace::people(const RoomId &room) const
{
    const domain::Policy *policy = d->engine->book().workspace().policy();
    QList<PersonLine> lines;
    for (const PersonId &person : d->engine->lastMembers(room)) {
        PersonLine line{person, shownPlainly(nameOf(person), 80), {}, person == me()};
        for (const domain::Group &group : policy ? policy->groups : QList<domain::Group>())
            if (d->engine->lastMembers(group.room).contains(person))
                line.groups.append(group.name);
        lines.append(line);
    }
    return lines;
}

QStringList Workspace::catchUp(const RoomId &room) const
{
    return report::catchUp(d->engine->book().state(room), d->engine->book().workspaceOf(room),
                           d->engine->clock().nowMs())
        .lines();
}

RoomId Workspace::roomNamed(const QString &nameOrId) const
{
    const QString wanted = nameOrId.startsWith(u'#') ? nameOrId.sliced(1) : nameOrId;
    for (const chat::Room &room : d->engine->book().rooms())
        if (room.id.text() == wanted || room.name == wanted)
            return room.id;
    // An imported room comes last: its name was given elsewhere, and may be that of a room here.
    for (const RoomLine &line : rooms())
        if (line.name.compare(wanted, Qt::CaseInsensitive) == 0 || line.id.text() == wanted)
            return line.id;
    for (const auto &[id, past] : d->engine->book().imported())
        if (past.room.name == wanted)
            return id;
    return {};
}

QString Workspace::recordSentence(const RoomId &room) const
{
    return session::recordSentence(*d->engine, room);
}

bool Workspace::isRecordIntact(const RoomId &room) const
{
    return session::isRecordIntact(*d->engine, room);
}

QList<FileLine> Workspace::evidence(const RoomId &room) const
{
    QList<FileLine> lines;
    for (const domain::EvidenceAdded &evidence : d->engine->book().state(room).evidence)
        lines.append(d->engine->files().seen(fileOf(evidence)));
    return lines;
}

void Workspace::markRead(const RoomId &room)
{
    d->unread.markRead(room);
}

void Workspace::lookAt(const RoomId &room)
{
    d->unread.lookAt(room);
    d->attentions.lookAt(room);
}

void Workspace::setPresent(bool present)
{
    d->unread.setPresent(present);
}

std::unique_ptr<Conversation> Workspace::conversation(const RoomId &room, const EntryId &thread)
{
    return std::make_unique<Conversation>(*d->engine, room, thread);
}

Files &Workspace::files()
{
    return d->engine->files();
}

Talk &Workspace::talk()
{
    return d->talk;
}
Alerts &Workspace::alerts()
{
    return d->alerts;
}
Approvals &Workspace::approvals()
{
    return d->approvals;
}
Incidents &Workspace::incidents()
{
    return d->incidents;
}
Deadlines &Workspace::deadlines()
{
    return d->deadlines;
}
Board &Workspace::board()
{
    return d->board;
}
Exporting &Workspace::exporting()
{
    return d->exporting;
}
Playbooks &Workspace::playbooks()
{
    return d->playbooks;
}

Membership &Workspace::membership()
{
    return d->membership;
}
Typing &Workspace::typing()
{
    return d->typing;
}

Engine &Workspace::engine()
{
    return *d->engine;
}

} // namespace wardroom::session
