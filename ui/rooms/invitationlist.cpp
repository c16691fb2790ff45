// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rooms/invitationlist.h"

#include "ui/theme/elidedlabel.h"
#include "ui/theme/pieces.h"

#include <QBoxLayout>

namespace wardroom::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shownAtOnce = 3;

} // namespace

InvitationList::InvitationList(QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    setMargins(column, 0, 0, 0, 0, 0);
    auto *frame = makeFrame("top");
    column->addWidget(frame);
    auto *inside = new QVBoxLayout(frame);
    setMargins(inside, 15, 8, 14, 10, 8);
    m_heading = makeLabel(tr("Invitations").toUpper(), "section");
    m_heading->setAccessibleName(tr("Invitations"));
    inside->addWidget(m_heading);
    m_lines = new QVBoxLayout;
    setMargins(m_lines, 0, 0, 0, 0, 10);
    inside->addLayout(m_lines);
    m_more = makeLabel({}, "small");
    inside->addWidget(m_more);
    setAccessibleName(tr("Invitations"));
    hide();
}

QWidget *InvitationList::makeLine(const session::InvitationLine &line)
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    setMargins(column, 0, 0, 0, 0, 2);
    auto *name = new ElidedLabel("strong");
    name->setWords(u"# "_s + line.name);
    column->addWidget(name);
    auto *who = new ElidedLabel("small");
    // A stranger may call a room whatever they like: whose it is stands beside it in words.
    who->setWords(line.stranger ? tr("not of this workspace: %1").arg(line.inviter) : tr("by %1").arg(line.inviter));
    column->addWidget(who);
    auto *row = new QHBoxLayout;
    setMargins(row, 0, 2, 0, 0, 6);
    const auto button = [&](const QString &words, const QString &name, const char *look, auto signal) {
        auto *made = makeButton(words, look);
        made->setAccessibleName(name);
        connect(made, &QPushButton::clicked, this, [this, signal, room = line.room] { Q_EMIT(this->*signal)(room); });
        row->addWidget(made);
    };
    button(tr("Accept"), tr("Accept: %1").arg(line.name), "", &InvitationList::acceptWanted);
    button(tr("Decline"), tr("Decline: %1").arg(line.name), "flat", &InvitationList::declineWanted);
    row->addStretch();
    column->addLayout(row);
    return box;
}

void InvitationList::setInvitations(const QList<session::InvitationLine> &invitations)
{
    emptyLayout(m_lines);
    for (const session::InvitationLine &line : invitations.first(std::min(invitations.size(), shownAtOnce)))
        m_lines->addWidget(makeLine(line));
    const auto rest = static_cast<int>(invitations.size() - std::min(invitations.size(), shownAtOnce));
    m_more->setText(tr("%n more, once these are answered", nullptr, rest));
    m_more->setVisible(rest > 0);
    setVisible(!invitations.isEmpty());
}

} // namespace wardroom::ui
