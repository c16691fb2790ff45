// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/local/localclaims.h"

#include "chat/local/localschema.h"
#include "chat/local/localtext.h"

namespace wardroom::chat {

using domain::Claim;
using domain::ClaimAnswer;

ClaimAnswer LocalClaims::claimOnce(const QString &name, qint64 now)
{
    const ClaimAnswer unknown{Claim::unknown, {}};
    if (name.isEmpty() || name.size() > kLongestLocalName)
        return unknown;
    Transaction transaction(m_database);
    if (!transaction.beginWriting())
        return unknown;
    const auto tried = m_database.prepare("INSERT INTO claims VALUES(?,?,?,?) ON CONFLICT DO NOTHING")
                           .bind(name)
                           .bind(m_node.text())
                           .bind(m_person.text())
                           .bind(now)
                           .run();
    if (!tried)
        return unknown;
    QString node;
    QString person;
    {
        Statement find = m_database.prepare("SELECT node, person FROM claims WHERE name=?");
        const auto row = find.bind(name).step();
        if (!row || !*row)
            return unknown;
        node = find.text(0);
        person = find.text(1);
    }
    if (!transaction.commit())
        return unknown;
    const bool mine = node == m_node.text() && person == m_person.text();
    return {mine ? Claim::won : Claim::lost, domain::NodeId(node)};
}

Result<QStringList> LocalClaims::held()
{
    Statement find = m_database.prepare("SELECT name FROM claims WHERE node=? AND person=? ORDER BY at, name");
    find.bind(m_node.text()).bind(m_person.text());
    QStringList names;
    for (auto row = find.step(); !row || *row; row = find.step()) {
        if (!row)
            return tl::unexpected(row.error());
        names.append(find.text(0));
    }
    return names;
}

Result<void> LocalClaims::release(const QString &name)
{
    Transaction transaction(m_database);
    if (auto begun = transaction.beginWriting(); !begun)
        return begun;
    {
        Statement find = m_database.prepare("SELECT node, person FROM claims WHERE name=?");
        const auto row = find.bind(name).step();
        if (!row)
            return tl::unexpected(row.error());
        if (*row && (find.text(0) != m_node.text() || find.text(1) != m_person.text()))
            return fail(ErrorKind::forbidden, LocalText::tr("Another node holds this lock."));
    }
    return m_database.prepare("DELETE FROM claims WHERE name=? AND node=? AND person=?")
        .bind(name)
        .bind(m_node.text())
        .bind(m_person.text())
        .run()
        .and_then([&] { return transaction.commit(); });
}

} // namespace wardroom::chat
