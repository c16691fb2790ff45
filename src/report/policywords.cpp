// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/policywords.h"

#include "base/plaintext.h"
#include "domain/fields.h"
#include "report/wording.h"

#include <QCoreApplication>
#include <QSet>

namespace wardroom::report {
using namespace Qt::StringLiterals;
using namespace domain;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("policywords", text);
}

QString said(const QString &text)
{
    return text.isEmpty() ? tr("none") : shownPlainly(text, 200);
}

//! The lines of one comparison, as they come.
class Changes
{
public:
    Changes(const Policy &before, const Policy &after, const WorkspaceState &workspace, const RoomNames &roomName)
        : m_before(before)
        , m_after(after)
        , m_workspace(workspace)
        , m_roomName(roomName)
    {}

    QStringList make()
    {
        people(tr("policy admin"), m_before.admins, m_after.admins);
        people(tr("program's account"), m_before.bots, m_after.bots);
        value(tr("Other admins who agree to a change of the policy"), number(m_before.policyApprovals.value_or(0)),
              number(m_after.policyApprovals.value_or(0)));
        value(tr("Level of automation"), levelName(m_before.level), levelName(m_after.level));
        groups();
        approvals();
        levels();
        vettings();
        order();
        value(tr("Seconds until the next person is called"), number(m_before.acknowledgeWithin),
              number(m_after.acknowledgeWithin));
        value(tr("Seconds until a request expires"), number(m_before.approveWithin), number(m_after.approveWithin));
        words(tr("protected host"), m_before.protectedHosts, m_after.protectedHosts);
        value(tr("Change windows (UTC)"), windows(m_before), windows(m_after));
        value(tr("Node that speaks for phones"), said(m_before.runner.text()), said(m_after.runner.text()));
        words(tr("risk that a reaction may approve"), m_before.reactionsFor, m_after.reactionsFor);
        value(tr("Room for alerts"), room(m_before.alertRoom), room(m_after.alertRoom));
        return m_lines;
    }

private:
    static QString number(qint64 value) { return QString::number(value); }
    QString room(const RoomId &id) const
    {
        const QString name = m_roomName ? m_roomName(id) : QString();
        return said(name.isEmpty() ? id.text() : u'#' + name);
    }
    void value(const QString &what, const QString &before, const QString &after)
    {
        if (before != after)
            m_lines.append(tr("%1: %2, before %3").arg(what, after, before));
    }
    void words(const QString &what, const QStringList &before, const QStringList &after)
    {
        for (const QString &each : after)
            if (!before.contains(each))
                m_lines.append(tr("New %1: %2").arg(what, said(each)));
        for (const QString &each : before)
            if (!after.contains(each))
                m_lines.append(tr("No longer %1: %2").arg(what, said(each)));
    }
    void people(const QString &what, const QList<PersonId> &before, const QList<PersonId> &after)
    {
        words(what, named(before), named(after));
    }
    QStringList named(const QList<PersonId> &people) const
    {
        QStringList names;
        for (const PersonId &person : people) {
            const QString name = m_workspace.nameOf(person);
            names.append(name == person.text() ? name : u"%1 (%2)"_s.arg(name, person.text()));
        }
        return names;
    }
    void groups()
    {
        QStringList before, after;
        for (const Group &group : m_before.groups)
            before.append(tr("%1, the members of %2").arg(said(group.name), room(group.room)));
        for (const Group &group : m_after.groups)
            after.append(tr("%1, the members of %2").arg(said(group.name), room(group.room)));
        words(tr("group"), before, after);
    }
    void approvals()
    {
        for (const Risk risk : {Risk::change, Risk::disrupt}) {
            const auto rule = [&](const Policy &policy) {
                const ApprovalRule *found = policy.ruleFor(risk);
                return found ? tr("%1 of %2").arg(QString::number(found->count), said(found->group)) : tr("nobody");
            };
            value(tr("Who approves “%1”").arg(riskName(risk)), rule(m_before), rule(m_after));
        }
    }
    void levels()
    {
        const Automation before = m_before.automation.value_or(Automation()),
                         after = m_after.automation.value_or(Automation());
        value(tr("Verified runs before a command may run by itself"), number(before.verified), number(after.verified));
        value(tr("What disrupts may run by itself"), before.disrupt == 1 ? tr("yes") : tr("no"),
              after.disrupt == 1 ? tr("yes") : tr("no"));
        QSet<QString> seen;
        for (const CommandLevel &level : after.commands) {
            seen.insert(level.command);
            const auto same = [&](const CommandLevel &each) { return each == level; };
            if (std::any_of(before.commands.begin(), before.commands.end(), same))
                continue;
            m_lines.append(level.level < 3 ? tr("%1: level %2").arg(said(level.command), levelName(level.level))
                                           : tr("%1 MAY RUN BY ITSELF, with nobody's approval (level 3), as long as "
                                                "its files are %2 and no run goes wrong")
                                                 .arg(said(level.command), level.hash.brief()));
        }
        for (const CommandLevel &level : before.commands)
            if (!seen.contains(level.command))
                m_lines.append(tr("%1: no level of its own any more").arg(said(level.command)));
    }
    void vettings()
    {
        QStringList before, after;
        for (const Vetting &vetting : m_before.vetted)
            before.append(u"%1 %2"_s.arg(said(vetting.plugin), vetting.hash.brief()));
        for (const Vetting &vetting : m_after.vetted)
            after.append(u"%1 %2"_s.arg(said(vetting.plugin), vetting.hash.brief()));
        words(tr("vetted plugin"), before, after);
    }
    //! Who is called first matters, so the list is shown as a whole.
    void order()
    {
        value(tr("On call, in this order"), said(named(m_before.rota).join(u", "_s)),
              said(named(m_after.rota).join(u", "_s)));
    }
    static QString windows(const Policy &policy)
    {
        QStringList parts;
        for (const ChangeWindow &window : policy.windows) {
            const auto clock = [](qint64 minute) {
                return u"%1:%2"_s.arg(minute / 60, 2, 10, QLatin1Char('0')).arg(minute % 60, 2, 10, QLatin1Char('0'));
            };
            parts.append(tr("%1 to %2").arg(clock(window.from), clock(window.until)));
        }
        return parts.isEmpty() ? tr("always") : parts.join(u", "_s);
    }

