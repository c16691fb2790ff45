// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incident/sheets.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace wardroom::ui {

namespace {

void fill(QComboBox *box, const QList<std::pair<QString, QVariant>> &choices, const QVariant &current)
{
    for (const auto &[text, value] : choices)
        box->addItem(text, value);
    box->setCurrentIndex(std::max(0, box->findData(current)));
}

} // namespace

QList<std::pair<QString, QVariant>> severityChoices()
{
    return {{OpenIncidentSheet::tr("SEV1: customers or critical systems are hit"), 1},
            {OpenIncidentSheet::tr("SEV2: serious, contained to few"), 2},
            {OpenIncidentSheet::tr("SEV3: limited, no hurry"), 3},
            {OpenIncidentSheet::tr("SEV4: for the record"), 4}};
}

WordsSheet::WordsSheet(const Texts &texts, QWidget *parent)
    : Sheet(texts.title, texts.sentence, texts.go, parent)
    , m_words(new QPlainTextEdit)
    , m_missing(texts.missing)
{
    m_words->setPlainText(texts.words);
    m_words->setTabChangesFocus(true);
    m_words->setFixedHeight(88);
    addField(texts.label, m_words);
    m_words->setFocus();
}

QString WordsSheet::words() const
{
    return m_words->toPlainText().trimmed().left(2000);
}

QString WordsSheet::missing() const
{
    return words().isEmpty() ? m_missing : QString();
}

OpenIncidentSheet::OpenIncidentSheet(const QString &title, qint64 severity, const QList<session::PersonLine> &people,
                                     QWidget *parent)
    : Sheet(tr("Open an incident room"), tr("The room is linked with the alert, both ways. Everybody in it is told."),
            tr("Open incident room"), parent)
    , m_title(new QLineEdit(title.left(200)))
    , m_severity(new QComboBox)
    , m_lead(new QComboBox)
{
    m_title->setMaxLength(200);
    fill(m_severity, severityChoices(), QVariant::fromValue(static_cast<int>(severity)));
    QString me;
    for (const session::PersonLine &person : people) {
        m_lead->addItem(person.me ? tr("%1 (you)").arg(person.name) : person.name, person.id.text());
        if (person.me)
            me = person.id.text();
    }
    m_lead->setCurrentIndex(std::max(0, m_lead->findData(me)));
    addField(tr("Title"), m_title);
    addField(tr("Severity"), m_severity);
    addField(tr("Lead"), m_lead);
    m_title->setFocus();
    m_title->selectAll();
}

QString OpenIncidentSheet::title() const
{
    return m_title->text().trimmed();
}

qint64 OpenIncidentSheet::severity() const
{
    return m_severity->currentData().toLongLong();
}

session::PersonId OpenIncidentSheet::lead() const
{
    return session::PersonId(m_lead->currentData().toString());
}

QString OpenIncidentSheet::missing() const
{
    return title().isEmpty() ? tr("Give the incident a title that others will recognise.") : QString();
}

ResolveSheet::ResolveSheet(const QString &alert, QWidget *parent)
    : Sheet(tr("Resolve this alert"), alert, tr("Resolve"), parent)
    , m_how(new QComboBox)
    , m_note(new QLineEdit)
{
    m_how->addItem(tr("True: it was what it said"), static_cast<int>(domain::Resolution::trueAlert));
    m_how->addItem(tr("False: nothing of the kind happened"), static_cast<int>(domain::Resolution::falseAlert));
    m_how->addItem(tr("Benign: it happened, and it is fine"), static_cast<int>(domain::Resolution::benign));
    m_note->setMaxLength(500);
    addField(tr("How"), m_how);
    addField(tr("Note"), m_note);
}

domain::Resolution ResolveSheet::resolution() const
{
    return static_cast<domain::Resolution>(m_how->currentData().toInt());
}

QString ResolveSheet::note() const
{
    return m_note->text().trimmed();
}

QString ResolveSheet::missing() const
{
    return {};
}

ChoiceSheet::ChoiceSheet(const QString &title, const QString &label, const QList<std::pair<QString, QVariant>> &choices,
                         const QVariant &current, const QString &reasonLabel, QWidget *parent, const QString &go)
    : Sheet(title, {}, go.isEmpty() ? tr("Set") : go, parent)
    , m_choice(new QComboBox)
{
    fill(m_choice, choices, current);
    addField(label, m_choice);
    if (!reasonLabel.isEmpty()) {
        m_reason = new QLineEdit;
        m_reason->setMaxLength(500);
        addField(reasonLabel, m_reason);
    }
}

QVariant ChoiceSheet::choice() const
{
    return m_choice->currentData();
}

QString ChoiceSheet::reason() const
{
    return m_reason ? m_reason->text().trimmed() : QString();
}

} // namespace wardroom::ui
