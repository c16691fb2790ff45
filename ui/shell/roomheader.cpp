// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/roomheader.h"

#include "base/plaintext.h"
#include "models/times.h"
#include "ui/shell/stagebar.h"
#include "ui/theme/badges.h"
#include "ui/theme/elidedlabel.h"
#include "ui/theme/pieces.h"

#include <QMenu>
#include <QToolButton>

namespace wardroom::ui {

using namespace Qt::StringLiterals;
using domain::IncidentStatus;

RoomHeader::RoomHeader(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setAttribute(Qt::WA_StyledBackground);
    auto *column = new QVBoxLayout(this);
    setMargins(column, 20, 10, 20, 14, 9);
    auto *row = new QHBoxLayout;
    setMargins(row, 0, 0, 0, 0, 8);
    m_badge = new BadgeLabel(theme);
    m_tlp = new BadgeLabel(theme);
    m_title = new ElidedLabel("heading");
    m_closedMark = makeLabel(tr("closed"), "key");
    m_encryptedMark = makeLabel(tr("encrypted: not readable here"), "key");
    m_encryptedMark->setToolTip(
        tr("Only the members' own programs can read this room. Wardroom neither reads nor writes in it."));
    m_metaBefore = makeLabel({}, "muted");
    m_metaName = makeLabel({}, "strong");
    m_metaAfter = makeLabel({}, "muted");
    row->addWidget(m_badge);
    row->addWidget(m_title);
    row->addWidget(m_tlp);
    row->addWidget(m_closedMark);
    row->addWidget(m_encryptedMark);
    row->addStretch(1);
    auto *meta = new QHBoxLayout;
    setMargins(meta, 0, 0, 0, 0, 4);
    meta->addWidget(m_metaBefore);
    meta->addWidget(m_metaName);
    meta->addWidget(m_metaAfter);
    row->addLayout(meta);
    const auto tool = [&](const QString &name) {
        auto *button = new QToolButton;
        button->setAccessibleName(name);
        button->setToolTip(name);
        row->addWidget(button);
        return button;
    };
    m_menu = tool(tr("What can be done in this room"));
    m_menu->setText(u"⋯"_s);
    m_menu->setPopupMode(QToolButton::InstantPopup);
    m_menu->setStyleSheet(u"QToolButton::menu-indicator { image: none; }"_s);
    m_menu->setMenu(new QMenu(m_menu));
    connect(m_menu->menu(), &QMenu::aboutToShow, this, &RoomHeader::fillMenu);
    m_detail = tool(tr("Timeline and people"));
    m_detail->setCheckable(true);
    m_detail->hide();
    const auto tint = [this] { m_detail->setIcon(m_theme.icon(u"panel"_s, m_theme.tokens().muted)); };
    connect(&theme, &Theme::changed, m_detail, tint);
    tint();
    column->addLayout(row);
    m_stages = new StageBar(theme);
    connect(m_stages, &StageBar::stageWanted, this, &RoomHeader::stageWanted);
    column->addWidget(m_stages);
    setProperty("frame", u"bottom"_s);
}

void RoomHeader::setView(const session::HeaderView &view, qint64 now)
{
    m_view = view;
    m_now = now;
    m_badge->setVisible(view.isIncident && view.severity > 0);
    m_badge->setBadge(severityBadge(view.severity, m_theme.tokens()));
    m_tlp->setVisible(view.tlp.has_value());
    if (view.tlp)
        m_tlp->setBadge(tlpBadge(*view.tlp));
    m_closedMark->setVisible(view.closed);
    m_encryptedMark->setVisible(view.encrypted);
    m_stages->setVisible(view.isIncident);
    m_menu->setVisible(!view.room.isEmpty());
    if (view.isIncident)
        m_stages->setStages(view.status, view.reached, view.closed);
    refreshTexts();
}

void RoomHeader::refreshTexts()
{
    const bool plain = !m_view.isIncident && m_view.purpose != session::Purpose::direct && !m_view.room.isEmpty();
    const QString title = shownPlainly(m_view.title, 200).replace(u'\n', u' ');
    m_title->setWords(plain ? u"# "_s + title : title);
    m_title->setAccessibleName(title);
    const QString people =
        m_view.people == 1
            ? tr("1 person")
            : (m_view.people > 1 ? tr("%n people", nullptr, static_cast<int>(m_view.people)) : QString());
    const bool wide = width() > 560;
    QStringList after;
    if (m_view.isIncident && !m_view.closed && m_view.openedAt > 0)
        after << tr("open %1").arg(models::durationText(m_now - m_view.openedAt));
    if (!people.isEmpty())
        after << people;
    const bool led = m_view.isIncident && !m_view.lead.isEmpty();
    m_metaBefore->setText(led ? tr("Lead") : QString());
    m_metaName->setText(led ? shownPlainly(m_view.lead, 40) : QString());
    m_metaAfter->setText((led && !after.isEmpty() ? u"· "_s : QString()) + after.join(u" · "_s));
    m_metaBefore->setVisible(led && wide);
    m_metaName->setVisible(led && wide);
    m_metaAfter->setVisible(wide && !after.isEmpty());
}

void RoomHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    refreshTexts();
}

