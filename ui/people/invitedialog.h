// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDialog>

namespace wardroom::ui {

//! One invitation, to be handed to one colleague.
class InviteDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit InviteDialog(const QString &invitation, QWidget *parent = nullptr);
};

} // namespace wardroom::ui
