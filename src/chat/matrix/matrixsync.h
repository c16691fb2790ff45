// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "chat/matrix/matrixcursor.h"
#include "chat/matrix/matrixpages.h"
#include "chat/matrix/matrixreader.h"
#include "chat/matrix/matrixrooms.h"

namespace wardroom::chat {

//! The /sync loop (Matrix 1.11, "Syncing"): one long poll after another from a stored token. What a limited timeline
//! left out is brought by /messages backwards, page by page, and the cursor names what is still missing. Goes on for
//! ever: errors are waited out with growing pauses, a lost sign-in until resume().
class MatrixSync final : public QObject
{
    Q_OBJECT

public:
    MatrixSync(MatrixRequests &requests, MatrixReader &reader, MatrixRooms &rooms, std::chrono::milliseconds poll,
               int pagesAtOnce);

    void start(MatrixCursor from);
    void stop();
    //! Tries at once instead of waiting on: signed in again, or the network came back.
    void resume();
    LinkState state() const { return m_state; }
    //! With LinkState::rateLimited: in how long it asks again, as of stateChanged().
    std::chrono::milliseconds asksAgainIn() const { return m_asksAgainIn; }
    bool isStarted() const { return m_started; }

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
    };
    QCoro::Task<Missed> gather(quint64 run, MatrixGap gap, int most);
    QCoro::Task<Result<void>> fillOne(quint64 run);
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
    const std::chrono::milliseconds m_longest;
    const int m_pagesAtOnce;
    MatrixCursor m_cursor;
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
