// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/revokesheet.h"

#include "ui/people/nodespanel.h"
#include "ui/theme/pieces.h"

#include <QLineEdit>

namespace wardroom::ui {

using namespace Qt::StringLiterals;

RevokeSheet::RevokeSheet(const session::NodeLine &node, QWidget *parent)
    : Sheet(tr("Revoke %1 on %2").arg(node.person, node.machine),
            tr("From now on nothing that it signs counts, in any room, and nobody can take that back. What it said "
               "before "
               "goes on to count. If it comes back, it is with a new key that has to be let in."),
            tr("Revoke"), parent)
    , m_reason(new QLineEdit)
{
    m_reason->setMaxLength(500);
    m_reason->setPlaceholderText(tr("Laptop stolen on the train"));
    addField(tr("Node"), makeText(tr("%1, %2").arg(node.node.text(), standingWords(node)), ""));
    const QString last = lastWords(node);
    addField(tr("Counts up to"), makeText(last.isEmpty() ? tr("It has said nothing yet.") : last, ""));
    if (!node.afterwards.isEmpty())
        addField(tr("Afterwards"), makeText(node.afterwards.join(u'\n'), ""));
    addField(tr("Reason"), m_reason);
    m_reason->setFocus();
}

QString RevokeSheet::reason() const
{
    return m_reason->text().trimmed();
}

QString RevokeSheet::missing() const
{
    return reason().isEmpty() ? tr("Say why: it stays on the record.") : QString();
}

} // namespace wardroom::ui
