// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"
#include "ui/conversation/rowlayout.h"
#include "ui/shell/mainwindow.h"

#include <QCoroTask>
#include <QPushButton>
#include <functional>

namespace wardroom::app {

//! Works a window as a person does: real mouse and key events to real widgets, and looking until something is seen.
class Hand final : public QObject
{
    Q_OBJECT

public:
    explicit Hand(ui::MainWindow &window);

    void click(QWidget *widget, QPoint at);
    //! The visible, enabled button of \a within whose text begins with \a text; false when there is none.
    bool press(QWidget *within, const QString &text);
    void type(QWidget *widget, const QString &text);
    void key(QWidget *widget, Qt::Key key);
    //! Types a line into the composer and sends it with Enter.
    void say(const QString &line);
    //! Clicks a button inside a card; false when the row or the button is not there.
    bool pressInRow(int row, ui::RowAction action);
    //! The last row for which \a is holds; -1.
    int lastRow(const std::function<bool(const session::ConversationRow &)> &is) const;
    const session::ConversationRow *row(int index) const;
    //! The sheet or dialog that is open on this window, or null.
    QWidget *dialog() const;
    bool savePicture(const QString &path);

private:
    ui::MainWindow &m_window;
};

//! Looks every 20 ms until \a seen or \a seconds have passed; the answer is whether it was seen.
QCoro::Task<bool> until(std::function<bool()> seen, int seconds);
QCoro::Task<void> pause(int ms);

} // namespace wardroom::app
