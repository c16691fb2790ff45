// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/conversation.h"

#include <QAbstractListModel>
#include <QPointer>

namespace wardroom::models {

//! The loaded rows of one room, oldest first. Either follows a session::Conversation or is filled by hand.
class ConversationModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { KeyRole = Qt::UserRole, SeqRole };

    using QAbstractListModel::QAbstractListModel;

    //! Shows \a rows and keeps them in step; null stops following and empties. Not owned.
    void follow(session::Conversation *conversation);

    void setRows(const QList<session::ConversationRow> &rows);
    void prepend(const QList<session::ConversationRow> &rows);
    void append(const QList<session::ConversationRow> &rows);
    void insert(int at, const QList<session::ConversationRow> &rows);
    void change(int index, const session::ConversationRow &row);
    void remove(int first, int count);
    void setHasOlder(bool has) { m_hasOlder = has; }

    bool hasOlder() const;
    //! Asks for the page before the first row, once until it came.
    void loadOlder();
    //! The room goes on behind the last row.
    bool hasNewer() const;
    void loadNewer();
    bool isLoadingNewer() const { return m_askedNewer; } //!< rows that are appended meanwhile are not new to the room
    void showNewest();
    //! These rows are seen; see session::Conversation::lookAt.
    void lookAt(int first, int last);

    const session::ConversationRow &row(int index) const { return m_rows.at(index); }
    int size() const { return static_cast<int>(m_rows.size()); }
    //! -1 when it is not loaded.
    int indexOfKey(const QString &key) const;
    //! One of the last rows is this person's and says \a text, sent or waiting: it is not lost.
    bool hasOwn(const QString &text) const;
    //! The row in words: for the clipboard and for screen readers.
    static QString spoken(const session::ConversationRow &row);
    static QString kindOf(const session::FileLine &file);          //!< "Picture"
    static QString repliesText(const session::ThreadLine &thread); //!< "3 replies · last by Mei 02:14"

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void olderWanted();
    void found(int index);     //!< somebody asked for this row: show it
    void newerCame(int count); //!< behind the last row, and not loaded

private:
    void connectTo(session::Conversation *conversation);

    QPointer<session::Conversation> m_source;
    QList<session::ConversationRow> m_rows;
    bool m_hasOlder = false;
    bool m_asked = false;
    bool m_askedNewer = false;
};

} // namespace wardroom::models
