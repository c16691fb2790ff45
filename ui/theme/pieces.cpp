// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/pieces.h"

#include <QBoxLayout>
#include <QStyle>

namespace wardroom::ui {

QLabel *makeLabel(const QString &text, const char *look, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setProperty("look", QString::fromLatin1(look));
    return label;
}

QLabel *makeText(const QString &text, const char *look, QWidget *parent)
{
    QLabel *label = makeLabel(text, look, parent);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    return label;
}

QPushButton *makeButton(const QString &text, const char *look, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setProperty("look", QString::fromLatin1(look));
    button->setAutoDefault(false);
    button->setCursor(Qt::PointingHandCursor);
    return button;
}

QFrame *makeFrame(const char *kind, QWidget *parent)
{
    auto *frame = new QFrame(parent);
    frame->setProperty("frame", QString::fromLatin1(kind));
    return frame;
}

void setLook(QWidget *widget, const char *look)
{
    widget->setProperty("look", QString::fromLatin1(look));
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

void setMargins(QBoxLayout *layout, int left, int top, int right, int bottom, int spacing)
{
    layout->setContentsMargins(left, top, right, bottom);
    layout->setSpacing(spacing);
}

void emptyLayout(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        if (QLayout *inner = item->layout())
            emptyLayout(inner);
        delete item;
    }
}

} // namespace wardroom::ui
