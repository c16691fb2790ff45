// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/custody.h"

#include <QDialog>

namespace wardroom::ui {

//! Who else has this record, whether their past is the one that is here, and from where on it is not.
class CustodyDialog final : public QDialog
{
    Q_OBJECT

public:
    CustodyDialog(const QString &room, const QList<session::CustodyLine> &lines, QWidget *parent = nullptr);

Q_SIGNALS:
    //! To the first entry after what is the same for sure.
    void placeWanted(const wardroom::session::EntryId &entry);
};

} // namespace wardroom::ui
