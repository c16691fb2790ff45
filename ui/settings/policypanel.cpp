// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/policypanel.h"

#include "base/plaintext.h"
#include "ui/theme/badges.h"
#include "ui/theme/pieces.h"

#include <QDateTime>
#include <QLocale>
#include <QVBoxLayout>

namespace wardroom::ui {

using namespace Qt::StringLiterals;

namespace {

QString levelWords(qint64 level)
{
    const QStringList names{PolicyPanel::tr("0 · commands are only suggested"),
                            PolicyPanel::tr("1 · reading runs by itself"),
                            PolicyPanel::tr("2 · a change runs once approved"),
                            PolicyPanel::tr("3 · what has a clean record may run by itself")};
    return names.value(static_cast<int>(level));
}

} // namespace

QString standingWords(const session::CommandStanding &command)
{
    if (command.runsByItself)
        return command.risk == domain::Risk::read ? PolicyPanel::tr("runs by itself")
                                                  : PolicyPanel::tr("level 3 · runs by itself");
    if (command.level < 1 || (command.level < 2 && command.risk != domain::Risk::read))
        return PolicyPanel::tr("level %1 · only suggested").arg(command.level);
    return PolicyPanel::tr("waits for approval");
}

QString evidenceWords(const session::CommandStanding &command)
{
    const domain::Evidence &evidence = command.evidence;
    QStringList parts;
    if (evidence.runs == 0)
        parts << PolicyPanel::tr("no runs yet");
    else
        parts << PolicyPanel::tr("%1 runs, %2 verified, %3 failed, %4 undone")
                     .arg(QString::number(evidence.runs), QString::number(evidence.verified),
                          QString::number(evidence.failed), QString::number(evidence.undone));
    if (!evidence.took.isEmpty())
        parts << PolicyPanel::tr("median %1 s")
                     .arg(QLocale().toString(static_cast<double>(evidence.medianTook()) / 1000.0, 'f', 1));
    if (command.changedAt > 0)
        parts << PolicyPanel::tr("these files since %1")
                     .arg(QLocale().toString(QDateTime::fromMSecsSinceEpoch(command.changedAt).date(),
                                             QLocale::ShortFormat));
    if (command.earlierRuns > 0)
        parts << PolicyPanel::tr("%1 runs with other files").arg(command.earlierRuns);
    return parts.join(u" · "_s);
}

PolicyPanel::PolicyPanel(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_words(makeText({}, ""))
    , m_whyNot(makeText({}, "muted"))
    , m_level(makeButton(tr("Change the level…")))
    , m_text(makeButton(tr("Change the policy…")))
    , m_list(new QVBoxLayout)
{
    auto *column = new QVBoxLayout(this);
    setMargins(column, 0, 0, 0, 0, 8);
    column->addWidget(makeLabel(tr("POLICY AND AUTOMATION"), "section"));
    column->addWidget(m_words);
    column->addWidget(m_whyNot);
    auto *buttons = new QHBoxLayout;
    setMargins(buttons, 0, 0, 0, 4, 8);
    buttons->addWidget(m_level);
    buttons->addWidget(m_text);
    buttons->addStretch();
    column->addLayout(buttons);
    setMargins(m_list, 0, 0, 0, 0, 6);
    column->addLayout(m_list);
    column->addStretch(1);
    connect(m_level, &QPushButton::clicked, this, [this] {
        session::CommandStanding workspace;
        workspace.level = m_workspaceLevel;
        Q_EMIT levelWanted(workspace);
    });
    connect(m_text, &QPushButton::clicked, this, &PolicyPanel::textWanted);
    setStanding({});
}

void PolicyPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    Q_EMIT shown();
}

void PolicyPanel::setStanding(const session::PolicyStanding &standing)
{
    m_workspaceLevel = standing.level;
    const bool mayPropose = standing.version > 0 && standing.whyNotMe.isEmpty();
    m_words->setText(standing.version == 0
                         ? tr("No workspace is open.")
                         : tr("Policy %1 holds. Level %2.").arg(standing.version).arg(levelWords(standing.level)));
    m_whyNot->setText(!mayPropose            ? standing.whyNotMe
                      : standing.needed == 0 ? tr("You are the only policy admin, so a change of yours holds at once.")
                                             : tr("A change holds once %n other policy admin(s) accepted it.", nullptr,
                                                  static_cast<int>(standing.needed)));
    m_whyNot->setVisible(!m_whyNot->text().isEmpty());
    m_level->setVisible(mayPropose);
    m_text->setVisible(mayPropose);
    emptyLayout(m_list);
    for (const session::CommandStanding &command : standing.commands)
        m_list->addWidget(makeCard(command, mayPropose));
}

QWidget *PolicyPanel::makeCard(const session::CommandStanding &command, bool mayPropose)
{
    auto *card = makeFrame("card");
    auto *row = new QHBoxLayout(card);
    setMargins(row, 14, 8, 12, 8, 12);
    auto *words = new QVBoxLayout;
    setMargins(words, 0, 0, 0, 0, 2);
    auto *head = new QHBoxLayout;
    setMargins(head, 0, 0, 0, 0, 8);
    auto *badge = new BadgeLabel(m_theme);
    badge->setBadge(riskBadge(command.risk, m_theme.tokens()));
    QLabel *name = makeLabel(QString(command.command).replace(u'.', u' '), "strong");
    QLabel *standing = makeLabel(standingWords(command), command.runsByItself ? "good" : "muted");
    head->addWidget(badge);
    head->addWidget(name);
    head->addWidget(standing);
    head->addStretch();
    words->addLayout(head);
    QLabel *evidence = makeText(evidenceWords(command), command.evidence.isClean() ? "muted" : "problem");
    evidence->setAccessibleName(tr("%1, %2: %3").arg(name->text(), standing->text(), evidence->text()));
    words->addWidget(evidence);
    if (!command.note.isEmpty() && command.risk != domain::Risk::read)
        words->addWidget(makeText(shownPlainly(command.note, 300), "small"));
    row->addLayout(words, 1);
    if (mayPropose) {
        auto *change = makeButton(command.isOffered ? tr("Let it run by itself…") : tr("Level…"),
                                  command.isOffered ? "primary" : "");
        change->setAccessibleName(tr("Level of %1").arg(name->text()));
        connect(change, &QPushButton::clicked, this, [this, command] { Q_EMIT levelWanted(command); });
        row->addWidget(change);
    }
    return card;
}

} // namespace wardroom::ui
