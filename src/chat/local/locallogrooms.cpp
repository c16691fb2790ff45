// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/local/locallog.h"

#include "chat/local/localtext.h"

namespace wardroom::chat {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestRoomName = 80;
constexpr qsizetype kLongestTopic = 1000;
constexpr int kMostMembers = 1000;

const QList<std::pair<Purpose, QString>> &purposes()
{
    static const QList<std::pair<Purpose, QString>> all{
        {Purpose::control, u"control"_s}, {Purpose::alerts, u"alerts"_s},   {Purpose::incident, u"incident"_s},
        {Purpose::group, u"group"_s},     {Purpose::channel, u"channel"_s}, {Purpose::direct, u"direct"_s}};
    return all;
}

QString wordOf(Purpose purpose)
{
    for (const auto &[known, word] : purposes()) {
        if (known == purpose)
            return word;
    }
    return u"channel"_s;
}

Purpose purposeOf(const QString &word)
{
    for (const auto &[purpose, known] : purposes()) {
        if (known == word)
            return purpose;
    }
    return Purpose::channel;
}

bool isRoomName(const QString &name)
{
    const bool shaped =
        !name.isEmpty() && name.size() <= kLongestRoomName && name == name.trimmed() && !name.startsWith(u'#');
    // Other_Format holds bidirectional overrides and invisible characters, with which one name imitates another.
    return shaped && std::none_of(name.begin(), name.end(), [](QChar c) {
               return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format ||
                      c.category() == QChar::Separator_Line || c.category() == QChar::Separator_Paragraph;
           });
}

} // namespace

Result<void> LocalLog::joinControlRoom()
{
    const auto control = [this]() -> Result<RoomId> {
        Statement find = m_database->prepare("SELECT control FROM workspace");
        const auto row = find.step();
        if (!row)
            return tl::unexpected(row.error());
        return RoomId(find.text(0));
    }();
    if (!control)
        return tl::unexpected(control.error());
    const auto member = isMember(*control, m_user.person);
    if (!member || *member)
        return member.map([](bool) {});
    Transaction transaction(*m_database);
    return transaction.beginWriting().and_then([&] { return addMember(*control, m_user.person, false); }).and_then([&] {
        return transaction.commit();
    });
}

Result<void> LocalLog::noteRooms(qint64 change)
{
    return m_database->prepare("UPDATE state SET rooms_change=?").bind(change).run();
}

Result<void> LocalLog::addMember(const RoomId &room, const PersonId &person, bool admin)
{
    const auto change = nextChange();
    if (!change)
        return tl::unexpected(change.error());
    return m_database->prepare("INSERT INTO members VALUES(?,?,?,?) ON CONFLICT DO NOTHING")
        .bind(room.text())
        .bind(person.text())
        .bind(qint64(admin))
        .bind(*change)
        .run()
        .and_then([&] { return noteRooms(*change); });
}

Result<bool> LocalLog::isMember(const RoomId &room, const PersonId &person, bool asAdmin)
{
    Statement find = m_database->prepare("SELECT 1 FROM members WHERE room=? AND person=? AND admin>=?");
    return find.bind(room.text()).bind(person.text()).bind(qint64(asAdmin)).step();
}

Result<void> LocalLog::mayRead(const RoomId &room)
{
    const auto member = isMember(room, m_user.person);
    if (!member)
        return tl::unexpected(member.error());
    if (*member)
        return {};
    Statement find = m_database->prepare("SELECT 1 FROM rooms WHERE id=?");
    const auto known = find.bind(room.text()).step();
    if (!known)
        return tl::unexpected(known.error());
    return *known ? fail(ErrorKind::forbidden, LocalText::tr("You are not in this room."))
                  : fail(ErrorKind::notFound, LocalText::tr("There is no such room."));
}

Result<void> LocalLog::mayWrite(const RoomId &room)
{
    if (auto member = mayRead(room); !member)
        return member;
    Statement find = m_database->prepare("SELECT archived FROM rooms WHERE id=?");
    const auto row = find.bind(room.text()).step();
    if (!row)
        return tl::unexpected(row.error());
    if (find.number(0) != 0)
        return fail(ErrorKind::forbidden, LocalText::tr("This room is archived."));
    return {};
}

