// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/views.h"

namespace wardroom::session {

class Engine;

//! What a running operation said so far on this node, or its display message from another.
struct LiveOutput
{
    int step = 0;
    int of = 0;
    QString progress;
    QStringList tail; //!< the last lines
    QList<FieldRow> fields;
    qint64 moreFields = 0; //!< beyond those that are kept
    QList<TableBlock> tables;
    qint64 moreTables = 0;
    QStringList notes; //!< the command's own words about its answer
    qint64 moreNotes = 0;
};

//! Adds one line of output to what is shown; bounded.
void addOutput(LiveOutput &live, const QJsonObject &line, bool isProgress);
//! What another node's display message says of its run (OperationCard's text): replaces what was heard before.
void readDisplay(LiveOutput &live, const QString &text);
//! The whole stored output of a finished step.
LiveOutput readOutput(const QByteArray &jsonLines);
//! Its notes, and one more for what was too much to keep.
QStringList notesOf(const LiveOutput &output);
//! An answer as plain lines for those who have no cards: values, the first rows of tables, notes. Bounded.
QString plainOutput(const LiveOutput &output);

//! Makes the cards of a room from its state. Plain values, made once per change, never while painting.
class Cards
{
public:
    explicit Cards(const Engine &engine);
    AlertCard alert(const RoomId &room, const domain::AlertState &alert, const FactId &id) const;
    OperationCard operation(const RoomId &room, const domain::OperationState &operation, const LiveOutput &live) const;

private:
    QString nameOf(const RoomId &room, const PersonId &person) const;
    void fillAsking(const RoomId &room, const domain::OperationState &operation, OperationCard &card) const;
    void fillEnd(const RoomId &room, const domain::OperationState &operation, OperationCard &card) const;
    QString byline(const RoomId &room, const domain::OperationState &operation) const;

    const Engine &m_engine;
};

} // namespace wardroom::session
