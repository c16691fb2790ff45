// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/nodespanel.h"

#include "models/times.h"
#include "ui/theme/pieces.h"

#include <QVBoxLayout>

namespace wardroom::ui {

using namespace Qt::StringLiterals;
using session::NodeLine;

QString standingWords(const NodeLine &node)
{
    const QString since = models::momentText(node.since);
    switch (node.standing) {
    case NodeLine::Standing::in:
        return node.since == 0 ? NodesPanel::tr("● in") : NodesPanel::tr("● in since %1").arg(since);
    case NodeLine::Standing::asking:
        return node.since == 0 ? NodesPanel::tr("◇ asks to be let in")
                               : NodesPanel::tr("◇ asks to be let in, since %1").arg(since);
    case NodeLine::Standing::revoked: break;
    }
    if (node.revokedBy.isEmpty())
        return NodesPanel::tr("✕ revoked");
    return NodesPanel::tr("✕ revoked %1 by %2").arg(since, node.revokedBy);
}

QString lastWords(const NodeLine &node)
{
    if (node.last.at == 0)
        return {};
    return NodesPanel::tr("last said in #%1, %2: %3")
        .arg(node.last.room, models::momentText(node.last.at), node.last.words);
}

NodesPanel::NodesPanel(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_words(makeText({}, "muted"))
    , m_box(makeFrame("danger"))
    , m_precautions(makeText({}, ""))
    , m_list(new QVBoxLayout)
{
    auto *column = new QVBoxLayout(this);
    setMargins(column, 0, 0, 0, 0, 8);
    column->addWidget(makeLabel(tr("DESKTOPS AND SERVICES"), "section"));
    column->addWidget(m_words);
    auto *inBox = new QHBoxLayout(m_box);
    setMargins(inBox, 12, 9, 12, 9, 8);
    inBox->addWidget(m_precautions);
    column->addWidget(m_box);
    setMargins(m_list, 0, 0, 0, 0, 6);
    column->addLayout(m_list);
    setNodes({}, {});
}

void NodesPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    Q_EMIT shown();
}

void NodesPanel::setNodes(const QList<NodeLine> &nodes, const QStringList &precautions)
{
    m_words->setText(nodes.isEmpty()
                         ? tr("No workspace is open.")
                         : tr("Each has a key of its own, and what it signs counts as its person's word. Revoke one "
                              "that was lost or stolen, or is not used any more."));
    m_precautions->setText(precautions.isEmpty() ? QString() : u"! "_s + precautions.join(u'\n' + u"! "_s));
    m_box->setVisible(!precautions.isEmpty());
    if (nodes == m_nodes)
        return; // the keyboard stays where it is
    m_nodes = nodes;
    emptyLayout(m_list);
    for (const NodeLine &node : nodes)
        m_list->addWidget(makeCard(node));
}

QWidget *NodesPanel::makeCard(const NodeLine &node)
{
    auto *card = makeFrame("card");
    auto *row = new QHBoxLayout(card);
    setMargins(row, 14, 8, 12, 8, 12);
    auto *words = new QVBoxLayout;
    setMargins(words, 0, 0, 0, 0, 2);
    auto *head = new QHBoxLayout;
    setMargins(head, 0, 0, 0, 0, 8);
    const bool isRevoked = node.standing == NodeLine::Standing::revoked;
    const QString name = tr("%1 on %2").arg(node.person, node.machine);
    QStringList what;
    if (node.mine)
        what << tr("this one");
    if (node.isRunner)
        what << tr("answers phones");
    if (!node.hosts.isEmpty() && !isRevoked)
        what << tr("reaches %1").arg(node.hosts.join(u", "_s));
    head->addWidget(makeLabel(name, isRevoked ? "muted" : "strong"));
    const bool isIn = node.standing == NodeLine::Standing::in;
    head->addWidget(makeLabel(standingWords(node), isIn ? "good" : isRevoked ? "problem" : ""));
    head->addStretch();
    words->addLayout(head);
    const QStringList lines{
        what.join(u" · "_s), tr("node %1, key %2").arg(node.node.text(), node.fingerprint.left(16) + u'…'),
        isRevoked && !node.reason.isEmpty() ? tr("Reason: %1").arg(node.reason) : QString(), lastWords(node)};
    for (const QString &line : lines)
        if (!line.isEmpty()) {
            QLabel *label = makeText(line, "small");
            label->setAccessibleName(tr("%1, %2: %3").arg(name, standingWords(node), line));
            words->addWidget(label);
        }
    row->addLayout(words, 1);
    if (QWidget *button = makeButtonFor(node))
        row->addWidget(button);
    return card;
}

QWidget *NodesPanel::makeButtonFor(const NodeLine &node)
{
    if (node.standing == NodeLine::Standing::revoked || !node.whyNotMe.isEmpty() ||
        (node.mine && node.standing == NodeLine::Standing::asking))
        return nullptr;
    const bool isAsking = node.standing == NodeLine::Standing::asking;
    QPushButton *button = makeButton(isAsking ? tr("Let in…") : tr("Revoke…"), isAsking ? "primary" : "");
    const QString name = tr("%1 on %2").arg(node.person, node.machine);
    button->setAccessibleName(isAsking ? tr("Let in %1").arg(name) : tr("Revoke %1").arg(name));
    connect(button, &QPushButton::clicked, this, [this, node, isAsking] {
        if (isAsking)
            Q_EMIT letInWanted();
        else
            Q_EMIT revokeWanted(node);
    });
    return button;
}

} // namespace wardroom::ui