//! \a open: the rooms one could join by oneself, instead of those one is in.
Result<QList<Room>> LocalLog::rooms(bool open)
{
    Statement find = m_database->prepare(
        "SELECT id, name, topic, purpose, restricted, archived FROM rooms r WHERE CASE WHEN ? THEN restricted=0"
        " AND purpose<>'direct' AND archived=0 AND NOT EXISTS(SELECT 1 FROM members WHERE room=r.id AND person=?)"
        " ELSE EXISTS(SELECT 1 FROM members WHERE room=r.id AND person=?) END ORDER BY created, name_key");
    find.bind(qint64(open)).bind(m_user.person.text()).bind(m_user.person.text());
    QList<Room> found;
    for (auto row = find.step(); !row || *row; row = find.step()) {
        if (!row)
            return tl::unexpected(row.error());
        found.append({RoomId(find.text(0)), find.text(1), find.text(2), purposeOf(find.text(3)), find.number(4) != 0,
                      find.number(5) != 0});
    }
    return found;
}

Result<void> LocalLog::insertRoom(const Room &room, const QString &key, qint64 now)
{
    auto inserted = m_database
                        ->prepare("INSERT INTO rooms(id,name,name_key,topic,purpose,restricted,creator,created)"
                                  " VALUES(?,?,?,?,?,?,?,?)")
                        .bind(room.id.text())
                        .bind(room.name)
                        .bind(key)
                        .bind(room.topic)
                        .bind(wordOf(room.purpose))
                        .bind(qint64(room.restricted))
                        .bind(m_user.person.text())
                        .bind(now)
                        .run();
    if (!inserted && inserted.error().kind == ErrorKind::conflict)
        return fail(ErrorKind::conflict, LocalText::tr("There is a room named %1 already.").arg(room.name));
    return inserted;
}

Result<Room> LocalLog::createRoom(const RoomSpec &spec, qint64 now)
{
    if (!isRoomName(spec.name) || spec.topic.size() > kLongestTopic || spec.invite.size() > kMostMembers)
        return fail(ErrorKind::invalid,
                    LocalText::tr("A room's name has 1 to 80 visible characters and no # before it."));
    if (spec.purpose == Purpose::control)
        return fail(ErrorKind::invalid, LocalText::tr("A workspace has exactly one control room."));
    const Room room{RoomId(randomHex(8)), spec.name, spec.topic, spec.purpose, spec.restricted, false};
    const QString key = spec.name.normalized(QString::NormalizationForm_KC).toCaseFolded();
    Transaction transaction(*m_database);
    auto made = transaction.beginWriting().and_then([&] { return insertRoom(room, key, now); }).and_then([&] {
        return addMember(room.id, m_user.person, true);
    });
    for (const PersonId &person : spec.invite) {
        if (made && (person.isEmpty() || person.text().size() > 200))
            return fail(ErrorKind::invalid, LocalText::tr("Somebody without a name cannot be invited."));
        made = made.and_then([&] { return addMember(room.id, person, false); });
    }
    return made.and_then([&] { return transaction.commit(); }).map([&] { return room; });
}

Result<QList<PersonId>> LocalLog::members(const RoomId &room)
{
    if (auto allowed = mayRead(room); !allowed)
        return tl::unexpected(allowed.error());
    Statement find = m_database->prepare("SELECT person FROM members WHERE room=? ORDER BY person");
    find.bind(room.text());
    QList<PersonId> found;
    for (auto row = find.step(); !row || *row; row = find.step()) {
        if (!row)
            return tl::unexpected(row.error());
        found.append(PersonId(find.text(0)));
    }
    return found;
}

//! A restricted room: only its admins (in Local: who made it). Another: any member, and anybody for themselves, which
//! is how a room is joined; a direct one only by its members.
Result<void> LocalLog::mayInvite(const RoomId &room, const PersonId &person)
{
    Statement find = m_database->prepare("SELECT restricted, purpose FROM rooms WHERE id=?");
    const auto row = find.bind(room.text()).step();
    if (!row)
        return tl::unexpected(row.error());
    if (!*row)
        return fail(ErrorKind::notFound, LocalText::tr("There is no such room."));
    const bool restricted = find.number(0) != 0;
    const bool joining = person == m_user.person && !restricted && find.text(1) != "direct"_L1;
    const auto allowed = isMember(room, m_user.person, restricted);
    if (!allowed)
        return tl::unexpected(allowed.error());
    if (!*allowed && !joining)
        return fail(ErrorKind::forbidden, LocalText::tr("You may not invite people into this room."));
    return {};
}

