// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/calls.h"

#include "session/engine.h"
#include "session/team.h"

namespace wardroom::control {
using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Calls", text);
}

constexpr qsizetype kMostNames = 20;

QString namesOfRooms(session::Workspace &workspace)
{
    QStringList names;
    for (const chat::Room &room : workspace.engine().book().rooms())
        names.append(room.name.isEmpty() ? room.id.text() : room.name);
    const bool more = names.size() > kMostNames;
    return QStringList(names.first(std::min(names.size(), kMostNames))).join(u", "_s) + (more ? u", …"_s : u"."_s);
}

} // namespace

QCoro::Task<Answer> carryOut(session::Workspace &workspace, Call call)
{
    for (const auto *table :
         {&roomCalls(), &memberCalls(), &peopleCalls(), &policyCalls(), &alertCalls(), &operationCalls(),
          &recordCalls(), &importCalls(), &outboxCalls(), &inventoryCalls(), &playbookCalls()})
        if (const auto it = table->constFind(call.path); it != table->constEnd())
            co_return co_await (*it)(workspace, call);
    co_return Answer::wrongUsage(tr("“%1” is not something a running Wardroom does.").arg(call.path));
}

Result<session::RoomId> roomOf(session::Workspace &workspace, const QString &word)
{
    const session::RoomId room = workspace.roomNamed(word);
    if (room.isEmpty())
        return fail(ErrorKind::notFound,
                    tr("There is no room %1 here. There are: %2").arg(word, namesOfRooms(workspace)));
    return room;
}

Result<session::PersonId> personOf(session::Workspace &workspace, const QString &word)
{
    const QString wanted = word.startsWith(u'@') ? word.sliced(1) : word;
    if (wanted == u"me")
        return workspace.me();
    QList<session::PersonId> found;
    for (const domain::Person &person : workspace.engine().book().workspace().people) {
        if (person.id.text() == wanted || person.id.text() == word)
            return person.id;
        const bool isNamed = person.name.compare(wanted, Qt::CaseInsensitive) == 0 ||
                             person.name.section(u' ', 0, 0).compare(wanted, Qt::CaseInsensitive) == 0;
        if (isNamed)
            found.append(person.id);
    }
    if (found.size() == 1)
        return found.first();
    return fail(ErrorKind::notFound, found.isEmpty() ? tr("There is nobody called %1 here.").arg(word)
                                                     : tr("Several people are called %1; say the id.").arg(word));
}

Result<session::PersonId> memberOf(session::Workspace &workspace, const QString &word)
{
    Result<session::PersonId> person = personOf(workspace, word);
    const bool hasAccounts = workspace.engine().platform().capabilities().platform != u"local";
    if (!person && hasAccounts && session::isAccountName(word))
        person = session::PersonId(word);
    return person;
}

QString columns(const QList<QStringList> &rows)
{
    QList<qsizetype> widths;
    for (const QStringList &row : rows)
        for (qsizetype i = 0; i < row.size(); ++i) {
            if (widths.size() <= i)
                widths.append(0);
            widths[i] = std::max(widths.at(i), row.at(i).size());
        }
    QString text;
    for (const QStringList &row : rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i)
            line += i + 1 < row.size() ? row.at(i).leftJustified(widths.at(i) + 2) : row.at(i);
        text += line + u'\n';
    }
    return text;
}

} // namespace wardroom::control