void RoomHeader::fillMenu()
{
    QMenu *menu = m_menu->menu();
    menu->clear();
    const auto add = [&](QMenu *into, const QString &text, RoomCommand command) {
        connect(into->addAction(text), &QAction::triggered, this, [this, command] { Q_EMIT commandWanted(command); });
    };
    add(menu, tr("Catch up in five lines"), RoomCommand::catchUp);
    add(menu, tr("Add a note…"), RoomCommand::addNote);
    if (!m_view.isIncident)
        return addRoom(menu);
    add(menu, tr("Add a task…"), RoomCommand::addTask);
    menu->addSeparator();
    QMenu *stage = menu->addMenu(tr("Set stage"));
    for (int i = 0; i < 6; ++i) {
        const auto status = static_cast<IncidentStatus>(i);
        QAction *action = stage->addAction(StageBar::nameOf(status));
        action->setCheckable(true);
        action->setChecked(status == m_view.status);
        connect(action, &QAction::triggered, this, [this, status] { Q_EMIT stageWanted(status); });
    }
    add(menu, tr("Change severity…"), RoomCommand::severity);
    add(menu, tr("Sharing label (TLP)…"), RoomCommand::tlp);
    add(menu, tr("Legal clock…"), RoomCommand::legalClock);
    add(menu, tr("Change lead…"), RoomCommand::lead);
    add(menu, tr("Write the summary…"), RoomCommand::summary);
    add(menu, tr("Promise the next update…"), RoomCommand::nextUpdate);
    menu->addSeparator();
    if (m_view.closed)
        add(menu, tr("Reopen incident…"), RoomCommand::reopen);
    else
        add(menu, tr("Close incident…"), RoomCommand::close);
    addRoom(menu);
}

//! About the room itself. An incident is called by its title, and only its record changes that.
void RoomHeader::addRoom(QMenu *menu)
{
    if (!m_view.readOnly.isEmpty() || m_view.purpose == session::Purpose::control)
        return;
    const auto add = [&](const QString &text, RoomCommand command) {
        connect(menu->addAction(text), &QAction::triggered, this, [this, command] { Q_EMIT commandWanted(command); });
    };
    menu->addSeparator();
    const bool isNamed = !m_view.isIncident && m_view.purpose != session::Purpose::direct;
    if (isNamed) {
        add(tr("Rename the room…"), RoomCommand::rename);
        add(tr("Topic…"), RoomCommand::topic);
    }
    if (m_view.purpose != session::Purpose::direct)
        add(tr("Take somebody out…"), RoomCommand::removePerson);
    add(tr("Leave the room…"), RoomCommand::leave);
}

} // namespace wardroom::ui