Result<void> LocalLog::invite(const RoomId &room, const PersonId &person)
{
    if (person.isEmpty() || person.text().size() > 200)
        return fail(ErrorKind::invalid, LocalText::tr("Somebody without a name cannot be invited."));
    Transaction transaction(*m_database);
    if (auto allowed = transaction.beginWriting().and_then([&] { return mayInvite(room, person); }); !allowed)
        return allowed;
    const auto already = isMember(room, person);
    if (!already || *already)
        return already.map([](bool) {});
    return addMember(room, person, false).and_then([&] { return transaction.commit(); });
}

Result<void> LocalLog::leave(const RoomId &room)
{
    Transaction transaction(*m_database);
    if (auto allowed = transaction.beginWriting().and_then([&] { return mayRead(room); }); !allowed)
        return allowed;
    const auto change = nextChange();
    if (!change)
        return tl::unexpected(change.error());
    return m_database->prepare("DELETE FROM members WHERE room=? AND person=?")
        .bind(room.text())
        .bind(m_user.person.text())
        .run()
        .and_then([&] { return noteRooms(*change); })
        .and_then([&] { return transaction.commit(); });
}

//! The number of an entry that is in that room.
Result<qint64> LocalLog::target(const RoomId &room, const EntryId &entry)
{
    Statement find = m_database->prepare("SELECT 1 FROM entries WHERE id=? AND room=?");
    const qint64 id = entry.text().toLongLong();
    const auto row = find.bind(id).bind(room.text()).step();
    if (!row)
        return tl::unexpected(row.error());
    if (!*row || QString::number(id) != entry.text())
        return fail(ErrorKind::notFound, LocalText::tr("There is no such message in this room."));
    return id;
}

Result<void> LocalLog::remove(const RoomId &room, const EntryId &entry)
{
    const auto own = mayRead(room).and_then([&] { return target(room, entry); });
    if (!own)
        return tl::unexpected(own.error());
    {
        Statement find = m_database->prepare("SELECT sender, length(envelope) FROM entries WHERE id=?");
        const auto row = find.bind(*own).step();
        if (!row)
            return tl::unexpected(row.error());
        if (find.text(0) != m_user.person.text())
            return fail(ErrorKind::forbidden, LocalText::tr("Only who wrote a message can take it away."));
        if (find.number(1) != 0)
            return fail(ErrorKind::forbidden, LocalText::tr("A fact on the record is not taken away. Correct it with "
                                                            "another one."));
    }
    return wipe(room, entry);
}

Result<void> LocalLog::wipe(const RoomId &room, const EntryId &entry)
{
    Transaction transaction(*m_database);
    const auto id = transaction.beginWriting().and_then([&] { return target(room, entry); });
    const auto change = id ? nextChange() : id;
    if (!change)
        return tl::unexpected(change.error());
    // Nothing of the content stays, as in a redaction: who comes late can never read it.
    return m_database->prepare("UPDATE entries SET text='', envelope=x'', deleted=1, change=? WHERE id=? AND deleted=0")
        .bind(*change)
        .bind(*id)
        .run()
        .and_then([&] { return transaction.commit(); });
}

Result<void> LocalLog::overwrite(const RoomId &room, const EntryId &entry, const QString &text,
                                 const QByteArray &envelope)
{
    Transaction transaction(*m_database);
    const auto id = transaction.beginWriting().and_then([&] { return target(room, entry); });
    const auto change = id ? nextChange() : id;
    if (!change)
        return tl::unexpected(change.error());
    return m_database->prepare("UPDATE entries SET text=?, envelope=?, edited=1, change=? WHERE id=? AND deleted=0")
        .bind(text)
        .bind(envelope)
        .bind(*change)
        .bind(*id)
        .run()
        .and_then([&] { return transaction.commit(); });
}

} // namespace wardroom::chat
