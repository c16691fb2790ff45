// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/matrix/matrixcursor.h"

#include "chat/matrix/matrixids.h"
#include "chat/matrix/matrixtext.h"
#include "net/jsonanswer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace wardroom::chat {

using namespace Qt::StringLiterals;

QByteArray MatrixCursor::toBytes() const
{
    QJsonArray missing;
    for (const MatrixGap &gap : gaps) {
        QJsonArray one{gap.room.text(), gap.from, gap.to};
        if (gap.parked)
            one.append(true);
        missing.append(one);
    }
    QJsonArray open;
    for (const MatrixTarget &target : targets)
        open.append(QJsonArray{target.room.text(), target.entry.text()});
    QJsonObject object{{u"v"_s, 1}, {u"since"_s, since}};
    if (!missing.isEmpty())
        object.insert(u"gaps"_s, missing);
    if (!open.isEmpty())
        object.insert(u"targets"_s, open);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<MatrixCursor> MatrixCursor::fromBytes(const QByteArray &bytes)
{
    MatrixCursor cursor;
    if (bytes.isEmpty())
        return cursor;
    const Result<QJsonValue> json = net::parsedJson(bytes, 8);
    const QJsonObject object = json ? json->toObject() : QJsonObject();
    cursor.since = object.value("since"_L1).toString();
    bool good = object.value("v"_L1).toInt() == 1 && !cursor.since.isEmpty();
    const QJsonArray missing = object.value("gaps"_L1).toArray();
    for (const QJsonValue &each : missing) {
        const QJsonArray gap = each.toArray();
        const domain::RoomId room(gap.at(0).toString());
        good = good && isMatrixRoom(room.text()) && gap.at(1).isString() && gap.at(2).isString();
        cursor.gaps.append({room, gap.at(1).toString(), gap.at(2).toString(), gap.at(3).toBool()});
    }
    const QJsonArray open = object.value("targets"_L1).toArray();
    for (const QJsonValue &each : open) {
        const MatrixTarget target{domain::RoomId(each.toArray().at(0).toString()),
                                  domain::EntryId(each.toArray().at(1).toString())};
        good = good && isMatrixRoom(target.room.text()) && isMatrixEvent(target.entry.text());
        cursor.targets.append(target);
    }
    if (!good)
        return fail(ErrorKind::corrupt, MatrixText::tr("The stored place in the server's record is damaged."));
    return cursor;
}

} // namespace wardroom::chat
