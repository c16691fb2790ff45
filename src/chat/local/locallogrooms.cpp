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
    return transaction.beginWriting()
        .and_then([&] { return mayRead(room); })
        .and_then([&] { return dropMember(room, m_user.person); })
        .and_then([&] { return transaction.commit(); });
}

Result<void> LocalLog::dropMember(const RoomId &room, const PersonId &person)
{
    const auto change = nextChange();
    if (!change)
        return tl::unexpected(change.error());
    return m_database->prepare("DELETE FROM members WHERE room=? AND person=?")
        .bind(room.text())
        .bind(person.text())
        .run()
        .and_then([&] { return noteRooms(*change); });
}

//! Who made the room runs it.
Result<void> LocalLog::mayRun(const RoomId &room)
{
    if (auto member = mayRead(room); !member)
        return member;
    const auto admin = isMember(room, m_user.person, true);
    if (!admin)
        return tl::unexpected(admin.error());
    return *admin ? Result<void>() : fail(ErrorKind::forbidden, LocalText::tr("Only who made this room may do that."));
}

Result<void> LocalLog::removeMember(const RoomId &room, const PersonId &person)
{
    Transaction transaction(*m_database);
    if (auto allowed = transaction.beginWriting().and_then([&] { return mayRun(room); }); !allowed)
        return allowed;
    if (person == m_user.person)
        return fail(ErrorKind::invalid, LocalText::tr("Nobody takes themselves out of a room: leave it."));
    const auto isControl = m_database->prepare("SELECT 1 FROM workspace WHERE control=?").bind(room.text()).step();
    const auto member = isMember(room, person);
    if (!isControl || !member)
        return tl::unexpected(isControl ? member.error() : isControl.error());
    if (*isControl)
        return fail(ErrorKind::forbidden, LocalText::tr("Whoever can open the folder is in this room. Revoke the "
                                                        "person's node instead."));
    if (!*member)
        return fail(ErrorKind::notFound, LocalText::tr("This person is not in the room."));
    return dropMember(room, person).and_then([&] { return transaction.commit(); });
}

Result<void> LocalLog::describe(const RoomId &room, const char *statement, const QStringList &values)
{
    Transaction transaction(*m_database);
    const auto allowed = transaction.beginWriting().and_then([&] { return mayRun(room); });
    const auto change = allowed ? nextChange() : tl::unexpected(allowed.error());
    if (!change)
        return tl::unexpected(change.error());
    Statement update = m_database->prepare(statement);
    for (const QString &value : values)
        update.bind(value);
    return update.bind(room.text()).run().and_then([&] { return noteRooms(*change); }).and_then([&] {
        return transaction.commit();
    });
}

Result<void> LocalLog::rename(const RoomId &room, const QString &name)
{
    if (!isRoomName(name))
        return fail(ErrorKind::invalid,
                    LocalText::tr("A room's name has 1 to 80 visible characters and no # before it."));
    const QString key = name.normalized(QString::NormalizationForm_KC).toCaseFolded();
    auto renamed = describe(room, "UPDATE rooms SET name=?, name_key=? WHERE id=?", {name, key});
    if (!renamed && renamed.error().kind == ErrorKind::conflict)
        return fail(ErrorKind::conflict, LocalText::tr("There is a room named %1 already.").arg(name));
    return renamed;
}

Result<void> LocalLog::setTopic(const RoomId &room, const QString &topic)
{
    if (topic.size() > kLongestTopic)
        return fail(ErrorKind::invalid, LocalText::tr("A room's topic has at most 1,000 characters."));
    return describe(room, "UPDATE rooms SET topic=? WHERE id=?", {topic});
}

} // namespace wardroom::chat
