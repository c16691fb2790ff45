// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "bot/language/understand.h"
#include "session/coach.h"
#include "session/explaining.h"
#include "session/guide.h"
#include "session/playbooks.h"
#include "session/roomcommands.h"
#include "store/store.h"

#include <QCoroTask>
#include <QObject>

namespace wardroom::session {

class Engine;

struct SaidAnswer
{
    EntryId entry;
    OpId op;       //!< where it asked for something
    FactId fact;   //!< where it said one on the record at once: a note, a status, the start of a playbook
    RoomId opened; //!< where it opened an incident: that incident's room
};

struct SearchLine
{
    RoomId room;
    QString roomName;
    EntryId entry;
    qint64 at = 0;
    QString author;
    QString text; //!< plain
};

//! One page of what was found, newest first.
struct SearchPage
{
    QList<SearchLine> lines;
    store::SearchPlace after; //!< where the next page begins
    bool more = false;        //!< there may be one
};

//! What somebody types.
class Talk final : public QObject
{
    Q_OBJECT

public:
    explicit Talk(Engine &engine);
    ~Talk() override;

    //! Queued durably first; then understood, and what it asks for is requested. Answers once the room has it.
    //! \a answered: the message these words are an answer to; \a thread: the first message of the thread they go into.
    QCoro::Task<Result<SaidAnswer>> say(RoomId room, QString text, domain::EntryId answered = {},
                                        domain::EntryId thread = {});
    QCoro::Task<Result<SaidAnswer>> attach(RoomId room, QString path);
    //! With what the room's last cards spoke of.
    domain::Understanding understand(const RoomId &room, const QString &text) const;
    //! In plain words what \a line would do and to what, before it is sent; for a change, exactly what would run.
    QCoro::Task<Result<Advice>> explain(RoomId room, QString line)
    {
        return m_explaining.explain(std::move(room), std::move(line));
    }
    //! What a run printed, as it printed it: for whoever wants to see more than its card.
    QCoro::Task<Result<QString>> rawOutput(Sha256 log);
    //! As the buttons of a card: what could be asked about what stands in \a text.
    QList<Suggestion> leads(const QString &text, const QString &host = {}) const
    {
        return Guide(m_engine).leads(text, host);
    }
    QList<Suggestion> leadsOfAlert(const AlertCard &card, const QString &text) const
    {
        return Guide(m_engine).leadsOfAlert(card.source, card.target, text);
    }
    QString noteOf(const QString &text) const { return Guide(m_engine).noteOf(text); }
    bool onlyReads(const QString &line) const; //!< sending it changes nothing and asks nobody
    void help(const RoomId &room);             //!< advised() with what this person may use here
    Coach &coach() { return m_coach; }
    //! What sending it would do: "host status practice-01 · read-only · runs by itself".
    QString consequence(const domain::Understanding &meant) const;
    //! The "/" line that says it; empty where there is none yet.
    QString spelled(const domain::Understanding &meant) const;
    QList<bot::Completion> completions(const RoomId &room, const QString &text, int cursor) const;
    //! What "/" offers, for a first look: "/patch apply HOST PACKAGE" and its summary.
    QList<bot::Completion> catalogue() const;
    //! \a room empty: everywhere. \a after: from the page before.
    QCoro::Task<Result<SearchPage>> search(QString words, RoomId room, store::SearchPlace after = {});
    //! What this person said there, as they said it; an error where it is none of their words.
    QCoro::Task<Result<QString>> ownWords(RoomId room, EntryId entry);
    //! Other words in the place of one's own; what they asked for stays asked for. Facts are never changed.
    QCoro::Task<Result<void>> correct(RoomId room, EntryId entry, QString text);
    //! Takes one's own words away; what stood there stays in everybody's custody who had read it.
    QCoro::Task<Result<void>> takeBack(RoomId room, EntryId entry);
    QCoro::Task<Result<void>> react(RoomId room, EntryId entry, QString key);
    //! What the platform lets people do with what was said.
    const chat::Capabilities &capabilities() const;
    //! What was refused is said again, and does what it would have done then: words that ask for something ask for it.
    void retry(qint64 outboxId);
    void discard(qint64 outboxId);
    //! Drafts survive room switches and restarts, and end where the outbox has what was typed. Those of threads are
    //! kept under a name that no room has.
    static RoomId draftName(const RoomId &room, const EntryId &thread);
    QString draft(const RoomId &room) const;
    void setDraft(const RoomId &room, const QString &text);
    QCoro::Task<void> loadDrafts();
    //! A message with these words waits there, or was refused: it is not lost.
    bool isKept(const RoomId &room, const EntryId &thread, const QString &text) const;

Q_SIGNALS:
    //! The bot has something to say to this person alone, e.g. what is missing in a command.
    void hinted(const wardroom::session::RoomId &room, const QString &sentence);
    //! The same, of several lines and with what could be typed next: help, a lesson, an explanation, a tip.
    void advised(const wardroom::session::Advice &advice);

private:
    QCoro::Task<Result<SaidAnswer>> actOn(RoomId room, QString text, EntryId said);
    OpId askedBy(const EntryId &line) const;
    QCoro::Task<void> sayAgain(store::OutboxItem item);
    void lookForLate();
    QCoro::Task<void> doLate();
    QCoro::Task<void> doLateLine(RoomId room, QString text, EntryId said);
    QCoro::Task<Result<SaidAnswer>> actInRoom(RoomId room, QString action, domain::Understanding meant, QString text);
    void askBack(const RoomId &room, const QString &title, const QString &question, const QStringList &lines);
    void endDrafts(const RoomId &room);
    Advice playbookAnswer(const RoomId &room, const domain::Understanding &meant, const QString &told) const;
    QCoro::Task<Result<SaidAnswer>> explainHere(RoomId room, QString line);

    Engine &m_engine;
    Alerts m_alerts;
    Incidents m_incidents;
    Playbooks m_playbooks;
    RoomCommands m_room;
    Explaining m_explaining;
    Coach m_coach;
    QHash<RoomId, QString> m_drafts;
    struct Said
    {
        RoomId room;
        EntryId thread;
        QString text;
        friend bool operator==(const Said &, const Said &) = default;
    };
    QList<Said> m_onTheirWay; //!< to the outbox
    qint64 m_since;           //!< ms: what was queued before is of an earlier run
    bool m_mayBeLate = true;  //!< there may be lines for doLate()
    bool m_isDoingLate = false;
};

} // namespace wardroom::session
