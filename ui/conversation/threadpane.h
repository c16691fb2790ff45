// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/conversationmodel.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QPushButton;

namespace wardroom::ui {

class Composer;
class ConversationView;
class ElidedLabel;

//! One thread beside the conversation it belongs to: the message that began it, its answers, and a line to answer in.
//! Escape leaves it.
class ThreadPane final : public QWidget
{
    Q_OBJECT

public:
    ThreadPane(const Theme &theme, models::ConversationModel *model, QWidget *parent = nullptr);

    void setAbout(const QString &sentence); //!< "3 replies · security-ops"
    ConversationView *conversation() const { return m_conversation; }
    Composer *composer() const { return m_composer; }

Q_SIGNALS:
    void closeWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeHead(const Theme &theme);

    ElidedLabel *m_about = nullptr;
    ConversationView *m_conversation;
    Composer *m_composer;
};

} // namespace wardroom::ui
