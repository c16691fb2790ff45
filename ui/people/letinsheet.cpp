// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/letinsheet.h"

#include "ui/theme/pieces.h"

#include <QCheckBox>
#include <QComboBox>

namespace wardroom::ui {

using namespace Qt::StringLiterals;

namespace {

//! In fours: to be read out to each other.
QString inFours(const QString &fingerprint)
{
    QStringList parts;
    for (qsizetype i = 0; i < fingerprint.size(); i += 4)
        parts << fingerprint.mid(i, 4);
    return parts.join(u' ');
}

} // namespace

LetInSheet::LetInSheet(const QList<session::AskingLine> &asking, QWidget *parent)
    : Sheet(tr("Let somebody in"),
            tr("A Wardroom asks to count as this person's. Call them, have them read out the fingerprint that their "
               "window shows, and compare: the chat server could have made it up."),
            tr("Let in"), parent)
    , m_asking(asking)
    , m_who(new QComboBox)
    , m_account(makeText({}, ""))
    , m_fingerprint(makeText({}, ""))
    , m_compared(new QCheckBox(tr("I have compared it with them")))
{
    for (const session::AskingLine &line : asking)
        m_who->addItem(tr("%1 on %2").arg(line.name, line.machine), line.node.text());
    m_fingerprint->setStyleSheet(u"font-family: monospace;"_s);
    addField(tr("Who"), m_who);
    addField(tr("Account"), m_account);
    addField(tr("Fingerprint"), m_fingerprint);
    addField(QString(), m_compared);
    m_compared->setAccessibleName(m_compared->text());
    connect(m_who, &QComboBox::currentIndexChanged, this, &LetInSheet::showChosen);
    showChosen();
}

session::AskingLine LetInSheet::chosen() const
{
    return m_asking.value(m_who->currentIndex());
}

void LetInSheet::showChosen()
{
    QString account = tr("%1, node %2").arg(chosen().person.text(), chosen().node.text());
    if (!chosen().said.isEmpty())
        account += u'\n' + tr("Let in by %1; one more has to say the same.").arg(chosen().said.join(u", "_s));
    else if (chosen().needsTwo)
        account += u'\n' + tr("Known here already: it takes another Wardroom of theirs, or two policy admins.");
    m_account->setText(account);
    m_fingerprint->setText(inFours(chosen().fingerprint));
    m_compared->setChecked(false);
    setProblem(chosen().whyNotMe);
}

domain::NodeId LetInSheet::node() const
{
    return chosen().node;
}

QString LetInSheet::missing() const
{
    if (m_asking.isEmpty())
        return tr("Nobody asks to be let in.");
    if (!chosen().whyNotMe.isEmpty())
        return chosen().whyNotMe;
    return m_compared->isChecked() ? QString() : tr("Compare the fingerprint first.");
}

} // namespace wardroom::ui
