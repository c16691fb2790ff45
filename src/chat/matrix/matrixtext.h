// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QCoreApplication>

namespace wardroom::chat {

//! What Matrix workspaces say to people, where there is no QObject to say it.
class MatrixText
{
    Q_DECLARE_TR_FUNCTIONS(MatrixText)
};

} // namespace wardroom::chat
