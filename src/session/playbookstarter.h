// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/playbookshelf.h"

#include <QSet>

namespace wardroom::session {

//! Starts playbooks that alerts and schedules set off: on one node, as often as the playbook allows, and says what was
//! left alone. Whether a run is there already, the record says; who may start it, the arbiter.
class PlaybookStarter final : public QObject
{
    Q_OBJECT

public:
    PlaybookStarter(Engine &engine, PlaybookShelf &shelf);
    //! Looks once; called every second.
    void look();

private:
    //! One playbook that stands, with the room that is looked at.
    struct Place
    {
        RoomId room;
        domain::PublishedPlaybook published;
        bot::Playbook playbook;
    };
    //! A run that somebody is about to start.
    struct Claimed
    {
        RoomId room;
        Sha256 file;
        qint64 since = 0; //!< ms; 0: a person was told
    };
    struct Load
    {
        int running = 0;
        int thisHour = 0;
    };

    Load loadOf(const Place &place) const;
    void lookAtAlerts(const Place &place);
    QList<FactId> dueAlerts(const Place &place);
    void lookAtClock(const Place &place);
    void begin(const Place &place, const FactId &id, domain::PlaybookStarted started);
    QCoro::Task<> claim(Place place, FactId id, domain::PlaybookStarted started);
    QCoro::Task<> sayLeft(Place place, qint64 count);
    bool isOurTurn(qint64 since) const;
    void watchLost();

    Engine &m_engine;
    PlaybookShelf &m_shelf;
    QHash<FactId, Claimed> m_starting;   //!< on their way into the room
    QHash<FactId, Claimed> m_lost;       //!< another node's
    QSet<FactId> m_unfit;                //!< runs whose alert does not give what is needed
    QHash<QString, QSet<FactId>> m_left; //!< by playbook and room: alerts that were left alone
    QHash<QString, qint64> m_leftSaid;   //!< how many of them were told, and when
    QHash<QString, qint64> m_leftSaidAt;
    QSet<FactId> m_seen; //!< alerts that waited for their turn
};

} // namespace wardroom::session
