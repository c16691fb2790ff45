// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/conversationmodel.h"
#include "ui/conversation/visiblerows.h"

#include <QAbstractScrollArea>
#include <QCache>
#include <QTimer>
#include <functional>

class QMenu;

namespace wardroom::ui {

//! A room's rows. Only what is seen is laid out: outward from an anchor row and a pixel offset, so nothing moves when
//! older rows arrive above or the window changes its size. Sticks to the bottom while it is there.
class ConversationView final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit ConversationView(const Theme &theme, QWidget *parent = nullptr);

    void setModel(models::ConversationModel *model); //!< not owned
    models::ConversationModel *model() const { return m_model; }
    //! The last \a count rows are new to the reader: a line goes above them.
    void setUnread(int count);
    void setNow(qint64 now) { m_now = now; } //!< ms, for "Today"; 0: the system's
    void scrollToBottom();
    void showRow(int index);
    bool isAtBottom() const { return m_stick; }

    const QList<VisibleRow> &visibleRows();           //!< laid out now
    QRect actionRect(int index, RowAction action);    //!< in the viewport; null when it is not seen
    int layoutsMade() const { return m_layoutsMade; } //!< ever; for tests
    int currentRow() const { return m_current; }
    QString textOf(int index) const;
    void press(int index, int action); //!< as if the button was clicked
    void copySelection() const;
    //! What could be asked about a row, for its menu and for the key B.
    using Leads = std::function<QList<session::Suggestion>(const session::ConversationRow &row)>;
    void setLeads(Leads leads) { m_leads = std::move(leads); }
    //! What the picture of a file looks like; null: not yet, or never. Asked for each row that is laid out.
    using Pictures = std::function<QImage(const session::FileLine &file)>;
    void setPictures(Pictures pictures) { m_pictures = std::move(pictures); }
    void refreshPicture(const QString &file); //!< by FileLine::key
    //! What people may do with what was said here.
    struct Abilities
    {
        bool edits = false;
        bool deletes = false;
        bool reactions = false;
        bool threads = false; //!< a thread can be begun at a message
    };
    void setAbilities(Abilities abilities) { m_abilities = abilities; }

Q_SIGNALS:
    void actionWanted(const wardroom::session::ConversationRow &row, wardroom::ui::RowAction action);
    void reachedBottom();
    void lineWanted(const QString &line); //!< to be put into the message
    void reactionWanted(const wardroom::session::ConversationRow &row, const QString &key);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    struct Spot
    {
        int index = -1;
        int action = -1;
        friend bool operator==(const Spot &, const Spot &) = default;
    };

    void connectModel();
    void onInserted(int first, int last);
    void onRemoved(int first, int last);
    void schedule();
    void layOut();
    void askForMore();
    void layOutFrom(int index, int top);
    void layOutFromBottom();
    bool clampEnds();
    void syncScrollBar();
    void forget(int index);
    std::shared_ptr<const RowLayout> layoutOf(int index);
    void scrollBy(int pixels);
    Spot spotAt(const QPoint &point);
    void makeCurrent(int to, bool extend);
    void moveCurrent(int to, bool extend); //!< and scrolls there
    void sayCurrent();
    bool isSelected(int index) const;
    bool keyScroll(int key);
    bool keyAct(const QKeyEvent &event);
    bool askFor(RowAction action);
    void addLeads(QMenu *menu, const session::ConversationRow &row);
    void addChanges(QMenu *menu, const session::ConversationRow &row);
    bool mayDo(RowAction action, const session::ConversationRow &row) const;
    void paintVisible(QPainter &painter, const VisibleRow &row);

    const Theme &m_theme;
    models::ConversationModel *m_model = nullptr;
    QCache<QString, std::shared_ptr<const RowLayout>> m_cache{160};
    QList<VisibleRow> m_visible;
    QTimer m_timer;
    Abilities m_abilities;
    QString m_unreadKey;
    qint64 m_now = 0;
    int m_anchor = 0; //!< the row that keeps its place
    int m_offset = 0; //!< its top in the viewport
    bool m_stick = true;
    bool m_dirty = true;
    bool m_lookSoon = false;
    int m_newBelow = 0;
    int m_current = -1;
    int m_selectedFrom = -1;
    int m_action = -1; //!< the focused button of the current row
    Spot m_hovered, m_pressed;
    Leads m_leads;
    Pictures m_pictures;
    int m_layoutsMade = 0;
};

//! Makes screen readers see the rows; call once.
void installConversationAccessibility();

} // namespace wardroom::ui
