// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/policysheets.h"

#include "ui/settings/policypanel.h"
#include "ui/theme/pieces.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace wardroom::ui {

using namespace Qt::StringLiterals;

namespace {

QString goesHow(qint64 needed)
{
    return needed == 0 ? LevelSheet::tr("It holds at once: there is no other policy admin.")
                       : LevelSheet::tr("It becomes a request; %n other policy admin(s) have to accept it.", nullptr,
                                        static_cast<int>(needed));
}

QLineEdit *makeReason()
{
    auto *reason = new QLineEdit;
    reason->setMaxLength(500);
    return reason;
}

} // namespace

LevelSheet::LevelSheet(const session::CommandStanding &command, qint64 needed, QWidget *parent)
    : Sheet(command.command.isEmpty() ? tr("The workspace's level")
                                      : tr("The level of %1").arg(QString(command.command).replace(u'.', u' ')),
            (command.command.isEmpty() ? tr("How far any command may go. %1") : evidenceWords(command) + u". %1"_s)
                .arg(goesHow(needed)),
            needed == 0 ? tr("Change") : tr("Propose"), parent)
    , m_command(command)
    , m_level(new QComboBox)
    , m_reason(makeReason())
{
    const bool reads = command.risk == domain::Risk::read && !command.command.isEmpty();
    m_level->addItem(tr("0 · only suggested"), 0);
    if (!reads)
        m_level->addItem(tr("1 · reading runs, a change is only suggested"), 1);
    m_level->addItem(reads ? tr("2 · runs by itself, as it only reads") : tr("2 · a change runs once approved"), 2);
    if (!reads)
        m_level->addItem(command.command.isEmpty() ? tr("3 · what was granted may run by itself")
                                                   : tr("3 · runs by itself as long as its record is clean"),
                         3);
    m_level->setCurrentIndex(m_level->findData(command.isOffered ? 3 : command.level));
    addField(tr("Level"), m_level);
    addField(tr("Reason"), m_reason);
}

qint64 LevelSheet::level() const
{
    return m_level->currentData().toLongLong();
}

QString LevelSheet::reason() const
{
    return m_reason->text().trimmed();
}

QString LevelSheet::missing() const
{
    return level() == m_command.level && !m_command.isOffered ? tr("That is its level already.") : QString();
}

PolicySheet::PolicySheet(const QString &json, qint64 needed, const Theme &theme, QWidget *parent)
    : Sheet(tr("Change the policy"),
            tr("Everything it says, as JSON. People may be written by name, rooms by id. %1").arg(goesHow(needed)),
            needed == 0 ? tr("Change") : tr("Propose"), parent)
    , m_before(json)
    , m_text(new QPlainTextEdit(json))
    , m_reason(makeReason())
{
    m_text->setFont(theme.font(Face::mono));
    m_text->setTabChangesFocus(true);
    setMinimumWidth(720);
    m_text->setMinimumHeight(320);
    addField(tr("Policy"), m_text);
    addField(tr("Reason"), m_reason);
}

QByteArray PolicySheet::text() const
{
    return m_text->toPlainText().toUtf8();
}

QString PolicySheet::reason() const
{
    return m_reason->text().trimmed();
}

QString PolicySheet::missing() const
{
    return m_text->toPlainText() == m_before ? tr("Nothing is changed yet.") : QString();
}

} // namespace wardroom::ui
