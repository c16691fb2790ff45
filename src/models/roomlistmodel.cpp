// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/roomlistmodel.h"

#include "models/times.h"

namespace wardroom::models {

using namespace Qt::StringLiterals;
using session::Purpose;
using session::RoomLine;

namespace {

//! A room that this person is not in any more, and in which something was not sent.
bool isLeft(const RoomLine &room)
{
    return room.closed && room.purpose == Purpose::channel;
}

} // namespace

QList<RoomListModel::Line> RoomListModel::arranged(const QList<RoomLine> &rooms, qint64 now)
{
    QList<Line> lines;
    const auto section = [&](const QString &heading, auto &&belongs, bool isPast = false) {
        QList<RoomLine> some;
        std::copy_if(rooms.begin(), rooms.end(), std::back_inserter(some),
                     [&](const RoomLine &room) { return room.imported.isEmpty() != isPast && belongs(room); });
        if (some.isEmpty())
            return;
        std::stable_sort(some.begin(), some.end(), [](const RoomLine &a, const RoomLine &b) {
            return std::pair(a.severity == 0 ? 9 : a.severity, a.openedAt) <
                   std::pair(b.severity == 0 ? 9 : b.severity, b.openedAt);
        });
        lines << Line{heading, {}, {}};
        for (const RoomLine &room : some)
            lines << Line{
                {}, room, room.openedAt > 0 && !room.closed && !isPast ? shortAge(now - room.openedAt) : QString()};
    };
    section(tr("ACTIVE INCIDENTS"), [](const RoomLine &r) { return r.purpose == Purpose::incident && !r.closed; });
    section(tr("ALERT CHANNELS"), [](const RoomLine &r) { return r.purpose == Purpose::alerts; });
    section(tr("CHANNELS"), [](const RoomLine &r) { return r.purpose == Purpose::channel && !r.closed; });
    section(tr("DIRECT"), [](const RoomLine &r) { return r.purpose == Purpose::direct; });
    section(tr("CLOSED INCIDENTS"), [](const RoomLine &r) { return r.purpose == Purpose::incident && r.closed; });
    section(tr("LEFT, NOT ALL SENT"), &isLeft);
    section(
        tr("IMPORTED, READ-ONLY"), [](const RoomLine &) { return true; }, true);
    return lines;
}

void RoomListModel::setRooms(const QList<RoomLine> &rooms, qint64 now)
{
    const QList<Line> lines = arranged(rooms, now);
    const bool sameShape =
        std::equal(lines.begin(), lines.end(), m_lines.begin(), m_lines.end(),
                   [](const Line &a, const Line &b) { return a.heading == b.heading && a.room.id == b.room.id; });
    if (!sameShape) {
        beginResetModel();
        m_lines = lines;
        endResetModel();
        return;
    }
    for (int i = 0; i < lines.size(); ++i) {
        if (m_lines.at(i).room == lines.at(i).room && m_lines.at(i).age == lines.at(i).age)
            continue;
        m_lines[i] = lines.at(i);
        Q_EMIT dataChanged(index(i), index(i));
    }
}

QModelIndex RoomListModel::indexOf(const session::RoomId &room) const
{
    for (int i = 0; i < m_lines.size(); ++i)
        if (m_lines.at(i).heading.isEmpty() && m_lines.at(i).room.id == room)
            return index(i);
    return {};
}

session::RoomId RoomListModel::roomAt(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_lines.size() ? m_lines.at(index.row()).room.id : session::RoomId();
}

session::RoomId RoomListModel::neighbour(const session::RoomId &from, int direction) const
{
    const QModelIndex here = indexOf(from);
    int at = here.isValid() ? here.row() : (direction > 0 ? -1 : static_cast<int>(m_lines.size()));
    for (at += direction; at >= 0 && at < m_lines.size(); at += direction)
        if (m_lines.at(at).heading.isEmpty())
            return m_lines.at(at).room.id;
    return from;
}

qint64 RoomListModel::unread() const
{
    qint64 sum = 0;
    for (const Line &line : m_lines)
        sum += line.room.unread;
    return sum;
}

int RoomListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QVariant RoomListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Line &line = m_lines.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return line.heading.isEmpty() ? line.room.name : line.heading;
    case Qt::ToolTipRole: {
        QString origin = line.room.imported.isEmpty() ? QString() : u"<br>"_s + line.room.imported.toHtmlEscaped();
        if (isLeft(line.room))
            origin = u"<br>"_s + tr("You are not in it any more, and something you typed there was not sent.");
        return line.heading.isEmpty() ? line.room.name.toHtmlEscaped() + origin : QVariant();
    }
    case Qt::AccessibleTextRole: {
        if (!line.heading.isEmpty())
            return line.heading;
        QString name = line.room.name;
        if (!line.room.imported.isEmpty())
            name += u", "_s + line.room.imported;
        if (isLeft(line.room))
            name += tr(", left, not all sent");
        if (line.room.severity > 0)
            name += tr(", severity %1").arg(line.room.severity);
        if (line.room.unread > 0)
            name += tr(", %n unread", nullptr, static_cast<int>(std::min<qint64>(line.room.unread, INT_MAX)));
        return name;
    }
    case IsHeadingRole: return !line.heading.isEmpty();
    case RoomIdRole: return line.room.id.text();
    case UnreadRole: return line.room.unread;
    case SeverityRole: return line.room.severity;
    case AgeRole: return line.age;
    case PurposeRole: return static_cast<int>(line.room.purpose);
    case ClosedRole: return line.room.closed;
    default: return {};
    }
}

Qt::ItemFlags RoomListModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return m_lines.at(index.row()).heading.isEmpty()
               ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
               : Qt::ItemNeverHasChildren;
}

} // namespace wardroom::models
