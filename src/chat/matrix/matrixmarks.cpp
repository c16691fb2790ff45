// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/matrix/matrixmarks.h"

#include "chat/matrix/matrixids.h"

#include <QJsonArray>

namespace wardroom::chat {

using namespace Qt::StringLiterals;
using domain::EntryId;
using domain::PersonId;

namespace {

constexpr qsizetype kMostTyping = 20;
constexpr qint64 kLargestTime = 8'640'000'000'000'000;

QList<PersonId> typingIn(const QJsonObject &content, const PersonId &self)
{
    QList<PersonId> people;
    for (const QJsonValue &value : content.value("user_ids"_L1).toArray()) {
        const PersonId person(value.toString());
        if (people.size() == kMostTyping)
            break;
        if (isMatrixUser(person.text()) && person != self && !people.contains(person))
            people.append(person);
    }
    return people;
}

//! This person's newest receipt of the room itself; those of a thread say nothing about the rest.
std::optional<MatrixMarks::Read> receiptIn(const QJsonObject &content, const PersonId &self)
{
    std::optional<MatrixMarks::Read> newest;
    for (auto event = content.begin(); event != content.end(); ++event) {
        if (!isMatrixEvent(event.key()))
            continue;
        for (const auto &kind : {"m.read"_L1, "m.read.private"_L1}) {
            const QJsonObject receipt = event.value().toObject().value(kind).toObject().value(self.text()).toObject();
            const QString thread = receipt.value("thread_id"_L1).toString();
            const qint64 at = receipt.value("ts"_L1).toInteger();
            const bool counts = at > 0 && at < kLargestTime && (thread.isEmpty() || thread == "main"_L1);
            if (counts && (!newest || at > newest->at))
                newest = MatrixMarks::Read{EntryId(event.key()), at};
        }
    }
    return newest;
}

} // namespace

MatrixMarks marksIn(const QJsonObject &room, const PersonId &self)
{
    MatrixMarks marks;
    for (const auto &part : {"ephemeral"_L1, "account_data"_L1}) {
        const QJsonArray events = room.value(part).toObject().value("events"_L1).toArray();
        for (const QJsonValue &value : events) {
            const QString type = value.toObject().value("type"_L1).toString();
            const QJsonObject content = value.toObject().value("content"_L1).toObject();
            if (type == "m.typing"_L1) {
                marks.typing = typingIn(content, self);
            } else if (type == "m.receipt"_L1) {
                if (const auto receipt = receiptIn(content, self))
                    marks.read.append(*receipt);
            } else if (type == "m.fully_read"_L1) {
                const QString entry = content.value("event_id"_L1).toString();
                if (isMatrixEvent(entry))
                    marks.read.append({EntryId(entry), 0});
            }
            if (marks.read.size() >= 4)
                return marks;
        }
    }
    return marks;
}

} // namespace wardroom::chat
