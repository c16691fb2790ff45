// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/entry.h"
#include "domain/playbookstate.h"
#include "session/phonewords.h"

#include <QCoroTask>
#include <QHash>
#include <QObject>

namespace wardroom::session {

class Engine;

//! What playbooks ask, for people on phones: a card with a code, and a reply that chooses. On the runner alone.
class PhoneQuestions final : public QObject
{
    Q_OBJECT

public:
    explicit PhoneQuestions(Engine &engine);

    void showCards(const domain::RoomId &room);
    //! Says the choice as that person's, once. Answers what to reply; empty: it is on the record.
    QCoro::Task<QString> choose(domain::Entry entry, PhoneChoice choice);

private:
    struct Asked
    {
        domain::PlaybookRun run;
        domain::PlaybookStepStatus step;
    };
    std::optional<Asked> find(const domain::RoomId &room, const QString &code) const;
    QString cardFor(const domain::RoomId &room, const domain::PlaybookRun &run,
                    const domain::PlaybookStepStatus &step) const;
    QCoro::Task<Result<QList<domain::PersonId>>> membersOf(QString group);

    Engine &m_engine;
    QHash<domain::FactId, QString> m_cards; //!< by question: what each card says now
};

} // namespace wardroom::session