    const Policy &m_before;
    const Policy &m_after;
    const WorkspaceState &m_workspace;
    const RoomNames &m_roomName;
    QStringList m_lines;
};

QString hostWords(const Host &host)
{
    QStringList parts{said(host.reach)};
    const QString where = host.address.isEmpty() ? host.root : host.address;
    if (!where.isEmpty())
        parts.append(host.user.isEmpty() ? shownPlainly(where, 200) : shownPlainly(host.user + u'@' + where, 200));
    if (!host.hostKey.isEmpty())
        parts.append(tr("host key %1").arg(shownPlainly(host.hostKey, 200)));
    if (!host.owner.isEmpty())
        parts.append(tr("of %1").arg(shownPlainly(host.owner, 80)));
    return parts.join(u", "_s);
}

} // namespace

QString levelName(qint64 level)
{
    switch (level) {
    case 0: return tr("0, commands are only suggested");
    case 1: return tr("1, reading runs by itself");
    case 2: return tr("2, a change runs once approved");
    case 3: return tr("3, what has a clean record may run by itself");
    default: return QString::number(level);
    }
}

QStringList policyChanges(const Policy &before, const Policy &after, const WorkspaceState &workspace,
                          const RoomNames &roomName)
{
    return Changes(before, after, workspace, roomName).make();
}

QStringList inventoryChanges(const Inventory &before, const Inventory &after)
{
    QStringList lines;
    const auto named = [](const Inventory &list, const QString &name) {
        const auto is = [&](const Host &host) { return host.name == name; };
        const auto found = std::find_if(list.hosts.begin(), list.hosts.end(), is);
        return found == list.hosts.end() ? nullptr : &*found;
    };
    for (const Host &host : after.hosts) {
        const Host *known = named(before, host.name);
        if (!known)
            lines.append(tr("New host %1: %2").arg(said(host.name), hostWords(host)));
        else if (FieldWriter::write(*known) != FieldWriter::write(host))
            lines.append(hostWords(*known) == hostWords(host)
                             ? tr("Host %1 changes in its details").arg(said(host.name))
                             : tr("Host %1: %2, before %3").arg(said(host.name), hostWords(host), hostWords(*known)));
    }
    for (const Host &host : before.hosts)
        if (!named(after, host.name))
            lines.append(tr("Host %1 is taken off the list").arg(said(host.name)));
    return lines;
}

} // namespace wardroom::report
