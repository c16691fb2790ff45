// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/names.h"

#include "bot/language/words.h"

namespace wardroom::bot {
using namespace Qt::StringLiterals;

Names::Names(const Vocabulary &vocabulary) : m_hostList(vocabulary.inventory.hosts), m_peopleList(vocabulary.people)
{
    const auto take = [this](const domain::Host &host, const QString &name) {
        if (const QString folded = name.toCaseFolded(); !folded.isEmpty() && !m_hosts.contains(folded))
            m_hosts.insert(folded, &host);
        keepLong(name.toCaseFolded(), false);
    };
    for (const domain::Host &host : std::as_const(m_hostList)) {
        take(host, host.name);
        for (const QString &alias : host.aliases)
            take(host, alias);
    }
    const auto call = [this](const domain::Person &person, const QString &name) {
        if (name.isEmpty())
            return;
        const auto known = m_people.constFind(name);
        keepLong(name, true);
        const bool same = known == m_people.cend() || (*known != nullptr && (*known)->id == person.id);
        m_people.insert(name, same ? (known == m_people.cend() ? &person : *known) : nullptr);
    };
    for (const domain::Person &person : std::as_const(m_peopleList)) {
        const QString name = person.name.toCaseFolded();
        call(person, name);
        call(person, QString(name).remove(u' '));
        call(person, name.section(u' ', 0, 0));
    }
    for (const domain::Person &person : std::as_const(m_peopleList)) // an id is never two people's
        m_people.insert(person.id.text().toCaseFolded(), &person);
    const auto outline = [this](const QString &name) {
        m_may[outlineOf(name) / 64] |= quint64(1) << (outlineOf(name) % 64);
    };
    for (auto it = m_hosts.cbegin(); it != m_hosts.cend(); ++it)
        outline(it.key());
    for (auto it = m_people.cbegin(); it != m_people.cend(); ++it)
        outline(it.key());
}

void Names::keepLong(const QString &folded, bool isPerson)
{
    const QString name = folded.simplified();
    const bool several = name.contains(u' ') || (name.size() > 1 && isHan(name.front()));
    if (!several || name.size() > 60)
        return;
    QList<Long> &list = m_long[name.front()];
    const auto at =
        std::find_if(list.begin(), list.end(), [&](const Long &each) { return each.folded.size() < name.size(); });
    list.insert(at, Long{name, QString(name).remove(u' '), isPerson});
}

const QList<Names::Long> &Names::longNames(QChar first) const
{
    static const QList<Long> none;
    const auto found = m_long.constFind(first);
    return found == m_long.cend() ? none : *found;
}

std::shared_ptr<const Names> Names::of(const Vocabulary &vocabulary)
{
    struct Kept
    {
        const domain::Host *hosts = nullptr;
        const domain::Person *people = nullptr;
        qsizetype hostCount = -1;
        qsizetype peopleCount = -1;
        std::shared_ptr<const Names> names;
    };
    // The names hold a share of both lists, so as long as they live no other list can be where these are.
    thread_local Kept kept;
    const domain::Host *hosts = vocabulary.inventory.hosts.constData();
    const domain::Person *people = vocabulary.people.constData();
    const qsizetype hostCount = vocabulary.inventory.hosts.size();
    const qsizetype peopleCount = vocabulary.people.size();
    if (kept.hosts != hosts || kept.people != people || kept.hostCount != hostCount || kept.peopleCount != peopleCount)
        kept = {hosts, people, hostCount, peopleCount, std::make_shared<const Names>(vocabulary)};
    return kept.names;
}

} // namespace wardroom::bot
