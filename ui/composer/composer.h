// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/cardviews.h"
#include "ui/composer/completionpopup.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace wardroom::ui {

class ElidedLabel;

//! Where people type. Enter sends, Shift+Enter begins a new line. What was typed leaves the screen only while it is
//! being sent, and comes back when that fails.
class Composer final : public QWidget
{
    Q_OBJECT

public:
    explicit Composer(const Theme &theme, QWidget *parent = nullptr);

    QString text() const;
    void setText(const QString &text); //!< a draft; the cursor goes to the end
    void insert(const QString &text);  //!< at the cursor, and takes the focus
    //! What will be understood, e.g. "host status practice-01 · read-only · runs by itself"; \a tone as for notices.
    //! Tab writes \a line in the place of what was typed.
    void setHint(const QString &hint, const QString &tone = {}, const QString &line = {});
    //! What is typed asks for something: a button offers to say what it would do.
    void setExplainable(bool on);
    void setCompletions(const QList<CompletionItem> &items);
    //! What is sent answers \a entry, which says \a words; empty: nothing any more.
    void setAnswering(const session::EntryId &entry, const QString &words);
    session::EntryId answered() const { return m_answered; } //!< empty: what is sent answers nothing
    QString answeredWords() const { return m_words; }
    //! What is sent changes \a entry, which says \a text; what was being written comes back afterwards. Empty: it does
    //! not any more.
    void setChanging(const session::EntryId &entry, const QString &text);
    session::EntryId changing() const { return m_changing; }
    void setTyping(const QString &sentence);     //!< who else is writing; empty: nobody
    void setForThread();                         //!< smaller: what is written here goes into a thread
    void setReadOnlyBecause(const QString &why); //!< empty: people can write here
    //! \a text was sent and is durable.
    void accepted(const QString &text);
    //! \a text could not be sent: it comes back, before what was typed since.
    void refused(const QString &text, const QString &why);
    void focusEditor();
    CompletionPopup *popup() const { return m_popup; }
    QPlainTextEdit *editor() const { return m_editor; }

Q_SIGNALS:
    void edited(const QString &text, int cursor);
    void sendWanted(const QString &text);
    void attachWanted();
    void draftChanged(const QString &text);
    void changeWanted(const wardroom::session::EntryId &entry, const QString &text);
    void explainWanted(const QString &text); //!< what would it do? Nothing is sent
    void lastOwnWanted();                    //!< Up in an empty composer
    void leaveWanted();                      //!< Escape in a thread's, with nothing else to leave

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeAnswering();
    void dropAbove();
    QWidget *makeFoot();
    bool onKey(int key, Qt::KeyboardModifiers modifiers);
    void send();
    void complete(const CompletionItem &item);
    bool takeLine();
    void fitHeight();
    void placePopup();

    const Theme &m_theme;
    ElidedLabel *m_typing;
    QPlainTextEdit *m_editor;
    QWidget *m_answering;
    QPushButton *m_drop = nullptr;
    ElidedLabel *m_answeredWords = nullptr;
    session::EntryId m_answered;
    QString m_words; //!< what it says
    session::EntryId m_changing;
    QString m_kept; //!< what was being written before
    QLabel *m_hint;
    bool m_forThread = false;
    QString m_line; //!< what Tab writes; empty: Tab goes on as ever
    QWidget *m_frame;
    QList<QPushButton *> m_buttons;
    QPushButton *m_send = nullptr;
    QPushButton *m_explain = nullptr;
    CompletionPopup *m_popup;
};

} // namespace wardroom::ui
