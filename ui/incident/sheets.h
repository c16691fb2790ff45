// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/views.h"
#include "ui/incident/sheet.h"

class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace wardroom::ui {

//! Asks for words: "that was me", a reason, a note, a summary.
class WordsSheet final : public Sheet
{
    Q_OBJECT

public:
    struct Texts
    {
        QString title;
        QString sentence;
        QString label;
        QString go;
        QString missing; //!< said when the words are missing; empty: they may be
        QString words;   //!< to begin with
    };
    explicit WordsSheet(const Texts &texts, QWidget *parent = nullptr);
    QString words() const;

protected:
    QString missing() const override;

private:
    QPlainTextEdit *m_words;
    QString m_missing;
};

//! Title, severity and lead of a new incident.
class OpenIncidentSheet final : public Sheet
{
    Q_OBJECT

public:
    OpenIncidentSheet(const QString &title, qint64 severity, const QList<session::PersonLine> &people,
                      QWidget *parent = nullptr);
    QString title() const;
    qint64 severity() const; //!< 1 to 4
    session::PersonId lead() const;

protected:
    QString missing() const override;

private:
    QLineEdit *m_title;
    QComboBox *m_severity;
    QComboBox *m_lead;
};

//! How an alert ended: true, false or benign, and a note.
class ResolveSheet final : public Sheet
{
    Q_OBJECT

public:
    explicit ResolveSheet(const QString &alert, QWidget *parent = nullptr);
    domain::Resolution resolution() const;
    QString note() const;

protected:
    QString missing() const override;

private:
    QComboBox *m_how;
    QLineEdit *m_note;
};

//! One choice from a list: severity, lead, when the next update comes.
class ChoiceSheet final : public Sheet
{
    Q_OBJECT

public:
    //! \a choices: what people read, and the value behind it. \a reasonLabel empty: no reason is asked. \a go: what the
    //! button says instead of "Set".
    ChoiceSheet(const QString &title, const QString &label, const QList<std::pair<QString, QVariant>> &choices,
                const QVariant &current, const QString &reasonLabel, QWidget *parent = nullptr, const QString &go = {});
    QVariant choice() const;
    QString reason() const;

protected:
    QString missing() const override { return {}; }

private:
    QComboBox *m_choice;
    QLineEdit *m_reason = nullptr;
};

//! The four severities in words.
QList<std::pair<QString, QVariant>> severityChoices();

} // namespace wardroom::ui
