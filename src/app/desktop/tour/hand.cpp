// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/tour/hand.h"

#include "ui/composer/composer.h"
#include "ui/conversation/conversationview.h"

#include <QAbstractButton>
#include <QCoroTimer>
#include <QDialog>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPlainTextEdit>

namespace wardroom::app {
using namespace Qt::StringLiterals;

Hand::Hand(ui::MainWindow &window) : m_window(window) {}

void Hand::click(QWidget *widget, QPoint at)
{
    const QPointF local(at);
    const QPointF global(widget->mapToGlobal(at));
    for (const QEvent::Type type : {QEvent::MouseMove, QEvent::MouseButtonPress, QEvent::MouseButtonRelease}) {
        const Qt::MouseButton button = type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton;
        const Qt::MouseButtons held = type == QEvent::MouseButtonPress ? Qt::LeftButton : Qt::NoButton;
        QMouseEvent event(type, local, global, button, held, Qt::NoModifier);
        QCoreApplication::sendEvent(widget, &event);
    }
}

bool Hand::press(QWidget *within, const QString &text)
{
    if (!within)
        return false;
    const QList<QAbstractButton *> buttons = within->findChildren<QAbstractButton *>();
    for (QAbstractButton *button : buttons) {
        const QString label = QString(button->text()).remove(u'&');
        const bool named = label.startsWith(text) || button->accessibleName().startsWith(text);
        if (named && button->isVisible() && button->isEnabled()) {
            click(button, button->rect().center());
            return true;
        }
    }
    return false;
}

void Hand::type(QWidget *widget, const QString &text)
{
    widget->setFocus();
    for (const QChar c : text) {
        QKeyEvent down(QEvent::KeyPress, 0, Qt::NoModifier, QString(c));
        QCoreApplication::sendEvent(widget, &down);
    }
}

void Hand::key(QWidget *widget, Qt::Key key)
{
    QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier);
    QKeyEvent up(QEvent::KeyRelease, key, Qt::NoModifier);
    QCoreApplication::sendEvent(widget, &down);
    QCoreApplication::sendEvent(widget, &up);
}

void Hand::say(const QString &line)
{
    QPlainTextEdit *editor = m_window.composer()->editor();
    type(editor, line);
    // The list of completions takes Enter for itself while it is open.
    key(editor, Qt::Key_Escape);
    key(editor, Qt::Key_Return);
}

bool Hand::pressInRow(int row, ui::RowAction action)
{
    ui::ConversationView *view = m_window.conversation();
    view->showRow(row);
    view->visibleRows();
    const QRect spot = view->actionRect(row, action);
    if (spot.isNull())
        return false;
    click(view->viewport(), spot.center());
    return true;
}

int Hand::lastRow(const std::function<bool(const session::ConversationRow &)> &is) const
{
    const models::ConversationModel *model = m_window.conversation()->model();
    for (int i = model ? model->size() - 1 : -1; i >= 0; --i)
        if (is(model->row(i)))
            return i;
    return -1;
}

const session::ConversationRow *Hand::row(int index) const
{
    const models::ConversationModel *model = m_window.conversation()->model();
    return model && index >= 0 && index < model->size() ? &model->row(index) : nullptr;
}

QWidget *Hand::dialog() const
{
    const QList<QDialog *> dialogs = m_window.findChildren<QDialog *>();
    for (QDialog *dialog : dialogs)
        if (dialog->isVisible())
            return dialog;
    return nullptr;
}

bool Hand::savePicture(const QString &path)
{
    QPixmap picture = m_window.grab();
    if (QWidget *open = dialog()) {
        QPainter painter(&picture);
        painter.fillRect(m_window.rect(), QColor(0, 0, 0, 110));
        const QPoint at((m_window.width() - open->width()) / 2, (m_window.height() - open->height()) / 2);
        painter.drawPixmap(at, open->grab());
    }
    return picture.save(path);
}

QCoro::Task<bool> until(std::function<bool()> seen, int seconds)
{
    QElapsedTimer since;
    since.start();
    while (!seen()) {
        if (since.elapsed() > seconds * 1000LL)
            co_return false;
        co_await pause(20);
    }
    co_return true;
}

QCoro::Task<void> pause(int ms)
{
    QTimer timer;
    timer.setSingleShot(true);
    timer.start(ms);
    co_await timer;
}

} // namespace wardroom::app
