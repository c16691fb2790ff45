// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include "session/views.h"

#include <QObject>
#include <memory>

namespace wardroom::session {

class Alerts;
class Approvals;
class Conversation;
class Deadlines;
class Engine;
class Exporting;
class Files;
class Incidents;
class Membership;
class Playbooks;
class Talk;
class Typing;
class Board;

//! What one person sees and can do in one workspace: the plain calls behind every window and shell command. Holds
//! the engine; each concern is a class of its own.
class Workspace final : public QObject
{
    Q_OBJECT

public:
    explicit Workspace(std::unique_ptr<Engine> engine, QObject *parent = nullptr);
    ~Workspace() override;

    QString name() const;
    PersonId me() const;
    QString nameOf(const PersonId &person) const;
    chat::LinkState linkState() const;
    LinkView link() const;
    //! When the last entry came in, ms.
    qint64 syncedAt() const;
    QString trust() const;    //!< the founding fingerprint
    QString language() const; //!< "en", "zh": what this person reads

    QList<RoomLine> rooms() const;
    HeaderView header(const RoomId &room) const;
    QList<TimelineLine> timeline(const RoomId &room) const;
    QList<TaskLine> tasks(const RoomId &room) const;
    QList<PersonLine> people(const RoomId &room) const;
    QStringList catchUp(const RoomId &room) const; //!< five lines
    RoomId roomNamed(const QString &nameOrId) const;
    //! "128 entries, chain intact", or what is wrong.
    QString recordSentence(const RoomId &room) const;
    bool isRecordIntact(const RoomId &room) const; //!< nothing missing, nothing suspect
    QList<FileLine> evidence(const RoomId &room) const;
    void markRead(const RoomId &room);
    //! Which room is in front: no badge and no notification for it.
    void lookAt(const RoomId &room);
    //! Somebody sits before the window, as far as it knows: only then their other devices are told what is read.
    void setPresent(bool present);

    //! Rows of a room, or of the thread in it that \a thread began, live; the caller owns it.
    std::unique_ptr<Conversation> conversation(const RoomId &room, const EntryId &thread = {});
    Files &files();
    Talk &talk();
    Alerts &alerts();
    Approvals &approvals();
    Incidents &incidents();
    Deadlines &deadlines();
    Board &board();
    Exporting &exporting();
    Playbooks &playbooks();
    Membership &membership();
    Typing &typing();
    Engine &engine();

Q_SIGNALS:
    void roomsChanged();
    void roomChanged(const wardroom::session::RoomId &room); //!< its folded state
    void approvalsChanged();
    void linkChanged();
    void attentionNeeded(const wardroom::session::Attention &attention);
    void troubled(const QString &sentence);                      //!< something needs saying at the foot of the window
    void pluginsChanged(const QStringList &sentences, bool bad); //!< read anew; \a bad: one is broken

private:
    void noteLink();
    RoomLine roomLine(const chat::Room &room) const;

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace wardroom::session
