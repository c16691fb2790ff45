// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "chat/incomplete.h"
#include "chat/matrix/matrixcursor.h"
#include "chat/matrix/matrixpages.h"
#include "chat/matrix/matrixreader.h"
#include "chat/matrix/matrixrooms.h"
#include "chat/matrix/matrixtries.h"

namespace wardroom::chat {

//! The /sync loop (Matrix 1.11, "Syncing"): one long poll after another from a stored token. What a limited timeline
//! left out is brought by /messages backwards, page by page, and the cursor names what is still missing. Goes on for
//! ever: errors are waited out with growing pauses, a lost sign-in until resume(). What the server does not give of one
//! room, while it answers otherwise, is parked: it stays in the cursor and is asked for now and then, and the rest goes
//! on without it. The control room's past is waited for.
class MatrixSync final : public QObject
{
    Q_OBJECT

public:
    MatrixSync(MatrixRequests &requests, MatrixReader &reader, MatrixRooms &rooms, std::chrono::milliseconds poll,
               int pagesAtOnce, std::chrono::milliseconds parked);

    void start(MatrixCursor from);
    void stop();
    //! Tries at once instead of waiting on: signed in again, or the network came back.
    void resume();
    LinkState state() const { return m_state; }
    //! With LinkState::rateLimited: in how long it asks again, as of stateChanged().
    std::chrono::milliseconds asksAgainIn() const { return m_asksAgainIn; }
    bool isStarted() const { return m_started; }
    //! Each room once.
    QList<Incomplete> incomplete() const;

    //! What is asked for: messages, reactions, redactions and the state that rooms are known by. \a marks: also who is
    //! writing and what this person has read.
    static QJsonObject filter(int limit, bool marks = false);
    static QJsonObject messagesFilter(const PersonId &sender = {});

Q_SIGNALS:
    //! In the order of arrival within a call. What was missed comes before what came since, but for gaps of thousands
    //! of messages: the older part of those comes later.
    void came(const QList<wardroom::domain::Entry> &entries, const QByteArray &cursor);
    //! Own events under the transaction ids they were sent with.
    void echoed(const wardroom::domain::RoomId &room, const QJsonObject &event);
    void roomsChanged();
    void incompleteChanged();
    void typingChanged(const wardroom::domain::RoomId &room, const QList<wardroom::domain::PersonId> &people);
    void readElsewhere(const wardroom::domain::RoomId &room, const wardroom::domain::EntryId &entry, qint64 at);
    void stateChanged(wardroom::chat::LinkState state);
    void woken();

private:
    QCoro::Task<void> run(quint64 run);
    QCoro::Task<Result<void>> poll(quint64 run);
    QCoro::Task<Result<void>> take(quint64 run, QJsonObject answer);
    struct Missed
    {
        QList<domain::Entry> entries; //!< oldest first
        std::optional<MatrixGap> left;
        int pages = 0;
        bool failed = false;
    };
    //! Something that /sync left out, under the name that its tries are counted by: a stretch, or else a message.
    struct Place
    {
        QString name;
        std::optional<MatrixGap> gap;
        MatrixTarget target;
    };
    QCoro::Task<Missed> gather(quint64 run, MatrixGap gap, int most);
    QCoro::Task<Result<void>> fill(quint64 run, Place place);
    QCoro::Task<Result<void>> fillOne(quint64 run, MatrixGap gap);
    QCoro::Task<Result<void>> lookAgain(quint64 run, MatrixTarget target);
    static bool isOfOnePlace(ErrorKind kind);
    std::optional<Place> nextPlace() const;
    void judgeFailed();
    void leaveOpen(const RoomId &room, const EntryId &entry);
    bool isWhole() const; //!< apart from what is parked
    std::chrono::milliseconds pollTime() const;
    QCoro::Task<void> pause(quint64 run, Error error);
    std::optional<MatrixGap> gapOf(const RoomId &room, const QJsonObject &joined) const;
    void noteGap(const MatrixGap &gap);
    void sayEchoes(const RoomId &room, const QJsonArray &events);
    void sayMarks(quint64 run, const QJsonObject &joined);
    void become(LinkState state, std::chrono::milliseconds asksAgainIn = {});

    MatrixRequests &m_requests;
    MatrixReader &m_reader;
    MatrixRooms &m_rooms;
    MatrixPages m_pages;
    MatrixTries m_tries;
    const std::chrono::milliseconds m_longest;
    const int m_pagesAtOnce;
    MatrixCursor m_cursor;
    std::optional<Place> m_failed; //!< until another answer tells whether it was that place or the server
    LinkState m_state = LinkState::offline;
    std::chrono::milliseconds m_asksAgainIn{0};
    std::stop_source m_stop;
    quint64 m_run = 0;
    quint64 m_count; //!< makes each question differ
    int m_failures = 0;
    int m_limit = 50;
    bool m_started = false;
    bool m_settled = false; //!< every room is known and one answer was taken in
};

} // namespace wardroom::chat
