// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/reportspage.h"

#include "base/plaintext.h"
#include "ui/theme/badges.h"
#include "ui/theme/pieces.h"

namespace wardroom::ui {

using namespace Qt::StringLiterals;

ReportsPage::ReportsPage(const Theme &theme, QWidget *parent)
    : PageFrame(tr("Reports"), tr("The record of each room, signed, complete, and checkable by anybody."), parent)
    , m_theme(theme)
{
    m_list = new QVBoxLayout;
    setMargins(m_list, 0, 0, 0, 0, 8);
    body()->addLayout(m_list);
    body()->addStretch();
    setRooms({});
}

void ReportsPage::setRooms(const QList<std::pair<session::RoomLine, QString>> &rooms)
{
    emptyLayout(m_list);
    if (rooms.isEmpty())
        m_list->addWidget(makeText(tr("There is no incident to report on yet."), "muted"));
    for (const auto &[room, record] : rooms) {
        auto *card = makeFrame("card");
        auto *row = new QHBoxLayout(card);
        setMargins(row, 16, 10, 12, 10, 10);
        if (room.severity > 0) {
            auto *badge = new BadgeLabel(m_theme);
            badge->setBadge(severityBadge(room.severity, m_theme.tokens()));
            row->addWidget(badge);
        }
        row->addWidget(makeText(shownPlainly(room.name, 200), "strong"), 1);
        if (room.closed)
            row->addWidget(makeLabel(tr("closed"), "key"));
        row->addWidget(makeLabel(record, "muted"));
        auto *out = makeButton(tr("Export…"));
        out->setAccessibleName(tr("Export %1").arg(room.name));
        connect(out, &QPushButton::clicked, this, [this, id = room.id] { Q_EMIT exportWanted(id); });
        row->addWidget(out);
        m_list->addWidget(card);
    }
}

} // namespace wardroom::ui
